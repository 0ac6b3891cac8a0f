"""Where a name begins that ends in a head: at the level, the body, the place or the name that it belongs to."""

from kg import expressions as re
from kg.annotating.division_names import division_short_names
from kg.annotating.edges import place_start, specific_start
from kg.annotating.gates import Ending
from kg.annotating.known_places import LEVELS, short_places
from kg.annotating.localities import level_start
from kg.annotating.naming import Bodies, Naming
from kg.annotating.temporary import is_standing, temporary_start
from kg.annotating.view import View
from kg.annotating.words import HANZI, outside, parts_of, previous_word, says_only_kind, titles, unknown
from kg.model.source import Span

_OWN = 14
"""Characters of a name of one's own before a head at most."""
_OWN_WORD = 4
"""Characters between a place and the line of business at most, in a firm's legal name."""
_ITEM = 4
"""Characters of a shop's name at most, where its words alone would say nothing."""
_BRAND = 8
_GROUP = re.compile("(?:调研|视察|督导|督查|督察|检查|考察)组|宣讲团")
_NO_NAME = re.compile(
    "(?:代表|赠予|赠给|送给|交给|捐给|委托|率领?|带领|(?:刚|正在|就|还|能|要|没|在|去)[上读念]|就读于?|考入)$|[上新本历首一]一?届|(?<![高初中平同优特])等|(?:发行|上市|改制|合并|成立|重组)[前后]$|[家省市州县区镇乡村校两三四五]级$|畜$|以来$"
)
"""What no name has before its head: verbs (将手稿赠予|研究院), 张明等|协会, 建好县级|融媒体中心, 传统畜|牧业."""
_COMES = re.compile("[㐀-鿿]{2,4}[来到赴](?:集团|总)?$")
"""Who comes to a firm that is not named: 何清澄来|集团|公司."""
_NO_START = re.compile("(?:[全今去]年)?(?:十佳|十大|百佳|最美|最佳|新培育|新增|周年)")
"""Words of praise or growth before a head: “十佳|派出所|所长”, 新培育|合作社."""
_ONE = re.compile("(?<![第统唯])一$")
_ONE_THERE = re.compile("[市区县旗镇乡村地内]一$")
_NUMBERED = frozenset({"firm", "school"})
"""Kinds whose names may end in 一, but not behind a place (云溪市一|酒店); those of hospitals may (云溪市一|医院)."""
_SENDERS = ("委员会", "委", "政协", "人大", "常委会")
_OFFICES = ("长", "书记", "主任", "主席", "经理")
"""Last words of offices whose holder stands between a body and another's head."""
_JOINING = "和与及"
_SENDS = re.compile("(?<=[县区镇乡村社道])(?:组织|动员|发动|选派)(?=[一-龥]{2})")
"""Between a body and those whom it sends: 柳溪镇|组织|退役军人志愿服务队."""
_OF_ALL = "全各该本其"
_BARE_LEVELS = "省市县区旗州"
_NATIONAL = ("中国", "全国", "国家", "中华", "国网")
_OF_STATE = Ending(
    "(?:国网|国家税务总局|国家统计局|国家金融监督管理总局|中国银保监会|中华人民共和国|(?<![㐀-鿿])[㐀-鿿]{2,6}国家公园)$"
)
"""What stands before the place in the names of branches of the state's bodies: 国家税务总局|云溪县税务局."""
_STATE = 11
_BANK = re.compile("(?:[农工建中交]行|农发行|邮储)$")
"""Banks in short, before the place of a branch: 农行|甘肃云溪县支行."""
_QUOTED = re.compile("“[^“”，。；：\n]{2,8}”$")
"""What a firm is called, before its line of business."""
_STUDYING = re.compile("实验室$|研究[所院室]$|研究中心$")
_SUBJECT = (
    "(?:计算机|信息|电子|电气|机械|机电|自动化|控制|软件|网络|人工智能|大?数据|通信|材料|化学|化工|生物|生命|食品|药|医|护理|康复|卫生|环境|资源|地理|地质"
    "|土木|建筑|规划|水利|交通|能源|动力|航空|航天|海洋|[农林工商]业?|园艺|园林|[植动]物|畜牧|经济|金融|管理|商务|贸易|会计|旅游|酒店|法|政治|行政|马克思主义|社会|历史|文学|语言|外国?语"
    "|新闻|传播|人文|艺术|设计|创意|美术|音乐|舞蹈|影视|传媒|教育|心理|体育|数学|统计|物理|力学|测绘|工程|技术|科学|科技|国际|公共|文化|产业|安全|应急|智能|制造|装备|健康|服务)学?"
)
_FACULTY = re.compile(f"(?<!大)(?:{_SUBJECT}){{1,4}}[与和](?:{_SUBJECT}){{1,4}}$")
"""What a college of two subjects is for: 化学与材料工程|学院."""
_CUT = re.compile(r"[A-Za-z0-9]")
"""After a digit or letter only the rest of a name stands: 5G|通信公司."""
_LOCAL_SCHOOL = re.compile(r"(?:第[一二三四五六七八九十]{1,2}|实验|外国语|城关|机关){1,2}")
_MEASURES = frozenset("所家个批建些各类")
_COUNTED = re.compile(r"[一两三四五六七八九十几数多某这那该][家所间个]")
"""上海一家外资银行 names nobody."""
_REFERRED = re.compile(r"该(?:局|院|校|公司|集团|委|镇|乡|村|厂|中心|街道|社区|学校|医院)")
"""A body told before, that has the one named here: 该局|刑侦大队."""
_ZONE = Ending(
    r"(?:经济技术|经济|高新技术产业|高新|旅游)?开发区$|高新区$|经开区$|(?:工业|产业|物流)园区$|产业集聚区$|新区$|度假区$|示范区$|(?:自然)?保护区$|风景(?:名胜)?区$|(?<=[㐀-鿿]{3})[景灌林库]区$|功能区$"
)
_BEING = re.compile(r"[㐀-鿿]{2,4}系(?=[㐀-鿿]{4})")
"""何清澄系|青禾县…有限公司总经理."""
_ROAD = re.compile(r"^.*(?:大道|大街|(?<![铁公])路|街)(?:东段|西段|中段|南段|北段|路口)?(?=[一-龥]{3,})")


def headed(view: View, line: Span, head: Span, kind: str, bodies: Bodies) -> Naming | None:
    """Return the name that ends in this head; `bodies` found before may begin it (区农业农村局|渔政执法大队)."""
    if head.end in bodies and head.of(view.text) == "党校":
        return None  # 区委党校 is an organ of its level
    before = bodies.start_of(head.start)
    if before is not None:
        sent = kind != "temporary" or _sends(view.text, head)
        return _named(before, head, kind, "body-of-body") if sent else None
    level = _after_level(view, head, line.start)
    if (
        level is not None
        and kind == "firm"
        and (bank := _BANK.search(view.text, max(line.start, level - 3), level)) is not None
    ):
        return _named(bank.start(), head, kind, "place-and-head")
    if level is not None and (kind == "firm" or head.of(view.text) in {"分局", "供电局"}):
        level = bodies.start_of(level) or level  # 某银行|云溪县支行, 某市公安局|云溪区分局
    if level is not None and (kind != "temporary" or is_standing(view.text, head)):
        return _named(level, head, kind, "place-and-head")
    if kind == "temporary":
        begin = temporary_start(view, head.start, line.start, bodies)
        return None if begin is None or _NO_START.match(view.text, begin) else _named(begin, head, kind, "temporary")
    return _own_name(view, line, head, kind, bodies)


def _named(begin: int, head: Span, kind: str, rule: str) -> Naming:
    return Naming(span=Span(begin, head.end), kind="organization", head=kind, rule="organization." + rule)


def _sends(text: str, head: Span) -> bool:
    """Tell whether a group is one that a body sends: 省政协…委员会|调研组."""
    return text.endswith(_SENDERS, 0, head.start) and _GROUP.fullmatch(text, head.start, head.end) is not None


def _after_level(view: View, head: Span, floor: int) -> int | None:
    """Return where the level or place begins that stands directly before: 区|民政局, 河南省|公安厅, 湖岸街道|河长办."""
    before = view.text[max(floor, head.start - 2) : head.start]
    if not before or (before[-1] not in LEVELS and before != "街道"):
        return None
    if before[0] in "一二两三四五六七八九十几多数":  # 五市|联盟
        return None
    zone = _ZONE.search(view.text, max(floor, head.start - 12), head.start)
    if zone is not None:
        return specific_start(view, zone.start(), floor, _OWN_WORD, Bodies()) if zone.start() > floor else floor
    start = level_start(view, head.start, floor)
    whole = None if start is None else _OF_STATE.search(view.text, max(floor, start - _STATE), start)
    return start if whole is None else whole.start()


def _placed(view: View, start: int, floor: int) -> int:
    """Take in the place before a quoted name: 河南|“口味王”科技发展有限公司."""
    placed = place_start(view, start, floor) if start > floor and view.text[start - 1] in LEVELS else None
    short = (start - n for n in (3, 2) if start - n >= floor and view.text[start - n : start] in short_places(view))
    return placed if placed is not None else next(short, start)


def _own_name(view: View, line: Span, head: Span, kind: str, bodies: Bodies) -> Naming | None:
    begin = specific_start(view, head.start, line.start, _OWN, bodies)
    if kind == "school" and (college := _of_subjects(view, line, head, begin, bodies)) is not None:
        return _named(college, head, kind, "name-and-head")
    if begin > line.start and view.text[begin - 1] in _JOINING and _STUDYING.search(head.of(view.text)):
        begin = _of_two_subjects(view, line, begin, bodies)
    if (own := _REFERRED.match(view.text, begin - (view.text[begin - 1 : begin] == "该"), head.start)) is not None:
        return _named(own.end(), head, kind, "body-of-body")
    if (
        kind == "firm"
        and view.text[begin - 1 : begin] == "”"
        and (named := _QUOTED.search(view.text, line.start, begin))
    ):
        return _named(_placed(view, named.start(), line.start), head, kind, "quoted-name")
    if kind == "firm":
        begin = _legal_start(view, begin, head, line.start)
    if begin == head.start and kind == "firm":
        begin = _listed_start(view, head.start, line.start, bodies)
    body = bodies.last_end(begin, head.start - 1)
    if body is not None and bodies.start_of(body) == begin:
        if view.text[body] in _JOINING:
            return _beside(view, line, head, kind, body + 1)
        strange = any(
            (word in titles() and word.endswith(_OFFICES)) or (len(word) > 1 and word[0] in _OF_ALL)
            for word in parts_of(view, body, head.start)
        )
        # 某中学|全校师生齐聚|学校, 某中学|校长何澄代表|学校
        return None if strange else _named(begin, head, kind, "body-of-body")
    return _own_words(view, line, head, kind, _behind_road(view, begin, head.start) if kind == "firm" else begin)


def _of_subjects(view: View, line: Span, head: Span, begin: int, bodies: Bodies) -> int | None:
    """Return where a college of two subjects begins: 青禾大学|化学与材料工程|学院; None where this is none."""
    if view.text[begin - 1 : begin] not in {"与", "和"} or not view.text.endswith("学院", 0, head.end):
        return None
    subjects = _FACULTY.search(view.text, max(line.start, begin - _OWN), head.end - 2)
    if subjects is None or not (subjects.start() in bodies or subjects.start() in view.boundaries):
        return None
    body = bodies.start_of(subjects.start())
    return subjects.start() if body is None else body


def _of_two_subjects(view: View, line: Span, begin: int, bodies: Bodies) -> int:
    """Go on over 与 to the body whose laboratory it is: 某科学院|海洋环流与波动实验室."""
    start = specific_start(view, begin - 1, line.start, _OWN, bodies)
    body = bodies.last_end(start, begin - 1)
    own = body is not None and bodies.start_of(body) == start and begin - 1 - body > 1
    return start if own else begin


def _beside(view: View, line: Span, head: Span, kind: str, begin: int) -> Naming | None:
    """Return the second of two bodies: 某街道敬老院和|县第二实验小学."""
    if view.text[begin] in _BARE_LEVELS:
        return _named(begin, head, kind, "place-and-head")
    return _own_words(view, line, head, kind, begin)


def _legal_start(view: View, begin: int, head: Span, floor: int) -> int:
    """Return where a name in legal form begins that is led by a province or city: 内蒙古|草都|牧业有限公司."""
    text = view.text
    if (being := _BEING.match(text, begin, head.start)) and text[
        being.end() : being.end() + 2
    ] in division_short_names():
        return being.end()
    for at in range(begin - 1, max(floor, begin - _OWN_WORD) - 1, -1):
        if "有限" not in head.of(text) or HANZI.match(text, at, begin) is None:
            break
        start = next((at - n for n in (3, 2) if text[max(floor, at - n) : at] in division_short_names()), None)
        if start is not None and start in view.boundaries and not _speaks(view, at, begin):
            return start
    return begin


def _speaks(view: View, start: int, end: int) -> bool:
    """Tell whether a word of a sentence stands here, no mere character of a name that is one too."""
    return any(len(word) > 1 and word in outside() for word in parts_of(view, start, end))


def _own_words(view: View, line: Span, head: Span, kind: str, begin: int) -> Naming | None:
    """Return the name whose words begin here, if they can name a body of this kind."""
    if head.start - begin < 2:
        stands = kind == "zone" or (kind == "school" and view.text.startswith("实验", head.start))
        return _named(head.start, head, kind, "zone") if stands and _alone(view, begin, line.start) else None
    studies = head.of(view.text) == "大学" and view.text[head.start - 1] in "上读念考"
    one = kind != "hospital" and (_ONE_THERE if kind in _NUMBERED else _ONE).search(view.text, begin, head.start)
    barred = _NO_NAME.search(view.text, begin, head.start) or _NO_START.match(view.text, begin, head.start)
    comes = kind == "firm" and _COMES.fullmatch(view.text, begin, head.start) is not None
    if studies or one or barred or comes or _CUT.match(view.text[begin - 1 : begin]):
        return None
    if (sends := _SENDS.search(view.text, begin, head.start)) is not None:
        begin = sends.end()
    if view.text[begin : head.start] == "城关":
        return _named(begin, head, kind, "name-and-head")
    level = _from_bare_level(view, begin, line.start)
    if level is not None:
        return _named(level, head, kind, "place-and-head")
    only_kind = says_only_kind(view, begin, head.start) and not _is_local_school(view.text, begin, head, kind)
    if _COUNTED.search(view.text, begin + 1, head.start) or only_kind or not _fits(view, begin, head.start, kind):
        return None
    return _named(begin, head, kind, "name-and-head")


def _is_local_school(text: str, begin: int, head: Span, kind: str) -> bool:
    """Tell whether words that say only a kind name the one school of a place: 实验|小学, 第二|中学."""
    free = text[begin - 1 : begin] not in _MEASURES
    return kind == "school" and free and _LOCAL_SCHOOL.fullmatch(text, begin, head.start) is not None


def _alone(view: View, begin: int, floor: int) -> bool:
    """Tell whether no name is cut off before the offset: a sign, or a word that ends names."""
    before = view.text[previous_word(view, begin, floor) : begin] if begin > floor else ""
    return HANZI.match(before) is None or before in outside()


def _listed_start(view: View, end: int, floor: int, bodies: Bodies) -> int:
    """Return where an item of a row of bodies begins whose words alone would say nothing: …、|家和|超市."""
    sign = view.text.rfind("、", max(floor, end - _ITEM - 1), end)
    item = view.text[sign + 1 : end]
    return sign + 1 if sign in bodies and HANZI.match(item) and unknown(item) else end


def _behind_road(view: View, begin: int, end: int) -> int:
    """Drop the road on which a shop lies: 五一路|某某面馆."""
    m = _ROAD.match(view.text[begin:end])
    return begin if m is None or says_only_kind(view, begin + m.end(), end) else begin + m.end()


def _from_bare_level(view: View, begin: int, floor: int) -> int | None:
    """Return where a name begins that opens with a level (市|城乡|规划局), the place before it included."""
    text = view.text
    if text[begin] not in _BARE_LEVELS or begin + 1 not in view.boundaries or begin not in view.boundaries:
        return None
    place = place_start(view, begin, floor) if begin - floor > 1 and text[begin - 1] in LEVELS else None
    return begin if place is None else place


def _fits(view: View, begin: int, end: int, kind: str) -> bool:
    """Tell whether the words before a head of this kind can be its name: a department's begin with a place."""
    text = view.text
    if kind == "brand":
        return end - begin <= _BRAND
    if kind != "bureau" or text.startswith(_NATIONAL, begin):
        return True
    if any(text[begin : begin + length] in short_places(view) for length in (4, 3, 2)):
        return True
    return any(place_start(view, at, begin) is not None for at in range(begin + 3, end + 1) if text[at - 1] in LEVELS)
