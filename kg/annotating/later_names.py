"""What a body is called once its name has been said: 惠通粮米 for 惠通粮米有限公司, 考察团, 该局; and names in a row that ends in 等公司."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.annotating.edges import specific_start
from kg.annotating.localities import short_places
from kg.annotating.naming import Naming, Stretches
from kg.annotating.view import View
from kg.annotating.words import outside, parts_of, previous_word, says_only_kind, unknown, word_end
from kg.model.source import Span

_LEGAL = re.compile(r"(?:（集团）)?(?:股份|控股|集团)?(?:有限责任公司|有限公司|集团公司|集团|总公司|公司)$")
_LAST = re.compile(
    r"(?:街道办事处|街道办|办事处|街道|考察团|代表团|指挥部|领导小组|工作专班|专班|组委会|巡察组|督导组|调研组|指导组|工作队|评审团|考察组|救援队|志愿服务队)$"
)
_LAST_OF_REFERENCE = re.compile(
    r"(?:街道办事处|办事处|街道|社区|公司|集团|合作社|学校|小学|中学|大学|学院|幼儿园|医院|卫生院|协会|商会|基金会|慈善会|派出所|分局|支队|大队|中队|管委会|指挥部|中心|银行|支行|超市|影院|酒店|[局委部院校厂社队所站店村馆处办])$"
)
_KIND_WORDS = {
    "校": "学校 小学 中学 大学 学院 幼儿园 高中 一中",
    "院": "医院 法院 检察院 学院 书院 卫生院 影院 福利院 敬老院",
    "企业": "公司 集团 厂 合作社",
    "店": "店 超市 馆 铺 药房 商场",
    "单位": "",
}
_REFERENCE = re.compile(
    r"[该](?P<last>街道办事处|办事处|街道|社区|公司|集团|合作社|学校|企业|小学|中学|学院|幼儿园|医院|卫生院|协会|商会|基金会|慈善会|派出所|分局|支队|大队|中队|管委会|指挥部|中心|银行|支行|超市|影院|酒店|[局委院校厂社队所站店村馆处办])"
)
_BARE = re.compile(r"街道办事处|办事处|考察团|代表团|指挥部|领导小组|组委会|巡察组|督导组|调研组|指导组|评审团|考察组")
_LIST_END = re.compile(
    r"等(?:\d{1,4}|[多几数十]+)?余?(?:家|个|所)?(?:爱心|知名|龙头|重点|本地|当地|民营|骨干)?(?:公司|企业|商家|平台|机构)"
)
_ITEM = re.compile(r"[㐀-鿿A-Za-z]{2,10}$")
_FIRM_AFTER = frozenset(
    "公司 集团 董事长 总经理 副总经理 负责人 创始人 员工 职工 厂区 总部 车间 党支部 党委 工会 相关 代表 将 拟 法人 项目".split()
)
_VISIT = re.compile(r"(?:走访了?|来到|走进|考察了?|参观了?|引进了?|联合|感谢|调研了?)$")


def find_short_names(view: View, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Give the shorter names of firms whose full name the article has."""
    closed = Stretches(n.span for n in found)
    forms: dict[str, Span] = {}
    for naming in found:
        if naming.head in {"firm", "brand"} and naming.refers is None:
            for form in _forms(view, naming.span):
                forms.setdefault(form, naming.span)
    if not forms:
        return
    pattern = re.compile("|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f))))
    for m in pattern.finditer(view.text):
        span = Span(m.start(), m.end())
        if closed.touched(span) is None and _ends_here(view, span.end):
            yield Naming(
                span=span, kind="organization", head="firm", rule="organization.short-name", refers=forms[m.group()]
            )


def _ends_here(view: View, end: int) -> bool:
    """Tell whether a short name ends here, and is not part of what is named after it (惠通粮米|礼盒)."""
    text = view.text
    if not re.match(r"[一-龥]", text[end : end + 1]):
        return True
    after = text[end : word_end(view, end, len(text))]
    return end in view.boundaries and (after in outside() or after in _FIRM_AFTER)


def _forms(view: View, span: Span) -> list[str]:
    full = span.of(view.text)
    core = _LEGAL.sub("", full)
    if core == full or len(core) < 3:
        return []
    found = [core]
    place = next((p for n in (4, 3, 2) if (p := core[:n]) in short_places(view)), "")
    rest = core[len(place) :].lstrip("省市县区州")
    if place and len(rest) >= 3 and unknown(rest):
        found.append(rest)
    return [form for form in found if not says_only_kind(view, span.start, span.start + len(form))]


def find_bare_names(view: View, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Give the heads that stand alone for the body named before: 考察团, 办事处."""
    closed = Stretches(n.span for n in found)
    full = sorted((n for n in found if n.refers is None and _LAST.search(n.span.of(view.text))), key=lambda n: n.span)
    for line in view.article.lines:
        for m in _BARE.finditer(view.text, line.span.start, line.span.end):
            span = Span(m.start(), m.end())
            if closed.touched(span) is None and _alone(view, span, line.span.start):
                antecedent = _nearest(view.text, full, span, m.group())
                if antecedent is not None:
                    yield Naming(span=span, kind="organization", head="street" if "办" in m.group() else "temporary", rule="organization.short-name", refers=antecedent)  # fmt: skip


def _alone(view: View, span: Span, floor: int) -> bool:
    if span.start == floor:
        return True
    before = view.text[previous_word(view, span.start, floor) : span.start]
    return before in outside() or not re.search(r"[一-龥]$", before)


def _nearest(text: str, full: list[Naming], span: Span, last: str) -> Span | None:
    """Return the last body before that ends so, else the first after (a headline comes before the name)."""
    fitting = [
        n.span
        for n in full
        if n.span.of(text).endswith(last) or (last == "街道办事处" and n.span.of(text).endswith("街道"))
    ]
    before = [s for s in fitting if s.end <= span.start]
    return before[-1] if before else next(iter(fitting), None)


def find_references(view: View, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Give the words that only refer to a body named before: 该局, 该街道办事处."""
    closed = Stretches(n.span for n in found)
    bodies = [n for n in found if n.refers is None]
    for m in _REFERENCE.finditer(view.text):
        span = Span(m.start(), m.end())
        if closed.touched(span) is not None:
            continue
        antecedent = _referred(view.text, bodies, span, m["last"])
        if antecedent is not None:
            yield Naming(
                span=span, kind="organization", head="reference", rule="organization.reference", refers=antecedent
            )


def _referred(text: str, bodies: list[Naming], span: Span, last: str) -> Span | None:
    ends = tuple(_KIND_WORDS.get(last, last).split())
    return next((n.span for n in reversed(bodies) if n.span.end <= span.start and n.span.of(text).endswith(ends)), None)


def find_listed(view: View, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Give the firms without a head in a row that ends in 等公司: 惠通粮米、千寻等公司."""
    starts = {n.span.end: n for n in found}
    closed = Stretches(n.span for n in found)
    for m in _LIST_END.finditer(view.text):
        floor = view.clause(m.start()).start
        items = _items(view.text, m.start(), floor)
        known = [item for item in items if item.end in starts]
        loose = [item for item in items if closed.touched(item) is None]
        if not known:
            loose = _visited(view, loose, floor)
        for item in (replace_start(item, specific_start(view, item.end, item.start, 10, {})) for item in loose):
            if _is_name(view, item, sure=bool(known)):
                yield Naming(span=item, kind="organization", head="firm", rule="organization.listed-firm")


def _items(text: str, end: int, floor: int) -> list[Span]:
    """Cut the row before 等 at 、 and 和, last first; the first item of the row is as long as it may be a name."""
    found: list[Span] = []
    start = end
    while start > floor:
        start -= 1
        if text[start] in "、和，“”：；" or start == floor:
            begin = start if start == floor and text[start] not in "、和" else start + 1
            found.append(Span(begin, end))
            if text[start] != "、" and text[start] != "和":
                break
            end = start
    return found


def _visited(view: View, items: list[Span], floor: int) -> list[Span]:
    """Of a row without a known firm, keep the items where a visit leads up to the row."""
    if len(items) < 1:
        return []
    first = items[-1]
    text = view.text
    for at in range(first.end - 2, first.start, -1):
        if _VISIT.search(text, floor, at) and at in view.boundaries:
            return [*items[:-1], replace_start(first, at)]
    return []


def replace_start(span: Span, start: int) -> Span:
    """Return the span with another beginning."""
    return replace(span, start=start)


def _is_name(view: View, item: Span, *, sure: bool) -> bool:
    words = parts_of(view, item.start, item.end)
    if not _ITEM.match(view.text, item.start, item.end) or says_only_kind(view, item.start, item.end):
        return False
    if sure:
        return words[0] not in outside() and len(item) <= 8
    return any(unknown(word) for word in words) and len(item) >= 3
