"""Which printed lines go on in the next one: told by the width of their column, by how they end, by open quotes.

A body line is as wide as its column; the first line of a paragraph is two characters narrower; a paragraph's last
line ends a sentence; a heading is narrower than its column and ends none. Blank lines say little by themselves, as
the extraction from a PDF leaves them inside sentences: what they say is measured on each page.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.repairing.asides import Aside, find_asides, find_intruders
from kg.repairing.columns import INDENT, SLACK, Columns
from kg.repairing.lines import Printed
from kg.repairing.ragged import STRAY, Ragged, breaks_off, is_ragged
from kg.repairing.rolls import ends_row, find_rolls
from kg.repairing.signs import (
    breaks_dateline,
    first_token,
    is_dateline,
    is_in_halves,
    is_item,
    is_lead,
    is_onward,
    is_open,
    is_parted,
    is_plain,
    is_signature,
    is_signed,
    is_subtitle,
    opens,
    parts_phrase,
    runs_on,
)

_LONGEST_LINE = 42.0
"""Newspaper columns are not wider than this; a longer line is a whole paragraph."""
_LONGEST_SEARCH = 5
_LOOSE = 6.0
"""How much narrower a line must be to end a paragraph on a page whose indents tell that better."""
_OWN_LINES = 12
_MOST_PARTS = 3
"""Lines that a headline is broken into."""
_SIGNATURE_LINES = 2
_TOO_SHORT = 2
"""Characters that make no heading."""
_PRIOR = -0.85
"""Log odds that a paragraph starts behind a full line that ends a sentence: more sentences end inside paragraphs."""


class Group(NamedTuple):
    """Lines that make a block."""

    lines: Sequence[Printed]
    width: float = 0.0
    """Of their column; 0 where there is none."""
    furniture: bool = False
    begins: bool = False
    """A blank line stands before it, as between paragraphs none does."""
    row: bool = False
    """It is the row of a roll."""


def join_lines(lines: Sequence[Printed]) -> Iterator[Group]:
    """Group lines into blocks, in order of their first line.

    Lines that stand apart make blocks of their own and do not end the block that goes on behind them.
    """
    apart = {aside.start: aside for aside in find_asides(lines)}
    if _is_flat(lines):
        yield from _flat(lines, apart)
        return
    columns = Columns(_without(lines, apart))
    ragged = is_ragged(columns)
    if not ragged and (intruders := list(find_intruders(columns))):
        places = {line.start: i for i, line in enumerate(lines)}
        for at in (places[columns.lines[at].start] for at in intruders):
            apart[at] = Aside(at, at + 1, furniture=False)
        columns = Columns(_without(lines, apart))
    yield from _grouped(lines, apart, _Paragraphs(columns, ragged=ragged))


def _flat(lines: Sequence[Printed], apart: Mapping[int, Aside]) -> Iterator[Group]:
    """Give each line as a block; those behind a blank line, on a page that has few between paragraphs, begin anew."""
    inner = [b.gap for a, b in pairwise(lines) if a.ended and b.ended]
    rows = find_rolls(lines)
    gaps_tell = sum(inner) <= STRAY * len(inner)
    for i, line in enumerate(lines):
        furniture = i in apart and apart[i].furniture
        begins = gaps_tell and line.gap and not line.ended
        yield Group((line,), line.wide, furniture, begins=begins, row=line.start in rows)


def _without(lines: Sequence[Printed], apart: Mapping[int, Aside]) -> list[Printed]:
    """Return the lines that do not stand apart."""
    left: list[Printed] = []
    end = 0
    for i, line in enumerate(lines):
        end = apart[i].end if i in apart else end
        if i >= end:
            left.append(line)
    return left


def _grouped(lines: Sequence[Printed], apart: Mapping[int, Aside], paragraphs: "_Paragraphs") -> Iterator[Group]:
    groups: list[tuple[list[Printed], int, bool]] = []
    current: list[Printed] = []
    rows = find_rolls(lines)
    at, end = 0, 0
    for i, line in enumerate(lines):
        if i in apart:
            end = apart[i].end
            groups.append((list(lines[i:end]), -1, apart[i].furniture))
        if i < end:
            continue
        if current and current[0].start in rows:
            goes_on = line.start not in rows and ends_row(current[-1].text, line.text)
        else:
            goes_on = bool(current) and line.start not in rows and paragraphs.go_on(current, at)
        if goes_on:
            current.append(line)
        else:
            current = [line]
            groups.append((current, at, False))
        at += 1
    for group, first, furniture in groups:
        width = paragraphs.width(first, len(group)) if first >= 0 else 0.0
        yield Group(tuple(group), width, furniture, row=group[0].start in rows)


def _is_flat(lines: Sequence[Printed]) -> bool:
    """Tell a text that is not wrapped at all, each paragraph on a line of its own: long lines end, few break off."""
    total = sum(line.wide for line in lines)
    long = [line for line in lines if line.wide > _LONGEST_LINE]
    whole = sum(line.ended for line in long)
    if sum(breaks_off(line) for line in lines) > whole:
        return False
    return sum(line.wide for line in long if line.ended) > total / 4 and whole > len(long) / 2


def _signs(block: Sequence[Printed]) -> bool:
    """Tell a block that is a byline, its last name perhaps broken off."""
    if len(block) == 1:
        return is_signature(block[0].text)
    return len(block) == _SIGNATURE_LINES and len(block[1].text) == 1 and is_signature(block[0].text + block[1].text)


class _Paragraphs:
    def __init__(self, columns: Columns, *, ragged: bool) -> None:
        self.columns = columns
        self.lines = columns.lines
        below = [line.text for line in columns.lines[1:]]
        self.opening = [
            opens(line) or breaks_dateline(line.text, text)
            for line, text in zip(columns.lines, [*below, ""], strict=False)
        ]
        self.text = "".join(line.text for line in columns.lines)
        self.ragged = Ragged(self.lines, self.opening) if ragged else None

    def width(self, first: int, count: int) -> float:
        """Return the width of the column in which `count` lines from `first` on stand, 0 where there is none."""
        return 0.0 if self.ragged else self.columns.width(first, first + count - 1)

    def go_on(self, current: list[Printed], at: int) -> bool:
        """Tell whether line `at` continues the block that ends with line `at - 1`."""
        a, b = self.lines[at - 1], self.lines[at]
        opened = is_open(current)
        if is_onward(b.text):
            return True
        if (
            b.opening
            or (is_item(b.text) and not opened)
            or (self.opening[at] and not opened)
            or (_signs(current) and (len(b.text) > 1 or b.gap))
            or is_onward(a.text)
        ):
            return False
        if self.ragged is not None:
            return self.ragged.goes_on(current, at)
        return self._column_goes_on(current, at, opened=opened)

    def _column_goes_on(self, current: list[Printed], at: int, *, opened: bool) -> bool:
        a, b = self.lines[at - 1], self.lines[at]
        heads = len(current) == 1 and a.indent < INDENT and is_plain(a.text)
        if b.indent >= INDENT and not opened and (self.columns.indented or heads):
            return False
        if a.ended or is_signed(current) or self._ends_with_bracket(current, at):
            return not self._paragraph_starts(current, at)
        if runs_on(a.text, b.text) or opened:
            return True
        if is_subtitle(b.text) and len(current) == 1 and is_plain(a.text):
            return False
        headed = self._is_headed(current, at)
        if headed or self._stands_over_opening(at):
            return headed and is_plain(b.text) and parts_phrase(self.text, a.text, b.text)
        return True

    def _stands_over_opening(self, at: int) -> bool:
        """Tell a line behind a blank one, over what opens an article."""
        line = self.lines[at]
        return line.gap and not line.ended and is_plain(line.text) and not self._sentence_ends(at)

    def _is_headed(self, current: Sequence[Printed], at: int) -> bool:
        """Tell whether the block that ends with line `at - 1` is a heading, perhaps of several lines."""
        short = len(current) == 1 or (len(current) <= _MOST_PARTS and is_plain(current[0].text))
        return short and self._is_heading(at - len(current))

    def _ends_with_bracket(self, current: list[Printed], at: int) -> bool:
        """Tell a paragraph that ends with a bracket and no full stop: its last line is short, and no dateline's."""
        alone = len(current) == 1 and is_dateline(current[0].text)
        return self.lines[at - 1].text.endswith("）") and not alone and self._lacks(at - 1) > INDENT + SLACK

    def _paragraph_starts(self, current: list[Printed], at: int) -> bool:
        """Tell whether a paragraph starts at line `at`, where the line before it ends a sentence."""
        a, b = self.lines[at - 1], self.lines[at]
        own = min(len(current) - 1, _OWN_LINES)
        short = self.columns.lacks_before(at - 1, own) if own > 1 else self._lacks(at - 1)
        slack = _LOOSE if self.columns.indented else max(SLACK, first_token(b.text) + 1)
        if b.indent >= INDENT or a.wide > _LONGEST_LINE or short > slack or self._one_line_each(at):
            return True
        if not b.ended and self._is_apart(at):
            return True
        odds = _PRIOR + (self.columns.gap_weight if b.gap else self.columns.no_gap_weight)
        if is_plain(b.text) and self._stands_alone(at):
            return odds > 0 or self._is_led(at)
        if self.columns.indented:
            odds -= 4
        elif self.columns.trimmed:
            odds += self._first_line_odds(at)
        return odds > 0

    def _is_apart(self, at: int) -> bool:
        """Tell a line that can't be part of a paragraph: too narrow, with no sentence to end, or in two halves."""
        if self._lacks(at) > INDENT + SLACK or not self._sentence_ends(at):
            return True
        return is_in_halves(self.lines[at].text) and self._stands_alone(at)

    def _stands_alone(self, at: int) -> bool:
        """Tell whether a blank line stands before and behind a line."""
        return self.lines[at].gap and (at + 1 == len(self.lines) or self.lines[at + 1].gap)

    def _is_led(self, at: int) -> bool:
        """Tell whether what is below a line begins as a report does, or the line has lost the indent of a paragraph."""
        return self.columns.indented or is_lead(self.lines[min(at + 1, len(self.lines) - 1)].text)

    def _first_line_odds(self, at: int) -> float:
        """Weigh by its width whether a line is a paragraph's first one, of a page where these are narrower."""
        lack = self.columns.first_line_lack(at)
        if 1.2 <= lack <= INDENT + SLACK:
            return 1.2 if self.lines[at].ended else 2.5
        return -2.5 if abs(lack) < 0.8 else 0.0

    def _is_heading(self, at: int) -> bool:
        """Tell whether a line that starts a block and ends no sentence is a heading, not a paragraph's first line."""
        line = self.lines[at]
        if self.opening[at] or line.text.endswith(("：", ":")) or len(line.text) <= _TOO_SHORT:
            return False
        if not self._sentence_ends(at):
            return True
        if self.columns.indented and line.indent >= INDENT:
            return False
        plain = is_plain(line.text)
        if plain and (self._is_set_as_heading(at) or (self._stands_alone(at) and self._is_led(at))):
            return True
        lack = self.columns.lacks_after(at)
        if lack > INDENT + SLACK:
            return self.columns.lacks_before(at) > INDENT + SLACK or (plain and (line.gap or self.lines[at + 1].gap))
        # As wide as a body line: a heading only if the next line is a paragraph's first one by its width,
        # and this one is not, or at least stands by itself.
        next_is_first = self.columns.trimmed and self._first_line_odds(at + 1) > 2
        return plain and next_is_first and (lack < 0.8 or self._stands_alone(at))

    def _is_set_as_heading(self, at: int) -> bool:
        """Tell a plain line that is parted as headings are, stands over one that is, or is wider than its column."""
        line, below = self.lines[at], self.lines[min(at + 1, len(self.lines) - 1)]
        if is_in_halves(line.text) and self._stands_alone(at):
            return True
        if not (line.gap or below.gap):
            return False
        return is_parted(line.text) or (is_parted(below.text) and is_plain(below.text)) or self.columns.overhangs(at)

    def _sentence_ends(self, at: int) -> bool:
        """Tell whether a sentence that starts here ends before another article begins."""
        for i in range(at, len(self.lines)):
            line = self.lines[i]
            subtitle = i == at + 1 and is_subtitle(line.text) and is_plain(self.lines[at].text)
            if i > at and (self.opening[i] or subtitle):
                return False
            if line.ended or is_onward(line.text) or i > at + _LONGEST_SEARCH:
                return True
            if is_signed(self.lines[max(i - 1, at) : i + 1]):
                return True
        return False

    def _lacks(self, at: int) -> float:
        """Say by how much a line is narrower than its column, the narrower side's where they differ."""
        sides = (self.columns.lacks_before(at) if at else None, self.columns.lacks_after(at))
        return min(lack for lack in sides if lack is not None)

    def _one_line_each(self, at: int) -> bool:
        near = [i for i in range(max(at - 4, 0), min(at + 4, len(self.lines))) if not self.opening[i]]
        return sum(self.lines[i].ended for i in near) >= 0.6 * len(near)
