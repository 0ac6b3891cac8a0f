"""Articles that go on elsewhere (下转第二版 … 上接第一版), joined where the parts are at hand together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from kg import expressions as re
from kg.model.article import Article, Continuation, Line
from kg.model.source import MapRow, OffsetMap, Span
from kg.segmenting.bylines import moved

MAX_PAIRS = 1_000_000
"""An issue has some dozens of parts; where a thousand could go on in a thousand others, none is joined."""

_PAGE = "第?\\s*(?P<page>[0-9A-Z]{1,3}|[一二三四五六七八九十]{1,3})\\s*版"
_GOES_ON = re.compile(rf"\s*[（(【]?\s*下转\s*{_PAGE}\s*[)）】]?\s*$")
_COMES_FROM = re.compile(rf"^\s*[（(【]?\s*(?:紧|上)接\s*{_PAGE}(?P<title>[^（）()]{{0,30}})[)）】]?\s*")
_ENDED = re.compile(r"[。！？…][”’）]*$")
_PRINTED = re.compile(r"([A-Z]?)0*(\d+)")
_DIGITS = "一二三四五六七八九"


class Joined(NamedTuple):
    """An article made of parts, and which of those given they are."""

    article: Article
    parts: tuple[int, ...]


class _Part(NamedTuple):
    """An article with the pages it names, and where its own words lie between the marks."""

    article: Article
    onward: str | None
    back: str | None
    title: str
    begin: int
    stop: int


def is_continued(article: Article) -> bool:
    """Tell whether an article carries a mark that it goes on, or begins, on another page."""
    part = _part(article)
    return (part.onward or part.back) is not None


def issue_key(article: Article) -> str:
    """Name the issue within which an article may go on: the day, or the folder of its file where that is not known."""
    return article.published.isoformat() if article.published else _folder(article)


def join_continued(articles: Iterable[Article]) -> Iterator[Joined]:
    """Join the parts of articles that go on on another page of the same issue; give all else as it is.

    Two parts are joined where each names the page of the other, as far as pages are known, and no third fits as well;
    a part whose other half is not among the articles says so in its warnings. What comes does not depend on the order
    of the articles, but for its own order. The rows of later parts name their file as their `unit`.
    """
    parts = [_part(article) for article in articles]
    onward = _links(parts)
    followers = set(onward.values())
    for first in (i for i in range(len(parts)) if i not in followers):
        chain = [first]
        while chain[-1] in onward:
            chain.append(onward[chain[-1]])
        yield Joined(_chained([parts[i] for i in chain]), tuple(chain))


def _links(parts: Sequence[_Part]) -> Mapping[int, int]:
    """Say which part goes on in which; first by the headline they share, then by their pages alone."""
    heads = [i for i, part in enumerate(parts) if part.onward is not None]
    tails = [i for i, part in enumerate(parts) if part.back is not None]
    if len(heads) * len(tails) > MAX_PAIRS:
        return {}
    pairs = [(h, t) for h in heads for t in tails if h != t and _fits(parts[h], parts[t])]
    found = dict(_sole([(h, t) for h, t in pairs if _same_title(parts[h], parts[t])]))
    taken = set(found.values())
    found.update(_sole([(h, t) for h, t in pairs if h not in found and t not in taken]))
    return _without_circles(found)


def _sole(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the pairs of which neither half fits elsewhere."""
    heads, tails = (Counter(half) for half in zip(*pairs, strict=True)) if pairs else (Counter[int](), Counter[int]())
    return ((h, t) for h, t in pairs if heads[h] == tails[t] == 1)


def _without_circles(onward: Mapping[int, int]) -> Mapping[int, int]:
    """Leave out parts that lead back to themselves."""
    reached: set[int] = set()
    for first in set(onward) - set(onward.values()):
        at = first
        while at in onward:
            reached.add(at)
            at = onward[at]
    return {h: t for h, t in onward.items() if h in reached}


def _part(article: Article) -> _Part:
    text, lines = article.text, article.lines
    last = next((line for line in reversed(lines) if line.role == "paragraph"), None)
    first = next((line for line in lines if line.role in ("paragraph", "crosshead")), None)
    is_article = article.kind == "article"
    goes_on = _GOES_ON.search(last.span.of(text)) if last and is_article else None
    comes = _COMES_FROM.match(first.span.of(text)) if first and is_article else None
    begin = first.span.start + comes.end() if first and comes else 0
    return _Part(
        article=article,
        onward=_number(goes_on["page"]) if goes_on else None,
        back=_number(comes["page"]) if comes else None,
        title=comes["title"].strip("《》：:，, 　") if comes else "",
        begin=begin + len(text[begin:]) - len(text[begin:].lstrip()) if comes else 0,
        stop=last.span.start + goes_on.start() if last and goes_on else len(text),
    )


def _number(written: str) -> str:
    """Return a page number without leading zeros, Chinese ones in digits."""
    if printed := _PRINTED.search(written):
        return printed[1] + printed[2]
    tens, ten, ones = written.removeprefix("第").removesuffix("版").rpartition("十")
    if any(len(part) > 1 or part not in _DIGITS for part in (tens, ones)):
        return written
    left = _DIGITS.index(tens) + 1 if tens else len(ten)
    return str(left * 10 + (_DIGITS.index(ones) + 1 if ones else 0))


def _fits(head: _Part, tail: _Part) -> bool:
    a, b = head.article, tail.article
    papers = {a.newspaper, b.newspaper}
    same = (
        issue_key(a) == issue_key(b) and len(papers - {None}) <= 1 and (None not in papers or _folder(a) == _folder(b))
    )
    one_page = a.source_sha256 == b.source_sha256 and a.page == b.page  # a file of several pages, told by its first
    ahead = one_page or b.page is None or _number(b.page) == head.onward
    back = one_page or a.page is None or _number(a.page) == tail.back
    return same and ahead and back


def _same_title(head: _Part, tail: _Part) -> bool:
    title = head.article.line_text("headline")
    return bool(title) and (title == tail.article.line_text("headline") or title == tail.title)


def _folder(article: Article) -> str:
    return str(PurePosixPath(article.source_files[0]).parent) if article.source_files else ""


def _chained(parts: Sequence[_Part]) -> Article:
    """Join parts in their order, and say what is missing before the first and after the last."""
    article = parts[0].article
    for part in parts[1:]:
        article = _join(_part(article), part)
    missing = [f"begins on page {parts[0].back}, which is not in this batch 上接部分不在本批"] if parts[0].back else []
    if parts[-1].onward:
        missing.append(f"goes on on page {parts[-1].onward}, which is not in this batch 下转部分不在本批")
    new = tuple(warning for warning in missing if warning not in article.warnings)
    return replace(article, warnings=(*article.warnings, *new)) if new else article


def _join(head: _Part, tail: _Part) -> Article:
    """Join two parts: a sentence that was cut goes on in the same line."""
    a, b = head.article, tail.article
    first = a.text[: head.stop].rstrip()
    kept = Span(tail.begin, len(b.text))
    rest = kept.of(b.text)
    glue = "\n" if _ENDED.search(first) or not rest else ""
    at = len(first) + len(glue)
    rows = (MapRow(r[0] + at, r[1], r[2], r[3], _unit(r[4], a, b)) for r in b.offsets.cut(kept).rows)
    return replace(
        a,
        text=first + glue + rest,
        lines=tuple(_lines(head, tail, len(first), at)),
        bylines=(*a.bylines, *(moved(x, at - kept.start) for x in b.bylines if kept.covers(x.span))),
        offsets=OffsetMap((*a.offsets.cut(Span(0, len(first))).rows, *rows)),
        continued=tuple(dict.fromkeys((*a.continued, *_others(a, b), *b.continued))),
        repairs=tuple(sorted((Counter(dict(a.repairs)) + Counter(dict(b.repairs))).items())),
        warnings=(*a.warnings, *b.warnings),
    )


def _unit(unit: str | None, a: Article, b: Article) -> str | None:
    """Name the file in which a later part stands, unless it is the file of the first."""
    if a.source_sha256 == b.source_sha256 or any(unit in other.source_files for other in b.continued):
        return unit
    return ", ".join(filter(None, (b.source_files[0], unit)))


def _others(a: Article, b: Article) -> tuple[Continuation, ...]:
    if a.source_sha256 == b.source_sha256:
        return ()
    return (Continuation(source_files=b.source_files, source_sha256=b.source_sha256),)


def _lines(head: _Part, tail: _Part, length: int, at: int) -> Iterator[Line]:
    """Give the lines of the joined text; where no line feed parts the halves, the last and the first are one."""
    mine = [Line(role=x.role, span=Span(x.span.start, min(x.span.end, length))) for x in head.article.lines]
    mine = [line for line in mine if line.span.start < length]
    by = at - tail.begin
    theirs = [
        Line(role=x.role, span=Span(max(x.span.start, tail.begin) + by, x.span.end + by))
        for x in tail.article.lines
        if x.span.end > tail.begin and x.role in ("paragraph", "crosshead")
    ]
    if at == length and mine and theirs:
        mine[-1] = Line(role=mine[-1].role, span=Span(mine[-1].span.start, theirs.pop(0).span.end))
    yield from (*mine, *theirs)
