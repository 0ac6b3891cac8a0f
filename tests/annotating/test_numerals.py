"""Numerals: Arabic, Chinese and mixed, and neighbouring digits that mean a range."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotating.numerals import chinese_integer, last_numeral, neighbours, number

DIGITS = "零一二三四五六七八九"


def spelled(value: int) -> str:
    """Write a number under ten thousand as a Chinese newspaper does."""
    words, zero = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // scale % 10
        if digit:
            words += ("零" if zero else "") + DIGITS[digit] + name
        zero = bool(words) and digit == 0
    return words.removeprefix("一") if words.startswith("一十") else words or "零"


@given(st.integers(min_value=0, max_value=9999))
def test_a_spelled_number_is_read_back(value: int) -> None:
    """Every number under ten thousand comes back from its characters."""
    assert chinese_integer(spelled(value)) == value


@given(st.integers(min_value=3, max_value=9999))
def test_a_spelled_number_is_one_numeral(value: int) -> None:
    """Its characters are taken for a numeral as a whole."""
    assert last_numeral(spelled(value)) == spelled(value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,200", "1200"),
        ("6.5万", "65000"),
        ("3.2亿", "320000000"),
        ("２．６万", "26000"),
        ("两万", "20000"),
        ("三百零五", "305"),
        ("二〇二三", "2023"),
        ("1.2万亿", "1200000000000"),
    ],
)
def test_a_number_is_read_as_printed(words: str, value: str) -> None:
    """万 and 亿 are multiplied out, full-width digits are digits."""
    assert number(words) == Decimal(value)


@pytest.mark.parametrize("words", ["一一", "3万2千", "零三", ""])
def test_what_is_no_numeral_gives_none(words: str) -> None:
    """Characters of numerals that form none are left alone."""
    assert not last_numeral(words)


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_refused(words: str) -> None:
    """Whatever stands there gives a number or a ValueError."""
    try:
        value = chinese_integer(words)
    except ValueError:
        return
    assert value >= 0


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("两三", 2, 3), ("三四十", 30, 40), ("十七八", 17, 18), ("五六百", 500, 600), ("七八万", 70000, 80000)],
)
def test_neighbouring_digits_are_a_range(words: str, low: int, high: int) -> None:
    """Two digits that follow each other mean from one to the other."""
    assert neighbours(words) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("words", ["二一", "一三", "十二", "三", "二〇"])
def test_other_digits_are_no_range(words: str) -> None:
    """Digits that do not follow each other mean no range."""
    assert neighbours(words) is None
