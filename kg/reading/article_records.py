"""`articles.jsonl` as read: articles that a build or another tool has parsed, one JSON object each.

What a build wrote comes back as it was. From other tools, `text` may be missing (it is laid out from the parts), and
so may spans (they are found); characters that no text may hold are dropped, with a warning.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg import expressions as re
from kg.errors import PageError
from kg.model.article import Article, ArticleKind, Byline, Continuation, Dateline, Line, LineRole
from kg.model.source import Issue, Locality, MapRow, OffsetMap, Span
from kg.reading.fields import Fields
from kg.reading.source import Source

KINDS: tuple[ArticleKind, ...] = ("article", "caption", "notice")
KNOWN = frozenset(
    [
        "id",
        "kind",
        "headline",
        "kicker",
        "subheadline",
        "section_headings",
        "bylines",
        "dateline",
        "paragraphs",
        "text",
        "source_map",
        "source_file",
        "source_files",
        "source_sha256",
        "continued",
        "encoding",
        "page",
        "newspaper",
        "published",
        "place",
        "repairs",
        "warnings",
        "source_start",
    ]
)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
_BAD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\s*[\r\n\v\f\x85\u2028\u2029]+\s*")


def article_of(  # noqa: PLR0913
    record: Mapping[str, Any], source: Source, *, at: int, where: str, issue: Issue, encoding: str
) -> Article:
    """Make an article of a record. `at` is its offset in the file, `where` names it in messages.

    Raises `PageError` where the record says nothing, or what it says cannot be.
    """
    fields = Fields(record, where)
    warnings = fields.strings("warnings")
    pieces = _pieces(fields)
    text = fields.text("text")
    laid_out = "\n".join(words for _, words in pieces)
    if text is None or not pieces:
        text, pieces = (laid_out, pieces) if text is None else (_clean(text), ())
    if not text.strip():
        raise PageError(f"{where}: neither text nor paragraphs 没有正文; give `text` or `paragraphs`")
    if text != _clean(text):
        text = _clean(text)
        warnings = (*warnings, "characters that no text may hold were dropped")
    lines = _lines(text, pieces)
    unknown = sorted(set(record) - KNOWN)
    kept = tuple(f"unknown field: {name} = {json.dumps(record[name], ensure_ascii=False)}" for name in unknown)
    offsets = _offsets(fields, len(text))
    return Article(
        iri=_iri(fields),
        source_start=min((row.source_start for row in offsets.rows), default=0) if fields.has("source_map") else at,
        kind=fields.choice("kind", KINDS, "article"),
        text=text,
        lines=lines,
        bylines=tuple(_bylines(fields, text)),
        dateline=_dateline(fields, text, lines),
        offsets=offsets,
        source_files=fields.strings("source_files") or _one(fields.string("source_file")) or source.names,
        source_sha256=fields.string("source_sha256") or source.sha256,
        continued=tuple(_continued(fields)),
        encoding=fields.string("encoding") if fields.has("source_map") else encoding,
        page=fields.string("page") or issue.page,
        newspaper=fields.string("newspaper") or issue.newspaper,
        published=fields.day("published") or issue.published,
        place=_place(fields) or issue.place,
        repairs=tuple(sorted(fields.counts("repairs").items())),
        warnings=(*warnings, *(w for w in kept if w not in warnings)),
    )


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", _BAD.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def _one_line(text: str) -> str:
    return _LINE_END.sub("", _clean(text)).strip()


def _one(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()


def _iri(fields: Fields) -> str | None:
    given = fields.string("id")
    return given if given is not None and _IRI.fullmatch(given) else None


def _pieces(fields: Fields) -> tuple[tuple[LineRole, str], ...]:
    """List the parts of the text that the record names, in their order; byline lines are not among them."""
    pieces: list[tuple[LineRole, str]] = []
    for role in ("kicker", "headline", "subheadline"):
        pieces.extend((role, _one_line(part)) for part in (fields.text(role) or "").split("\n"))
    headings = {before: words for words, before in fields.headings()}
    paragraphs = fields.paragraphs()
    for index, words in enumerate(paragraphs):
        heading = headings.get(index)
        if heading and (index == 0 or paragraphs[index - 1] != heading):
            pieces.append(("crosshead", _one_line(heading)))
        pieces.append(("crosshead" if headings.get(index + 1) == words else "paragraph", _one_line(words)))
    return tuple((role, words) for role, words in pieces if words)


def _lines(text: str, pieces: Sequence[tuple[LineRole, str]]) -> tuple[Line, ...]:
    """Say what each line of the text is: as its parts name it, else a byline before the text, else a paragraph."""
    lines: list[Line] = []
    waiting = list(pieces)
    at = 0
    for words in text.split("\n"):
        span = Span(at, at + len(words))
        at += len(words) + 1
        role = next((role for role, part in waiting if part == words), None)
        if role is not None:
            waiting.remove((role, words))
        elif waiting and not any(line.role in ("paragraph", "crosshead") for line in lines):
            role = "byline"
        if words:
            lines.append(Line(role=role or "paragraph", span=span))
    return tuple(lines)


def _bylines(fields: Fields, text: str) -> Iterator[Byline]:
    """Give the bylines; a name without a place is looked up in the text, and left out if it is not there."""
    at = 0
    for item in fields.items("bylines"):
        name = item.string("name")
        if name is None:
            continue
        span = item.span(text, name) or _find(text, name, at)
        if span is None:
            continue
        organization = item.part("organization")
        yield Byline(
            role=item.string("role") or "记者",
            name=name,
            span=span,
            organization=organization.span(text, organization.string("name")) if organization else None,
        )
        at = span.end


def _find(text: str, name: str, at: int) -> Span | None:
    start = text.find(name, at)
    start = text.find(name) if start < 0 else start
    return None if start < 0 else Span(start, start + len(name))


def _dateline(fields: Fields, text: str, lines: Sequence[Line]) -> Dateline | None:
    item = fields.part("dateline")
    first = next((line for line in lines if line.role == "paragraph"), None)
    words = item.string("text") if item else None
    if item is None or first is None or not words:
        return None
    span = _find(text, words, first.span.start)
    return Dateline(place=item.string("place"), date=item.day("date"), span=span) if span else None


def _offsets(fields: Fields, length: int) -> OffsetMap:
    rows = fields.rows("source_map")
    if rows is None:
        return OffsetMap.identity(length)
    return OffsetMap(tuple(MapRow(*row) for row in rows if row[0] + row[1] <= length))


def _continued(fields: Fields) -> Iterator[Continuation]:
    for item in fields.items("continued"):
        yield Continuation(source_files=item.strings("source_files"), source_sha256=item.string("source_sha256") or "")


def _place(fields: Fields) -> Locality | None:
    item = fields.part("place")
    name = item.string("name") if item else fields.string("place")
    return Locality(name=name, code=item.string("code") if item else None) if name else None
