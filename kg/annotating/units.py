"""Units and measure words: what stands behind a number, read from the lexicon, the longest one first."""

from dataclasses import dataclass
from functools import cache

from kg.annotating.view import View
from kg.lexicon import table

_LOOSE = (("多", True, False), ("余", True, False), ("来", True, False), ("半", False, True))
_PEOPLE = 6
"""Characters at most of the noun that stands for its unit: 1.9万贫困人口."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit as found. `kind` is that of the lexicon: measure, unit, money, percent, time, share, medal, people."""

    word: str
    kind: str
    start: int
    end: int
    more: bool = False
    """More is said inside it: 两个多月."""
    half: bool = False
    """A half is said inside it: 两个半小时."""


@cache
def _units() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Units by their first character, longest first: as printed, as named, kind."""
    by_first: dict[str, list[tuple[str, str, str]]] = {}
    for row in table("units"):
        by_first.setdefault(row[0][0], []).append((row[0], row[2] if len(row) > 2 else row[0], row[1]))
    return {first: tuple(sorted(found, key=lambda unit: (-len(unit[0]), unit))) for first, found in by_first.items()}


def unit_at(view: View, start: int, limit: int) -> Unit | None:
    """Return the unit that begins at `start` and ends by `limit`; None where none does, or only as a part of another word."""
    text = view.text
    if text[start : start + 1] == "个":
        for word, more, half in _LOOSE:
            inner = _plain_unit(view, start + 2, limit) if text[start + 1 : start + 2] == word else None
            inner = inner or (_month(text, start + 2, limit) if text[start + 1 : start + 2] == word else None)
            if inner is not None and inner.kind == "time":
                word = "个月" if inner.word == "月" else inner.word
                return Unit(word=word, kind="time", start=start, end=inner.end, more=more, half=half)
    return _plain_unit(view, start, limit) or _people(text, start, limit)


def _month(text: str, start: int, limit: int) -> Unit | None:
    if text.startswith("月", start, limit):
        return Unit(word="月", kind="time", start=start, end=start + 1)
    return None


def _plain_unit(view: View, start: int, limit: int) -> Unit | None:
    text = view.text
    for printed, word, kind in _units().get(text[start : start + 1], ()):
        end = start + len(printed)
        if end <= limit and text.startswith(printed, start):
            return Unit(word=word, kind=kind, start=start, end=end)
    return None


@cache
def _people_nouns() -> tuple[str, ...]:
    return tuple(row[0] for row in table("units") if row[1] == "people")


def _people(text: str, start: int, limit: int) -> Unit | None:
    """Find people counted without a measure word: 1.9万贫困人口, 5000师生."""
    window = text[start : min(limit, start + _PEOPLE)]
    for noun in _people_nouns():
        at = window.find(noun)
        if at == 0 or (at > 0 and at + len(noun) <= len(window) and window[:at] in _KINDS_OF_PEOPLE):
            return Unit(word="人", kind="people", start=start, end=start + at + len(noun))
    return None


_KINDS_OF_PEOPLE = frozenset(
    "贫困 农业 农村 城镇 常住 户籍 流动 受灾 被困 受困 脱贫 困难 留守 老年 残疾 登记 注册 青年 在校 中小 中外 离退休 一线 返乡 外来 进城 参会 在职 基层 党员 退役 农民 产业 特困 低保 搬迁 移民 失业 就业 少数民族 脱贫攻坚".split()
)
