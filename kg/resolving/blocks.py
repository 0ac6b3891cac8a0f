"""Blocks: only candidates of one block can be one thing, so each block is resolved by itself."""

from collections.abc import Callable, Sequence

from kg.model.candidate import Candidate, Decision
from kg.resolving.bodies import resolve_bodies
from kg.resolving.drives import core_of, resolve_campaigns
from kg.resolving.happenings import resolve_events
from kg.resolving.persons import resolve_persons
from kg.resolving.territory import city_of

_RESOLVERS: dict[str, Callable[[Sequence[Candidate]], list[Decision]]] = {
    "person": resolve_persons,
    "event": resolve_events,
    "campaign": resolve_campaigns,
    "organization": resolve_bodies,
}


def block_of(candidate: Candidate) -> str:
    """Return the one block of a candidate.

    A person's is the name; an event's its prefecture and the month of its day or report; a campaign's its division and
    what its name says; a body's its prefecture.
    """
    place = candidate.jurisdiction or candidate.home
    match candidate.kind:
        case "person":
            return f"person {candidate.label}"
        case "event":
            day = candidate.days[0] if candidate.days else candidate.published
            return f"event {city_of(place)} {day:%Y-%m}" if day else f"event {city_of(place)}"
        case "campaign":
            return f"campaign {(place.code or place.name) if place else ''} {core_of(candidate.label)}"
        case _:
            return f"{candidate.kind} {city_of(place)}"


def resolve_block(candidates: Sequence[Candidate]) -> tuple[Decision, ...]:
    """Decide which candidates of one block are one, whatever their order. Most stay as they are."""
    ordered = sorted(candidates, key=lambda c: (c.article, c.key))
    if not ordered:
        return ()
    decisions = _RESOLVERS[ordered[0].kind](ordered)
    return tuple(sorted(decisions, key=lambda d: (d.article, d.key)))
