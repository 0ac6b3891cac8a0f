"""Places: divisions, towns, streets and villages where they do not act, roads, squares, parks, markets."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.division_names import division_names
from kg.annotating.edges import name_start
from kg.annotating.gates import Gated
from kg.annotating.known_places import known_places
from kg.annotating.localities import place_start
from kg.annotating.naming import Naming, Stretches, longest
from kg.annotating.view import View
from kg.annotating.words import no_divisions, no_sites, says_only_kind, word_end, word_start
from kg.model.source import Span

_LEVEL = Gated(r"自治区|自治州|自治县|自治旗|[省市县区州旗](?![委长级直域容情况民里上下内外中间亲属])")
_SITE = Gated(
    r"大道|大街|广场|公园|批发市场|农贸市场|市场|水库|体育馆|体育场|体育中心|文化中心|会展中心|大剧院|影剧院|礼堂"
    r"|产业园|工业园|园区|开发区|古城|景区|风景区|大桥|火车站|高铁站|汽车站|码头|机场|路(?=[^一-龥]|与|和|上|段|口|东|西|南|北|的|举|进|开)"
)
_OWN = 10
_LED = re.compile("[㐀-鿿]+[至到往](?=[㐀-鿿]{2})")
"""From where, before a site: 郑州东至|新郑机场."""
_BROKEN = "路街桥镇乡村区县市"
"""With what the rest of a longer name begins: 路|地铁出口处广场."""
_WAYS = "两三多几各数"
"""Before 路 where it counts ways: 兵分两路."""
_PARTS_OF_MOTTO = frozenset("·，、 ")


def find_places(view: View, organizations: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Find the names of places outside the names of organizations, in order, longest where they overlap.

    Communities and towns that came with the organizations and do not act are among them.
    """
    settled = [n for n in organizations if n.kind == "place"]
    closed = Stretches(n.span for n in organizations)
    found = list(settled)
    for line in view.article.lines:
        found.extend(n for n in _levels(view, line.span) if closed.touched(n.span) is None)
        found.extend(n for n in _sites(view, line.span) if closed.touched(n.span) is None)
    return longest(found)


def _levels(view: View, line: Span) -> Iterator[Naming]:
    for m in _LEVEL.finditer(view, line):
        start = place_start(view, m.end(), line.start)
        if start is not None and m.end() in view.boundaries and _sure(view, Span(start, m.end())):
            yield Naming(span=Span(start, m.end()), kind="place", head="division", rule="place.level")


def _sure(view: View, span: Span) -> bool:
    """Tell whether a division is known, or stands in one that is, or is a county by its ending."""
    name = span.of(view.text)
    if name in known_places(view):
        return True
    last = next((n for n in range(2, len(name)) if name[n:] in division_names()), None)
    return last is not None or bool(re.search(r"[省市县].{2,3}区$", name)) or (len(name) >= 3 and name[-1] in "县旗州")


def _sites(view: View, line: Span) -> Iterator[Naming]:
    for m in _SITE.finditer(view, line):
        start = name_start(view, m.start(), line.start, _OWN)
        led = _LED.match(view.text, start, m.start())
        span = Span(start if led is None else led.end(), m.end())
        if m.end() in view.boundaries and _is_site(view, span, m.start()):
            yield Naming(span=span, kind="place", head="site", rule="place.site")


def _is_site(view: View, span: Span, head: int) -> bool:
    """Tell a named road, square or market from a word that ends so, a kind, a count, and the rest of a longer name."""
    text, name = view.text, span.of(view.text)
    word = text[word_start(view, span.end - 1, span.start) : word_end(view, span.end - 1, len(text))]
    if head - span.start < 2 or name[0] in _BROKEN or text[span.start - 1 : span.start].isdigit():
        return False
    if (name[-1] == "路" and name[-2] in _WAYS) or _ends_motto(text, span):
        return False
    ordinary = name in no_sites() or word in no_sites() or name in no_divisions()
    return not ordinary and not says_only_kind(view, span.start, head)


def _ends_motto(text: str, span: Span) -> bool:
    """Tell whether the words end a quotation that says more: “喜迎盛会·|奋进共富路”."""
    return text.startswith("”", span.end) and text[span.start - 1 : span.start] in _PARTS_OF_MOTTO
