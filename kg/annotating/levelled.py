"""Titles that need no more than a level before them: 区|领导, 省|人大代表, 市级|河长, and the 主席 of a region."""

from kg import expressions as re
from kg.annotating.edges import place_start
from kg.annotating.known_places import LEVELS
from kg.annotating.localities import level_start
from kg.annotating.offices import Before, Organ
from kg.annotating.titles import Title
from kg.annotating.view import View
from kg.model.source import Span

ELECTED = frozenset({"人大代表", "人民代表大会代表", "政协委员"})
_WARDENS = frozenset({"河长", "湖长", "林长", "田长", "总河长", "总林长", "总湖长", "总田长", "河湖长", "总河湖长"})
_WARDED = re.compile(rf"(?:(?<=、)[㐀-鿿（）]{{0,16}}?)?(?P<level>[{LEVELS}村](?:级|双|第一)?|街道级?)$")
_LED = re.compile(
    rf"(?:[{LEVELS}](?:委|政府|人大|政协)|[我全各该]?[{LEVELS}]|[{LEVELS}]级|[县处厅地师]级|[省市县区州旗]?四(?:大班子|套班子|家班子|个班子|家)|校|院|局|总队|支队|街道|政府|党委|人大|政协|单位|公司|集团|学校|部门)老?$"
)
LEVELLED = ELECTED | _WARDENS | {"领导"}
"""Titles that only a level, or a body in short, stands before."""


def level_before(view: View, title: Title, end: int, edge: int) -> Before | None:
    """Read the level before one of these titles; `end` is where what stands before its term (第十届) ends."""
    if title.core in ELECTED:
        return _elected(view, title, end, edge)
    return _warded(view.text, title, edge) if title.core in _WARDENS else _led(view, title, edge)


def _elected(view: View, title: Title, end: int, edge: int) -> Before | None:
    """Read whose congress or CPPCC has this deputy or member: 市|人大代表, 全国|政协委员."""
    start = _level(view, end, edge)
    if start is None:
        return None
    place, body = view.text[start:end], title.core[:-2]
    organ = Organ(label=place + body, span=Span(start, title.end - 2), implied=True, place=place)
    return Before(start=start, organ=None if place == "全国" else organ, prefix=place, kind="alone")


def _warded(text: str, title: Title, edge: int) -> Before | None:
    """Read of which level, and of what, one is 河长 besides: 副市长、|柳溪河|市级|河长."""
    of = _WARDED.search(text, edge, title.start)
    return None if of is None else Before(start=of.start(), prefix=of["level"], kind="alone")


def _level(view: View, end: int, edge: int) -> int | None:
    """Return where the level, the place or 全国 begins that ends here."""
    if view.text.endswith("全国", edge, end):
        return end - len("全国")
    return level_start(view, end, edge) if end > edge and view.text[end - 1] in LEVELS else None


def _led(view: View, title: Title, edge: int) -> Before | None:
    """Read the body whose 领导 these are: 区领导, 西山县领导, 校领导; None where no body is named."""
    m = _LED.search(view.text, max(edge, title.start - 6), title.start)
    if m is None:
        return None
    level = re.match(rf"[{LEVELS}]$|街道$", m.group())
    start = place_start(view, title.start, edge) if level else None
    start = m.start() if start is None else start
    return Before(start=start, prefix=view.text[start : title.start], kind="alone")


def region_before(view: View, begin: int, end: int, edge: int) -> Before:
    """Read the autonomous region, which ends where the words of its 主席 begin, whose government has one."""
    start = place_start(view, begin, edge)
    start = begin - len("自治区") if start is None else start
    place = view.text[start:begin]
    organ = Organ(label=place + "政府", span=Span(start, end), implied=True, place=place)
    return Before(start=start, organ=organ)
