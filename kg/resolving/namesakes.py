"""What bearers of one name are called by: their place, and what sets each apart from the others there.

Reporters are set apart by their paper. Of the others of a place the first who holds a post keeps the plain name, for
most articles are about him; what comes later, or no more than speaks, takes its first article. So a new bearer of a
name seldom changes what the known ones are called by (decision 0019).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kg.model.candidate import Candidate, Decision
from kg.model.source import Locality
from kg.resolving.reporters import UNNAMED
from kg.resolving.territory import order_of, seat_of


def identify(groups: Iterable[Iterable[Candidate]]) -> list[Decision]:
    """Decide what the bearers of one name are called by, each given by the candidates that are he."""
    decisions: list[Decision] = []
    taken: set[tuple[Locality | None, str | None]] = set()
    for group in sorted((sorted(group, key=lambda c: c.report) for group in groups), key=_rank):
        seat, scope = _seat(group), _paper(group)
        is_placed = seat is not None or scope not in {None, UNNAMED}
        if not is_placed and len(group) == 1:
            continue
        if not is_placed or (seat, scope) in taken:
            scope = group[0].article
        taken.add((seat, scope))
        decisions += _decisions(group, seat, scope)
    return decisions


def _rank(group: Sequence[Candidate]) -> tuple[bool, tuple[date, str, str]]:
    return not any(p.organization for c in group for p in c.held), group[0].report


def _paper(group: Sequence[Candidate]) -> str | None:
    """Return what sets a reporter apart; nothing for others."""
    if not group[0].reporter:
        return None
    return next((c.newspaper for c in group if c.newspaper), UNNAMED)


def _decisions(group: Sequence[Candidate], seat: Locality | None, scope: str | None) -> Iterator[Decision]:
    """Give each candidate that is called otherwise what it is called by."""
    rule = _rule(group)
    for c in group:
        if (c.jurisdiction, c.scope) != (seat, scope):
            yield Decision(
                article=c.article,
                key=c.key,
                label=c.label,
                jurisdiction=seat,
                scope=scope,
                rule=rule,
                is_merged=len(group) > 1,
            )


def _seat(group: Sequence[Candidate]) -> Locality | None:
    """Return where a cluster belongs: the smallest division of the posts reported first, else of the first article."""
    for c in group:
        if told := {seat_of(p.jurisdiction) for p in c.held if p.jurisdiction is not None}:
            return min(told, key=order_of)
    seats = (seat_of(here) for c in group if (here := c.jurisdiction or c.home) is not None)
    return next(seats, None)


def _rule(group: Sequence[Candidate]) -> str:
    if len(group) == 1:
        return "resolution.person-of-a-place"
    if group[0].reporter:
        return "resolution.reporter-of-one-paper"
    return (
        "resolution.person-of-compatible-posts" if any(c.posts for c in group) else "resolution.person-of-one-village"
    )
