"""ALTO 2 to 4: the words of library scans, with their places in the XML and on the page."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from kg.errors import PageError
from kg.model.source import Issue, MapRow, OffsetMap, Page, Region
from kg.reading.layout import HEADLINE, LARGE
from kg.reading.source import Source
from kg.reading.text import decode
from kg.reading.xml_events import DECLARATION, MAX_XML_BYTES, Event, read_events

_ALTO = re.compile(rb"<(?:[\w.-]+:)?alto[\s>]")
_CONTENT = re.compile(r"""\sCONTENT\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


@dataclass(slots=True)
class AltoBlock:
    """A text block: its lines as pieces (text, offset, length), and the size of its type."""

    identifier: str
    size: float = 0.0
    left: float = 0.0
    lines: list[list[tuple[str, int, int]]] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    height: float = 0.0


def is_alto(head: bytes) -> bool:
    """Tell an ALTO file by its root element."""
    return _ALTO.search(head) is not None


def read_alto(source: Source, issue: Issue) -> Iterator[Page]:
    """Read an ALTO file: one page for each it holds. Raises `DecodeError` and `PageError`."""
    name = source.names[0]
    text, encoding = decode(source.read(MAX_XML_BYTES), name)
    number = issue.page
    found = False
    for printed, blocks in _pages(text, name):
        regions = tuple(_regions(blocks))
        if regions:
            found = True
            yield Page(
                source_files=source.names,
                source_sha256=source.sha256,
                encoding=encoding,
                regions=regions,
                newspaper=issue.newspaper,
                published=issue.published,
                number=number or printed,
                place=issue.place,
            )
    if not found:
        raise PageError(f"{name}: an ALTO file without words 没有文字; run optical character recognition again")


def _pages(text: str, name: str) -> Iterator[tuple[str | None, list[AltoBlock]]]:
    """Give number and blocks of each page, in the order of the file."""
    body = DECLARATION.sub(lambda m: " " * len(m[0]), text)
    data = body.encode("utf-8", "surrogatepass")
    sizes: dict[str, float] = {}
    place = _Places(data)
    number: str | None = None
    blocks: list[AltoBlock] = []
    for event in read_events(data, name):
        if event.name == "TextStyle" and event.opens:
            sizes[event.attributes.get("ID", "")] = _number(event.attributes.get("FONTSIZE"))
        elif event.name == "Page":
            if event.opens:
                number, blocks = event.attributes.get("PRINTED_IMG_NR") or event.attributes.get("PHYSICAL_IMG_NR"), []
            else:
                yield number, blocks
        elif event.opens:
            _take(event, blocks, sizes, body, place)


def _take(event: Event, blocks: list[AltoBlock], sizes: dict[str, float], text: str, place: "_Places") -> None:
    """Take one element into the blocks of its page."""
    given = event.attributes
    if event.name == "TextBlock":
        blocks.append(AltoBlock(given.get("ID", ""), size=_size(given, sizes), left=_number(given.get("HPOS"))))
    elif not blocks:
        return
    elif event.name == "TextLine":
        blocks[-1].lines.append([])
        blocks[-1].lefts.append(_number(given.get("HPOS")))
        blocks[-1].size = blocks[-1].size or _size(given, sizes)
        blocks[-1].height = max(blocks[-1].height, _number(given.get("HEIGHT")))
    elif event.name == "String" and blocks[-1].lines:
        blocks[-1].size = blocks[-1].size or _size(given, sizes)
        blocks[-1].lines[-1].extend(_content(text, place.character(event.at)))
    elif event.name == "SP" and blocks[-1].lines:
        blocks[-1].lines[-1].append((" ", place.character(event.at), 1))
    elif event.name == "HYP" and blocks[-1].lines:
        blocks[-1].lines[-1].extend(_content(text, place.character(event.at)))


class _Places:
    """Turns byte offsets, which only grow, into offsets of characters."""

    def __init__(self, data: bytes) -> None:
        self._data, self._byte, self._character = data, 0, 0

    def character(self, byte: int) -> int:
        self._character += len(self._data[self._byte : byte].decode("utf-8", "replace"))
        self._byte = byte
        return self._character


def _content(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """Give the pieces of a CONTENT attribute: what stands there, references as what they mean."""
    end = text.find(">", at)
    match = _CONTENT.search(text, at, end + 1 if end >= 0 else len(text))
    while match is None and 0 <= end < at + 4000:  # a > inside an attribute
        end = text.find(">", end + 1)
        match = _CONTENT.search(text, at, end + 1) if end >= 0 else None
    if match is None:
        return
    start, stop = match.span(1) if match[1] is not None else match.span(2)
    for reference in _REFERENCE.finditer(text, start, stop):
        if reference.start() > start:
            yield text[start : reference.start()], start, reference.start() - start
        yield unescape(reference[0]), reference.start(), len(reference[0])
        start = reference.end()
    if start < stop:
        yield text[start:stop], start, stop - start


def _regions(blocks: list[AltoBlock]) -> Iterator[Region]:
    """Give headings with their role, and the text blocks between them as one region, line by line."""
    blocks = [block for block in blocks if any(block.lines)]
    sizes: Counter[float] = Counter()
    for block in blocks:
        block.size = block.size or block.height
        sizes[block.size] += sum(len(piece[0]) for line in block.lines for piece in line)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    waiting: list[AltoBlock] = []
    for block in blocks:
        role = _role(block, body)
        if role is None:
            waiting.append(block)
            continue
        if waiting:
            yield _region(waiting, None)
        waiting = []
        yield _region([block], role)
    if waiting:
        yield _region(waiting, None)


def _role(block: AltoBlock, body: float) -> str | None:
    if body <= 0 or block.size < LARGE * body or len(block.lines) > 3:
        return None
    return "headline" if block.size >= HEADLINE * body else "crosshead"


def _region(blocks: list[AltoBlock], role: str | None) -> Region:
    text: list[str] = []
    rows: list[MapRow] = []
    at = 0
    for block in blocks:
        left = min(block.lefts, default=0.0)
        for line, begins in zip(block.lines, block.lefts, strict=True):
            lead = ("\n" if text else "") + (
                "　　" if begins - left > 1.2 * (block.height or block.size or 1e9) else ""
            )
            text.append(lead)
            at += len(lead)
            for words, start, length in line:
                rows.append(MapRow(at, len(words), start, length))
                text.append(words)
                at += len(words)
    return Region(text="".join(text), offsets=OffsetMap(tuple(rows)), role=role)


def _size(given: dict[str, str], sizes: dict[str, float]) -> float:
    return next((sizes[style] for style in given.get("STYLEREFS", "").split() if sizes.get(style)), 0.0)


def _number(written: str | None) -> float:
    try:
        return float(written or 0)
    except ValueError:
        return 0.0
