"""Headings that stand over the wrong text: between two columns of the article before, as the page was read."""

from collections.abc import Sequence

from kg.model.source import Block
from kg.segmenting.blocks import Kind
from kg.segmenting.headings import is_crosshead

Seen = tuple[Block, Kind]

_FEWEST = 3
"""Openings that a page must mark, for one that is not marked to mean something."""
_OVER = (Kind.HEADING, Kind.BYLINE)


def disentangle(seen: Sequence[Seen]) -> Sequence[Seen]:
    """Move headings down to the article that they head, past the end of the one before.

    Only on a page that marks where articles begin, and only where the next mark has no heading of its own.
    """
    marks = [i for i, (block, kind) in enumerate(seen) if block.opening and kind is Kind.START]
    if len(marks) < _FEWEST:
        return seen
    moved = list(seen)
    for mark in marks:
        tail = _run_before(moved, mark, (Kind.BODY,))
        first = _run_before(moved, tail, _OVER)
        if first and tail < mark and moved[first - 1][1] in (Kind.BODY, Kind.START) and _head(moved[first:tail]):
            moved[first:mark] = [*moved[tail:mark], *moved[first:tail]]
    return moved


def _run_before(seen: Sequence[Seen], end: int, kinds: Sequence[Kind]) -> int:
    """Return where the run of blocks of some kinds begins that ends before `end`."""
    while end > 0 and seen[end - 1][1] in kinds:
        end -= 1
    return end


def _head(over: Sequence[Seen]) -> bool:
    """Tell headings of an article from a crosshead."""
    headings = [block.text for block, kind in over if kind is Kind.HEADING]
    return bool(headings) and (len(over) > 1 or not is_crosshead(headings[0]))
