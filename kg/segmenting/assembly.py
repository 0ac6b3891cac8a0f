"""Which blocks make an article: headings above, a byline, paragraphs and crossheads, until the next one starts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kg.model.article import ArticleKind
from kg.model.source import Block
from kg.segmenting.blocks import Kind, classify
from kg.segmenting.headings import is_crosshead, is_parallel

_CLOSING_ROLES = re.compile(r"编辑|责编|来源|校对|审核|编审")


_LONE_DAY = re.compile(r"\S{4,5}年\S{1,3}月\S{1,3}日")
"""Over all articles it dates the page, below one it signs a notice."""
_SIGNED = re.compile(r"[（(][^（）()]*(?:记者|通讯员|供稿)[^（）()]*[）)]$")
FLAT = 42.0
"""A paragraph wider than any column stands on a line of its own: a clean text, most often one article."""
_COLUMN_CHANGE = 1.6
"""By how many characters the column must change for a heading to open another article."""


@dataclass(slots=True)
class Draft:
    """An article in the making."""

    kind: ArticleKind = "article"
    headings: list[Block] = field(default_factory=list)
    bylines: list[Block] = field(default_factory=list)
    body: list[tuple[Literal["crosshead", "paragraph"], Block]] = field(default_factory=list)
    closed: bool = False
    """Its last byline has come: what follows belongs elsewhere."""

    @property
    def crossheads(self) -> list[str]:
        """Texts of the crossheads so far."""
        return [block.text for role, block in self.body if role == "crosshead"]

    @property
    def signed(self) -> bool:
        """Somebody has signed it already, above the text or behind the dateline."""
        return bool(self.bylines) or any("记者" in b.text[:40] or "通讯员" in b.text[:40] for _, b in self.body[:1])


def assemble(blocks: Iterable[Block]) -> list[Draft]:
    """Group blocks to articles, captions and notices, in the order in which they start."""
    seen = [(block, classify(block)) for block in blocks]
    assembly = _Assembly(seen)
    for at in range(len(seen)):
        assembly.add(at)
    assembly.flush()
    return assembly.drafts


class _Assembly:
    def __init__(self, seen: Sequence[tuple[Block, Kind]]) -> None:
        self.seen = seen
        self.drafts: list[Draft] = []
        self.article: Draft | None = None
        self.headings: list[Block] = []

    def add(self, at: int) -> None:
        block, kind = self.seen[at]
        if kind is Kind.CAPTION:
            self.drafts.append(Draft(kind="caption", body=[("paragraph", block)]))
        elif kind is Kind.MASTHEAD and (self.article is None or not _LONE_DAY.fullmatch(block.text)):
            self.drafts.append(Draft(kind="notice", body=[("paragraph", block)]))
        elif kind is Kind.HEADING:
            self.headings.append(block)
        elif kind is Kind.BYLINE:
            self._byline(block)
        else:
            self._body(at, block, opens=kind is Kind.START)

    def flush(self) -> None:
        """Keep headings that nothing followed: as a notice, in a clean text as its last lines."""
        article = self.article
        if self.headings and article is not None and any(b.width > FLAT for _, b in article.body):
            article.body.extend(("paragraph", block) for block in self.headings)
            self.headings = []
        if self.headings:
            self.drafts.append(Draft(kind="notice", body=[("paragraph", block) for block in self.headings]))
            self.headings = []

    def _byline(self, block: Block) -> None:
        article = self.article
        closing = _CLOSING_ROLES.search(block.text) is not None
        if article is not None and not self.headings and (closing or not article.closed):
            article.bylines.append(block)
            article.closed = bool(article.body)
            return
        self._open().bylines.append(block)

    def _body(self, at: int, block: Block, *, opens: bool) -> None:
        article = self.article
        if article is None or (opens and (article.body or self.headings)) or self._headline_waits(article, at):
            article = self._open()
        article.body.extend(("crosshead", heading) for heading in self.headings)
        self.headings = []
        article.body.append(("paragraph", block))
        article.closed = article.closed or _SIGNED.search(block.text) is not None

    def _headline_waits(self, article: Draft, at: int) -> bool:
        """Tell whether the headings that wait over block `at` open an article, not a section of this one."""
        if not self.headings:
            return False
        if article.closed or not article.body:
            return bool(article.body)
        roles = {heading.role for heading in self.headings}
        if roles != {None}:
            return "headline" in roles
        section = list(self._section(at))
        upcoming = _inner_headings(section)
        if len(self.headings) == 1 and is_parallel(self.headings[0].text, [*article.crossheads, *upcoming]):
            return False
        if any(b.width > FLAT for _, b in article.body) or any(b.width > FLAT for b, _ in section):
            return False
        if len(self.headings) > 2 or not all(is_crosshead(h.text) for h in self.headings):
            return True
        if article.signed and any(_SIGNED.search(block.text) for block, _ in section):
            return True
        before = next((b.width for _, b in reversed(article.body) if b.width), 0.0)
        after = next((b.width for b, _ in section if b.width), 0.0)
        if before and after and abs(before - after) > _COLUMN_CHANGE:
            return True
        alone = not article.crossheads and not upcoming
        return alone and len(self.headings[0].text.replace(" ", "")) > 5

    def _section(self, at: int) -> Iterator[tuple[Block, Kind]]:
        """Give the blocks from block `at` up to the next one that opens an article."""
        for block, kind in self.seen[at:]:
            if kind in (Kind.START, Kind.BYLINE):
                return
            yield block, kind

    def _open(self) -> Draft:
        self.article = Draft(headings=self.headings)
        self.headings = []
        self.drafts.append(self.article)
        return self.article


def _inner_headings(section: Sequence[tuple[Block, Kind]]) -> list[str]:
    """Return the headings of a section that text follows: the last ones may head the next article."""
    last = max((i for i, (_, kind) in enumerate(section) if kind is Kind.BODY), default=0)
    return [block.text for block, kind in section[:last] if kind is Kind.HEADING]
