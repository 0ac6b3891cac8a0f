"""The way from pyoxigraph's terms to the values of an answer and to terms as written."""

import pyoxigraph as ox

from kg.model.table import Row, Value
from kg.ports import Term, Triple

_STRING = "http://www.w3.org/2001/XMLSchema#string"

OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def value_of(term: OxTerm | None) -> Value | None:
    """Turn a term of pyoxigraph into a value; None stays None."""
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        if (language := term.language) is not None:
            return Value("literal", term.value, language)
        datatype = term.datatype.value
        return Value("literal", term.value, None, None if datatype == _STRING else datatype)
    if isinstance(term, ox.NamedNode):
        return Value("iri", term.value)
    return Value("bnode", term.value) if isinstance(term, ox.BlankNode) else Value("literal", str(term))


def row_of(solution: ox.QuerySolution) -> Row:
    """Turn one solution into a row."""
    return tuple(value_of(term) for term in solution)


def triple_of(triple: ox.Triple | ox.Quad) -> Triple:
    """Write a triple's terms in N-Triples syntax."""
    return Term(str(triple.subject)), Term(str(triple.predicate)), Term(str(triple.object))
