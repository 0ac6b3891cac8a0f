"""Reading order from positions: glyphs to lines, lines to columns and articles, headings by their size.

A page is cut in two, again and again, along its widest strip of white, as a reader sees it: a strip across parts
what stands above from what stands below, an upright one parts columns. What cannot be cut is read from the top down.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.model.source import MapRow, OffsetMap, Region

LARGE = 1.18
"""A heading is set this much larger than the text at least."""
HEADLINE = 1.5
_SAME_SIZE = 0.12
_NARROW_STRIP = 0.6
"""An upright strip of white this wide, in characters, parts columns."""


class Glyph(NamedTuple):
    """A character as drawn: its place in the source's text, the origin on the page (y upwards), its width and size."""

    char: str
    at: int
    x: float
    y: float
    width: float
    size: float
    space: bool


class Line(NamedTuple):
    """Glyphs that stand in one row, or one below the other where `upright`."""

    glyphs: tuple[Glyph, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    upright: bool = False


def lay_out(glyphs: Sequence[Glyph], unit: str) -> tuple[Region, ...]:
    """Return the regions of a page in reading order: headings with their role, and between them the text, line by line.

    First lines of paragraphs keep their indent as ideographic spaces, which lead to no place in the source.
    """
    lines = list(_lines(glyphs))
    if not lines:
        return ()
    body = _body_size(lines)
    return tuple(_regions(list(_order(lines, body)), body, unit))


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.glyphs)
    return sizes.most_common(1)[0][0]


def _lines(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    """Join glyphs that follow each other in a row or in a column of single characters, then rows that meet."""
    runs: list[list[Glyph]] = []
    upright: list[bool] = []
    for glyph in glyphs:
        if runs and not upright[-1] and _follows(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        elif glyph.space:
            continue
        elif runs and (upright[-1] or len(runs[-1]) == 1) and _stands_below(runs[-1][-1], glyph):
            runs[-1].append(glyph)
            upright[-1] = True
        else:
            runs.append([glyph])
            upright.append(False)
    rows = [_line(run) for run, is_upright in zip(runs, upright, strict=True) if not is_upright]
    yield from _meet(rows)
    yield from (_line(run, upright=True) for run, is_upright in zip(runs, upright, strict=True) if is_upright)


def _follows(a: Glyph, b: Glyph) -> bool:
    gap = b.x - (a.x + a.width)
    return (
        abs(a.y - b.y) < 0.3 * a.size
        and abs(a.size - b.size) < _SAME_SIZE * a.size
        and -0.6 * a.size < gap < 0.8 * a.size
    )


def _stands_below(a: Glyph, b: Glyph) -> bool:
    return abs(a.x - b.x) < 0.3 * a.size and 0.8 * a.size < a.y - b.y < 1.6 * a.size and abs(a.size - b.size) < 0.5


def _line(run: Sequence[Glyph], *, upright: bool = False) -> Line:
    while run[-1].space:
        run = run[:-1]
    size = max(g.size for g in run)
    return Line(
        glyphs=tuple(run),
        x0=min(g.x for g in run),
        x1=max(g.x + g.width for g in run),
        top=max(g.y for g in run) + 0.85 * size,
        bottom=min(g.y for g in run) - 0.15 * size,
        size=size,
        upright=upright,
    )


def _meet(rows: list[Line]) -> Iterator[Line]:
    """Join rows on one base line that stand close; a heading's halves may stand further apart."""
    rows.sort(key=lambda r: (-round(r.bottom), r.x0))
    waiting: Line | None = None
    for row in rows:
        if waiting is not None and abs(waiting.bottom - row.bottom) < 0.2 * row.size and _close(waiting, row):
            waiting = _line((*waiting.glyphs, *row.glyphs))
            continue
        if waiting is not None:
            yield waiting
        waiting = row
    if waiting is not None:
        yield waiting


def _close(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) < _SAME_SIZE * a.size and -0.5 * a.size < b.x0 - a.x1 < 0.55 * a.size


def _order(lines: list[Line], body: float) -> Iterator[Line]:
    """Give lines in reading order."""
    work = [lines]
    while work:
        part = work.pop()
        cut = _widest_cut(part, body) if len(part) > 1 else None
        if cut is None:
            yield from sorted(part, key=lambda line: (-line.top, line.x0))
        else:
            first, second = cut
            work += [second, first]


def _widest_cut(lines: list[Line], body: float) -> tuple[list[Line], list[Line]] | None:
    """Cut lines in two along the widest strip of white between them, None where there is none worth a cut."""
    across = _widest_strip([(-line.top, -line.bottom) for line in lines])
    along = _widest_strip([(line.x0, line.x1) for line in lines])
    usual = _usual_leading(lines)
    height = across[0] - usual if across else 0.0
    width = along[0] if along else 0.0
    if along and width > _NARROW_STRIP * body and width >= height:
        return _split(lines, [line.x0 for line in lines], along[1])
    if across and height > 0.15 * body:
        return _split(lines, [-line.top for line in lines], across[1])
    return None


def _split(lines: list[Line], places: list[float], at: float) -> tuple[list[Line], list[Line]]:
    before = [line for line, place in zip(lines, places, strict=True) if place < at]
    return before, [line for line, place in zip(lines, places, strict=True) if place >= at]


def _widest_strip(spans: list[tuple[float, float]]) -> tuple[float, float] | None:
    """Return width and end of the widest gap between spans."""
    best: tuple[float, float] | None = None
    reached: float | None = None
    for start, end in sorted(spans):
        if reached is not None and start > reached and (best is None or start - reached > best[0]):
            best = (start - reached, start)
        reached = end if reached is None else max(reached, end)
    return best


def _usual_leading(lines: list[Line]) -> float:
    """Return the white between the lines of running text: the most common gap below a line."""
    gaps: Counter[float] = Counter()
    ordered = sorted(lines, key=lambda line: (round(line.x0 / 20), -line.top))
    for a, b in itertools.pairwise(ordered):
        if 0 < a.bottom - b.top < a.size and abs(a.size - b.size) < _SAME_SIZE * a.size:
            gaps[round(a.bottom - b.top, 1)] += 1
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _regions(lines: Sequence[Line], body: float, unit: str) -> Iterator[Region]:
    """Group lines in reading order: headings, each to a region of its own, and the text between them."""
    at = 0
    while at < len(lines):
        end = at
        if _is_heading(lines[at], body):
            while end < len(lines) and _is_heading(lines[end], body):
                end += 1
            yield from _headings(lines[at:end], body, unit)
        else:
            while end < len(lines) and not _is_heading(lines[end], body):
                end += 1
            yield _text(lines[at:end], unit)
        at = end


def _is_heading(line: Line, body: float) -> bool:
    return line.size >= LARGE * body


def _headings(lines: Sequence[Line], body: float, unit: str) -> Iterator[Region]:
    """Give the headings that stand together: the largest is the headline, above it a kicker, below it subheadlines."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and abs(groups[-1][-1].size - line.size) < 0.5 and line.upright == groups[-1][-1].upright:
            groups[-1].append(line)
        else:
            groups.append([line])
    sizes = [group[0].size for group in groups]
    largest = max(range(len(groups)), key=lambda i: (sizes[i], -i))
    for i, group in enumerate(groups):
        role = "kicker" if i < largest else "headline" if i == largest else "subheadline"
        if len(groups) == 1 and sizes[0] < HEADLINE * body:
            role = "crosshead"
        yield _joined([line.glyphs for line in group], unit, role, parted="" if len(group) == 1 else "\n")


def _text(lines: Sequence[Line], unit: str) -> Region:
    """Write running text as a text file has it: a line feed between lines, indents as ideographic spaces."""
    rows: list[tuple[Glyph, ...]] = []
    for i, line in enumerate(lines):
        left = min((near.x0 for near in lines[max(i - 4, 0) : i + 5] if _overlap(near, line)), default=line.x0)
        first = line.glyphs[0]
        indent = round((line.x0 - left) / line.size) if not line.upright else 0
        blank = first._replace(char="\u3000", at=-1, space=True)
        rows.append((*([blank] * min(indent, 4)), *line.glyphs))
    return _joined(rows, unit, None, parted="\n")


def _overlap(a: Line, b: Line) -> bool:
    """Tell whether two lines stand in one column."""
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 0 and abs(a.x0 - b.x0) < 4 * b.size


def _joined(rows: Sequence[Sequence[Glyph]], unit: str, role: str | None, parted: str) -> Region:
    text: list[str] = []
    back: list[MapRow] = []
    for row in rows:
        if text and parted:
            text.append(parted)
        for glyph in row:
            if glyph.at >= 0:
                last = back[-1] if back else None
                if (
                    last is not None
                    and last.start + last.length == len(text)
                    and last.source_start + last.length == glyph.at
                ):
                    back[-1] = MapRow(last.start, last.length + 1, last.source_start, last.length + 1, unit)
                else:
                    back.append(MapRow(len(text), 1, glyph.at, 1, unit))
            text.append(glyph.char)
    return Region(text="".join(text), offsets=OffsetMap(tuple(back)), role=role)
