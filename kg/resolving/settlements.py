"""Villages and communities of an article: which of the table a name means, by the places before it or the article's."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg import expressions as re
from kg.resolving.chains import chain, chain_end
from kg.resolving.context import Context
from kg.resolving.division import Division, of_code, seat_of
from kg.resolving.villages import village_name, villages_named

_ORGAN = re.compile(r"(?:党总支|党支部|党委|妇联|团支部)$")
_COMMITTEE = re.compile(r"(?:居|村)(?:民委员|委)会$")
_KIND = re.compile(r"(?:社区|村|嘎查)$")
_COUNTY, _TOWNSHIP = 6, 9
"""Digits of the codes of counties and townships."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A village or community of the table, and what of the name says which of its bodies is meant."""

    division: Division
    body: str
    """村民委员会, 党支部; empty for the place itself."""

    @property
    def full(self) -> str:
        """Its name behind that of its county, without the township, which changes as streets are divided."""
        county = next(each for each in self.division.upwards() if len(each.code or "") < _TOWNSHIP)
        return county.full + self.division.name + self.body


def find_settlement(name: str, context: Context) -> Settlement | None:
    """Find the village or community that a printed name means; None where the table lacks it or leaves a choice."""
    names, rest = chain(name), name[chain_end(name) :]
    organ = _ORGAN.search(rest)
    own = rest[: organ.start()] if organ else rest
    if not _KIND.search(village_name(own)):
        return None
    for candidate in _without_office(own):
        code = _code(village_name(candidate), "".join(names), context)
        if code is not None:
            return Settlement(division=of_code(code), body=organ.group() if organ else _committee(own))
    return None


def _without_office(own: str) -> Iterator[str]:
    """Give a name without the rest of the office before it: 某街道|办事处某社区."""
    yield from (own.removeprefix(office) for office in ("办事处", "办") if own.startswith(office))
    yield own


def _committee(own: str) -> str:
    m = _COMMITTEE.search(own)
    return f"{m.group()[0]}民委员会" if m else ""


def _code(village: str, outer: str, context: Context) -> str | None:
    if outer:
        around = context.place(outer)
        return _inside(village, around.code) if around is not None and around.code else None
    seat = context.seat
    return _near(village, seat, context) if seat is not None else None


def _inside(village: str, code: str) -> str | None:
    """Return the one village of this name inside the printed division.

    A community that the township lacks may be the only one of its name in the county: the township was divided.
    """
    found = villages_named(village, code)
    if not found and len(code) == _TOWNSHIP and village.endswith("社区"):
        found = villages_named(village, code[:_COUNTY])
    return found[0] if len(found) == 1 else None


def _near(village: str, seat: Division, context: Context) -> str | None:
    """Return the village of this name in the page's township, or in the towns of its county that the article names."""
    if len(seat.code or "") >= _TOWNSHIP and (own := villages_named(village, (seat.code or "")[:_TOWNSHIP])):
        return own[0] if len(own) == 1 else None
    found = villages_named(village, seat_of(seat))
    towns = {d.code for d in context.named.values() if d.code and len(d.code) == _TOWNSHIP}
    named = tuple(code for code in found if code[:_TOWNSHIP] in towns)
    if named or (towns and not village.endswith("社区")):
        found = named
    return found[0] if len(found) == 1 else None
