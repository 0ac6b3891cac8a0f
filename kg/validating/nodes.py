"""The graph under judgement: all graphs of a file as one, node by node, in memory or, where it is large, on disk."""

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Protocol

from kg.ports import Quad, Term
from kg.sorting import sort_lines
from kg.vocabulary import name

MEMORY_BYTES = 50_000_000
"""Size of a file whose graph is held in memory: some 200 MB then."""
_CACHED_NODES = 20_000
_CACHE_KIB = 16_000

Said = Mapping[Term, list[Term]]
"""What is said of one node: objects by predicate, sorted, each once."""
_NOTHING: Said = {}
_ABOVE = name("rdfs:subClassOf")


class Nodes(Protocol):
    """A graph that is asked node by node."""

    triples: int
    superclasses: Mapping[Term, frozenset[Term]]
    """What the graph itself says of classes: all that are above each one."""

    def __iter__(self) -> Iterator[tuple[Term, Said]]:
        """Give each subject with what is said of it, in order of code points."""

    def said(self, node: Term) -> Said:
        """Return what is said of a node; nothing, where it is no subject."""

    def subjects(self, predicate: Term, value: Term) -> list[Term]:
        """Return the nodes of which this is said, sorted; graphs on disk cannot tell."""

    def close(self) -> None:
        """Give back what is held on disk."""


def gather(quads: Iterable[Quad], *, on_disk: bool = False) -> Nodes:
    """Return the union of all graphs as nodes: in memory, or in a temporary file."""
    return DiskNodes(quads) if on_disk else MemoryNodes(_shared(quads))


class MemoryNodes:
    """Nodes in a dictionary; they can be asked backwards too."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        found: dict[Term, dict[Term, list[Term]]] = {}
        for subject, predicate, value, _ in quads:
            if (said := found.get(subject)) is None:
                found[subject] = {predicate: [value]}
            elif (values := said.get(predicate)) is None:
                said[predicate] = [value]
            else:
                values.append(value)
        self._about = {node: {p: _sorted(found[node][p]) for p in sorted(found[node])} for node in sorted(found)}
        self.triples = sum(len(values) for said in self._about.values() for values in said.values())
        self._inverse: dict[tuple[Term, Term], list[Term]] | None = None
        above = {node: said[_ABOVE] for node, said in self._about.items() if _ABOVE in said}
        self.superclasses: Mapping[Term, frozenset[Term]] = _closed(above)

    def __iter__(self) -> Iterator[tuple[Term, Said]]:
        yield from self._about.items()

    def said(self, node: Term) -> Said:
        """Return what is said of a node."""
        return self._about.get(node, _NOTHING)

    def subjects(self, predicate: Term, value: Term) -> list[Term]:
        """Return the nodes of which this is said."""
        if self._inverse is None:
            self._inverse = {}
            for node, said in self._about.items():
                for each, values in said.items():
                    for found in values:
                        self._inverse.setdefault((each, found), []).append(node)
        return self._inverse.get((predicate, value), [])

    def close(self) -> None:
        """Do nothing: memory goes by itself."""


class DiskNodes:
    """Nodes in a temporary SQLite file, a row a node: memory does not grow with the graph."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="validating-")
        self._base = sqlite3.connect(Path(self._folder.name) / "nodes.sqlite", isolation_level=None)
        for pragma in (f"cache_size = -{_CACHE_KIB}", "journal_mode = OFF", "synchronous = OFF"):
            self._base.execute(f"PRAGMA {pragma}")
        self._base.execute("CREATE TABLE node (iri TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID")
        self.triples = 0
        self._above: dict[Term, list[Term]] = {}
        lines = sort_lines(("\t".join(quad[:3]) for quad in quads), Path(self._folder.name))
        try:
            self._base.execute("BEGIN")
            self._base.executemany("INSERT INTO node VALUES (?, ?)", self._rows(lines))
            self._base.execute("COMMIT")
        except BaseException:
            self.close()
            raise
        self.said = lru_cache(maxsize=_CACHED_NODES)(self._look_up)
        self.superclasses: Mapping[Term, frozenset[Term]] = _closed(self._above)

    def __iter__(self) -> Iterator[tuple[Term, Said]]:
        for node, packed in self._base.execute("SELECT iri, said FROM node ORDER BY iri"):
            yield Term(node), _unpacked(packed)

    def subjects(self, predicate: Term, value: Term) -> list[Term]:
        """Refuse: shapes that ask backwards are run on a graph in memory."""
        raise NotImplementedError(f"{predicate} {value}")

    def close(self) -> None:
        """Remove the file."""
        self._base.close()
        self._folder.cleanup()

    def _rows(self, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
        split = (line.partition("\t") for line in lines)
        for subject, members in groupby(split, key=lambda parts: parts[0]):
            pairs = [tail for _, _, tail in members]
            self.triples += len(pairs)
            above = [Term(pair.partition("\t")[2]) for pair in pairs if pair.startswith(_ABOVE)]
            if above:
                self._above[Term(subject)] = above
            yield subject, "\n".join(pairs)

    def _look_up(self, node: Term) -> Said:
        row = self._base.execute("SELECT said FROM node WHERE iri = ?", (node,)).fetchone()
        return _unpacked(row[0]) if row else _NOTHING


def _shared(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Hold each predicate and object once, however often a file names it."""
    known: dict[Term, Term] = {}
    for subject, predicate, value, graph in quads:
        yield Quad(subject, known.setdefault(predicate, predicate), known.setdefault(value, value), graph)


def _sorted(values: list[Term]) -> list[Term]:
    return values if len(values) == 1 else sorted(set(values))


def _closed(above: Mapping[Term, list[Term]]) -> dict[Term, frozenset[Term]]:
    """Return all classes above each class."""
    closed = {}
    for node in above:
        found: set[Term] = set()
        waiting = list(above[node])
        while waiting:
            if (each := waiting.pop()) not in found:
                found.add(each)
                waiting.extend(above.get(each, ()))
        closed[node] = frozenset(found)
    return closed


def _unpacked(packed: str) -> Said:
    said: dict[Term, list[Term]] = {}
    for pair in packed.split("\n"):
        predicate, _, value = pair.partition("\t")
        said.setdefault(Term(predicate), []).append(Term(value))
    return said
