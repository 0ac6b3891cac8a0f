"""A small Chinese font for tests: PressGraph's stand-in font, under a name that renderers can find it by."""

import struct
from pathlib import Path

from kg.reading.stand_in_font import make_font

FAMILY = "Noto Sans SC"


def write_font(path: Path) -> Path:
    """Write the font: a box for every character below U+10000, half as wide for Latin ones."""
    font = make_font()
    count = struct.unpack(">H", font[4:6])[0]
    tables = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack(">4sLLL", font[12 + 16 * number : 28 + 16 * number])
        tables[tag] = font[offset : offset + length]
    path.write_bytes(_file(tables | {b"cmap": _characters(), b"name": _names(FAMILY)}))
    return path


def _characters() -> bytes:
    ranges = ((0x20, 0x1FFF, 2), (0x2000, 0xFFFD, 1))
    groups = b"".join(struct.pack(">3L", *each) for each in ranges)
    return struct.pack(">HHHHLHHLLL", 0, 1, 3, 10, 12, 13, 0, 16 + len(groups), 0, len(ranges)) + groups


def _names(family: str) -> bytes:
    """Give the family's name, and the PostScript name, which is the same here."""
    text = family.encode("utf-16-be")
    records = [struct.pack(">6H", 3, 1, 0x409, kind, len(text), 0) for kind in (1, 6)]
    return struct.pack(">HHH", 0, len(records), 6 + 12 * len(records)) + b"".join(records) + text


def _file(tables: dict[bytes, bytes]) -> bytes:
    header, body = struct.pack(">LHHHH", 0x10000, len(tables), 0, 0, 0), b""
    start = len(header) + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        header += struct.pack(">4sLLL", tag, 0, start + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return header + body
