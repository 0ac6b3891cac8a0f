"""What level words mean in an article (省, 市, 县, 镇), and which divisions its names of places mean."""

from collections import Counter
from dataclasses import dataclass, field

from kg.model.article import Article
from kg.model.facts import Facts
from kg.resolving.chains import chain
from kg.resolving.division import Division, by_level, of_code, of_locality, of_path, seat_of, township_in
from kg.resolving.divisions import divisions, short_name
from kg.resolving.home import TOWN, Chain, count_chains, find_home

_CLEARLY = 2
"""How many times as often one of two divisions of a level must be named to be the one that is meant."""
_PREFECTURE, _COUNTY = 4, 6
"""Digits of the codes of prefectures and counties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The divisions of an article by level word, and those it names."""

    levels: dict[str, Division] = field(default_factory=dict)
    named: dict[str, Division] = field(default_factory=dict)
    home: Division | None = None
    year: int | None = None
    """Of the article: names mean what they meant then."""

    @property
    def fixed(self) -> frozenset[str]:
        """The level words that the home settles."""
        return frozenset(level for level, _ in by_level(self.home, self.year)) if self.home else frozenset()

    def level(self, word: str) -> Division | None:
        """Return what a bare level word means here: 区, 市, 镇, 街道."""
        return self.levels.get(word)

    def place(self, name: str) -> Division | None:
        """Return the division of a name, full or with containers; None where neither table nor article knows it."""
        names = chain(name)
        if not names or "".join(names) != name:
            return None
        known = self.named.get(names[-1])
        if known is not None and all(any(outer in {n, short_name(n)} for n in known.path) for outer in names[:-1]):
            return known
        own = _of_home(names, self.home)
        return own or find(names, self.home, self.year) or find(names, self.county, self.year)

    @property
    def county(self) -> Division | None:
        """The county in which towns named alone lie, where the article speaks from a larger division."""
        return next((d for level in "区县旗" if seat_of(d := self.levels.get(level))), None)

    @property
    def seat(self) -> Division | None:
        """The county or township in which villages named alone lie."""
        return self.home if seat_of(self.home) else self.county

    def street(self, stem: str) -> Division | None:
        """Return the street that a paper calls by this name without 街道: 云门 for 云门街回族街道."""
        named = [d for d in self.named.values() if d.level == "街道" and d.name.startswith(stem)]
        return self.place(stem + "街道") or (named[0] if len(named) == 1 and len(stem) > 1 else None)

    def short(self, name: str) -> Division | None:
        """Return the division of the article that is meant by a name without its level: 川汇 in 川汇法院."""
        found = {d.name: d for d in (*self.levels.values(), *self.named.values()) if short_name(d.name) == name}
        return next(iter(found.values())) if len(found) == 1 else None


def context_of(article: Article, facts: Facts) -> Context:
    """Work out what level words mean: from the page's place, else from what the article names most."""
    counted = count_chains(facts)
    year = article.published.year if article.published else None
    named = Named(counted, year)
    home = of_locality(article.place) if article.place else None
    if home is None:
        found = find_home(article, facts, counted)
        home = (of_path(found, year=year) or named.unlisted(found, None)) if isinstance(found, tuple) else found
    divisions_named = named.all(home)
    levels = _levels(home, divisions_named, counted, year)
    return Context(levels=levels, named=divisions_named, home=home, year=year)


def find(names: Chain, home: Division | None, year: int | None) -> Division | None:
    """Find a chain of names in the tables, of namesakes the one nearest to the home; townships inside a county only."""
    near = home.code or "" if home is not None else ""
    if not TOWN.search(names[-1]):
        return of_path(names, near, year)
    if len(names) > 1:
        return township_in(seat_of(of_path(names[:-1], near, year)), names[-1])
    return township_in(seat_of(home), names[-1])


def _of_home(names: Chain, home: Division | None) -> Division | None:
    """Return the division of that name that an unlisted home lies in, whatever namesakes the tables have."""
    if home is None or home.code or names[-1] not in home.path:
        return None
    return Division(path=home.path[: home.path.index(names[-1]) + 1])


class Named:
    """The divisions that an article names, in the tables or not."""

    def __init__(self, counted: Counter[Chain], year: int | None) -> None:
        self._counted, self._year = counted, year
        self._within: dict[str, Chain] = {}
        for names in counted:
            if len(names) > 1:
                self._within.setdefault(names[-1], names)

    def all(self, home: Division | None) -> dict[str, Division]:
        """Return them by name: counties and above first, so that towns named alone find theirs."""
        found: dict[str, Division] = {}
        for names in sorted(self._counted, key=lambda n: (TOWN.search(n[-1]) is not None, len(n), n)):
            seat = _seat(home, found)
            division = _of_home(names, home) or find(names, seat, self._year) or self.unlisted(names, seat)
            if division is not None:
                found[names[-1]] = division
        return found

    def unlisted(self, names: Chain, home: Division | None) -> Division | None:
        """Place a division that the tables lack: under those printed before it, else under the article's home."""
        if len(names) > 1:
            outer = _of_home(names[:-1], home) or find(names[:-1], home, self._year)
            if outer is None and names[-2] not in self._within:
                outer = self.unlisted(names[:-1], home)
            return Division(path=(*(outer.path if outer else names[:-1]), names[-1]))
        if names[0] in self._within:
            return self.unlisted(self._within[names[0]], home)
        if home is not None and names[0] in home.path:
            return Division(path=home.path[: home.path.index(names[0]) + 1])
        if names[0] in divisions().codes:
            return None
        inside = home is not None and _may_hold(home, names[0])
        return Division(path=(*home.path, names[0]) if home is not None and inside else names)


def _may_hold(home: Division, name: str) -> bool:
    """Tell whether an unlisted division named alone lies in the home: a town in a county, a county in a prefecture."""
    if TOWN.search(name):
        return not TOWN.search(home.name)
    is_prefecture = home.level == "市" and len(home.code or "") in {0, _PREFECTURE}
    return is_prefecture and name[-1] in "县区旗"


def _seat(home: Division | None, found: dict[str, Division]) -> Division | None:
    """Return the county in which towns named alone lie: the home, or the one county named where the home is larger."""
    if home is None or home.code is None or len(home.code) > _PREFECTURE:
        return home
    counties = {d.code: d for d in found.values() if d.code and len(d.code) == _COUNTY}
    return next(iter(counties.values())) if len(counties) == 1 else home


def _levels(
    home: Division | None, named: dict[str, Division], counted: Counter[Chain], year: int | None
) -> dict[str, Division]:
    """Say what each level word means: the home's own chain, else the one division of the level that stands out."""
    levels: dict[str, Division] = {}
    for level, division in by_level(home, year) if home is not None else ():
        levels.setdefault(level, division)
    mentions: Counter[str] = Counter()
    for names, n in counted.items():
        mentions[named[names[-1]].name if names[-1] in named else names[-1]] += n
    for level, rivals in _rivals(named, mentions, year).items():
        told = [d for d in rivals if d.name in mentions] or rivals
        if len(told) == 1 or mentions[told[0].name] >= _CLEARLY * mentions[told[1].name]:
            levels.setdefault(level, told[0])
    return levels


def _rivals(named: dict[str, Division], mentions: Counter[str], year: int | None) -> dict[str, list[Division]]:
    """Return the divisions of each level that are named or contain one that is, most named first."""
    found: dict[str, dict[str, Division]] = {}
    for name in sorted(named, key=lambda n: (-mentions[named[n].name], n)):
        for level, above in by_level(named[name], year):
            found.setdefault(level, {}).setdefault(above.name, above)
    return {level: list(by_name.values()) for level, by_name in found.items()}


__all__ = ["Context", "Division", "context_of", "of_code"]
