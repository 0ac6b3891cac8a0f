"""The embedded store: pyoxigraph on disk or in memory. This module and `terms` are all that knows pyoxigraph here.

Each triple stands in its named graph and once more in the default graph, which queries see. The union that Oxigraph
makes at query time repeats a triple for each graph it stands in: a join over 1,000 articles gave ten times its rows.
The copy costs a third more of disk and of loading time.

Chunks of 25,000 quads keep a bulk load below 70 MB; one load of two million takes 1.5 GB (measured with 0.5).
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import IO, Self, cast

import pyoxigraph as ox

from kg.errors import GraphError, QueryError, StoreError, UsageError
from kg.graphfile import SUFFIXES
from kg.model.table import Table
from kg.ports import Quad, Term, Triple
from kg.storing.results import Enough, Lines, read_rows
from kg.storing.terms import triple_of

CHUNK = 25_000


class EmbeddedStore:
    """A store in this process, on disk or in memory. Use it in a `with` statement, or call `close`."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def create(cls, directory: Path) -> Self:
        """Open a store on disk for writing; make it where there is none. Only one process may write at a time."""
        try:
            return cls(ox.Store(str(directory)))
        except OSError as failure:
            raise StoreError(
                f"{directory}: the store cannot be opened for writing ({failure}); "
                "is another kg at work on it? 存储无法写入，是否有另一个 kg 正在使用？",
            ) from failure

    @classmethod
    def open(cls, directory: Path) -> Self:
        """Open a store on disk for reading; several processes may. Raises `StoreError` where there is none."""
        try:
            return cls(ox.Store.read_only(str(directory)))
        except OSError as failure:
            raise StoreError(
                f"{directory}: no store that can be read ({failure}); build again with kg build 存储无法读取",
            ) from failure

    @classmethod
    def from_file(cls, path: Path) -> Self:
        """Read a graph file (.nq .trig .ttl …) into memory. Raises `GraphError` with the line."""
        if path.suffix.lower() not in SUFFIXES:
            raise UsageError(f"{path}: not a graph file we read 不识别的图文件后缀; use one of {', '.join(SUFFIXES)}")
        store = ox.Store()
        try:
            store.bulk_load(path=str(path), format=ox.RdfFormat.from_extension(path.suffix[1:].lower()))
            store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
        except SyntaxError as failure:
            raise GraphError(f"{path}:{failure.lineno}:{failure.offset}: {failure.msg} 无法解析") from failure
        except (OSError, ValueError) as failure:
            raise GraphError(f"{path}: cannot be read 无法读取: {failure}") from failure
        return cls(store)

    @classmethod
    def in_memory(cls, quads: Iterable[Quad] = ()) -> Self:
        """Make a store in memory that holds these quads."""
        store = cls(ox.Store())
        store.load(quads)
        return store

    def load(self, quads: Iterable[Quad]) -> int:
        """Add quads in chunks; return how many were given."""
        count = 0
        lines = map(_lines, quads)
        while chunk := list(islice(lines, CHUNK)):
            self._store.bulk_load("".join(chunk).encode(), format=ox.RdfFormat.N_QUADS)
            count += len(chunk)
        return count

    def load_graphs(self, graphs: Iterable[tuple[Term, bytes]]) -> None:
        """Add whole named graphs, each with its lines of N-Quads, in chunks; nothing is parsed twice."""
        chunk: list[bytes] = []
        size = 0
        for graph, lines in graphs:
            chunk += [lines, lines.replace(f" {graph} .\n".encode(), b" .\n")]
            size += lines.count(b"\n") * 2
            if size >= CHUNK:
                self._store.bulk_load(b"".join(chunk), format=ox.RdfFormat.N_QUADS)
                chunk, size = [], 0
        if chunk:
            self._store.bulk_load(b"".join(chunk), format=ox.RdfFormat.N_QUADS)

    def remove(self, quads: Iterable[Quad]) -> None:
        """Take single quads out."""
        for quad in quads:
            found = next(iter(ox.parse(" ".join((*quad, ".")), format=ox.RdfFormat.N_QUADS)))
            self._store.remove(found)
            self._remove_copy(found)

    def said(self, node: Term) -> dict[Term, list[Term]]:
        """Return what all graphs say of a node: objects by predicate, sorted."""
        found: dict[Term, list[Term]] = {}
        subject = ox.NamedNode(node[1:-1])
        for _, predicate, value in sorted(
            map(triple_of, self._store.quads_for_pattern(subject, None, None, ox.DefaultGraph()))
        ):
            found.setdefault(predicate, []).append(value)
        return found

    def leading_to(self, node: Term) -> list[tuple[Term, Term]]:
        """Return the nodes that lead to this one, each with the predicate, sorted."""
        quads = self._store.quads_for_pattern(None, None, ox.NamedNode(node[1:-1]), ox.DefaultGraph())
        return sorted((subject, predicate) for subject, predicate, _ in map(triple_of, quads))

    def quads_of(self, node: Term) -> set[Quad]:
        """Return the quads of named graphs in which a node is subject or object."""
        own = ox.NamedNode(node[1:-1])
        quads = [*self._store.quads_for_pattern(own, None, None), *self._store.quads_for_pattern(None, None, own)]
        return {
            Quad(*triple_of(quad), Term(str(quad.graph_name)))
            for quad in quads
            if isinstance(quad.graph_name, ox.NamedNode)
        }

    def drop(self, graph: Term) -> None:
        """Take a named graph out; nothing happens where there is none."""
        self.withdraw(graph, b"")

    def withdraw(self, graph: Term, lines: bytes) -> bytes:
        """Take out of a named graph what is not among these lines of N-Quads; return those that it lacks.

        A graph is brought to its next state so, for most of it stays; taking out costs far more than loading.
        """
        name = ox.NamedNode(graph[1:-1])
        former = {
            f"{' '.join((*triple_of(quad), graph))} .": quad
            for quad in self._store.quads_for_pattern(None, None, None, name)
        }
        wanted = dict.fromkeys(lines.decode().split("\n")[:-1])
        for line in former.keys() - wanted.keys():
            self._store.remove(former[line])
            self._remove_copy(former[line])
        if not wanted:
            self._store.remove_graph(name)
        return "".join(f"{line}\n" for line in wanted if line not in former).encode()

    def graphs(self) -> tuple[str, ...]:
        """Give the IRIs of the named graphs, sorted."""
        return tuple(sorted(str(name.value) for name in self._store.named_graphs()))

    def graph_lines(self, graph: str) -> bytes:
        """Give the N-Triples lines of one named graph, in the store's order."""
        return self._store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""

    def sorted_dump(self) -> Iterator[Quad]:
        """Give all quads in the order of their N-Quads lines, all in memory at once.

        Of the default graph only what stands in no other is given, its graph an empty term.
        """
        quads = list(self._store)
        named = {Quad(*triple_of(q), Term(str(q.graph_name))) for q in quads if isinstance(q.graph_name, ox.NamedNode)}
        copied = {quad[:3] for quad in named}
        alone = {triple_of(q) for q in quads if isinstance(q.graph_name, ox.DefaultGraph)} - copied
        return iter(sorted(named | {Quad(*triple, Term("")) for triple in alone}))

    def select(self, query: str, *, limit: int | None = None) -> Table:
        """Run a SELECT over the union of all graphs; keep at most `limit` rows."""
        answer = self._query(query)
        if not isinstance(answer, ox.QuerySolutions):
            raise QueryError("this is no SELECT query 不是 SELECT 查询")
        columns = tuple(str(variable.value) for variable in answer.variables)
        lines = Lines(limit)
        with suppress(Enough):
            answer.serialize(cast("IO[bytes]", lines), ox.QueryResultsFormat.TSV)
        found = lines.rows()
        return Table(
            columns=columns,
            rows=read_rows(found[:limit], len(columns)),
            truncated=limit is not None and len(found) > limit,
        )

    def construct(self, query: str, *, limit: int | None = None) -> Iterator[Triple]:
        """Run a CONSTRUCT or DESCRIBE over the union of all graphs; give at most `limit` triples."""
        answer = self._query(query)
        if not isinstance(answer, ox.QueryTriples):
            raise QueryError("this is no CONSTRUCT or DESCRIBE query 不是 CONSTRUCT 或 DESCRIBE 查询")
        return map(triple_of, islice(answer, limit))

    def ask(self, query: str) -> bool:
        """Run an ASK over the union of all graphs."""
        answer = self._query(query)
        if not isinstance(answer, ox.QueryBoolean):
            raise QueryError("this is no ASK query 不是 ASK 查询")
        return bool(answer)

    def optimize(self) -> None:
        """Compact the files on disk, which makes queries faster after a large load."""
        self._store.optimize()

    def close(self) -> None:
        """Write everything to disk and let go of the files."""
        if hasattr(self, "_store"):
            self._flush()
            del self._store

    def _remove_copy(self, quad: ox.Quad) -> None:
        """Take a triple out of the default graph, unless some named graph still holds it."""
        found = self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        if all(isinstance(each.graph_name, ox.DefaultGraph) for each in found):
            self._store.remove(ox.Quad(quad.subject, quad.predicate, quad.object))

    def _flush(self) -> None:
        try:
            self._store.flush()
        except (OSError, RuntimeError):  # a store that was opened for reading has nothing to flush
            return

    def _query(self, query: str) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        try:
            return self._store.query(query)
        except SyntaxError as failure:
            raise QueryError(f"the query does not parse: {failure} 查询语法有误") from failure
        except OSError as failure:
            raise StoreError(
                f"the store is damaged: {failure}; build again with kg build --force 存储已损坏"
            ) from failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def copy_store(directory: Path, target: Path) -> None:
    """Copy a closed store: its data files, which never change, by links where the disk can, so that nothing is copied.

    What is written to the copy does not show in the store it was made of.
    """
    target.mkdir()
    for path in directory.iterdir():
        if path.suffix == ".sst":
            try:
                os.link(path, target / path.name)
                continue
            except OSError:
                pass
        if path.name != "LOCK" and not path.name.startswith("LOG"):
            shutil.copyfile(path, target / path.name)


def _lines(quad: Quad) -> str:
    triple = f"{quad.subject} {quad.predicate} {quad.object}"
    return f"{triple} {quad.graph} .\n{triple} .\n"
