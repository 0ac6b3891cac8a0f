"""The font that PDFium takes for all that a PDF uses and does not bring: a box for every character.

Without it PDFium takes what it finds on the machine, and a character that no font there has, standing alone (an
upright headline), is left out of the page's text: what was read depended on the fonts of the machine.
"""

import ctypes
import itertools
import struct

import pypdfium2.raw as pdfium_c

_EM, _DESCENT = 1000, -120
_LATIN = 0x1FFF
"""The last character that is set half as wide as a Chinese one."""
_SURROGATES = (0xD800, 0xDFFF)


def make_font() -> bytes:
    """Make the TrueType font: the character map leads Latin to a half-width box, all else to a square.

    Of the character map format 13 is used, many-to-one ranges (OpenType 1.9, `cmap`).
    """
    top = _EM + _DESCENT
    boxes = [b"", _box(_EM), _box(_EM // 2)]  # glyph 0 is the one that is missing
    ranges = ((0x20, _LATIN, 2), (_LATIN + 1, _SURROGATES[0] - 1, 1), (_SURROGATES[1] + 1, 0x10FFFF, 1))
    groups = b"".join(struct.pack(">3L", *each) for each in ranges)
    return _file({
        b"cmap": struct.pack(">HHHHLHHLLL", 0, 1, 3, 10, 12, 13, 0, 16 + len(groups), 0, len(ranges)) + groups,
        b"glyf": b"".join(boxes),
        b"head": struct.pack(
            ">HHLLLHHqq4hHHhhh", 1, 0, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, _DESCENT, _EM, top, 0, 8, 2, 1, 0
        ),
        b"hhea": struct.pack(">HHhhhHhhhhhh8xhH", 1, 0, top, _DESCENT, 0, _EM, 0, 0, _EM, 1, 0, 0, 0, 3),
        b"hmtx": struct.pack(">HhHhHh", 0, 0, _EM, 0, _EM // 2, 0),
        b"loca": struct.pack(">4L", *itertools.accumulate(map(len, boxes), initial=0)),
        b"maxp": struct.pack(">L14H", 0x10000, 3, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    })  # fmt: skip


def _box(width: int) -> bytes:
    """Draw a glyph: one contour of four points on the curve, each with two coordinates of two bytes."""
    box = struct.pack(">5hHH4B", 1, 0, _DESCENT, width, _EM + _DESCENT, 3, 0, *[1] * 4)
    box += struct.pack(">8h", 0, 0, width, 0, _DESCENT, _EM, 0, -_EM)
    return box + b"\0" * (-len(box) % 4)


def _file(tables: dict[bytes, bytes]) -> bytes:
    """Put the tables behind their directory. FreeType looks at no checksum, so none is written."""
    at = 12 + 16 * len(tables)
    directory = struct.pack(">LHHHH", 0x10000, len(tables), 64, 2, len(tables) * 16 - 64)
    for tag, data in sorted(tables.items()):
        directory += struct.pack(">4sLLL", tag, 0, at, len(data))
        at += len(data) + -len(data) % 4
    return directory + b"".join(data + b"\0" * (-len(data) % 4) for _, data in sorted(tables.items()))


def install() -> pdfium_c.FPDF_SYSFONTINFO:
    """Let PDFium take this font alone; the result must be kept alive as long as PDFium is used."""
    font = make_font()

    def map_font(*_: object) -> int:
        return 1

    def font_data(_info: object, _font: object, table: int, buffer: int | None, size: int) -> int:
        if table != 0:
            return 0
        if buffer and size >= len(font):
            ctypes.memmove(buffer, font, len(font))
        return len(font)

    kinds = dict(pdfium_c.FPDF_SYSFONTINFO._fields_)
    info = pdfium_c.FPDF_SYSFONTINFO(
        version=1,
        MapFont=kinds["MapFont"](map_font),
        GetFontData=kinds["GetFontData"](font_data),
    )
    pdfium_c.FPDF_SetSystemFontInfo(ctypes.byref(info))
    return info
