"""Rolls of people: lines that each name one person and, behind a space, what he or she is (林静　县水利局局长)."""

from collections.abc import Iterator, Sequence
from functools import cache

from kg import expressions as re
from kg.lexicon import table
from kg.repairing.lines import Printed

_ROW = re.compile(
    r"(?P<name>[㐀-鿿]{2,3}|[㐀-鿿][ \u3000]{1,3}[㐀-鿿])(?:[（(][^（）()]{1,8}[）)])?[ \t\u3000]{1,6}"
    r"(?P<rest>[㐀-鿿][^\s，。；：！？,;:]{4,40})[；。;]?"
)
_FEWEST = 3
"""Rows that make a roll."""
_FAR = 2
"""From one row to the next at most: the first may be wrapped."""


def find_rolls(lines: Sequence[Printed]) -> frozenset[int]:
    """Return the offsets of the lines that are rows of a roll."""
    rows = [i for i, line in enumerate(lines) if _ROW.fullmatch(line.text) is not None]
    if len(rows) < _FEWEST:
        return frozenset()
    return frozenset(lines[i].start for run in _runs(rows) if _is_roll([lines[i].text for i in run]) for i in run)


def ends_row(row: str, line: str) -> bool:
    """Tell whether a line is the end of a row that broke off before its title was said."""
    return not row.endswith(_titles()) and (row + line).endswith(_titles())


def _runs(rows: Sequence[int]) -> Iterator[list[int]]:
    """Give the rows that stand near each other."""
    run: list[int] = []
    for i in rows:
        if run and i - run[-1] > _FAR:
            yield run
            run = []
        run.append(i)
    yield run


def _is_roll(texts: Sequence[str]) -> bool:
    """Tell whether nearly all rows begin with a surname, and half of them end with a title."""
    matches = [m for text in texts if (m := _ROW.fullmatch(text)) is not None]
    named = sum(m["name"][0] in _surnames() for m in matches)
    titled = sum(m["rest"].endswith(_titles()) for m in matches)
    return len(texts) >= _FEWEST and named * 5 >= len(texts) * 4 and titled * 2 >= len(texts)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row[0][0] for row in table("surnames"))


@cache
def _titles() -> tuple[str, ...]:
    return tuple(row[0] for row in table("posts"))
