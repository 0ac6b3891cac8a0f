"""Which printed lines go on in the next one: told by the width of their column, by how they end, by open quotes.

A body line is as wide as its column; the first line of a paragraph is two characters narrower; a paragraph's last
line ends a sentence; a heading is narrower than its column and ends none. Blank lines say little by themselves, as
the extraction from a PDF leaves them inside sentences: what they say is measured on each page.
"""

import re
from collections.abc import Iterator, Sequence

from kg.repairing.columns import INDENT, SLACK, Columns
from kg.repairing.lines import Printed

_LONGEST_LINE = 42.0
"""Newspaper columns are not wider than this; a longer line is a whole paragraph."""
_LONGEST_SEARCH = 5
_PRIOR = -0.85
"""Log odds that a paragraph starts behind a full line that ends a sentence: more sentences end inside paragraphs."""

_RUNS_ON = re.compile(r"[，、；（“‘《〈「『(·/]$")
_CLOSING = re.compile(r"[，。、；：！？”’）》〉」』…%)]")
_SUBTITLE = re.compile("[—─－-]{2,}")
_SIGNATURE = re.compile(
    r"[□■◎●▲◇○（(\s]*(?:文/)?(?:[^\s，。；：:（）()“”]{2,14}?[\s•·]*)??(?:见习|实习|特约|首席|特派|全媒体)?(?:记者|通讯员|实习生|摄影|作者)"
    r"(?:[\s:：]+[^\s，。；！？（）()“”]{1,9}){1,8}[）)]?"
)
_DATELINE = re.compile(
    r"(?:本报|本网|新华社|中新[网社]|[\u4e00-\u9fff]{2,8}[报网台社媒])[^，。：；（“]{0,12}[讯电]\s?(?:（|\(|\d|$)|本报讯|本网讯"
)
_CLAUSE = re.compile("[，。；！？]")
_SIGNED_END = re.compile(r"[（(][^（）()]*(?:记\s?者|通\s?讯\s?员|摄|供稿|下转|上接)[^（）()]*[）)]$")
_TOKEN = re.compile(r"(?:[0-9A-Za-z.,%]+|[“‘《（]*.)[，。、；：！？”’）》]*")
_PAIRS = ("“”", "《》", "（）", "‘’")


def join_lines(lines: Sequence[Printed]) -> Iterator[tuple[tuple[Printed, ...], float]]:
    """Group lines into blocks, in order of their first line; give each with the width of its column.

    Doubled lines stand by themselves and do not end the block that goes on behind them.
    """
    if _is_flat(lines):
        yield from (((line,), line.wide) for line in lines)
        return
    plain = [line for line in lines if not line.doubled]
    paragraphs = _Paragraphs(Columns(plain))
    blocks: list[list[Printed]] = []
    widths: list[float] = []
    current: list[Printed] = []
    at = -1
    for line in lines:
        if line.doubled:
            blocks.append([line])
            widths.append(0.0)
            continue
        at += 1
        if current and paragraphs.go_on(current, at):
            current.append(line)
            widths[_index(blocks, current)] = paragraphs.columns.width(at + 1 - len(current), at)
        else:
            current = [line]
            blocks.append(current)
            widths.append(0.0)
    yield from ((tuple(block), width) for block, width in zip(blocks, widths, strict=True))


def _is_flat(lines: Sequence[Printed]) -> bool:
    """Tell a text that is not wrapped at all, each paragraph on a line of its own: most long lines end."""
    total = sum(line.wide for line in lines)
    long = [line for line in lines if line.wide > _LONGEST_LINE]
    return (
        sum(line.wide for line in long if line.ended) > total / 4 and sum(line.ended for line in long) > len(long) / 2
    )


def is_signature(text: str) -> bool:
    """Tell whether a line is a byline by itself."""
    whole = text.count("（") == text.count("）")
    return whole and len(text) <= 60 and _SIGNATURE.fullmatch(text) is not None


def _index(blocks: Sequence[list[Printed]], current: list[Printed]) -> int:
    return next(i for i in range(len(blocks) - 1, -1, -1) if blocks[i] is current)


class _Paragraphs:
    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.lines = columns.lines

    def go_on(self, current: list[Printed], at: int) -> bool:
        """Tell whether line `at` continues the block that ends with line `at - 1`."""
        a, b = self.lines[at - 1], self.lines[at]
        if _opens(b) or (len(current) == 1 and is_signature(a.text)):
            return False
        if self.columns.indented and b.indent >= INDENT and not _is_open(current):
            return False
        if a.ended or _is_signed(current) or (a.text.endswith("）") and self._lacks(at - 1) > INDENT + SLACK):
            return not self._paragraph_starts(current, at)
        if _RUNS_ON.search(a.text) or _CLOSING.match(b.text) or _is_open(current):
            return True
        if _SUBTITLE.match(b.text) and len(current) == 1 and _CLAUSE.search(a.text) is None:
            return False
        return len(current) > 1 or not self._is_heading(at - 1)

    def _paragraph_starts(self, current: list[Printed], at: int) -> bool:
        """Tell whether a paragraph starts at line `at`, where the line before it ends a sentence."""
        a, b = self.lines[at - 1], self.lines[at]
        short = self.columns.lacks_before(at - 1, len(current) - 1) if len(current) > 2 else self._lacks(at - 1)
        slack = max(SLACK, _first_token(b.text) + 0.5) if not self.columns.indented else INDENT + SLACK
        if b.indent >= INDENT or a.wide > _LONGEST_LINE or short > slack or self._one_line_each(at):
            return True
        if not b.ended and (not self._sentence_ends(at) or self._lacks(at) > INDENT + SLACK):
            return True
        odds = _PRIOR + (self.columns.gap_weight if b.gap else self.columns.no_gap_weight)
        if self.columns.indented:
            odds -= 4
        elif self.columns.trimmed:
            odds += self._first_line_odds(at)
        return odds > 0

    def _first_line_odds(self, at: int) -> float:
        """Weigh by its width whether a line is a paragraph's first one, of a page where these are narrower."""
        lack = self.columns.lacks_after(at)
        if 1.2 <= lack <= INDENT + SLACK:
            return 1.2 if self.lines[at].ended else 2.5
        return -2.5 if abs(lack) < 0.8 else 0.0

    def _is_heading(self, at: int) -> bool:
        """Tell whether a line that starts a block and ends no sentence is a heading, not a paragraph's first line."""
        line = self.lines[at]
        if line.opening or line.text.endswith(("：", ":")):
            return False
        if not self._sentence_ends(at):
            return True
        if self.columns.indented and line.indent >= INDENT:
            return False
        following = self.lines[at + 1]
        plain = _CLAUSE.search(line.text) is None
        lack = self.columns.lacks_after(at)
        if lack > INDENT + SLACK:
            return self.columns.lacks_before(at) > INDENT + SLACK or (plain and (line.gap or following.gap))
        # As wide as a body line: a heading only if the next line is a paragraph's first one by its width,
        # and this one is not, or at least stands by itself.
        next_is_first = self.columns.trimmed and self._first_line_odds(at + 1) > 2
        return plain and next_is_first and (lack < 0.8 or (line.gap and following.gap))

    def _sentence_ends(self, at: int) -> bool:
        """Tell whether a sentence that starts here ends before another article begins."""
        for i in range(at, len(self.lines)):
            line = self.lines[i]
            if i > at and (_opens(line) or _SUBTITLE.match(line.text)):
                return False
            if line.ended or i > at + _LONGEST_SEARCH or _is_signed(self.lines[max(i - 1, at) : i + 1]):
                return True
        return False

    def _lacks(self, at: int) -> float:
        """Say by how much a line is narrower than its column, the narrower side's where they differ."""
        sides = (self.columns.lacks_before(at) if at else None, self.columns.lacks_after(at))
        return min(lack for lack in sides if lack is not None)

    def _one_line_each(self, at: int) -> bool:
        near = [p for p in self.lines[max(at - 4, 0) : at + 4] if not is_signature(p.text)]
        return sum(p.ended for p in near) >= 0.6 * len(near)


def _opens(line: Printed) -> bool:
    """Tell whether a line opens an article, or signs one."""
    return line.opening or _DATELINE.match(line.text) is not None or is_signature(line.text)


def _is_signed(current: Sequence[Printed]) -> bool:
    """Tell whether the block ends with a byline or a note of continuation in brackets."""
    return (
        current[-1].text.endswith(("）", ")")) and _SIGNED_END.search("".join(p.text for p in current[-2:])) is not None
    )


def _first_token(text: str) -> float:
    """Measure what of a line could not be parted: a number or a word, with the mark behind it."""
    match = _TOKEN.match(text)
    return sum(0.5 if c.isascii() else 1.0 for c in match[0]) if match else 0.0


def _is_open(current: list[Printed]) -> bool:
    """Tell whether a quote or bracket of the block's last lines is still open."""
    text = "".join(line.text for line in current[-4:])
    return any(text.rfind(pair[0]) > text.rfind(pair[1]) for pair in _PAIRS)
