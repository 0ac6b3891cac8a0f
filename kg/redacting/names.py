"""Masks for names: 张某某 for 张小满, as papers themselves print whom they do not name."""

from functools import cache

from kg.lexicon import entries

SOMEBODY = "某"
_BESIDE = frozenset(" 　·•・")
"""What stands between the characters of a name and stays."""


def initials(name: str) -> str:
    """Return a name of which the surname alone stays; of a name with a middle dot its first character."""
    return _covered(name, 1 if "·" in name else _surname(name))


def nobody(name: str) -> str:
    """Return a name of which nothing stays."""
    return _covered(name, 0)


def _surname(name: str) -> int:
    plain = "".join(each for each in name if each not in _BESIDE)
    return 2 if len(plain) > 2 and plain[:2] in _compounds() else 1


@cache
def _compounds() -> frozenset[str]:
    return entries("surnames", "compound")


def _covered(name: str, kept: int) -> str:
    out = []
    for each in name:
        if each in _BESIDE:
            out.append(each)
        else:
            out.append(each if kept > 0 else SOMEBODY)
            kept -= 1
    return "".join(out)
