"""The words at which the noun beside a number ends."""

from functools import cache

from kg.lexicon import words


@cache
def verbs_in_front() -> frozenset[str]:
    """Verbs in front of what is counted, no part of it: 设置|检查点."""
    return frozenset(words("counting_words", "leading"))


@cache
def verbs_behind() -> frozenset[str]:
    """Verbs behind what is counted, no part of it: 市民|听讲."""
    return frozenset(words("counting_words", "trailing"))


@cache
def outside_phrases() -> frozenset[str]:
    """Words that no counted noun holds."""
    return (frozenset(words("outside_words")) - frozenset(words("counting_words", "noun"))) | frozenset(
        words("counting_words", "stop")
    )
