"""Articles that go on elsewhere (下转第二版 … 上接第一版), joined within a batch of pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, TypeVar

from kg.model.article import Article, Line
from kg.model.source import MapRow, OffsetMap, Span
from kg.segmenting.bylines import moved

Other = TypeVar("Other")

_PAGE = "第?\\s*(?P<page>[0-9A-Z]{1,3}|[一二三四五六七八九十]{1,3})\\s*版"
_GOES_ON = re.compile(rf"\s*[（(【]?\s*下转\s*{_PAGE}\s*[)）】]?\s*$")
_COMES_FROM = re.compile(rf"^\s*[（(【]?\s*(?:紧|上)接\s*{_PAGE}[^（）()]{{0,30}}[)）】]?\s*")
_ENDED = re.compile(r"[。！？…][”’）]*$")
_DIGITS = "一二三四五六七八九"


class _Part(NamedTuple):
    """The first or the last part of an article: its page, the one it names, and the words of its text that count."""

    article: Article
    other_page: str
    text: Span


def join_continued(found: Iterable[Article | Other]) -> Iterator[Article | Other]:
    """Join the parts of articles that go on on another page of the same issue; give all else as it comes.

    Parts wait for each other until the batch ends. A part whose other half is not in the batch comes as it is, with a
    warning. The rows of the second part name its file, or what unit it lies in, as their `unit`.
    """
    heads: list[_Part] = []
    tails: list[_Part] = []
    for item in found:
        head = _head(item) if isinstance(item, Article) else None
        tail = _tail(item) if isinstance(item, Article) and head is None else None
        if head is not None:
            heads.append(head)
        elif tail is not None:
            tails.append(tail)
        else:
            yield item
    for head in heads:
        fitting = [tail for tail in tails if _fits(head, tail)]
        named = [tail for tail in fitting if tail.article.line_text("headline") == head.article.line_text("headline")]
        chosen = fitting if len(fitting) == 1 else named
        if len(chosen) == 1:
            tails.remove(chosen[0])
            yield _join(head, chosen[0])
        else:
            yield _lonely(
                head.article, f"goes on on page {head.other_page}, which is not in this batch 下转部分不在本批"
            )
    for tail in tails:
        yield _lonely(tail.article, f"begins on page {tail.other_page}, which is not in this batch 上接部分不在本批")


def _head(article: Article) -> _Part | None:
    last = next((line for line in reversed(article.lines) if line.role == "paragraph"), None)
    match = _GOES_ON.search(last.span.of(article.text)) if last else None
    if match is None or last is None or article.kind != "article":
        return None
    return _Part(article, _number(match["page"]), Span(0, last.span.start + match.start()))


def _tail(article: Article) -> _Part | None:
    first = next((line for line in article.lines if line.role in ("paragraph", "crosshead")), None)
    match = _COMES_FROM.match(first.span.of(article.text)) if first else None
    if match is None or first is None or article.kind != "article":
        return None
    start = first.span.start + match.end()
    start += len(article.text[start:]) - len(article.text[start:].lstrip())
    return _Part(article, _number(match["page"]), Span(start, len(article.text)))


def _number(written: str) -> str:
    """Return a page number without leading zeros, Chinese ones in digits."""
    tens, ten, ones = written.rpartition("十")
    if not ten and written in _DIGITS:
        return str(_DIGITS.index(written) + 1)
    if ten:
        left = _DIGITS.index(tens) + 1 if tens else 1
        return str(left * 10 + (_DIGITS.index(ones) + 1 if ones else 0))
    return written.lstrip("0")


def _fits(head: _Part, tail: _Part) -> bool:
    a, b = head.article, tail.article
    same = (a.newspaper, a.published) == (b.newspaper, b.published)
    ahead = b.page is None or _number(b.page) == head.other_page
    back = a.page is None or _number(a.page) == tail.other_page
    return same and ahead and back


def _join(head: _Part, tail: _Part) -> Article:
    """Join two parts: a sentence that was cut goes on in the same line."""
    a, b = head.article, tail.article
    first = head.text.of(a.text).rstrip()
    rest = tail.text.of(b.text)
    glue = "\n" if _ENDED.search(first) or not rest else ""
    at = len(first) + len(glue)
    unit = None if a.source_files == b.source_files else b.source_files[0]
    later = b.offsets.cut(tail.text).rows
    rows = (MapRow(r[0] + at, r[1], r[2], r[3], r[4] or unit) for r in later)
    return replace(
        a,
        text=first + glue + rest,
        lines=tuple(_lines(head, tail, len(first), at)),
        bylines=(*a.bylines, *(moved(x, at - tail.text.start) for x in b.bylines if tail.text.covers(x.span))),
        offsets=OffsetMap((*a.offsets.cut(Span(0, len(first))).rows, *rows)),
        repairs=tuple(sorted((Counter(dict(a.repairs)) + Counter(dict(b.repairs))).items())),
        warnings=(*a.warnings, *b.warnings),
    )


def _lines(head: _Part, tail: _Part, length: int, at: int) -> Iterator[Line]:
    """Give the lines of the joined text; where no line feed parts the halves, the last and the first are one."""
    mine = [Line(role=x.role, span=Span(x.span.start, min(x.span.end, length))) for x in head.article.lines]
    mine = [line for line in mine if line.span.start < length]
    by = at - tail.text.start
    theirs = [
        Line(role=x.role, span=Span(max(x.span.start, tail.text.start) + by, x.span.end + by))
        for x in tail.article.lines
        if x.span.end > tail.text.start and x.role in ("paragraph", "crosshead")
    ]
    if at == length and mine and theirs:
        mine[-1] = Line(role=mine[-1].role, span=Span(mine[-1].span.start, theirs.pop(0).span.end))
    yield from (*mine, *theirs)


def _lonely(article: Article, warning: str) -> Article:
    return replace(article, warnings=(*article.warnings, warning))
