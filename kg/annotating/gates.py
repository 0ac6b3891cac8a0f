"""Where a pattern is worth trying at all: the words of which one stands in whatever it matches.

They are read off the pattern itself (`pattern_words`), so that a rule that is changed changes its gate. Looking for a
few words in a whole article is a hundred times cheaper than trying a pattern at each of its characters. Where every
match begins with one of the words, the pattern is tried there and nowhere else.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from kg import expressions as re
from kg.annotating.pattern_words import lasts, needed
from kg.annotating.standing import watch
from kg.annotating.view import View
from kg.model.source import Span


class Gated:
    """A pattern that is tried only in the lines that hold one of its words."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._written, self._flags = pattern, flags
        self.words, self._leads = re.read_off(needed, pattern)
        watch(self, self.words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first tried."""
        return re.compile(self._written, self._flags)

    def finditer(self, view: View, line: Span) -> Iterable[re.Match[str]]:
        """Give the matches within a line."""
        offsets = view.standing[self]
        if not offsets:
            return ()
        first = bisect_left(offsets, line.start)
        if first == len(offsets) or offsets[first] >= line.end:
            return ()
        if self._leads:
            return self._led(view.text, islice(offsets, first, None), line.end)
        return self.pattern.finditer(view.text, line.start, line.end)

    def _led(self, text: str, offsets: Iterable[int], end: int) -> Iterator[re.Match[str]]:
        position = 0
        for offset in offsets:
            if offset >= end:
                break
            if offset >= position and (match := self.pattern.match(text, offset, end)) is not None:
                yield match
                position = match.end()

    def match(self, view: View, start: int, end: int) -> re.Match[str] | None:
        """Return the match that begins at `start`, tried only where one of its words stands from there to `end`."""
        offsets = view.standing[self]
        if not offsets:
            return None
        first = bisect_left(offsets, start)
        stands = first < len(offsets) and offsets[first] < end
        return self.pattern.match(view.text, start, end) if stands else None

    def offsets(self, view: View) -> list[int]:
        """Return where the words stand in the article, in order."""
        return view.standing[self]


class Ending:
    """A pattern for words that end at a place, tried only where one of their last characters stands before it."""

    def __init__(self, pattern: str) -> None:
        self._written, self._lasts = pattern, re.read_off(lasts, pattern)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first tried."""
        return re.compile(self._written)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the words that end at `end` and begin from `start` on."""
        return self.pattern.search(text, start, end) if text[end - 1 : end] in self._lasts else None
