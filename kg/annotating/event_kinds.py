"""What kind of event a name tells of, and whether the name is enough to tell it from others."""

from functools import cache

from kg import expressions as re
from kg.lexicon import entries
from kg.model.facts import EventType
from kg.model.source import Span

_HELD_ONCE = frozenset({"meeting", "contest", "ceremony", "award", "signing", "launch", "donation"})
_SET_APART = re.compile(r"第.{1,3}届|20\d\d|^全[省市县区国]|大会$|仪式$|推进会|表彰|赛$")
_DIVISION = re.compile(r"[男女]子|男女|混合|团体|单打|双打")
_WHICH = re.compile(r"[届杯“\d]|锦标|公开|邀请|联赛")
"""What tells a contest from a part of one (男子团体比赛)."""
_RAID = re.compile(r"(?:清查|收网|抓捕|统一|夜查|查缉)行动[”’]?\Z")
_FINER: tuple[tuple[re.Pattern[str], EventType], ...] = (
    (re.compile(r"签约"), "signing"),
    (re.compile(r"捐赠|捐款|捐资|善款|募捐|爱心物资发放"), "donation"),
    (re.compile(r"颁奖|表彰|评选|揭晓"), "award"),
    (re.compile(r"启动"), "launch"),
    (re.compile(r"培训|宣讲|讲座"), "training"),
    (re.compile(r"整治行动|执法行动|清查"), "enforcement"),
)
_FINER_CEREMONY = re.compile(r"签约|捐|颁奖|表彰")
_SUMMED_UP = re.compile(r"(?:情况|工作|结果|成果)?(?:[进作]行?了?)(?:小结|总结|点评|讲评|通报|介绍|说明|解读|回顾)")
_SPOKEN_OF = re.compile(r"[对就将把][^，。；]{0,4}\Z")
_TOURING = re.compile(r"(?:督查|检查|督导|调研|巡查|走访|视察|考察|暗访|抽查|指导|慰问){1,3}")
_BARE_TOUR = re.compile(rf"(?:专题|实地|集中|现场|专项|联合|全面|重点|突击|拉网式|地毯式|全覆盖)?{_TOURING.pattern}")
_ABOUT = re.compile(r"(?:就|对|围绕)[^，。；：！？\n]{4,12}?(?:进行|开展|组织)了?(?:一[次轮])?\Z")
_ABOUT_REACH = 24
_MARKET = re.compile(r"(?:集市|市集|大集|庙会|市场)\Z")
_HOLDS_THERE = re.compile(r"(?:举办|举行|开展|召开|组织)(?![之前后时期])[一-龥“]")


_PLAIN_ACTIVITY = re.compile(
    r"(?:(?:宣传|配套|文旅|民俗|专属|特色|社会|公益|服务|志愿|关爱|帮扶|惠民|便民|群众性?|精神|文化|体育|文体|文艺|娱乐|旅游|学习|教育|实践|交流|体验|互动|展示|休闲|健身|主题|系列|传统)"
    r"(?:和|、|与)?){2,5}活动|(?:民俗|专属|配套|特色|文旅|旅游|节庆|互动|关爱|帮扶|惠民|传统|拥军)活动|(?:大型|重要|各种)会议|[一-龥]*(?:有关|相关|部分)(?:会议|活动)"
)
"""Names made of plain words, that say of no event which one it is."""


_WON = re.compile(r"(?:夺得|荣获|获得|斩获|摘得|捧得|捧回|勇夺|喜获|[夺获])了?[^，。；：！？\n]{4,34}\Z")
_WON_REACH = 40
_PRIZE = re.compile(r"[^，。；：！？、\n的]{0,8}(?:冠军|亚军|季军)(?=[，。；、])")


@cache
def generic_words(tag: str) -> frozenset[str]:
    """Return the words that name no event of their own: `later`, and of these the `framed`; see the lexicon."""
    return entries("plain_activities", tag)


def is_generic(name: str, tag: str) -> bool:
    """Tell a name of plain words alone: one of the lexicon's `later` or `dated`, or made of such (关爱服务活动)."""
    return name in generic_words(tag) or _PLAIN_ACTIVITY.fullmatch(name) is not None


def stands_alone(head: str, kind: EventType) -> bool:
    """Tell a name that needs no verb: long, of a kind that is held once, and with what sets it apart."""
    part = kind == "contest" and _DIVISION.search(head) is not None and _WHICH.search(head) is None
    return not part and len(head) >= 8 and kind in _HELD_ONCE and _SET_APART.search(head) is not None


def is_won(text: str, end: int, floor: int) -> bool:
    """Tell whether somebody won at what ends here: 夺得霁城省篮球邀请赛|冠军."""
    return _PRIZE.match(text, end) is not None and _WON.search(text, max(floor, end - _WON_REACH), end) is not None


def about_start(text: str, span: Span, floor: int) -> int:
    """Return where a tour begins that only its matter names: 就农田水利开展|专题调研."""
    if _BARE_TOUR.fullmatch(text, span.start, span.end) is None:
        return span.start
    about = _ABOUT.search(text, max(floor, span.start - _ABOUT_REACH), span.start)
    return span.start if about is None else about.start()


def is_raid(name: str) -> bool:
    """Tell the name of what is done in a night from that of a drive: “净夜”集中清查行动."""
    return _RAID.search(name) is not None


def finer_kind(name: str, kind: EventType) -> EventType:
    """Return the kind that other words of the name tell, where its last word tells little (签约|仪式)."""
    if kind in {"activity", "meeting"} or (kind == "ceremony" and _FINER_CEREMONY.search(name)):
        return next((finer for pattern, finer in _FINER if pattern.search(name)), kind)
    return kind


def is_where(text: str, span: Span) -> bool:
    """Tell a market at which something else is held: 在荷塘镇集市|举办…活动."""
    at = text.startswith(("在", "于"), span.start - 1)
    return (
        at and _MARKET.search(text, span.start, span.end) is not None and _HOLDS_THERE.match(text, span.end) is not None
    )


def is_summed_up(text: str, span: Span) -> bool:
    """Tell what somebody only speaks about where something else is held: 对二季度竞赛活动|进行小结."""
    return (
        _SUMMED_UP.match(text, span.end) is not None
        and _SPOKEN_OF.search(text, max(0, span.start - 6), span.start) is not None
    )


def is_told_tour(text: str, head: str, span: Span, trigger: Span | None) -> bool:
    """Tell the words for a tour that was told, which others go along on: 参加|督导检查."""
    along = trigger is not None and text.startswith(("参加", "参与"), trigger.start)
    return along and _TOURING.fullmatch(head) is not None and 0 <= text.find(head) < span.start
