"""XML from outside, read as events with places: no document type, no entities, no depth without end.

Expat is used directly because it tells where an element stands; what defusedxml forbids is forbidden here too.
"""

from collections.abc import Iterator
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from kg import expressions as re
from kg.errors import PageError

MAX_XML_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 200
NOT_ALTO = (
    "XML that is neither ALTO nor METS 不是 ALTO 或 METS 的 XML; give the ALTO files of the pages, or text, HTML or PDF"
)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
"""What names the encoding; the text is decoded before it is parsed."""


class Event(NamedTuple):
    """An element that opens (`opens`) or closes: its local name, attributes, and byte offset in the data.

    One that closes may bring its text, from its last tag on.
    """

    opens: bool
    name: str
    attributes: dict[str, str]
    at: int
    text: str = ""


def is_xml(head: bytes) -> bool:
    """Tell an XML document by its declaration, or METS by its root."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith((b"<?xml", b"<mets", b"<METS"))


def read_events(data: bytes, name: str, *, texts: bool = False) -> Iterator[Event]:
    """Give the elements of an XML document in UTF-8, in order, with their `texts` where asked for.

    Raises `PageError` where it is broken or unsafe.
    """
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    events: list[Event] = []
    words: list[str] = []
    depth = 0

    def refuse(*_: object) -> NoReturn:
        raise PageError(f"{name}: a document type or entities in XML 含有 DTD 或实体，可能是攻击; remove the DOCTYPE")

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise PageError(f"{name}: elements nested more than {MAX_DEPTH} deep 嵌套过深; this is no page")
        words.clear()
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        events.append(Event(opens=True, name=tag.rpartition(" ")[2], attributes=plain, at=parser.CurrentByteIndex))

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        closed = tag.rpartition(" ")[2]
        events.append(Event(opens=False, name=closed, attributes={}, at=parser.CurrentByteIndex, text="".join(words)))
        words.clear()

    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = parser.ExternalEntityRefHandler = refuse
    if texts:
        parser.CharacterDataHandler = words.append
    parser.StartElementHandler, parser.EndElementHandler = start, end
    for at in range(0, len(data) + 1, 1 << 16):
        try:
            parser.Parse(data[at : at + (1 << 16)], at + (1 << 16) > len(data))
        except expat.ExpatError as error:
            where = f"line {error.lineno}"
            raise PageError(
                f"{name}, {where}: XML is broken XML 有误 ({expat.ErrorString(error.code)}); fetch it again"
            ) from error
        yield from events
        events.clear()
