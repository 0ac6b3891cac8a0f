"""Where things of several articles lie: the county they belong to, and which division holds which."""

from functools import lru_cache

from kg.model.source import Locality
from kg.resolving.division import of_code, of_locality
from kg.resolving.home import TOWN

_PREFECTURE, _COUNTY = 4, 6
"""Digits of the codes of prefectures and counties."""


@lru_cache(maxsize=4096)
def path_of(locality: Locality) -> tuple[str, ...]:
    """Return the names of a locality and of the divisions that contain it, the largest first."""
    return of_locality(locality).path


@lru_cache(maxsize=4096)
def seat_of(locality: Locality) -> Locality:
    """Return the county in which a town, street or village lies; a county or larger division as it is."""
    if locality.code:
        return of_code(locality.code[:_COUNTY]).locality() if len(locality.code) > _COUNTY else locality
    path = path_of(locality)
    upper = next((n for n, name in enumerate(path) if n and TOWN.search(name)), len(path))
    return locality if upper == len(path) else Locality(name="".join(path[:upper]))


def contains(outer: Locality, inner: Locality) -> bool:
    """Tell whether a division is another or holds it."""
    if outer.code and inner.code:
        return inner.code.startswith(outer.code)
    above = path_of(outer)
    return path_of(inner)[: len(above)] == above


def city_of(locality: Locality | None) -> str:
    """Return what the block of a locality is called by: its prefecture, or its province where it is one."""
    if locality is None:
        return ""
    if locality.code:
        return locality.code[:_PREFECTURE]
    path = path_of(locality)
    return path[1] if len(path) > 1 and path[0].endswith(("省", "自治区")) else path[0]


def order_of(locality: Locality | None) -> tuple[int, str, str]:
    """Return a key that sorts localities, smaller divisions first."""
    if locality is None:
        return (0, "", "")
    return (-len(path_of(locality)), locality.code or "", locality.name)
