"""Where a name begins: the walk to the left over words that may stand inside a name."""

import re
from functools import cache

from kg.annotating.view import View
from kg.lexicon import table, words

_HANZI = re.compile(r"[㐀-鿿〇A-Za-z]+$")
_LEVELS = "省市县区州盟旗镇乡"
_LEADING = re.compile(
    r"^(?:从|被|为|由|在|向|对|把|将|与|和|及|到|至|赴|于|给|让|经|受|获|原|分在|分|并|以|据|自|随|即|曾|今|称|后|起|前|该|是|有|来|去|入|进|等|就|因|另有|此前|各|其)(?=[一-龥]{2})"
)
"""What segmentation may have joined to an unknown name."""


@cache
def outside() -> frozenset[str]:
    """Words that never stand inside a name."""
    return frozenset(words("outside_words"))


@cache
def division_names() -> frozenset[str]:
    """Full names of provinces, prefectures and counties."""
    return frozenset(row[1] for row in table("divisions"))


@cache
def division_short_names() -> frozenset[str]:
    """Names of provinces, prefectures and counties without their level: 吉林, 周口."""
    short = (
        re.sub(r"(?:特别行政区|(?:[一-龥]{1,3}族)*自治[区州县旗]|地区|[省市县区州盟旗])$", "", row[1])
        for row in table("divisions")
    )
    return frozenset(name for name in short if len(name) >= 2)


def previous_word(view: View, position: int, floor: int) -> int:
    """Return where the word that ends at `position` begins, `floor` at the least."""
    start = position - 1
    while start > floor and start not in view.boundaries:
        start -= 1
    return max(start, floor)


def name_start(view: View, position: int, floor: int, most: int) -> int:
    """Walk left from `position` over at most `most` characters of words that may belong to a name; return where it begins.

    Brackets inside a name (益海（周口）粮油) are walked over; digits, other signs and outside words end the walk.
    """
    text, start = view.text, position
    while start > floor:
        if text[start - 1] in "）)":
            opening = max(text.rfind("（", floor, start), text.rfind("(", floor, start))
            if opening <= floor or start - opening > 9:
                break
            start = opening
            continue
        before = previous_word(view, start, floor)
        word = text[before:start]
        if word in outside() or not _HANZI.match(word) or position - before > most:
            break
        start = before
    return unlead(text, start, position)


def unlead(text: str, start: int, end: int) -> int:
    """Move the beginning of a name behind a preposition that segmentation joined to it (从|岚屏市)."""
    while text[start:end] not in division_names() and (m := _LEADING.match(text, start, end)) is not None:
        start = m.end()
    return start


def place_start(view: View, end: int, floor: int) -> int | None:
    """Return where the place begins whose name ends at `end` with its level word (县, 镇); None where only the level stands there.

    Places that contain it are taken in: 周口市川汇区, 西华县田口乡.
    """
    text = view.text
    for length in range(min(12, end - floor), 2, -1):
        if text[end - length : end] in division_names():
            return _container(view, end - length, floor)
    start = name_start(view, end - 1, floor, 7)
    name = text[start : end - 1]
    inner = max(
        (start + name.rfind(level) + 1 for level in _LEVELS if 0 < name.rfind(level) < len(name) - 1), default=None
    )
    if inner is not None and place_start(view, inner, floor) is not None and end - inner >= 2:
        return place_start(view, inner, floor)
    if len(name) in {1, 2, 3} and not (len(name) == 1 and name in "我全本该各外邻两多同每老新几"):
        return _container(view, start, floor) if len(name) >= 2 or text[end - 1] in "县州" else None
    if len(name) > 3 and re.search(r"(?:族|自治)$", name):
        return start
    return None


def _container(view: View, start: int, floor: int) -> int:
    """Extend a place to the left by those that contain it, full (周口市) or short (海南儋州市)."""
    text = view.text
    if start - floor >= 2 and text[start - 1] in _LEVELS:
        outer = place_start(view, start, floor)
        return start if outer is None else outer
    for length in (3, 2):
        if (
            start - length >= floor
            and text[start - length : start] in division_short_names()
            and start - length in view.boundaries
        ):
            return start - length
    return start
