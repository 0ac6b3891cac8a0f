"""Which printed lines go on in the next one: told by the width of their column, by how they end, by open quotes.

A body line is as wide as its column; the first line of a paragraph is two characters narrower; a paragraph's last
line ends a sentence; a heading is narrower than its column and ends none. Blank lines say little: the extraction
from a PDF leaves them inside sentences.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from kg.repairing.lines import Printed

Sides = Callable[[Sequence[float], int], float]

_SLACK = 1.5
"""How much narrower than its column a full line may be: what fits no more, and what justification eats."""
_INDENT = 2.0
_FIRST = 1.25
"""How much narrower than its column a paragraph's first line is at least."""
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
_SIGNED_END = re.compile(r"[（(][^（）()]*(?:记\s?者|通\s?讯\s?员|摄|供稿|下转|上接)[^（）()]*[）)]$")
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
    """The lines of a page, with the widths around each.

    Some typesetters squeeze punctuation to half its width and some do not, often on one page: a line counts as full
    if it is by either measure, as narrow if it is by both.
    """

    def __init__(self, lines: Sequence[Printed]) -> None:
        self.lines = lines
        self.measures = ([p.wide for p in lines], [p.tight for p in lines])
        self.trimmed = self._first_lines_are_narrower()

    def goes_on(self, current: list[Printed], at: int) -> bool:
        """Tell whether line `at` continues the block that ends with line `at - 1`."""
        a, b = self.lines[at - 1], self.lines[at]
        if b.opening or is_signature(b.text) or (len(current) == 1 and is_signature(a.text)):
            return False
        if a.ended or _is_signed(current):
            return not self._paragraph_starts(at) and _DATELINE.match(b.text) is None
        if _RUNS_ON.search(a.text) or _CLOSING.match(b.text) or _is_open(current):
            return True
        if _SUBTITLE.match(b.text) and len(current) == 1:
            return False
        return len(current) > 1 or not self._is_heading(at - 1)

    def _paragraph_starts(self, at: int) -> bool:
        """Tell whether a paragraph starts at line `at`, where the line before it ends a sentence."""
        a, b = self.lines[at - 1], self.lines[at]
        if b.indent >= 2 or a.wide > _LONGEST_LINE or self._lacks(at - 1, _SLACK) or self._one_line_each(at):
            return True
        if self.trimmed:
            return (self._lacks(at, _FIRST) and not b.ended) or (b.ended and b.gap)
        return b.gap

    def _is_heading(self, at: int) -> bool:
        """Tell whether a line that starts a block and ends no sentence is a heading, not a paragraph's first line."""
        line = self.lines[at]
        if at + 1 >= len(self.lines) or line.opening or line.text.endswith("："):
            return False
        following = self.lines[at + 1]
        plain = _CLAUSE.search(line.text) is None
        if self._lacks(at, _INDENT + _SLACK, sides=_after):
            return self._lacks(at, _INDENT + _SLACK, sides=_before) or (plain and (line.gap or following.gap))
        # As wide as a first line: a heading only if the next line is a paragraph's first one by its width.
        next_is_first = self.trimmed and self._lacks(at + 1, _FIRST) and not following.ended
        return plain and line.gap and following.gap and next_is_first

    def _lacks(self, at: int, least: float, sides: "Sides | None" = None) -> bool:
        """Tell whether a line is narrower than its column by more than `least`, however punctuation is measured."""
        return all((sides or _column)(widths, at) - widths[at] > least for widths in self.measures)

    def _one_line_each(self, at: int) -> bool:
        near = [p for p in self.lines[max(at - 4, 0) : at + 4] if not is_signature(p.text)]
        return sum(p.ended for p in near) >= 0.6 * len(near)

    def _first_lines_are_narrower(self) -> bool:
        """Tell whether the page has lost the spaces of its indents, but not their width."""
        drops = []
        for i in range(1, len(self.lines) - 2):
            a, b = self.lines[i - 1], self.lines[i]
            if a.ended and not b.ended and not b.opening and self._lacks(i - 1, _INDENT, sides=_before):
                drops.append(min(_after(widths, i) - widths[i] for widths in self.measures))
        return len(drops) >= 2 and median(drops) >= 1


def _before(widths: Sequence[float], at: int) -> float:
    return _typical(widths[max(at - _NEAR, 0) : at])


def _after(widths: Sequence[float], at: int) -> float:
    return _typical(widths[at + 1 : at + 1 + _NEAR])


def _column(widths: Sequence[float], at: int) -> float:
    """Estimate the width of the column in which a line stands: that of the narrower side, where they differ."""
    return min((w for w in (_before(widths, at), _after(widths, at)) if w), default=0.0)


def _typical(widths: Sequence[float]) -> float:
    return sorted(widths, reverse=True)[len(widths) // 4] if widths else 0.0


def _is_signed(current: list[Printed]) -> bool:
    """Tell whether the block ends with a byline or a note of continuation in brackets."""
    return current[-1].text.endswith(("）", ")")) and _SIGNED_END.search("".join(p.text for p in current[-2:])) is not None


def _is_open(current: list[Printed]) -> bool:
    """Tell whether a quote or bracket of the block's last lines is still open."""
    text = "".join(line.text for line in current[-4:])
    return any(text.rfind(pair[0]) > text.rfind(pair[1]) for pair in _PAIRS)
