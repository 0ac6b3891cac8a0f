"""An article as the grammars see it: lines, sentences, clauses, and the short quotes that facts rest on."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TypeVar

from kg import expressions as re
from kg.annotating import segmentation
from kg.annotating.standing import Standing
from kg.model.article import Article, Line, LineRole
from kg.model.source import Span

SENTENCE_END = re.compile(r"[。！？；…\n]+[”’」』）]*")
CLAUSE_END = re.compile(r"[，。！？；：…\n]+[”’」』）]*")
_HALF_WIDTH = re.compile(r"(?<!\d),|,(?!\d)|[;!?()]|(?<!\d):|:(?!\d)")
_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
QUOTE_LIMIT = 180
"""Characters of a quote at most; the vocabulary allows 200."""
_SIGNS = "“”《》"
_ITEM = frozenset("▲△▼▽●○◎■□◆◇★☆▶►【")
"""Signs with which an item of a digest begins."""
_Part = TypeVar("_Part")
TITLES: frozenset[LineRole] = frozenset({"headline", "kicker", "subheadline"})
"""Roles of the lines that title an article."""


class View:
    """An article's text with its divisions, each found once and kept."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = _full_width(article.text)
        """The article's text, character for character, with the half-width punctuation of web pages made full-width."""
        self.standing = Standing(self.text)
        """Where the words that grammars look for stand in the text, by grammar."""

    @cached_property
    def boundaries(self) -> frozenset[int]:
        """Offsets between words (line by line, so that no word crosses a line)."""
        found: set[int] = set()
        for line in self.article.lines:
            found.update(line.span.start + offset for offset in segmentation.boundaries(line.span.of(self.text)))
        return frozenset(found)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences, in order, each within a line."""
        return self._split(SENTENCE_END)

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """Clauses, in order, each within a sentence."""
        return self._split(CLAUSE_END)

    def _split(self, end: re.Pattern[str]) -> tuple[Span, ...]:
        spans = []
        for line in self.article.lines:
            start = line.span.start
            for match in end.finditer(self.text, line.span.start, line.span.end):
                spans.append(Span(start, match.end()))
                start = match.end()
            if start < line.span.end:
                spans.append(Span(start, line.span.end))
        return tuple(spans)

    @cached_property
    def _sentence_at(self) -> list[Span]:
        return self._spread(self.sentences, [span.start for span in self.sentences])

    @cached_property
    def _clause_at(self) -> list[Span]:
        return self._spread(self.clauses, [span.start for span in self.clauses])

    @cached_property
    def _line_at(self) -> list[Line]:
        return self._spread(self.article.lines, [line.span.start for line in self.article.lines])

    def _spread(self, parts: tuple[_Part, ...], starts: list[int]) -> list[_Part]:
        """Return for each character of the text, and for its end, the part that begins last before it."""
        ends = [*starts[1:], max(len(self.text) + 1, starts[-1] + 1)]
        spread = [*parts[:1]] * starts[0]
        for part, start, end in zip(parts, starts, ends, strict=True):
            spread += [part] * (end - start)
        return spread

    def sentence(self, offset: int) -> Span:
        """Return the sentence that holds the character."""
        return self._sentence_at[offset]

    def clause(self, offset: int) -> Span:
        """Return the clause that holds the character."""
        return self._clause_at[offset]

    def line(self, offset: int) -> Span:
        """Return the line that holds the character."""
        return self._line_at[offset].span

    @cached_property
    def _item_starts(self) -> list[int]:
        """Where the items of a digest begin, told by a sign before them or a crosshead over them."""
        lines = self.article.lines
        return [n.span.start for n in lines if n.role == "crosshead" or self.text[n.span.start] in _ITEM]

    def item(self, offset: int) -> int:
        """Return which item of a digest holds the character, 0 where there are none."""
        return bisect_right(self._item_starts, offset)

    def role(self, offset: int) -> LineRole:
        """Return what the line that holds the character is."""
        return self._line_at[offset].role

    def in_title(self, offset: int, floor: int) -> bool:
        """Tell whether the character stands behind an open 《, looked for no further back than `floor`."""
        opening = self._last("《", offset)
        return opening >= floor and self._last("》", offset) < opening

    def in_speech(self, offset: int) -> bool:
        """Tell whether a quotation is open before the character in its line."""
        start = self.line(offset).start
        return self._count("“", start, offset) > self._count("”", start, offset)

    @cached_property
    def _signs(self) -> dict[str, list[int]]:
        """Offsets of quotation and title marks, so that none is looked for through a long line again and again."""
        found: dict[str, list[int]] = {sign: [] for sign in _SIGNS}
        for sign in re.finditer(f"[{_SIGNS}]", self.text):
            found[sign.group()].append(sign.start())
        return found

    def _last(self, sign: str, offset: int) -> int:
        """Return where the sign stands last before the character, -1 where nowhere."""
        at = bisect_left(self._signs[sign], offset)
        return self._signs[sign][at - 1] if at else -1

    def _count(self, sign: str, start: int, end: int) -> int:
        return bisect_left(self._signs[sign], end) - bisect_left(self._signs[sign], start)

    def quote(self, *spans: Span) -> tuple[Span, ...]:
        """Return the evidence for a claim whose words are these spans: clauses from first to last, or one piece each.

        The spans stand together in one quote where they lie in one line and the quote stays short.
        """
        start, end = spans[0].start, spans[0].end
        for span in spans[1:]:
            start, end = min(start, span.start), max(end, span.end)
        whole = Span(self.clause(start).start, self.clause(end - 1).end)
        if self.line(start) is self.line(end - 1):
            for candidate in (whole, Span(start, end)):
                if len(candidate) <= QUOTE_LIMIT:
                    return (self._trim(candidate),)
        return tuple(dict.fromkeys(self._piece(span) for span in sorted(spans)))

    def _piece(self, span: Span) -> Span:
        clause = Span(self.clause(span.start).start, self.clause(span.end - 1).end)
        return self._trim(clause) if len(clause) <= QUOTE_LIMIT and self.line(span.start).covers(clause) else span

    def _trim(self, span: Span) -> Span:
        words = span.of(self.text)
        stripped = words.strip(" \n　，、；")
        start = span.start + words.index(stripped) if stripped else span.start
        return Span(start, start + len(stripped)) if stripped else span


def _full_width(text: str) -> str:
    if not any(sign in text for sign in _WIDTH):
        return text
    return _HALF_WIDTH.sub(lambda m: _WIDTH[m.group()], text)
