"""Numbers that are no quantities: ordinals, clock times, scores, years, names and set phrases."""

from kg import expressions as re
from kg.annotating.division_names import division_short_names
from kg.annotating.durations import lasts
from kg.annotating.numerals import is_arabic
from kg.annotating.units import Unit, unit_at
from kg.annotating.view import View
from kg.model.source import Span

_BEFORE = re.compile(
    r"(?:第|[·.．∶_/№〔\[A-Za-z]|[\d时点][:：]|\d[-—比]|(?<!每)(?:周|星期|礼拜)|初|正月|腊月|农历|卷|专栏|版|[\d一二两三四五六七八九十][时点钟分]|每隔?|之|代|唯|[第列获居][一二三四五六七八九十\d]{1,2}、)$"
)
_BEHIND = re.compile(r"[:：∶比]\d")
_ADDRESS = r"[\d一二三四五六七八九十]{1,4}(?:单元|号|室|楼|层)|门(?!店|市)|楼(?:下|道|前|顶|梯)|(?:单元|室|号)"
"""Behind a number that says which house: 4幢|5单元, 3单元|门前."""
_FOLLOWING: dict[str, re.Pattern[str]] = {
    "年": re.compile(r"级|代(?![理表])|[以之]?[前后](?!有)|期(?:贷|国)|行动|规划|攻坚|一[遇届次度]|大计"),
    "天": re.compile(r"[以之]?[前后](?!有)|一[次]|[气地]"),
    "个月": re.compile(r"[以之]?[前后](?!有)"),
    "小时": re.compile(r"[以之]?[前后](?!有)|值班|值守|不间断|在线|待命|热线|营业|自助|服务|无休"),
    "分钟": re.compile(r"[以之]?[前后](?!有)"),
    "周": re.compile(r"年|岁|[以之]?[前后]"),
    "次": re.compile(
        r"全会|全体|会议|常委|党代|代表大会|理事|例会|扩大|党组|主席团|董事|审议|方(?!针)|委员|股东|日|产业"
    ),
    "期": re.compile(r"工程|项目|建设|规划|间|刊|限|末|待|望|货"),
    "分": re.compile(r"公司|支(?!持)|[局会队店行厂院校社部区工析类别为成之钟球田地散布享整半许]"),
    "人": re.compile(r"民|大代|大[常主]|制|篮球|小组|组|座|间|行|赛|一组|龙舟|转|均"),
    "位": re.compile(r"于|列|居|数|置"),
    "名": re.compile(r"次|字|单|列|额|为|争夺|排位"),
    "米": re.compile(
        r"短?跑|栏|组(?![成织])|接力|自由泳|[蛙蝶仰]泳|决赛|预赛|项目|比赛|跨栏|赛|竞走|长跑|[亚季]军|第[一二三四五六七八九十\\d]|个人|混合|障碍|纪录|冠军|[金银铜]牌|级|跳?台(?!阶)|跳?板(?!房)|气[步手]?枪|[TFS]\d"
    ),
    "公里": re.compile(r"组(?![成织])|竞走|处(?![理置])"),
    "公斤": re.compile(r"(?:以[上下])?级"),
    "度": re.compile(r"[假过电]?[重蜜]|假"),
    "门": re.compile(r"[前口市票]|诊"),
    "栋": re.compile(_ADDRESS),
    "幢": re.compile(_ADDRESS),
    "口": re.compile(r"之家|[子岸]|人家"),
    "条": re.compile(r"[例约款幅]|战线"),
    "列": re.compile(r"[车入为举出席支表队装]"),
    "里": re.compile(r"[面头外河]"),
    "成": re.compile(r"[立员为功果长都本人交绩熟效型了年像群天双]"),
    "家": re.compile(r"[庭长属具电教园]|班子"),
    "部": re.compile(r"[门分队委长署]"),
    "场": re.compile(r"[所地馆]"),
    "所": re.compile(r"[有在以属]"),
    "队": re.compile(r"[员伍]"),
    "组": re.compile(r"[长织员]"),
    "班": re.compile(r"[子级长车列]"),
    "车": re.compile(r"[道间辆站位库型]"),
    "块": re.compile(r"[一二两三四五六七八九\d]"),
    "角": re.compile(r"[度落色一二两三四五六七八九\d]"),
    "倍": re.compile(r"[感加]"),
    "番": re.compile(r"[薯茄]|[两五]次"),
    "方": re.compile(r"支援|面|来(?:客|宾|风)|(?=[，。；、])"),
    "字": re.compile(r"[母型体符诀经]"),
    "单": re.compile(r"[位元独身一]"),
    "股": re.compile(r"[东份市票]"),
    "集": re.compile(r"[团体中合镇市]"),
    "基": re.compile(r"[地层本金因础]"),
    "页": re.compile(r"[面岩]"),
    "卷": re.compile(r"[烟发]"),
}  # fmt: skip
"""What stands behind a unit and makes it no measure."""
_CUT_OFF = frozenset({"米", "秒"})
"""Units that parts follow, without which the number is another: 6米|53, 11秒|08."""
_PLACED = frozenset({"名", "强", "位"})
"""前四名 are places in a contest."""
_BUILDING = re.compile("大厦|[大号]楼|[座栋幢]$")
"""Before 10层: a floor of it."""
_SIDES = frozenset("东西南北")
"""Before 门: 公寓西|1门."""
_SOUGHT = frozenset("奔寻打筹求张散借托漂流走搜逃躲游碰讨")
"""Behind 四处 where it says all over: 四处|筹款."""
_ROUND = frozenset("十百千万")
_TEN_IN_WORDS = frozenset("分面里字方")
"""With 十 these make words: 十分, 十字."""
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
_MORE_MEDALS = re.compile(r"[\d一二两三四五六七八九十]{1,3}[银铜]")
_MEDALS_BEFORE = re.compile(r"\d[金银]$")
_COUNTED_TERM = re.compile(r"(?:连续|蝉联|历|先后|已|举办了?|举行了?|连任|连办|成功举办|整|共|了)$")
_ABSTRACT = re.compile(
    r"(?:方面|层面|环节|维度|角度|阶段|关键|重点|要点|字|班子|率先|维护|自信|意识|坚持|确保|必须|到位|全覆盖|百分百|一律|一样|文明|体系|结合|转变|导向|抓手|统筹|清单"
    r"|机制|不|大局|循环|一批|一起|极端|凡是|务必|代表|全面|布局|[“‘—]|先|严|好|新|高|强|化|转|位一体|到|联|级|资一项|规定|禁令|责|防|保|促|比|争|创|讲|学|有|优|零|无|手|率)"
)
"""What 三个, 四项 count in slogans and outlines, where nobody counts anything."""
_OUTLINES = frozenset("个项种条点层类面头手线道步位大套关对")

_BUILT = ("园", "项目", "工程", "小区", "基地", "中心", "广场", "厂", "厂房")
"""Before the number of a phase: 产业园|2期."""


def stands_in_name(text: str, start: int, end: int, line: Span) -> bool:
    """Tell whether what stands right around the number makes it an ordinal, a clock time, a score or part of a code."""
    return (
        _BEFORE.search(text[max(line.start, start - 3) : start]) is not None
        or _BEHIND.match(text, end, line.end) is not None
    )


def is_no_quantity(view: View, number: Span, unit: Unit, line: Span, *, bounded: bool = False) -> bool:
    """Tell whether a number with this unit is none: 五届人大, 2021年, 三个方面, 二期工程, 百度.

    `bounded` says that a bound word stands with it (近百家, 百余人), which nobody says of a set phrase.
    """
    numeral = number.of(view.text)
    before = view.text[max(0, number.start - 1) : number.start]
    floor = unit.word == "层" and _BUILDING.search(view.text, max(line.start, number.start - 3), number.start)
    if floor or (unit.word in _PLACED and before == "前") or (unit.word == "门" and before in _SIDES):
        return True
    after = view.text[unit.end : min(unit.end + 8, line.end)]
    if unit.word in _CUT_OFF and after[:1].isdigit():
        return True
    following = _FOLLOWING.get(unit.word)
    if numeral == "一" and (unit.kind == "measure" or not bounded):
        return True
    if unit.word == "方" and len(numeral) > 1:
        following = None  # 挖土20万方，, but 三方，
    if (following is not None and following.match(after)) or _is_ordinal(view.text, number, unit, line):
        return True
    if is_arabic(numeral):
        return False
    return unit.kind == "people" or (not bounded and _is_set_phrase(view, number, unit, after))


def _is_ordinal(text: str, number: Span, unit: Unit, line: Span) -> bool:
    """Tell a term (第五届 without its 第), a year of the calendar, a phase, and a metal that is no medal."""
    before = text[max(line.start, number.start - 4) : number.start]
    if unit.word == "日":
        return not lasts(text, number.start)
    if unit.word == "届":
        return _COUNTED_TERM.search(before) is None
    if unit.kind == "medal":
        return _MORE_MEDALS.match(text, unit.end, line.end) is None and _MEDALS_BEFORE.search(before) is None
    if unit.word == "期":
        return before.endswith(_BUILT)
    # 2031年, 2031|职工关爱行动
    return (unit.word == "年" or unit.kind == "people") and _CALENDAR_YEAR.fullmatch(number.of(text)) is not None


def _is_set_phrase(view: View, number: Span, unit: Unit, after: str) -> bool:
    """Tell small numbers in Chinese characters that count nothing: 百度, 三个率先, 五台山."""
    numeral = number.of(view.text)
    horn = unit.word == "角" and view.text[max(0, number.start - 1) : number.start] in {"长", "珠", "铁", "金"}
    all_over = numeral == "四" and unit.word == "处" and after[:1] in _SOUGHT
    if horn or all_over or numeral in {"一", "二"}:
        return True
    if numeral in _ROUND:
        return unit.end not in view.boundaries or (numeral == "十" and unit.word in _TEN_IN_WORDS)
    if len(numeral) > 1:
        return False
    if _is_named(view, number, unit) or _is_repeated(view, numeral, unit):
        return True
    if number.start not in view.boundaries or unit.end not in view.boundaries:
        return unit.kind == "measure"
    return unit.word in _OUTLINES and _ABSTRACT.match(after) is not None


def _is_named(view: View, number: Span, unit: Unit) -> bool:
    """Tell the short name of a division in a row from a number: 农安、|九台|、双阳."""
    beside = view.text[number.start - 1] + view.text[unit.end : unit.end + 1]
    return "、" in beside and view.text[number.start : unit.end] in division_short_names()


def _is_repeated(view: View, numeral: str, unit: Unit) -> bool:
    """Tell a set phrase that says the number twice, no unit behind it (四分四白), from 三辆|三轮车, 两名|两岁女孩."""
    again = view.text[unit.end : unit.end + 1] == numeral and view.text[unit.end + 1 : unit.end + 2] != "轮"
    return again and unit_at(view, unit.end + 1, unit.end + 3) is None
