"""Names of divisions that the tables hold: with their level and without."""

from functools import cache

from kg import expressions as re
from kg.annotating.autonomous import nations_behind
from kg.annotating.words import no_divisions
from kg.lexicon import table

SUFFIX = re.compile(r"(?:特别行政区|(?:[一-龥]{1,3}族)*自治[区州县旗]|地区|[省市县区州盟旗])$")
_PREFECTURE = 4
"""Digits of a prefecture's code at most."""
NO_PLACE = frozenset({"城区", "郊区", "矿区", "任县"})
"""Rows of the tables that are words, or begin more often than they name."""
_TABLES = ("divisions", "former_divisions")


@cache
def division_names() -> frozenset[str]:
    """Full names of provinces, prefectures and counties of today and before, but not ordinary words (老城区)."""
    return frozenset(row[1] for name in _TABLES for row in table(name)) - NO_PLACE - no_divisions()


@cache
def ordinary_divisions() -> frozenset[str]:
    """Divisions whose names are ordinary words: places only behind the city that they lie in (某市|老城区)."""
    return frozenset(row[1] for row in table("divisions")) & no_divisions()


@cache
def division_short_names() -> frozenset[str]:
    """Names of provinces, prefectures and counties without their level: 吉林, 周口."""
    short = {SUFFIX.sub("", row[1]) for row in table("divisions")}
    autonomous = nations_behind()
    regions = (row[1] for row in table("divisions") if len(row[0]) <= _PREFECTURE and autonomous.search(row[1]))
    return frozenset(name for name in short | {autonomous.sub("", name) for name in regions} if len(name) >= 2)


@cache
def township_names() -> frozenset[str]:
    """Names of streets, towns and townships, of three characters at least."""
    return frozenset(
        name for _, name in table("townships") if len(name) > 2 and name.endswith(("街道", "镇", "乡", "苏木"))
    )


@cache
def listed_divisions() -> frozenset[str]:
    """Names of divisions down to streets and towns."""
    return division_names() | township_names()
