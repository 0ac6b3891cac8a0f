"""The store of a build: graph by graph what the index holds, judged, and without the facts that break a rule."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from kg.model.report import ValidationReport
from kg.pipeline.graphs import Graphs, moved_quads
from kg.ports import Quad, Term
from kg.storing import EmbeddedStore, copy_store
from kg.validating import judge_nodes, withheld, without
from kg.validating.nodes import Said
from kg.vocabulary import PRESS

CACHED_NODES = 20_000


CLASSES = f"""
SELECT ?class (COUNT(DISTINCT ?node) AS ?nodes) {{
  ?node a ?class FILTER(STRSTARTS(STR(?class), "{PRESS}"))
}} GROUP BY ?class ORDER BY STR(?class)
"""
QUADS = "SELECT (COUNT(*) AS ?quads) { GRAPH ?graph { ?subject ?predicate ?object } }"


def fill_store(graphs: Iterable[tuple[Term, bytes]], directory: Path) -> None:
    """Make a store of graphs, each with its lines."""
    with EmbeddedStore.create(directory) as store:
        store.load_graphs(graphs)
        store.optimize()


def update_store(graphs: Graphs, former: Path, directory: Path) -> None:
    """Make a store of a former one and the graphs that changed; what they do not touch is not copied."""
    copy_store(former, directory)
    with EmbeddedStore.create(directory) as store:
        for iri, was_there in graphs.changed.items():
            if was_there:
                store.drop(iri)
        store.load_graphs((iri, lines) for iri in sorted(graphs.changed) if (lines := graphs.lines_of(iri)))
        store.remove(moved_quads(graphs.moved, -1))
        store.load(moved_quads(graphs.moved, 1))


def judge(graphs: Graphs, store: EmbeddedStore) -> ValidationReport:
    """Judge the nodes that may break a rule in the union of all graphs."""
    return judge_nodes(_Suspects(store, graphs.suspects(), graphs.triples))


def set_apart(store: EmbeddedStore, report: ValidationReport) -> frozenset[Term]:
    """Take the facts that violate, and what rests on them, out of the store; return their nodes."""
    apart = withheld(store, report)
    for graph in sorted(set().union(*map(store.graphs_of, apart))):
        kept = list(without((Quad(*triple, graph) for triple in store.graph_triples(graph[1:-1])), apart))
        store.replace(graph, kept)
    return apart


def count_classes(store: EmbeddedStore) -> dict[str, int]:
    """Count the nodes of each class of our ontology."""
    return {name.removeprefix(PRESS): int(count) for name, count in store.select(CLASSES).texts()}


def count_quads(store: EmbeddedStore) -> int:
    """Count the quads of the named graphs."""
    ((count,),) = store.select(QUADS).texts()
    return int(count)


class _Suspects:
    """The nodes to be judged, in the graph of a store."""

    superclasses: Mapping[Term, frozenset[Term]] = {}

    def __init__(self, store: EmbeddedStore, nodes: list[Term], triples: int) -> None:
        self._nodes = nodes
        self.triples = triples
        self._said = lru_cache(maxsize=CACHED_NODES)(store.said)

    def __iter__(self) -> Iterator[tuple[Term, Said]]:
        return ((node, self._said(node)) for node in self._nodes)

    def said(self, node: Term) -> Said:
        return self._said(node) if node.startswith("<") else {}

    def subjects(self, predicate: Term, value: Term) -> list[Term]:
        raise NotImplementedError(f"{predicate} {value}")

    def close(self) -> None:
        pass
