"""Plain text: encodings told strictly, what is no text named."""

import pytest

from kg.errors import DecodeError, PageError
from kg.model.source import Issue, Page
from kg.reading import read, source_of_bytes

TEXT = "云溪日报\r\n区委书记沈维舟、㑇𠮷主持会议。\n"


def page_of(data: bytes, name: str = "page.txt") -> Page:
    """Read the one page of some bytes."""
    (page,) = read(source_of_bytes(data, name))
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_encodings_are_told_and_recorded(data: bytes, encoding: str) -> None:
    """Each encoding gives the same text, four-byte characters and line ends as they are, without its mark."""
    page = page_of(data)
    assert (page.encoding, page.regions[0].text) == (encoding, TEXT)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("区委书记".encode()[:-1] + b"\xff", "neither UTF-8"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 200, "binary"),
        (TEXT.encode().decode("latin-1").encode() * 3, "garbled"),
        (TEXT.replace("㑇𠮷", "").replace("\r\n", "，").encode().decode("gb18030", "ignore").encode() * 4, "garbled"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, words: str) -> None:
    """Bytes in no encoding, binary data and garbled text raise an error that names file and remedy."""
    with pytest.raises(DecodeError, match=words) as caught:
        page_of(data, "坏.txt")
    assert str(caught.value).startswith("坏.txt: ")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "\u3000\n".encode()])
def test_an_empty_file_is_named(data: bytes) -> None:
    """A file without a word raises an error that says so."""
    with pytest.raises(PageError, match="empty"):
        page_of(data)


def test_a_file_beyond_all_pages_is_refused() -> None:
    """One line of many megabytes is refused before it is decoded."""
    with pytest.raises(PageError, match="8 MB"):
        page_of(b"a" * (9 << 20))


def test_the_issue_is_kept() -> None:
    """What is known of the issue stands on the page."""
    (page,) = read(source_of_bytes(TEXT.encode(), "a.txt"), Issue(newspaper="云溪日报", page="02"))
    assert isinstance(page, Page)
    assert (page.newspaper, page.number, page.published) == ("云溪日报", "02", None)
