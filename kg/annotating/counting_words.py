"""The words at which the noun beside a number ends."""

from functools import cache

from kg import expressions as re
from kg.annotating.segmentation import is_word
from kg.lexicon import entries

_GIVEN_TO = re.compile(r"(?<=[㐀-鿿]{2})[向为给][㐀-鿿]{1,9}?[省市县区镇乡村旗州校院局会](?=[㐀-鿿]{2})")
"""To whom it goes, before what it is: 商会|向云溪县|捐款30万元."""
_SHORTEST = 2
_LONGEST_NOUN = 3
"""Characters of a noun of the dictionary that begins with a verb, at most: 出席会议 is a phrase."""
_DOING = re.compile(
    r"[㐀-鿿][满起着]|重[温走返访]|[㐀-鿿](?:上|下|过|回|出|起)来|[全都]是|(?![爸妈爷奶公婆哥姐弟妹叔伯舅姑姨宝娃星])([㐀-鿿])\1"
)
"""Verbs by how they end or begin (摆满, 办起, 围上来, 重温), and adverbs said twice: 稳稳."""


@cache
def verbs_in_front() -> frozenset[str]:
    """Verbs in front of what is counted, no part of it: 设置|检查点."""
    return entries("counting_words", "leading")


@cache
def verbs_behind() -> frozenset[str]:
    """Verbs behind what is counted, no part of it: 市民|听讲."""
    return entries("counting_words", "trailing")


@cache
def _outside() -> frozenset[str]:
    return entries("outside_words")


@cache
def _verbs_inside() -> frozenset[str]:
    """Verbs that are no attributes of a noun: 村民|返还, 绣娘|办起."""
    nouns = entries("verbal_nouns") | entries("counting_words", "noun")
    return entries("words_before_places") - nouns


def behind_recipient(text: str, start: int, end: int) -> int:
    """Return where a noun in front begins behind those to whom it goes."""
    return max((m.end() for m in _GIVEN_TO.finditer(text, start, end)), default=start)


def predicates(word: str) -> bool:
    """Tell whether a word behind a noun says what those do, so that the noun ends: 队员|连夜赶来, 摊位|摆满."""
    if len(word) < _SHORTEST:
        return False
    led = word[:_SHORTEST] in _outside() and not word.startswith("负责")
    joined = led and (len(word) > _LONGEST_NOUN or not is_word(word))
    return joined or word in _verbs_inside() or _DOING.fullmatch(word) is not None


@cache
def outside_phrases() -> frozenset[str]:
    """Words that no counted noun holds."""
    return (_outside() - entries("counting_words", "noun")) | entries("counting_words", "stop")
