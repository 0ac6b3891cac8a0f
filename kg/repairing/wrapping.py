"""Which printed lines go on in the next one: told by the width of their column, by how they end, by open quotes.

A body line is as wide as its column; the first line of a paragraph is two characters narrower; a paragraph's last
line ends a sentence; a heading is narrower than its column and ends none. Blank lines say little: the extraction
from a PDF leaves them inside sentences.
"""

import re
from collections.abc import Iterator, Sequence
from statistics import median

from kg.repairing.lines import Printed

_SLACK = 1.5
"""How much narrower than its column a full line may be: what fits no more, and what justification eats."""
_INDENT = 2.0
_LONGEST_LINE = 42.0
"""Newspaper columns are not wider than this; a longer line is a whole paragraph."""
_NEAR = 6

_RUNS_ON = re.compile(r"[，、；（“‘《〈「『(·/]$")
_CLOSING = re.compile(r"[，。、；：！？”’）》〉」』…%)]")
_SUBTITLE = re.compile("[—─－-]{2,}")
_SIGNATURE = re.compile(
    r"[□■◎●▲◇○\s]*(?:[^\s，。；：:]{2,14}?[\s•·]*)?(?:见习|实习|特约|首席|特派)?(?:记者|通讯员|实习生|摄影|作者)"
    r"(?:[\s:：]+[^\s，。；！？]{1,16}){1,6}"
)
_DATELINE = re.compile(r"本报讯|本报[^，。]{0,10}讯|新华社[^，。]{0,12}电|中新[网社][^，。]{0,12}电")
_CLAUSE = re.compile("[，。；！？]")
_PAIRS = ("“”", "《》", "（）", "‘’")


def join_lines(lines: Sequence[Printed]) -> Iterator[tuple[Printed, ...]]:
    """Group lines into blocks, in order of their first line. Doubled lines stand by themselves and do not end a block."""
    view = _Column([line for line in lines if not line.doubled])
    blocks: list[list[Printed]] = []
    current: list[Printed] = []
    at = -1
    for line in lines:
        if line.doubled:
            blocks.append([line])
            continue
        at += 1
        if current and view.goes_on(current, at):
            current.append(line)
        else:
            current = [line]
            blocks.append(current)
    yield from (tuple(block) for block in blocks)


def is_signature(text: str) -> bool:
    """Tell whether a line is a byline by itself."""
    return len(text) <= 60 and _SIGNATURE.fullmatch(text) is not None


class _Column:
    """The lines of a page, with the widths around each."""

    def __init__(self, lines: Sequence[Printed]) -> None:
        self.lines = lines
        wide, tight = [p.wide for p in lines], [p.tight for p in lines]
        self.width = tight if _spread(tight) < _spread(wide) else wide
        self.trimmed = self._first_lines_are_narrower()

    def goes_on(self, current: list[Printed], at: int) -> bool:
        """Tell whether line `at` continues the block that ends with line `at - 1`."""
        a, b = self.lines[at - 1], self.lines[at]
        if b.opening or is_signature(b.text) or (len(current) == 1 and is_signature(a.text)):
            return False
        if a.ended:
            return not self._paragraph_starts(at) and _DATELINE.match(b.text) is None
        if _RUNS_ON.search(a.text) or _CLOSING.match(b.text) or _is_open(current):
            return True
        if _SUBTITLE.match(b.text) and len(current) == 1:
            return False
        return len(current) > 1 or not self._is_heading(at - 1)

    def _paragraph_starts(self, at: int) -> bool:
        """Tell whether a paragraph starts at line `at`, where the line before it ends a sentence."""
        a, b = self.lines[at - 1], self.lines[at]
        column = self._column(at - 1)
        if b.indent >= 2 or a.wide > _LONGEST_LINE or self.width[at - 1] < column - _SLACK or self._one_line_each(at):
            return True
        if self.trimmed:
            after = self._after(at + 1)
            narrow = self.width[at] <= after - _INDENT + 0.75
            return (narrow and not b.ended) or (b.ended and b.gap)
        return b.gap

    def _is_heading(self, at: int) -> bool:
        """Tell whether a line that starts a block and ends no sentence is a heading, not a paragraph's first line."""
        line, width = self.lines[at], self.width[at]
        after = self._after(at + 1)
        if not after or line.opening or line.text.endswith("："):
            return not line.opening
        plain = _CLAUSE.search(line.text) is None
        if width < after - _INDENT - _SLACK:
            short_before = width < self._before(at) - _INDENT - _SLACK
            return short_before or (plain and (line.gap or self.lines[at + 1].gap))
        # As wide as a first line: a heading only if the next line is a paragraph's first one by its width.
        following = self._after(at + 2)
        next_is_first = (
            self.trimmed and self.width[at + 1] <= following - _INDENT + 0.75 and not self.lines[at + 1].ended
        )
        return plain and line.gap and self.lines[at + 1].gap and next_is_first

    def _column(self, at: int) -> float:
        sides = [w for w in (self._before(at + 1), self._after(at + 1)) if w]
        return min(sides)

    def _before(self, at: int) -> float:
        return _typical(self.width[max(at - _NEAR, 0) : at])

    def _after(self, at: int) -> float:
        return _typical(self.width[at : at + _NEAR])

    def _one_line_each(self, at: int) -> bool:
        near = [p for p in self.lines[max(at - 4, 0) : at + 4] if not is_signature(p.text)]
        return sum(p.ended for p in near) >= 0.6 * len(near)

    def _first_lines_are_narrower(self) -> bool:
        """Tell whether the page has lost the spaces of its indents, but not their width."""
        drops = []
        for i in range(1, len(self.lines) - 2):
            a, b = self.lines[i - 1], self.lines[i]
            if a.ended and not b.ended and not b.opening and self.width[i - 1] < self._before(i) - _INDENT:
                drops.append(self._after(i + 1) - self.width[i])
        return len(drops) >= 2 and median(drops) >= 1


def _typical(widths: Sequence[float]) -> float:
    return sorted(widths, reverse=True)[len(widths) // 4] if widths else 0.0


def _spread(widths: Sequence[float]) -> float:
    """Say how little neighbouring lines agree in width: the median step from one line to the next."""
    steps = [abs(a - b) for a, b in zip(widths, widths[1:], strict=False)]
    return sum(sorted(steps)[: len(steps) * 2 // 3]) if steps else 0.0


def _is_open(current: list[Printed]) -> bool:
    """Tell whether a quote or bracket of the block's last lines is still open."""
    text = "".join(line.text for line in current[-4:])
    return any(text.rfind(pair[0]) > text.rfind(pair[1]) for pair in _PAIRS)
