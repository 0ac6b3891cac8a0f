"""Bodies of several articles: a short name that stands for one fuller name of its place (宏远公司)."""

from collections.abc import Sequence

from kg import expressions as re
from kg.model.candidate import Candidate, Decision
from kg.model.facts import Thing
from kg.model.source import Locality
from kg.resolving.chains import chain, chain_end
from kg.resolving.divisions import short_name
from kg.resolving.territory import contains, order_of, path_of

_FORM = re.compile(
    r"(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|股份公司|总公司|分公司|公司|厂|合作社|超市|医院|饭店|酒店|银行)$"
)
_FIRM = re.compile(r"(?:公司|集团|厂|合作社|超市|饭店|酒店)$")
_BLOCKS = re.compile(r"[一二三四五六七八九十\d]+|[东西南北](?=校区|分|院|门)|分公司|分院|分校|支行|联合社")
"""What tells bodies of like names apart: ordinals, branches."""
Name = tuple[str, Locality | None, str | None, Locality | None]
_CORE = 2
"""Characters at least that a firm's own name must have to stand for it."""


def is_shortened(thing: Thing) -> bool:
    """Tell whether a body's name may be a part of a fuller one: it begins with no division, or it is a firm's."""
    return bool(_FIRM.search(thing.label)) or not chain_end(thing.label)


def resolve_bodies(candidates: Sequence[Candidate]) -> list[Decision]:
    """Give short names the one fuller name of their place, and names of one body one jurisdiction."""
    names = {_identity(c): c for c in candidates}
    whole = {identity: _fuller(c, names) for identity, c in sorted(names.items(), key=lambda item: repr(item[0]))}
    return [
        Decision(
            article=c.article,
            key=c.key,
            label=fuller.label,
            jurisdiction=fuller.jurisdiction,
            scope=fuller.scope,
            rule="resolution.short-name-of-place",
            is_merged=True,
        )
        for c in candidates
        if (fuller := whole[_identity(c)]) is not None
    ]


def _identity(c: Candidate) -> Name:
    return (c.label, c.jurisdiction, c.scope, _place(c))


def _place(c: Candidate) -> Locality | None:
    return c.jurisdiction or c.home


def _fuller(short: Candidate, names: dict[Name, Candidate]) -> Candidate | None:
    """Return the one fuller name that a short name stands for; none where there is a choice or no place."""
    place = _place(short)
    if place is None or short.scope is not None or not _FIRM.search(short.label):
        return None
    near = [c for c in names.values() if _is_near(place, c) and c.scope is None]
    found = {c.label for c in near if _stands_for(short.label, c.label, place)}
    longest = max(found, key=lambda label: (len(label), label), default=short.label)
    if any(label != longest and not _stands_for(label, longest, place) for label in found):
        return None
    chosen = _placed([c for c in near if c.label == longest])
    return None if chosen is None or _identity(chosen)[:2] == _identity(short)[:2] else chosen


def _placed(bearers: list[Candidate]) -> Candidate | None:
    """Return the bearer of one name that says most closely where it lies; none where two say different places."""
    ordered = sorted(bearers, key=lambda c: (order_of(c.jurisdiction), order_of(_place(c))))
    first = ordered[0]
    inside = all(
        c.jurisdiction is None or contains(c.jurisdiction, first.jurisdiction or c.jurisdiction) for c in ordered
    )
    return first if inside else None


def _is_near(place: Locality, c: Candidate) -> bool:
    other = _place(c)
    return other is not None and (contains(place, other) or contains(other, place))


def _stands_for(short: str, full: str, place: Locality) -> bool:
    """Tell whether a name is the own name of a fuller one: 宏远公司, 宏远机械公司 of 临江宏远机械有限公司."""
    if short == full or len(short) >= len(full) or _BLOCKS.findall(short) != _BLOCKS.findall(full):
        return False
    core, whole = _core(short, place), _core(full, place)
    return len(core) >= _CORE and whole.startswith(core) and _kind(short) == _kind(full)


def _kind(name: str) -> str:
    m = _FORM.search(name)
    if m is None or "集团" in m.group():
        return "" if m is None else "集团"
    return "公司" if m.group().endswith("公司") else m.group()


def _core(name: str, place: Locality) -> str:
    """Return a firm's own name: without the place before it and the legal form behind it."""
    rest = name[sum(map(len, chain(name))) :] if chain(name) else name
    for division in (*path_of(place), *(short_name(each) for each in path_of(place))):
        rest = rest.removeprefix(division)
    return _FORM.sub("", rest)
