"""What is read off a pattern: words that its matches hold or begin with, and the characters that end them."""

from collections.abc import Callable, Iterable, Iterator
from re import _parser  # type: ignore[attr-defined]  # the tree of an expression has no public home
from typing import Any

_MOST = 8
"""Words at most that letters and small classes in a row are written out to."""
_MOST_LEADING = 400
"""Words at most with which the matches of a pattern begin."""
_WIDTHLESS = frozenset({_parser.AT, _parser.ASSERT, _parser.ASSERT_NOT})
_END = frozenset({_parser.AT_END, _parser.AT_END_STRING})
_REPEAT = frozenset({_parser.MAX_REPEAT, _parser.MIN_REPEAT})
_ONE = frozenset({_parser.LITERAL, _parser.IN})
_COMMON = frozenset("，。、的了为向给和及是在有一")
"""Characters that stand in nearly every line, so that looking for them decides nothing."""


def lasts(pattern: str) -> frozenset[str]:
    """Return the characters of which one ends whatever the pattern matches.

    Raises `ValueError` where it matches elsewhere than at the end, or what ends with any character.
    """
    found = _lasts(_parser.parse(pattern), closed=False)
    if found is None:
        raise ValueError(f"{pattern!r} does not end with certain characters at the end")
    return found


def _lasts(items: Iterable[Any], *, closed: bool) -> frozenset[str] | None:
    """Read the last characters; `closed` where the end of the text is known to follow."""
    rest = list(items)
    while rest:
        operator, argument = rest.pop()
        if operator is _parser.AT and argument in _END:
            closed = True
        elif operator in _REPEAT:
            ways = [[*rest, *argument[2]], *([] if argument[0] else [rest])]
            return _all(_lasts(way, closed=closed) for way in ways)
        elif operator is _parser.BRANCH:
            return _all(_lasts([*rest, *way], closed=closed) for way in argument[1])
        elif operator is _parser.SUBPATTERN:
            rest.extend(argument[3])
        elif operator is _parser.ASSERT and closed and argument[0] < 0:
            return _lasts(argument[1], closed=True)
        elif operator not in _WIDTHLESS:
            return (_letters(operator, argument) or None) if closed else None
    return None


def needed(pattern: str) -> tuple[tuple[str, ...], bool]:
    """Return words of which every match of the pattern holds one, and whether it begins with it.

    Raises `ValueError` where there are none.
    """
    items = _parser.parse(pattern)
    found, leading = _of_sequence(items), _leading(items)
    if leading is not None and (found is None or _rarity(leading)[0] >= max(1, _rarity(found)[0])):
        return _shortest(leading, str.startswith), True
    if found is None:
        raise ValueError(f"no word stands in all that {pattern!r} matches")
    return _shortest(found, str.__contains__), False


def _shortest(words: frozenset[str], holds: Callable[[str, str], bool]) -> tuple[str, ...]:
    return tuple(sorted(word for word in words if not any(holds(word, part) for part in words if part != word)))


def _leading(items: Iterable[Any]) -> frozenset[str] | None:
    """Return words of which every match begins with one; None where it may begin with anything."""
    run = frozenset({""})
    rest = list(items)
    while rest:
        operator, argument = rest.pop(0)
        if operator in _WIDTHLESS:
            continue
        begun = _letters(operator, argument) or _begun(operator, argument, rest)
        if begun is None or len(run) * len(begun) > _MOST_LEADING:
            break
        run = frozenset(word + more for word in run for more in begun)
        if operator not in _ONE:
            break
    return None if "" in run else run


def _begun(operator: Any, argument: Any, rest: list[Any]) -> frozenset[str] | None:  # noqa: ANN401 as the parser gives them
    """Return what an item, or where that may be missing the rest, begins with."""
    if operator is _parser.SUBPATTERN:
        return _leading(argument[3])
    if operator is _parser.BRANCH:
        return _all(map(_leading, argument[1]))
    if operator in _REPEAT:
        return _all((_leading(argument[2]), *(() if argument[0] else (_leading(rest),))))
    return None


def _all(ways: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found: frozenset[str] = frozenset()
    for way in ways:
        if way is None:
            return None
        found |= way
    return found


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
    if operator in _REPEAT:
        return _of_sequence(argument[2]) if argument[0] else None
    if operator is _parser.BRANCH:
        return _all(map(_of_sequence, argument[1]))
    return None
