"""Divisions by code, of all levels: names, and what contains what, from provinces (2 digits) to villages (12)."""

from collections.abc import Iterator

from kg.model.source import Locality
from kg.resolving.divisions import TOWNSHIP, Divisions, divisions, townships
from kg.resolving.villages import VILLAGE, village_of


def name_of(code: str) -> str | None:
    """Return the name of a division, None where no table has the code."""
    return village_of(code) if len(code) == VILLAGE else _table(code).names.get(code)


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


def _table(code: str) -> Divisions:
    """Return the smallest table that has divisions of this code's length."""
    return townships() if len(code) >= TOWNSHIP else divisions()
