"""From files to pages: one module per format, told by content; every character keeps its place in the source."""

from collections.abc import Iterator

from kg.model.article import Article
from kg.model.source import Issue, Page
from kg.reading.sources import Source, find_sources, source_of_bytes
from kg.reading.text import read_text_page

__all__ = ["Source", "find_sources", "read", "source_of_bytes"]


def read(source: Source, issue: Issue | None = None) -> Iterator[Page | Article]:
    """Read a source: pages that are still to be repaired and segmented, or articles that another tool has parsed.

    `issue` says what is known of the issue; what the file itself says of its date, paper and page fills what
    `issue` leaves open. Raises `DecodeError` where the bytes are no text in a known encoding, and `PageError`
    where nothing can be read; both name the file, the place and the remedy, and concern this source alone.
    """
    yield read_text_page(source, issue or Issue())
