"""Where the words that grammars look for stand in an article: all of them found in one go over its characters."""

from collections.abc import Iterable
from itertools import compress
from operator import add

_WORDS: dict[str, list[tuple[object, tuple[str, ...] | None]]] = {}
"""By their first characters, at most two: who looks for words, and for which; None where these characters are all."""
_KEYS: set[object] = set()


def watch(key: object, words: Iterable[str]) -> None:
    """Have every article looked through for words, under a key."""
    by_opening: dict[str, set[str]] = {}
    for word in words:
        by_opening.setdefault(word[:2], set()).add(word)
    for opening, begun in by_opening.items():
        _WORDS.setdefault(opening, []).append((key, None if opening in begun else tuple(sorted(begun))))
    _KEYS.add(key)


class Standing(dict[object, list[int]]):
    """By key, the offsets in a text at which one of its words begins, in order, each once."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text, self._known = text, 0

    def __missing__(self, key: object) -> list[int]:
        if self._known != len(_KEYS):  # some grammars come to be only where they are first needed
            self._known = len(_KEYS)
            self.clear()
            self._find()
        return self.setdefault(key, [])

    def _find(self) -> None:
        """Look at each character with the one behind it, and at each alone."""
        text = self._text
        offsets = range(len(text))
        pairs = list(map(add, text, text[1:]))
        known = _WORDS.__contains__
        found = [(at, pairs[at]) for at in compress(offsets, map(known, pairs))]
        found += [(at, text[at]) for at in compress(offsets, map(known, text))]
        found.sort()
        for at, opening in found:
            for key, words in _WORDS[opening]:
                if words is None or text.startswith(words, at):
                    there = self.get(key)
                    if there is None:
                        self[key] = [at]
                    elif there[-1] != at:
                        there.append(at)
