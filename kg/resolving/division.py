"""A division as an article has it: its names from the largest down, and its code where the table has one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model.source import Locality
from kg.resolving.divisions import divisions, parts, short_name, townships, without_nationalities
from kg.resolving.hierarchy import ancestors, name_of

_COUNTY = 6
_TOWN = re.compile(r"(?:街道办事处|街道|镇|乡|办事处)$")
_PROVINCE = re.compile(r"(?:省|自治区)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A division that an article names or stands in."""

    path: tuple[str, ...]
    code: str | None = None

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path[-1]

    @property
    def full(self) -> str:
        """Prefecture and below: 周口市川汇区; a province only where nothing lies below it."""
        return "".join(self.path[1:] if len(self.path) > 1 and _PROVINCE.search(self.path[0]) else self.path)

    @property
    def level(self) -> str:
        """Its level word: 县, 街道."""
        return "街道" if self.name.endswith("街道") else self.name[-1]

    def locality(self) -> Locality:
        """Return it as the model has it; without code its path is its name."""
        return Locality(name=self.name if self.code else self.full, code=self.code)

    def upwards(self) -> Iterator["Division"]:
        """Give it and those that contain it, smallest first."""
        if self.code:
            yield from (of_code(code) for code in ancestors(self.code))
        else:
            for length in range(len(self.path), 0, -1):
                known = of_path(self.path[:length])
                if known is not None and not _too_small(known, self.path[length:]):
                    yield from known.upwards()
                    return
                yield Division(path=self.path[:length])


def _too_small(outer: Division, inner: tuple[str, ...]) -> bool:
    """Tell a namesake: a county of the table cannot contain a district or another county (临江市|云溪区)."""
    return outer.code is not None and len(outer.code) == _COUNTY and bool(inner) and inner[0][-1] in "区县旗市"


def of_code(code: str) -> Division:
    """Return the division of a code of the table."""
    return Division(path=tuple(name_of(c) or c for c in reversed(tuple(ancestors(code)))), code=code)


def of_locality(place: Locality) -> Division:
    """Return the division of a place given from outside; one whose code the table lacks is taken as it stands."""
    known = place.code and name_of(place.code)
    return of_code(place.code) if place.code and known else Division(path=parts(place.name))


def of_path(path: tuple[str, ...], near: str = "") -> Division | None:
    """Find a county, prefecture or province by its names; of namesakes the one nearest to the code `near`.

    None where the table lacks it or leaves a choice.
    """
    table = divisions()
    *above, last = path
    codes = [c for c in table.codes.get(last, ()) if all(_lies_in(c, name) for name in above)]
    for length in (6, 4, 2):
        if len(codes) > 1 and near:
            codes = [c for c in codes if c.startswith(near[:length])] or codes
    first = min(codes, key=len, default="")
    return of_code(first) if first and all(code.startswith(first) for code in codes) else None


def _lies_in(code: str, name: str) -> bool:
    return any(name in {outer, short_name(outer)} for outer in map(name_of, ancestors(code)) if outer)


def seat_of(division: Division | None) -> str:
    """Return the code under which the towns of a county are listed, those of a city without counties too; else ""."""
    code = division.code or "" if division is not None else ""
    return code[:_COUNTY] if len(code) >= _COUNTY else f"{code}00" if f"{code}00" in townships().inside else ""


def township_in(county: str, name: str) -> Division | None:
    """Find a township of a county, lenient where tables and papers differ (湖岸街道, 湖岸街街道, 湖岸街回族街道).

    None where the county lacks it, or has several that differ only in their level (某镇, 某乡) and none named so.
    """
    table = townships()
    inside = table.inside.get(county, ())
    found = [code for code in inside if table.names[code] == name][:1]
    stem = _stem(name)
    found = found or [code for code in inside if stem and _stem(table.names[code]) == stem]
    return of_code(found[0]) if len(found) == 1 else None


def _stem(name: str) -> str:
    return without_nationalities(_TOWN.sub("", name)).removesuffix("街")
