"""A name found in the text: where, of what kind, by which rule."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A name in the text. `head` is the class of its last word (bureau, firm, school, level …)."""

    span: Span
    kind: str
    head: str
    rule: str


def longest(namings: Iterable[Naming]) -> tuple[Naming, ...]:
    """Keep the longest of those that overlap, in order of the text."""
    kept: list[Naming] = []
    for naming in sorted(namings, key=lambda n: (-len(n.span), n.span.start, n.rule)):
        if all(naming.span.end <= other.span.start or other.span.end <= naming.span.start for other in kept):
            kept.append(naming)
    return tuple(sorted(kept, key=lambda n: n.span))
