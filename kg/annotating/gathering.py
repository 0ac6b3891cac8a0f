"""The persons of an article in the making: what was found of each, and what may be a name where."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg import expressions as re
from kg.annotating.edges import division_short_names, outside
from kg.annotating.name_followers import follow, is_hanzi
from kg.annotating.name_words import has_surname, is_word, surnames
from kg.annotating.names import is_transcription, may_be_listed, name_end
from kg.annotating.naming import Naming
from kg.annotating.posts import Post, PostChain
from kg.annotating.told_bodies import bare_start
from kg.annotating.view import View
from kg.annotating.words import titles
from kg.model.facts import Status
from kg.model.source import Span

_SPACE = re.compile(r"[\s　]")
_DOCUMENT = re.compile(r"《[^《》\n]{1,60}》")
_BETWEEN = re.compile(
    r"(?:（[^（）\n]{1,12}）|\([^()\n]{1,12}\))?(?P<separator>、|，(?=[㐀-鿿]{2,4}[、，])|以及|和|及|与|[ 　]{1,2})?"
)
_ITEM = re.compile(r"[㐀-鿿]{2,4}(?=、)")
"""An item between two signs of a list."""
_LONGEST = 9
_CHOOSING = frozenset({"任命", "免去", "提名", "补选", "选举", "授予", "接受", "推选", "聘任"})
"""Verbs that segmentation may join to a name of another language: 免去额|尔其图."""


@dataclass(slots=True)
class Found:
    """A person being gathered: mentions, and posts that he is said to hold, with the spans of words and name."""

    name: str
    mentions: list[Span] = field(default_factory=list)
    tenures: list[tuple[Post, Span, Span, Status, str]] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)


class Gather:
    """The persons found so far in one article."""

    def __init__(self, view: View, chains: tuple[PostChain, ...], organizations: tuple[Naming, ...]) -> None:
        self.view, self.text = view, view.text
        documents = (Span(m.start(), m.end()) for m in _DOCUMENT.finditer(view.text))
        self._closed = sorted({*(Span(bare_start(view.text, n.span), n.span.end) for n in organizations), *documents})
        self._body_ends = frozenset(n.span.end for n in organizations)
        self._ordered_ends = sorted(self._body_ends)
        self._closed_starts = [span.start for span in self._closed]
        self._stops = sorted({chain.span.start for chain in chains})
        self.found: dict[str, Found] = {}

    def add(self, span: Span, rule: str) -> Found | None:
        """Record a mention; None where it lies inside an organization's name or a title in 《》."""
        if self.inside(span):
            return None
        name = _SPACE.sub("", span.of(self.text))
        found = self.found.setdefault(name, Found(name))
        if span not in found.mentions[-1:]:
            found.mentions.append(span)
        if rule not in found.rules:
            found.rules.append(rule)
        return found

    def body_ends(self, line: Span) -> list[int]:
        """Return where the names of organizations end within a line, in order."""
        ends = self._ordered_ends
        return ends[bisect_right(ends, line.start) : bisect_right(ends, line.end)]

    def ends_body(self, at: int) -> bool:
        """Tell whether the name of an organization ends here."""
        return at in self._body_ends

    def inside(self, span: Span) -> bool:
        """Tell whether a span lies inside the name of an organization or of a document."""
        number = bisect_right(self._closed_starts, span.start) - 1
        return any(self._closed[n].covers(span) for n in (number, number - 1) if n >= 0)

    def names_from(self, start: int, limit: int, *, close: bool = False) -> Iterator[Span]:
        """Give the names of a list that begins at `start`: 王芳、李明、张静和赵刚. A post ends it.

        With `close` a name may follow another without a sign between, as in bylines.
        """
        position, listed = start, False
        while position < limit:
            number = bisect_right(self._stops, position - 1)
            stop = self._stops[number] if number < len(self._stops) else limit
            end = name_end(self.view, position, min(limit, stop), self.found) if stop > position else None
            item = _ITEM.match(self.text, position, min(limit, stop)) if listed else None
            if item is not None and item.end() != end and may_be_listed(item.group()):
                end = item.end()
            if end is None:
                return
            yield Span(position, end)
            between = _BETWEEN.match(self.text, end, limit)
            if between is None or (between["separator"] is None and not (close and between.end() == end)):
                return
            listed = between["separator"] == "、"
            position = between.end()

    def named_at(self, start: int) -> bool:
        """Tell whether a name that was found begins here."""
        return any(self.text[start : start + length] in self.found for length in range(2, _LONGEST))

    def before(self, end: int, floor: int) -> Span | None:
        """Return the name that ends at `end`: known, or between its left bound and here."""
        for length in range(min(_LONGEST, end - floor), 1, -1):
            start = end - length
            name = self.text[start:end]
            if any(at in self._body_ends for at in range(start + 1, end - 1)):
                continue  # 市十五中|林静
            if not (is_hanzi(name[0]) and (start == floor or self._may_begin(start))) or self._counted(start):
                continue
            if (
                name in self.found
                or name_end(self.view, start, end) == end
                or (self._bounded(start) and is_transcription(name))
            ):
                return Span(start, end)
        return None

    def _may_begin(self, start: int) -> bool:
        chosen = self.text[max(0, start - 2) : start] in _CHOOSING
        return chosen or start in self.view.boundaries or start in self._body_ends or self._bounded(start)

    def _counted(self, start: int) -> bool:
        """Tell whether a number stands before: 2015|年开始."""
        return start > 0 and self.text[start - 1].isdigit()

    def _bounded(self, start: int) -> bool:
        return start == 0 or not is_hanzi(self.text[start - 1])

    def plausible(self, span: Span) -> bool:
        """Tell whether words that no post introduces look like a name: a surname, and no ordinary word."""
        name = _SPACE.sub("", span.of(self.text))
        if name in self.found or (len(name) < len(span) and name[0] in surnames()):
            return True
        if name[1:] in titles():
            return False  # 何书记
        if "·" in name or (len(name) > 2 and is_transcription(name)):
            return name not in division_short_names()
        return (has_surname(name) or self._whole(span)) and not is_word(name) and name not in outside()

    def _whole(self, span: Span) -> bool:
        """Tell whether segmentation made one word of a name whose surname is an ordinary word too (方云溪)."""
        inner = any(at in self.view.boundaries for at in range(span.start + 1, span.end))
        ends = {span.start, span.end} <= self.view.boundaries
        return len(span) == 3 and ends and not inner and self.text[span.start] in surnames()

    def mentions(self) -> None:
        """Record every further occurrence of a name that was found."""
        heads: dict[str, list[str]] = {}
        for name in sorted(self.found, key=lambda n: (-len(n), n)):
            heads.setdefault(name[:2], []).append(name)
        known = {name: set(found.mentions) for name, found in self.found.items()}
        if not heads:
            return
        position = 0
        for m in re.finditer(f"[{re.escape(''.join(sorted({head[0] for head in heads})))}]", self.text):
            names = heads.get(self.text[m.start() : m.start() + 2])
            again = self._name_at(names, m.start()) if names is not None and m.start() >= position else None
            if again is None:
                continue
            position = m.start() + len(again)
            if not self.inside(Span(m.start(), position)):
                known[again].add(Span(m.start(), position))
        for name, spans in known.items():
            self.found[name].mentions = sorted(spans)

    def _name_at(self, names: list[str], position: int) -> str | None:
        return next((n for n in names if self.text.startswith(n, position) and self._again(n, position)), None)

    def _again(self, name: str, start: int) -> bool:
        """Tell whether a name that is also a word (年轻, 宁夏), or part of one, is meant here."""
        end = start + len(name)
        if is_word(name) or surnames().get(name[0]) != "common":
            return self._may_begin(start) and follow(self.text, end) != "none"
        return len(name) > 2 or end in self.view.boundaries or follow(self.text, end) != "none"
