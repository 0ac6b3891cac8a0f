"""Which blocks make an article: headings above, a byline, paragraphs and crossheads, until the next one starts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from kg import expressions as re
from kg.model.article import ArticleKind
from kg.model.source import Block
from kg.segmenting.blocks import Kind, classify
from kg.segmenting.headings import is_crosshead, is_numbered, is_parallel
from kg.segmenting.interleaving import disentangle, raise_headings

BodyRole = Literal["crosshead", "paragraph"]

_GOES_ON = re.compile(r"下转\s*第?\s*[0-9A-Z一二三四五六七八九十]{1,3}\s*版\s*[)）】]?\s*$")
_CLOSING_ROLES = re.compile(r"编辑|责编|来源|校对|审核|编审")

_LONE_DAY = re.compile(r"\S{4,5}年\S{1,3}月\S{1,3}日")
"""Over all articles it dates the page, below one it signs a notice."""
_SIGNED = re.compile(r"[（(][^（）()]*(?:记者|通讯员|供稿)[^（）()]*[）)]$")
FLAT = 42.0
"""A paragraph wider than any column stands on a line of its own: a clean text, most often one article."""
_LONGEST_SECTION = 60
_FEW = 12
_ITEMS = 3
_ITEM_SIGNS = frozenset("▲△▼▽●○◎■◆◇★☆□※【")
_LONGEST_LONE_CROSSHEAD = 5
_COLUMN_CHANGE = 1.6
"""By how many characters the column must change for a heading to open another article."""


@dataclass(slots=True)
class Draft:
    """An article in the making."""

    kind: ArticleKind = "article"
    headings: list[Block] = field(default_factory=list)
    bylines: list[Block] = field(default_factory=list)
    body: list[tuple[BodyRole, Block]] = field(default_factory=list)
    crossheads: list[str] = field(default_factory=list)
    closed: bool = False
    """Its last byline has come: what follows belongs elsewhere."""
    flat: bool = False
    """A paragraph of it stands on a line of its own, wider than any column."""
    width: float = 0.0
    """Width of the column that its text stands in now."""

    @property
    def signed(self) -> bool:
        """Somebody has signed it already, above the text or behind the dateline."""
        return bool(self.bylines) or any("记者" in b.text[:40] or "通讯员" in b.text[:40] for _, b in self.body[:1])

    def take(self, role: BodyRole, block: Block) -> None:
        """Add a paragraph or a crosshead."""
        self.body.append((role, block))
        if role == "crosshead":
            self.crossheads.append(block.text)
        else:
            ends = _SIGNED.search(block.text) or _GOES_ON.search(block.text)
            self.closed = self.closed or ends is not None
        self.flat = self.flat or block.width > FLAT
        self.width = block.width or self.width


def assemble(blocks: Iterable[Block]) -> list[Draft]:
    """Group blocks to articles, captions and notices, in the order in which they start."""
    seen = disentangle(raise_headings([(block, classify(block)) for block in blocks]))
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
        if self.headings and article is not None and article.flat:
            for block in self.headings:
                article.take("paragraph", block)
            self.headings = []
        if self.headings:
            self.drafts.append(Draft(kind="notice", body=[("paragraph", block) for block in self.headings]))
            self.headings = []

    def _byline(self, block: Block) -> None:
        article = self.article
        closing = _CLOSING_ROLES.search(block.text) is not None
        if article is None and block.furniture and not self.headings:
            self.drafts.append(Draft(kind="notice", body=[("paragraph", block)]))
            return
        if article is not None and not self.headings and (closing or not article.closed):
            article.bylines.append(block)
            article.closed = bool(article.body)
            return
        self._open().bylines.append(block)

    def _body(self, at: int, block: Block, *, opens: bool) -> None:
        article = self.article
        if article is None or (opens and (article.body or self.headings)) or self._headline_waits(article, at):
            article = self._open()
        for heading in self.headings:
            article.take("crosshead", heading)
        self.headings = []
        article.take("paragraph", block)

    def _headline_waits(self, article: Draft, at: int) -> bool:
        """Tell whether the headings that wait over block `at` open an article, not a section of this one."""
        if not self.headings:
            return False
        if article.closed or not article.body:
            return bool(article.body)
        if any(heading.opening for heading in self.headings):
            return True
        roles = {heading.role for heading in self.headings}
        if roles != {None}:
            return "headline" in roles
        return self._words_open(article, list(self._section(at)))

    def _words_open(self, article: Draft, section: Sequence[tuple[Block, Kind]]) -> bool:
        """Tell by their words and by what follows whether headings open an article."""
        first = self.headings[0]
        if first.begins and (len(self.headings) > 1 or not is_crosshead(first.text)):
            return True
        flat = article.flat or any(block.width > FLAT for block, _ in section)
        if not flat and _is_digest(section, article):
            return True
        upcoming = _inner_headings(section)
        others = [*article.crossheads[-_FEW:], *upcoming]
        alone = len(self.headings) == 1
        if flat or (alone and (is_numbered(first.text) or is_parallel(first.text, others))):
            return False
        if len(self.headings) > 2 or not all(is_crosshead(h.text) for h in self.headings):
            return True
        return self._another_begins(article, section) or (not article.crossheads and not upcoming and self._is_long())

    def _another_begins(self, article: Draft, section: Sequence[tuple[Block, Kind]]) -> bool:
        """Tell by signature or column that what follows is not of this article."""
        if article.signed and any(_SIGNED.search(block.text) for block, _ in section):
            return True
        after = next((block.width for block, _ in section if block.width), 0.0)
        return bool(article.width and after) and abs(article.width - after) > _COLUMN_CHANGE

    def _is_long(self) -> bool:
        """Tell whether the heading that waits is longer than a crosshead that stands alone would be."""
        return len(self.headings[0].text.replace(" ", "")) > _LONGEST_LONE_CROSSHEAD

    def _section(self, at: int) -> Iterator[tuple[Block, Kind]]:
        """Give the blocks from block `at` up to the next one that opens an article."""
        for block, kind in islice(self.seen, at, at + _LONGEST_SECTION):
            if kind in (Kind.START, Kind.BYLINE):
                return
            yield block, kind

    def _open(self) -> Draft:
        self.article = Draft(headings=self.headings)
        self.headings = []
        self.drafts.append(self.article)
        return self.article


def _is_digest(section: Sequence[tuple[Block, Kind]], article: Draft) -> bool:
    """Tell a section of items that begin with one sign, as no paragraph of the article does."""
    signs = {block.text[0] for block, _ in section[:_ITEMS]}
    own = {block.text[0] for _, block in article.body}
    return len(section) >= _ITEMS and len(signs) == 1 and signs <= _ITEM_SIGNS - own


def _inner_headings(section: Sequence[tuple[Block, Kind]]) -> list[str]:
    """Return the headings of a section that text follows: the last ones may head the next article."""
    last = max((i for i, (_, kind) in enumerate(section) if kind is Kind.BODY), default=0)
    return [block.text for block, kind in section[:last] if kind is Kind.HEADING]
