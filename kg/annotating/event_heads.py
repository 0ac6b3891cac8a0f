"""The last words of the names of events: those of the lexicon, and any meeting, show, lesson or stage."""

from functools import cache
from typing import cast

from kg.annotating.openings import Opened
from kg.lexicon import table
from kg.model.facts import EventType

_IS_HELD = (
    r"(?:圆满|隆重|顺利|火热|激情|如期|正式|精彩|成功|盛大)*"
    r"(?:[开闭落揭]幕|开[赛打战锣跑]|举[行办]|召开|拉开|落下|收官|结束|上演|鸣|打响)"
)
"""Behind a word that is no event by itself: it was held."""
MEETING = "会"
_ANY_MEETING = (
    r"(?:(?<![协学商工员理董金合总际社机国议教体年委字善]会)|(?<=全委会))(?=[，。；、）\n在于上后将召举由和及]|$|"
    rf"{_IS_HELD})"
)
"""Any other meeting (通气会, 讲评会), where it is said that it was held."""
_SHOW = "展"
_ANY_SHOW = r"(?<![发进开扩拓施伸招参会布画舒]展)(?![现开望翅销示出位区板品台厅馆])"
"""Any show (农具展), not the verbs that end or begin so."""
_BOARD = "执委会"
_ANY_BOARD = r"(?<=[一二三四五六七八九十]次执委会)"
"""A session of a board, not the board: 第九届一次执委会."""
_LESSON = "课"
_ANY_LESSON = r"(?<![上下功备逃旷停网授选开听讲代门主排节]课)(?=[，。；、）\n]|$)"
"""Any lesson (防火课), where it is said that it was held."""
_SCREENING = "筛查"
_ANY_SCREENING = r"(?<=[”癌病费性]筛查)(?=[，。；、）\n活]|$)"
"""Any screening for a disease (“两癌”筛查), not the verb."""
_FESTIVAL = "节"
_ANY_FESTIVAL = (
    r"(?<=[一-龥]{3}节)(?<![春季环细情关礼章时师庆动女儿护中明午宵阳夕士童亲年调枝人青国]节)"
    r"(?=[，。；、）\n在于暨将已因推延取]|”暨|[一-龥]{0,4}(?:[开闭落][幕场]|举[行办](?=[，。；于在])|拉开|[帷序大]幕|启[动幕]|上演|收官)|$)"
)
"""Any festival (家电节) but those of the calendar, where it is said that it was held."""
_SPECIAL = "专场"
_ANY_SPECIAL = r"(?<=[一-龥]{3}专场)(?=[，。；）\n]|$)"
"""Any special session (个体工商户专场), where it is said that it was held."""
_SEASON = "季"
_ANY_SEASON = (
    r"(?<=[一-龥”]{3}季)(?<![春夏秋冬学业花雨旱]季)(?=”?(?:活动)?(?:[在于][^，。；]{2,16}?|[今昨]日|[近日][日前]|正式|盛大|隆重|火热|圆满){0,3}"
    r"(?:启[动幕]|开[幕启]|拉开|落[幕下]|闭幕|收官)|暨)"
)
"""Any season that is opened or closed (蓝莓采摘季), not those of the year."""
_FEAST = "宴"
_ANY_FEAST = r"(?<=[一-龥]{2}宴)(?=[，。；、）\n]|活动|$)"
"""Any feast (饺子宴), where it is said that it was held."""
_MATCH = "赛"
_ANY_MATCH = (
    r"(?<=[一-龥]{3}赛)(?<![参比竞大联决预复初开备观退停弃完禁夺争锦标]赛)(?=[，。；、）\n在于上取推延将因暨]|不再|$|"
    rf"{_IS_HELD})"
)
"""Any match (门球赛), where it is said that it was held."""
QUOTED = "”"
_ANY_NAMED = (
    r"(?<=[一-龥]{2}”)(?=[，。；]|(?:[日近][前日]|\d{1,2}月\d{1,2}日|[今昨当][日天晚]|将|在[^，。；“”]{2,16}?)*"
    r"(?:隆重|正式|顺利|圆满|盛大|火热|精彩|如期|激情|同步){0,2}"
    r"(?:举[行办]|[开闭落]幕|开[赛跑唱锣]|启[动幕]|拉开(?:帷|序|大)幕|落下帷幕|收官|上演)[，。；])"
)
"""A quotation that is held by itself (“…湖岸行”在某地启动) or may be the object of who holds it, no speech."""
_VOLUNTEERING = "志愿服务"
_ANY_VOLUNTEERING = r"(?:(?<=”志愿服务)|(?<=专项志愿服务)|(?<=主题志愿服务))(?=[，。；\n]|$)"
_STAGE = r"(?<=[动会赛班堂坛目程]第)[一二三四五六七八九十\d]{1,3}[站场期讲]"
"""One stage of what is held in several places: “…”圆梦行动第三站."""


@cache
def heads() -> tuple[Opened, dict[str, EventType]]:
    """Return where names of events may end, and of which kind are those that end so."""
    kinds = {row[0]: cast("EventType", row[1]) for row in table("activities")}
    known = [(word, "") for word in sorted(kinds.keys() - {_SHOW})]
    guarded = [
        (_SHOW, _ANY_SHOW),
        (MEETING, _ANY_MEETING),
        (_LESSON, _ANY_LESSON),
        (_BOARD, _ANY_BOARD),
        (_SCREENING, _ANY_SCREENING),
        (_FESTIVAL, _ANY_FESTIVAL),
        (_SPECIAL, _ANY_SPECIAL),
        (_FEAST, _ANY_FEAST),
        (_MATCH, _ANY_MATCH),
        (_SEASON, _ANY_SEASON),
        (QUOTED, _ANY_NAMED),
        (_VOLUNTEERING, _ANY_VOLUNTEERING),
        ("第", _STAGE),
    ]
    return Opened(known + guarded), {
        **kinds,
        MEETING: "meeting",
        _BOARD: "meeting",
        _SCREENING: "activity",
        _LESSON: "training",
        _FESTIVAL: "activity",
        _SPECIAL: "activity",
        _FEAST: "activity",
        _MATCH: "contest",
        _SEASON: "activity",
    }
