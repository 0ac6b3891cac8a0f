"""The way from pyoxigraph's triples to terms as written."""

import pyoxigraph as ox

from kg.ports import Term, Triple


def triple_of(triple: ox.Triple | ox.Quad) -> Triple:
    """Write a triple's terms in N-Triples syntax."""
    return Term(str(triple.subject)), Term(str(triple.predicate)), Term(str(triple.object))
