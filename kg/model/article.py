"""An article as segmented: its text, what each line of it is, and the way back to the source."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.model.source import Locality, OffsetMap, Span

LineRole = Literal["kicker", "headline", "subheadline", "byline", "crosshead", "paragraph"]
ROLES: tuple[LineRole, ...] = ("kicker", "headline", "subheadline", "byline", "crosshead", "paragraph")
ArticleKind = Literal["article", "caption", "notice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of an article's text and what it is."""

    role: LineRole
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """A name that signs the article: `role` as printed (记者, 通讯员, 摄影, 编辑 …), `span` that of the name alone."""

    role: str
    name: str
    span: Span
    organization: Span | None = None
    """The paper or agency printed before the role (周口日报 in 周口日报记者), if any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Place and day that an article is dated from, as in 新华社北京5月1日电; `span` is that of the whole of it."""

    place: str | None
    date: date | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation:
    """Another file in which an article goes on. Rows of the offset map that lead there name it as their `unit`."""

    source_files: tuple[str, ...]
    source_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A parsed article, as `articles.jsonl` has it.

    `text` is kicker, headline, subheadline, byline lines, then paragraphs with crossheads where they stand, one a
    line, joined by a line feed; every offset of every fact points into it. `lines` says what each line is, in order.
    """

    iri: str | None
    """An IRI given from outside; None where it is to be minted from `source_sha256` and `source_start`."""
    source_start: int
    """Offset of the article's first character in the source."""
    kind: ArticleKind
    text: str
    lines: tuple[Line, ...]
    bylines: tuple[Byline, ...]
    dateline: Dateline | None
    offsets: OffsetMap
    source_files: tuple[str, ...]
    source_sha256: str
    encoding: str | None
    page: str | None
    newspaper: str | None
    published: date | None
    place: Locality | None
    continued: tuple[Continuation, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()
    warnings: tuple[str, ...] = ()

    def of_role(self, role: LineRole) -> Iterator[Span]:
        """Give the spans of the lines of one role, in order."""
        return (line.span for line in self.lines if line.role == role)

    def line_text(self, role: LineRole) -> str | None:
        """Return the text of the first line of this role, None where there is none."""
        return next((span.of(self.text) for span in self.of_role(role)), None)
