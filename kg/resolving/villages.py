"""The table of villages and communities: 620,000 names, never loaded but searched where it lies on disk.

Its lines are sorted by the code of the township, so that the villages of a township or county are one stretch of the
file, found by halving. Codes have 12 digits.
"""

import mmap
import re
from functools import cache, lru_cache

from kg.lexicon import own_rows
from kg.resources import resource

VILLAGE = 12
"""Digits of the code of a village."""
_TOWNSHIP = 9
_COMMITTEE = re.compile(r"(?P<community>社区)?(?:(?P<urban>居民委员会|居委会)|村民委员会|村委会)$")
_VILLAGES = ("村", "嘎查", "社区")


def village_name(name: str) -> str:
    """Return the name of the place that a committee stands for: 柳岸社区 of 柳岸居民委员会, 柳岸村 of 柳岸村委会."""
    m = _COMMITTEE.search(name)
    if m is None or not m.start():
        return name
    own = name[: m.start()]
    if m["community"] or m["urban"]:
        return own.removesuffix("社区") + "社区"
    return own if own.endswith(_VILLAGES) else own + "村"


class Villages:
    """Villages by the code of what they lie in, and by their own."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        self._data = data

    def named(self, name: str, within: str) -> tuple[str, ...]:
        """Return the codes of the villages of this name inside a county or township, smallest first."""
        start, end = self._start(within), self._start(str(int(within) + 1))
        pattern = re.compile(rb"(?<=\t)(\d{3})%b(?=[\t\r\n])" % re.escape(name.encode()))
        return tuple(self._township(m.start()) + m[1].decode() for m in pattern.finditer(self._data, start, end))

    def name(self, code: str) -> str | None:
        """Return the name of the village of this code, None where the table has none."""
        township, own = code[:_TOWNSHIP].encode(), code[_TOWNSHIP:].encode()
        start = self._start(code[:_TOWNSHIP])
        line = self._data[start : self._data.find(b"\n", start)]
        first, *villages = line.rstrip().split(b"\t")
        found = (v[3:].decode() for v in villages if v[:3] == own)
        return next(found, None) if first == township else None

    def _start(self, code: str) -> int:
        """Return where the first line begins that does not come before this code; heads (#) come before all."""
        wanted, low, high = code.encode(), 0, len(self._data)
        while low < high:
            middle = (low + high) // 2
            line = self._line(middle)
            if self._data[line : line + len(wanted)] < wanted:
                low = self._data.find(b"\n", middle) + 1 or len(self._data)
            else:
                high = line
        return low

    def _line(self, at: int) -> int:
        return self._data.rfind(b"\n", 0, at) + 1

    def _township(self, at: int) -> str:
        line = self._line(at)
        return self._data[line : line + _TOWNSHIP].decode()


@cache
def _tables() -> tuple[Villages, ...]:
    """Return the shipped table, mapped into memory so that processes share its pages, and the user's own."""
    with resource("lexicons/villages.tsv").open("rb") as file:
        shipped = Villages(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    own = "".join("\t".join(row) + "\n" for row in sorted(own_rows("villages", 2)))
    return (shipped, Villages(own.encode())) if own else (shipped,)


def village_of(code: str) -> str | None:
    """Return the name of the village of this code, None where no table has it."""
    return next((name for table in _tables() if (name := table.name(code)) is not None), None)


@lru_cache(maxsize=4096)
def villages_named(name: str, within: str) -> tuple[str, ...]:
    """Return the codes of the villages that have this name inside a county or township."""
    return tuple(sorted({code for table in _tables() for code in table.named(name, within)}))
