"""PDF files with a text layer, through PDFium: the characters of each page with their boxes."""

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kg.errors import InputError, PageError
from kg.model.source import Issue, Page
from kg.reading.layout import Glyph, lay_out
from kg.reading.source import Source
from kg.reading.stand_in_font import install

MAX_PAGES = 10_000
MAX_GLYPHS = 500_000
"""A newspaper page has some 10,000 characters."""
_FONTS = install()
"""Kept alive as long as PDFium may ask for it."""
_DRAWN_SPACES = frozenset(" \t\u3000\xa0")


def read_pdf(source: Source, issue: Issue) -> Iterator[Page | InputError]:
    """Read the pages of a PDF that have text, in order.

    Offsets count the characters of the whole file in PDFium's order, page after page; `unit` names the page. Raises
    `PageError` where the file cannot be opened, or no page has text.
    """
    name = source.names[0]
    data = source.read()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise PageError(_why_closed(name, str(error))) from error
    try:
        yield from _pages(document, source, issue)
    finally:
        document.close()


def _pages(document: pdfium.PdfDocument, source: Source, issue: Issue) -> Iterator[Page | InputError]:
    name = source.names[0]
    base, found = 0, False
    for number in range(min(len(document), MAX_PAGES)):
        try:
            glyphs, count = _read_page(document, number, base)
        except pdfium.PdfiumError as error:
            yield PageError(f"{name}, page {number + 1}: damaged 页面已损坏 ({error}); the other pages are read")
            continue
        if count > MAX_GLYPHS:
            yield PageError(f"{name}, page {number + 1}: more than {MAX_GLYPHS} characters 字符过多; split it")
        elif regions := lay_out(glyphs, f"page {number + 1}"):
            found = True
            yield Page(
                source_files=source.names,
                source_sha256=source.sha256,
                encoding="pdf",
                regions=regions,
                newspaper=issue.newspaper,
                published=issue.published,
                number=issue.page,
                place=issue.place,
            )
        base += count
    if len(document) > MAX_PAGES:
        yield PageError(f"{name}: more than {MAX_PAGES} pages 页数过多; the first are read, split it for the others")
    if not found:
        raise PageError(
            f"{name}: {len(document)} pages, none with text 没有文字层，可能是扫描件; run text recognition (OCR) first"
        )


def _why_closed(name: str, error: str) -> str:
    if "password" in error.lower():
        return f"{name}: the PDF is encrypted 文件已加密; save it without a password"
    return f"{name}: not a PDF that can be opened, or cut short PDF 已损坏或不完整 ({error}); fetch it again"


def _read_page(document: pdfium.PdfDocument, number: int, base: int) -> tuple[list[Glyph], int]:
    """Return a page's drawn characters, and the length of its text in code points."""
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            count = text.count_chars()
            if count > MAX_GLYPHS:
                return [], count
            codes = _codes(text, count)
            length = sum(1 for code in codes if code is not None)
            return list(_glyphs(text, codes, base)), length
        finally:
            text.close()
    finally:
        page.close()


def _codes(text: pdfium.PdfTextPage, count: int) -> list[int | None]:
    """Return the code points of a page's characters; None for the second half of a surrogate pair."""
    codes: list[int | None] = [pdfium_c.FPDFText_GetUnicode(text, i) for i in range(count)]
    for i in range(count - 1):
        high, low = codes[i], codes[i + 1]
        if high is not None and low is not None and 0xD800 <= high < 0xDC00 <= low < 0xE000:
            codes[i], codes[i + 1] = 0x10000 + ((high - 0xD800) << 10) + low - 0xDC00, None
    return codes


def _glyphs(text: pdfium.PdfTextPage, codes: list[int | None], at: int) -> Iterator[Glyph]:
    """Give the characters that are drawn; those that PDFium puts in between (line ends, spaces) are left out."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium_c.FS_RECTF()
    at -= 1
    for i, code in enumerate(codes):
        if code is None:
            continue
        at += 1
        if code in (0x0A, 0x0D) or pdfium_c.FPDFText_IsGenerated(text, i) == 1:
            continue
        char = chr(code) if code and not 0xD800 <= code < 0xE000 else "\ufffd"
        size = abs(pdfium_c.FPDFText_GetFontSize(text, i))
        pdfium_c.FPDFText_GetLooseCharBox(text, i, ctypes.byref(box))
        pdfium_c.FPDFText_GetCharOrigin(text, i, ctypes.byref(x), ctypes.byref(y))
        size = size if size > 1 else max(box.top - box.bottom, 1.0)
        width = size if ord(char) > 0x2E7F or char in "“”‘’—…" else max(box.right - x.value, size * 0.3)
        yield Glyph(char=char, at=at, x=x.value, y=y.value, width=width, size=size, space=char in _DRAWN_SPACES)
