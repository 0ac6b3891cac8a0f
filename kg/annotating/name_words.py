"""What the lexicons know of names: surnames, characters that no name has, words that look like names."""

from functools import cache

from kg.annotating.edges import outside
from kg.lexicon import entries, table, words

_SIDES, _TIMES = frozenset("东南西北中华"), frozenset("一二两三四五几数多先")
_BEGIN_NONE = ("代表", "宣传", "许多", "全体", "全村", "全家", "纪念", "高举", "解放", "幸福", "和平", "师德")
"""Words that begin with a surname and go on to others, not to names: 纪念|章."""


@cache
def surnames() -> dict[str, str]:
    """Surnames with their kind: common, word (also an ordinary word), compound."""
    return {row[0]: row[1] for row in table("surnames")}


@cache
def never() -> frozenset[str]:
    """Characters that no given name has."""
    return frozenset("".join(words("name_characters", "never")))


@cache
def whole() -> frozenset[str]:
    """Given names in spite of their characters."""
    return entries("name_characters", "whole")


@cache
def _words() -> frozenset[str]:
    return entries("words_like_names")


@cache
def _departments() -> frozenset[str]:
    return entries("bureaus")


@cache
def _borne() -> frozenset[str]:
    return entries("name_characters", "borne")


@cache
def manners() -> frozenset[str]:
    """Words that before a verb are no names: 局长|郑重|承诺, 队员|全程|参加."""
    return entries("name_characters", "manner")


def is_word(name: str) -> bool:
    """Tell whether a name is also an ordinary word: 高度, 石榴, 强调."""
    return name in _words() or name in outside() or name in _departments()


def is_borne(name: str) -> bool:
    """Tell whether people are called by this word, so that behind a post it is a name: 雷鸣, 方舟."""
    return name in _borne()


def has_surname(name: str) -> bool:
    """Tell whether a name begins with a surname that is no ordinary word."""
    return surnames().get(name[:1]) == "common" or name[:2] in surnames()


def begins_none(name: str) -> bool:
    """Tell whether a name begins as none does, is of sides alone (华中南), or says how often (曾三|赴)."""
    if (name[0] == "华" and _SIDES.issuperset(name)) or (name[0] == "曾" and name[1:2] in _TIMES):
        return True
    return len(name) > len(_BEGIN_NONE[0]) and name.startswith(_BEGIN_NONE)
