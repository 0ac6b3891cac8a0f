"""The files of a build in its index: what is known of each, and which of their contents must be read (again).

A file is known by its name, relative to the input as given. A file given again stands in the place of the former one
of its name; files of equal bytes are one source of several names.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from kg.errors import InputError
from kg.model.source import Issue, Locality
from kg.pipeline.batches import content_of
from kg.pipeline.index import Index
from kg.pipeline.metadata import Metadata
from kg.reading import Entry, Source

BREAK = "\n"
"""Parts the names of a source: no name holds it, and it sorts before whatever names are made of."""
Work = tuple[Source, Issue]
FileRow = tuple[str, str, int, str, int, str | None, str]
"""A file as the index has it: name, content, size, issue, rank, what a catalogue says, where its bytes are."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What must be done: contents to read, and contents that are no more."""

    work: tuple[Work, ...]
    gone: tuple[str, ...]
    unchanged: int
    """Number of the sources given that the index holds as they are."""


NOTHING = Plan((), (), 0)


class Inventory:
    """The files and sources that an index holds."""

    def __init__(self, index: Index) -> None:
        self._base = index.base

    def take(self, sources: Iterable[Source], metadata: Metadata, default: Issue) -> Plan:
        """Enter the files given, in the places of those of their names; say what must be read."""
        given = {content_of(source): source for source in sources}
        touched = dict.fromkeys(given)
        for name in {name for source in given.values() for name in source.names}:
            touched.update(dict.fromkeys(self._forget(name)))
        for content, source in given.items():
            places = {name: each for each in source.twins or (source,) for name in each.names}
            for name, each in places.items():
                self._enter(name, content, replace(source, path=each.path, entry=each.entry), metadata, default)
        return self._plan(touched, given)

    def strike(self, names: Iterable[str]) -> Plan:
        """Take files out; say what must be read again because it has lost a name."""
        touched = dict.fromkeys(content for name in names for content in self._forget(name))
        return self._plan(touched, {})

    def again(self, contents: Iterable[str]) -> Plan:
        """Plan to read sources once more as they are. Raises `InputError` where one is not there any more."""
        found = (self._source(content) for content in contents)
        return Plan(tuple((self._at_hand(source, None), issue) for source, issue in filter(None, found)), (), 0)

    def has(self, name: str) -> bool:
        """Tell whether a file of this name is known."""
        return self._base.execute("SELECT 1 FROM file WHERE name = ?", (name,)).fetchone() is not None

    def names(self) -> list[str]:
        """Return the names of all files, sorted."""
        return [name for (name,) in self._base.execute("SELECT DISTINCT name FROM file ORDER BY name")]

    def files(self) -> Iterator[FileRow]:
        """Give what is known of each file, for another index to take over."""
        yield from self._base.execute("SELECT name, content, size, issue, rank, catalogue, place FROM file")

    def take_over(self, rows: Iterable[FileRow]) -> Plan:
        """Enter what another index knew of files that this one does not know; say what must be read."""
        touched: dict[str, None] = {}
        for row in rows:
            if not self.has(row[0]):
                self._base.execute("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                touched[row[1]] = None
        return self._plan(touched, {})

    def _forget(self, name: str) -> list[str]:
        rows = self._base.execute("DELETE FROM file WHERE name = ? RETURNING content", (name,)).fetchall()
        return [content for (content,) in rows]

    def _enter(self, name: str, content: str, source: Source, metadata: Metadata, default: Issue) -> None:
        issue = metadata.issue((name,), default)
        row = (
            name, content, source.size, issue_text(issue), int(metadata.find((name,)) is None),
            None if source.issue is None else issue_text(source.issue), _place_text(source),
        )  # fmt: skip
        self._base.execute("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def _plan(self, touched: Iterable[str], given: dict[str, Source]) -> Plan:
        work: list[Work] = []
        gone: list[str] = []
        unchanged = 0
        for content in touched:
            known = self._base.execute("SELECT mark FROM source WHERE content = ?", (content,)).fetchone()
            found = self._source(content)
            if found is None:
                gone += [content] if known else []
            elif known is not None and known[0] == _mark(*found):
                unchanged += content in given
            else:
                source, issue = found
                work.append((self._at_hand(source, given.get(content)), issue))
        for source, issue in work:
            self._base.execute(
                "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?)",
                (content_of(source), BREAK.join(source.names), source.size, issue_text(issue), _mark(source, issue)),
            )
        self._base.executemany("DELETE FROM source WHERE content = ?", ((content,) for content in gone))
        return Plan(tuple(sorted(work, key=lambda each: each[0].names)), tuple(gone), unchanged)

    def _source(self, content: str) -> Work | None:
        """Put a source together from its files: all their names, the issue of the first that the metadata speaks of."""
        rows = self._base.execute(
            "SELECT name, size, issue, rank, catalogue, place FROM file WHERE content = ? ORDER BY name", (content,)
        ).fetchall()
        if not rows:
            return None
        issue = min(rows, key=lambda row: row[3])[2]
        catalogue = next((row[4] for row in rows if row[4] is not None), None)
        source = _placed(rows[0][5])
        return replace(
            source,
            names=tuple(row[0] for row in rows),
            sha256="" if source.problem is not None else content,
            size=rows[0][1],
            issue=None if catalogue is None else issue_from(catalogue),
        ), issue_from(issue)

    def _at_hand(self, source: Source, given: Source | None) -> Source:
        """Return the source with bytes that can be read now: those given, else those of a file that is still there."""
        if given is not None:
            return replace(source, path=given.path, entry=given.entry, data=given.data, problem=given.problem)
        rows = self._base.execute("SELECT place FROM file WHERE content = ?", (content_of(source),))
        for (place,) in rows:
            found = _placed(place)
            candidate = replace(source, path=found.path, entry=found.entry)
            if source.problem is not None or _is_there(candidate):
                return candidate
        raise InputError(
            f"{source.names[0]}: must be read again, but is not where it was, or has changed 须重新读取，但原文件已移动"
            "或更改; give it to kg build once more, or take it out with kg remove"
        )


def issue_text(issue: Issue) -> str:
    """Write an issue as JSON."""
    return json.dumps(asdict(issue), default=date.isoformat, ensure_ascii=False, sort_keys=True)


def issue_from(text: str) -> Issue:
    """Read what `issue_text` wrote."""
    told = json.loads(text)
    return Issue(
        newspaper=told["newspaper"],
        published=date.fromisoformat(told["published"]) if told["published"] else None,
        page=told["page"],
        place=Locality(**told["place"]) if told["place"] else None,
    )


def _mark(source: Source, issue: Issue) -> str:
    """Return what changes with anything that the articles of a source depend on, its bytes aside."""
    catalogue = None if source.issue is None else issue_text(source.issue)
    return json.dumps([source.names, issue_text(issue), catalogue, source.refused, source.problem], ensure_ascii=False)


def _place_text(source: Source) -> str:
    return json.dumps(
        {
            "path": None if source.path is None else str(source.path.absolute()),
            "entry": None if source.entry is None else asdict(source.entry),
            "is_mets": source.is_mets,
            "refused": source.refused,
            "problem": source.problem,
        }
    )


def _placed(text: str) -> Source:
    told = json.loads(text)
    return Source(
        names=("",),
        sha256="",
        size=0,
        path=None if told["path"] is None else Path(told["path"]),
        entry=None if told["entry"] is None else Entry(**told["entry"]),
        is_mets=told["is_mets"],
        refused=tuple(told["refused"]),
        problem=told["problem"],
    )


def _is_there(source: Source) -> bool:
    try:
        with source.open() as file:
            digest = hashlib.sha256()
            while chunk := file.read(1 << 20):
                digest.update(chunk)
            return digest.hexdigest() == source.sha256
    except Exception:  # noqa: BLE001 whatever keeps it from being read, archives included
        return False
