"""Where words stand: the line of a text that holds them, marked, and line and column of an offset."""

from typing import NamedTuple


class Place(NamedTuple):
    """Line and column in a text, both from 1; the column in characters."""

    line: int
    column: int


def place_of(text: str, offset: int) -> Place:
    """Tell line and column of an offset; lines end with LF, CR LF or CR."""
    before = text[:offset].replace("\r\n", "\n ").replace("\r", "\n")
    line = before.count("\n") + 1
    start = before.rfind("\n") + 1
    column = offset - start + 1
    return Place(line, column - (text[start - 1 : start + 1] == "\r\n"))


def marked(text: str, start: int, end: int, marks: tuple[str, str] = ("【", "】")) -> str:
    """Return the lines that hold a span, the span between marks."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return text[first:start] + marks[0] + text[start:end] + marks[1] + text[end : len(text) if last < 0 else last]
