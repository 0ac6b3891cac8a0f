"""Names of organizations: a head (局, 有限公司, 街道办事处) and, to its left, the level, place or name that it belongs to.

Bare departments (公安、城管) are no names. 政府 after 县委、 takes the level of its neighbour.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotating.edges import name_start, outside, place_start, previous_word
from kg.annotating.naming import Naming, longest
from kg.annotating.view import View
from kg.lexicon import table, words
from kg.model.source import Span

_LEVEL = "省市县区州盟旗镇乡"
_ORGAN = r"(?:委员会|委政法委|委组织部|委宣传部|委统战部|委社会工作部|委党校|委政研室|委网信办|委巡察办|委编办|委办公室|委办|委|政府办公室|政府办|人民政府办公室|人民政府|政府|人大常委会办公室|人大常委会|人大机关|人大|政协办公室|政协|纪委监委|纪委|监察委员会|监察委|监委|人民法院|法院|人民检察院|检察院|武装部|人武部|妇联|团委|总工会|工会|科协|文联|残联|工商联|侨联)"
_NOT_AFTER = {"委": "员托派以曲", "政府": "", "人大": "代", "法院": "", "政协": "委"}
_GENERIC = re.compile(
    r"^(?:物业|建筑|施工|保险|旅游|专业|农业|企业|国有|民营|私营|外贸|上市|房地产|农民|农民专业|种植|养殖|各类|相关|有关|所在|基层|社区|农村|乡镇|乡村|村|乡|镇|县|市|区|省|城市|城区|中心|重点|公办|民办|私立|公立|希望|附近|大型|小型|中型|龙头|家庭|爱心|行业|职业|高等|普通|全国|全省|全市|全县|全区|当地|本地|外地|辖区|定点|三甲|二级|三级|县级|市级|区级|省级|综合|民间|社会|公益|专门|临时|工作|志愿|志愿者|巾帼|党员|青年|电商|互联网|科技|通信|网络|物流|快递|运输|电力|供水|燃气|供电|出租|公交|客运|装修|广告|劳务|担保|投资|融资|租赁|商业|国内|国际|中国|优质|知名|著名|一流|名牌|重点|双一流|本科|专科|综合性|特色|示范|标杆|样板|标准化|规范化|现代|传统|老|新|小|大|总|分|两|三|多|某|该|本|各|一|自然|生态|现代化|规模|规模化|大众|连锁|平价|便利|生鲜|农贸|农家|乡村旅游|扶贫|帮扶|工作指导|党|团|党员志愿|青年志愿|学雷锋志愿|文明实践|文艺|义务|专业化|便民|政务|医疗|教育|金融|文化|体育|事业|公司|集团|工程|领导|创建|整治|专项整治|防汛|抗旱|应急|安全生产|疫情防控|改革|项目|项目建设|议事|巡查|检查|督导|评审|调解|招商|招商引资|帮扶|驻村|包村|攻坚|人民|国家|城乡|社会组织|社区卫生|村卫生|镇卫生|乡卫生|特殊|学前|成人|老年|少儿|儿童|妇女|残疾人|退役军人|产业|商务|区域|物资|经营|信息|数据|科研|设计|育苗|繁育|技术|服务|法律|会计|律师|服装|食品|机械|化工|水泥|面粉|纺织|加工|造纸|制药|砖瓦)*$"
)
_QUOTED = re.compile(r"[“‘](?P<name>[^“”‘’，。]{2,14})[”’]$")


@cache
def _heads() -> re.Pattern[str]:
    found = {row[0]: row[1] for row in table("organization_heads")} | {row[0]: "bureau" for row in table("bureaus")}
    ordered = sorted(found, key=lambda head: (-len(head), head))
    return re.compile("|".join(map(re.escape, ordered)))


@cache
def _kind_of_head() -> dict[str, str]:
    return {row[0]: row[1] for row in table("organization_heads")} | {row[0]: "bureau" for row in table("bureaus")}


_LEVEL_ORGAN = re.compile(rf"(?P<level>[{_LEVEL}]|街道|地|村|社区)(?P<organ>{_ORGAN})")
_STREET = re.compile(
    r"(?:街道办事处|街道办|地区办事处|办事处|街道|社区居民委员会|社区居委会|居委会|居民委员会|村民委员会|村委会|社区|村)"
)
_PARTY_TAIL = re.compile(
    r"(?:机关)?(?:党工委|党委|党组|党总支|党支部|纪工委|团委|团支部|工会|妇联|人大工委)(?:委员会)?"
)
_OFFICER = re.compile(r"(?:第一|副|专职副|常务副)?(?:书记|成员|委员|主席|会员)")
_SHARED = re.compile(
    r"(?:、|和|及|与|，)?(?P<organ>人民政府|政府|人大常委会|人大|政协|纪委监委|纪委|监委|政法委)(?=[、，。和及的与：一主领办对把在就]|[^一-龥]|联合|高度|有关|相关|主要|印发|要求|召开|决定|组织|领导)"
)


def find_organizations(view: View) -> tuple[Naming, ...]:
    """Find the names of organizations in an article, in order, none inside another."""
    found: list[Naming] = []
    for line in view.article.lines:
        found.extend(_levels(view, line.span))
        found.extend(_headed(view, line.span))
        found.extend(_streets(view, line.span))
    found = [n for n in found if not _in_title_marks(view.text, n.span)]
    kept = longest(found)
    return longest([*kept, *_shared_levels(view, kept), *_tails(view, kept)])


def _in_title_marks(text: str, span: Span) -> bool:
    opening, closing = text.rfind("《", 0, span.start), text.rfind("》", 0, span.start)
    return opening > closing and text.find("》", span.end) >= 0 and "\n" not in text[opening : span.end]


def _levels(view: View, line: Span) -> Iterator[Naming]:
    text = view.text
    edge = line.start
    for m in _LEVEL_ORGAN.finditer(text, line.start, line.end):
        organ = m["organ"]
        if text[m.end() : m.end() + 1] and text[m.end()] in _NOT_AFTER.get(organ, ""):
            continue
        if m["level"] in {"村", "社区"} and not organ.startswith("委"):
            continue
        if m["level"] in {"区", "村", "社区"} and organ == "委员会" or m["level"] == "地" and organ != "委":
            continue
        if (
            m["level"] == "区"
            and text[m.start() - 1 : m.start()] in {"社", "小", "地", "片", "校", "园", "城", "山", "灾", "景"}
            and m.start() > line.start
        ):
            continue
        start = place_start(view, m.start("level") + len(m["level"]), edge)
        edge = m.end()
        if m["level"] in {"村", "社区"} and start is None:
            continue
        begin = m.start() if start is None else start
        yield Naming(span=Span(begin, m.end()), kind="organization", head="level", rule="organization.level-organ")


def _headed(view: View, line: Span) -> Iterator[Naming]:
    for m in _heads().finditer(view.text, line.start, line.end):
        head = _kind_of_head()[m.group()]
        naming = _from_head(view, line, m.start(), m.end(), head)
        if naming is not None:
            yield naming


def _from_head(view: View, line: Span, start: int, end: int, head: str) -> Naming | None:
    text = view.text
    if end < line.end and text[end] in "”’":
        return _quoted(view, line, end, head)
    if _continues(text, start, end, head):
        return None
    begin = _after_level(view, start, line.start)
    rule = "organization.place-and-head"
    if begin is None:
        begin = name_start(view, start, line.start, 18 if head in {"firm", "mass", "temporary", "school"} else 12)
        rule = "organization.name-and-head"
        begin = _trim(view, begin, start)
        name = text[begin:start]
        if head == "bureau" and not _has_level(view, begin, start):
            return None
        if len(name) < 2 or _GENERIC.match(name):
            return None
    return Naming(span=Span(begin, end), kind="organization", head=head, rule=rule)


def _continues(text: str, start: int, end: int, head: str) -> bool:
    """Tell a head that is only the beginning of a longer word (公司法, 学院路, 医院感染)."""
    after = text[end : end + 2]
    return bool(
        re.match(r"[路街巷桥站法生]", after)
        and not re.match(r"(?:路口|生产|法定|站在|桥头|法人|路过)", after)
        and head in {"school", "hospital", "firm", "public"}
    ) and not after.startswith("生")


def _quoted(view: View, line: Span, end: int, head: str) -> Naming | None:
    """A head that closes a quoted name, with the name before the quotation marks: 随意购“爱心超市”."""
    m = _QUOTED.search(view.text, line.start, end + 1)
    if m is None or head not in {"firm", "mass", "public"}:
        return None
    begin = _trim(view, name_start(view, m.start(), line.start, 10), m.start())
    if begin == m.start():
        return None
    return Naming(span=Span(begin, end + 1), kind="organization", head=head, rule="organization.quoted-name")


def _after_level(view: View, start: int, floor: int) -> int | None:
    """Return where the level or place begins that stands directly before a head: 区|民政局, 河南省|公安厅, 新津街道|河长办."""
    text = view.text
    if start - floor >= 2 and text[start - 2 : start] == "街道":
        return _trim(view, name_start(view, start - 2, floor, 8), start)
    if start <= floor or text[start - 1] not in _LEVEL:
        return None
    begin = place_start(view, start, floor)
    if begin is not None:
        return begin
    if start - 1 == floor:
        return start - 1
    before = text[previous_word(view, start - 1, floor) : start - 1]
    return (
        start - 1 if before in outside() or not re.search(r"[一-龥]$", before) or start - 1 in view.boundaries else None
    )


def _has_level(view: View, begin: int, start: int) -> bool:
    name = view.text[begin:start]
    return bool(re.search(rf"[{_LEVEL}]", name)) or any(
        name.startswith(w) for w in ("中国", "全国", "国家", "北京", "上海", "天津", "重庆")
    )


def _trim(view: View, begin: int, start: int) -> int:
    """Drop what the walk took in before a place: 志愿者|川汇区…; and single leftovers."""
    text = view.text
    for match in re.finditer(rf"[一-龥]{{2,7}}?(?:省|市|县|区|州|旗)", text[begin:start]):
        from kg.annotating.edges import division_names

        for cut in range(match.start(), match.end() - 1):
            if text[begin + cut : begin + match.end()] in division_names():
                return begin + cut
    return begin


def _streets(view: View, line: Span) -> Iterator[Naming]:
    text = view.text
    for m in _STREET.finditer(text, line.start, line.end):
        word = m.group()
        if (
            word in {"村", "社区", "街道"}
            and re.match(
                r"(?:民|庄|口|里|组|干部|级|卫生|党|支|道|集体|企|办|居|委|书记|两委|镇|工作|矫正|化|部|医|头|落|规|内|外|上|下|长|妇)",
                text[m.end() : m.end() + 2],
            )
            and word != "街道"
        ):
            if not re.match(r"(?:党支部|党总支|党委|两委|“两委”|妇联)", text[m.end() : m.end() + 5]):
                continue
        if word == "街道" and re.match(r"(?:办|两旁|上|两侧|旁|边|口|卫生)", text[m.end() : m.end() + 2]):
            continue
        begin = name_start(view, m.start(), line.start, 14 if len(word) > 2 else 8)
        begin = _trim(view, begin, m.start())
        name = text[begin : m.start()]
        if len(name) < 2 or _GENERIC.match(name) or name[0] in "的了在与和及":
            continue
        yield Naming(
            span=Span(begin, m.end()),
            kind="organization",
            head="street" if "办" in word or word == "街道" else "community",
            rule="organization.community",
        )


def _shared_levels(view: View, kept: tuple[Naming, ...]) -> Iterator[Naming]:
    """县委、政府: the second organ takes the level of the first; its name is the organ alone."""
    for naming in kept:
        if naming.head != "level":
            continue
        m = _SHARED.match(view.text, naming.span.end)
        if m and not view.text[naming.span.start : naming.span.end].endswith(m["organ"]):
            yield Naming(
                span=Span(m.start("organ"), m.end("organ")),
                kind="organization",
                head="shared",
                rule="organization.shared-level",
            )


def _tails(view: View, kept: tuple[Naming, ...]) -> Iterator[Naming]:
    """A party organ or union inside an organization: 陈州街回族街道办事处|党工委."""
    for naming in kept:
        if naming.head in {"level", "shared"}:
            continue
        m = _PARTY_TAIL.match(view.text, naming.span.end)
        if m and (m.group() == "党工委" or not _OFFICER.match(view.text, m.end())):
            yield Naming(
                span=Span(naming.span.start, m.end()),
                kind="organization",
                head="party",
                rule="organization.party-organ",
            )


__all__ = ["find_organizations", "words"]
