"""Saved queries published as RDF: `sh:SPARQLExecutable` of SHACL Advanced Features, with their parameters.

A parameter's `sh:path` ends with the name of its variable, which is how that note binds parameters to variables.
"""

from collections.abc import Iterable, Iterator

from kg.ports import Term, Triple
from kg.querying.parameters import Parameter
from kg.querying.saved import SavedQuery
from kg.vocabulary import NAMESPACES, boolean, iri, text

BASE = "https://w3id.org/pressgraph/query/"
_SH = "http://www.w3.org/ns/shacl#"
_CLASSES = {
    "SELECT": ("SPARQLSelectExecutable", "select"),
    "ASK": ("SPARQLAskExecutable", "ask"),
    "CONSTRUCT": ("SPARQLConstructExecutable", "construct"),
}


def publish(queries: Iterable[SavedQuery]) -> Iterator[Triple]:
    """Give the triples of queries; DESCRIBE has no class in SHACL and is left out."""
    for query in queries:
        if query.checked.form in _CLASSES:
            yield from _query(query)


def _query(query: SavedQuery) -> Iterator[Triple]:
    node = iri(BASE + query.name)
    kind, predicate = _CLASSES[query.checked.form]
    yield node, _name("rdf", "type"), iri(_SH + "SPARQLExecutable")
    yield node, _name("rdf", "type"), iri(_SH + kind)
    yield node, iri(_SH + predicate), text(_sparql(query))
    yield from _labels(node, "rdfs", "label", query.title_zh, query.summary)
    yield from _labels(node, "rdfs", "comment", query.description_zh, query.description)
    for tag in query.tags:
        yield node, iri(NAMESPACES["schema"] + "keywords"), text(tag)
    for parameter in query.parameters:
        yield from _parameter(node, query, parameter)


def _parameter(node: Term, query: SavedQuery, parameter: Parameter) -> Iterator[Triple]:
    own = iri(f"{BASE}{query.name}#{parameter.variable}")
    yield node, iri(_SH + "parameter"), own
    yield own, _name("rdf", "type"), iri(_SH + "Parameter")
    yield own, iri(_SH + "path"), own
    yield own, iri(_SH + "name"), text(parameter.name)
    yield own, iri(_SH + "optional"), boolean(not parameter.required or parameter.default is not None)
    yield own, iri(_SH + "nodeKind"), iri(_SH + ("IRI" if parameter.type == "iri" else "Literal"))
    if parameter.default is not None:
        yield own, iri(_SH + "defaultValue"), text(parameter.default)
    if parameter.label_zh:
        yield own, iri(_SH + "description"), text(parameter.label_zh, "zh")
    if parameter.label:
        yield own, iri(_SH + "description"), text(parameter.label, "en")


def _labels(node: Term, prefix: str, name: str, chinese: str, english: str) -> Iterator[Triple]:
    if chinese:
        yield node, _name(prefix, name), text(chinese, "zh")
    if english:
        yield node, _name(prefix, name), text(english, "en")


def _name(prefix: str, name: str) -> Term:
    return iri(NAMESPACES[prefix] + name)


def _sparql(query: SavedQuery) -> str:
    return "\n".join(line for line in query.text.splitlines() if not line.startswith("#+")).strip() + "\n"
