"""METS: the file that says of an issue which ALTO pages it has, in which order, of which paper and day."""

import re
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import unquote

from kg.model.source import Issue
from kg.reading.text import decode
from kg.reading.xml_events import DECLARATION, Event, read_events

_METS = re.compile(rb"<(?:[\w.-]+:)?mets[\s>]")
_OTHER_FILE = re.compile(r"\.(?:tiff?|jp2|jpe?g|png|gif|pdf|txt|html?|wav|mp3)$", re.IGNORECASE)
_OTHER_TYPE = re.compile(r"image/|audio/|video/|application/pdf|text/plain|text/html", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DAY = re.compile(r"(?<!\d)((?:1[6-9]|20)\d\d)(?:[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?|(\d\d)(\d\d))(?!\d)")
_DATES = ("dateIssued", "date", "dateCreated", "temporal")
_LAST = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What a METS file says: its pages in order, each a path below its folder with what is known of the page."""

    pages: tuple[tuple[str, Issue], ...]
    refused: tuple[str, ...]
    """Why pages that it names are not read, one message each."""


@dataclass(slots=True)
class _Metadata:
    """A section of descriptive metadata: titles of the issue, of the paper it belongs to, and days."""

    title: str = ""
    paper: str = ""
    day: date | None = None


@dataclass(slots=True)
class _Taking:
    """What has been read so far."""

    files: dict[str, str] = field(default_factory=dict)
    """Path by the file's ID, in the order of the file."""
    order: dict[str, tuple[tuple[int, ...], str | None]] = field(default_factory=dict)
    """Place and printed number by the file's ID."""
    physical: bool = False
    metadata: list[_Metadata] = field(default_factory=list)
    label: str = ""
    path: list[Event] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """Of each element of the path, how many children have opened."""


def is_mets(head: bytes) -> bool:
    """Tell a METS file by its root element."""
    return _METS.search(head) is not None


def read_catalogue(data: bytes, name: str) -> Catalogue:
    """Read a METS file. Raises `DecodeError` and `PageError` where it is broken, unsafe or no METS."""
    text, _ = decode(data, name)
    body = DECLARATION.sub(lambda m: " " * len(m[0]), text)
    taking = _Taking()
    for event in read_events(body.encode("utf-8", "surrogatepass"), name, texts=True):
        (_enter if event.opens else _leave)(event, taking)
    pages, refused = [], []
    issue = _issue(taking)
    ranked = sorted(taking.files, key=lambda key: taking.order.get(key, ((_LAST,), None))[0])
    for href, number in dict.fromkeys((taking.files[key], taking.order.get(key, ((), None))[1]) for key in ranked):
        path = _below(href)
        if path is None:
            refused.append(f"names {href!r}, which leads out of its folder 所列文件在文件夹之外; it is not read")
        else:
            pages.append((path, Issue(newspaper=issue.newspaper, published=issue.published, page=number)))
    if not pages and not refused:
        refused.append("a METS file that names no page of ALTO 未列出 ALTO 文件; give the pages themselves")
    return Catalogue(pages=tuple(pages), refused=tuple(refused))


def _enter(event: Event, taking: _Taking) -> None:
    given = event.attributes
    if taking.places:
        taking.places[-1] += 1
    taking.path.append(event)
    taking.places.append(0)
    if event.name == "mets":
        taking.label = given.get("LABEL", "")
    elif event.name == "dmdSec":
        taking.metadata.append(_Metadata())
    elif event.name == "FLocat":
        _take_file(given.get("href", ""), taking)
    elif event.name == "structMap":
        _choose_map(given.get("TYPE", ""), taking)
    elif event.name in ("fptr", "area"):
        key = given.get("FILEID", "")
        if key in taking.files and _in_chosen_map(taking):
            taking.order.setdefault(key, _place(taking))


def _leave(event: Event, taking: _Taking) -> None:
    within = {each.name for each in taking.path}
    if "dmdSec" in within and taking.metadata:
        _describe(event, taking.metadata[-1], taking.path)
    taking.path.pop()
    taking.places.pop()


def _take_file(href: str, taking: _Taking) -> None:
    """Take a file that may be a page of ALTO: all but images, PDF and plain text."""
    file = next((each.attributes for each in reversed(taking.path) if each.name == "file"), {})
    if href and not _OTHER_TYPE.match(file.get("MIMETYPE", "")) and not _OTHER_FILE.search(href):
        taking.files.setdefault(file.get("ID") or href, href)


def _choose_map(kind: str, taking: _Taking) -> None:
    """Let the physical map, where there is one, say the order."""
    if "physical" in kind.lower() and not taking.physical:
        taking.physical = True
        taking.order.clear()


def _in_chosen_map(taking: _Taking) -> bool:
    kind = next((each.attributes.get("TYPE", "") for each in taking.path if each.name == "structMap"), "")
    return not taking.physical or "physical" in kind.lower()


def _place(taking: _Taking) -> tuple[tuple[int, ...], str | None]:
    """Return where a pointer stands, by the order of the divisions around it, and the printed number of its page."""
    place: list[int] = []
    number = printed = None
    for at, element in enumerate(taking.path):
        if element.name == "div":
            order = element.attributes.get("ORDER", "")
            place.append(
                int(order) if order.isascii() and order.isdigit() and len(order) < 9 else taking.places[at - 1]
            )
            number = element.attributes.get("ORDERLABEL") or order or number
            printed = number if "page" in element.attributes.get("TYPE", "").lower() else printed
    return (*place, taking.places[-2]), printed or number


def _describe(event: Event, metadata: _Metadata, path: list[Event]) -> None:
    """Take a title or a day of MODS or Dublin Core."""
    words = event.text.strip()
    if event.name == "title" and words:
        host = any(each.name == "relatedItem" and each.attributes.get("type") == "host" for each in path)
        metadata.paper = metadata.paper or (words if host else "")
        metadata.title = metadata.title or ("" if host else words)
    elif event.name in _DATES and metadata.day is None:
        metadata.day = _find_day(words)


def _issue(taking: _Taking) -> Issue:
    """Name paper and day: of the section that is dated, else of the first with a title, else of the label."""
    dated = next((each for each in taking.metadata if each.day), None)
    papers = [each.paper for each in taking.metadata if each.paper]
    titles = [each.title for each in (dated, *taking.metadata) if each is not None and each.title]
    paper = _DAY.sub("", next(iter((*papers, *titles, taking.label)), "")).strip(" 　,，;；-—")
    return Issue(newspaper=paper or None, published=dated.day if dated else _find_day(taking.label))


def _find_day(words: str) -> date | None:
    match = _DAY.search(words)
    if match is None:
        return None
    year, month, day = match[1], match[2] or match[4], match[3] or match[5]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _below(href: str) -> str | None:
    """Return the path that a reference names below the folder of its METS, None where it leads elsewhere."""
    path = unquote(re.sub(r"^file:(?://)?(?=\.?[^/])", "", href)).replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    bad = path.startswith("/") or _SCHEME.match(path) or ".." in parts or not path.isprintable()
    return None if bad or not parts else "/".join(parts)
