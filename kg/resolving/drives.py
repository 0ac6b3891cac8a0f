"""Campaigns of several articles: an abbreviation stands for the full name in its place, within a few years."""

from collections.abc import Sequence
from functools import cache

from kg import expressions as re
from kg.lexicon import table
from kg.model.candidate import Candidate, Decision

_QUOTED = re.compile(r"[“‘《](?P<name>[^”’》]{2,})[”’》]")
_TAIL = re.compile(r"(?:(?:专项)?(?:工作|活动|行动|工程|整治|治理|攻坚战|攻坚))+$")
_YEARS = 2
"""Years within which an abbreviation may stand for a full name."""
_SHORTEST = 4


@cache
def _abbreviations() -> dict[str, str]:
    return {row[0]: row[1] for row in table("campaign_abbreviations")}


def resolve_campaigns(candidates: Sequence[Candidate]) -> list[Decision]:
    """Decide which campaigns of one place and core are one."""
    return _decisions([c for c in candidates if c.scope is None])


def core_of(label: str) -> str:
    """Return what a campaign is told by: the name in quotes, an abbreviation's full name, without 工作 and the like."""
    quoted = _QUOTED.search(label)
    if quoted and not label[: quoted.start()]:
        return quoted["name"]
    bare = _TAIL.sub("", label)
    for short, full in _abbreviations().items():
        if bare == short:
            return full
    return bare if len(bare) >= _SHORTEST else label


def _decisions(group: list[Candidate]) -> list[Decision]:
    labels = {c.label for c in group}
    if len(labels) == 1:
        return []
    full = [c for c in group if c.label not in _abbreviations() and _TAIL.sub("", c.label) not in _abbreviations()]
    if not full:
        return []
    kept = min(full, key=lambda c: c.report).label
    return [
        Decision(
            article=c.article,
            key=c.key,
            label=kept,
            jurisdiction=c.jurisdiction,
            scope=None,
            rule="resolution.campaign-of-one-name",
            is_merged=True,
        )
        for c in group
        if c.label != kept and (c in full or any(_in_time(c, other) for other in full))
    ]


def _in_time(a: Candidate, b: Candidate) -> bool:
    return a.published is None or b.published is None or abs(a.published.year - b.published.year) <= _YEARS
