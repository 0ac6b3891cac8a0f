"""The lines that an HTML page shows, with the elements they stand in and the place of every character in the source.

The standard library's parser is used because it tells positions, which the faster ones do not. Elements left open
end as browsers end them.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from kg.model.source import MapRow, OffsetMap, Region

MAX_DEPTH = 400
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_HIDDEN = frozenset(
    ["script", "style", "noscript", "template", "svg", "select", "button", "nav", "footer", "iframe", "object", "form"]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "tr",
        "ul",
        "founder-title",
        "founder-content",
        "founder-author",
        "br",
        "hr",
        "title",
    ]
)
_HEADINGS = frozenset({"h1", "h2", "h3", "founder-title"})
_CLOSED_BY = {
    "p": _BLOCKS - {"br"},
    "li": frozenset({"li"}),
    "td": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr"}),
    "dd": frozenset({"dd", "dt"}),
    "dt": frozenset({"dd", "dt"}),
}
_LINKS_NOTHING = 0.5


class Node(NamedTuple):
    """An element: its number in the page, its tag, and class and id together, as sites name their parts by them."""

    number: int
    tag: str
    name: str


@dataclass(slots=True)
class HtmlLine:
    """What a block element shows on a line: pieces as text, offset and length in the source."""

    path: tuple[Node, ...]
    pieces: list[tuple[str, int, int]] = field(default_factory=list)
    linked: int = 0
    """Characters inside links."""
    bold: int = 0

    @property
    def text(self) -> str:
        """The text of the line."""
        return "".join(text for text, _, _ in self.pieces).strip()

    @property
    def is_link(self) -> bool:
        """Whether it is a link rather than text."""
        return self.linked > _LINKS_NOTHING * len(self.text)

    def region(self, role: str | None) -> Region:
        """Make a region of the line."""
        rows: list[MapRow] = []
        at = 0
        for text, start, length in self.pieces:
            rows.append(MapRow(at, len(text), start, length))
            at += len(text)
        return Region(text="".join(text for text, _, _ in self.pieces), offsets=OffsetMap(tuple(rows)), role=role)


@dataclass(slots=True)
class Markup:
    """An HTML page: its lines, and what its head says."""

    lines: list[HtmlLine]
    meta: dict[str, str]
    title: str


def parse_html(source: str) -> Markup:
    """Parse an HTML page; scripts, forms, menus and other hidden parts are left out."""
    parser = _Parser(source)
    parser.feed(source)
    parser.close()
    parser.end_line()
    return Markup([line for line in parser.lines if line.text], parser.meta, parser.title)


class _Parser(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.lines: list[HtmlLine] = []
        self.meta: dict[str, str] = {}
        self.title = ""
        self._source = source
        self._starts = [0, *(m.end() for m in re.finditer("\n", source))]
        self._path: list[Node] = []
        self._line: HtmlLine | None = None
        self._hidden: list[str] = []
        self._count = 0

    def end_line(self) -> None:
        """End the line, as a block element or a break does."""
        if self._line is not None:
            self.lines.append(self._line)
            self._line = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, after those that it closes."""
        attributes = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = attributes.get("name") or attributes.get("property") or ""
            self.meta.setdefault(name.lower(), attributes.get("content", ""))
        if self._hidden or tag in _HIDDEN:
            if tag not in _VOID:
                self._hidden.append(tag)
            return
        if tag == "br" and any(node.tag in _HEADINGS for node in self._path):
            return
        if tag in _BLOCKS:
            self.end_line()
            while self._path and tag in _CLOSED_BY.get(self._path[-1].tag, ()):
                self._path.pop()
        if tag not in _VOID and len(self._path) < MAX_DEPTH:
            self._count += 1
            self._path.append(
                Node(self._count, tag, f"{attributes.get('class', '')} {attributes.get('id', '')}".lower())
            )

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Add an element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element of this name, and those left open inside."""
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[self._hidden.index(tag) :]
            return
        if tag in _BLOCKS:
            self.end_line()
        for i in range(len(self._path) - 1, -1, -1):
            if self._path[i].tag == tag:
                del self._path[i:]
                return

    def handle_data(self, data: str) -> None:
        """Add text as it stands."""
        self._add(data, len(data))

    def handle_entityref(self, name: str) -> None:
        """Add a named character."""
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """Add a numbered character."""
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        ended = self._source.startswith(written + ";", self._place())
        self._add(unescape(written + ";"), len(written) + ended)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _add(self, text: str, length: int) -> None:
        if self._hidden or not text:
            return
        tags = {node.tag for node in self._path}
        if "title" in tags:
            self.title += text
        elif "head" not in tags:
            if self._line is None:
                self._line = HtmlLine(tuple(node for node in self._path if node.tag in _BLOCKS))
            self._line.pieces.append((text, self._place(), length))
            self._line.linked += len(text.strip()) if "a" in tags else 0
            self._line.bold += len(text.strip()) if tags & {"b", "strong"} else 0
