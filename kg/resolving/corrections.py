"""The corrections file: lines by which a user mends what was decided, read with the place of every mistake.

Fields stand between tabs: what to do, a thing, a value, and, if one likes, why. Lines that begin with `#` and empty
lines are skipped. A thing is called by its IRI, or by the IRI of the evidence where it is named: that one stays the
same whatever else is added, and is the thing as that article has it.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from kg import expressions as re
from kg.errors import UsageError
from kg.model.facts import EventType

Action = Literal["same", "different", "is-a", "rename", "reject", "alias"]
ACTIONS: tuple[Action, ...] = get_args(Action)
CLASSES = ("official", "private", *get_args(EventType))
"""What a thing can be said to be: of a person with or without public post, or of an event."""
FACTS = ("tenure", "participation", "figure")
_IRI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[!-~]+")


class CorrectionError(UsageError):
    """A line of a corrections file that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One line: `thing` and, of `same` and `different`, `value` are IRIs of things or of where they are named."""

    line: int
    action: Action
    thing: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """The lines of a file, in their order."""

    entries: tuple[Correction, ...] = ()
    file: str = ""
    same: dict[str, str] = field(default_factory=dict)
    """What is said to be one, from the name given first to the last of its chain."""

    def of(self, action: Action) -> tuple[Correction, ...]:
        """Return the lines of one kind."""
        return tuple(entry for entry in self.entries if entry.action == action)

    @property
    def references(self) -> frozenset[str]:
        """All IRIs that the lines speak of."""
        values = (entry.value for entry in self.entries if entry.action in {"same", "different"})
        return frozenset((*(entry.thing for entry in self.entries), *values))

    def unfit(self, fitted: Iterable[int]) -> tuple[str, ...]:
        """Describe the lines that fit nothing, given the numbers of those that did."""
        known = set(fitted)
        return tuple(
            f"{self.file}:{entry.line}: 未对应任何内容 (fits nothing): {entry.action} {entry.thing}; "
            "请用 kg explain 核对 IRI (kg explain shows the IRIs)"
            for entry in self.entries
            if entry.line not in known
        )


def read_corrections(path: Path) -> Corrections:
    """Read a corrections file. Raises `CorrectionError` with file and line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CorrectionError(f"{path}: 更正文件无法读取 (cannot be read): {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path}: 更正文件须为 UTF-8 编码 (must be UTF-8): {error}") from error
    return parse_corrections(text, path.name)


def parse_corrections(text: str, file: str) -> Corrections:
    """Read the text of a corrections file. Raises `CorrectionError` with file and line."""
    entries = tuple(
        _entry(line.split("\t"), number, file)
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip() and not line.startswith("#")
    )
    _check_twice(entries, file)
    return Corrections(entries=entries, file=file, same=_chains(entries, file))


def _entry(fields: list[str], line: int, file: str) -> Correction:
    action, thing, value = (*(each.strip() for each in fields[:3]), "", "")[:3]
    where = f"{file}:{line}"
    if action not in ACTIONS:
        near = difflib.get_close_matches(action, ACTIONS, 1)
        hint = f"; {near[0]}?" if near else ""
        raise CorrectionError(
            f"{where}: 没有此种更正 (no such correction): {action!r}; {' '.join(ACTIONS)}，后接制表符 (and a tab){hint}"
        )
    if not _IRI.fullmatch(thing):
        raise CorrectionError(
            f"{where}: 第二栏须为 IRI (the second field must be an IRI): {thing!r}; 栏间用制表符 (tabs)"
        )
    if not value and action != "reject":
        raise CorrectionError(f"{where}: {action} 缺第三栏 (the third field is missing); 栏间用制表符 (tabs)")
    if action in {"same", "different"} and not _IRI.fullmatch(value):
        raise CorrectionError(f"{where}: 第三栏须为 IRI (the third field must be an IRI): {value!r}")
    if action == "is-a" and value not in CLASSES:
        raise CorrectionError(f"{where}: 没有此类 (no such class): {value!r}; {' '.join(CLASSES)}")
    if action == "reject" and value and value.partition(" ")[0] not in FACTS:
        raise CorrectionError(f"{where}: 没有此种事实 (no such fact): {value!r}; {' '.join(FACTS)}")
    return Correction(line=line, action=action, thing=thing, value=value)


def _check_twice(entries: tuple[Correction, ...], file: str) -> None:
    """Refuse lines that contradict each other."""
    said: dict[tuple[str, str], Correction] = {}
    for entry in entries:
        if entry.action in {"same", "rename"}:
            first = said.setdefault((entry.action, entry.thing), entry)
            if first.value != entry.value:
                raise CorrectionError(
                    f"{file}:{entry.line}: 与第 {first.line} 行矛盾 (contradicts line {first.line}): {entry.thing}"
                )
    pairs = {frozenset((e.thing, e.value)): e.line for e in entries if e.action == "same"}
    for entry in entries:
        line = pairs.get(frozenset((entry.thing, entry.value)))
        if entry.action == "different" and line:
            raise CorrectionError(f"{file}:{entry.line}: 与第 {line} 行矛盾 (contradicts line {line}): same, different")


def _chains(entries: tuple[Correction, ...], file: str) -> dict[str, str]:
    """Return for what is said to be the same as another the last of its chain. Raises `CorrectionError` for a cycle."""
    steps = {entry.thing: entry for entry in entries if entry.action == "same"}
    found = {}
    for start in steps:
        lines: list[int] = []
        at = start
        while at in steps:
            if steps[at].line in lines:
                cycle = ", ".join(map(str, sorted(lines)))
                raise CorrectionError(
                    f"{file}:{min(lines)}: same 成环 (a cycle), 行 lines {cycle}; 请删去一行 (drop one)"
                )
            lines.append(steps[at].line)
            at = steps[at].value
        found[start] = at
    return found
