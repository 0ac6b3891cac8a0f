"""Divisions by code, of all levels: names, and what contains what, from provinces (2 digits) to villages (12)."""

from collections.abc import Iterator

from kg.model.source import Locality
from kg.resolving.divisions import TOWNSHIP, Divisions, divisions, townships
from kg.resolving.former import formers
from kg.resolving.villages import VILLAGE, village_of


def name_of(code: str) -> str | None:
    """Return the name of a division, None where no table has the code."""
    if len(code) == VILLAGE:
        return village_of(code)
    return _table(code).names.get(code) or next((f.name for f in formers().coded.get(code, ()) if f.now is None), None)


def locality_of(code: str) -> Locality:
    """Return a division of the tables as the model has it."""
    return Locality(name=name_of(code) or code, code=code)


def container_of(code: str) -> str | None:
    """Return the code of the division that contains this one, None for a province."""
    lengths = (TOWNSHIP, 6, 4, 2)
    return next((code[:n] for n in lengths if n < len(code) and code[:n] in _table(code[:n]).names), None)


def ancestors(code: str) -> Iterator[str]:
    """Give the division and all that contain it, smallest first."""
    current: str | None = code
    while current is not None:
        yield current
        current = container_of(current)


def container_then(code: str, year: int | None) -> str | None:
    """Return the code of the division of today that contained this one in a year, which may be unknown."""
    was = formers().as_of(code, year)
    if was is None:
        return container_of(code)
    outer = next((was.code[:n] for n in (4, 2) if n < len(was.code) and _meant(was.code[:n], year)), None)
    return _meant(outer, year) if outer else None


def _meant(code: str, year: int | None) -> str | None:
    """Return the division of today that had this code in a year."""
    then = next((f.meant for f in formers().coded.get(code, ()) if year is not None and year <= f.last), None)
    return then or (code if name_of(code) else None)


def names_around(code: str) -> Iterator[str]:
    """Give the names of a division and of those that contain it, the former ones too."""
    for each in ancestors(code):
        yield name_of(each) or each
    for was in formers().before.get(code, ()):
        yield was.name
        for outer in (was.code[:4], was.code[:2]):
            yield from (f.name for f in formers().coded.get(outer, ()))
            yield name_of(outer) or ""


def _table(code: str) -> Divisions:
    """Return the smallest table that has divisions of this code's length."""
    return townships() if len(code) >= TOWNSHIP else divisions()
