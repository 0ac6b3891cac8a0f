"""Divisions that stand at the beginning of a name, from the largest down: 周口市, 川汇区 in 周口市川汇区民政局."""

from functools import cache, lru_cache

from kg import expressions as re
from kg.lexicon import entries
from kg.resolving.divisions import divisions, townships
from kg.resolving.former import formers

_PART = re.compile(r"[一-龥]{2,11}?(?:自治区|自治州|自治县|自治旗|地区|街道|[省市县区盟旗镇乡]|州(?![市县区]))")
_LEVEL = "省市县区州盟旗镇乡"
_LONGEST = 12
"""Characters of a division's name in the table that are looked at."""
_LONG = 4
"""Characters of a division's own name at most, where the table lacks it and no 族 stands in it."""
_NO_DIVISION = re.compile(
    r"(?:社|小|园|开发|景|辖|经开|高新|集聚|示范|功能|实验|工业|新|老|灾|片|街|湾|库|滩|合作|度假)区$|(?:城|超|夜|股|门|都)市$"
)
_SPECIAL = re.compile(
    r"(?:中共|中国共产党|共青团|团|政协|中国人民政治协商会议|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|国网)"
    r"(?=[一-龥]{2})"
)


@cache
def _ordinary() -> frozenset[str]:
    """Words that end like a division and are none: 社区, 城市."""
    return entries("generic_words", "level")


@lru_cache(maxsize=4096)
def chain(name: str) -> tuple[str, ...]:
    """Return the divisions with which a name begins; none where it begins with a bare level (区委) or no division."""
    special = _SPECIAL.match(name)
    start = special.end() if special else 0
    found: list[str] = []
    while start < len(name):
        names = _listed(name, start) or _unlisted(name, start)
        if not names:
            break
        found.extend(names)
        start += sum(map(len, names))
    return tuple(found)


def _listed(name: str, start: int) -> tuple[str, ...]:
    """Give the division of the table that the name goes on with, or a short one and a full one (海南|儋州市)."""
    codes, short, once = divisions().codes, divisions().short_codes, formers().named
    for length in range(min(_LONGEST, len(name) - start), 1, -1):
        if name[start : start + length] in codes or name[start : start + length] in once:
            return (name[start : start + length],)
    for outer in (2, 3):
        for length in range(2, _LONG + 2):
            at = start + outer
            if name[start:at] in short and len(name[at : at + length]) == length and name[at : at + length] in codes:
                return name[start:at], name[at : at + length]
    return ()


def _unlisted(name: str, start: int) -> tuple[str, ...]:
    part = None if name[start] in _LEVEL else _PART.match(name, start)
    known = part is not None and (part.group() in townships().codes or _is_division(part.group()))
    return (part.group(),) if part is not None and known else ()


def chain_end(name: str) -> int:
    """Return where the divisions at the beginning of a name end."""
    special = _SPECIAL.match(name)
    return (special.end() if special else 0) + sum(map(len, chain(name)))


def _is_division(name: str) -> bool:
    """Tell whether a name that the table lacks can be a division's."""
    own = re.sub(r"(?:自治[区州县旗]|街道|[省市县区州盟旗镇乡])$", "", name)
    if (len(own) > _LONG and "族" not in own) or _NO_DIVISION.search(name):
        return False
    return not any(name[-length:] in _ordinary() for length in range(2, len(name) + 1))
