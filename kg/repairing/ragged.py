"""Lines of no column: broken anywhere, each as wide as it happens to be. Only indents, blank lines and words tell.

Such text was copied out of a narrow window, or wrapped twice. A line that ends no sentence goes on, unless it stands
over a paragraph as headings do.
"""

from collections.abc import Sequence
from itertools import pairwise

from kg.repairing.columns import INDENT, SLACK, Columns
from kg.repairing.lines import Printed
from kg.repairing.signs import begins_closing, is_open, is_plain, is_signed, is_subtitle, parts_phrase, runs_on

_FEWEST = 4
"""Broken lines that say whether there is a column."""
_RAGGED = 0.4
"""The share of broken lines as wide as none of those around them, above which there is no column: 0 to 0.2 in print."""
STRAY = 0.1
"""The share of broken sentences with a blank line inside, up to which blank lines tell paragraphs."""
_MOST_HEADINGS = 4


def is_ragged(columns: Columns) -> bool:
    """Tell lines of no column: most that break off inside a sentence are not as wide as those around them."""
    broken = [i for i, line in enumerate(columns.lines[:-1]) if breaks_off(line)]
    uneven = [i for i in broken if min(abs(columns.lacks_before(i)), abs(columns.lacks_after(i))) > SLACK]
    return len(broken) >= _FEWEST and len(uneven) > _RAGGED * len(broken)


def breaks_off(line: Printed) -> bool:
    """Tell a line that ends inside a sentence, and by its clauses is no heading."""
    return not line.ended and not is_plain(line.text) and not line.text.endswith(("；", "：", ":", "）", ")"))


class Ragged:
    """The lines of a page without columns; `opening` tells those that open an article or sign one."""

    def __init__(self, lines: Sequence[Printed], opening: Sequence[bool]) -> None:
        self.lines = lines
        self.opening = opening
        self.text = "".join(line.text for line in lines)
        inside = [b for a, b in pairwise(lines) if breaks_off(a)]
        behind = [lines[i] for i in range(1, len(lines)) if lines[i - 1].ended and not opening[i]]
        self.gaps_tell = sum(b.gap for b in inside) <= STRAY * len(inside)
        shown = sum(b.indent >= INDENT for b in behind)
        self.indented = shown > sum(b.gap and b.indent < INDENT and not is_plain(b.text) for b in behind)

    def goes_on(self, current: Sequence[Printed], at: int) -> bool:
        """Tell whether line `at`, which opens nothing, continues the block that ends with line `at - 1`."""
        a, b = self.lines[at - 1], self.lines[at]
        opened = is_open(current)
        if self._is_first(b) and not opened:
            return False
        if begins_closing(b.text):
            return True
        apart = b.gap and self.gaps_tell
        if a.ended or is_signed(current):
            return not apart and not self._heads(at)
        if runs_on(a.text, b.text) or opened:
            return True
        if self._heads(at - len(current)):
            return not apart and (
                parts_phrase(self.text, a.text, b.text) or is_subtitle(current[0].text) > is_subtitle(b.text)
            )
        return not apart

    def _heads(self, at: int) -> bool:
        """Tell whether line `at` stands with none but plain lines, which end no sentence, over a paragraph."""
        for i in range(at, min(at + _MOST_HEADINGS, len(self.lines))):
            line = self.lines[i]
            if i > at and self._starts(i):
                return True
            if line.ended or self.opening[i] or not is_plain(line.text) or self._is_first(line):
                return False
        return at + _MOST_HEADINGS > len(self.lines)

    def _starts(self, at: int) -> bool:
        """Tell by what the layout shows alone that something starts at a line."""
        line = self.lines[at]
        return self.opening[at] or (self.gaps_tell and line.gap) or self._is_first(line)

    def _is_first(self, line: Printed) -> bool:
        return self.indented and line.indent >= INDENT
