"""Those who may take part in what a sentence speaks of, and the activities it names, found by where they stand."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.annotating.modality import modality_of
from kg.annotating.view import View
from kg.model.facts import Modality, Role, ThingKind
from kg.model.source import Span

AGAIN = "event.later-mention"
"""The rule of a mention that points at an event named before (此次活动)."""
REACH = 240
"""Characters between a verb and those whose verb it is at most; more only where punctuation was lost."""


@dataclass(frozen=True, slots=True)
class Agent:
    """A mention of someone who may take part."""

    span: Span
    key: str
    kind: ThingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A mention of an event or campaign; `main` events are those that later sentences speak of."""

    span: Span
    key: str
    kind: ThingKind
    trigger: Span | None
    modality: Modality
    rule: str
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One who takes part."""

    activity: str
    agent: str
    role: Role
    modality: Modality
    evidence: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a verb says of those whose verb it is: their role in an activity."""

    held: Held
    role: Role
    verb: Span
    modality: Modality
    rule: str

    def of(self, view: View, agent: Agent) -> Part:
        """Say it of one of them."""
        return Part(
            activity=self.held.key,
            agent=agent.key,
            role=self.role,
            modality=self.modality,
            evidence=view.quote(agent.span, self.verb),
            rule=self.rule,
        )


def say(view: View, held: Held, role: Role, verb: Span, rule: str) -> Statement:
    """Return what the verb says; it happened where neither the verb nor the event says otherwise."""
    own = modality_of(view, verb)
    modality: Modality = own if own != "happened" else held.modality
    return Statement(held=held, role=role, verb=verb, modality=modality, rule=rule)


class Agents:
    """Agents in order of the text."""

    def __init__(self, agents: Iterable[Agent]) -> None:
        self._agents = sorted(agents, key=lambda a: (a.span, a.key))
        self._starts = [agent.span.start for agent in self._agents]
        self._first_actor = min((agent.span.end for agent in self._agents if agent.kind != "place"), default=None)

    def __bool__(self) -> bool:
        return bool(self._agents)

    def acts_before(self, offset: int) -> bool:
        """Tell whether a person or body is named before the offset."""
        return self._first_actor is not None and self._first_actor <= offset

    def before(self, offset: int) -> Iterator[Agent]:
        """Give those that end before the offset, the nearest first."""
        for at in range(bisect_left(self._starts, offset) - 1, -1, -1):
            if self._agents[at].span.end <= offset:
                yield self._agents[at]

    def within(self, start: int, end: int) -> Iterator[Agent]:
        """Give those that begin at `start` or later and end before `end`, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return (agent for agent in self._agents[first:last] if agent.span.end <= end)


class Activities:
    """The activities that a sentence names: mentions in the order of their groups, the first told first."""

    def __init__(self, held: Iterable[Held] = ()) -> None:
        self.held = tuple(held)
        self._order = sorted(range(len(self.held)), key=lambda number: self.held[number].span.start)
        self._starts = [self.held[number].span.start for number in self._order]
        self._firsts = self._order.copy()
        for at in range(len(self._firsts) - 2, -1, -1):
            self._firsts[at] = min(self._firsts[at], self._firsts[at + 1])

    def nearest(self, offset: int) -> Held | None:
        """Return the mention whose beginning is nearest to the offset."""
        right = bisect_left(self._starts, offset)
        left = bisect_left(self._starts, self._starts[right - 1]) if right else None
        near = [self._order[at] for at in (left, right) if at is not None and at < len(self._order)]
        best = min(near, key=lambda n: (abs(self.held[n].span.start - offset), n), default=None)
        return None if best is None else self.held[best]

    def last_to(self, offset: int) -> Held | None:
        """Return the last told mention that ends before the offset."""
        ended = (held for held in self.held if held.span.end <= offset)
        return max(ended, key=lambda held: held.span, default=None)

    def first_from(self, offset: int) -> Held | None:
        """Return the first told of those that begin at the offset or later."""
        at = bisect_left(self._starts, offset)
        return self.held[self._firsts[at]] if at < len(self._firsts) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence: who is in it, which activities it names, the event it goes on to speak of, and what was told last.

    `lead` is the first event told, `former` the one spoken of before it, `tour` and `meeting` are the last ones,
    `ahead` is the one that the next sentence names where none was told before,
    `parted` is the last tour whose leaders went to places of their own, `row` those with whose names it goes on.
    """

    view: View
    span: Span
    agents: Agents
    activities: Activities
    events: Activities
    mains: Activities
    current: Held | None
    ahead: Held | None
    former: Held | None
    lead: Held | None
    tour: Held | None
    parted: Held | None
    meeting: Held | None
    row: tuple[Agent, ...]
