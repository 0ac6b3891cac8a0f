"""A division as an article has it: its names from the largest down, and its code where the table has one."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg import expressions as re
from kg.model.source import Locality
from kg.resolving.divisions import divisions, parts, short_name, townships, without_nationalities
from kg.resolving.former import formers
from kg.resolving.hierarchy import ancestors, container_then, name_of, names_around

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
        return level_of(self.name)

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


def level_of(name: str) -> str:
    """Return the level word with which the name of a division ends."""
    return name[-2:] if name.endswith(("街道", "地区")) else name[-1]


def of_code(code: str) -> Division:
    """Return the division of a code of the table."""
    return Division(path=tuple(name_of(c) or c for c in reversed(tuple(ancestors(code)))), code=code)


def of_locality(place: Locality) -> Division:
    """Return the division of a place given from outside; one whose code the table lacks is taken as it stands."""
    known = place.code and name_of(place.code)
    return of_code(place.code) if place.code and known else Division(path=parts(place.name))


def of_path(path: tuple[str, ...], near: str = "", year: int | None = None) -> Division | None:
    """Find a county, prefecture or province by its names; of namesakes the one nearest to the code `near`.

    Names mean what they meant in the year, where it is known. None where the tables lack it or leave a choice.
    """
    *above, last = path
    codes = [c for c in _codes(last, year) if all(_lies_in(c, name) for name in above)]
    for length in (6, 4, 2):
        if len(codes) > 1 and near:
            codes = [c for c in codes if c.startswith(near[:length])] or codes
    first = min(codes, key=len, default="")
    return of_code(first) if first and all(code.startswith(first) for code in codes) else None


def _codes(name: str, year: int | None) -> tuple[str, ...]:
    """Return the divisions that had this name in a year; where none had, those that have it, or else once had it."""
    past = formers()
    current, once = divisions().codes.get(name, ()), past.named.get(name, ())
    held = [f.meant for f in once if past.as_of(f.meant, year) is f]
    kept = [c for c in current if (was := past.as_of(c, year)) is None or was.name == name]
    return tuple(dict.fromkeys((*held, *kept) or current or [f.meant for f in once]))


def _lies_in(code: str, name: str) -> bool:
    return any(name in {outer, short_name(outer)} for outer in names_around(code))


def by_level(division: Division, year: int | None) -> Iterator[tuple[str, Division]]:
    """Give a division and those that contained it in a year, each with the level word that it had then."""
    if division.code is None:
        yield from ((each.level, each) for each in division.upwards())
        return
    code: str | None = division.code
    while code is not None:
        was = formers().as_of(code, year)
        each = of_code(code)
        yield level_of(was.name) if was else each.level, each
        code = container_then(code, year)


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
