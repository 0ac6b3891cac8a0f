"""Agents and activities of a sentence, found by where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from kg.annotating.agents import Activities, Agent, Agents, Held
from kg.model.source import Span

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 6)).map(lambda pair: Span(pair[0], sum(pair)))


def held(number: int, span: Span) -> Held:
    """Return a mention of an event."""
    return Held(
        span=span, key=str(number), kind="event", trigger=None, modality="happened", rule="event.named", main=True
    )


@given(spans=st.lists(SPANS, max_size=12), offset=st.integers(0, 50))
def test_the_nearest_activity_is_found_among_all(spans: list[Span], offset: int) -> None:
    """Of two as near, the one told first; the first told of those behind an offset likewise."""
    told = [held(number, span) for number, span in enumerate(spans)]
    activities = Activities(told)
    assert activities.nearest(offset) == min(told, key=lambda h: abs(h.span.start - offset), default=None)
    assert activities.first_from(offset) == next((h for h in told if h.span.start >= offset), None)


@given(spans=st.lists(SPANS, max_size=12), offset=st.integers(0, 50), end=st.integers(0, 60))
def test_agents_before_and_within_are_those_of_the_whole_list(spans: list[Span], offset: int, end: int) -> None:
    """Nearest first before an offset, in order within a stretch."""
    all_of_them = sorted(
        (Agent(span, str(number), "person" if number % 2 else "place") for number, span in enumerate(spans)),
        key=lambda a: (a.span, a.key),
    )
    agents = Agents(all_of_them)
    before = [a for a in all_of_them if a.span.end <= offset]
    assert list(agents.before(offset)) == before[::-1]
    assert agents.acts_before(offset) == any(a.kind == "person" for a in before)
    assert list(agents.within(offset, end)) == [a for a in all_of_them if offset <= a.span.start and a.span.end <= end]
