"""Where text came from: spans, the map from repaired text back to the source, pages."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
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
        """Cut out the rows that the span touches, in the order of the text."""
        first = max(bisect_right(self.rows, span.start, key=lambda row: row.start) - 1, 0)
        return tuple(_cut(self.rows[first:], span))

    def hull(self, span: Span) -> Span:
        """Return the source from the first to the last character of the span, in code points.

        Raises `ValueError` where the span holds no character of the source. Where the pieces lie in several
        units, the hull is that of the first unit.
        """
        pieces = self.pieces(span)
        if not pieces:
            raise ValueError(f"no character of {span} comes from the source")
        mine = [p for p in pieces if p.unit == pieces[0].unit]
        return Span(min(p.source_start for p in mine), max(p.source_start + p.source_length for p in mine))


def _cut(rows: Iterable[MapRow], span: Span) -> Iterable[MapRow]:
    for row in rows:
        if row.start >= span.end:
            return
        start, end = max(row.start, span.start), min(row.start + row.length, span.end)
        if start >= end:
            continue
        if row.length == row.source_length:
            yield MapRow(start, end - start, row.source_start + start - row.start, end - start, row.unit)
        else:
            yield row


@dataclass(frozen=True, slots=True, kw_only=True)
class Locality:
    """A place by its name, with its GB/T 2260 or statistical division code where known."""

    name: str
    code: str | None = None


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
