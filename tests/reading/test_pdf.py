"""PDFs: read in reading order; scanned, encrypted and cut ones named."""

import io
from pathlib import Path
from random import Random

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from kg.errors import PageError
from kg.model.source import Page
from kg.reading import read, source_of_bytes
from kg.repairing import repair
from kg.segmenting import segment
from tests.damage.measure import Tally
from tests.damage.pdf import FONT, draw_pdf
from tests.damage.stories import read_stories

STORIES = list(read_stories(Path(__file__).parents[1] / "quality" / "open" / "texts"))


def test_columns_are_read_in_order() -> None:
    """Of real PDFs with 1 to 6 columns, boxes and running heads, 95% of the paragraphs come out exact."""
    tally = Tally()
    for seed in range(12):
        data, gold = draw_pdf(STORIES, Random(seed))
        pages = [page for page in read(source_of_bytes(data, "a.pdf")) if isinstance(page, Page)]
        tally.add([article for page in pages for article in segment(repair(page))], gold)
    assert tally.found == tally.articles, tally
    assert tally.invented == 0, tally
    assert tally.headlines >= 0.97 * tally.articles, tally
    assert tally.restored >= 0.95 * tally.paragraphs, tally


@pytest.mark.parametrize("char", ["旧", "𠮷", "7"])
def test_characters_that_stand_alone_are_read(char: str) -> None:
    """A character without neighbours is read although the PDF brings no font, whatever fonts the machine has."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont(FONT, 20)
    canvas.drawString(100, 600, char)
    canvas.save()
    (page,) = (page for page in read(source_of_bytes(out.getvalue(), "a.pdf")) if isinstance(page, Page))
    assert "".join(region.text for region in page.regions) == char


def draw(pages: int, password: str | None = None) -> bytes:
    """Draw a PDF of empty pages."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password) if password else None)
    for _ in range(pages):
        canvas.rect(10, 10, 50, 50)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (draw(2), "2 pages, none with text"),
        (draw(1, "geheim"), "encrypted"),
        (draw(3)[:400], "cut short"),
        (b"%PDF-1.7\n" + b"\xff" * 2000, "cut short"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, words: str) -> None:
    """A PDF without text, with a password, or cut raises an error with the remedy."""
    with pytest.raises(PageError, match=words):
        list(read(source_of_bytes(data, "a.pdf")))


def test_thousands_of_empty_pages_are_one_error() -> None:
    """A PDF of 2,000 empty pages raises one error, soon."""
    with pytest.raises(PageError, match="2000 pages"):
        list(read(source_of_bytes(draw(2000), "a.pdf")))
