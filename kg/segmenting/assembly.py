"""Which blocks make an article: headings above, a byline, paragraphs and crossheads, until the next one starts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kg.model.article import ArticleKind
from kg.model.source import Block
from kg.segmenting.blocks import Kind, classify
from kg.segmenting.headings import is_crosshead

_CLOSING_ROLES = re.compile(r"编辑|责编|来源|校对|审核|编审")


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


def assemble(blocks: Iterable[Block]) -> list[Draft]:
    """Group blocks to articles, captions and notices, in the order in which they start."""
    assembly = _Assembly()
    for block in blocks:
        assembly.add(block, classify(block))
    assembly.flush()
    return assembly.drafts


class _Assembly:
    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.article: Draft | None = None
        self.headings: list[Block] = []

    def add(self, block: Block, kind: Kind) -> None:
        if kind is Kind.CAPTION:
            self.drafts.append(Draft(kind="caption", body=[("paragraph", block)]))
        elif kind is Kind.MASTHEAD:
            self.drafts.append(Draft(kind="notice", body=[("paragraph", block)]))
        elif kind is Kind.HEADING:
            self.headings.append(block)
        elif kind is Kind.BYLINE:
            self._byline(block)
        else:
            self._body(block, opens=kind is Kind.START)

    def flush(self) -> None:
        """Keep headings that nothing followed, as a notice."""
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

    def _body(self, block: Block, *, opens: bool) -> None:
        article = self.article
        if article is None or (opens and (article.body or self.headings)) or self._headline_waits(article):
            article = self._open()
        article.body.extend(("crosshead", heading) for heading in self.headings)
        self.headings = []
        article.body.append(("paragraph", block))

    def _headline_waits(self, article: Draft) -> bool:
        """Tell whether the headings that wait open an article, not a section of this one."""
        if not self.headings:
            return False
        if article.closed or not article.body:
            return bool(article.body)
        return not all(is_crosshead(h.text, article.crossheads) for h in self.headings) or len(self.headings) > 2

    def _open(self) -> Draft:
        self.article = Draft(headings=self.headings)
        self.headings = []
        self.drafts.append(self.article)
        return self.article


def texts(blocks: Sequence[Block]) -> list[str]:
    """Return the texts of blocks."""
    return [block.text for block in blocks]
