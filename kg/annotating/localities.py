"""Where the name of a division begins that ends with its level word, those that contain it taken in."""

from kg import expressions as re
from kg.annotating.autonomous import autonomous_start
from kg.annotating.division_names import (
    division_short_names,
    ordinary_divisions,
)
from kg.annotating.homographs import SHORT, is_sentence, joins
from kg.annotating.known_places import (
    LEVELS,
    NUMBERS,
    ORDINAL,
    PREPOSITIONS,
    PRONOUNS,
    SPOKEN_FOR,
    WHEN,
    KnownPlaces,
    in_ordinary_word,
    is_linked,
    known_places,
)
from kg.annotating.transcriptions import foreign_start
from kg.annotating.view import View
from kg.annotating.words import (
    HANZI,
    leading,
    no_divisions,
    no_place_words,
    outside,
    previous_word,
    titles,
    unlead,
    word_start,
)

_WHOSE = frozenset("我本全该率")
"""Before a level that is said twice: 我市|市委."""
_ROADS = frozenset("线路段")
"""Behind the number of a road."""
_CITIES = frozenset({"市", "州"})
_TO_PROMOTE = "兴富"
"""First characters of counties that are verbs of slogans: 科技|兴县, 产业|富县."""
_PLACE, _PLAIN = 12, 6
"""Characters of a division's name at most: of an autonomous one or a street, of the others."""
_CONTAINERS = 4
_LONGER = {"镇": 4, "乡": 4, "旗": 4, "盟": 4, "街道": 4, "苏木": 5}
"""Characters before the level word at most, where there may be more than three."""
_TWO = ("街道", "苏木")
"""Level words of two characters."""


def level_start(view: View, offset: int, floor: int) -> int | None:
    """Return where the place begins whose level word (县, 街道) ends before `offset`, or a level alone (区|委).

    None where the character means no level: 辖区, 社区, 全市.
    """
    text = view.text
    level = 2 if text.endswith(_TWO, floor, offset) else 1
    start = place_start(view, offset, floor)
    if start is not None:
        return start
    if text[max(floor, offset - 3) : offset - 1] == "自治":
        whole = word_start(view, offset - 1, floor)  # 湘西自治州
        return whole if 2 <= offset - 3 - whole <= 3 else autonomous_start(view, offset - 3, floor)
    at = offset - level
    first = word_start(view, at, floor)
    if at > floor and text[at - 1] in LEVELS:
        place = place_start(view, at, floor)
        return at if place is None and text[max(floor, at - 2) : at - 1] in _WHOSE else place
    if text[at] == "州" and at - 1 in view.boundaries and _names_prefecture(text[max(floor, at - 1) : at]):
        return at - 1
    word = text[first:offset]
    barred = word in division_short_names() or (word in no_divisions() and word[0] not in "我本")
    return None if first < at and barred else at


def _names_prefecture(before: str) -> bool:
    """Tell whether a character before 州 makes the name of a city that no table has."""
    return (
        HANZI.match(before) is not None and before not in PRONOUNS + PREPOSITIONS + LEVELS and before not in outside()
    )


def place_start(view: View, end: int, floor: int) -> int | None:
    """Return where the place begins whose name ends at `end` with its level word (县, 镇); None where none does.

    Places that contain it are taken in: 周口市川汇区, 西华县田口乡.
    """
    start = _single(view, end, floor)
    for _ in range(_CONTAINERS):
        if start is None:
            return None
        outer = _container(view, start, floor)
        if outer == start:
            break
        start = outer
    return start


def _single(view: View, end: int, floor: int) -> int | None:
    """Return where the name of the division begins that ends at `end`, without those that contain it; sought once."""
    known = known_places(view)
    if (end, floor) not in known.starts:
        known.starts[end, floor] = _start(view, known, end, floor)
    return known.starts[end, floor]


def _start(view: View, known: KnownPlaces, end: int, floor: int) -> int | None:
    text = view.text
    most = _PLACE if text[max(floor, end - 3) : end - 1] == "自治" or text.endswith(_TWO, floor, end) else _PLAIN
    for length in range(min(most, end - floor), 1, -1):
        if text[end - length : end] in known and (length > 2 or _whole_word(view, end - length, end)):
            if length == SHORT and is_sentence(view, end - length, floor, led=_led(text, end - length, floor)):
                return None
            if length == SHORT or not joins(text, end - length, floor):
                return end - length
            continue
        if text[end - length - 1 : end - length] in _CITIES and text[end - length : end] in ordinary_divisions():
            return end - length
    for length in (4, 3):
        if (
            end - length >= floor
            and text[end - length : end - 1] in division_short_names()
            and text[end - length : end - 1] not in outside()
            and text[end - 1] in "市县区"
        ):
            return end - length if end - length in view.boundaries else None
    level = 2 if text.endswith(_TWO, floor, end) else 1
    city = any(
        text[end - n : end] in division_short_names() and end - n in view.boundaries for n in (3, 2)
    )  # 田径|漳州
    if city or in_ordinary_word(view, end - level, floor):
        return None
    return _unknown(view, end, end - level, floor)


def _led(text: str, start: int, floor: int) -> bool:
    """Tell whether a place that may contain this one stands before it."""
    return start > floor and (
        text[start - 1] in LEVELS or text[max(floor, start - 2) : start] in division_short_names()
    )


def _whole_word(view: View, start: int, end: int) -> bool:
    """Tell whether a name of two characters is a word, and no aim of a slogan (旅游|兴县)."""
    text, opens = view.text, HANZI.match(view.text, start - 1, start) is None
    led = text[start - 1] in LEVELS + PREPOSITIONS or text[max(0, start - 2) : start] in division_short_names()
    whole = start in view.boundaries and word_start(view, end - 1, start) == start
    return (whole and (led or opens or text[start] not in _TO_PROMOTE)) or (opens and text[start] not in PREPOSITIONS)


def _unknown(view: View, end: int, level: int, floor: int) -> int | None:
    """Return where a name of two to four characters before the level begins, if words that can stand in it precede."""
    text, start = view.text, level
    if text[level:end] in _LONGER and (foreign := foreign_start(text, level, floor)) < level:
        return foreign
    while start > floor and level - start < _most(text[level:end]):
        before = previous_word(view, start, floor)
        word = text[before:start]
        if (
            word in no_place_words()
            or (len(word) == 4 and word[2:] in no_place_words())
            or word in leading()
            or (word == SPOKEN_FOR and (start == level or not _attached(text, before, floor)))
            or not HANZI.match(word)
            or word[0] in LEVELS
            or level - before > _most(text[level:end]) + 1
            or word[-1] in LEVELS
        ):
            if word in titles():
                return None  # 书记|何澄|区政协
            if level - start == 1 and len(word) == 1 and _is_opened(text, before, floor):
                start = before  # 在|端江|区水利局: the word is half a name
            break
        start = before
    if start > floor and text[start - 1] not in LEVELS and (cut := _level_inside(view, start, floor)) is not None:
        start = cut
    start = unlead(text, start, level)
    if text[start] in _ROADS and text[start - 1 : start].isdigit():  # 省道234线|清溪县段
        start += 1
    name = text[start:level]
    barred = (
        ORDINAL.search(name) is not None
        or WHEN.search(name) is not None
        or name[:1] in PRONOUNS
        or name[:1] == "个"
        or name[-1:] in _WHOSE
        or name[-1:] in NUMBERS
        or is_linked(text[start:end])
    )
    if barred or not 2 <= len(name) <= _most(text[level:end]):
        nation = re.search(r"[一-龥]{2,4}[一-龥]{1,3}族自治$", name)
        return start + nation.start() if nation else None
    return start


def _is_opened(text: str, start: int, floor: int) -> bool:
    """Tell whether a name may begin with this character, which is a word by itself: behind a sign or a preposition."""
    opens = start == floor or HANZI.match(text, start - 1, start) is None or text[start - 1] in PREPOSITIONS
    return (
        opens
        and HANZI.match(text, start, start + 1) is not None
        and text[start] not in PRONOUNS + PREPOSITIONS + LEVELS
    )


def _attached(text: str, start: int, floor: int) -> bool:
    """Tell whether a name may go on before the word that begins here: no sign, no 他."""
    return start > floor and HANZI.match(text, start - 1, start) is not None and text[start - 1] not in PRONOUNS


def _level_inside(view: View, start: int, floor: int) -> int | None:
    """Return where a place ends that segmentation joined to the name after it: 松源|县栗|坪镇."""
    before = previous_word(view, start, floor)
    ends = before + 1 < start and view.text[before] in LEVELS
    return (
        before + 1
        if ends and any(view.text[before + 1 - n : before + 1] in known_places(view) for n in (3, 4))
        else None
    )


def _most(level: str) -> int:
    return _LONGER.get(level, 3)


def _container(view: View, start: int, floor: int) -> int:
    """Extend a place to the left by one that contains it, full (周口市) or short (海南儋州市)."""
    text = view.text
    if start - floor >= 2 and (text[start - 1] in LEVELS or text.endswith(_TWO, floor, start)):
        outer = _single(view, start, floor)
        return start if outer is None else outer
    for length in (3, 2):
        if (
            start - length >= floor
            and text[start - length : start] in division_short_names()
            and start - length in view.boundaries
        ):
            return start - length
    return start
