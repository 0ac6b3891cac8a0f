"""Words around a place in the text, and what they can do in a name: end it, lead up to it, or say only its kind."""

from collections.abc import Container
from functools import cache
from itertools import pairwise

from kg import expressions as re
from kg.annotating.segmentation import is_word
from kg.annotating.view import View
from kg.lexicon import entries, table, words

HANZI = re.compile(r"[㐀-鿿〇A-Za-z]+$")
_LONGEST = 12
"""Characters of a word at most; a run of letters without end is cut here."""
_QUANTITY = re.compile(
    r"(?:[一二三四五六七八九十百千万两几数多各每半首]|第[一二三四五六七八九十])[余多几]?[家个所座间名处支位批]|第?[一二三四五六七八九十]{1,3}届"
)
_LEADING = re.compile(
    r"(?:(?<![^—\n])记|[我本全该][省市县区州盟旗镇乡]|从|被|为|由|在|邀|托|向(?!阳)|设(?![计备施])|对|把|将|与|和|及|到|至|赴|于|给|让|经(?!开区|济|信|贸|发|侦)|受|获|分在|分(?![局院校店行会厂部社队]|公司|中心)|并|以|据|自|随|即|称|该|有|来|去|入|进|等|就|因|归(?=[省市县区])|[后前]任|另有|此前|各|其|原|后|前|曾|今(?=[一-龥]{2,3}[省市县区州镇乡])|起|是|离(?!石)|距|驻(?!马店|操))(?=[一-龥]{2})"
)
"""What segmentation may have joined to an unknown name."""


@cache
def outside() -> frozenset[str]:
    """Words that never stand inside a name."""
    return entries("outside_words")


@cache
def no_place_words() -> frozenset[str]:
    """Words that never stand inside the name of a place, though other names may have them: 代表, 落实, 指导."""
    return outside() | entries("words_before_places")


@cache
def titles() -> frozenset[str]:
    """Titles of office and of kinds of people, with 副 too."""
    found = [title for title in words("posts") if len(title) > 1]
    return frozenset({*found, *(f"副{title}" for title in found)})


@cache
def leading() -> frozenset[str]:
    """Nouns that stand before a name and are no part of it: 爱心企业|…有限公司, 村民|…."""
    return entries("generic_words", "lead") | titles()


@cache
def after_firms() -> frozenset[str]:
    """Words that may follow the short name of a firm: 董事长, 员工."""
    return entries("generic_words", "firm-after")


@cache
def no_sites() -> frozenset[str]:
    """Words that end like a road or market and are none: 思路, 消费市场."""
    return entries("generic_words", "no-site")


@cache
def no_divisions() -> frozenset[str]:
    """Words that end like a division and are none: 辖区, 社区, 城市, 乡镇."""
    return entries("generic_words", "level") | entries("generic_words", "named-level")


@cache
def _generic() -> frozenset[str]:
    kinds = (row[0] for row in table("generic_words") if row[1] in {"kind", "lead", "level"})
    return entries("words_of_no_body").union(kinds)


def previous_word(view: View, position: int, floor: int) -> int:
    """Return where the word that ends at `position` begins, `floor` at the least."""
    start, floor = position - 1, max(floor, position - _LONGEST)
    while start > floor and start not in view.boundaries:
        start -= 1
    return max(start, floor)


def word_start(view: View, offset: int, floor: int) -> int:
    """Return where the word begins that holds the character."""
    return previous_word(view, offset + 1, floor)


def word_end(view: View, offset: int, limit: int) -> int:
    """Return where the word ends that holds the character, `limit` at the most."""
    end, limit = offset + 1, min(limit, offset + _LONGEST)
    while end < limit and end not in view.boundaries:
        end += 1
    return end


def parts_of(view: View, start: int, end: int) -> list[str]:
    """Cut a stretch of the text at the boundaries between words."""
    cuts = [start, *(at for at in range(start + 1, end) if at in view.boundaries), end]
    return [view.text[a:b] for a, b in pairwise(cuts)]


def says_only_kind(view: View, start: int, end: int) -> bool:
    """Tell whether a stretch before a head names nobody: 农贸|市场, 多家|超市, 基层|党组织."""
    text = view.text[start:end]
    rest = _QUANTITY.sub("", text)
    if text in _generic() or not rest or re.search(r"[新改扩迁重]建$", text):
        return True
    return all(
        word in _generic() or word in outside() or _QUANTITY.fullmatch(word) for word in parts_of(view, start, end)
    )


def unlead(text: str, start: int, end: int, *, keep: Container[str] = frozenset()) -> int:
    """Move the beginning of a name behind a preposition that segmentation joined to it (从|岚屏市)."""
    while text[start:end] not in keep and (m := _LEADING.match(text, start, end)) is not None:
        start = m.end()
    return start


def unknown(text: str) -> bool:
    """Tell whether the dictionary lacks this word, so that its edges are a guess."""
    return len(text) > 1 and not is_word(text)
