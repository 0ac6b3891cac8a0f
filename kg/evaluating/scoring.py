"""Precision, recall and F1 of each kind of fact: what was found matched one to one with what was told."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.evaluating.gold import Gold
from kg.evaluating.matching import plain, same_activity, same_organization, same_title, same_unit, told_by
from kg.model.facts import Facts, Figure, ResolvedArticle, Tenure, Thing

Told = TypeVar("Told")
Got = TypeVar("Got")

KINDS = ("person", "official", "post", "organization", "event", "campaign", "figure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of one kind: right, invented, missed; and what was invented and missed, in words."""

    right: int = 0
    invented: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        return Score(
            right=self.right + other.right, invented=self.invented + other.invented, missed=self.missed + other.missed
        )

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where nothing was found."""
        found = self.right + len(self.invented)
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """Share of what was told that was found; None where nothing was told."""
        told = self.right + len(self.missed)
        return self.right / told if told else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where nothing was told or found."""
        whole = 2 * self.right + len(self.invented) + len(self.missed)
        return 2 * self.right / whole if whole else None


def total(scores: Iterable[dict[str, Score]]) -> dict[str, Score]:
    """Add up the scores of several articles, kind by kind."""
    sums = dict.fromkeys(KINDS, Score())
    for each in scores:
        for kind in KINDS:
            sums[kind] += each[kind]
    return sums


def score(gold: Gold, articles: Sequence[ResolvedArticle]) -> dict[str, Score]:
    """Score what was found in the articles against the gold facts of them."""
    found = Found(articles)
    optional = {kind: tuple(map(plain, names)) for kind, names in gold.optional.items()}
    return {
        "person": _match(
            sorted(gold.persons), found.persons, lambda g, p: plain(g) == plain(p), optional["persons"], _itself
        ),
        "official": _match(
            sorted(gold.officials), found.officials, lambda g, p: plain(g) == plain(p), optional["persons"], _itself
        ),
        "post": _match(
            gold.posts, found.posts, lambda g, p: _same_post(g, p, gold), optional["persons"], lambda p: p[0]
        ),
        "organization": _organizations(gold, found, optional["organizations"]),
        "event": _activities(_events(gold, found), found.names("event"), optional["events"], gold.derived),
        "campaign": _activities(list(gold.campaigns), found.names("campaign"), optional["campaigns"]),
        "figure": _figures(gold, found, optional["figures"]),
    }


class Found:
    """What was found in some articles, by the names that they print."""

    def __init__(self, articles: Sequence[ResolvedArticle]) -> None:
        self.articles = articles
        self.forms: dict[tuple[int, str], frozenset[str]] = {}
        for number, article in enumerate(articles):
            for thing in article.facts.things:
                printed = {span.of(article.article.text) for span in thing.mentions}
                self.forms[number, thing.key] = frozenset({thing.label, *printed})
        people = [(n, t) for n, t in self._of("person")]
        self.persons = sorted({t.label for _, t in people})
        self.officials = sorted({t.label for _, t in people if t.official})
        self.posts = [
            post
            for n, a in enumerate(articles)
            for t in a.facts.tenures
            if (post := self._post(n, a.facts, t)) is not None
        ]
        self.figures = [figure for a in articles for figure in a.facts.figures]

    def _of(self, kind: str) -> Iterable[tuple[int, Thing]]:
        return ((n, t) for n, a in enumerate(self.articles) for t in a.facts.things if t.kind == kind)

    def names(self, kind: str) -> list[frozenset[str]]:
        """Return the names of each thing of a kind, things of one label joined."""
        joined: dict[str, set[str]] = {}
        for number, thing in self._of(kind):
            if thing.mentions:
                joined.setdefault(thing.label, set()).update(self.forms[number, thing.key])
        return [frozenset(names) for names in joined.values()]

    def _post(self, number: int, facts: Facts, tenure: Tenure) -> tuple[str, str, frozenset[str]] | None:
        person = next(t for t in facts.things if t.key == tenure.person)
        organization = self.forms[number, tenure.organization] if tenure.organization else frozenset[str]()
        return (person.label, tenure.title, organization) if person.official else None


def _itself(name: str) -> str:
    return name


def _same_post(told: tuple[str, str, str | None], found: tuple[str, str, frozenset[str]], gold: Gold) -> bool:
    if plain(told[0]) != plain(found[0]) or not same_title(told[1], found[1]):
        return False
    if told[2] is None:
        return True
    wanted = _aliases(told[2], gold)
    return any(same_organization(a, b) for a in wanted for b in found[2])


def _aliases(name: str, gold: Gold) -> frozenset[str]:
    known = {name}
    for pair in gold.aliases:
        if pair & known:
            known |= pair
    return frozenset(known)


def _organizations(gold: Gold, found: Found, optional: tuple[str, ...]) -> Score:
    told = list(dict.fromkeys(_aliases(name, gold) for name in gold.organizations))
    loose = (*optional, *(plain(n) for pair in gold.aliases for n in pair))

    def agrees(a: frozenset[str], b: frozenset[str]) -> bool:
        return any(same_organization(x, y) for x in a for y in b)

    free = [
        names
        for names in found.names("organization")
        if not any(same_organization(x, o) for x in names for o in loose) or any(agrees(t, names) for t in told)
    ]
    return _match(told, free, agrees, (), min)


def _events(gold: Gold, found: Found) -> list[frozenset[str]]:
    """Return the events that should be found: one that may be called a drive isn't missed among the campaigns."""

    def stands(label: str, kind: str) -> bool:
        return any(same_activity(label, name) for names in found.names(kind) for name in names)

    return [
        frozenset((e,)) for e in gold.events if e not in gold.either or stands(e, "event") or not stands(e, "campaign")
    ]


def _activities(
    told: Sequence[frozenset[str]],
    found: Sequence[frozenset[str]],
    optional: tuple[str, ...],
    derived: tuple[str, ...] = (),
) -> Score:
    def is_free(name: str) -> bool:
        return any(same_activity(name, o) for o in optional) or any(told_by(name, d) for d in derived)

    def agrees(a: frozenset[str], b: frozenset[str]) -> bool:
        return any(same_activity(x, y) for x in a for y in b)

    free = [names for names in found if any(agrees(t, names) for t in told) or not any(map(is_free, names))]
    return _match(told, free, agrees, (), min)


def _figures(gold: Gold, found: Found, optional: tuple[str, ...]) -> Score:
    vague = [*map(plain, gold.vague), *optional]
    free = [
        f
        for f in found.figures
        if f.value is not None and not any(v and (v in plain(f.as_written) or plain(f.as_written) in v) for v in vague)
    ]

    def agrees(told: tuple[float, str], figure: Figure) -> bool:
        return (
            figure.value is not None and abs(told[0] - float(figure.value)) < 1e-6 and same_unit(told[1], figure.unit)
        )

    unmatched = [
        f for f in found.figures if f.value is not None and f not in free and any(agrees(g, f) for g in gold.figures)
    ]
    return _match(
        gold.figures,
        [*free, *unmatched],
        agrees,
        (),
        lambda f: f.as_written if isinstance(f, Figure) else f"{f[0]:g}{f[1]}",
    )


def _match(
    told: Sequence[Told],
    found: Sequence[Got],
    same: Callable[[Told, Got], bool],
    optional: tuple[str, ...],
    name: Callable[..., str],
) -> Score:
    """Match one to one, as many as possible (augmenting paths); what is left over is missed or invented."""
    owner: dict[int, int] = {}

    def assign(i: int, seen: set[int]) -> bool:
        for j, got in enumerate(found):
            if j not in seen and same(told[i], got):
                seen.add(j)
                if j not in owner or assign(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    missed = tuple(name(item) for i, item in enumerate(told) if not assign(i, set()))
    invented = tuple(name(got) for j, got in enumerate(found) if j not in owner and plain(name(got)) not in optional)
    return Score(right=len(owner), invented=invented, missed=missed)
