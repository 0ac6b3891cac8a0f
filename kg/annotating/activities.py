"""What events and campaigns have in common: where the name of an activity begins, in which quotation it stands."""

import re
from dataclasses import dataclass
from functools import cache

from kg.annotating.edges import outside, previous_word
from kg.annotating.view import View
from kg.lexicon import words
from kg.model.facts import EventType, Modality
from kg.model.source import Span

_OPEN, _CLOSE = "“‘《", "”’》"
_WORD = re.compile(r"[㐀-鿿A-Za-z0-9·•+\-—＋]+$")
_LEADING = re.compile(
    r"(?:(?:了|过|着|的|和|与|及|、|暨|以及)"
    r"|(?:[一二三四五六七八九十两几数]+|\d{1,4})(?:多|余)?(?:场|次|个|项|期|轮|名|批|种|堂)(?!全会|会议)(?:的|次|性)?"
    r"|(?:首场|系列的|隆重的|盛大的|各类|各种|各级|各|相关|有关|本次|此次|这次|上述|该|此|全面|深入|扎实|持续|广泛|积极|大力|现场|正式|如期|第一时间|专门|共同|联合|组织|开展|多次|多场|一系列)"
    r"|为期[^，。的]{1,6}的?|以[^，。]{1,20}为主题的|主题为[^，。]{1,20}的|题为|在[^，。]{1,16}?(?=第[一二三四五六七八九十\d]))"
)


_FUNCTION = frozenset(
    "在于由对向从把被将给是有了的着过到并而但也都就又还该此其每让使因据经随至来去说称获受自则却仍曾已再均且或者之所这那很更太拟欲"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An event or campaign as found in one place.

    `trigger` is the verb that says it took place; `main` tells an event that following sentences speak of from a deed
    that is told in passing.
    """

    span: Span
    label: str
    types: tuple[EventType, ...]
    rule: str
    trigger: Span | None
    modality: Modality
    main: bool = True


@cache
def _inner() -> frozenset[str]:
    return frozenset(words("inside_activities"))


def in_document(text: str, offset: int, floor: int) -> bool:
    """Tell whether the character stands inside 《》."""
    opening = text.rfind("《", floor, offset)
    return opening >= 0 and text.rfind("》", opening, offset) < 0


def balanced(name: str) -> bool:
    """Tell whether every quotation mark and bracket in a name is closed."""
    return all(name.count(a) == name.count(b) for a, b in ("“”", "‘’", "（）", "《》"))


def opening_of(text: str, closing: int, floor: int) -> int | None:
    """Return where the quotation opens that closes here."""
    mark, depth = _OPEN[_CLOSE.index(text[closing])], 0
    for position in range(closing, floor - 1, -1):
        if text[position] == text[closing]:
            depth += 1
        elif text[position] == mark:
            depth -= 1
            if depth == 0:
                return position
    return None


def phrase_start(view: View, end: int, floor: int, most: int) -> int:
    """Return where the noun phrase begins that ends at `end`: over name words and quotations, to a verb, a sign or `most` characters."""
    text, start = view.text, end
    while start > floor:
        c = text[start - 1]
        if c in _CLOSE or c in "）)":
            opening = (
                opening_of(text, start - 1, floor)
                if c in _CLOSE
                else max(text.rfind("（", floor, start), text.rfind("(", floor, start))
            )
            if opening is None or opening < floor or end - opening > most + 12:
                break
            start = opening
            continue
        if c == "等" and start - 1 > floor and text[start - 2] in _CLOSE:
            start -= 1
            continue
        if c == "、" and start - 1 > floor and text[start - 2] in _CLOSE and text[start : start + 1] in _OPEN:
            start -= 1
            continue
        before = previous_word(view, start, floor)
        word = text[before:start]
        if _stops(word) or not _WORD.match(word) or end - before > most:
            break
        start = before
    return skip_leading(text, start, end)


def _stops(word: str) -> bool:
    """Tell a word that no activity's name holds. Of single characters only function words stop: 舞, 赛 are verbs too."""
    if len(word) == 1:
        return word in _FUNCTION
    return word in outside() and word not in _inner()


def skip_leading(text: str, start: int, end: int) -> int:
    """Move the beginning behind words that only introduce the name (了一场…)."""
    while (m := _LEADING.match(text, start, end)) is not None and m.end() < end:
        start = m.end()
    return start
