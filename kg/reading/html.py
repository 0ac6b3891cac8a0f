"""HTML pages: e-papers with 引题, 主题, 副题, author and date, and ordinary news pages. One page, one article."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from kg.errors import PageError
from kg.model.source import Issue, Page, Region
from kg.reading.markup import HtmlLine, Markup, parse_html
from kg.reading.source import Source
from kg.reading.text import decode

MAX_HTML_BYTES = 8 * 1024 * 1024
_HTML = re.compile(
    rb"(?is)^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|founder)"
)
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_-]+)""")
_PROSE = re.compile("[，。；：！？”]")
_TITLES = re.compile(r"(?<![a-z])(?:title|bt|biaoti|headline|zhuti)\d?(?![a-z])")
_KICKERS = re.compile(r"yinti|kicker|introtitle|intro-title|pretitle|pre-title|shoulder|eyebrow|title1|bt1")
_SUBTITLES = re.compile(r"futi|subtitle|sub-title|subhead|subheadline|title3|bt3")
_AUTHORS = re.compile(r"author|byline|zuozhe|writer|founder-author|editor")
_BODIES = re.compile(
    r"ozoom|articlecontent|article-content|article_content|founder-content|articlebody|article-body|main-text"
)
_DATE_METAS = (
    "publishdate",
    "pubdate",
    "article:published_time",
    "og:published_time",
    "date",
    "publish-date",
    "dc.date",
)
_PAPER_METAS = ("og:site_name", "newspaper", "paper", "source", "mediaid")
_DAY = re.compile(r"((?:19|20)\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})")
_NUMBER = re.compile(r"第?\s*([0-9A-Z]{1,3})\s*版")
_CROSSHEAD = 30


def is_html(head: bytes) -> bool:
    """Tell an HTML page by how it begins."""
    return _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read_html(source: Source, issue: Issue) -> Iterator[Page]:
    """Read an HTML page as one page of one article. Raises `DecodeError`, and `PageError` where it shows no article."""
    name = source.names[0]
    data = source.read(MAX_HTML_BYTES)
    text, encoding = decode(data, name, declared=_declared(data))
    markup = parse_html(text)
    regions = tuple(_regions(markup))
    if not any(region.role == "paragraph" for region in regions):
        raise PageError(f"{name}: no article in this HTML page 网页中没有正文; save the page of the article itself")
    top = " ".join(line.text for line in markup.lines[:60])
    number = _NUMBER.search(top)
    yield Page(
        source_files=source.names,
        source_sha256=source.sha256,
        encoding=encoding,
        regions=regions,
        newspaper=issue.newspaper or _meta(markup, _PAPER_METAS),
        published=issue.published or _day(_meta(markup, _DATE_METAS) or "") or _day(top),
        number=issue.page or (number[1] if number else None),
        place=issue.place,
    )


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii").lower() if match else None


def _regions(markup: Markup) -> Iterator[Region]:
    body = _body(markup.lines)
    if not body:
        return
    first = next(i for i, line in enumerate(markup.lines) if line is body[0])
    above = [line for line in markup.lines[:first] if not line.is_link][-25:]
    inside = [line for line in body if _heading_role(line) is not None]
    yield from _headings([*above, *inside])
    skipped = {id(line) for line in inside}
    for line in body:
        if id(line) not in skipped:
            yield line.region(_body_role(line))


def _body(lines: Sequence[HtmlLine]) -> list[HtmlLine]:
    """Find the element that holds the article's text: a known name, else the one whose own lines have most prose."""
    named = [n.number for line in lines for n in line.path if _BODIES.search(f"{n.name} {n.tag}")]
    scores: Counter[int] = Counter()
    for line in lines:
        if not line.is_link and _PROSE.search(line.text) and len(line.text) > 15:
            inner = [n for n in line.path if n.tag not in ("p", "br")]
            for weight, node in zip((1.0, 0.5), reversed(inner), strict=False):
                scores[node.number] += int(weight * len(line.text))
    best = max(named, key=lambda n: scores[n], default=0) if any(scores[n] for n in named) else 0
    best = best or max(scores, key=lambda n: (scores[n], -n), default=0)
    return [line for line in lines if any(n.number == best for n in line.path) and not line.is_link]


def _headings(lines: Sequence[HtmlLine]) -> Iterator[Region]:
    """Give the headings and the byline among the lines above the text, in order, each role once."""
    given: set[str] = set()
    roles = [_heading_role(line) for line in lines]
    for i, line in enumerate(lines):
        better = "headline" in roles[i + 1 :]
        role = ("kicker" if better else "subheadline") if roles[i] == "heading" else roles[i]
        later = role == "headline" and better and line.path[-1].tag != "h1"
        if role is None or role in given or later:
            continue
        given.add(role)
        yield line.region(role)


def _heading_role(line: HtmlLine) -> str | None:
    """Say what a line is by the names of the elements it stands in."""
    if len(line.text) > 80:
        return None
    inner = line.path[-1]
    name = f"{inner.name} {inner.tag}"
    for role, pattern in (("kicker", _KICKERS), ("subheadline", _SUBTITLES), ("byline", _AUTHORS)):
        if pattern.search(name):
            return role
    if inner.tag in ("h1", "founder-title") or _TITLES.search(name):
        return "headline"
    if inner.tag == "h4":
        return "byline"
    return "heading" if inner.tag in ("h2", "h3") else None


def _body_role(line: HtmlLine) -> str:
    text = line.text
    strong = line.bold >= len(text) or line.path[-1].tag in ("h2", "h3", "h4", "h5")
    return "crosshead" if strong and len(text) <= _CROSSHEAD and _PROSE.search(text[-1]) is None else "paragraph"


def _meta(markup: Markup, names: Sequence[str]) -> str | None:
    return next((markup.meta[name].strip() for name in names if markup.meta.get(name, "").strip()), None)


def _day(text: str) -> date | None:
    match = _DAY.search(text)
    try:
        return date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None
