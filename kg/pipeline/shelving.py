"""The store of a build: graph by graph what the index holds, judged, and without the facts that break a rule."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.model.report import ValidationReport
from kg.pipeline.graphs import Graphs, moved_quads
from kg.pipeline.products import quads_in
from kg.ports import Quad, Term
from kg.storing import EmbeddedStore, copy_store
from kg.validating import judge_nodes, withheld
from kg.validating.nodes import Said
from kg.vocabulary import PRESS, name

CACHED_NODES = 20_000
_TYPE = name("rdf:type")


@dataclass(frozen=True, slots=True)
class Apart:
    """What is not in the store because it breaks a rule: nodes, and all quads that speak of them."""

    nodes: frozenset[Term] = frozenset()
    quads: tuple[Quad, ...] = ()

    @property
    def lines(self) -> str:
        """The quads as N-Quads."""
        return "".join(f"{' '.join(quad)} .\n" for quad in self.quads)

    def left(self, classes: Mapping[str, int]) -> dict[str, int]:
        """Return how many nodes of each class are left of so many."""
        typed = {(quad.subject, quad.object) for quad in self.quads if quad.predicate == _TYPE}
        gone = Counter(value[1:-1].removeprefix(PRESS) for _, value in typed)
        return {each: count - gone[each] for each, count in sorted(classes.items()) if count > gone[each]}


def update_store(graphs: Graphs, former: Path, directory: Path, apart: str) -> None:
    """Make a store of a former one, with what was set apart in it, and the graphs that changed; the rest is linked."""
    copy_store(former, directory)
    with EmbeddedStore.create(directory) as store:
        store.load(quads_in(apart.encode()))
        store.load_graphs((iri, store.withdraw(iri, graphs.lines_of(iri))) for iri in sorted(graphs.changed))
        store.remove(moved_quads(graphs.moved, -1))
        store.load(moved_quads(graphs.moved, 1))


def judge(graphs: Graphs, store: EmbeddedStore) -> ValidationReport:
    """Judge the nodes that may break a rule in the union of all graphs."""
    return judge_nodes(_Suspects(store, graphs.suspects(), graphs.triples))


def set_apart(store: EmbeddedStore, report: ValidationReport) -> Apart:
    """Take the facts that violate, and what rests on them, out of the store."""
    nodes = withheld(store, report)
    quads = tuple(sorted(set().union(*map(store.quads_of, nodes))))
    store.remove(quads)
    return Apart(nodes, quads)


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
