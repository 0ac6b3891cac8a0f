"""Where a pattern is worth trying at all: the words of which one stands in whatever it matches.

They are read off the pattern itself, so that a rule that is changed changes its gate. Looking for a few words in a
whole article is a hundred times cheaper than trying a pattern at each of its characters.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from re import _parser  # type: ignore[attr-defined]  # the tree of an expression has no public home
from typing import Any

from kg import expressions as re
from kg.annotating.view import View, openings_of
from kg.model.source import Span

_MOST = 8
"""Words at most that letters and small classes in a row are written out to."""
_COMMON = frozenset("，。、的了为向给和及是在有一")
"""Characters that stand in nearly every line, so that looking for them decides nothing."""


class Gated:
    """A pattern that is tried only in the lines that hold one of its words."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._written, self._flags = pattern, flags
        self.words = re.read_off(needed, pattern)
        self._openings = openings_of(self.words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first tried."""
        return re.compile(self._written, self._flags)

    def finditer(self, view: View, line: Span) -> Iterable[re.Match[str]]:
        """Give the matches within a line."""
        offsets = view.kept.get(self)
        if offsets is None:
            offsets = self.offsets(view)
        if not offsets:
            return ()
        at = bisect_left(offsets, line.start)
        stands = at < len(offsets) and offsets[at] < line.end
        return self.pattern.finditer(view.text, line.start, line.end) if stands else ()

    def offsets(self, view: View) -> list[int]:
        """Return where the words stand in the article, in order; looked for once."""
        found = view.kept.get(self)
        if found is None:
            found = [at for at in view.places_of(self._openings) if view.text.startswith(self.words, at)]
            view.kept[self] = found
        return found


def needed(pattern: str) -> tuple[str, ...]:
    """Return words of which every match of the pattern holds one. Raises `ValueError` where there are none."""
    found = _of_sequence(_parser.parse(pattern))
    if found is None:
        raise ValueError(f"no word stands in all that {pattern!r} matches")
    return tuple(sorted(word for word in found if not any(part in word for part in found if part != word)))


def _of_sequence(items: Iterable[Any]) -> frozenset[str] | None:
    """Return the rarest of what the items need: the longest words, of these the fewest."""
    return max(_runs(items), key=_rarity, default=None)


def _rarity(words: frozenset[str]) -> tuple[int, int]:
    return min(0 if _COMMON.issuperset(word) else len(word) for word in words), -len(words)


def _runs(items: Iterable[Any]) -> Iterator[frozenset[str]]:
    """Give what the items need, letters and small classes in a row as words."""
    run = frozenset({""})
    for operator, argument in items:
        letters = _letters(operator, argument)
        if letters and len(run) * len(letters) <= _MOST:
            run = frozenset(word + letter for word in run for letter in letters)
            continue
        yield from () if "" in run else (run,)
        run = letters if letters and len(letters) <= _MOST else frozenset({""})
        needed_inside = _of_item(operator, argument)
        yield from () if needed_inside is None else (needed_inside,)
    yield from () if "" in run else (run,)


def _letters(operator: Any, argument: Any) -> frozenset[str]:  # noqa: ANN401 as the parser gives them
    if operator is _parser.LITERAL:
        return frozenset({chr(argument)})
    if operator is _parser.IN and all(kind is _parser.LITERAL for kind, _ in argument):
        return frozenset(chr(code) for _, code in argument)
    return frozenset()


def _of_item(operator: Any, argument: Any) -> frozenset[str] | None:  # noqa: ANN401 as the parser gives them
    if operator is _parser.SUBPATTERN:
        return _of_sequence(argument[3])
    if operator in {_parser.MAX_REPEAT, _parser.MIN_REPEAT}:
        return _of_sequence(argument[2]) if argument[0] else None
    if operator is _parser.BRANCH:
        ways = [_of_sequence(way) for way in argument[1]]
        return None if None in ways else frozenset(word for way in ways if way is not None for word in way)
    return None
