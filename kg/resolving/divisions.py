"""The table of administrative divisions: names, codes, and what contains what (GB/T 2260, down to townships)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property

from kg.errors import PlaceError
from kg.lexicon import table
from kg.model.source import Locality

TOWNSHIP = 9
"""Digits of the code of a township."""
SUFFIX = re.compile(
    r"(?:特别行政区|(?:[一-龥]{1,3}族)*自治[区州县旗]|街道办事处|街道|地区|[省市县区州盟旗镇乡])$",
)
_PART = re.compile(r"[一-龥]{1,12}?(?:自治区|自治州|自治县|自治旗|地区|街道|省|市|县|区|州(?![市县区])|盟|旗|镇|乡)")
_LONGEST = 12
"""Characters of a division's name at most."""
_DISTANCE = 5


class Divisions:
    """Divisions by code and by name. Codes have 2 (province), 4 (prefecture), 6 (county) or 9 (township) digits."""

    def __init__(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self.names: dict[str, str] = {row[0]: row[1] for row in rows}
        self.codes: dict[str, list[str]] = {}
        """Codes by full name."""
        for code, name in self.names.items():
            self.codes.setdefault(name, []).append(code)

    @cached_property
    def short_codes(self) -> dict[str, list[str]]:
        """Codes by name without suffix; made when first asked, for 45,000 names take a while."""
        found: dict[str, list[str]] = {}
        for code, name in self.names.items():
            found.setdefault(short_name(name), []).append(code)
        return found

    @cached_property
    def inside(self) -> dict[str, list[str]]:
        """Codes of townships by the code of their county."""
        found: dict[str, list[str]] = {}
        for code in self.names:
            if len(code) == TOWNSHIP:
                found.setdefault(code[:6], []).append(code)
        return found

    def container(self, code: str) -> str | None:
        """Return the code of the division that contains this one, None for a province."""
        for length in (6, 4, 2):
            if length < len(code) and code[:length] in self.names:
                return code[:length]
        return None

    def ancestors(self, code: str) -> Iterator[str]:
        """Give the division and all that contain it, smallest first."""
        current: str | None = code
        while current is not None:
            yield current
            current = self.container(current)

    def locality(self, code: str) -> Locality:
        """Return the division as the model has it."""
        return Locality(name=self.names[code], code=code)

    def named(self, name: str, within: str = "") -> list[str]:
        """Return the codes of all divisions of this full or short name inside the division `within`, largest first."""
        exact = [code for code in self.codes.get(name, ()) if code.startswith(within)]
        found = exact or [code for code in self.short_codes.get(name, ()) if code.startswith(within)]
        return sorted(found, key=lambda code: (len(code), code))


def short_name(name: str) -> str:
    """Return a division's name without its suffix: 川汇 of 川汇区; unchanged where less than two characters stay."""
    short = SUFFIX.sub("", name)
    return short if len(short) >= 2 else name


@cache
def divisions() -> Divisions:
    """Return provinces, prefectures and counties (3,300 rows)."""
    return Divisions(table("divisions"))


@cache
def townships() -> Divisions:
    """Return all levels, townships included (45,000 rows; loaded when first asked)."""
    return Divisions((*table("divisions"), *table("townships")))


def parts(path: str) -> tuple[str, ...]:
    """Split a place name into the names of its levels: 湖州市德清县 gives 湖州市, 德清县; others stay whole."""
    found: list[str] = []
    start = 0
    while start < len(path):
        name = _listed(path, start) or ((m := _PART.match(path, start)) and m.group()) or ""
        if not name:
            return (path,)
        found.append(name)
        start += len(name)
    return tuple(found)


def _listed(path: str, start: int) -> str:
    """Return the name of the table with which the path goes on, the longest; an empty one where none does."""
    longest = range(min(_LONGEST, len(path) - start), 1, -1)
    return next((path[start : start + n] for n in longest if path[start : start + n] in divisions().codes), "")


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
        return townships().locality(found[0])
    if found:
        choices = "、".join(f"{path_name(code)} {code}" for code in found[:_DISTANCE])
        raise PlaceError(
            f"{text} 不止一处 (is ambiguous): {choices}{' …' if len(found) > _DISTANCE else ''}; 请写上级或代码"
        )
    if len(parts(text)) > 1:
        return Locality(name=text)
    raise PlaceError(f"区划表中没有 {text} (is in no table): 请核对, 或连上级一起写, 如 某某市{text}")


def path_name(code: str) -> str:
    """Return the division's name with those that contain it: 河南省周口市川汇区."""
    table_ = townships()
    return "".join(table_.names[c] for c in reversed(tuple(table_.ancestors(code))))


def _by_code(text: str) -> Locality:
    code = text
    while code.endswith("00") and len(code) > 2 and code not in townships().names:
        code = code[:-3] if len(code) in {12, TOWNSHIP} else code[:-2]
    if code not in townships().names:
        raise PlaceError(f"区划表中没有代码 {text} (no such code): 请用国家统计局 2、4、6 或 9 位代码")
    return townships().locality(code)


def _by_path(text: str) -> list[str]:
    names = divisions()
    whole = names.named(text) or townships().named(text)
    if whole:
        largest = [code for code in whole if len(code) == len(whole[0])]
        return largest if names.names.get(whole[0]) else whole
    *above, last = parts(text)
    return [code for code in townships().named(last) if _lies_in(code, above)] if above else []


def _lies_in(code: str, above: list[str]) -> bool:
    containers = {townships().names[c] for c in townships().ancestors(code)}
    return all(name in containers for name in above)
