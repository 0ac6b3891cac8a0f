"""Where people were said to be: who goes back to a speech, or stresses something, does so where he was."""

from collections.abc import Iterable

from kg.annotating.agents import Agent, Held, Part
from kg.model.facts import Role
from kg.model.source import Span

_COMES: frozenset[Role] = frozenset({"attendee", "chair", "speaker", "leader", "host", "presenter"})
"""Roles of those who are there."""


class Presence:
    """What the sentences read so far say of who was at which event, and of what a paragraph told."""

    def __init__(self, held: Iterable[Held]) -> None:
        self._events: dict[str, Held] = {}
        for one in held:
            if one.main:
                self._events.setdefault(one.key, one)
        self._at: dict[str, str] = {}
        self._spoke: dict[str, str] = {}
        self._told: dict[str, Span] = {}
        self._item = 0

    def enter(self, item: int) -> None:
        """Forget who was where when another item of a digest begins."""
        if item != self._item:
            self._item = item
            self._at.clear()
            self._spoke.clear()

    def note(self, part: Part, line: Span) -> None:
        """Keep what a sentence of the line told."""
        self._told[part.activity] = line
        if part.modality == "happened" and part.activity in self._events and part.role in _COMES:
            self._at[part.agent] = part.activity
            if part.role == "speaker":
                self._spoke[part.agent] = part.activity

    def told_in(self, line: Span) -> set[str]:
        """Return the events in which the paragraph said that somebody takes part."""
        return {activity for activity, told in self._told.items() if told == line}

    def spoke_at(self, agent: Agent) -> Held | None:
        """Return the event at which somebody was said to speak last, else to be."""
        return self._events.get(self._spoke.get(agent.key, "")) or self.was_at(agent)

    def was_at(self, agent: Agent) -> Held | None:
        """Return the event at which somebody was said to be last."""
        return self._events.get(self._at.get(agent.key, ""))
