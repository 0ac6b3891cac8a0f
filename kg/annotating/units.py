"""Units and measure words: what stands behind a number, read from the lexicon, the longest one first."""

from dataclasses import dataclass
from functools import cache

from kg import expressions as re
from kg.annotating.trees import any_of
from kg.annotating.view import View
from kg.lexicon import table, words

_INSIDE = re.compile(r"个(?P<inside>[多余来半])")
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
    """Return units by their first character, longest first: as printed, as named, kind."""
    by_first: dict[str, list[tuple[str, str, str]]] = {}
    for row in table("units"):
        if "people" in row[1]:
            continue
        by_first.setdefault(row[0][0], []).append((row[0], row[2] if len(row) > 2 else row[0], row[1]))
    return {first: tuple(sorted(found, key=lambda unit: (-len(unit[0]), unit))) for first, found in by_first.items()}


def unit_at(view: View, start: int, limit: int) -> Unit | None:
    """Return the unit that begins at `start` and ends by `limit`, the longest one; None where none does."""
    return _loose(view, start, limit) or _plain_unit(view, start, limit) or _people(view.text, start, limit)


def _loose(view: View, start: int, limit: int) -> Unit | None:
    """Read 个多月, 个半小时: a unit of time with 多 or 半 inside."""
    said = _INSIDE.match(view.text, start, limit)
    if said is None:
        return None
    word, end = "个月", said.end() + 1
    if not view.text.startswith("月", said.end(), limit):
        inner = _plain_unit(view, said.end(), limit)
        if inner is None or inner.kind != "time":
            return None
        word, end = inner.word, inner.end
    half = said["inside"] == "半"
    return Unit(word=word, kind="time", start=start, end=end, more=not half, half=half)


def _plain_unit(view: View, start: int, limit: int) -> Unit | None:
    text = view.text
    for printed, word, kind in _units().get(text[start : start + 1], ()):
        end = start + len(printed)
        if end <= limit and text.startswith(printed, start) and not (printed == "群" and text.startswith("众", end)):
            return None if kind == "void" else Unit(word=word, kind=kind, start=start, end=end)
    return None


@cache
def _people_nouns() -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the nouns for people, and what may stand before them: 1.9万|贫困|人口."""
    nouns = words("units", "people")
    return nouns, frozenset((*nouns, *words("units", "kind of people")))


@cache
def _any_people() -> re.Pattern[str]:
    return re.compile(any_of(_people_nouns()[0]))


def _people(text: str, start: int, limit: int) -> Unit | None:
    """Find people counted without a measure word: 1.9万贫困人口, 5000师生."""
    window = text[start : min(limit, start + _PEOPLE)]
    if _any_people().search(window) is None:
        return None
    nouns, kinds = _people_nouns()
    for noun in nouns:
        at = window.find(noun)
        if at == 0 or (at > 0 and window[:at] in kinds):
            return Unit(word="人", kind="people", start=start, end=start + at + len(noun))
    return None
