"""The division that a user means by a name, a path of names, or a code."""

import re
import unicodedata

from kg.errors import PlaceError
from kg.model.source import Locality
from kg.resolving.divisions import TOWNSHIP, divisions, parts, townships
from kg.resolving.former import formers
from kg.resolving.hierarchy import ancestors, locality_of, name_of, names_around
from kg.resolving.villages import VILLAGE

_CHOICES = 5
"""Namesakes that a message shows."""


def find_division(place: str) -> Locality:
    """Find the division that a user means by a name, a path of names or a code.

    A name (川汇区, 川汇) must be unique; a path (周口市川汇区) settles namesakes. A path that the table does not have
    is taken as it stands, without code, for former and invented places; a single unknown name is an error.
    Raises `PlaceError`, with what to write instead.
    """
    text = unicodedata.normalize("NFC", place).strip()
    if text.isascii() and text.isdigit():
        return _by_code(text)
    if not re.fullmatch(r"[一-龥]{2,30}", text):
        raise PlaceError(
            f"{place!r} 不是地名 (is no place): 请用全名、“市＋区县”或行政区划代码, 如 川汇区、周口市川汇区、411602"
        )
    found = _by_path(text)
    if len(found) == 1:
        return locality_of(found[0])
    if found:
        choices = "、".join(f"{path_name(code)} {code}" for code in found[:_CHOICES])
        raise PlaceError(
            f"{text} 不止一处 (is ambiguous): {choices}{' …' if len(found) > _CHOICES else ''}; 请写上级或代码"
        )
    if len(parts(text)) > 1:
        return Locality(name=text)
    raise PlaceError(f"区划表中没有 {text} (is in no table): 请核对, 或连上级一起写, 如 某某市{text}")


def path_name(code: str) -> str:
    """Return the division's name with those that contain it: 河南省周口市川汇区."""
    return "".join(name_of(c) or "" for c in reversed(tuple(ancestors(code))))


def _by_code(text: str) -> Locality:
    code = text
    while code.endswith("00") and len(code) > 2 and name_of(code) is None:
        code = code[:-3] if len(code) in {VILLAGE, TOWNSHIP} else code[:-2]
    if (once := formers().coded.get(code)) and code not in divisions().names:
        return locality_of(once[-1].meant)
    if name_of(code) is None:
        raise PlaceError(f"区划表中没有代码 {text} (no such code): 请用国家统计局 2、4、6、9 或 12 位代码")
    return locality_of(code)


def _by_path(text: str) -> list[str]:
    names = divisions()
    whole = names.named(text) or townships().named(text)
    if whole:
        largest = [code for code in whole if len(code) == len(whole[0])]
        return largest if names.names.get(whole[0]) else whole
    *above, last = parts(text)
    current = townships().named(last) if above else []
    once = [former.meant for former in formers().named.get(last, ())]
    found = ([code for code in codes if set(above) <= set(names_around(code))] for codes in (current, once))
    return next((list(dict.fromkeys(codes)) for codes in found if codes), [])
