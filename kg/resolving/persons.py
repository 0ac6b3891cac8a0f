"""Persons of one name in several articles: which are one, by their posts, places and times.

Reporters are one by their paper, and never one with others. Those who hold a post are one where the posts can be
one person's: of one body, held together (副区长 and 公安局局长), or one after the other.
Whoever cannot be told stays apart.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations, product

from kg import expressions as re
from kg.model.candidate import Candidate, Decision, Post
from kg.model.source import Locality
from kg.resolving.clusters import Clusters
from kg.resolving.namesakes import identify
from kg.resolving.territory import seat_of

_STAFF = (
    "记者",
    "民警",
    "教师",
    "老师",
    "医生",
    "护士",
    "职工",
    "工人",
    "干部",
    "队员",
    "志愿者",
    "村民",
    "代表",
    "学生",
)
"""Ends of titles that many bear: two of them in two bodies are not one person's career."""
_GENERAL = (
    "委员会",
    "人民政府",
    "人大常委会",
    "常务委员会",
    "人民代表大会",
    "组织部",
    "宣传部",
    "统一战线工作部",
    "政法委员会",
)
"""Ends of names of bodies whose members head others too."""
_KINDS = (re.compile("[男女]"), re.compile("[一-龥]+族"), re.compile("[0-9]+"))
_SPEAKS = {"chair", "speaker", "leader", "host", "presenter"}
_NEAR = timedelta(days=3)
"""How far apart two reports may be that name a person without a post, and the same village, for one person."""
_TERM = timedelta(days=183)
"""How far from the reports of a post one without it may be, for one person."""


@dataclass(frozen=True)
class Profile:
    """Candidates that say the same of their person: seats, bodies, titles; compared once for all of them."""

    candidates: tuple[Candidate, ...]

    @property
    def one(self) -> Candidate:
        """A candidate for all: in what is compared they are alike, days and articles aside."""
        return self.candidates[0]

    @cached_property
    def days(self) -> frozenset[date]:
        """Days of the reports."""
        return frozenset(c.published for c in self.candidates if c.published)

    @cached_property
    def seats(self) -> frozenset[Locality]:
        """Counties or larger divisions of the bodies, else the article's own."""
        told = {seat_of(p.jurisdiction) for p in self.one.held if p.jurisdiction}
        here = self.one.jurisdiction or self.one.home
        return frozenset(told) or (frozenset((seat_of(here),)) if here else frozenset())

    @cached_property
    def units(self) -> frozenset[str]:
        """Bodies in which posts are held: towns and below by their place, others by label."""
        return frozenset(_unit(p) for p in self.one.held if p.organization)

    @cached_property
    def general(self) -> bool:
        """Whether one of the bodies is a committee or government, whose members head others too."""
        return any(unit.endswith(_GENERAL) for unit in self.units)

    @cached_property
    def titles(self) -> frozenset[str]:
        """Titles that tell who this is."""
        return frozenset(p.title for p in self.one.held if not p.title.endswith(_STAFF))

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """First and last day of the reports."""
        return (min(self.days), max(self.days)) if self.days else None


def _unit(post: Post) -> str:
    place = post.jurisdiction
    if place is not None and seat_of(place) != place:
        return place.code or place.name
    return post.organization or ""


def resolve_persons(candidates: Sequence[Candidate]) -> list[Decision]:
    """Decide who is one among the bearers of one name."""
    profiles = _profiles(candidates)
    faces = [_face(n, profile) for n, profile in enumerate(profiles)]
    clusters = Clusters(faces, lambda a, b: _clash(profiles[a], profiles[b]))
    signers = [n for n, profile in enumerate(profiles) if profile.one.reporter]
    clusters.join_all((a, b) for a, b in combinations(signers, 2) if _same_paper(profiles[a], profiles[b]))
    clusters.join_all(_by_post(profiles))
    clusters.join_all(_without_body(profiles, clusters))
    return identify([c for n in group for c in profiles[n].candidates] for group in clusters)


def _profiles(candidates: Sequence[Candidate]) -> list[Profile]:
    """Put together the candidates that say the same; those without a post stay single."""
    found: dict[tuple[object, ...], list[Candidate]] = {}
    for c in candidates:
        own = None if c.held or c.reporter else (c.article, c.key)
        said = (c.home, c.jurisdiction, c.newspaper if c.reporter else None, c.reporter, c.official, c.marks)
        found.setdefault((said, frozenset(c.held), own), []).append(c)
    return [Profile(tuple(group)) for group in found.values()]


def _same_paper(a: Profile, b: Profile) -> bool:
    """Tell whether two who sign articles sign one paper's."""
    if a.one.newspaper and b.one.newspaper:
        return a.one.newspaper == b.one.newspaper
    return bool(a.seats & b.seats)


def _face(number: int, profile: Profile) -> Hashable:
    """Return what a profile clashes by: without bodies, no more than what stands behind the name."""
    return number if profile.units else (profile.one.reporter, profile.one.marks)


def _clash(a: Profile, b: Profile) -> bool:
    """Tell whether two cannot be one person."""
    if a.one.reporter != b.one.reporter or _told_apart(a.one.marks, b.one.marks):
        return True
    return bool(a.days & b.days and a.units and b.units) and not _compatible(a, b)


def _told_apart(one: Sequence[str], two: Sequence[str]) -> bool:
    """Tell whether the paper prints different things behind the name: 男 and 女, two peoples, two years of birth."""
    for kind in _KINDS:
        mine, theirs = set(filter(kind.fullmatch, one)), set(filter(kind.fullmatch, two))
        if mine and theirs and not any(_alike(m, t) for m in mine for t in theirs):
            return True
    return False


def _alike(mark: str, other: str) -> bool:
    return mark == other or (mark.isdigit() and other.isdigit() and abs(int(mark) - int(other)) <= 1)


def _compatible(a: Profile, b: Profile) -> bool:
    """Tell whether posts can be held at one time: of one body, or one of them in a body whose members head others."""
    if a.units & b.units:
        return True
    return bool(a.seats & b.seats) and (a.general or b.general or _is_part(a, b))


def _is_part(a: Profile, b: Profile) -> bool:
    return any(x.startswith(y) or y.startswith(x) for x in a.units for y in b.units)


def _by_post(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Give the pairs that bodies make one, surest first: of one body; held together; one after the other."""
    holders = [n for n, p in enumerate(profiles) if p.units and not p.one.reporter]
    pairs = [(a, b, profiles[a], profiles[b]) for a, b in combinations(holders, 2)]
    yield from ((a, b) for a, b, p, q in pairs if p.units & q.units)
    careers = [pair for pair in pairs if pair[2].titles and pair[3].titles and pair[2].seats & pair[3].seats]
    yield from ((a, b) for a, b, p, q in careers if (p.general and q.general) or _is_part(p, q))
    spans = _spans(profiles)
    yield from ((a, b) for a, b, p, q in careers if p.one.official == q.one.official and _in_turn(p, q, spans))


def _spans(profiles: Sequence[Profile]) -> dict[str, tuple[date, date]]:
    """Return from when to when each body is reported as that of a bearer of the name."""
    days: dict[str, set[date]] = {}
    for profile in profiles:
        for unit in profile.units:
            days.setdefault(unit, set()).update(profile.days)
    return {unit: (min(found), max(found)) for unit, found in days.items() if found}


def _in_turn(a: Profile, b: Profile, spans: dict[str, tuple[date, date]]) -> bool:
    """Tell whether all bodies of one are reported before all of the other, so that one person changed his post."""
    if not all(unit in spans for unit in a.units | b.units):
        return False
    pairs = [(spans[x], spans[y]) for x in a.units for y in b.units]
    return all(x[1] < y[0] for x, y in pairs) or all(y[1] < x[0] for x, y in pairs)


def _without_body(profiles: Sequence[Profile], clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Give the pairs of those named without a body: by title, near in time and village, or the one official there."""
    vague = [n for n, p in enumerate(profiles) if not p.units and not p.one.reporter]
    yield from sorted({*_of_one_title(vague, profiles), *_of_one_village(vague, profiles)})
    holders = [n for n, p in enumerate(profiles) if p.units and p.titles and not p.one.reporter]
    for a in vague:
        p = profiles[a]
        if p.one.posts and not p.titles:
            continue
        if p.titles or not _SPEAKS.isdisjoint(p.one.roles):
            near = [b for b in holders if p.seats & profiles[b].seats and _within(p, profiles[b])]
            if len({clusters.of(b) for b in near}) == 1:
                yield a, near[0]


def _of_one_title(vague: Sequence[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    bearers: dict[tuple[Locality, str], list[int]] = {}
    for n in vague:
        for seat, title in product(profiles[n].seats, profiles[n].titles):
            bearers.setdefault((seat, title), []).append(n)
    for group in bearers.values():
        yield from combinations(group, 2)


def _of_one_village(vague: Sequence[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Give the pairs without titles that articles of a few days name beside one village."""
    named: dict[tuple[Locality, str], list[tuple[date, int]]] = {}
    for n in vague:
        for c in () if profiles[n].titles else profiles[n].candidates:
            if c.published is not None:
                for seat, place in product(profiles[n].seats, c.places):
                    named.setdefault((seat, place), []).append((c.published, n))
    for group in map(sorted, named.values()):
        for later, (day, n) in enumerate(group):
            near = group[bisect_left(group, (day - _NEAR, -1)) : later]
            yield from ((min(n, m), max(n, m)) for _, m in near if n != m)


def _within(a: Profile, b: Profile) -> bool:
    """Tell whether all days of one are near the reports of the other."""
    if a.span is None or b.span is None:
        return False
    return b.span[0] - _TERM <= a.span[0] and a.span[1] <= b.span[1] + _TERM
