"""What events and campaigns have in common: where the name of an activity begins, and what text is taken by others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg import expressions as re
from kg.annotating.edges import outside, previous_word
from kg.annotating.view import View
from kg.lexicon import entries
from kg.model.facts import EventType, Modality
from kg.model.source import Span

PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"))
_OPEN, _CLOSE = "“‘《", "”’》"
_QUOTATION = 12
"""Characters by which a quotation or bracket inside a name may overstep the longest name."""
_WORD = re.compile(r"[㐀-鿿A-Za-z0-9·•+\-—＋]+$")
_LEADING = re.compile(
    r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:讯|电)?|(?:了|过|着|的|和|与|及|、|暨|以及)"
    # a count of events: 两场, 系列次
    r"|(?:[一二三四五六七八九十两几数]+|\d{1,4})(?:多|余)?(?:场|次|个|项|期|轮|名|批|种|堂)(?!全会|会议|决赛)(?:的|次|性)?"
    # adjectives and adverbs of announcements
    r"|(?:首场|系列的|隆重的|盛大的|各类|各种|各级|各|相关|有关|本次|此次|这次|[此本这该][场项]|上述|这[些类]|那些|[今昨当]天|该|此|我[省市县区州旗盟镇乡](?=[一-龥“]{4})"
    r"|全面|深入|扎实|持续|广泛|积极|大力|推广|普及(?!型)|投身|投入到?|贯彻落实|即(?![时将便使])|现场(?!会|办公|推进|观摩|交流)|正式|如期|圆满|完成了?|[开办搞]好|组织好|各组|第一时间|专门|共同|联合|组织|开展|多次|多场|一系列|部署(?!会|工作|推进|动员))"
    # how long, under which motto, where
    r"|为期[^，。的]{1,6}的?|以[^，。]{1,20}为主题的|主题为[^，。]{1,20}的|题为"
    r"|在[^，。]{1,16}?(?=第[一二三四五六七八九十\d]))"
)
_AUDIENCE = re.compile(
    r"校园|学校|课堂|社区|小区|企业|乡村|农村|村镇|村居|机关|军营|警营|家庭|万家|基层|景区|工地|商圈|网络|楼宇|车间|市场"
)
"""What 进 is followed by inside a name: 送法|进|校园."""
_YEAR = re.compile(r"(?<!\d)\d{4}年$")
"""A year whose digits stand just beyond the longest name."""
_SAYING = re.compile(r"[。；！？…]”\Z")
"""What ends a whole sentence in quotation marks, no name: “二月二，龙抬头。”."""
_SENDING = re.compile(r"(?:送[一-龥]{1,4}、)+\Z")
"""The row of which a name holds the last part: 送政策、送技术、|送服务春风行动."""
_SENDING_REACH = 24
_DATELINE = re.compile(r"（(?:[^（）]{0,4}(?:记者|通讯员|特约)|(?:以下)?(?:统一)?简称)")
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


class Taken:
    """Which characters of a text belong to an activity already, so that no two overlap."""

    def __init__(self, view: View, activities: Iterable[Activity] = ()) -> None:
        self._marks = bytearray(len(view.text))
        for activity in activities:
            self.add(activity.span)

    def add(self, span: Span) -> None:
        """Take the characters of a span."""
        self._marks[span.start : span.end] = b"\1" * len(span)

    def touches(self, span: Span) -> bool:
        """Tell whether any character of the span is taken."""
        return self._marks.find(1, span.start, span.end) >= 0


class Placed:
    """Activities that do not overlap, in order of the text, found by where they stand."""

    def __init__(self, activities: tuple[Activity, ...]) -> None:
        self.activities = activities
        self._starts = [activity.span.start for activity in activities]

    def covering(self, span: Span) -> Activity | None:
        """Return the one within which the span lies."""
        at = bisect_right(self._starts, span.start) - 1
        return self.activities[at] if at >= 0 and self.activities[at].span.covers(span) else None

    def within(self, span: Span) -> tuple[Activity, ...]:
        """Return those that lie within the span."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return tuple(activity for activity in self.activities[first:last] if span.covers(activity.span))

    def before(self, offset: int, reach: int) -> Iterator[Activity]:
        """Give those that end before the offset, by `reach` characters at most, the nearest first."""
        for at in range(bisect_left(self._starts, offset) - 1, -1, -1):
            end = self.activities[at].span.end
            if offset - end > reach:
                return
            if end <= offset:
                yield self.activities[at]


@cache
def _inner() -> frozenset[str]:
    return entries("inside_activities")


def balanced(name: str, pairs: tuple[tuple[str, str], ...] = PAIRS) -> bool:
    """Tell whether every quotation mark and bracket in a name is closed."""
    return all(name.count(a) == name.count(b) for a, b in pairs)


def opening_of(text: str, closing: int, floor: int) -> int | None:
    """Return where the quotation opens that closes here, no further back than `floor`."""
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
    """Return where the noun phrase begins that ends at `end`.

    It reaches over name words and quotations, to a verb, a sign or `most` characters.
    """
    start = end
    while start > floor:
        before = _before(view, start, floor, end - most)
        if before is None:
            break
        start = before
    year = _YEAR.search(view.text, max(floor, start - 4), start + 1)
    if view.text[start] == "送" and (row := _SENDING.search(view.text, max(floor, start - _SENDING_REACH), start)):
        return row.start()
    return skip_leading(view.text, year.start() if year else start, end)


def _before(view: View, start: int, floor: int, least: int) -> int | None:
    """Return where the word, quotation or bracket begins that ends at `start`; None where no name goes on."""
    text, last = view.text, view.text[start - 1]
    if last in _CLOSE:
        opening = opening_of(text, start - 1, max(floor, least - _QUOTATION))
        return None if opening is None or _SAYING.search(text, opening, start) else opening
    if last == "）":
        opening = text.rfind("（", max(floor, least - _QUOTATION), start)
        return None if opening < 0 or _DATELINE.match(text, opening) else opening
    if last in "等、" and start - 1 > floor and text[start - 2] in _CLOSE:
        if last == "等" or text[start : start + 1] in _OPEN:
            return start - 1
        return None
    before = previous_word(view, start, floor)
    word = text[before:start]
    stops = _stops(word) and not _goes_on(text, word, start)
    return None if stops or not _WORD.match(word) or before < least else before


def _goes_on(text: str, word: str, end: int) -> bool:
    """Tell a verb that what follows makes part of a name: 送法|进|校园, 领导|干部."""
    return (word == "进" and _AUDIENCE.match(text, end) is not None) or (
        word == "领导" and text.startswith(("干部", "小组"), end)
    )


def _stops(word: str) -> bool:
    """Tell a word that no name holds. Of single characters only function words stop: 舞, 赛 are verbs too."""
    if len(word) == 1:
        return word in _FUNCTION
    return word in outside() and word not in _inner()


def skip_leading(text: str, start: int, end: int) -> int:
    """Move the beginning behind words that only introduce the name (了一场…)."""
    while (m := _LEADING.match(text, start, end)) is not None and m.end() < end:
        start = m.end()
    return start
