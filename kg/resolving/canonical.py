"""Canonical names of organizations: 区委 is 中共周口市川汇区委员会 where the article speaks from 川汇区."""

from dataclasses import dataclass
from functools import cache

from kg import expressions as re
from kg.lexicon import table
from kg.model.source import Locality
from kg.resolving.chains import chain_end
from kg.resolving.context import Context
from kg.resolving.division import Division, level_of
from kg.resolving.settlements import find_settlement

_LEVEL = re.compile(r"^(?P<special>中共|共青团|团|政协)?[我全本该]?(?P<level>街道|[省市县区州盟旗镇乡])(?P<rest>.+)$")
_OFFICE = re.compile(
    r"^(?P<stem>[一-龥]{0,12}?)(?:街道办事处|街道办|办事处|街道)(?P<tail>党工委|纪工委|人大工委|团工委)?$"
)
_SPECIAL = re.compile(r"^(?:中共|中国共产党|共青团|政协|中国人民政治协商会议)")
_OWN = re.compile(r"(?:有限公司|有限责任公司|集团|大学|股份公司|总公司)$")
_STATE = ("局", "委", "法院", "检察院")
_GOES_ON = ("员会", "会", "路", "街")
"""What makes of an organ's short name the beginning of another word: 卫健委|员会, 法院|路."""
_WORD_OF_LEVEL = re.compile("市[场容民立]|市政(?!府|协|法)|[区县]域|[乡镇]村|省际")
"""Words that only begin like a level."""
_TERM = re.compile(r"^第?[一二三四五六七八九十]{1,3}届")
_CPPCC = re.compile(r"(?<=.)(?:第?[一二三四五六七八九十]{1,3}届)?政协(?:第?[一二三四五六七八九十]{1,3}届)?委员会$")
"""A committee of the CPPCC by its term: 县政协|第十届委员会, 县|第十届政协委员会."""
_LEAGUE = re.compile(r"^(?!共青)([一-龥]{2,3})团([省市县区州旗盟])委$")
"""The league's committee of a place by its short name: 湖州团市委."""
_PARTY = ("中共", "中国共产党")
_QUOTES = re.compile(r"[\s“”‘’]")
_COURT = "{}人民法院"
_PROVINCE = re.compile("[一-龥]{2,3}省|[一-龥]{2,8}自治区|(?:北京|天津|上海|重庆)市")
"""Places whose court is a high one."""
_COMMITTEE = {
    "": "中共{}委员会",
    "中共": "中共{}委员会",
    "中国共产党": "中共{}委员会",
    "团": "共青团{}委员会",
    "共青团": "共青团{}委员会",
    "政协": "中国人民政治协商会议{}委员会",
    "中国人民政治协商会议": "中国人民政治协商会议{}委员会",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Canonical:
    """The canonical name of an organization, its jurisdiction, and the rule that gave it."""

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
    bare = _LEAGUE.sub(r"共青团\1\2委", _CPPCC.sub("政协", _QUOTES.sub("", name)))
    found = _of_settlement(bare, context) or _office(bare, context)
    found = found or _of_place(bare, context) or _of_level(bare, context) or _of_short(bare, context)
    if found is not None:
        return found
    home = context.home.locality() if context.home else None
    if _OWN.search(bare):
        return Canonical(label=name, jurisdiction=None, local=False, rule=None)
    local = home is None or (_LEVEL.match(bare) is not None and not chain_end(bare))
    return Canonical(label=name, jurisdiction=None if local else home, local=local, rule=None)


def _of_settlement(name: str, context: Context) -> Canonical | None:
    """Name a community or village that acts, its committee or its party branch by the entry of the table."""
    found = find_settlement(name, context)
    if found is None:
        return None
    return Canonical(
        label=found.full, jurisdiction=found.division.locality(), local=False, rule="resolution.village-table"
    )


def _office(name: str, context: Context) -> Canonical | None:
    """Name an office of a street by its division, whatever the paper leaves out: 湖岸街道办事处, 办事处, 湖岸街道."""
    m = _OFFICE.match(name)
    if m is None:
        return None
    division = context.level("街道")
    if m["stem"]:
        start = chain_end(m["stem"] + "街道")
        path = m["stem"] + "街道"
        division = (context.place(path) if start == len(path) else None) or context.street(
            m["stem"][chain_end(m["stem"]) :]
        )
    if division is None or division.level != "街道":
        return None
    tail = m["tail"] or ""
    return Canonical(
        label=division.full + "办事处" + tail,
        jurisdiction=division.locality(),
        local=False,
        rule="resolution.street-office",
    )


def _of_place(name: str, context: Context) -> Canonical | None:
    special = _SPECIAL.match(name)
    start = special.end() if special else 0
    for end in _ends(name, start):
        division = context.place(name[start:end])
        if division is not None:
            return _expanded(
                division, special.group() if special else "", _rest(name, end), "resolution.place-and-organ"
            )
    return None


def _rest(name: str, end: int) -> str:
    """Return what follows the place of a name, without its level said twice (某区|区委, but 某市|市场监管局)."""
    level, rest = level_of(name[:end]), name[end:]
    return rest if rest == level or _WORD_OF_LEVEL.match(rest) else rest.removeprefix(level)


def _ends(name: str, start: int) -> list[int]:
    """Where the place at the beginning of a name may end, longest first, something left behind it."""
    limit = chain_end(name)
    ends = [m.end() for m in re.finditer(r"自治[区州县旗]|地区|街道|[省市县区州盟旗镇乡]", name[:limit])]
    return [end for end in reversed(ends) if start + 2 <= end < len(name)]


def _of_level(name: str, context: Context) -> Canonical | None:
    m = _LEVEL.match(name)
    division = context.level(m["level"]) if m else None
    if m is None or division is None:
        return None
    return _expanded(division, m["special"] or "", m["rest"], "resolution.level-word")


def _of_short(name: str, context: Context) -> Canonical | None:
    """Expand 川汇公安分局, 川汇法院 where the article has 川汇区 and the rest is an organ's name."""
    for length in (4, 3, 2):
        rest = name[length:]
        if (rest in _organs() or (rest in _bureaus() and rest.endswith(_STATE))) and (
            division := context.short(name[:length])
        ) is not None:
            return _expanded(division, "", rest, "resolution.short-place")
    return None


@cache
def _bureaus() -> frozenset[str]:
    return frozenset(row[0] for row in table("bureaus"))


def _expanded(division: Division, special: str, rest: str, rule: str) -> Canonical:
    return Canonical(
        label=_label(division.full, special, _TERM.sub("", rest)),
        jurisdiction=division.locality(),
        local=False,
        rule=rule,
    )


def _label(place: str, special: str, rest: str) -> str:
    if rest in {"委", "委员会"} and (special or rest == "委"):
        return _COMMITTEE[special].format(place)
    if special:
        own = _local(place, "委" + rest[3:] if rest.startswith("委员会") else rest) if special in _PARTY else ""
        return own if own.startswith(_PARTY) else special + place + rest
    return _local(place, rest)


def _local(place: str, rest: str) -> str:
    template, tail = _organ_of(rest)
    if template is not None:
        high = "高级" * (template == _COURT and _PROVINCE.fullmatch(place) is not None)  # 省法院
        return template.replace("{}", place + high) + tail
    if rest.startswith("委") and not rest.startswith("委会"):
        return f"中共{place}委员会{rest[1:]}"
    if rest.startswith("政府"):
        return f"{place}人民{rest}"
    return place + rest


def _organ_of(rest: str) -> tuple[str | None, str]:
    """Return the canonical name of the organ that is, or begins, what follows the place, and what it is followed by."""
    if rest in _organs():
        return _organs()[rest], ""
    for length in range(len(rest) - 2, 1, -1):
        organ, tail = rest[:length], rest[length:]
        if organ in _organs() and organ.endswith(_STATE) and not tail.startswith(_GOES_ON):
            return _organs()[organ], tail
    return None, rest
