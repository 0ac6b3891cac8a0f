"""A name found in the text: where, of what kind, by which rule."""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kg.model.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A name in the text. `head` is the class of its last word (bureau, firm, school, level …).

    `refers` is the fuller name for which the words stand: 考察团 for 乡城县考察团, 该局 for 西山县水利局. Words that only refer
    have the head `reference`.
    """

    span: Span
    kind: Literal["organization", "place"]
    head: str
    rule: str
    refers: Span | None = None


class Stretches:
    """Spans that do not overlap, kept in order, so that what touches a span is found at once."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def add(self, span: Span) -> None:
        """Put in a span that overlaps none."""
        insort(self._spans, span)

    def touched(self, span: Span) -> Span | None:
        """Return the first of the spans that overlaps this one, None where none does."""
        at = max(bisect_right(self._spans, span) - 1, 0)
        return next((s for s in self._spans[at : at + 2] if s.start < span.end and span.start < s.end), None)

    def around(self, span: Span) -> Span | None:
        """Return the one of the spans that covers this one, None where none does."""
        found = self.touched(span)
        return found if found is not None and found.covers(span) else None


def longest(namings: Iterable[Naming]) -> tuple[Naming, ...]:
    """Keep the longest of those that overlap, in order of the text."""
    taken = Stretches()
    kept: list[Naming] = []
    for naming in sorted(namings, key=lambda n: (-len(n.span), n.span.start, n.rule)):
        if taken.touched(naming.span) is None:
            taken.add(naming.span)
            kept.append(naming)
    return tuple(sorted(kept, key=lambda n: n.span))
