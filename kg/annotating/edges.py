"""Where a name begins: the walk to the left over words that may stand inside a name."""

from kg import expressions as re
from kg.annotating.division_names import division_names, division_short_names
from kg.annotating.known_places import KnownPlaces, known_places
from kg.annotating.localities import place_start
from kg.annotating.naming import Bodies
from kg.annotating.view import View
from kg.annotating.words import HANZI, leading, outside, previous_word, says_only_kind, unknown, unlead

__all__ = [
    "division_names",
    "division_short_names",
    "name_start",
    "outside",
    "place_start",
    "previous_word",
    "specific_start",
]

_LINKS = "到在由被向从对把将与给为是任"
"""What ends a word that segmentation made of a person and a preposition (陈小荷到|湖东分局)."""
_GROUP_AND = re.compile("[组部科处队员们人等]和$")
"""What segmentation made of the end of a group and a conjunction: 招生|组和|清华大学."""
_DONE = re.compile(r"[^\W\d][过到往入了着给]")
"""Verbs that say how far: 驶过, 运到."""
_BY_LEVEL = re.compile("[由从在被向对给][省市县区州盟旗镇乡]")
"""What segmentation made of a preposition and a level: 会议|由区|组宣统部."""
_INNER_LINKS = "和与及到在由对向从被把"
_ABROAD = "对外"
_HAN = re.compile("[㐀-鿿]+")
_EARNEST = re.compile(
    "(?:高度|大力|积极|共同|全力|切实|充分|认真|严格|深入|广泛|不断|热烈|亲切|热情|密切|坚决|主动|努力|精心)[㐀-鿿]{2}"
)
"""Verbs that the dictionary has with their adverb: 县政府|高度重视|协会."""
_BRACKET = 9
"""Characters of a bracket inside a name at most, its signs included: 益稷（云溪）粮油."""
_VERBS_OF_PLACES = frozenset("洗走跳打落射牧放望")
"""Verbs that names of places begin with, behind a body: 县公安局|洗马河派出所."""
_KEPT = ("中国", "国家", "全国", "国网", "中华", "国际")
_KEPT_ENDS = (
    "大",
    "银行",
    "总局",
    "集团",
    "公司",
    "邮政",
    "移动",
    "联通",
    "电信",
    "人寿",
    "财险",
    "保险",
    "烟草",
    "石油",
    "石化",
    "电网",
    "铁塔",
    "学会",
    "协会",
)


def name_start(view: View, position: int, floor: int, most: int) -> int:
    """Walk left from `position` over at most `most` characters of words that may belong to a name.

    Brackets inside a name (益稷（云溪）粮油) are walked over; digits, other signs and outside words end the walk.
    """
    start = position
    while start > floor:
        before = _step(view, start, floor)
        if before is None or position - before > most:
            break
        if _BY_LEVEL.fullmatch(view.text, before, start):
            return before + 1
        start = before
    return unlead(view.text, start, position, keep=known_places(view))


def specific_start(view: View, position: int, floor: int, most: int, bodies: Bodies) -> int:
    """Walk left like `name_start`, but stop at a noun that only leads up to a name, and where a place or body begins.

    The name of a body already found that ends on the way begins this one.
    """
    text, start = view.text, position
    while start > floor:
        body = bodies.start_of(start)
        if body is not None:
            return body
        before = _step(view, start, floor)
        if before is None and start < position and text[start - 1] in _VERBS_OF_PLACES and start - 1 in bodies:
            return bodies.start_of(start - 1) or floor
        if before is None or position - before > most:
            break
        word = text[before:start]
        if word in leading() and start < position and not says_only_kind(view, start, position):
            break
        if unknown(word) and word not in known_places(view):
            joined = word[-1] in _LINKS or _GROUP_AND.search(word) is not None
            if len(word) > 1 and (joined or (len(word) > 2 and word[-2:] in outside())):
                break
            led = unlead(text, before + _linked(word), position)
            if led != before:
                start = led
                break
        start = before
    return _place_first(view, unlead(text, start, position, keep=known_places(view)), position)


def _linked(word: str) -> int:
    """Return the offset behind a conjunction or preposition around which segmentation made one word (陈小荷和|望田)."""
    found = [at for at in range(2, len(word) - 2) if word[at] in _INNER_LINKS and word[at : at + 2] != _ABROAD]
    return found[-1] + 1 if found else 0


def _step(view: View, start: int, floor: int) -> int | None:
    """Return where the word or bracket begins that ends at `start`; None where no name goes on."""
    text = view.text
    if text[start - 1] in "）)":
        opening = max(
            text.rfind("（", max(floor, start - _BRACKET), start), text.rfind("(", max(floor, start - _BRACKET), start)
        )
        return opening if opening > floor and _HAN.fullmatch(text, opening + 1, start - 1) else None
    before = previous_word(view, start, floor)
    word = text[before:start]
    return (
        None
        if word in outside() or _EARNEST.fullmatch(word) or _DONE.fullmatch(word) or not HANZI.match(word)
        else before
    )


def _place_first(view: View, begin: int, end: int) -> int:
    """Drop what the walk took in before a known place (志愿者|西山县…), not a body's own words (中国银行西山县…)."""
    text = view.text
    known = known_places(view)
    for cut in range(begin + 1, end - 1):
        if cut - begin > _LONG_LEAD:
            break
        if any(text[cut : cut + length] in known for length in range(3, min(_PLACE, end - cut) + 1)):
            lead = text[begin:cut]
            if lead.startswith(_KEPT) or lead.endswith(_KEPT_ENDS) or _within_place(text, begin, cut, known):
                return begin
            return cut
    return begin


_LONG_LEAD = 8
_PLACE = 8


def _within_place(text: str, begin: int, cut: int, known: KnownPlaces) -> bool:
    """Tell whether places alone stand before: 周口市|川汇区."""
    return (
        text[begin:cut] in known
        or text[begin:cut] in division_short_names()
        or text[begin:cut].endswith(("省", "市", "州", "盟", "县", "区", "镇", "乡", "街道"))
    )
