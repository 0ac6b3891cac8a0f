"""Events of several articles: the same day, the same place, a like name and people in common make one of two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import combinations

from kg import expressions as re
from kg.model.candidate import Candidate, Decision
from kg.model.source import Locality
from kg.resolving.chains import chain
from kg.resolving.clusters import Clusters
from kg.resolving.divisions import short_name
from kg.resolving.territory import contains, order_of, path_of

_VERB = re.compile(r"^(?:主持|组织|联合)?(?:召开|举行|举办|开展|组织|启动|参加|出席|承办)(?:了|的)?")
_LEVEL = re.compile(r"(?:全|我|本)?[省市县区州镇乡](?:级)?(?=[一-龥]{4})")
_YEAR = re.compile(r"\d{4}年度?|二〇..年")
_ORDINAL = re.compile(
    r"第?[一二三四五六七八九十百\d]+(?:届|次|期|批|季度|轮|场|阶段|周年)|[上下]半年|[初复决]赛|[春夏秋冬]季"
)
_GENERIC = re.compile(r"^(?:.{0,2}(?:活动|会议|仪式|培训班?|调研|检查|慰问|座谈会|比赛|宣传活动|大会))$")
"""Names that many events of a day bear."""
_LIKE = 0.62
"""Share of the bigrams of two names that must be common: below it lie meetings of one form on different matters."""
_CONTAINED = 4
"""Characters of a name at least that may be part of the other's."""
_LOOSE = {"other", "activity"}
_WEEK = timedelta(days=10)
"""How long before its report an event without a day may lie."""


@dataclass(frozen=True)
class Happening:
    """An event of an article with what it is compared by."""

    event: Candidate

    @cached_property
    def others(self) -> frozenset[str]:
        """People, bodies and places."""
        return frozenset((*self.event.agents, *self.event.places))

    @cached_property
    def types(self) -> frozenset[str]:
        """Types; none where they say nothing."""
        return frozenset() if not _LOOSE.isdisjoint(self.event.types) else frozenset(self.event.types)

    @cached_property
    def ordinals(self) -> frozenset[str]:
        """Words that tell it from others of a row."""
        return frozenset(_ORDINAL.findall(self.event.label))

    @cached_property
    def core(self) -> str:
        """What it is told by."""
        return _core(self.event.label, self.event.jurisdiction)


def resolve_events(candidates: Sequence[Candidate]) -> list[Decision]:
    """Decide which events of one region and month are one."""
    found = [Happening(c) for c in candidates]
    clusters = Clusters(range(len(candidates)), lambda a, b: _clash(candidates[a], candidates[b]))
    by_day: dict[date, list[int]] = {}
    for n, c in enumerate(candidates):
        for day in c.days[:1]:
            by_day.setdefault(day, []).append(n)
    pairs = [
        (-likeness, a, b)
        for day in sorted(by_day)
        for a, b in combinations(by_day[day], 2)
        if (likeness := _likeness(found[a], found[b]))
    ]
    clusters.join_all((a, b) for _, a, b in sorted(pairs))
    clusters.join_all(_undated(found, by_day, clusters))
    groups = [tuple(candidates[n] for n in group) for group in clusters]
    named: dict[tuple[object, ...], int] = {}
    for group in groups:
        identity = _identity(group)
        named[identity] = named.get(identity, 0) + 1
    return [d for group in groups for d in _decisions(group, is_shared=named[_identity(group)] > 1)]


def _clash(a: Candidate, b: Candidate) -> bool:
    """Tell whether two events cannot be one: of one article, or in places neither of which holds the other."""
    if a.article == b.article and a.key != b.key:
        return True
    if a.jurisdiction is None or b.jurisdiction is None:
        return True
    if a.jurisdiction == b.jurisdiction:
        return False
    return not (contains(a.jurisdiction, b.jurisdiction) or contains(b.jurisdiction, a.jurisdiction))


def _likeness(a: Happening, b: Happening) -> float:
    """Return how alike two events of a day are, 0 where they are not one; the cheapest questions first."""
    shared = not a.others.isdisjoint(b.others)
    if (a.others and b.others and not shared) or (a.types and b.types and a.types.isdisjoint(b.types)):
        return 0.0
    if (a.ordinals and b.ordinals and a.ordinals != b.ordinals) or _clash(a.event, b.event):
        return 0.0
    alike = 1.0 if a.core == b.core else _common(a.core, b.core)
    if alike == 1.0 and (shared or not _GENERIC.match(a.core)):
        return 1.0 + shared
    return alike + shared if alike >= _LIKE and shared else 0.0


@lru_cache(maxsize=65536)
def _core(label: str, place: Locality | None) -> str:
    """Return what an event is told by: its name without verb, year, level and 工作."""
    rest = _YEAR.sub("", _VERB.sub("", label))
    for division in path_of(place) if place else ():
        rest = rest.replace(division, "").replace(short_name(division), "")
    names = chain(rest)
    return re.sub(
        r"[“”‘’《》\s]|工作(?=.)", "", _LEVEL.sub("", rest[sum(map(len, names)) :] if names else rest, count=1)
    )


@lru_cache(maxsize=65536)
def _common(a: str, b: str) -> float:
    """Return the share of common bigrams, the shorter's own where it is part of the longer."""
    short, long = sorted((a, b), key=len)
    if len(short) >= _CONTAINED and short in long and not _GENERIC.match(short):
        return 0.9
    mine, theirs = ({x[n : n + 2] for n in range(len(x) - 1)} for x in (a, b))
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def _undated(
    found: Sequence[Happening], by_day: dict[date, list[int]], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    """Give the pairs of an event without a day and the only one of its name and people before its report."""
    for n, each in enumerate(found):
        published = each.event.published
        if each.event.days or published is None:
            continue
        days = (day for day in sorted(by_day) if published - _WEEK <= day <= published)
        near = [m for day in days for m in by_day[day] if _likeness(each, found[m]) >= 1.0]
        if len({clusters.of(m) for m in near}) == 1 and not all(each.others.isdisjoint(found[m].others) for m in near):
            yield n, near[0]


def _identity(group: tuple[Candidate, ...]) -> tuple[str, Locality | None, str | None]:
    """Return label, jurisdiction and first day of a cluster: the longest name of the smallest division."""
    dated = [c for c in group if c.days] or list(group)
    place = min((c.jurisdiction for c in dated), key=order_of)
    label = max((c.label for c in dated if c.jurisdiction == place), key=lambda each: (len(each), each))
    return label, place, dated[0].days[0].isoformat() if dated[0].days and place else dated[0].scope


def _decisions(group: tuple[Candidate, ...], *, is_shared: bool) -> Iterator[Decision]:
    label, place, scope = _identity(group)
    if is_shared:
        scope = f"{scope} {min(c.article for c in group)}"
    if len(group) == 1 and not is_shared:
        return
    for c in group:
        if (c.label, c.jurisdiction, c.scope) != (label, place, scope):
            yield Decision(
                article=c.article,
                key=c.key,
                label=label,
                jurisdiction=place,
                scope=scope,
                rule="resolution.event-of-one-day" if len(group) > 1 else "resolution.event-apart",
                is_merged=len(group) > 1,
            )
