"""The reference engine: the adapter of pyshacl and of the rdflib graphs that it works on."""

import warnings
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pyshacl
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from rdflib.term import BNode, Literal, Node, URIRef

from kg.errors import GraphError
from kg.graphfile import read_graph
from kg.ports import Term
from kg.validating.finding import Finding
from kg.validating.nodes import Nodes
from kg.vocabulary import syntax

_PATHS = ("inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")


def judge(nodes: Nodes, shapes: Path) -> list[Finding]:
    """Judge a graph by the shapes of a file. Raises `GraphError` where the shapes cannot be used."""
    data = _graph((node, predicate, each) for node, said in nodes for predicate in said for each in said[predicate])
    rules = _graph((quad.subject, quad.predicate, quad.object) for quad in read_graph(shapes))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, where it compares ill-formed dates
            _, report, words = pyshacl.validate(data, shacl_graph=rules, advanced=False, do_owl_imports=False)
    except Exception as error:  # what pyshacl raises depends on the shapes
        raise GraphError(f"{shapes}: pyshacl 无法执行 / pyshacl cannot use these shapes: {error}") from error
    if not isinstance(report, rdflib.Graph):
        raise GraphError(f"{shapes}: pyshacl 无法执行 / pyshacl cannot use these shapes: {words}")
    top = report.value(predicate=RDF.type, object=SH.ValidationReport)
    return [_finding(report, result) for result in report.objects(top, SH.result)]


def _graph(triples: Iterable[tuple[Term, Term, Term]]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for subject, predicate, value in triples:
        graph.add((_node(subject), _node(predicate), _node(value)))
    return graph


@lru_cache(maxsize=100_000)
def _node(term: Term) -> Node:
    """Return a term as rdflib has it, its lexical form untouched."""
    kind, value, language, datatype = syntax.parse_term(term)
    if kind == "iri":
        return URIRef(value)
    if kind == "blank":
        return BNode(value)
    return Literal(value, lang=language, datatype=datatype and URIRef(datatype), normalize=False)


def _term(node: Node) -> Term:
    if isinstance(node, Literal):
        datatype = str(node.datatype) if node.datatype else None
        return syntax.write_term(syntax.Node("literal", str(node), node.language, datatype))
    return syntax.write_term(syntax.Node("iri" if isinstance(node, URIRef) else "blank", str(node)))


def _finding(report: rdflib.Graph, result: Node) -> Finding:
    def one(predicate: URIRef) -> Node | None:
        return report.value(result, predicate)

    def sure(predicate: URIRef) -> Term:
        return _term(next(report.objects(result, predicate)))

    path, value, shape = one(SH.resultPath), one(SH.value), one(SH.sourceShape)
    said = [each for each in report.objects(result, SH.resultMessage) if isinstance(each, Literal)]
    messages = {each.language: str(each) for each in said}
    default = next((messages[key] for key in sorted(messages, key=str)), "")
    return Finding(
        focus=sure(SH.focusNode),
        path=None if path is None else path_text(report, path),
        value=None if value is None else _term(value),
        constraint=sure(SH.sourceConstraintComponent),
        shape=_term(shape) if isinstance(shape, URIRef) else None,
        severity=sure(SH.resultSeverity),
        message_zh=messages.get("zh", default),
        message_en=messages.get("en", default),
    )


def path_text(graph: rdflib.Graph, path: Node) -> str:
    """Return a path in Turtle: a predicate as its term, `[ sh:inversePath <p> ]`, `( <p> <q> )`."""
    if isinstance(path, URIRef):
        return _term(path)
    for predicate in _PATHS:
        if (inner := graph.value(path, SH[predicate])) is not None:
            return f"[ sh:{predicate} {path_text(graph, inner)} ]"
    return f"( {' '.join(path_text(graph, each) for each in Collection(graph, path))} )"
