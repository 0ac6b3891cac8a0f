"""Columns that stand side by side on the lines of a text, as its layout was kept: laid one below the other."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

from kg import expressions as re
from kg.model.source import MapRow, Region

# Begins with a space, for places with none to be passed over quickly.
_GUTTER = re.compile(r"[ \u3000\t](?<=\S.)(?:[ \u3000\t]{2,}|(?<=\u3000)\u3000|(?<=\t))(?=\S)")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|[\r\n]|$)")
_CLAUSE = re.compile("[，。、；：]")
_FEWEST = 8
"""Lines on which a gutter stands in one place, for it to part columns."""
_SLACK = 2
_INDENT = 6
"""By how many half characters first lines may stand farther in than their column."""
_MOST_COLUMNS = 8
_WIDEST = 200
"""Characters of a line behind which no gutter is looked for."""
_NARROWEST = 12
"""What a column of running text is wide at least, in half characters; columns of tables are narrower."""
_RUNNING = 0.25
"""The share of pieces with a mark inside or behind a sentence: rows of a table have few."""
_FULL = 0.5
"""The share of lines of the left column that are as wide as it."""


class _Piece(NamedTuple):
    """A stretch of a line, and at which place of the line it begins, in half characters."""

    start: int
    end: int
    place: int


def lay_columns(region: Region) -> Region:
    """Lay columns of running text that stand side by side one below the other; leave all else as it is."""
    if region.role or sum(1 for _ in _GUTTER.finditer(region.text)) < _FEWEST:
        return region
    lines = [_Piece(*m.span(1), 0) for m in _LINE.finditer(region.text) if m.end() > m.start()]
    laid = _lay(region.text, lines)
    if laid == lines:
        return region
    pieces, rows = [], []
    at = 0
    for piece in laid:
        if length := min(piece.end + 1, len(region.text)) - piece.start:
            rows.append(MapRow(at, length, piece.start, length))
        pieces.append(region.text[piece.start : piece.end] + "\n")
        at += len(pieces[-1])
    return replace(region, text="".join(pieces), offsets=region.offsets.after(rows))


def _lay(text: str, lines: Sequence[_Piece], most: int = _MOST_COLUMNS) -> list[_Piece]:
    """Order the pieces of lines as they are read: of stretches with a gutter the left column, then the right."""
    laid: list[_Piece] = []
    tried: dict[int, int] = {}
    at = 0
    while at < len(lines):
        gutter = _find_gutter(text, lines[at]) if most > 1 else None
        parted = _part(text, lines, at, gutter) if gutter is not None and tried.get(gutter, 0) <= at else []
        if _is_running(text, parted):
            left, right = zip(*parted, strict=True)
            laid += [*left, *_lay(text, right, most - 1)]
            at += len(parted)
            continue
        if gutter is not None:
            tried[gutter] = max(tried.get(gutter, 0), at + len(parted))
        laid.append(lines[at])
        at += 1
    return laid


def _find_gutter(text: str, line: _Piece) -> int | None:
    """Say at which place a piece begins that stands far behind the margin or behind a gutter; None where none does."""
    words = text[line.start : line.end]
    indent = len(words) - len(words.lstrip(" \t"))
    match = _GUTTER.search(text, line.start, line.end)
    behind = line.start + indent if indent >= _NARROWEST or match is None else _begin(match)
    place = line.place + _measure(text, line.start, behind) if 0 < behind - line.start <= _WIDEST else 0
    return place if line.place + _NARROWEST <= place else None


def _begin(gutter: re.Match[str]) -> int:
    """Return where the piece behind a gutter begins, with the wide spaces of its indent."""
    return gutter.start() + max(len(gutter[0].rstrip("\u3000")), 1)


def _part(text: str, lines: Sequence[_Piece], at: int, gutter: int) -> list[tuple[_Piece, _Piece]]:
    """Part lines from `at` on at a gutter, as far as none runs over it."""
    parted = []
    for i in range(at, len(lines)):
        pair = _part_line(text, lines[i], gutter)
        if pair is None:
            break
        parted.append(pair)
    while len(parted) < len(lines) - at and parted and _heads(text, *parted[-1]):
        parted.pop()
    return parted


def _heads(text: str, left: _Piece, right: _Piece) -> bool:
    """Tell a line that stands over what follows: nothing is beside it, and no clause ends in it."""
    return right.start == right.end and _CLAUSE.search(text, left.start, left.end) is None


def _part_line(text: str, line: _Piece, gutter: int) -> tuple[_Piece, _Piece] | None:
    """Part a line at a gutter; None where its words run over it."""
    words = text[line.start : line.end]
    for match in _GUTTER.finditer(text, line.start, line.end):
        begin = _begin(match)
        place = line.place + _measure(text, line.start, begin)
        if place < gutter - _INDENT:
            continue
        left = line.place + _measure(text, line.start, match.start())
        skips = left <= gutter - _SLACK and place >= gutter + 2 * _NARROWEST  # a column with nothing on this line
        if place > gutter + _INDENT and not skips:
            break
        return _Piece(line.start, match.start(), line.place), _Piece(begin, line.end, place)
    if line.place + _measure(text, line.start, line.start + len(words.rstrip())) <= gutter - _SLACK:
        return line, _Piece(line.end, line.end, gutter)
    indent = len(words) - len(words.lstrip(" \t"))
    place = line.place + _measure(text, line.start, line.start + indent)
    if place >= gutter - _INDENT:
        return _Piece(line.start, line.start, line.place), _Piece(line.start + indent, line.end, place)
    return None


def _is_running(text: str, parted: Sequence[tuple[_Piece, _Piece]]) -> bool:
    """Tell columns of running text from those of a table: as wide as each other's lines, and with clauses in them."""
    both = [pair for pair in parted if all(piece.start < piece.end for piece in pair)]
    if len(both) < _FEWEST:
        return False
    widths = [_measure(text, left.start, left.end) for left, _ in both]
    full = max(median(widths), _NARROWEST) - 2 * _SLACK
    pieces = [piece for pair in both for piece in pair]
    marks = sum(_CLAUSE.search(text, piece.start, piece.end) is not None for piece in pieces)
    return sum(width >= full for width in widths) >= _FULL * len(both) and marks >= _RUNNING * len(pieces)


def _measure(text: str, start: int, end: int) -> int:
    """Measure a stretch in half characters."""
    return sum(2 if character >= "\u1100" else 1 for character in text[start:end])
