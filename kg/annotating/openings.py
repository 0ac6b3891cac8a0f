"""A pattern for the words of a lexicon, tried only where one of them stands."""

from bisect import bisect_left
from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.standing import watch
from kg.annotating.trees import tree
from kg.annotating.view import View
from kg.model.source import Span


class Opened:
    """A pattern that branches by character."""

    def __init__(self, words: list[tuple[str, str]]) -> None:
        """Compile words, each with the pattern of what must stand behind it."""
        self.pattern = re.compile(tree(words))
        watch(self, (word for word, _ in words))

    def finditer(self, view: View, line: Span) -> Iterator[re.Match[str]]:
        """Give the matches within a line, none overlapping another."""
        position = line.start
        while (match := self.search(view, position, line.end)) is not None:
            yield match
            position = match.end()

    def search(self, view: View, start: int, end: int) -> re.Match[str] | None:
        """Return the first match within a stretch of the text."""
        offsets = view.standing[self]
        for number in range(bisect_left(offsets, start), bisect_left(offsets, end)):
            if (match := self.pattern.match(view.text, offsets[number], end)) is not None:
                return match
        return None
