"""Names of bodies in quotation marks, and shops of a chain: “陶记饭庄”, 随心选“爱心超市”, “老杨生鲜”文昌街店, 银星影院文昌店."""

import re
from collections.abc import Iterator

from kg.annotating.edges import specific_start
from kg.annotating.headed import head_at_end
from kg.annotating.localities import LEVELS, short_places
from kg.annotating.naming import Naming
from kg.annotating.view import View
from kg.annotating.words import outside, parts_of, says_only_kind
from kg.model.source import Span

_QUOTED = re.compile(r"[“‘](?P<name>[^“”‘’，。、：；！？《》\n]{3,14})[”’]")
_BRANCH = re.compile(r"(?P<where>[一-龥]{2,6}?)(?:旗舰|直营|加盟|分|总|专卖)?店(?![主长员铺面内里外门家]|老板)")
_ROADS = re.compile(r"(?:[路街道巷桥镇村]|广场|大道|中心|小区|新城|花园|商场|国际|天地|万达|步行街|校区|社区)$")
_BRAND = re.compile(r"[”’]$")
_SHOP_KINDS = {"firm", "brand", "hospital", "school"}


def find_quoted(view: View, line: Span, found: list[Naming]) -> Iterator[Naming]:
    """Give the bodies whose name, or the last part of it, stands in quotation marks."""
    ends = {n.span.end: n.span.start for n in found}
    for m in _QUOTED.finditer(view.text, line.start, line.end):
        inner = Span(m.start("name"), m.end("name"))
        head = head_at_end(view.text, inner)
        if head is None or head[1] not in _SHOP_KINDS | {"mass", "public"}:
            continue
        begin = _before(view, m.start(), line.start, ends)
        if begin is not None:
            yield _naming(Span(begin, m.end()), head[1])
        elif head[1] in _SHOP_KINDS and head[0] - inner.start >= 2 and not says_only_kind(view, inner.start, head[0]):
            yield _naming(inner, head[1])


def _naming(span: Span, kind: str) -> Naming:
    return Naming(span=span, kind="organization", head=kind, rule="organization.quoted-name")


def _before(view: View, position: int, floor: int, ends: dict[int, int]) -> int | None:
    """Return where the name before the quotation marks begins: in a row after a body, any words up to the sign before."""
    text = view.text
    sign = max(text.rfind(mark, floor, position) for mark in "、，。；：”")
    if sign > floor and text[sign] == "、" and 2 <= position - sign - 1 <= 6 and _body_ends(ends, sign):
        if not (len(words := parts_of(view, sign + 1, position)) == 1 and words[0] in outside()):
            return sign + 1
    begin = specific_start(view, position, floor, 10, ends)
    if position - begin < 2 or says_only_kind(view, begin, position) or text[begin:position].endswith(tuple(LEVELS)):
        return None
    return (
        begin
        if any(w in text[begin:position] for w in ("公司", "集团", "社区", "银行")) or begin in ends.values()
        else None
    )


def _body_ends(ends: dict[int, int], at: int) -> bool:
    return at in ends


def find_branches(view: View, found: list[Naming]) -> Iterator[Naming]:
    """Give the shops of a chain: a firm's name, or a name in quotation marks, then where it lies, then 店."""
    text = view.text
    for naming in found:
        if naming.head in _SHOP_KINDS and (m := _BRANCH.match(text, naming.span.end)) and _lies(view, m):
            yield Naming(
                span=Span(naming.span.start, m.end()), kind="organization", head="firm", rule="organization.branch-shop"
            )
    for line in view.article.lines:
        for q in _QUOTED.finditer(text, line.span.start, line.span.end):
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
