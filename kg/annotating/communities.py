"""Streets, communities, villages and towns: places, and organizations where they act (组织, 联合, 获得)."""

from collections.abc import Container, Iterator
from dataclasses import replace

from kg import expressions as re
from kg.annotating.division_names import township_names
from kg.annotating.edges import specific_start
from kg.annotating.known_places import LEVELS
from kg.annotating.localities import place_start
from kg.annotating.name_followers import is_hanzi
from kg.annotating.naming import Bodies, Naming, Stretches
from kg.annotating.transcriptions import foreign_start, is_composed
from kg.annotating.view import View
from kg.annotating.words import says_only_kind, titles, word_end, word_start
from kg.model.source import Span

_SLOGAN = re.compile("[强兴富美][省市县区镇乡村][强兴富美]$")
"""What precedes 村 in a motto: 强镇富|村."""
_COUNTING = frozenset("个座片每整")
_HOLDER = re.compile("[㐀-鿿]{2,3}[和与及](?=[㐀-鿿]{2})")
"""Behind a title who holds it, before the village: 董事长|何澄和|柳溪村."""
_POSTED = re.compile("[㐀-鿿]{1,30}?[局院校社部委办司团行学会所心处站厅](?:选派|派出|派)?驻(?=[㐀-鿿]{2})")
"""Behind the body that sends somebody there: 县供销社驻|柳溪村."""
_BORNE = re.compile("幸福|人民|文化|和谐|文明|平安|健康|创业|先锋|民主|敬业|诚信|友善|和睦|希望|振兴|繁荣")
"""Words of a kind that communities bear as names."""
_LED = frozenset("道镇乡区在由与和")
"""Last characters before a community that bears such a name."""
_KNOWN_FOR = re.compile(r"(?<![省市县区旗镇乡道办])第一$|苏木$|图为$")
"""Before 村, for what it is known: 糖蔗生产|第一|村; before 嘎查, the level above: 旗县|苏木|嘎查."""
_NAME = 7
_LONGEST = 40
"""Characters of a community's name with all places that it lies in at most: names in a row must not chain."""
_OFFICE = re.compile(
    r"街道办事处|地区办事处|办事处|街道办|街办|社区居民委员会|社区居委会|居民委员会|居委会|村民委员会|村委会|嘎查委员会|嘎查委|社区工作站|社居委|居委(?!会)"
)
_MOVED = re.compile(
    "(?:动员|发动|走进|走入|深入|服务|引导|建设|打造|覆盖|带动|依托|指导|鼓励|推动|辐射|扎根|情系|贴近|关注|关爱|融入|支持|回到|进驻|下沉|分包|包联|联系|帮扶|驻守|装点|扮靓|(?<=[院局庭校队所司团站部科企])进)$"
)
"""Verbs that communities in general are the object of: 发动|社区."""
_COMMITTEE = re.compile(r"居委|居民委员会|村委会|村民委员会|嘎查委|工作站")
_WORD = re.compile(rf"{_OFFICE.pattern}|社区|行政村|自然村|新村|渔村|村|嘎查|街道")
_NOT_AFTER = {
    "社区": re.compile(
        r"居|民|工作者|矫正|化|医|卫生|服务|书记|干部|党组织|团购|治理|建设|管理|教育|文化|养老|网格|群众|志愿|两委|“两委”|警务|食堂|环境|生活|（村）|\(村\)|、村"
    ),
    "村": re.compile(
        r"民|队员|庄|口|里|组|干部|级|卫生|党|支|道|集体|企|办|居|委|书记|镇|寨|落|规|内|外|上|头|长|妇|医|部|史|貌|容|情|小|“两委”|两委|、社区"
    ),
    "嘎查": re.compile(r"达|长|级|、|苏木"),
    "街道": re.compile(r"办|两旁|上|两侧|旁|边|口|卫生|居民|干净|整洁|环境|清扫|管理|宽阔|建设|改造|、|和社区"),
}
_BODY = re.compile(r"党支部|党总支|党委|党工委|两委|“两委”|村?妇联|居委会|村委会")
_WHEN = (
    r"(?:(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚|晚上)?|近日|日前|昨日|今日|当日|当天|今年以来|今年|去年|近年来|连日来|目前|在[^，。；、]{2,14}|为[^，。；、]{2,14}|以[^，。；、]{2,14}"
    r"|还|又|也|先后|先|率先|积极|专门|联合[^，。；]{2,20}|及时|迅速|精心|已|将|共|坚持)*，?"
)
_VERBS = (
    "联合|共同|组织|开展|举办|举行|召开|成立|启动|推出|探索|创新|牵头|获(?!悉|知)|荣获|印发|制定|出台|实施|邀请|协办|承办|主办|发动|动员|部署"
    "|(?:分别|先后|依次)?作(?:了)?(?:交流|典型|表态|经验|大会)?(?:发言|介绍|汇报)|表示|代表队|要求|打造|建立|设立|承担|夺得|夺冠|摘得|捐出|捐赠|办起|请来|推行|收到|联手|携手|被评|获评|(?:给|为|向)[^，。；]{2,16}(?:送|捐|发放|赠)"
    "|工作人员|(?:主要|相关|有关|分管)?负责(?:同志|人)|(?:第一|副)?书记|常委|(?:副)?主任|副?(?:[团师连]长|政委|指导员)|妇联主席|团支部书记"
)
_ACTS = re.compile(
    r"(?:等(?:\d{1,3}[个家])?(?:单位|社区|村|地)?)?原?(?:党支部|党总支|党委|党工委|“?两委”?|、[^，。]{0,6})?"
    rf"{_WHEN}(?:{_VERBS})"
)
_HONOURED = re.compile(
    r"“[^“”\n]{2,8}”[一-龥]{0,4}队|(?:、[一-龥]{2,8}){0,6}等\d{1,3}[个家](?:先进|优秀|获奖|受表彰)?(?:集体|单位|组织)"
)
_DONE_TO = re.compile(r"(?:联合|由|会同|授予|协同|携手|，与|命名)$")
_CALLED = re.compile("组织|召集|协调|督促|邀请")
"""Before the first of a row: 局长何澄组织|湖岸街道、县交通局…召开."""
_STANDS_IN = re.compile(r"(?:在|到|于|走进|来到|前往|赴|深入|位于|地处|对|向|家住|给|往)$")
_SETTLED = {"community", "town"}
_FAMILY = re.compile(r"[^\W\d一二三几多各每两大全农这那人国]家$")
"""Villages called after a family (某家|村): 家 alone would end the walk."""
_SHORTEST = 4
"""Characters of a community's name at least that may stand for the same with its place."""
_REGION = re.compile(r"(?:[东西南北中]部)?(?:苏木)?\Z")
"""What names no town: 东部|苏木|镇."""
_TOWN = re.compile(r"镇|乡(?!村|亲|下|间|情|愁|音|贤)|街道|苏木")


def find_community_words(text: str, line: Span) -> Iterator[Span]:
    """Give the words of a line in which names of communities, villages and their offices end."""
    return (Span(m.start(), m.end()) for m in _WORD.finditer(text, line.start, line.end))


def community(view: View, line: Span, word: Span, bodies: Bodies) -> Naming | None:
    """Return the office, community or village whose name ends in this word; a `place` until `settle` says who acts."""
    text, last = view.text, word.of(view.text)
    office = _OFFICE.fullmatch(last) is not None
    if not office and _SLOGAN.search(text, max(line.start, word.start - 3), word.start):
        return None
    if not office and (
        text[word.start - 1 : word.start] in _COUNTING or _longer(text, last, word.end) or _ordinary(view, word, line)
    ):
        return None
    begin = _begin(view, word.start, line.start, bodies)
    holder = _HOLDER.match(text, begin, word.start)
    if holder is not None and any(text[begin - n : begin] in titles() for n in (2, 3)):
        begin = holder.end()
    if (posted := _POSTED.match(text, begin, word.start)) is not None:
        begin = posted.end()
    elif text[begin - 1 : begin + 1] == "派驻":
        begin += 1
    if text[begin] in "镇乡" and text[max(line.start, begin - 1) : begin] in {"该", "全", "本", "我"}:
        begin += 1
    if text[begin] in LEVELS and (town := place_start(view, begin + 1, line.start)) is not None:
        begin = town
    own = bodies.last_end(begin, word.start - office) or begin  # 柳岸村|村委会 is the office of the village
    if (
        word.start - own < 2
        or (says_only_kind(view, own, word.start) and not _is_borne(text, own, word))
        or _MOVED.search(text, own, word.start)
        or "等" in text[own : word.start]
        or text[own] == "个"
        or (text[own] in "余多" and text[own - 1].isdigit())
        or _KNOWN_FOR.search(text, own, word.start)
        or any(is_composed(text[at : word.end]) for at in range(own, word.end - 3))
    ):
        return None
    span = Span(begin, word.end)
    if office:
        return _office(text, span, last, bodies)
    return Naming(span=span, kind="place", head="town" if last == "街道" else "community", rule="place.community")


def _office(text: str, span: Span, word: str, bodies: Bodies) -> Naming:
    """Return an office with the body that sends it elsewhere: 青禾县政府驻|云州办事处."""
    sender = bodies.start_of(span.start - 1) if text[span.start - 1 : span.start] == "驻" else None
    if sender is not None:
        return Naming(span=Span(sender, span.end), kind="organization", head="bureau", rule="organization.office")
    head = "community" if _COMMITTEE.search(word) else "street"
    return Naming(span=span, kind="organization", head=head, rule="organization.office")


def _is_borne(text: str, begin: int, word: Span) -> bool:
    """Tell whether a word of a kind is a name here: of a street of the tables, of a community that acts (幸福|社区)."""
    if text.startswith("街道办", word.start):
        return text[begin : word.start + len("街道")] in township_names()
    stem = word.start - len("幸福")
    if _BORNE.fullmatch(text, stem, word.start) is None or (
        is_hanzi(text[stem - 1 : stem]) and text[stem - 1] not in _LED
    ):
        return False
    office = _COMMITTEE.search(text, word.start, word.end) is not None
    return office or acting(text, word.end) or _BODY.match(text, word.end) is not None


def _longer(text: str, word: str, end: int) -> bool:
    """Tell a community from the beginning of a longer word (社区工作者, 村民), its bodies excepted (社区党支部)."""
    after = _NOT_AFTER["村" if word.endswith("村") else word].match(text, end)
    return after is not None and _BODY.match(text, end) is None


def _ordinary(view: View, word: Span, line: Span) -> bool:
    """Tell a word of its own (乡村, 贫困村) from a name."""
    start, end = word_start(view, word.end - 1, line.start), word_end(view, word.end - 1, line.end)
    return start < word.start and (says_only_kind(view, start, end) or says_only_kind(view, start, word.end))


def _begin(view: View, position: int, floor: int, bodies: Bodies) -> int:
    """Walk over the community's own name, then over the places and the office that it belongs to."""
    text, floor = view.text, max(floor, position - _LONGEST)
    family = _FAMILY.search(text, max(floor, position - 2), position)
    begin = max(family.start() if family else specific_start(view, position, floor, _NAME, bodies), floor)
    begin = min(begin, foreign_start(text, position, floor))
    for at in range(begin, position):
        if (at - begin >= 2 or at == begin) and _level_ends(text, at, floor):
            start = place_start(view, at, floor)
            if start is not None:
                return start
    return begin


def _level_ends(text: str, at: int, floor: int) -> bool:
    return at > floor and (text[at - 1] in LEVELS or text.endswith(("街道", "苏木"), floor, at))


def settle(view: View, namings: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Decide which communities and towns act somewhere in the article: organizations throughout, the others places."""
    bodies = [n for n in namings if n.kind == "organization"]
    before, after = {n.span.end for n in bodies}, {n.span.start for n in bodies}
    places = [n for n in namings if n.kind == "place" and n.head in _SETTLED]
    acting = {n.span.of(view.text) for n in places if acts(view, n.span, before, after)}
    acting |= {name for row in _rows(view, places, before) if row[-1] in acting for name in row}
    endings = {name[at:] for name in acting for at in range(len(name) - _SHORTEST + 1)}
    return tuple(
        replace(n, kind="organization", rule="organization.place-that-acts")
        if n.kind == "place" and _is_one_of(n.span.of(view.text), acting, endings)
        else n
        for n in namings
    )


def _rows(view: View, places: list[Naming], before: Container[int]) -> Iterator[list[str]]:
    """Give the names that stand in a row that opens its clause, or goes on with bodies: 甲镇、乙村、丙社区."""
    row: list[Naming] = []
    for place in [*places, None]:
        if (
            row
            and place is not None
            and row[-1].span.end + 1 == place.span.start
            and view.text[row[-1].span.end] in "、和"
        ):
            row.append(place)
            continue
        start = row[0].span.start if row else 0
        if row and (start - 1 in before or (len(row) > 1 and view.clause(start).start == start)):
            yield [n.span.of(view.text) for n in row]
        row = [] if place is None else [place]


def _is_one_of(name: str, acting: set[str], endings: set[str]) -> bool:
    """Tell whether a name is among those that act, with or without the place before it."""
    return name in acting or name in endings or any(name[at:] in acting for at in range(len(name) - _SHORTEST + 1))


def acts(view: View, span: Span, before: Container[int], after: Container[int]) -> bool:
    """Tell whether the place at this span does or receives something, or stands in a row between bodies.

    `before` and `after` hold the offsets where bodies end and begin.
    """
    text = view.text
    if _STANDS_IN.search(text, max(0, span.start - 2), span.start):
        return False
    if (
        _ACTS.match(text, span.end)
        or _HONOURED.match(text, span.end)
        or _DONE_TO.search(text, max(0, span.start - 2), span.start)
    ):
        return True
    follows = text[span.start - 1 : span.start] in {"、", "和", "与"} and span.start - 1 in before
    leads = text[span.end : span.end + 1] in {"、", "和", "与"} and span.end + 1 in after
    if leads and (
        view.clause(span.start).start == span.start or _CALLED.search(text, max(0, span.start - 2), span.start)
    ):
        return True
    return follows and (leads or text[span.end : span.end + 1] == "等")


def acting(text: str, end: int) -> bool:
    """Tell whether the words behind a name say that who bears it does something."""
    return _ACTS.match(text, end) is not None


def find_towns(view: View, line: Span, closed: Stretches) -> Iterator[Naming]:
    """Give the towns and street districts of a line that are named outside other names; kind `place`."""
    for m in _TOWN.finditer(view.text, line.start, line.end):
        start = place_start(view, m.end(), line.start)
        if (
            start is None
            or _REGION.match(view.text, start, m.start())
            or m.end() - start < 3
            or m.end() not in view.boundaries
            or _longer_town(view.text, m)
        ):
            continue
        span = Span(start, m.end())
        if closed.touched(span) is None:
            yield Naming(span=span, kind="place", head="town", rule="place.level")


def _longer_town(text: str, m: re.Match[str]) -> bool:
    return m.group() == "街道" and _NOT_AFTER["街道"].match(text, m.end()) is not None and text[m.end()] != "、"
