"""Names of divisions that words of a sentence make too: 团县委|和|县林业局, 何澄平|和|县水利局, 会同|县水利局."""

from functools import cache

from kg.annotating.view import View
from kg.annotating.words import HANZI, outside
from kg.lexicon import table

SHORT = 3
"""Characters of a county's name that may be a sentence's; a town's cannot begin with a conjunction: 云溪区|和庄镇."""
_VERBS = ("会同",)
"""Counties that are called by a verb."""


def joins(text: str, start: int, floor: int) -> bool:
    """Tell whether 和 at the head of a county's name joins two bodies: 团县委|和|县林业局."""
    return (
        text[start] == "和"
        and start > floor
        and HANZI.match(text, start - 1, start) is not None
        and text[start - 1] not in "省市"
    )


def is_sentence(view: View, start: int, floor: int, *, led: bool) -> bool:
    """Tell whether a county's name is the end of a person's with 和 (何澄平|和|县), or a verb (会同|县水利局).

    As a county it stands behind its city or province (`led`); the second also where it is the page's own.
    """
    text = view.text
    if led:
        return False
    if text[start + 1] == "和":
        word = text[max(floor, start - 2) : start]
        if word in outside() or word.endswith("任"):
            return False  # 曾任|青和县…
        opens = start - 2 == floor or (start - 3 >= floor and HANZI.match(text, start - 3, start - 2) is None)
        return start - 2 >= floor and opens and text[start - 2] in _surnames()
    own = view.article.place
    at_home = own is not None and own.name.endswith(text[start : start + SHORT])
    return text.startswith(_VERBS, start) and not at_home


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row[0] for row in table("surnames"))
