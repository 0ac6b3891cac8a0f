"""Loading a store into a server: graph by graph, only what changed, safe to interrupt at any point.

Beside the graphs, the server keeps a record of each: a triple with the digest of what was sent. A record is taken
away before its graph is touched and written after the graph has arrived, so that a record never speaks of half a
graph. Whoever runs the load again sends the graphs without a true record, and nothing else.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from kg.errors import StoreError, UsageError
from kg.ports import Store
from kg.storing.digests import GraphDigest, digest_lines, digest_values
from kg.storing.embedded import EmbeddedStore
from kg.storing.servers import Server

RECORDS = "https://w3id.org/pressgraph/loaded/"
"""Graphs of records begin so; the name of the collection follows."""
DIGEST = "https://schema.org/sha256"
BATCH = 50
"""Graphs whose records are written by one update."""
PAGE = 5_000
"""Records read by one query: fewer than any server's limit on rows."""
COUNTED = 200
"""Graphs counted by one query."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What a load did: graphs sent, left as they were, and dropped; triples sent; triples in all graphs now."""

    sent: int
    unchanged: int
    dropped: int
    triples_sent: int
    triples: int


def load(
    source: EmbeddedStore,
    server: Server,
    *,
    collection: str = "default",
    drop_many: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> LoadReport:
    """Make the server hold the graphs of a store, and of this collection no others.

    `progress` is told how many of the graphs to send are done. Raises `StoreError` where the server fails or where
    its counts differ in the end, `UsageError` where more than half of what is there would be dropped.
    """
    records = RECORDS + collection
    wanted = {graph: digest_lines(source.graph_lines(graph)) for graph in source.graphs()}
    recorded = _recorded(server.store, records)
    stale = [graph for graph, found in wanted.items() if recorded.get(graph) != str(found)]
    withdrawn = [graph for graph in recorded if graph not in wanted]
    _check_drops(len(withdrawn), len(recorded), drop_many=drop_many)
    loader = _Loader(server=server, source=source, records=records, wanted=wanted)
    loader.send(stale, recorded, progress)
    loader.drop(withdrawn)
    loader.verify()
    return LoadReport(
        sent=len(stale),
        unchanged=len(wanted) - len(stale),
        dropped=len(withdrawn),
        triples_sent=sum(wanted[graph].triples for graph in stale),
        triples=sum(found.triples for found in wanted.values()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loader:
    server: Server
    source: EmbeddedStore
    records: str
    wanted: Mapping[str, GraphDigest]

    def send(self, graphs: list[str], recorded: Mapping[str, str], progress: Callable[[int, int], None]) -> None:
        """Send graphs in batches, each between taking away and writing its records."""
        done = 0
        for batch in _batches(graphs, BATCH):
            self._forget([graph for graph in batch if graph in recorded])
            self.server.drop(batch)
            for graph in batch:
                self.server.add(graph, self.source.graph_lines(graph))
                done += 1
                progress(done, len(graphs))
            self._record(batch)

    def drop(self, graphs: list[str]) -> None:
        """Drop graphs that the source no longer has, then their records."""
        for batch in _batches(graphs, BATCH):
            self.server.drop(batch)
            self._forget(batch)

    def verify(self) -> None:
        """Compare the number of triples of every graph; forget the records of those that differ."""
        different: list[str] = []
        for batch in _batches(list(self.wanted), COUNTED):
            counts = _counts(self.server.store, batch)
            different += [graph for graph in batch if counts.get(graph, 0) != self.wanted[graph].triples]
        if different:
            self._forget(different)
            raise StoreError(
                f"{self.server.base}: {len(different)} graphs differ in number of triples, such as <{different[0]}>; "
                "run the command again to send them once more 部分图的三元组数不符，请再运行一次",
            )

    def _record(self, graphs: list[str]) -> None:
        triples = "\n".join(f'<{graph}> <{DIGEST}> "{self.wanted[graph]}" .' for graph in graphs)
        self.server.update(f"INSERT DATA {{ GRAPH <{self.records}> {{\n{triples}\n}} }}")

    def _forget(self, graphs: list[str]) -> None:
        for batch in _batches(graphs, BATCH):
            names = " ".join(f"<{graph}>" for graph in batch)
            self.server.update(
                f"DELETE {{ GRAPH <{self.records}> {{ ?g <{DIGEST}> ?d }} }} "
                f"WHERE {{ GRAPH <{self.records}> {{ ?g <{DIGEST}> ?d . VALUES ?g {{ {names} }} }} }}",
            )


def graph_digest(store: Store, graph: str) -> GraphDigest:
    """Digest the values of a graph as a store gives it back."""
    return digest_values(store.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"))


def _recorded(store: Store, records: str) -> dict[str, str]:
    found: dict[str, str] = {}
    while True:
        window = f"ORDER BY STR(?g) ?d LIMIT {PAGE} OFFSET {len(found)}"
        page = store.select(f"SELECT ?g ?d {{ GRAPH <{records}> {{ ?g <{DIGEST}> ?d }} }} {window}").texts()
        found.update((row[0], row[1]) for row in page)
        if len(page) < PAGE:
            return found


def _counts(store: Store, graphs: list[str]) -> dict[str, int]:
    names = " ".join(f"<{graph}>" for graph in graphs)
    query = f"SELECT ?g (COUNT(*) AS ?n) {{ VALUES ?g {{ {names} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
    return {graph: int(count) for graph, count in store.select(query).texts()}


def _check_drops(drops: int, recorded: int, *, drop_many: bool) -> None:
    if drops > max(3, recorded // 2) and not drop_many:
        raise UsageError(
            f"{drops} of {recorded} graphs on the server are not in this build and would be dropped; if that is meant "
            "add --drop-many, else load under a name of its own by --collection 将删除过半的图，请确认",
        )


def _batches(items: list[T], size: int) -> Iterator[list[T]]:
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
