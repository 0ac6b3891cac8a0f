"""The embedded store: pyoxigraph on disk or in memory. This module and `terms` are all that knows pyoxigraph here.

Each triple stands in its named graph and once more in the default graph, which queries see. The union that Oxigraph
makes at query time repeats a triple for each graph it stands in: a join over 1,000 articles gave ten times its rows.
The copy costs a third more of disk and of loading time.

In memory the copies are a store of their own: there a pattern walks the list of all quads of a thing, and a thing that
a hundred articles mention would be met a hundred times. Queries that name graphs are asked of the other store, into
which the copies come when the first such query does. The copies of a chunk are put in order, so that what is said of
one thing lies together in memory: joins take a quarter less time. A graph file is one store, since opening it takes
longer than any query, and is a third quicker so.

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

from kg import expressions as re
from kg.errors import GraphError, QueryError, StoreError, UsageError
from kg.graphfile import SUFFIXES
from kg.model.table import Table
from kg.ports import Quad, Term, Triple
from kg.storing.results import Enough, Lines, read_rows
from kg.storing.terms import triple_of

CHUNK = 25_000

_NAMES_GRAPHS = re.compile(r"(?<![\w:?$])(?:GRAPH|FROM)(?![\w:])", re.IGNORECASE)
_COPY = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


class EmbeddedStore:
    """A store in this process, on disk or in memory. Use it in a `with` statement, or call `close`."""

    def __init__(self, store: ox.Store, graphs: ox.Store | None = None) -> None:
        """Take the store of the default graph, and that of the named graphs where it is another."""
        self._store = store
        self._graphs = store if graphs is None else graphs
        self._apart = graphs is not None
        self._copied = False

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
            store.update(_COPY)
        except SyntaxError as failure:
            raise GraphError(f"{path}:{failure.lineno}:{failure.offset}: {failure.msg} 无法解析") from failure
        except (OSError, ValueError) as failure:
            raise GraphError(f"{path}: cannot be read 无法读取: {failure}") from failure
        return cls(store)

    @classmethod
    def in_memory(cls, quads: Iterable[Quad] = ()) -> Self:
        """Make a store in memory that holds these quads."""
        store = cls(ox.Store(), ox.Store())
        store.load(quads)
        return store

    def load(self, quads: Iterable[Quad]) -> int:
        """Add quads in chunks; return how many were given."""
        count = 0
        remaining = iter(quads)
        while chunk := list(islice(remaining, CHUNK)):
            copies = "".join(f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in chunk)
            named = "".join(f"{quad.subject} {quad.predicate} {quad.object} {quad.graph} .\n" for quad in chunk)
            self._add(named.encode(), copies.encode())
            count += len(chunk)
        return count

    def load_graphs(self, graphs: Iterable[tuple[Term, bytes]]) -> None:
        """Add whole named graphs, each with its lines of N-Quads, in chunks; nothing is parsed twice."""
        named: list[bytes] = []
        copies: list[bytes] = []
        size = 0
        for graph, lines in graphs:
            named.append(lines)
            copies.append(lines.replace(f" {graph} .\n".encode(), b" .\n"))
            size += lines.count(b"\n") * 2
            if size >= CHUNK:
                self._add(b"".join(named), b"".join(copies))
                named, copies, size = [], [], 0
        self._add(b"".join(named), b"".join(copies))

    def remove(self, quads: Iterable[Quad]) -> None:
        """Take single quads out."""
        for quad in quads:
            found = next(iter(ox.parse(" ".join((*quad, ".")), format=ox.RdfFormat.N_QUADS)))
            self._remove(found)

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
        quads = [*self._graphs.quads_for_pattern(own, None, None), *self._graphs.quads_for_pattern(None, None, own)]
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
            for quad in self._graphs.quads_for_pattern(None, None, None, name)
        }
        wanted = dict.fromkeys(lines.decode().split("\n")[:-1])
        for line in former.keys() - wanted.keys():
            self._remove(former[line])
        if not wanted:
            self._graphs.remove_graph(name)
        return "".join(f"{line}\n" for line in wanted if line not in former).encode()

    def graphs(self) -> tuple[str, ...]:
        """Give the IRIs of the named graphs, sorted."""
        return tuple(sorted(str(name.value) for name in self._graphs.named_graphs()))

    def graph_lines(self, graph: str) -> bytes:
        """Give the N-Triples lines of one named graph, in the store's order."""
        return self._graphs.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""

    def sorted_dump(self) -> Iterator[Quad]:
        """Give all quads in the order of their N-Quads lines, all in memory at once.

        Of the default graph only what stands in no other is given, its graph an empty term.
        """
        named = {
            Quad(*triple_of(quad), Term(str(quad.graph_name)))
            for quad in self._graphs
            if isinstance(quad.graph_name, ox.NamedNode)
        }
        copied = {quad[:3] for quad in named}
        default = self._store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        alone = set(map(triple_of, default)) - copied
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
            del self._store, self._graphs

    def _add(self, named: bytes, copies: bytes) -> None:
        """Add lines of quads, and of the triples in them."""
        if self._apart:
            self._graphs.bulk_load(named, format=ox.RdfFormat.N_QUADS)
            self._store.bulk_load(b"".join(sorted(copies.splitlines(keepends=True))), format=ox.RdfFormat.N_QUADS)
            self._copied = False
        else:
            self._store.bulk_load(named + copies, format=ox.RdfFormat.N_QUADS)

    def _remove(self, quad: ox.Quad) -> None:
        """Take a quad out, and its triple out of the default graph, unless some named graph still holds it."""
        self._graphs.remove(quad)
        found = self._graphs.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        if all(isinstance(each.graph_name, ox.DefaultGraph) for each in found):
            copy = ox.Quad(quad.subject, quad.predicate, quad.object)
            self._store.remove(copy)
            self._graphs.remove(copy)

    def _flush(self) -> None:
        try:
            self._store.flush()
        except (OSError, RuntimeError):  # a store that was opened for reading has nothing to flush
            return

    def _query(self, query: str) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        store = self._graphs if _NAMES_GRAPHS.search(query) else self._store
        try:
            if store is not self._store and not self._copied:
                store.update(_COPY)
                self._copied = True
            return store.query(query)
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
