"""Former divisions: renamed, raised, moved, merged or split, with the last year at whose end they were so.

A division that goes on is the one of today, whatever it was called; one that was merged or split keeps its own code.
"""

from dataclasses import dataclass
from functools import cache

from kg.lexicon import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A division as it was. Its code says what it lay in."""

    code: str
    name: str
    last: int
    now: str | None
    """The code under which it goes on, None where it was merged or split."""

    @property
    def meant(self) -> str:
        """The code of the division that is meant by its name."""
        return self.now or self.code


class Formers:
    """Former divisions by what they were called, by their code, and by what they are today; the oldest first."""

    def __init__(self, formers: list[Former]) -> None:
        self.named: dict[str, list[Former]] = {}
        self.coded: dict[str, list[Former]] = {}
        self.before: dict[str, list[Former]] = {}
        for former in sorted(formers, key=lambda each: (each.last, each.code)):
            self.named.setdefault(former.name, []).append(former)
            self.coded.setdefault(former.code, []).append(former)
            self.before.setdefault(former.meant, []).append(former)

    def as_of(self, code: str, year: int | None) -> Former | None:
        """Return what a division was at the end of a year; None where it was as it is, or the year is unknown."""
        return next((each for each in self.before.get(code, ()) if year is not None and year <= each.last), None)


@cache
def formers() -> Formers:
    """Return the shipped table, and what a user adds to it."""
    rows = table("former_divisions")
    return Formers([Former(code=c, name=n, last=int(y), now=None if p == "-" else p) for c, n, y, p, *_ in rows])
