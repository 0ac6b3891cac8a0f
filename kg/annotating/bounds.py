"""Bound words beside a number: 超过3000家, 近百家, 60%以上, 零下4摄氏度; read from the lexicon."""

from functools import cache

from kg.lexicon import table
from kg.model.facts import Bound

_BELOW_ZERO = ("零下", "负")
_NOT_NEGATIVE = frozenset("胜担抱欺辜肩")
"""Before 负 these make another word of it: 胜负, 担负."""
_MINUS = frozenset("-－−")
_CHANGES = ("增长", "下降", "同比", "环比", "增速", "增幅", "涨幅")
"""Behind what a dash is a minus: 增长|-22.4%."""


@cache
def _before() -> dict[str, tuple[Bound, str]]:
    """Bound words in front, each with the characters that must not stand before it."""
    rows = (row for row in table("bounds") if row[1] == "before")
    return {row[0]: (row[2], row[3] if len(row) > 3 else "") for row in rows}  # type: ignore[misc]


@cache
def _after() -> dict[str, Bound]:
    return {row[0]: row[2] for row in table("bounds") if row[1] == "after"}  # type: ignore[misc]


@cache
def _lengths() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Lengths of the words in front and of those behind, longest first."""
    before, after = ({len(word) for word in words} for words in (_before(), _after()))
    return tuple(sorted(before, reverse=True)), tuple(sorted(after, reverse=True))


def bound_before(text: str, start: int, floor: int) -> tuple[int, Bound | None]:
    """Take in the bound word in front of `start`; return where the whole begins, and the bound."""
    known = _before()
    for length in _lengths()[0]:
        if start - length < floor:
            continue
        entry = known.get(text[start - length : start])
        if entry is not None:
            bound, glued = entry
            character = text[start - length - 1] if start - length > floor else ""
            if not character or character not in glued:
                return start - length, bound
    return start, None


def bound_behind(text: str, end: int, limit: int, bound: Bound | None) -> tuple[int, Bound | None]:
    """Take in the bound word behind `end`; a bound in front decides where both stand."""
    known = _after()
    for length in _lengths()[1]:
        word = text[end : min(end + length, limit)]
        if word in known:
            return end + len(word), bound or known[word]
    return end, bound


def below_zero(text: str, start: int, *, degrees: bool = False) -> tuple[int, bool]:
    """Take in 零下, 负 or a minus in front; return where the whole begins, and whether the number is negative.

    Before degrees any dash is a minus that does not follow a number.
    """
    for word in _BELOW_ZERO:
        first = start - len(word)
        if first >= 0 and text.startswith(word, first) and (first == 0 or text[first - 1] not in _NOT_NEGATIVE):
            return first, True
    if text[start - 1 : start] in _MINUS:
        minus = text.endswith(_CHANGES, 0, start - 1) or (degrees and "一" <= text[start - 2 : start - 1] <= "龥")
        return (start - 1, True) if minus else (start, False)
    return start, False
