"""The table of administrative divisions: names, codes, and what contains what (GB/T 2260, down to townships)."""

from functools import cache, cached_property

from kg import expressions as re
from kg.lexicon import table, words

TOWNSHIP = 9
"""Digits of the code of a township."""
_LEVEL = re.compile(r"(?:特别行政区|自治[区州县旗]|街道办事处|街道|地区|[省市县区州盟旗镇乡])$")
_PART = re.compile(r"[一-龥]{1,12}?(?:自治区|自治州|自治县|自治旗|地区|街道|省|市|县|区|州(?![市县区])|盟|旗|镇|乡)")
_OPENING = 2
_LONGEST = 12
"""Characters of a division's name at most."""


class Divisions:
    """Divisions by code and by name. Codes have 2 (province), 4 (prefecture), 6 (county) or 9 (township) digits."""

    def __init__(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self.names: dict[str, str] = {row[0]: row[1] for row in rows}
        self.codes: dict[str, list[str]] = {}
        """Codes by full name, and by the one that papers make of it: 凉山州."""
        for code, name in self.names.items():
            self.codes.setdefault(name, []).append(code)
            if "自治" in name:
                self.codes.setdefault(short_name(name) + name[-1], []).append(code)

    @cached_property
    def short_codes(self) -> dict[str, list[str]]:
        """Codes by name without suffix; made when first asked."""
        found: dict[str, list[str]] = {}
        for code, name in self.names.items():
            found.setdefault(short_name(name), []).append(code)
        return found

    @cached_property
    def inside(self) -> dict[str, list[str]]:
        """Codes of townships by the code of their county."""
        found: dict[str, list[str]] = {}
        for code in self.names:
            if len(code) == TOWNSHIP:
                found.setdefault(code[:6], []).append(code)
        return found

    @cached_property
    def _openings(self) -> dict[str, list[str]]:
        """Codes by the first characters of the name: short names have as many at least."""
        found: dict[str, list[str]] = {}
        for code, name in self.names.items():
            found.setdefault(name[:_OPENING], []).append(code)
        return found

    def named(self, name: str, within: str = "") -> list[str]:
        """Return the codes of all divisions of this full or short name inside the division `within`, largest first."""
        exact = [code for code in self.codes.get(name, ()) if code.startswith(within)]
        found = exact or [
            code
            for code in self._openings.get(name[:_OPENING], ())
            if self.names[code].startswith(name) and short_name(self.names[code]) == name and code.startswith(within)
        ]
        return sorted(found, key=lambda code: (len(code), code))


def short_name(name: str) -> str:
    """Return a division's name without its suffix: 川汇 of 川汇区; unchanged where less than two characters stay.

    The nationalities of an autonomous division are left out too: 凉山 of 凉山彝族自治州.
    """
    own = _LEVEL.sub("", name)
    plain = without_nationalities(own) if "族" in own or "自治" in name else own
    return next((each for each in (plain, own.removesuffix("族")) if len(each) >= 2), name)


def without_nationalities(name: str) -> str:
    """Leave out the nationalities with which a name ends: 玉屏 of 玉屏侗族, 于家务 of 于家务回族."""
    return _nationalities().sub("", name)


@cache
def _nationalities() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words('nationalities'))})+$")


@cache
def divisions() -> Divisions:
    """Return provinces, prefectures and counties (3,300 rows)."""
    return Divisions(table("divisions"))


@cache
def townships() -> Divisions:
    """Return all levels, townships included (45,000 rows; loaded when first asked)."""
    return Divisions((*table("divisions"), *table("townships")))


def parts(path: str) -> tuple[str, ...]:
    """Split a place name into the names of its levels: 湖州市德清县 gives 湖州市, 德清县; others stay whole."""
    found: list[str] = []
    start = 0
    while start < len(path):
        name = _listed(path, start) or ((m := _PART.match(path, start)) and m.group()) or ""
        if not name:
            return (path,)
        found.append(name)
        start += len(name)
    return tuple(found)


def _listed(path: str, start: int) -> str:
    """Return the name of the table with which the path goes on, the longest; an empty one where none does."""
    longest = range(min(_LONGEST, len(path) - start), 1, -1)
    return next((path[start : start + n] for n in longest if path[start : start + n] in divisions().codes), "")
