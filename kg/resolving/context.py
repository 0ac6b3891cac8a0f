"""Which province, prefecture, county and township an article speaks from: what 省, 市, 县 and 镇 mean in it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model.article import Article
from kg.model.facts import Facts
from kg.model.source import Locality
from kg.resolving.divisions import divisions, parts, short_name, townships

LEVEL_OF = {
    "省": "province",
    "市": "prefecture",
    "州": "prefecture",
    "盟": "prefecture",
    "县": "county",
    "区": "county",
    "旗": "county",
}
_TOWN = re.compile(r"[镇乡]$|街道$")
_PAPER = re.compile(r"([一-龥]{2,4}?)(?:日报|晚报|晨报|都市报|时报|新闻网|发布|融媒)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A division that an article names or stands in: its names from the largest down, and its code where the table has it."""

    path: tuple[str, ...]
    code: str | None = None

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path[-1]

    @property
    def full(self) -> str:
        """Prefecture and below: 周口市川汇区; a province only where nothing lies below it."""
        shown = self.path[1:] if len(self.path) > 1 and re.search(r"(?:省|自治区)$", self.path[0]) else self.path
        return "".join(shown)

    def locality(self) -> Locality:
        """Return it as the model has it; without code its path is its name."""
        return Locality(name=self.name if self.code else self.full, code=self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The divisions of an article by level word, and those it names."""

    levels: dict[str, Division] = field(default_factory=dict)
    named: dict[str, Division] = field(default_factory=dict)
    home: Division | None = None

    def level(self, word: str) -> Division | None:
        """Return what a bare level word means here: 区, 市, 我市, 镇."""
        return self.levels.get(word)

    def place(self, name: str) -> Division | None:
        """Return the division of a printed name, full or with containers, None where neither table nor article knows it."""
        known = self.named.get(name)
        if known is not None:
            return known
        return _from_table(name, self.home)


def context_of(article: Article, facts: Facts) -> Context:
    """Work out what level words mean: from the page's place, else from what the article names most."""
    chains = [
        parts(thing.label)
        for thing in facts.things
        if thing.kind in {"place", "organization"}
        for _ in thing.mentions or (None,)
    ]
    home = _home(article, chains)
    named = _named(chains, home)
    levels: dict[str, Division] = {}
    for division in _upwards(home):
        levels.setdefault(division.name[-1], division)
    for division in sorted(named.values(), key=lambda d: -sum(d.name in c for c in chains)):
        for above in _upwards(division):
            levels.setdefault("街道" if above.name.endswith("街道") else above.name[-1], above)
    if home is not None and home.name.endswith("市") and home.code and len(home.code) == 6:
        levels["市"] = home
    return Context(levels=levels, named=named, home=home)


def _home(article: Article, chains: list[tuple[str, ...]]) -> Division | None:
    if article.place is not None:
        return _of_locality(article.place)
    lead = _lead(article)
    counted = Counter(name for chain in chains for name in chain if re.search(r"[县区旗市]$", name) and len(name) >= 3)
    for name in divisions().codes:
        if len(name) >= 3 and name in lead and re.search(r"[县区旗市]$", name):
            counted[name] += 2
    best = sorted(counted, key=lambda n: (-counted[n], -_specific(n), lead.find(n) if n in lead else len(lead)))
    for name in best:
        division = _from_table(name, None, chains)
        if division is not None:
            return division
    paper = _paper(article)
    if paper is not None and not best:
        return paper
    return _from_chains(best[0], chains) if best else None


def _specific(name: str) -> int:
    return 0 if name.endswith("市") else 1


def _lead(article: Article) -> str:
    body = next(iter(article.of_role("paragraph")), None)
    headline = article.line_text("headline") or ""
    return headline + (body.of(article.text) if body else "")


def _paper(article: Article) -> Division | None:
    names = [article.newspaper or ""] + [b.organization.of(article.text) for b in article.bylines if b.organization]
    for name in names:
        m = _PAPER.search(name)
        if m:
            codes = divisions().named(m[1])
            if len(codes) == 1:
                return _of_code(codes[0])
    return None


def _of_locality(place: Locality) -> Division:
    if place.code:
        return _of_code(place.code)
    return Division(path=parts(place.name))


def _of_code(code: str) -> Division:
    table = townships() if len(code) > 6 else divisions()
    path = tuple(table.names[c] for c in reversed(tuple(table.ancestors(code))))
    return Division(path=path, code=code)


def _upwards(division: Division | None) -> Iterator[Division]:
    if division is None:
        return
    if division.code:
        table = townships() if len(division.code) > 6 else divisions()
        yield from (_of_code(code) for code in table.ancestors(division.code))
    else:
        for length in range(len(division.path), 0, -1):
            yield Division(path=division.path[:length])


def _from_table(name: str, home: Division | None, chains: list[tuple[str, ...]] | None = None) -> Division | None:
    """Find a printed place in the table: unique, or the one in the same prefecture or province as the article's home."""
    *above, last = parts(name)
    table = divisions()
    if re.search(r"(?:镇|乡|街道)$", last):
        return _township(last, home)
    codes = [c for c in table.named(last) if table.names[c] == last or len(last) == 2]
    for outer in above:
        inside = [
            c
            for c in codes
            if outer in {table.names[a] for a in table.ancestors(c)}
            or short_name(outer) in {short_name(table.names[a]) for a in table.ancestors(c)}
        ]
        codes = inside
    if len(codes) > 1 and home is not None and home.code:
        for length in (6, 4, 2):
            near = [c for c in codes if c.startswith(home.code[:length])]
            if near:
                codes = near
                break
    if len(codes) > 1 and chains is not None:
        around = {n for chain in chains for n in chain}
        codes = [c for c in codes if any(table.names[a] in around for a in table.ancestors(c) if a != c)]
    return _of_code(codes[0]) if len(codes) == 1 else None


def _township(name: str, home: Division | None) -> Division | None:
    if home is None or home.code is None:
        return Division(path=(*home.path, name)) if home is not None and home.name != name else None
    table = townships()
    county = home.code[:6]
    for code, entry in table.names.items():
        if len(code) == 9 and code.startswith(county) and _same_township(entry, name):
            return _of_code(code)
    return Division(path=(*_of_code(county).path, name)) if len(county) == 6 else None


def _same_township(entry: str, printed: str) -> bool:
    return _stem(entry) == _stem(printed) and bool(_stem(entry))


def _stem(name: str) -> str:
    return re.sub(r"(?:街)?(?:[一-龥]{1,2}族)?(?:街道办事处|街道|镇|乡|办事处)$", "", name)


def _named(chains: list[tuple[str, ...]], home: Division | None) -> dict[str, Division]:
    """The divisions an article names that the table lacks, with the container that some name of it prints."""
    found: dict[str, Division] = {}
    for chain in chains:
        for length, name in enumerate(chain, 1):
            if (
                not re.search(r"[省市县区州盟旗镇乡]$|街道$", name)
                or len(name) < 3
                or name in found
                and len(found[name].path) >= length
            ):
                continue
            if _from_table("".join(chain[:length]), home) is None or (
                home is not None and home.code is None and name in home.path
            ):
                found[name] = _attach(chain[:length], home)
    return found


def _attach(chain: tuple[str, ...], home: Division | None) -> Division:
    if home is not None:
        if chain[-1] in home.path:
            return Division(
                path=home.path[: home.path.index(chain[-1]) + 1], code=home.code if chain[-1] == home.name else None
            )
        if len(chain) == 1 and _TOWN.search(chain[0]) and not _TOWN.search(home.name):
            return Division(path=(*home.path, chain[0]))
    return Division(path=chain)


def _from_chains(name: str, chains: list[tuple[str, ...]]) -> Division:
    longest = max((c[: c.index(name) + 1] for c in chains if name in c), key=len, default=(name,))
    return Division(path=longest)
