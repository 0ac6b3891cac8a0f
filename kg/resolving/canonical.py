"""Canonical names of organizations: 区委 is 中共周口市川汇区委员会 where the article speaks from 川汇区."""

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import table
from kg.model.source import Locality
from kg.resolving.context import Context, Division

_LEVEL = re.compile(r"^(?:我|全|本|该)?(?P<level>省|市|县|区|州|盟|旗|镇|乡|街道)(?P<rest>.+)$")
_PLACE = re.compile(
    r"^(?P<place>(?:[一-龥]{1,10}?(?:自治区|自治州|自治县|地区|街道|省|市|县|区|州|盟|旗|镇|乡)){1,4})(?P<rest>[^省市县].*)$"
)
_STREET = re.compile(r"^(?P<stem>[一-龥]{2,10}?)(?:街道办事处|街道办|办事处|街道)(?P<rest>党工委|纪工委|人大工委)?$")
_OWN = re.compile(r"(?:有限公司|有限责任公司|集团|大学|股份公司|总公司)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Canonical:
    """The canonical name of an organization, its jurisdiction, and what else tells it apart (`scope`: the article)."""

    label: str
    jurisdiction: Locality | None
    local: bool
    """Only the article tells it apart: its place is unknown."""
    rule: str | None


@cache
def _organs() -> dict[str, str]:
    return {row[0]: row[1] for row in table("organs")}


def canonical(name: str, context: Context) -> Canonical:
    """Expand the printed name of an organization in its article's context."""
    bare = re.sub(r"[\s“”‘’]", "", name)
    street = _STREET.match(bare)
    if street is not None and (found := _street(bare, street, context)) is not None:
        return found
    for start in _splits(bare):
        division = context.place(bare[:start])
        if division is not None:
            return _expanded(division, bare[start:], "resolution.place-and-organ")
    m = _LEVEL.match(bare)
    if m is not None:
        division = context.level(m["level"])
        if division is None:
            return Canonical(label=name, jurisdiction=None, local=True, rule=None)
        return _expanded(division, m["rest"], "resolution.level-word")
    home = context.home.locality() if context.home else None
    if _OWN.search(bare):
        return Canonical(label=name, jurisdiction=None, local=False, rule=None)
    return Canonical(label=name, jurisdiction=home, local=home is None, rule=None)


def _splits(name: str) -> list[int]:
    """Where a place at the beginning of a name may end, longest first, something left behind it."""
    ends = [m.end() for m in re.finditer(r"自治[区州县]|地区|街道|[省市县区州盟旗镇乡]", name)]
    return [end for end in reversed(ends) if 2 < end < len(name)]


def _expanded(division: Division, rest: str, rule: str) -> Canonical:
    template = _organs().get(rest)
    label = template.replace("{}", division.full) if template else division.full + rest
    return Canonical(label=label, jurisdiction=division.locality(), local=False, rule=rule)


def _street(name: str, m: re.Match[str], context: Context) -> Canonical | None:
    stem = m["stem"]
    division = None
    for start in (*_splits(stem), 0):
        division = context.place(stem[start:] + "街道")
        if division is not None:
            break
    if division is None or not division.name.endswith("街道"):
        return None
    tail = m["rest"] or ""
    return Canonical(
        label=division.full + "办事处" + tail,
        jurisdiction=division.locality(),
        local=False,
        rule="resolution.street-office" if tail or name else None,
    )
