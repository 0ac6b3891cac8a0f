"""What a process makes of an article, packed for the way to the index: its line, its record, its graph.

A graph comes as its own lines, those it needs of the graphs beside the articles, and what must be counted of both:
the rows that other articles may state too, the classes of nodes that live in this article alone.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from kg.pipeline.packing import pack, unpack
from kg.ports import Quad, Term
from kg.validating import faulty_nodes
from kg.vocabulary import PRESS, name

_OWN_KINDS = ("evidence", "when", "tenure", "participation", "figure", "article")
"""Kinds of nodes whose IRI is minted from the article's: no other article speaks of them."""
_TYPE = name("rdf:type")


class Row(NamedTuple):
    """A triple that several articles may state; `graph` is empty where it stands in theirs, else the table's graph."""

    subject: Term
    predicate: Term
    object: Term
    graph: Term


IN_ARTICLES = Term("")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedGraph:
    """The graph of one article."""

    iri: Term
    lines: bytes
    """Its quads as sorted N-Quads, packed."""
    tables: bytes
    """Those of the graphs beside the articles, likewise."""
    quads: int
    own: int
    """Number of its triples that no other article can state."""
    classes: str
    """JSON: nodes of this article alone by class of our ontology."""
    faulty: tuple[Term, ...]
    """Nodes that break a rule in this article."""
    rows: tuple[Row, ...]


def pack_graph(iri: Term, quads: Iterable[Quad], base_iri: str) -> PackedGraph:
    """Pack the quads of an article's graph and those beside it, and judge them."""
    found = list(dict.fromkeys(quads))
    inside = [quad for quad in found if quad.graph == iri]
    own = own_prefixes(base_iri)
    shared = tuple(_rows(iri, found, own))
    return PackedGraph(
        iri=iri,
        lines=pack(_lines(inside)),
        tables=pack(_lines(quad for quad in found if quad.graph != iri)),
        quads=len(inside),
        own=len(inside) - sum(row.graph == IN_ARTICLES for row in shared),
        classes=json.dumps(_classes(inside, iri, own), sort_keys=True),
        faulty=faulty_nodes(found),
        rows=shared,
    )


def rows_of(iri: Term, lines: bytes, tables: bytes, base_iri: str) -> Iterator[Row]:
    """Give the rows of a packed graph."""
    return _rows(iri, (*quads_in(unpack(lines)), *quads_in(unpack(tables))), own_prefixes(base_iri))


def quads_in(lines: bytes) -> Iterator[Quad]:
    """Give the quads of lines that we wrote: terms parted by single spaces."""
    for line in lines.decode().split("\n")[:-1]:
        subject, predicate, rest = cast("list[Term]", line.split(" ", 2))
        value, graph, _ = cast("list[Term]", rest.rsplit(" ", 2))
        yield Quad(subject, predicate, value, graph)


def own_prefixes(base_iri: str) -> tuple[str, ...]:
    """Return what nodes begin with that live in one article alone."""
    return tuple(f"<{base_iri}{kind}/" for kind in _OWN_KINDS)


def is_own(node: Term, iri: Term, own: tuple[str, ...]) -> bool:
    """Tell whether a node lives in the article of this graph alone."""
    return node == iri or node.startswith(own)


def _rows(iri: Term, quads: Iterable[Quad], own: tuple[str, ...]) -> Iterator[Row]:
    for subject, predicate, value, graph in quads:
        if graph != iri:
            yield Row(subject, predicate, value, graph)
        elif not (is_own(subject, iri, own) or is_own(value, iri, own)):
            yield Row(subject, predicate, value, IN_ARTICLES)


def _classes(quads: Sequence[Quad], iri: Term, own: tuple[str, ...]) -> dict[str, int]:
    return dict(
        Counter(
            quad.object[1:-1].removeprefix(PRESS)
            for quad in quads
            if quad.predicate == _TYPE and quad.object.startswith(f"<{PRESS}") and is_own(quad.subject, iri, own)
        )
    )


def _lines(quads: Iterable[Quad]) -> bytes:
    return "".join(sorted(f"{' '.join(quad)} .\n" for quad in quads)).encode()
