"""Which mentions of an event in one article are one, those that only the headline names in its own words among them."""

from collections import deque
from collections.abc import Container, Mapping

from kg import expressions as re
from kg.annotating.activities import Activity
from kg.annotating.event_names import Name, normal, one_day
from kg.annotating.grouping import Group
from kg.model.source import Span

_COMPARED = 100
"""Names with which another is compared at most, the latest ones: more stand only in garbled text."""
_HEADLINE_DEEDS = frozenset(
    f"event.deed-{deed}" for deed in ("donation", "award", "signing", "enforcement", "disaster", "reception", "launch")
)
"""Deeds that a headline tells in its own words."""
_LEAD_EVENTS = 2
"""Events told first in the body, one of which the headline may mean."""
_LOCAL = re.compile(r"^(?:[一-龥]{1,7}?[省市县区镇乡村旗州盟])+")
_PLAIN = re.compile(r"活动|[大会]会|会议|仪式|[比大]赛|启动|主题|系列|工作|全[县市区国省]")
"""Words that say nothing of what an event is about."""


def group_events(
    activities: tuple[Activity, ...], titles: Container[Span] = (), days: Mapping[Span, str] | None = None
) -> tuple[Group, ...]:
    """Join the mentions of one event, each to the first group that has one like it: the fullest name is the label.

    What only the headline names, in its own words, is what the lead tells of that kind. `days` are those said before
    the mentions.
    """
    groups: list[list[Activity]] = []
    latest: deque[tuple[Name, int]] = deque(maxlen=_COMPARED)
    known: dict[tuple[str, str], int] = {}
    for activity in activities:
        name = Name(activity, (days or {}).get(activity.span, ""))
        alike = [number for other, number in latest if other.same(name)]
        if name.tour and name.day:  # what is told of no day is that day's, unless it was told of another
            other_days = {number for other, number in latest if other.tour and not one_day(other.day, name.day)}
            alike = [number for number in alike if number not in other_days]
        elif name.numbers and alike:  # a bare 运动会 in between joins no third one to the seventh
            others = {number for other, number in latest if not other.tour and not other.counts_with(name)}
            alike = [number for number in alike if number not in others]
        mine = min(alike, default=known.get(name.key))
        if mine is None:
            mine = len(groups)
            groups.append([])
        groups[mine].append(activity)
        if known.get(name.key) != mine:
            known[name.key] = mine
            latest.append((name, mine))
    return tuple(Group(_event_label(g), tuple(g)) for g in _with_headline(groups, titles))


def _with_headline(groups: list[list[Activity]], titles: Container[Span]) -> list[list[Activity]]:
    """Join each event that only the headline names with one of the first that the body does."""
    lead = [group for group in groups if any(a.main and a.span not in titles for a in group)][:_LEAD_EVENTS]
    joined: list[list[Activity]] = []
    for group in groups:
        alone = _only_in(group, titles)
        told = next((g for g in lead if _tells(g[0], group[0])), None) if alone else None
        if alone and told is None and lead and _resembles(lead[0], group[0], titles):
            told = lead[0]
        deed = next((g for g in groups if _does(g[0], group[0], titles)), None) if alone and told is None else None
        if deed is not None:
            deed.extend(group)
        elif told is None:
            joined.append(group)
        else:
            lead.remove(told)
            told[:0] = group
    return joined


def _only_in(group: list[Activity], titles: Container[Span]) -> bool:
    return group[0].span in titles and all(a.span in titles or not a.main for a in group)


def _resembles(body: list[Activity], headline: Activity, titles: Container[Span]) -> bool:
    """Tell whether the first event of the body is what the headline calls otherwise.

    护士日庆祝活动 in the headline, 庆祝第五个护士节暨表彰大会 in the body: names that share words, places aside.
    """
    if any(a.rule.startswith("event.deed") for a in (*body, headline)) or any(a.span in titles for a in body):
        return False
    x, y = Name(headline), Name(body[0])
    if x.apart(y) or not x.may_be(y):
        return False
    words, others = _PLAIN.sub("，", _LOCAL.sub("", x.bare)), _LOCAL.sub("", y.bare)
    shared = {words[i : i + 2] for i in range(len(words) - 1) if words[i : i + 2] in others}
    return len(shared) >= (1 if headline.types == body[0].types else 2)


def _does(body: Activity, headline: Activity, titles: Container[Span]) -> bool:
    """Tell whether the body tells a deed of the kind that the headline tells."""
    return body.rule == headline.rule and body.rule in _HEADLINE_DEEDS and body.span not in titles


def _tells(body: Activity, headline: Activity) -> bool:
    """Tell whether both are of a kind, end alike, and nothing sets them apart."""
    x, y = Name(headline), Name(body)
    if body.types != headline.types or x.bare[-2:] != y.bare[-2:] or x.apart(y):
        return False
    return not (x.numbers and y.numbers) or x.numbers <= y.numbers or y.numbers <= x.numbers


def _event_label(group: list[Activity]) -> str:
    """Return the fullest name; of a deed told several times the first that body text has."""
    if group[0].rule.startswith("event.deed"):
        return group[0].label
    return max((a.label for a in group), key=lambda n: (len(normal(n)), n))
