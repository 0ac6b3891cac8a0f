"""Mastheads and running heads: which paper, which day, which page."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kg import expressions as re
from kg.model.source import Block, Page

_DAY = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_CHINESE_DAY = re.compile(
    r"([二一][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_PAPER = re.compile(
    r"(?:^|[\s　])([\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|晨报|商报|时报|都市报|周报|报))(?=$|[\s　:：0-9二])"
)
_NUMBER = re.compile(r"第?\s*([0-9A-Z]{1,3})\s*版|(?:^|\s)([A-Z]?0\d)(?=\s|$)|第([一二三四五六七八九十]{1,3})版")
_DIGITS = "〇一二三四五六七八九"


def date_page(page: Page, mastheads: Iterable[Block]) -> Page:
    """Return the page with newspaper, date and page number from its mastheads, where they were not known."""
    text = "\n".join(block.text for block in mastheads)
    paper, number = _PAPER.search(text), _NUMBER.search(text)
    return replace(
        page,
        newspaper=page.newspaper or (paper[1] if paper else None),
        published=page.published or _find_day(text),
        number=page.number or (next(filter(None, number.groups())) if number else None),
    )


def _find_day(text: str) -> date | None:
    if match := _DAY.search(text):
        parts = [int(part) for part in match.groups()]
    elif match := _CHINESE_DAY.search(text):
        parts = [int("".join(str(_digit(c)) for c in match[1])), _chinese(match[2]), _chinese(match[3])]
    else:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def _digit(character: str) -> int:
    return _DIGITS.index(character.replace("○", "〇").replace("零", "〇"))


def _chinese(written: str) -> int:
    """Read a Chinese number below one hundred."""
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _digit(written) if len(written) == 1 else 0
    return (_digit(tens) if len(tens) == 1 else 1) * 10 + (_digit(ones) if ones else 0)
