"""Who is to be forgotten, without saying who: graves, in a file that later builds respect.

A grave holds no name and no IRI, which is a hash of the name, but scrypt (RFC 7914) of name and jurisdiction with a
salt of its own: names are few enough to be tried one by one, and this makes each try cost. Where a name stood in an
article in which it was not told as this person's, the grave says where, by the hash of the source.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.model.facts import Thing
from kg.model.source import Span

_VERSION = "graves-1"
"""Key under which the file holds them."""
_COST, _BLOCK, _LANES = 2**15, 8, 1
"""32 MB and some 0.1 s a try."""
_MEMORY = 128 * _COST * _BLOCK * 2
_SALT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Stretches of one article's text where the name stands: offsets into its text before masks, start and end."""

    source: str
    """Hash of the source."""
    start: int
    """Where the article begins in it."""
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grave:
    """One person to be forgotten."""

    salt: str
    digest: str
    places: tuple[Place, ...] = ()

    def is_of(self, name: str, jurisdiction: str | None) -> bool:
        """Tell whether a person of this name and jurisdiction is the one. Takes some 0.1 s, once a process."""
        return _digest(name, jurisdiction, self.salt) == self.digest


@dataclass(frozen=True, slots=True)
class Graves:
    """All persons to be forgotten."""

    all: tuple[Grave, ...] = ()

    def holds(self, person: Thing) -> bool:
        """Tell whether a person of an article is to be forgotten."""
        tag = tag_of(person)
        return any(grave.is_of(person.label, tag) for grave in self.all)

    def spans(self, source: str, start: int) -> tuple[Span, ...]:
        """Return where in this article a forgotten name stands that nothing tells."""
        found = (p for grave in self.all for p in grave.places if (p.source, p.start) == (source, start))
        return tuple(sorted(Span(*span) for place in found for span in place.spans))


def tag_of(thing: Thing) -> str | None:
    """Return what stands for the jurisdiction of a person in his identity: its code, else its name."""
    return None if thing.jurisdiction is None else thing.jurisdiction.code or thing.jurisdiction.name


def bury(name: str, jurisdiction: str | None, places: Sequence[Place] = ()) -> Grave:
    """Make a grave, with a new salt."""
    salt = os.urandom(_SALT).hex()
    return Grave(salt=salt, digest=_digest(name, jurisdiction, salt), places=tuple(places))


def read_graves(path: Path) -> Graves:
    """Read a file of graves; none where there is no file.

    Raises `UsageError` where it is damaged: nothing is built then, for who was to be forgotten would come back.
    """
    if not path.exists():
        return Graves()
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Graves(tuple(_grave(each) for each in told[_VERSION]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"{path}: 遗忘名单已损坏 / damaged ({type(error).__name__}: {error}); restore it from a copy: without it "
            "persons who were to be forgotten would come back 请用备份恢复，否则已遗忘者会重新出现"
        ) from error


def write_graves(path: Path, graves: Iterable[Grave]) -> None:
    """Write a file of graves, sorted, whole or not at all."""
    rows = sorted((asdict(grave) for grave in graves), key=lambda row: row["digest"])
    text = json.dumps({_VERSION: rows}, indent=2, ensure_ascii=True) + "\n"
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


def _grave(told: dict[str, Any]) -> Grave:
    salt, digest = told["salt"], told["digest"]
    if len(bytes.fromhex(salt)) != _SALT or len(bytes.fromhex(digest)) != 32:
        raise ValueError("salt or digest of the wrong length")
    return Grave(salt=salt, digest=digest, places=tuple(_place(each) for each in told["places"]))


def _place(told: dict[str, Any]) -> Place:
    spans = tuple((int(start), int(end)) for start, end in told["spans"])
    if any(not 0 <= start < end for start, end in spans):
        raise ValueError("a stretch without length")
    return Place(source=str(told["source"]), start=int(told["start"]), spans=spans)


@lru_cache(maxsize=100_000)
def _digest(name: str, jurisdiction: str | None, salt: str) -> str:
    words = f"{name}\x1f{jurisdiction or ''}".encode()
    digest = hashlib.scrypt(words, salt=bytes.fromhex(salt), n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=32)
    return digest.hex()
