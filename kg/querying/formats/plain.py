"""Tables for people: in a terminal, where a Chinese character takes two columns, and in Markdown."""

import re
import unicodedata
from itertools import chain

from wcwidth import wcswidth

from kg.model.table import Table

_FULL = 48
"""Columns of a cell in the terminal; what is longer is cut, since a table that wraps cannot be read."""


def to_text(table: Table) -> str:
    """Lay a table out for a terminal: cells cut to 48 columns, control characters shown as spaces."""
    rows = [tuple(_cut(_calm(cell)) for cell in row) for row in table.texts()]
    columns = tuple(map(_calm, table.columns))
    widths = [max(map(_width, column)) for column in zip(columns, *rows, strict=True)]
    rule = tuple("─" * width for width in widths)
    lines = ("  ".join(map(_pad, line, widths)).rstrip() for line in chain((columns, rule), rows))
    return "\n".join(lines) + "\n"


def to_markdown(table: Table) -> str:
    """Write a Markdown table; bars, markup and HTML in cells are escaped."""
    rows = [table.columns, tuple("---" for _ in table.columns)]
    rows += [tuple(map(_escaped, row)) for row in table.texts()]
    return "".join("| " + " | ".join(row) + " |\n" for row in rows)


def _calm(text: str) -> str:
    """Put a space for each character that would steer the terminal: controls, and those that turn the direction."""
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)


def _escaped(text: str) -> str:
    return re.sub(r"([\\|*_`<>\[\]&~])", r"\\\1", _calm(text))


def _cut(text: str) -> str:
    if _width(text) <= _FULL:
        return text
    taken = width = 0
    for char in text:
        width += _width(char)
        if width >= _FULL:
            break
        taken += 1
    return text[:taken] + "…"


def _width(text: str) -> int:
    return max(wcswidth(text), 0)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
