"""From files to pages: one module per format, told by content; every character keeps its place in the source."""

from collections.abc import Iterator
from dataclasses import replace

from kg.errors import InputError, PageError
from kg.model.article import Article
from kg.model.source import Issue, Page
from kg.reading.alto import is_alto, read_alto
from kg.reading.html import is_html, read_html
from kg.reading.json_articles import is_json, read_json
from kg.reading.source import Entry, Source
from kg.reading.sources import find_sources, source_of_bytes
from kg.reading.text import read_text_page
from kg.reading.xml_events import NOT_ALTO, is_xml

__all__ = ["Entry", "Source", "find_sources", "read", "source_of_bytes"]


def read(source: Source, issue: Issue | None = None) -> Iterator[Page | Article | InputError]:
    """Read a source: pages that are still to be repaired and segmented, or articles that another tool has parsed.

    `issue` says what is known of the issue; what the file itself says of its date, paper and page fills what
    `issue` leaves open. A part of the source that cannot be used (a line of a JSON Lines file, a page of a PDF) comes
    as the error that says why, and the rest goes on; of a METS file, whose pages are sources of their own, nothing but
    errors comes. Raises `DecodeError` where the bytes are no text in a known encoding, and `PageError` where nothing
    can be read. Errors name the file, the place and the remedy.
    """
    if source.is_mets:
        yield from (PageError(f"{source.names[0]}: {why}") for why in source.refused)
        return
    issue = _filled(issue or Issue(), source.issue or Issue())
    head = _head(source)
    if _is_pdf(head):
        from kg.reading.pdf import read_pdf  # noqa: PLC0415 - most inputs do without PDFium, which loads slowly

        yield from read_pdf(source, issue)
    elif is_alto(head):
        yield from read_alto(source, issue)
    elif is_xml(head) and not is_html(head):
        raise PageError(f"{source.names[0]}: {NOT_ALTO}")
    elif is_html(head):
        yield from read_html(source, issue)
    elif is_json(head, source.names[0]):
        yield from read_json(source, issue)
    else:
        yield read_text_page(source, issue)


def _is_pdf(head: bytes) -> bool:
    """Tell a PDF by its mark, which may stand anywhere in the first kilobyte."""
    return b"%PDF-" in head[:1024]


def _filled(issue: Issue, by: Issue) -> Issue:
    return replace(
        issue,
        newspaper=issue.newspaper or by.newspaper,
        published=issue.published or by.published,
        page=issue.page or by.page,
    )


def _head(source: Source) -> bytes:
    try:
        with source.open() as file:
            return file.read(4096)
    except (OSError, EOFError) as error:
        raise PageError(f"{source.names[0]}: cannot be opened 无法打开 ({error}); check that it may be read") from error
