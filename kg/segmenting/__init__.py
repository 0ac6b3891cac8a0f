"""From a repaired page to its articles: where each begins and ends, and what each of its lines is."""

from collections import Counter
from collections.abc import Iterator

from kg.model.article import Article, Byline, Dateline, Line, LineRole
from kg.model.source import Block, CleanPage, OffsetMap, Page, Span
from kg.segmenting.assembly import Draft, assemble
from kg.segmenting.blocks import Kind, classify
from kg.segmenting.bylines import find_bracketed, find_credit, moved, parse_byline_line
from kg.segmenting.continuation import Joined, is_continued, issue_key, join_continued
from kg.segmenting.datelines import find_dateline
from kg.segmenting.headings import split_headings
from kg.segmenting.mastheads import date_page

__all__ = ["Joined", "is_continued", "issue_key", "join_continued", "segment"]


def segment(page: CleanPage) -> tuple[Article, ...]:
    """Divide a page into its articles, captions and notices, in order of where they start in the source.

    A headline that the page has lost stays away: none is made up. What the page's masthead says of paper, day and
    page number fills what was not known.
    """
    mastheads = (block for block in page.blocks if classify(block) is Kind.MASTHEAD)
    dated = date_page(page.page, mastheads)
    return tuple(_article(draft, dated) for draft in assemble(page.blocks))


def _article(draft: Draft, page: Page) -> Article:
    pieces = list(_lay_out(draft))
    text = "\n".join(block.text[span.start : span.end] for _, block, span in pieces)
    lines: list[Line] = []
    parts: list[tuple[int, OffsetMap]] = []
    at = 0
    for role, block, span in pieces:
        lines.append(Line(role=role, span=Span(at, at + len(span))))
        parts.append((at, block.offsets.cut(span)))
        at += len(span) + 1
    offsets = OffsetMap.chain(parts)
    repairs: Counter[str] = Counter()
    for block in (*draft.headings, *draft.bylines, *(block for _, block in draft.body)):
        repairs.update(dict(block.repairs))
    return Article(
        iri=None,
        source_start=min((row.source_start for row in offsets.rows), default=0),
        kind=draft.kind,
        text=text,
        lines=tuple(lines),
        bylines=tuple(_bylines(text, lines)),
        dateline=_dateline(text, lines, page),
        offsets=offsets,
        source_files=page.source_files,
        source_sha256=page.source_sha256,
        encoding=page.encoding,
        page=page.number,
        newspaper=page.newspaper,
        published=page.published,
        place=page.place,
        repairs=tuple(sorted(repairs.items())),
    )


def _lay_out(draft: Draft) -> Iterator[tuple[LineRole, Block, Span]]:
    """Give the lines of an article in the order of its text: role, block, and which part of the block."""
    main, kicker, subs = split_headings(
        [block.text for block in draft.headings], [block.role for block in draft.headings]
    )
    if kicker is not None:
        yield "kicker", draft.headings[kicker], _whole(draft.headings[kicker])
    if main is not None:
        yield "headline", draft.headings[main], _undashed(draft.headings[main])
    for index in subs:
        yield "subheadline", draft.headings[index], _undashed(draft.headings[index])
    for block in draft.bylines:
        yield "byline", block, _whole(block)
    for role, block in draft.body:
        credit = find_credit(block.text) if draft.kind == "caption" else None
        if credit is not None and credit[0].start > 0:
            yield "byline", block, credit[0]
            yield role, block, _stripped(block.text, 0, credit[0].start)
        else:
            yield role, block, _whole(block)


def _bylines(text: str, lines: list[Line]) -> Iterator[Byline]:
    """Read the bylines of byline lines, then those in brackets at the start or end of paragraphs."""
    paragraphs = [line for line in lines if line.role == "paragraph"]
    for line in lines:
        words = line.span.of(text)
        if line.role == "byline":
            yield from (moved(b, line.span.start) for b in parse_byline_line(words) or ())
        elif line.role == "paragraph" and line in (paragraphs[0], paragraphs[-1]):
            yield from (moved(b, line.span.start) for b in find_bracketed(words))


def _dateline(text: str, lines: list[Line], page: Page) -> Dateline | None:
    first = next((line for line in lines if line.role == "paragraph"), None)
    found = find_dateline(first.span.of(text), page.published) if first else None
    if found is None or first is None:
        return None
    return Dateline(place=found.place, date=found.date, span=_shift(found.span, first.span.start))


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _whole(block: Block) -> Span:
    return Span(0, len(block.text))


def _undashed(block: Block) -> Span:
    """Return the heading behind its dash; a heading that is nothing but a dash stays, for no line is empty."""
    words = _stripped(block.text, len(block.text) - len(block.text.lstrip("—─－-– ")), len(block.text))
    return words if len(words) else _whole(block)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
