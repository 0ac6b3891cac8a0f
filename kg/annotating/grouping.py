"""Which mentions of an event or campaign inside one article are one: equal names, one inside the other, abbreviations."""

import re
from collections import Counter
from dataclasses import dataclass

from kg.annotating.activities import Activity

_MARKS = re.compile(r"[\s“”‘’'\"《》〈〉（）()·•・]")
_NUMBERS = re.compile(r"\d+|第?[一二三四五六七八九十]+(?=[届次期批年月])|首(?=届)")
_FAMILIES = (
    (re.compile(r"^创文$|文明城市(?!提名)"), "文明城市"),
    (re.compile(r"^创卫$|卫生(?:城市|县城|城)"), "卫生城市"),
    (re.compile(r"^创森$|森林城市"), "森林城市"),
    (re.compile(r"^创园$|园林城市"), "园林城市"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one activity, in order, and the label of it."""

    label: str
    members: tuple[Activity, ...]


def normal(name: str) -> str:
    """Drop quotation marks, brackets and spaces."""
    return _MARKS.sub("", name)


def group_events(activities: tuple[Activity, ...]) -> tuple[Group, ...]:
    """Join the mentions of one event: the fullest name is the label."""
    groups: list[list[Activity]] = []
    for activity in activities:
        mine = next((g for g in groups if any(_same_event(a, activity) for a in g)), None)
        if mine is None:
            groups.append([activity])
        else:
            mine.append(activity)
    return tuple(Group(_event_label(g), tuple(g)) for g in groups)


def _event_label(group: list[Activity]) -> str:
    """The fullest name; of a deed told several times the first that body text has."""
    if group[0].rule.startswith("event.deed"):
        return group[0].label
    return max((a.label for a in group), key=lambda n: (len(normal(n)), n))


def _same_event(a: Activity, b: Activity) -> bool:
    x, y = sorted((normal(a.label), normal(b.label)), key=len)
    if x == y or a.rule == b.rule == "event.deed-inspection":  # the stations of one tour
        return True
    m, n = set(_NUMBERS.findall(x)), set(_NUMBERS.findall(y))
    if m and n and not (m <= n or n <= m):
        return False
    if (len(x) >= 3 and y.endswith(x) and len(y) > len(x)) or (len(x) >= 6 and x in y):
        return True
    return len(x) >= 6 and _dice(x, y) >= 0.75


def _dice(a: str, b: str) -> float:
    x, y = (Counter(s[i : i + 2] for i in range(len(s) - 1)) for s in (a, b))
    return 2 * sum((x & y).values()) / max(sum(x.values()) + sum(y.values()), 1)


def group_campaigns(activities: tuple[Activity, ...]) -> tuple[Group, ...]:
    """Join the mentions of one campaign: equal cores, or an abbreviation and what it abbreviates."""
    groups: dict[str, list[Activity]] = {}
    for activity in activities:
        groups.setdefault(campaign_key(activity.label), []).append(activity)
    return tuple(Group(_campaign_label(g), tuple(g)) for g in groups.values())


def campaign_key(name: str) -> str:
    """Return what names of one campaign share: its core, or the drive that an abbreviation stands for."""
    quoted = re.search(r"[“‘]([^“”‘’]{2,20})[”’](?=[^“”‘’、]{0,8}$)", name)
    bare = normal(quoted[1] if quoted else name)
    for pattern, family in _FAMILIES:
        if pattern.search(bare) and len(bare) <= 14:
            return family
    counted = re.match(r"^([一二三四五六七八九十两])大", bare)
    if counted:
        return counted.group() + bare[-2:]
    return re.sub(r"(?:工作|活动|行动|专项行动|专项整治|创建)+$", "", bare) or bare


def _campaign_label(group: list[Activity]) -> str:
    names = [a.label for a in group]
    return max(names, key=lambda n: (len(normal(n)), -names.index(n)))
