"""Every character of every article leads back to its place in the source, whatever was done to the page."""

import unicodedata
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.errors import DecodeError
from kg.model.article import Article
from kg.model.source import Page, Span
from kg.reading import read, source_of_bytes
from kg.repairing import repair
from kg.segmenting import segment
from tests.damage.layout import draw_page, set_side_by_side
from tests.damage.pdf import draw_pdf
from tests.damage.stories import read_stories

STORIES = list(read_stories(Path(__file__).parents[1] / "quality" / "open" / "texts"))
ALPHABET = (
    "区委书记日讯本报（）“”。，、１a- 0９\n\n\r\u3000\ufffd\ue000\u00ad\u0301e\u2f00﹃︵甲甲乙乙記𠮷\x00摄者|"
    "曰己经入民法院女土O年l"
)


def articles_of(text: str) -> tuple[Article, ...]:
    """Take a text through reading, repair and segmentation."""
    page = next(read(source_of_bytes(text.encode("utf-8-sig"), "page.txt")))
    assert isinstance(page, Page)
    return segment(repair(page))


def check(article: Article, source: str) -> None:
    """Hold each row of the map against the source, and see that rows cover all but the line feeds put in."""
    covered: set[int] = set()
    for row in article.offsets.rows:
        words = article.text[row.start : row.start + row.length]
        origin = source[row.source_start : row.source_start + row.source_length]
        assert len(words) == row.length
        assert len(origin) == row.source_length
        assert alike(words, origin), (words, origin)
        covered.update(range(row.start, row.start + row.length))
    assert all(article.text[i] == "\n" for i in range(len(article.text)) if i not in covered)


def alike(words: str, origin: str) -> bool:
    """Tell whether words are what repair may make of their origin."""
    told = "".join(c for c in origin if not c.isspace() and c not in "\ufffd|" and unicodedata.category(c)[0] != "C")
    if not words.strip():
        return not told
    if len(words) != len(origin):
        origin = told
    if len(words) == 1 and len(origin) == 2 and origin[0] == origin[1]:
        origin = origin[0]
    marks = str.maketrans("(){}\n\r曰入己末土千Ol", "（）｛｝  日人已未士干01")
    flat = [unicodedata.normalize("NFKC", text).translate(marks) for text in (words, origin)]
    return flat[0] == flat[1] or "⺀" <= origin <= "⻳" or "︐" <= origin <= "﹄"


@given(st.integers(0, 10_000_000))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_generated_damage_leads_back(seed: int) -> None:
    """On generated pages every row of every map holds what stands in the source."""
    text, _ = draw_page(STORIES, Random(seed))
    for article in articles_of(text):
        check(article, text)
        assert unicodedata.is_normalized("NFC", article.text)


@pytest.mark.parametrize("seed", range(6))
def test_columns_side_by_side_lead_back(seed: int) -> None:
    """Of columns that stand on the same lines every row of every map holds what stands in the source."""
    random = Random(seed)
    lines = draw_page(STORIES, random)[0].splitlines()
    for _ in range(1 + seed % 2):
        lines = list(set_side_by_side(lines, draw_page(STORIES, random)[0].splitlines()))
    text = "\n".join(lines)
    for article in articles_of(text):
        check(article, text)


@given(st.text(alphabet=ALPHABET, max_size=200).filter(str.strip))
@example("-\r")
@settings(max_examples=150, deadline=None)
def test_any_text_leads_back(text: str) -> None:
    """On text of any kind the map holds, spans lie within, and nothing raises."""
    try:
        articles = articles_of(text + "区委书记讲话。" * 9)
    except DecodeError as error:
        assert "binary" in str(error)  # noqa: PT017
        return
    for article in articles:
        check(article, text + "区委书记讲话。" * 9)
        spans = [line.span for line in article.lines] + [b.span for b in article.bylines]
        assert all(0 <= s.start < s.end <= len(article.text) for s in spans)
        assert unicodedata.is_normalized("NFC", article.text)


@pytest.mark.parametrize("seed", range(3))
def test_pdfs_lead_back(seed: int) -> None:
    """In PDFs each character leads to its own in the text of the file, and to the page it stands on."""
    import pypdfium2  # noqa: PLC0415

    data, _ = draw_pdf(STORIES, Random(seed))
    pages = list(read(source_of_bytes(data, "page.pdf")))  # before PDFium is asked for its own text, for the fonts
    with pypdfium2.PdfDocument(data) as document:
        source = document[0].get_textpage().get_text_range()
    for page in pages:
        assert isinstance(page, Page)
        for article in segment(repair(page)):
            assert {row.unit for row in article.offsets.rows} == {"page 1"}
            for line in article.lines:
                words = [c for c in line.span.of(article.text) if not c.isspace()]
                pieces = article.offsets.pieces(line.span)
                origin = "".join(source[p.source_start : p.source_start + p.source_length] for p in pieces)
                folded = [c for c in unicodedata.normalize("NFKC", origin) if not c.isspace()]
                assert [unicodedata.normalize("NFKC", c) for c in words] == folded or set(words) <= {*origin, *folded}


def test_a_span_leads_to_its_hull() -> None:
    """A quote that two wrapped lines share leads from its first to its last character in the source."""
    text = "标题一则\n\n\ufffd\ufffd\ufffd本报讯 （记者 甲乙） 区委书记５\n月 6 日主\n\n持会议。\n"
    (article,) = articles_of(text)
    start = article.text.index("5月6日")
    hull = article.offsets.hull(Span(start, start + 6))
    assert text[hull.start : hull.end] == "５\n月 6 日主\n\n持"
