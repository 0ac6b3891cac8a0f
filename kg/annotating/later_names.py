"""What a body is called once its name is said (考察团, 该局, a firm without 有限公司); rows that end in 等公司."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from kg.annotating.edges import specific_start
from kg.annotating.known_places import short_places
from kg.annotating.naming import Bodies, Naming, Stretches
from kg.annotating.view import View
from kg.annotating.words import after_firms, outside, parts_of, previous_word, says_only_kind, unknown, word_end
from kg.model.source import Span

_LEGAL = re.compile(r"(?:（集团）)?(?:股份|控股|集团)?(?:有限责任公司|有限公司|集团公司|集团|总公司|公司)$")
_BARE = re.compile(
    r"街道办事处|办事处|考察团|代表团|指挥部|领导小组|组委会|巡察组|督导组|调研组|指导组|评审团|考察组"
    r"|(?:交警|交巡警|刑侦|刑警|治安|巡特警|特警|网安|经侦|禁毒|法警)(?:支队|大队)|(?<![人会])常委会(?!委员)|总商会|村民理事会"
)
_REFERENCE = re.compile(
    r"该(?P<last>街道办事处|办事处|街道|社区|公司|集团|合作社|学校|企业|小学|中学|学院|幼儿园|医院|卫生院|协会|商会"
    r"|基金会|慈善会|派出所|分局|支队|大队|中队|管委会|指挥部|中心|银行|支行|超市|影院|酒店"
    r"|[局委院校厂社队所站店村馆处办])"
)
_BARE_REFERENCE = re.compile(
    r"(?<=[，。；：\n日])(?P<last>学校|公司|社区|医院|街道|合作社|村委会)"
    r"(?!(?:原|副|总|常务|党委|党总支|党支部|工会|团委|相关|有关){0,2}(?:董事长|经理|总裁|校长|院长|书记|主任|理事长|负责人|[员职]工|师生|教师|学生))"
    r"(?=(?:[^，。；：的]{0,16}?)"
    r"(?<!的)(?:举办|举行|召开|组织|开展|启动|推出|否认|签订|捐赠))"
)
"""A kind of body alone that acts, not one of its officers: 下旬，|学校|组织了…."""
_ENDINGS = {
    "街道办事处": ("街道办事处", "街道"),
    "校": ("学校", "小学", "中学", "大学", "学院", "幼儿园", "高中", "一中"),
    "学校": ("学校", "小学", "中学", "大学", "学院", "幼儿园", "高中", "一中"),
    "院": ("医院", "法院", "检察院", "学院", "书院", "卫生院", "影院", "福利院", "敬老院"),
    "企业": ("公司", "集团", "厂", "合作社"),
    "店": ("店", "超市", "馆", "铺", "药房", "商场"),
}
"""With what the name of a body may end for which a word stands; other words stand for names that end in them."""
_LIST_END = re.compile(
    r"等(?:\d{1,4}|[多几数十]+)?余?(?:家|个|所)?(?:各?园区|爱心|知名|龙头|重点|本地|当地|民营|骨干|工业|农业|科技|规上|台资|外资)?(?:公司|企业|商家|平台|机构)"
)
_ITEM = re.compile(r"[㐀-鿿A-Za-z]{2,10}$")
_NUMBERED = re.compile(
    r"(?:(?<=[、和与任在到从由自原曾。，；：])|(?<=^))(?P<school>[一二三四五六七八九十]{1,2}[中小])"
    r"(?=(?P<own>副?校长|党总支|党委|师生|学生|教师|老师|学子|代表队|高[一二三]|初[一二三])"
    r"|(?P<row>[、和与][一二三四五六七八九十]{1,2}[中小](?:[、和与的师学]|代表|$))|[^一-龥]|[和与等的]|代表)",
    re.MULTILINE,
)
_ENDING = 5
"""Characters of an ending at most."""
_NO_FIRM = re.compile(r"(?:项目|工程|基地|园|路|广场|市场|城|[产行]业|品)$")
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


def join_firms(view: View, found: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Let a firm's name stand for the one with a place before it: 湖岸粮米集团 for 临江湖岸粮米集团."""
    firms: dict[str, Span] = {}
    for naming in found:
        if naming.head == "firm" and naming.refers is None:
            firms.setdefault(naming.span.of(view.text), naming.span)
    fuller = {
        name[n:]: span
        for name, span in firms.items()
        for n in (2, 3)
        if name[:n] in short_places(view) and name[n:] in firms
    }
    return tuple(
        replace(n, refers=fuller.get(n.span.of(view.text))) if n.head == "firm" and n.refers is None else n
        for n in found
    )


def _ends_here(view: View, end: int) -> bool:
    """Tell whether a short name ends here, and is not part of what is named after it (惠通粮米|礼盒)."""
    text = view.text
    if not re.match(r"[一-龥]", text[end : end + 1]):
        return True
    after = text[end : word_end(view, end, len(text))]
    return end in view.boundaries and (after in outside() or after in after_firms())


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


class Antecedents:
    """The bodies of an article by what their names end in."""

    def __init__(self, view: View, found: tuple[Naming, ...]) -> None:
        self._text = view.text
        self._by_ending: dict[str, list[Naming]] = {}
        for naming in found:
            name = naming.span.of(view.text)
            if naming.refers is None:
                for length in range(1, min(_ENDING, len(name)) + 1):
                    self._by_ending.setdefault(name[-length:], []).append(naming)

    def of(self, last: str, offset: int, *, later: bool) -> Naming | None:
        """Return the body last named before the offset whose name ends so; `later`: else the first named after it."""
        lists = [self._by_ending.get(ending, []) for ending in _ENDINGS.get(last, (last,))]
        before = [found[at - 1] for found in lists if (at := bisect_right(found, offset, key=_end))]
        if before:
            return max(before, key=_end)
        after = [found[0] for found in lists if found]
        return min(after, key=_end) if later and after else None

    def only(self, last: str, offset: int) -> Naming | None:
        """Return the body named before the offset whose name ends so, where the article names one such body only."""
        found = [naming for ending in _ENDINGS.get(last, (last,)) for naming in self._by_ending.get(ending, [])]
        if len({naming.span.of(self._text) for naming in found}) != 1:
            return None
        return found[0] if found[0].span.end <= offset else None


def _end(naming: Naming) -> int:
    return naming.span.end


def find_bare_names(view: View, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Give the heads that stand alone for a body: 考察团, 办事处; a headline may have them before the name is said."""
    closed, antecedents = Stretches(n.span for n in found), Antecedents(view, found)
    for line in view.article.lines:
        for m in _BARE.finditer(view.text, line.span.start, line.span.end):
            span = Span(m.start(), m.end())
            if closed.touched(span) is None and _alone(view, span, line.span.start):
                body = antecedents.of(m.group(), span.start, later=True)
                if body is not None:
                    yield Naming(
                        span=span, kind=body.kind, head=body.head, rule="organization.short-name", refers=body.span
                    )


def _alone(view: View, span: Span, floor: int) -> bool:
    if span.start == floor:
        return True
    before = view.text[previous_word(view, span.start, floor) : span.start]
    return before != "该" and (before in outside() or not re.search(r"[一-龥]$", before))


def find_references(view: View, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Give the words that only refer to a body named before: 该局, 该街道办事处; 学校 where only one is named."""
    closed, antecedents = Stretches(n.span for n in found), Antecedents(view, found)
    for pattern in (_REFERENCE, _BARE_REFERENCE):
        for m in pattern.finditer(view.text):
            span = Span(m.start(), m.end())
            if closed.touched(span) is not None:
                continue
            alone = pattern is _BARE_REFERENCE
            body = (
                antecedents.only(m["last"], m.start()) if alone else antecedents.of(m["last"], m.start(), later=False)
            )
            if body is not None:
                yield Naming(
                    span=span, kind=body.kind, head="reference", rule="organization.reference", refers=body.span
                )


def find_numbered_schools(view: View, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Give the schools that only their number names, in a row or by who is of them: 云溪一中、|五中, |二中|校长."""
    ends = {n.span.end for n in found if n.head == "school"}
    for m in _NUMBERED.finditer(view.text):
        if m.start() - 1 in ends or m["own"] or m["row"]:
            ends.add(m.end())
            span = Span(m.start(), m.end())
            yield Naming(span=span, kind="organization", head="school", rule="organization.short-name")


def find_listed(view: View, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Give the firms without a head in a row that ends in 等公司: 惠通粮米、千寻等公司."""
    starts = {n.span.end: n for n in found}
    closed = Stretches(n.span for n in found)
    for m in _LIST_END.finditer(view.text):
        floor = view.clause(m.start()).start
        items = _items(view.text, m.start(), floor)
        known = [item for item in items if item.end in starts]
        loose = [item for item in items if closed.touched(item) is None]
        if not known and not (len(loose) > 1 and loose[-1].start == floor):
            loose = _visited(view, loose, floor)
        for item in (replace_start(item, specific_start(view, item.end, item.start, 10, Bodies())) for item in loose):
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
    if (
        _NO_FIRM.search(view.text, item.start, item.end)
        or not _ITEM.match(view.text, item.start, item.end)
        or says_only_kind(view, item.start, item.end)
    ):
        return False
    if sure:
        return words[0] not in outside() and len(item) <= 8
    return any(unknown(word) for word in words) and len(item) >= 3
