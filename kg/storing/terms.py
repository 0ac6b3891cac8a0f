"""The way from pyoxigraph's terms to the values of an answer and to terms as written."""

import pyoxigraph as ox

from kg.model.table import Row, Value
from kg.ports import Term, Triple

_IMPLIED = frozenset(
    ("http://www.w3.org/2001/XMLSchema#string", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"),
)

OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def value_of(term: OxTerm | None) -> Value | None:
    """Turn a term of pyoxigraph into a value; None stays None."""
    match term:
        case None:
            return None
        case ox.NamedNode():
            return Value("iri", term.value)
        case ox.Literal():
            datatype = term.datatype.value
            return Value("literal", term.value, term.language, None if datatype in _IMPLIED else datatype)
        case ox.BlankNode():
            return Value("bnode", term.value)
        case _:
            return Value("literal", str(term))


def row_of(solution: ox.QuerySolution) -> Row:
    """Turn one solution into a row."""
    return tuple(value_of(term) for term in solution)


def triple_of(triple: ox.Triple | ox.Quad) -> Triple:
    """Write a triple's terms in N-Triples syntax."""
    return Term(str(triple.subject)), Term(str(triple.predicate)), Term(str(triple.object))
