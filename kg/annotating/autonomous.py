"""Autonomous divisions: the nationalities in their names, and where one begins that no table has."""

from functools import cache

from kg import expressions as re
from kg.annotating.view import View
from kg.annotating.words import HANZI, outside, previous_word
from kg.lexicon import table

_LEADING = "由在被从到和与及向对于是赴往同"
"""What segmentation joins to the name of a county that it does not know: 由云溪|彝族."""
_FARTHEST = 12
"""Characters of nationalities and name before 自治 at most."""


@cache
def nations_behind() -> re.Pattern[str]:
    """Return what follows the short name of a region or prefecture: 广西|壮族自治区, 黔东南|苗族侗族自治州."""
    names = {name for row in table("nationalities") for name in (row[0], row[0].removesuffix("族"))}
    return re.compile(f"{_any_of(names)}+自治[区州]$")


@cache
def _nations_before() -> re.Pattern[str]:
    names = {row[0] for row in table("nationalities") if row[0].endswith("族")}
    return re.compile(f"{_any_of(names)}+$")


def _any_of(words: set[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


def autonomous_start(view: View, end: int, floor: int) -> int:
    """Return where a county begins whose 自治 begins at `end`: 由|云溪彝族自治县|委; `end` itself where none does."""
    nations = _nations_before().search(view.text, max(floor, end - _FARTHEST), end)
    if nations is None or nations.start() - floor < 2:
        return end
    start = previous_word(view, nations.start(), floor)
    led = view.text[start] in _LEADING and nations.start() - start > 2
    name = view.text[start + led : nations.start()]
    return start + led if 2 <= len(name) <= 3 and HANZI.match(name) and name not in outside() else end
