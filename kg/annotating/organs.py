"""Organs of party and state: a level or place and its organ (区委, 团市委); the second of two (县人大、|政协)."""

from collections.abc import Iterable, Iterator

from kg import expressions as re
from kg.annotating.division_names import division_short_names
from kg.annotating.gates import Gated
from kg.annotating.heads import find_heads
from kg.annotating.known_places import short_places
from kg.annotating.localities import level_start, place_start
from kg.annotating.naming import Naming
from kg.annotating.segmentation import is_word
from kg.annotating.view import View
from kg.annotating.words import outside, parts_of, word_end, word_start
from kg.model.source import Span

_LEVEL = r"(?P<level>街道|苏木|[省市县区州盟旗镇乡地])"
_PARTY_PARTS = (
    "政法委|组织部|宣传部|统战部|社会工作部|社工部|党校|政研室|网信办|巡察办|编办|办公厅|办公室|办|改革办|农办|财经办|督查室|巡视办|军民融合办|国安办|台办|外办|文明办|审计办|密码局|讲师团|教育工委|教体工委|教工委|卫健工委|两新工委"
    "|老干部局|老干局|党史研究室|党史办|机要局|保密局|直属机关工委|直机关工委"
)
_TERM = r"(?:第?[一二三四五六七八九十]{1,3}届)?"
_SPECIAL = (
    "(?:(?:提案|经济|农业农村|农业|农村|人口|资源|环境|城建|城乡建设|社法|民宗|经科|教科卫|教卫体|城环|教科卫体|教科文卫体|教科文卫|科教文卫|教育|科学|文化|卫生|体育"
    "|社会建设|社会|法制|法治|监察|司法|监察司法|内务司法|民族|宗教|民族宗教|港澳台侨|港澳|外事|华侨|侨务|文史|学习|财政经济|财政|财经"
    "|预算|代表资格审查|代表|代表联络|人事|人事代表|人事任免|选举任免|选举联络|任免|选举|委员联络|联络|资源保护|环境保护|城环资|环资|侨民宗外|侨民外|民侨外)(?:和|与|、)?){1,5}"
    "(?:工委|(?:工作)?委(?:员会)?)(?!员)"
)
"""Standing and special committees of congress and CPPCC, which have chairmen of their own."""
_ORGAN = Gated(
    rf"(?<!（市）){_LEVEL}(?P<organ>"
    rf"委(?:{_PARTY_PARTS}|第[一二三四五六七八九十]{{1,3}}(?:巡[视察]|督[导查])组)|委员会|委|"
    r"(?:人民)?政府(?:办公厅|办公室|办|研究室|督查室)?|政府|行政公署|(?<=[盟区])行署(?:办公室)?|"
    rf"{_TERM}(?:人民代表大会常务委员会|人大常委会)(?:办公厅|办公室|{_SPECIAL}|[一-龥]{{2,4}}街道(?:工作委员会|工委))?|人大{_SPECIAL}|人大机关|{_TERM}人大|"
    rf"政协(?:办公厅|办公室|机关|{_SPECIAL})?|纪委监委|纪委|监察委员会|监察委|监委|"
    rf"人民法院|法院|人民检察院|检察院|人民武装部|武装部|人武部|党工委|{_TERM}党委|人大工委|政协工委|纪工委|人大主席团"
    r")"
)
_TERMS = re.compile(_TERM)
_LEAGUE = Gated(r"(?:团|共青团)(?P<level>[省市县区州盟旗])委")
_PARTIES = Gated(
    r"(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?P<place>[㐀-鿿]{0,8}?)"
    r"(?:(?<=[省市县区州])委(?:会|员会)?|总支(?:部|委员会)?|支部(?:委员会)?|支社|基层委(?:员会)?|直属小组)(?!员|托)"
)
_HEADED = re.compile(
    r"(?:中共|共青团|中国共产党|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|政协|中国人民政治协商会议)$"
)
_COMMITTEE = Gated(
    r"(?:中国人民政治协商会议|政协|中国共产党|中共)(?P<place>[㐀-鿿]{2,12}?)"
    r"(?:第[一二三四五六七八九十]{1,3}届)?(?:纪律检查)?委员会(?:常务委员会)?(?!委员)"
)
"""Committees in full: 政协|云溪县|第九届委员会."""
_CENTRAL = Gated(
    r"国务院(?:办公厅)?|(?<![委部党])(?:教育部|科技部|科学技术部|工信部|工业和信息化部|文旅部|国土资源部|卫生部|环境保护部|文化部|铁道部|交通部|建设部|国家民委|公安部|民政部|司法部|财政部|人社部|自然资源部|生态环境部"
    r"|住建部|住房和城乡建设部|住房城乡建设部|交通运输部|水利部|农业农村部|农业部|商务部|文化和旅游部|退役军人事务部|应急管理部|人力资源和?社会保障部)(?![门分队位件署落委])"
    r"|国家(?:发展和?改革委(?:员会)?|发改委|卫生健康委(?:员会)?|卫健委|民委|医保局|药监局|林草局|林业和草原局|消防救援局|林业局|粮食局|文物局|宗教(?:事务)?局|铁路局|邮政局|外汇管理局|知识产权局|疾控局|数据局|能源局|统计局|体育总局|广电总局|中医药管理局|市场监管总局)"
    r"|全国(?:妇联|总工会|工商联|老龄办|人大常委会)|(?:共青)?团中央|中央(?:宣传部|组织部|统战部|政法委|文明办|网信办|编办|电视台)"
    r"|(?:新华社|人民日报社|中新社|光明日报社|经济日报社)(?=[、和与及])|(?<=[、和与及])(?:新华社|人民日报社|中新社|光明日报社|经济日报社)(?=[，。和与及等])"
    r"|新华社(?:[一-龥]{2,6}分社|(?=[国党副社编总]))|中央第[一二三四五六七八九十]{1,3}(?:生态)?环境保护督[察查]组"
    r"|武警(?:(?!官兵|战士|部队)[一-龥]){2,6}?[总支]队(?!长)"
    r"|国家防(?:总|汛抗旱总指挥部)(?:办公室)?|海关总署|审计署(?!理)|国家移民管理局"
    r"|(?:香港|澳门)?(?:特别行政区|特区)政府|(?:政制及内地事务|商务及经济发展|创新及科技|创新科技及工业|运输及(?:房屋|物流)|食物及卫生|医务卫生"
    r"|环境及生态|文化体育及旅游|民政及青年事务|劳工及福利|财经事务及库务|公务员事务)局"
    r"|(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)中央(?:[一-龥]{2,8}委员会|委员会)?|国[台新侨]办"
    r"|中宣部|中组部|中国(?:残联|科协|文联|作协|红十字会|[田足篮排乒羽]协)"
)
"""Bodies of the whole country."""
_TOWNS = frozenset({"镇", "乡", "街道", "苏木"})
_LEVELS = frozenset("省市县区州盟旗镇乡街师团")
_DEPARTMENT = 12
"""Characters of a department's name at most."""
_DEPARTMENTS = ("局", "委", "大队", "支队", "联", "所", "站", "办", "馆", "中心")
_BUREAUS = frozenset({"bureau", "police", "public"})
_DISTRICTS = frozenset({"城区", "郊区", "矿区"})
"""Districts that are called by an ordinary word: 郊区|委."""
_OFFICE = Gated(
    r"(?P<level>街道|[省市县区州盟旗镇乡])[一-龥]{2,4}办(?=[、，。；：（）主副和与及牵负联召组工的等印发下请为还]|$)",
    re.MULTILINE,
)
"""Offices of a level for some task: 县|人普|办."""
_TASK = Gated(
    r"(?P<level>街道|[省市县区州盟旗镇乡])(?:治水|拆违|控违|拆迁|征迁|征收|招商|防汛|抗旱|防火|扫黑|扫黄打非|禁毒|双拥|创建|创文|创卫|普查|人普|经普|农普|河长|林长|田长|路长"
    r"|湖长|信访|维稳|综治|民宗|食安|安委|食药安|减灾|防疫|爱卫|绿化|城改|棚改|旧改|环保|环卫|文明|老龄|普法|依法治[省市县区镇]|公车|两新|根治欠薪|治超|扶贫|招生)办(?![理事法学案完好成结起到实公校厂])"
)
"""Offices for a task that has a name everywhere: 街道|治水|办."""
_NOT_AFTER = {
    "委": re.compile(r"[员托派以曲任培]"),
    "人大": re.compile(r"代表|[一二三四五六七八九十]{1,3}次|第|常"),
    "政协": re.compile(r"委员(?!会)|[一二三四五六七八九十]{1,3}届|第"),
    "政府": re.compile(r"采购|性基金|工作报告|投资"),
    "党委": re.compile(r"政府(?:的|和)?(?=[一-龥]{0,2}书记)"),
}
_TOWN_ORGANS = re.compile(r"党委|(?:人民)?政府|人大(?:主席团|工委)?|纪委|武装部|人武部|党工委|纪工委|政协工委")
_SHARED = re.compile(
    r"(?:、|和|及|与|，)?(?P<organ>人民政府|政府办(?:公室)?|政府(?!办)|人大常委会|人大|政协|纪委监委|纪委|监委|政法委|检察院|人武部)"
    r"(?=[、，。；和及的与：一主领办对把在就等负为向以按给因于已又正从经拟]|[^一-龥]|联合|走访|慰问|看望|结合|充分|迅速|及时|精心|统一|多次|专门|投入|依托|紧紧|大力|切实|深入|通过|出资|安排|聚焦|立足|围绕|高度|有关|相关|主要|印发|要求|召开|决定|组织|领导|班子|分管|先后|分别|共同|机关|全力|坚持|积极|始终|将|也|还|提出|作出|出台)"
)


_OF_LEVEL = re.compile(r"(?<=[省市县区州盟旗镇乡])(?:党委|委|人大常委会|人大|(?:人民)?政府|政协|纪委)\Z")


def find_organs(view: View, line: Span) -> Iterator[Naming]:
    """Give the organs of a line."""
    edge = line.start
    for m in _ORGAN.finditer(view, line):
        naming = _organ(view, m, edge)
        if naming is not None:
            edge = m.end()
            yield naming
    yield from _offices(view, line)
    for m in _CENTRAL.finditer(view, line):
        yield _level(Span(m.start(), m.end()))
    yield from _committees(view, line)
    for m in _PARTIES.finditer(view, line):
        place = Span(*m.span("place"))
        short = place.of(view.text) in short_places(view) and m.group().endswith(("支社", "支部", "总支"))
        if not place or short or place_start(view, place.end, place.start) == place.start:
            yield _level(Span(m.start(), m.end()))
    for m in _LEAGUE.finditer(view, line):
        if not _NOT_AFTER["委"].match(view.text, m.end()):
            yield _level(Span(_league_start(view.text, m.start(), line.start), m.end()))


def _committees(view: View, line: Span) -> Iterator[Naming]:
    """Give the committees of party and CPPCC that are named in full."""
    for m in _COMMITTEE.finditer(view, line):
        if place_start(view, m.end("place"), m.start("place")) == m.start("place"):
            yield _level(Span(m.start(), m.end()))


def _offices(view: View, line: Span) -> Iterator[Naming]:
    """Give the offices of a level for some task: those of a known one, and those that words around tell."""
    known = ((m, level_start(view, m.end("level"), line.start)) for m in _TASK.finditer(view, line))
    others = ((m, _office_start(view, m, line.start)) for m in _OFFICE.finditer(view, line))
    for m, start in (*known, *others):
        if start is not None:
            span = Span(start, m.end())
            yield Naming(span=span, kind="organization", head="bureau", rule="organization.place-and-head")


def _office_start(view: View, m: re.Match[str], floor: int) -> int | None:
    """Return where the name of an office begins; None where words of a sentence stand in it (县里主办)."""
    start = level_start(view, m.end("level"), floor)
    if start is None or m.end() not in view.boundaries:
        return None
    last = word_start(view, m.end() - 1, m.end("level"))
    joined = [view.text[m.start() : word_end(view, m.start(), m.end())], view.text[last : m.end()]]
    task = parts_of(view, m.end("level"), m.end())
    known = any(len(word) > 1 and is_word(word) for word in joined)
    return None if known or any(word in outside() for word in task) else start


def _level(span: Span) -> Naming:
    return Naming(span=span, kind="organization", head="level", rule="organization.level-organ")


def _organ(view: View, m: re.Match[str], edge: int) -> Naming | None:
    text, level, organ = view.text, m["level"], m["organ"]
    barred = _NOT_AFTER.get(_TERMS.sub("", organ))
    league = organ == "委" and text[m.start() - 1 : m.start()] == "团"  # 云溪团|市委
    if league or (barred is not None and barred.match(text, m.end())):
        return None
    autonomous = organ == "党委" and text[m.start() - 2 : m.start()] == "自治"
    if (level in _TOWNS) != (_TOWN_ORGANS.fullmatch(_TERMS.sub("", organ)) is not None) and (
        level in _TOWNS or (organ.endswith("党委") and not autonomous)
    ):
        return None
    if level == "地" and organ not in {"委", "委组织部", "委宣传部"}:
        return None
    start = level_start(view, m.end("level"), edge)
    if start is None and text[m.end("level") - 2 : m.end("level")] in _DISTRICTS:
        start = m.end("level") - 2
    if start is None:
        return None
    begin = _headed(text, start, edge)
    if organ == "委员会" and begin == start:
        return None
    return _level(Span(begin, m.end()))


def _league_start(text: str, start: int, floor: int) -> int:
    """Take in the short name of the place before 团市委: 云溪|团市委."""
    before = (start - n for n in (3, 2) if start - n >= floor)
    return next((at for at in before if text[at:start] in division_short_names()), start)


def _headed(text: str, start: int, floor: int) -> int:
    """Take in what says whose committee it is: 中共|周口市委, 共青团|川汇区委, 政协|…委员会."""
    m = _HEADED.search(text, max(floor, start - 10), start)
    return m.start() if m else start


def shared_organs(view: View, kept: Iterable[Naming]) -> Iterator[Naming]:
    """县委、政府: the second organ takes the level of the first; its name is the organ alone."""
    for naming in kept:
        if naming.head != "level":
            continue
        m = _SHARED.match(view.text, naming.span.end)
        if m and not naming.span.of(view.text).endswith(m["organ"]) and not _officers(view.text, m):
            yield Naming(
                span=Span(m.start("organ"), m.end("organ")),
                kind="organization",
                head="shared",
                rule="organization.shared-level",
                level=_level_of(view.text, naming.span),
            )


def _level_of(text: str, span: Span) -> Span | None:
    """Return the words of an organ's name before the organ itself: 云溪区|委, 湖岸镇|党委."""
    organ = _OF_LEVEL.search(text, span.start, span.end)
    return Span(span.start, organ.start()) if organ is not None else None


def shared_departments(view: View, kept: Iterable[Naming]) -> Iterator[Naming]:
    """区住建局、|城管局、|水务局: departments behind the first take its level; their names are printed without."""
    text = view.text
    for naming in kept:
        name = naming.span.of(text)
        levelled = name[0] in _LEVELS and (naming.head in _BUREAUS or name.endswith(("办", "部", "委办公室")))
        levelled = levelled or (naming.head == "shared" and name.endswith("办"))
        end = naming.span.end if levelled else 0
        while end and text[end : end + 1] in {"、", "和", "与", "及"}:
            start = end + 1
            line = view.line(start)
            head, kind = next(find_heads(view, Span(start, min(start + _DEPARTMENT, line.end))), (Span(0, 0), ""))
            if head.start != start or kind not in _BUREAUS or not head.of(text).endswith(_DEPARTMENTS):
                break
            yield Naming(span=head, kind="organization", head="shared", rule="organization.shared-level")
            end = head.end


def _officers(text: str, m: re.Match[str]) -> bool:
    barred = _NOT_AFTER.get(m["organ"])
    return barred is not None and barred.match(text, m.end()) is not None
