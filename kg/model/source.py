"""Where text came from: spans, the map from repaired text back to the source, pages."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: Unicode code points, 0-based, end-exclusive."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of this span."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end


class MapRow(NamedTuple):
    """One stretch of text and the stretch of source it came from.

    Equal lengths map character by character; unequal ones as a whole (two printed glyphs that became one character).
    `unit` is None for a text file, else the PDF's page, the archive's entry, or another file.
    """

    start: int
    length: int
    source_start: int
    source_length: int
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """How spans of a text lead back to the source: rows in order of `start`, without overlap.

    Characters that repair put in (the line feed between two paragraphs) are covered by no row.
    """

    rows: tuple[MapRow, ...]

    @classmethod
    def identity(cls, length: int, unit: str | None = None) -> "OffsetMap":
        """Map a text of `length` characters to itself."""
        return cls((MapRow(0, length, 0, length, unit),) if length else ())

    def pieces(self, span: Span) -> tuple[MapRow, ...]:
        """Cut out the rows that the span touches, in the order of the text.

        Of a stretch that maps as a whole, each character that the span holds comes with the whole of its source.
        """
        return tuple(_cut(self.rows, self._row(span.start), span))

    def _row(self, offset: int) -> int:
        """Return which row holds the character, or begins last before it; the first where none does."""
        return max(bisect_right(self.rows, (offset, inf)) - 1, 0)

    def cut(self, span: Span) -> "OffsetMap":
        """Return the map of the text that this span cuts out, its offsets counted from the span's start."""
        by = span.start
        return OffsetMap(tuple(MapRow(p[0] - by, p[1], p[2], p[3], p[4]) for p in self.pieces(span)))

    def after(self, rows: Iterable[MapRow]) -> "OffsetMap":
        """Return the map of a text whose `rows` lead into the text of this map: both steps in one.

        The rows' `unit` is not looked at. A row that changes length leads to the hull of what it came from.
        """
        out: list[MapRow] = []
        for row in rows:
            start, length, source_start, source_length, _ = row
            inner = self.pieces(Span(source_start, source_start + source_length))
            if length == source_length:
                by = start - source_start
                out.extend(MapRow(p[0] + by, p[1], p[2], p[3], p[4]) for p in inner)
            elif inner:
                first, last = _ends(inner)
                out.append(MapRow(start, length, first, last - first, inner[0].unit))
        return OffsetMap(tuple(_merge(out)))

    @classmethod
    def chain(cls, parts: Iterable[tuple[int, "OffsetMap"]]) -> "OffsetMap":
        """Lay maps one behind the other, each at the offset where its text begins."""
        return cls(tuple(row._replace(start=row.start + at) for at, part in parts for row in part.rows))

    def hull(self, span: Span) -> Span:
        """Return the source from the first to the last character of the span, in code points.

        Raises `ValueError` where the span holds no character of the source. Where the pieces lie in several
        units, the hull is that of the first unit.
        """
        row = self.rows[self._row(span.start)] if self.rows else MapRow(0, 0, 0, 0)
        if row.length == row.source_length and row.start <= span.start < span.end <= row.start + row.length:
            by = row.source_start - row.start  # as nearly all do
            return Span(span.start + by, span.end + by)
        pieces = self.pieces(span)
        if not pieces:
            raise ValueError(f"no character of {span} comes from the source")
        return Span(*_ends(pieces))


def _ends(pieces: Sequence[MapRow]) -> tuple[int, int]:
    """Return where the pieces of the first unit begin and end in the source."""
    mine = [p for p in pieces if p.unit == pieces[0].unit]
    return min(p.source_start for p in mine), max(p.source_start + p.source_length for p in mine)


def _merge(rows: Iterable[MapRow]) -> Iterator[MapRow]:
    """Join neighbouring rows that map character by character and go on without a gap."""
    last: MapRow | None = None
    for row in rows:
        if (
            last is not None
            and last.length == last.source_length
            and row.length == row.source_length
            and row.start == last.start + last.length
            and row.source_start == last.source_start + last.length
            and row.unit == last.unit
        ):
            last = MapRow(last.start, last.length + row.length, last.source_start, last.length + row.length, last.unit)
            continue
        if last is not None:
            yield last
        last = row
    if last is not None:
        yield last


def _cut(rows: Sequence[MapRow], first_row: int, span: Span) -> Iterator[MapRow]:
    left, right = span.start, span.end
    for i in range(first_row, len(rows)):
        row = rows[i]
        start, length, source_start, source_length, unit = row
        end = start + length
        if start >= right:
            return
        if end <= left:
            continue
        first, last = max(start, left), min(end, right)
        if last - first == length:
            yield row
        elif length == source_length:
            yield MapRow(first, last - first, source_start + first - start, last - first, unit)
        else:
            yield from (MapRow(at, 1, source_start, source_length, unit) for at in range(first, last))


@dataclass(frozen=True, slots=True, kw_only=True)
class Locality:
    """A place by its name, with its GB/T 2260 or statistical division code where known."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What is known of the issue that pages come from, given from outside. Unknown is None."""

    newspaper: str | None = None
    published: date | None = None
    page: str | None = None
    place: Locality | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A run of a page's text that its format holds together, in reading order.

    A text file is one region without role. Formats that say more give it: `role` is one of `model.article.ROLES`.
    """

    text: str
    offsets: OffsetMap
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as read: its text as decoded, and what is known of its issue. Unknown is None."""

    source_files: tuple[str, ...]
    """Names relative to the input as given, `/` between, sorted; several where files hold the same bytes."""
    source_sha256: str
    encoding: str | None
    regions: tuple[Region, ...]
    newspaper: str | None = None
    published: date | None = None
    number: str | None = None
    place: Locality | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Repaired text that belongs together: a paragraph, a heading or a byline, its wrapped lines joined."""

    text: str
    offsets: OffsetMap
    opening: bool = False
    """A run of junk stood before it, as where an article starts."""
    doubled: bool = False
    """Its glyphs were printed twice, as photo captions are."""
    wrapped: bool = False
    """It was joined from several lines."""
    width: float = 0.0
    """Width of its column, in full-width characters; 0 where the format does not say."""
    furniture: bool = False
    """It is what a paper prints on every page: a running head, an imprint."""
    begins: bool = False
    """A blank line stands before it, on a page whose paragraphs follow one another without any."""
    role: str | None = None
    """As the format says, see `Region`."""
    repairs: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanPage:
    """A page as repaired: blocks in reading order, each with its way back to the source."""

    page: Page
    blocks: tuple[Block, ...]
