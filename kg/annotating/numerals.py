"""Numerals, Arabic and Chinese: from their characters to a number."""

import re
from decimal import Decimal

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2, "仨": 3}
SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
CHINESE = r"[一二三四五六七八九十百千万亿零〇两]+"


def chinese_integer(text: str) -> int:
    """Read an integer: 12, 二十三, 三百零五, 二〇二三, 一万二千. Raises `ValueError` where it is none."""
    if text.isascii() and text.isdigit():
        return int(text)
    if len(text) > 1 and all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in SCALES:
            section += (digit or 1) * SCALES[c]
            digit = 0
        elif c in MYRIADS:
            total = (total + section + digit or 1) * MYRIADS[c]
            section = digit = 0
        else:
            raise ValueError(f"no numeral: {text!r}")
    if not text:
        raise ValueError("no numeral: ''")
    return total + section + digit


def number(text: str) -> Decimal:
    """Read a number as printed: 1,200, 6.5万, 3.2亿, 三百, 12. Raises `ValueError` where it is none."""
    match = re.fullmatch(rf"({ARABIC})([十百千万亿]*)", text)
    if match is None:
        return Decimal(chinese_integer(text))
    value = Decimal(match[1].replace(",", "").replace("，", ""))
    for c in match[2]:
        value *= (SCALES | MYRIADS)[c]
    return value
