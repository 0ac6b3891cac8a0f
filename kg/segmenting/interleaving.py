"""Headings that stand over the wrong text, as the page was read: inside the article before, or below their own."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model.source import Block
from kg.segmenting.blocks import Kind
from kg.segmenting.headings import is_crosshead

Seen = tuple[Block, Kind]

_FEWEST = 3
"""Openings that a page must mark, for one that is not marked to mean something."""
_FEWEST_BELOW = 2
_TEXT = (Kind.HEADING, Kind.BYLINE, Kind.BODY)
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


def raise_headings(seen: Sequence[Seen]) -> Sequence[Seen]:
    """Move headings up to the article below which they stand, where the page prints all of them so.

    Only where the first article has none above it, the last one has some below it, and their words are rather those
    of the article above them.
    """
    starts = [i for i, (_, kind) in enumerate(seen) if kind is Kind.START]
    if len(starts) < _FEWEST_BELOW or any(kind in _TEXT for _, kind in seen[: starts[0]]):
        return seen
    last = _run_before(seen, len(seen), (Kind.MASTHEAD, Kind.CAPTION))
    ends = [*starts[1:], last]
    runs = [_run_before(seen, end, _OVER) for end in ends]
    if runs[-1] == last or not _are_below(seen, starts, runs, ends):
        return seen
    raised = list(seen[: starts[0]])
    for start, run, end in zip(starts, runs, ends, strict=True):
        raised += [*seen[run:end], *seen[start:run]]
    return [*raised, *seen[last:]]


def _are_below(seen: Sequence[Seen], starts: Sequence[int], runs: Sequence[int], ends: Sequence[int]) -> bool:
    """Tell by their words whether headings rather belong to the text above them than to that below."""
    texts = ["".join(block.text for block, _ in seen[a:b]) for a, b in zip(starts, runs, strict=True)]
    above = below = 0
    for i, (run, end) in enumerate(zip(runs, ends, strict=True)):
        words = {pair for block, kind in seen[run:end] if kind is Kind.HEADING for pair in _pairs(block.text)}
        above += sum(pair in texts[i] for pair in words)
        below += sum(pair in texts[i + 1] for pair in words) if i + 1 < len(texts) else 0
    return above > 2 * below


def _pairs(text: str) -> Iterator[str]:
    return ("".join(pair) for pair in pairwise(text))


def _run_before(seen: Sequence[Seen], end: int, kinds: Sequence[Kind]) -> int:
    """Return where the run of blocks of some kinds begins that ends before `end`."""
    while end > 0 and seen[end - 1][1] in kinds:
        end -= 1
    return end


def _head(over: Sequence[Seen]) -> bool:
    """Tell headings of an article from a crosshead."""
    headings = [block.text for block, kind in over if kind is Kind.HEADING]
    return bool(headings) and (len(over) > 1 or not is_crosshead(headings[0]))
