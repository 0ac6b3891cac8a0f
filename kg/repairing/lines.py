"""Lines as printed: cut out of the text, measured in full-width characters, with what stands around them."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kg import expressions as re

_TAIL = re.compile(r"[。！？][”’）]?[ \u3000]+([^\s，。！？；、（）][^，。！？；（）]{3,30})$")
_SPACES = " \t\u3000\xa0\u2002\u2003\u2009"
LINE_ENDS = "\r\n\v\f\x85\u2028\u2029"
_LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")
_SPACE = re.compile(f"[{_SPACES}]")
_LINE = re.compile(f"[^{LINE_ENDS}]+")
_NARROW = re.compile(r"[\x21-\x7e]")
_AUTOSPACE = re.compile(r"(?<=[0-9A-Za-z]) (?=[^\x00-\x7f])|(?<=[^\x00-\x7f，。、；：]) (?=[0-9A-Za-z])")
_COMPRESSED = re.compile("[，。、；：！？“”‘’（）《》〈〉「」『』【】]")
_ENDED = re.compile(r"[。！？!?…][\s”’』」）》)]*$")
# Brackets of a lost vertical headline, rules and asterisks: no words.
_ORNAMENT = re.compile(r"[﹃﹄﹁﹂︵︶「」『』︽︾︿﹀\s\-—=*_·•~～#─━│┃┄┅▁■◆●▲△○◇□☆★]+")
_CLAUSE = re.compile("[，。；]")
_MOST_HEADINGS = 4
_SHORTEST_REPEAT = 5
_SHORTEST_ENDED = 3
_CREDIT = re.compile(r"[^，。；]{0,24}(?:摄|供图|提供|报道|/图)?[）)]?$")


class Printed(NamedTuple):
    """A line, or a part of one that belongs elsewhere than what stands before it. Offsets into the cleaned text."""

    start: int
    end: int
    text: str
    wide: float
    """Width in full-width characters, punctuation counted whole."""
    tight: float
    """The same with punctuation counted half, as typesetters compress it."""
    indent: int
    gap: bool
    """A blank line, or the start of the text, stands before it."""
    ended: bool
    """It ends with the end of a sentence."""
    opening: bool
    doubled: bool


def find_lines(text: str, openings: Sequence[int], doubled: Sequence[tuple[int, int]]) -> Iterator[Printed]:
    """Give the lines that hold words, in order; ornaments and blank lines are left out.

    `openings` are offsets where junk stood, `doubled` the stretches of doubled glyphs: a line is cut at each.
    """
    cuts = sorted({*openings, *(start for start, _ in doubled), *(end for start, end in doubled)})
    opened, twice = set(openings), dict(doubled)
    last_end, k = -1, 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        while k < len(cuts) and cuts[k] < start:
            k += 1
        bounds = [start]
        while k < len(cuts) and cuts[k] < end:
            if cuts[k] > start and not _credit_only(text, cuts[k], end, twice, bounds[-1]):
                bounds.append(cuts[k])
            k += 1
        for left, right in zip(bounds, [*bounds[1:], end], strict=True):
            printed = _measure(text, left, right, _blank_between(text, last_end, left), left in opened, left in twice)
            if printed is not None:
                yield printed
                last_end = right


def split_tails(text: str, lines: Sequence[Printed], opens: Callable[[Printed], bool]) -> Iterator[Printed]:
    """Cut a headline off the line it was joined to: behind the end of a sentence, over an article that `opens`."""
    for i, line in enumerate(lines):
        tail = _TAIL.search(line.text) if " " in line.text and not line.ended else None
        if tail is None or not _opens_below(lines[i + 1 : i + 1 + _MOST_HEADINGS], opens):
            yield line
            continue
        cut = line.start + tail.start(1)
        for start, end, gap, opening in ((line.start, cut, line.gap, line.opening), (cut, line.end, True, False)):
            part = _measure(text, start, end, gap, opening, doubled=False)
            if part is not None:
                yield part


def _opens_below(below: Sequence[Printed], opens: Callable[[Printed], bool]) -> bool:
    """Tell whether the lines below open an article, other headings between."""
    for line in below:
        if opens(line):
            return True
        if line.ended or _CLAUSE.search(line.text) is not None:
            return False
    return False


def drop_repeats(lines: Sequence[Printed]) -> Iterator[Printed]:
    """Leave out lines that say once more what the line before says, as layers of text that lie over each other do."""
    last: Printed | None = None
    for line in lines:
        shortest = _SHORTEST_ENDED if line.ended else _SHORTEST_REPEAT
        repeats = last is not None and line.text == last.text and len(line.text) >= shortest
        if last is None or not repeats or line.opening > last.opening:
            yield line
        last = line


def _credit_only(text: str, cut: int, end: int, doubled: dict[int, int], left: int) -> bool:
    """Tell whether what follows a doubled stretch on its line is the photographer's credit."""
    return doubled.get(left) == cut and _CREDIT.fullmatch(text[cut:end].rstrip()) is not None


def _blank_between(text: str, last_end: int, start: int) -> bool:
    if last_end < 0:
        return True
    between = text[last_end:start]
    return between != "\n" and len(_LINE_END.findall(between)) > 1


def _measure(text: str, start: int, end: int, gap: bool, opening: bool, doubled: bool) -> Printed | None:  # noqa: PLR0913, PLR0917, FBT001
    raw = text[start:end]
    words = raw.strip(_SPACES)
    if not words or (_ORNAMENT.fullmatch(words) and not opening):
        return None
    lead = len(raw) - len(raw.lstrip(_SPACES))
    indent = lead + raw.count("\u3000", 0, lead) if lead else 0
    start += lead
    wide, tight = _widths(words)
    ended = _ENDED.search(words) is not None
    return Printed(start, start + len(words), words, wide, tight, indent, gap, ended, opening, doubled)


def _widths(words: str) -> tuple[float, float]:
    """Measure a line with punctuation whole and half. Spaces count only between Latin and Chinese, as a quarter."""
    wide = float(len(words))
    if narrow := len(_NARROW.findall(words)):
        wide += len(_AUTOSPACE.findall(words)) / 4 - narrow / 2
    if spaces := len(_SPACE.findall(words)):
        wide -= spaces
    return wide, wide - len(_COMPRESSED.findall(words)) / 2
