"""Names found in the text: where, of what kind, by which rule; and the bodies of a line by where they end."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kg.model.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A name in the text. `head` is the class of its last word (bureau, firm, school, level …).

    `refers` is the fuller name for which the words stand: 考察团 for 青禾县考察团, 该局 for 西山县水利局. Words that
    only refer have the head `reference`. `level` are the words of another name that this one goes on with: 云溪区 of
    云溪区委 before 政府.
    """

    span: Span
    kind: Literal["organization", "place"]
    head: str
    rule: str
    refers: Span | None = None
    level: Span | None = None


class Bodies:
    """The bodies found so far in a line, by where they end: a name that begins with a body begins where it does."""

    def __init__(self, namings: Iterable[Naming] = ()) -> None:
        self._starts: dict[int, int] = {}
        for naming in namings:
            self.add(naming)

    def add(self, naming: Naming) -> None:
        """Take in a body."""
        self._starts[naming.span.end] = naming.span.start

    def __contains__(self, end: object) -> bool:
        return end in self._starts

    def start_of(self, end: int) -> int | None:
        """Return where the body begins that ends at the offset, None where none ends."""
        return self._starts.get(end)

    def last_end(self, start: int, end: int) -> int | None:
        """Return the last offset after `start`, up to `end`, where a body ends; the two must be near each other."""
        return next((at for at in range(end, start, -1) if at in self._starts), None)


class Stretches:
    """Spans that do not overlap, kept in order, so that what touches a span is found at once."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans, key=_start)
        self._starts = [span.start for span in self._spans]

    def add(self, span: Span) -> None:
        """Put in a span that overlaps none."""
        at = bisect_right(self._starts, span.start)
        self._starts.insert(at, span.start)
        self._spans.insert(at, span)

    def touched(self, span: Span) -> Span | None:
        """Return the first of the spans that overlaps this one, None where none does."""
        at = bisect_right(self._starts, span.start)
        if at and self._spans[at - 1].end > span.start:
            return self._spans[at - 1]
        return self._spans[at] if at < len(self._spans) and self._starts[at] < span.end else None


def _start(span: Span) -> int:
    return span.start


def longest(namings: Iterable[Naming]) -> tuple[Naming, ...]:
    """Keep the longest of those that overlap, in order of the text."""
    ordered = sorted(namings, key=lambda n: (n.span.start, n.span.end))
    kept: list[Naming] = []
    group: list[Naming] = []
    edge = -1
    for naming in ordered:
        if naming.span.start >= edge:
            kept.extend(_longest_of(group))
            group = []
        group.append(naming)
        edge = max(edge, naming.span.end)
    kept.extend(_longest_of(group))
    return tuple(kept)


def _longest_of(group: list[Naming]) -> list[Naming]:
    """Keep the longest of a run of names each of which overlaps another."""
    if len(group) < 2:
        return group
    taken = Stretches()
    kept: list[Naming] = []
    for naming in sorted(group, key=lambda n: (-len(n.span), n.span.start, n.rule)):
        if taken.touched(naming.span) is None:
            taken.add(naming.span)
            kept.append(naming)
    return sorted(kept, key=lambda n: n.span.start)
