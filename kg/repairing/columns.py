"""The widths of printed lines against those around them: how wide the column is in which a line stands."""

from collections.abc import Sequence
from math import log
from statistics import median

from kg.repairing.lines import Printed

INDENT = 2.0
SLACK = 1.5
"""How much narrower than its column a full line may be: what fits no more, and what justification eats."""
_NEAR = 6


class Columns:
    """The lines of a page with the widths around each.

    Some typesetters squeeze punctuation to half its width and some do not, often on one page: a line counts as full
    if it is by either measure, as narrow if it is by both.
    """

    def __init__(self, lines: Sequence[Printed]) -> None:
        self.lines = lines
        self._measures = ([p.wide for p in lines], [p.tight for p in lines])
        self._before: dict[tuple[int, int], float] = {}
        self._after: dict[int, float] = {}
        pairs = range(1, len(lines))
        breaks = [i for i in pairs if lines[i - 1].ended and self.lacks_before(i - 1) > INDENT + SLACK]
        within = [i for i in pairs if not lines[i - 1].ended and abs(self.lacks_before(i - 1)) < SLACK]
        shown = sum(lines[i].indent >= INDENT and lines[i - 1].ended for i in pairs)
        not_shown = sum(lines[i].indent < INDENT and self.lacks_after(i) < INDENT + SLACK for i in breaks)
        self.indented = shown > not_shown
        """Paragraphs keep the spaces of their indents."""
        self.trimmed = len(breaks) >= 2 and median(self.first_line_lack(i) for i in breaks) >= 1
        """Paragraphs have lost those spaces, but their first lines are narrower for them."""
        gap_of_break = _share(breaks, [lines[i].gap for i in breaks])
        gap_within = _share(within, [lines[i].gap for i in within])
        self.gap_weight = log(gap_of_break / gap_within)
        """What a blank line says for a new paragraph on this page; its absence says `no_gap_weight`."""
        self.no_gap_weight = log((1 - gap_of_break) / (1 - gap_within))

    def lacks_before(self, at: int, within: int = _NEAR) -> float:
        """Say by how much a line is narrower than at most `within` lines before it; 0 where there are none."""
        if (at, within) not in self._before:
            lacks = (_lack(widths[max(at - within, 0) : at], widths[at]) for widths in self._measures)
            self._before[at, within] = min(lacks)
        return self._before[at, within]

    def lacks_after(self, at: int) -> float:
        """Say by how much a line is narrower than the lines after it."""
        if at not in self._after:
            self._after[at] = min(_lack(widths[at + 1 : at + 1 + _NEAR], widths[at]) for widths in self._measures)
        return self._after[at]

    def overhangs(self, at: int) -> bool:
        """Tell a line wider than the next two, which are no last ones, by more than a mark that hangs over."""
        below = self.lines[at + 1 : at + 3]
        if len(below) < 2 or any(line.ended for line in below):
            return False
        return all(max(widths[at + 1 : at + 3]) < widths[at] - INDENT for widths in self._measures)

    def intrudes(self, at: int) -> bool:
        """Tell a line unlike the body on both sides of it: much narrower, or wider than a mark that hangs over."""
        before, after = self.lacks_before(at), self.lacks_after(at)
        return min(before, after) > INDENT + SLACK or max(before, after) < -INDENT

    def first_line_lack(self, at: int) -> float:
        """Say by how much a line is narrower than the lines after it, or than the next one if that is no last line."""
        lack = self.lacks_after(at)
        if at + 1 >= len(self.lines) or self.lines[at + 1].ended:
            return max(lack, 0.0)
        return max(lack, min(widths[at + 1] - widths[at] for widths in self._measures))

    def width(self, first: int, last: int) -> float:
        """Return the width of the column in which lines `first` to `last` stand, 0 where they are too few to tell."""
        return _typical(self._measures[0][first : last + 1]) if last - first >= 2 else 0.0


def _lack(others: Sequence[float], width: float) -> float:
    return _typical(others) - width if others else 0.0


def _typical(widths: Sequence[float]) -> float:
    """Return the width of a full line: the second widest of a few, as one may hang over."""
    return sorted(widths)[-2] if len(widths) > 2 else max(widths)


def _share(among: Sequence[int], hits: Sequence[bool]) -> float:
    """Return the share of hits, never quite none or all."""
    return (sum(hits) + 0.5) / (len(among) + 1)
