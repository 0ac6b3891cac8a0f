"""Which divisions are known where an article is read: those of the tables, and those that it says with a clean edge."""

from collections import Counter
from functools import lru_cache

from kg import expressions as re
from kg.annotating.division_names import NO_PLACE, SUFFIX, division_names, division_short_names, listed_divisions
from kg.annotating.view import View
from kg.annotating.words import leading, no_divisions, no_place_words, parts_of, unlead, word_end, word_start

LEVELS = "省市县区州盟旗镇乡"
_LOCAL = re.compile(
    r"(?<![一-龥\d])(?![一-龥]{0,4}[由在被将])(?:[一-龥]{2,3}?(?:[一-龥]{1,3}族自治[县州]|[市县区]|州(?![市县区]))|[一-龥]{2,4}?(?:[旗镇乡]|街道))"
)
_ORGAN = re.compile(
    r"委(?!员|托)|(?:人民)?政府|人大常|政协|(?:人民)?(?:法院|检察院)|公安|纪委|[一-龥]{2,6}局(?!面|势|部)|民族中学|人民医院"
)
"""What stands behind the name of a division and nothing else."""
PRONOUNS = "我他她你您要全本该各外邻两多同每几原此其有赴到在须需请拟均即"
ORDINAL = re.compile(r"(?:第[一二三四五六七八九十百]+[届次期批轮]|[一二三四五六七八九十]{1,3}届)$")
WHEN = re.compile(r"(?:期间|其间|同时|届时|此前|随后|之后|年度|[今去明当近次本昨][年日天晚月]|[年月日以]来)$")
SPOKEN_FOR = "代表"
"""What stands before those that somebody speaks for: 代表|区委."""
NUMBERS = "一二三四五六七八九十两几数多各等"
PREPOSITIONS = "为任由在从被到和与及向对于是赴往同"
_TO_MAKE = "立强富活"
"""Verbs of slogans before a level, in names of no table: “项目|立区、创新引领”."""


class KnownPlaces:
    """Names of divisions: those of the tables, and those that an article has behind a sign, their edge being sure."""

    def __init__(self, view: View) -> None:
        self._said, self._listed = said_places(view), listed_divisions()
        self.starts: dict[tuple[int, int], int | None] = {}
        """Where names begin, by where they end and how far back they may: asked for by every grammar."""

    def __contains__(self, name: object) -> bool:
        return name in self._listed or name in self._said


@lru_cache(maxsize=4)
def known_places(view: View) -> KnownPlaces:
    """Return the divisions known where this article is read."""
    return KnownPlaces(view)


@lru_cache(maxsize=4)
def said_places(view: View) -> frozenset[str]:
    """Divisions that the article names behind a sign or at the beginning of a line and the table may lack."""
    found = list(_LOCAL.finditer(view.text))
    often = {name for name, n in Counter(m.group() for m in found).items() if n > 1}
    seats = {m.group() for m in found if _ORGAN.match(view.text, m.end())}
    return frozenset(
        m.group()
        for m in found
        if _is_place(view, m.start(), m.end(), sure=m.group() in often, seat=m.group() in seats)
    )


@lru_cache(maxsize=4)
def short_places(view: View) -> frozenset[str]:
    """Names of divisions without their level, of the table or of the article: 吉林, 周口."""
    said = (re.sub(r"街道$|[镇乡]$", "", SUFFIX.sub("", name)) for name in said_places(view))
    return division_short_names() | {name for name in said if len(name) >= 2}


def _is_place(view: View, start: int, end: int, *, sure: bool, seat: bool) -> bool:
    """Tell whether words behind a sign are a place's name; where they stand so twice, one character may be a verb.

    A `seat` has an organ behind it, so that its level may end in an ordinary word: 白|湖区|司法局.
    """
    text = view.text
    name = text[start:end]
    last = word_start(view, end - 1, start)
    if (
        name[0] in PRONOUNS
        or name.startswith(SPOKEN_FOR)
        or name in NO_PLACE
        or unlead(text, start, end) != start
        or is_linked(name)
        or name[-2] in NUMBERS
        or (name[-2] in _TO_MAKE and name not in division_names())
        or ORDINAL.search(name, 0, len(name) - 1)
        or WHEN.search(name, 0, len(name) - 1)
    ):
        return False
    known = name[-2:] in listed_divisions() or name[-2:] in division_short_names()
    if len(name) > 3 and known and name not in division_names():
        return False  # “健康|绛县”建设, “平安|柳州”
    if name not in division_names() and not seat and in_ordinary_word(view, end - 1, start):
        return False
    words = parts_of(view, start, max(last, start + 1))
    if seat and len(words[0]) == 1:
        words = words[1:]
    if any(len(word) > 1 and word in leading() for word in words):
        return False
    return not any(word in no_place_words() and not (sure and len(word) == 1) for word in words)


def in_ordinary_word(view: View, offset: int, floor: int) -> bool:
    """Tell whether the level character is part of a word of its own: 辖区, 社区, 城市, 乡镇."""
    start, end = word_start(view, offset, floor), word_end(view, offset, len(view.text))
    text = view.text
    if start == offset:
        return False
    return text[start:end] in no_divisions() or any(
        text[at : offset + 1] in no_divisions() for at in range(start, offset)
    )


def is_linked(name: str) -> bool:
    """Tell a bare level that a preposition leads up to: …任命他为|县."""
    return name.removesuffix("街道").removesuffix("苏木").rstrip(LEVELS)[-1:] in PREPOSITIONS
