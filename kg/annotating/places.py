"""Places: divisions of the table, townships and villages by their level word, roads, squares, parks, markets."""

import re
from collections.abc import Iterator

from kg.annotating.edges import division_names, name_start, place_start
from kg.annotating.naming import Naming, longest
from kg.annotating.view import View
from kg.model.source import Span

_LEVEL = re.compile(r"自治区|自治州|自治县|自治旗|[省市县区州旗镇乡](?![委长级直域容情况民里上下内外中间亲])")
_SITE = re.compile(
    r"(?:大道|大街|广场|公园|批发市场|农贸市场|市场|水库|体育馆|体育场|体育中心|文化中心|会展中心|大剧院|影剧院|礼堂|文化广场|产业园|工业园|园区|开发区|古城|景区|风景区|大桥|火车站|高铁站|汽车站|码头|机场|路(?=[^一-龥]|与|和|上|段|口|东|西|南|北|的|举|进|开))"
)
_NOT_SITE = frozenset(
    "农贸市场 批发市场 文化广场 产业园 园区 工业园 景区 风景区 市场 广场 公园 道路 公路 铁路 一路 走上 思路 出路 线路 网络 马路 沿路 来路 套路 十字路 门路 国内市场 国际市场 消费市场 房地产市场 劳动力市场 人才市场 资本市场".split()
)


def find_places(view: View, organizations: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Find the names of places outside the names of organizations, in order, longest where they overlap."""
    closed = [n.span for n in organizations if n.head != "community"]
    found: list[Naming] = []
    for line in view.article.lines:
        found.extend(
            n
            for n in _levels(view, line.span)
            if not any(s.start <= n.span.start and n.span.end <= s.end for s in closed)
        )
        found.extend(
            n for n in _sites(view, line.span) if not any(s.start < n.span.end and n.span.start < s.end for s in closed)
        )
    found.extend(
        Naming(span=n.span, kind="place", head="community", rule="place.community")
        for n in organizations
        if n.head == "community"
    )
    return longest(found)


def _levels(view: View, line: Span) -> Iterator[Naming]:
    text = view.text
    for m in _LEVEL.finditer(text, line.start, line.end):
        start = place_start(view, m.end(), line.start)
        if start is None:
            continue
        name = text[start : m.end()]
        if (
            name in division_names()
            or (len(name) >= 3 and m.group()[-1] in "县镇乡旗州")
            or re.search(r"[市县].{2,3}区$", name)
        ):
            yield Naming(span=Span(start, m.end()), kind="place", head="division", rule="place.level")


def _sites(view: View, line: Span) -> Iterator[Naming]:
    text = view.text
    for m in _SITE.finditer(text, line.start, line.end):
        start = name_start(view, m.start(), line.start, 10)
        name = text[start : m.end()]
        if m.start() - start >= 2 and name not in _NOT_SITE:
            yield Naming(span=Span(start, m.end()), kind="place", head="site", rule="place.site")
