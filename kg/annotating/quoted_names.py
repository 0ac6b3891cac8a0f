"""Names of bodies in quotation marks (“陶记饭庄”, 随心选“爱心超市”), and shops of a chain (银星影院文昌店)."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.edges import specific_start
from kg.annotating.gates import Gated
from kg.annotating.heads import head_at_end
from kg.annotating.known_places import LEVELS, short_places
from kg.annotating.naming import Bodies, Naming
from kg.annotating.view import View
from kg.annotating.words import HANZI, outside, parts_of, says_only_kind
from kg.model.source import Span

_QUOTED = Gated(r"[“‘](?P<name>[^“”‘’，。、：；！？《》\n]{3,14})[”’]")
_BRANCH = re.compile(r"(?P<where>[一-龥]{2,6}?)(?:旗舰|直营|加盟|分|总|专卖)?店(?![主长员铺面内里外门家]|老板)")
_ROADS = re.compile(r"(?:[路街道巷桥镇村]|广场|大道|中心|小区|新城|花园|商场|国际|天地|万达|步行街|校区|社区)$")
_SHOP_KINDS = frozenset({"firm", "brand", "hospital", "school"})
_KINDS = _SHOP_KINDS | {"mass", "public"}
_FIRM = re.compile(r"公司|集团|社区|银行")
_OWN = 10
_SHORTEST = 3
_ITEM = 6
"""Characters before the quotation marks at most, that is in a row."""


def find_quoted(view: View, line: Span, bodies: Bodies) -> Iterator[Naming]:
    """Give the bodies whose name, or the last part of it, stands in quotation marks."""
    for m in _QUOTED.finditer(view, line):
        inner = Span(m.start("name"), m.end("name"))
        head = head_at_end(view.text, inner)
        if head is None or head[1] not in _KINDS:
            continue
        begin = _before(view, m.start(), line.start, bodies)
        if begin is not None:
            yield _naming(Span(begin, m.end()), head[1])
        elif head[1] in _SHOP_KINDS and head[0] - inner.start > 1 and not says_only_kind(view, inner.start, head[0]):
            yield _naming(inner, head[1])


def _naming(span: Span, kind: str) -> Naming:
    return Naming(span=span, kind="organization", head=kind, rule="organization.quoted-name")


def _before(view: View, position: int, floor: int, bodies: Bodies) -> int | None:
    """Return where the name before the quotation marks begins; None where no name stands there."""
    begin = _listed(view, position, floor, bodies)
    if begin is not None:
        return begin
    text = view.text
    begin = specific_start(view, position, floor, _OWN, bodies)
    if position - begin < 2 or says_only_kind(view, begin, position) or text[position - 1] in LEVELS:
        return None
    return begin if bodies.last_end(begin, position) or _FIRM.search(text, begin, position) else None


def _listed(view: View, position: int, floor: int, bodies: Bodies) -> int | None:
    """Return where an item of a row of bodies begins, whatever its words are: …柳岸社区、|随心选|“爱心超市”."""
    sign = view.text.rfind("、", max(floor, position - _ITEM - 1), position)
    if sign not in bodies or position - sign < _SHORTEST:
        return None
    words = parts_of(view, sign + 1, position)
    if len(words) == 1 and words[0] in outside():
        return None
    return sign + 1 if HANZI.match("".join(words)) else None


def find_branches(view: View, found: list[Naming]) -> Iterator[Naming]:
    """Give the shops of a chain: a firm's name, or a name in quotation marks, then where it lies, then 店."""
    text = view.text
    for naming in found:
        if naming.head in _SHOP_KINDS and (m := _BRANCH.match(text, naming.span.end)) and _lies(view, m):
            yield Naming(
                span=Span(naming.span.start, m.end()), kind="organization", head="firm", rule="organization.branch-shop"
            )
    for line in view.article.lines:
        for q in _QUOTED.finditer(view, line.span):
            m = _BRANCH.match(text, q.end())
            if m and _lies(view, m):
                yield Naming(
                    span=Span(q.start(), m.end()), kind="organization", head="firm", rule="organization.branch-shop"
                )


def _lies(view: View, m: re.Match[str]) -> bool:
    where = m["where"]
    return (
        where in short_places(view)
        or _ROADS.search(where) is not None
        or m.group().endswith(("分店", "旗舰店", "直营店", "加盟店"))
    )
