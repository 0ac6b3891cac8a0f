"""The compiler is held against pyshacl on generated shapes and data, for every kind of constraint that it claims."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.graphfile import read_graph
from kg.validating import shacl
from kg.validating.compiled import NotCompiledError, compile_shapes
from kg.validating.finding import Finding
from kg.validating.nodes import gather

PREFIXES = """\
@prefix : <urn:x:> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
"""
NODES = [":a", ":b", ":c", ":d"]
PREDICATES = [":p", ":q", ":r"]
CLASSES = [":C", ":D", ":E"]
LITERALS = [
    '"甲"', '"甲"@zh', '"乙"@zh', '"a"@en', '"A"@en-GB', '""', '"a\\nb"', "1", "2", "10", "2.5", "1e0", "true",
    '"x"^^xsd:integer', '"2031-08-20"^^xsd:date', '"2031-08-21"^^xsd:date', '"2031-08-20T00:00:00"^^xsd:dateTime',
    '"2031-08-20T00:00:00Z"^^xsd:dateTime', '"１２"^^xsd:integer', '"24"^^xsd:gYear', '"y"^^:type',
]  # fmt: skip
node, predicate, cls = (st.sampled_from(each) for each in (NODES, PREDICATES, CLASSES))
literal = st.sampled_from(LITERALS)
value = st.one_of(node, literal, st.just("_:n"))
number = st.sampled_from(["0", "1", "2"])
term_list = st.lists(value.filter(lambda each: each != "_:n"), min_size=1, max_size=3).map(
    lambda each: f"( {' '.join(each)} )"
)


@st.composite
def data_graphs(draw: st.DrawFn) -> str:
    """Return a small graph: links, literals, types, and subclasses now and then."""
    triples = draw(st.lists(st.tuples(st.one_of(node, st.just("_:n")), predicate, value), min_size=3, max_size=14))
    types = draw(st.lists(st.tuples(node, cls), min_size=1, max_size=5))
    above = draw(st.lists(st.tuples(cls, cls), max_size=2))
    return PREFIXES + "\n".join(
        [f"{s} {p} {o} ." for s, p, o in triples]
        + [f"{s} a {c} ." for s, c in types]
        + [f"{lower} rdfs:subClassOf {upper} ." for lower, upper in above]
    )


paths = st.recursive(
    predicate,
    lambda inner: st.one_of(
        predicate.map(
            lambda each: f"[ sh:inversePath {each} ]"
        ),  # of a sequence, pyshacl does not turn the order round
        inner.map(lambda each: f"[ sh:zeroOrMorePath {each} ]"),
        inner.map(lambda each: f"[ sh:oneOrMorePath {each} ]"),
        inner.map(lambda each: f"[ sh:zeroOrOnePath {each} ]"),
        st.tuples(inner, inner).map(lambda each: f"( {each[0]} {each[1]} )"),
        st.tuples(inner, inner).map(lambda each: f"[ sh:alternativePath ( {each[0]} {each[1]} ) ]"),
    ),
    max_leaves=3,
)
value_constraints = st.one_of(
    cls.map("sh:class {}".format),
    st.sampled_from(["string", "integer", "decimal", "date", "dateTime", "gYear", "boolean"]).map(
        "sh:datatype xsd:{}".format
    ),
    st.just("sh:datatype rdf:langString"),
    st.sampled_from(["IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral"]).map(
        "sh:nodeKind sh:{}".format
    ),
    term_list.map("sh:in {}".format),
    value.filter(lambda each: each != "_:n").map("sh:hasValue {}".format),
    st.sampled_from(["^a", "甲", "[0-9]+", "^urn:x:[ab]$", "."]).map('sh:pattern "{}"'.format),
    st.sampled_from(["^A", "B$"]).map('sh:pattern "{}" ; sh:flags "im"'.format),
    number.map("sh:minLength {}".format),
    number.map("sh:maxLength {}".format),
    st.sampled_from(['( "zh" )', '( "en" "fr" )', '( "*" )', '( "en-gb" )']).map("sh:languageIn {}".format),
    st.tuples(
        st.sampled_from(["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"]),
        st.sampled_from(["1", "2.5", '"2031-08-20"^^xsd:date', '"2031-08-20T00:00:00"^^xsd:dateTime', '"a"']),
    ).map(lambda each: f"sh:{each[0]} {each[1]}"),
    predicate.map("sh:equals {}".format),
    predicate.map("sh:disjoint {}".format),
    predicate.map(lambda each: f"sh:closed true ; sh:ignoredProperties ( rdf:type {each} )"),
)
count_constraints = st.one_of(
    number.map("sh:minCount {}".format),
    number.map("sh:maxCount {}".format),
    st.sampled_from(["true", "false"]).map("sh:uniqueLang {}".format),
    predicate.map("sh:lessThan {}".format),
    predicate.map("sh:lessThanOrEquals {}".format),
)


def _joined(parts: list[str]) -> str:
    """Join constraints, one of each kind."""
    return " ; ".join({part.split(" ")[0]: part for part in parts}.values())


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3).map(lambda each: f"( {' '.join(each)} )")
    return st.one_of(
        inner.map("sh:not {}".format),
        several.map("sh:and {}".format),
        several.map("sh:or {}".format),
        several.map("sh:xone {}".format),
    )


anonymous = st.recursive(
    st.lists(value_constraints, min_size=1, max_size=2).map(_joined).map("[ {} ]".format),
    lambda inner: st.one_of(
        _nested(inner).map("[ {} ]".format),
        st.tuples(
            paths, st.lists(st.one_of(value_constraints, count_constraints, _nested(inner)), min_size=1, max_size=2)
        ).map(lambda each: f"[ sh:path {each[0]} ; {_joined(each[1])} ]"),
    ),
    max_leaves=4,
)
qualified = st.tuples(
    anonymous, number, st.sampled_from(["qualifiedMinCount", "qualifiedMaxCount"]), st.booleans()
).map(
    lambda each: " ; ".join(
        [
            f"sh:qualifiedValueShape {each[0]}",
            f"sh:{each[2]} {each[1]}",
            f"sh:qualifiedValueShapesDisjoint {str(each[3]).lower()}",
        ]
    )
)
property_parts = st.lists(
    st.one_of(value_constraints, count_constraints, _nested(anonymous), qualified), min_size=1, max_size=3
).map(_joined)
targets = st.one_of(
    cls.map("sh:targetClass {}".format),
    node.map("sh:targetNode {}".format),
    predicate.map("sh:targetSubjectsOf {}".format),
    predicate.map("sh:targetObjectsOf {}".format),
)


@st.composite
def shape_graphs(draw: st.DrawFn) -> str:
    """Return shapes: targets, property shapes with names of their own, constraints on the node itself, severities."""
    blocks, names = [], []
    for number_, parts in enumerate(draw(st.lists(property_parts, min_size=1, max_size=3))):
        names.append(f":P{number_}")
        severity = draw(st.sampled_from(["", "sh:severity sh:Warning ;", "sh:deactivated true ;"]))
        blocks.append(f":P{number_} a sh:PropertyShape ; {severity} sh:path {draw(paths)} ; {parts} .")
    own = draw(st.one_of(st.just(""), value_constraints, _nested(anonymous)))
    blocks.append(f":S a sh:NodeShape ; {draw(targets)} ; {draw(targets)} ; sh:property {', '.join(names)} ; {own} .")
    blocks.append(f":T a sh:PropertyShape ; {draw(targets)} ; sh:path {draw(paths)} ; sh:node :N .")
    blocks.append(f":N a sh:NodeShape ; {draw(value_constraints)} .")
    return PREFIXES + "\n".join(blocks)


def _told(finding: Finding) -> tuple[str | None, ...]:
    """Return what both engines must agree on; blank nodes of shapes have no name to compare."""
    path = finding.path if finding.path is None or finding.path.startswith("<") else "a path"
    return (finding.focus, path, finding.value, finding.constraint, finding.shape, finding.severity)


@given(data=data_graphs(), shapes=shape_graphs())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_compiled_and_pyshacl_agree(data: str, shapes: str, tmp_path: Path) -> None:
    """Every result is the same, and as often, whatever the shapes and the data."""
    (tmp_path / "data.ttl").write_text(data, encoding="utf-8")
    (tmp_path / "shapes.ttl").write_text(shapes, encoding="utf-8")
    nodes = gather(read_graph(tmp_path / "data.ttl"))
    try:
        expected = Counter(map(_told, shacl.judge(nodes, tmp_path / "shapes.ttl")))
    except GraphError:
        return  # pyshacl cannot say
    assert Counter(map(_told, compile_shapes(tmp_path / "shapes.ttl").run(nodes))) == expected


@pytest.mark.parametrize(
    "part",
    [
        'sh:sparql [ sh:select "SELECT $this WHERE {}" ]',
        "sh:js [ ]",
        "sh:rule [ ]",
        "sh:property [ sh:path :p ; sh:node :S ]",
        'sh:property [ sh:path :p ; sh:pattern "(" ]',
        'sh:property [ sh:path :p ; sh:pattern "a" ; sh:flags "x" ]',
        "sh:property [ sh:path :p ; sh:datatype xsd:date, xsd:string ]",
        "sh:minCount 1",
        "sh:reifierShape :S",
        "sh:nodeKind sh:Thing",
    ],
)
def test_what_is_not_covered_is_refused(part: str, tmp_path: Path) -> None:
    """SPARQL, rules, recursion and ill-formed shapes are not compiled, and the refusal says what it was."""
    (tmp_path / "s.ttl").write_text(f"{PREFIXES}:S a sh:NodeShape ; sh:targetClass :C ; {part} .", encoding="utf-8")
    with pytest.raises(NotCompiledError, match=r"sh:|recursive|values"):
        compile_shapes(tmp_path / "s.ttl")
