"""Numerals, Arabic and Chinese: from their characters to a number."""

from decimal import Decimal
from functools import lru_cache

from kg import expressions as re

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2, "仨": 3}
SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
RUN = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿][\d.．,零〇一二两三四五六七八九十百千万亿]{0,39}")
"""A run of characters that numerals are made of; what in it is a numeral, `last_numeral` tells."""
ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ARABIC = re.compile(r"(\d{1,3}(?:,\d{3}){1,6}(?:[.．]\d{1,12})?|\d{1,18}(?:[.．]\d{1,12})?)([十百千]?[万亿]{0,2})")
_LAST_ARABIC = re.compile(r"(?<![\d.．,十百千万亿])" + _ARABIC.pattern + "$")
_ONES = "[一二两三四五六七八九]"
_BELOW_MYRIAD = rf"(?:{_ONES}?千)?零?(?:{_ONES}?百)?零?(?:{_ONES}?十)?{_ONES}?"
_CHINESE = re.compile(
    rf"(?:{_BELOW_MYRIAD}亿)?零?(?:{_BELOW_MYRIAD}万亿?)?零?{_BELOW_MYRIAD}|[零〇一二三四五六七八九]{{3,12}}"
)
_NEIGHBOURS = re.compile(
    rf"(?P<head>{_ONES}?[十百千]?)(?P<low>{_ONES})(?P<high>{_ONES})(?P<scale>[十百千]?[万亿]{{0,2}})"
)


def chinese_integer(text: str) -> int:
    """Read an integer: 12, 二十三, 三百零五, 二〇二三, 一万二千. Raises `ValueError` where it is none."""
    if text.isdecimal():
        return int(text)
    if len(text) > 1 and all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    if not text:
        raise ValueError("没有数字 (no numeral): ''")
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
            raise ValueError(f"不是数字 (no numeral): {text!r}")
    return total + section + digit


@lru_cache(maxsize=4096)
def number(text: str) -> Decimal:
    """Read a number as printed: 1,200, 6.5万, 3.2亿, 三百, 12. Raises `ValueError` where it is none."""
    match = _ARABIC.fullmatch(text)
    if match is None:
        return Decimal(chinese_integer(text))
    value = Decimal(match[1].replace(",", "").replace("．", "."))
    return value * scale(match[2])


def scale(text: str) -> int:
    """Return what the characters 十百千万亿 multiply by: 1 for none, 10 ** 12 for 万亿."""
    product = 1
    for c in text:
        product *= (SCALES | MYRIADS)[c]
    return product


@lru_cache(maxsize=4096)
def last_numeral(run: str) -> str:
    """Return the numeral that ends a run of numeral characters, 8.5万 of 8.5万; empty where there is none (一一)."""
    bare = run.rstrip(".．,")
    arabic = _LAST_ARABIC.search(bare)
    if arabic is not None:
        return arabic.group()
    return bare if bare[:1] not in {"", "零", "〇"} and _CHINESE.fullmatch(bare) else ""


@lru_cache(maxsize=4096)
def neighbours(run: str) -> tuple[Decimal, Decimal] | None:
    """Read two neighbouring digits as their range: 两三 2 to 3, 三四十 30 to 40, 十七八 17 to 18; else None."""
    match = _NEIGHBOURS.fullmatch(run)
    if match is None or DIGITS[match["high"]] != DIGITS[match["low"]] + 1:
        return None
    if match["head"] and match["head"][-1] not in SCALES:
        return None
    low, high = (chinese_integer(match["head"] + match[end] + match["scale"]) for end in ("low", "high"))
    return Decimal(low), Decimal(high)


def is_arabic(numeral: str) -> bool:
    """Tell whether the numeral begins with an Arabic digit."""
    return numeral[:1].isdecimal()
