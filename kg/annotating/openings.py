"""With which two characters a pattern can begin: it is tried only where they stand.

They are read off the pattern itself, as in `gates`. What is given may be too much, never too little.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from re import _parser  # type: ignore[attr-defined]  # the tree of an expression has no public home
from typing import Any

from kg.annotating.view import View
from kg.model.source import Span

Opening = tuple[str | None, ...]
"""Up to two characters, None for any; fewer than two where a match may be that short."""
_ANY: frozenset[Opening] = frozenset({(None,)})
_UNKNOWN: frozenset[Opening] = frozenset({(), (None,), (None, None)})
_NOTHING: frozenset[Opening] = frozenset({()})
_WIDEST = 40
"""Characters of a range at most that are told one by one."""


class Opened:
    """A pattern that is tried only where the two characters stand with which it can begin."""

    __slots__ = ("_ones", "_twos", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Compile the pattern. Raises `ValueError` where it can begin with any character."""
        self.pattern = re.compile(pattern, flags)
        found = openings(pattern)
        if any(not opening or opening[0] is None for opening in found):
            raise ValueError(f"{pattern!r} can begin with anything")
        self._ones = frozenset(o[0] for o in found if len(o) < 2 or o[1] is None)
        self._twos = frozenset(f"{o[0]}{o[1]}" for o in found if len(o) > 1 and o[1] is not None)

    def finditer(self, view: View, line: Span) -> Iterator[re.Match[str]]:
        """Give the matches within a line, none overlapping another."""
        position = line.start
        while (match := self.search(view, position, line.end)) is not None:
            yield match
            position = max(match.end(), position + 1)

    def search(self, view: View, start: int, end: int) -> re.Match[str] | None:
        """Return the first match within a stretch of the text."""
        offsets = self._offsets(view)
        for number in range(bisect_left(offsets, start), len(offsets)):
            at = offsets[number]
            if at >= end:
                break
            if (match := self.pattern.match(view.text, at, end)) is not None:
                return match
        return None

    def _offsets(self, view: View) -> list[int]:
        found = view.kept.get(self)
        if found is None:
            ones, twos = self._ones, self._twos
            found = [at for at, pair in enumerate(view.pairs) if pair in twos or pair[0] in ones]
            view.kept[self] = found
        return found


@cache
def openings(pattern: str) -> frozenset[Opening]:
    """Return the characters with which a match of the pattern can begin."""
    return _of_sequence(_parser.parse(pattern))


def can_begin(pattern: str, pair: str) -> bool:
    """Tell whether a match of the pattern can begin with two characters."""
    return any(all(c in {None, d} for c, d in zip(opening, pair, strict=False)) for opening in openings(pattern))


def _of_sequence(items: Iterable[Any]) -> frozenset[Opening]:
    found = _NOTHING
    for operator, argument in items:
        found = _joined(found, _of_item(operator, argument))
        if all(len(opening) == 2 for opening in found):
            break
    return found


def _joined(first: frozenset[Opening], second: frozenset[Opening]) -> frozenset[Opening]:
    return frozenset(a if len(a) == 2 else (a + b)[:2] for a in first for b in second)


def _of_item(operator: Any, argument: Any) -> frozenset[Opening]:  # noqa: ANN401 as the parser gives them
    found = _UNKNOWN
    if operator is _parser.LITERAL:
        found = frozenset({(chr(argument),)})
    elif operator is _parser.IN:
        found = _of_class(argument)
    elif operator is _parser.SUBPATTERN:
        found = _of_sequence(argument[3])
    elif operator is _parser.BRANCH:
        found = frozenset(opening for way in argument[1] for opening in _of_sequence(way))
    elif operator in {_parser.MAX_REPEAT, _parser.MIN_REPEAT}:
        once = _of_sequence(argument[2])
        found = once | _joined(once, once) | (frozenset() if argument[0] else _NOTHING)
    elif operator in {_parser.ASSERT, _parser.ASSERT_NOT, _parser.AT}:
        found = _NOTHING
    return found


def _of_class(members: Iterable[Any]) -> frozenset[Opening]:
    found: set[Opening] = set()
    for kind, argument in members:
        if kind is _parser.LITERAL:
            found.add((chr(argument),))
        elif kind is _parser.RANGE and argument[1] - argument[0] < _WIDEST:
            found.update((chr(code),) for code in range(argument[0], argument[1] + 1))
        else:
            return _ANY
    return frozenset(found)
