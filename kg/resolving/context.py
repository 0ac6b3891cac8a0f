"""Which province, prefecture, county and township an article speaks from: what 省, 市, 县 and 镇 mean in it."""

import re
from collections import Counter
from dataclasses import dataclass, field

from kg.model.article import Article
from kg.model.facts import Facts
from kg.resolving.chains import chain
from kg.resolving.division import Division, of_code, of_locality, of_path, table_of, township_in
from kg.resolving.divisions import TOWNSHIP, divisions, short_name, townships

_BARE = re.compile(
    r"(?:(?<=[我全])|(?<![一-龥]))(?P<level>[省市县区州盟旗])(?=委|政府|人大|政协|纪委|[一-龥]{1,8}(?:局|办|会|院|工会|联|协|部)|领导)"
)
_OURS = re.compile(r"[我全](?P<level>[省市县区州盟旗])(?!级|国)")
_TOWN = re.compile(r"(?:[镇乡]|街道)$")
_HOME_LEVELS = "市县区州盟旗"
_PAPER = re.compile(r"([一-龥]{2,4}?)(?:日报|晚报|晨报|都市报|时报|新闻网|发布|融媒|广播电视台|电视台)")
_HEADLINE, _LEAD, _DATELINE, _PAPERS, _TOWNS = 3, 2, 4, 1, 2
"""What a name counts for by where it stands, a mention counting for one."""
_PREFECTURE = 4
"""Digits of the code of a prefecture."""
_CLEARLY = 2
"""How many times as often one of two divisions of a level must be named to be the one that is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The divisions of an article by level word, and those it names."""

    levels: dict[str, Division] = field(default_factory=dict)
    named: dict[str, Division] = field(default_factory=dict)
    home: Division | None = None

    def level(self, word: str) -> Division | None:
        """Return what a bare level word means here: 区, 市, 镇, 街道."""
        return self.levels.get(word)

    def place(self, name: str) -> Division | None:
        """Return the division of a printed name, full or with containers; None where neither table nor article knows it."""
        names = chain(name)
        if not names or "".join(names) != name:
            return None
        known = self.named.get(names[-1])
        if known is not None and all(any(outer in {n, short_name(n)} for n in known.path) for outer in names[:-1]):
            return known
        return find(names, self.home) or (find(names, self.county) if self.county else None)

    @property
    def county(self) -> Division | None:
        """The county in which towns named alone lie, where the article speaks from a larger division."""
        return next((d for level in "区县旗" if (d := self.levels.get(level)) is not None and d.code), None)

    def street(self, stem: str) -> Division | None:
        """Return the street that a paper calls by this name without 街道: 陈州 for 陈州街回族街道."""
        named = [d for d in self.named.values() if d.level == "街道" and d.name.startswith(stem)]
        return self.place(stem + "街道") or (named[0] if len(named) == 1 and len(stem) > 1 else None)

    def short(self, name: str) -> Division | None:
        """Return the division of the article that is meant by a name without its level: 川汇 in 川汇公安分局."""
        found = {d.name: d for d in (*self.levels.values(), *self.named.values()) if short_name(d.name) == name}
        return next(iter(found.values())) if len(found) == 1 else None


def context_of(article: Article, facts: Facts) -> Context:
    """Work out what level words mean: from the page's place, else from what the article names most."""
    counted = _counted(facts)
    home = of_locality(article.place) if article.place else _home(article, facts, counted)
    named: dict[str, Division] = {}
    for names in sorted(counted, key=lambda n: (_TOWN.search(n[-1]) is not None, len(n), n)):
        seat = (
            home if home is None or home.code is None or len(home.code) > _PREFECTURE else _only_county(named) or home
        )
        division = find(names, seat) or _unlisted(names, seat, counted)
        if division is not None:
            named[names[-1]] = division
    return Context(levels=_levels(home, named, counted), named=named, home=home)


def _only_county(named: dict[str, Division]) -> Division | None:
    """Return the one county that the article names, in which its towns must lie."""
    counties = [d for d in named.values() if d.code and len(d.code) > _PREFECTURE and d.level in "区县旗市"]
    return counties[0] if len(counties) == 1 else None


def _counted(facts: Facts) -> Counter[tuple[str, ...]]:
    """Count the chains of divisions with which names of places and organizations begin, each part of a chain too."""
    counted: Counter[tuple[str, ...]] = Counter()
    for thing in facts.things:
        if thing.kind in {"place", "organization"}:
            names = chain(thing.label)
            for length in range(1, len(names) + 1):
                counted[names[:length]] += max(len(thing.mentions), 1)
    return counted


def find(names: tuple[str, ...], home: Division | None) -> Division | None:
    """Find a chain of names in the tables; of namesakes the one nearest to the article's home; townships only inside a county."""
    if _TOWN.search(names[-1]):
        county = of_path(names[:-1], home.code or "" if home else "") if len(names) > 1 else _county(home)
        return township_in(county.code, names[-1]) if county is not None and county.code else None
    return of_path(names, home.code or "" if home else "")


def _county(division: Division | None) -> Division | None:
    return of_code(division.code[:6]) if division is not None and division.code and len(division.code) >= 6 else None


def _unlisted(names: tuple[str, ...], home: Division | None, counted: Counter[tuple[str, ...]]) -> Division | None:
    """Place a division that the table lacks: under those printed before it, else under the article's home."""
    if len(names) > 1:
        outer = find(names[:-1], home)
        return Division(path=(*(outer.path if outer else names[:-1]), names[-1]))
    longer = [other for other in counted if len(other) > 1 and other[-1] == names[0]]
    if longer:
        return _unlisted(longer[0], home, counted)
    if home is not None and names[0] in home.path:
        return Division(path=home.path[: home.path.index(names[0]) + 1])
    if names[0] in divisions().codes:
        return None
    if home is not None and _TOWN.search(names[0]) and not _TOWN.search(home.name):
        return Division(path=(*home.path, names[0]))
    return Division(path=names)


def _home(article: Article, facts: Facts, counted: Counter[tuple[str, ...]]) -> Division | None:
    """Choose the division from which the article speaks: of the level that it uses bare (县委, 我市), the one that stands out."""
    scores: Counter[tuple[str, ...]] = Counter(
        {names: n for names, n in counted.items() if names[-1][-1] in _HOME_LEVELS}
    )
    _score_lead(article, scores)
    _score_short(article, scores)
    _score_towns(counted, scores)
    if not scores:
        return None
    level = next(iter(_bare_levels(article, facts)), None)
    best = _best({names: n for names, n in scores.items() if level is None or names[-1][-1] == level})
    if best is not None:
        return of_path(best) or _unlisted(best, None, counted)
    return _around(scores) if level == "市" else None


def _around(scores: Counter[tuple[str, ...]]) -> Division | None:
    """Return the prefecture in which all divisions lie that the article names, where it names it nowhere."""
    found = [of_path(names) for names in scores]
    codes = {d.code[:_PREFECTURE] for d in found if d is not None and d.code}
    return of_code(codes.pop()) if len(codes) == 1 and None not in found else None


def _bare_levels(article: Article, facts: Facts) -> tuple[str, ...]:
    counted: Counter[str] = Counter(m["level"] for m in _OURS.finditer(article.text))
    for thing in facts.things:
        if thing.kind == "organization" and thing.label[:1] in _HOME_LEVELS:
            counted[thing.label[0]] += max(len(thing.mentions), 1)
    smallest = "旗县区州盟市"
    return tuple(
        sorted((level for level in counted if level in _HOME_LEVELS), key=lambda w: (-counted[w], smallest.index(w)))
    )


def _best(scores: dict[tuple[str, ...], int]) -> tuple[str, ...] | None:
    ordered = sorted(scores, key=lambda names: (-scores[names], -len(names), names))
    longest = (
        [names for names in ordered if names[-1] == ordered[0][-1] and len(names) >= len(ordered[0])] if ordered else []
    )
    return max(longest, key=len) if longest else None


def _score_lead(article: Article, scores: Counter[tuple[str, ...]]) -> None:
    """Count the full names of the table in headline and first paragraph."""
    lead = next((span.of(article.text) for span in article.of_role("paragraph")), "")
    for text, worth in (
        (article.line_text("headline") or "", _HEADLINE),
        (lead, _LEAD),
        (_dateline(article), _DATELINE),
    ):
        for names in list(scores):
            if names[-1] in text or (short_name(names[-1]) in text and worth != _LEAD):
                scores[names] += worth


def _dateline(article: Article) -> str:
    return (article.dateline.place or "") if article.dateline else ""


def _score_short(article: Article, scores: Counter[tuple[str, ...]]) -> None:
    """Count the short names in dateline, headline and the paper's name that mean one division only."""
    for text, worth in ((_dateline(article), _DATELINE), *((paper, _PAPERS) for paper in _papers(article))):
        found = [c for c in divisions().short_codes.get(text, ()) if len(c) > 2]
        if len(found) == 1:
            scores[(divisions().names[found[0]],)] += worth
    headline = article.line_text("headline") or ""
    for start in range(len(headline) - 1):
        for length in (2, 3):
            found = [c for c in divisions().short_codes.get(headline[start : start + length], ()) if len(c) > 2]
            if len(found) == 1:
                scores[(divisions().names[found[0]],)] += 1


def _papers(article: Article) -> list[str]:
    texts = [article.newspaper or "", *(b.organization.of(article.text) for b in article.bylines if b.organization)]
    return [m[1] for text in texts if (m := _PAPER.search(text))]


def _score_towns(counted: Counter[tuple[str, ...]], scores: Counter[tuple[str, ...]]) -> None:
    """Let the towns that are named without a county vote for the county that has most of them, if it has two."""
    towns = {names[0] for names in counted if len(names) == 1 and _TOWN.search(names[0])}
    if len(towns) < _TOWNS:
        return
    votes = Counter(
        code[:6]
        for town in sorted(towns)
        for code in {c[:6]: c for c in townships().codes.get(town, ()) if len(c) == TOWNSHIP}
    )
    first = votes.most_common(2)
    if first and first[0][1] >= _TOWNS and (len(first) == 1 or first[0][1] > first[1][1]):
        scores[(divisions().names[first[0][0]],)] += first[0][1] * _TOWNS


def _levels(
    home: Division | None, named: dict[str, Division], counted: Counter[tuple[str, ...]]
) -> dict[str, Division]:
    """Say what each level word means: the home's own chain first, else the one division of the level that stands out."""
    levels: dict[str, Division] = {}
    for division in home.upwards() if home is not None else ():
        levels.setdefault(division.level, division)
    if home is not None and home.level == "市":
        levels["市"] = home
    mentions = Counter({name: sum(n for names, n in counted.items() if names[-1] == name) for name in named})
    rivals: dict[str, list[Division]] = {}
    for name, _ in mentions.most_common():
        for above in named[name].upwards():
            if above.name not in {d.name for d in rivals.setdefault(above.level, [])}:
                rivals[above.level].append(above)
    for level, found in rivals.items():
        told = [d for d in found if d.name in mentions] or found
        if len(told) == 1 or mentions[told[0].name] >= _CLEARLY * mentions[told[1].name]:
            levels.setdefault(level, told[0])
    return levels


__all__ = ["Context", "Division", "context_of", "table_of"]
