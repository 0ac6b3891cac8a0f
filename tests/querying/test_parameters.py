"""Parameters become RDF terms; no value changes what a query asks."""

import string
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Identifier, Literal, URIRef

from kg.errors import QueryError
from kg.querying.parameters import Parameter, bind, find_parameters, to_term

TEXT_QUERY = "SELECT ?s { ?s ?p ?_name FILTER(CONTAINS(STR(?o), ?_name)) OPTIONAL { ?s ?q ?o } }"
IRI_QUERY = "SELECT ?o { ?_thing_iri ?p ?o . ?o ?q ?_thing_iri }"
PIECES = [
    '" } UNION { ?s ?p ?o } #',
    "' } UNION { ?s ?p ?o } #",
    '"""',
    "'''",
    "\\",
    '\\"',
    "\\\\",
    "\n",
    "\r\n",
    "\t",
    "} }",
    "#",
    "?_name",
    "?s",
    "$o",
    "<http://x/>",
    "> ?p ?o } #",
    "@zh",
    "^^<http://x/>",
    "; DROP ALL",
    "SERVICE <http://x/> { }",
    "FILTER(false)",
    "%22%7D",
    "&quot;",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\u200b",
    "＂",
    "林致远",
    "𠮷",
    "{}",
    "%s",
    "{0}",
    "__import__",
]
HOSTILE = [*PIECES, *(a + b for a in PIECES[:12] for b in PIECES[:17])]


def _shape(node: object, value: str) -> object:
    """Show a query's algebra in a form that can be compared, the value that was bound as a mark."""
    if isinstance(node, CompValue):
        return (node.name, sorted((key, _shape(part, value)) for key, part in node.items()))
    if isinstance(node, set):
        return sorted(repr(_shape(part, value)) for part in node)
    if isinstance(node, list | tuple):
        return [_shape(part, value) for part in node]
    if isinstance(node, Literal) and str(node) == unicodedata.normalize("NFC", value):
        return "BOUND"
    return repr(node) if isinstance(node, Identifier) else node if isinstance(node, str) else type(node).__name__


def _algebra(query: str, value: str) -> object:
    return _shape(translateQuery(parseQuery(query)).algebra, value)


def test_there_are_two_hundred_hostile_values() -> None:
    """The list that follows is as long as it should be, without repeats."""
    assert len(set(HOSTILE)) >= 200


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_text_is_one_literal(value: str) -> None:
    """The algebra with this value is that of a harmless value, but for the literal."""
    (parameter,) = find_parameters(TEXT_QUERY, {})
    harmless = bind(TEXT_QUERY, [parameter], {"name": "harmless"})
    bound = bind(TEXT_QUERY, [parameter], {"name": value})
    assert _algebra(bound, value) == _algebra(harmless, "harmless")


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_iri_is_refused(value: str) -> None:
    """What breaks out of an IRI, or is none, never gets into the query."""
    (parameter,) = find_parameters(IRI_QUERY, {})
    for hostile in (value, f"http://x/{value} ", f"http://x/>{value}"):
        with pytest.raises(QueryError):
            bind(IRI_QUERY, [parameter], {"thing": hostile})


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_is_one_literal_or_refused(value: str) -> None:
    """Whatever a person types, the algebra does not change."""
    (parameter,) = find_parameters(TEXT_QUERY, {})
    try:
        bound = bind(TEXT_QUERY, [parameter], {"name": value})
    except QueryError:
        return
    assert _algebra(bound, value) == _algebra(bind(TEXT_QUERY, [parameter], {"name": "harmless"}), "harmless")


def test_a_good_iri_is_bound() -> None:
    """An absolute IRI takes the place of both tokens."""
    bound = bind(IRI_QUERY, find_parameters(IRI_QUERY, {}), {"thing": "https://w3id.org/x/1"})
    assert bound.count("<https://w3id.org/x/1>") == 2
    assert URIRef("https://w3id.org/x/1").n3() in bound


@pytest.mark.parametrize("name", ["?_name", "$_name"])
def test_strings_and_comments_are_left_alone(name: str) -> None:
    """A variable's name inside a string or a comment is not bound."""
    query = f'SELECT ?s {{ ?s ?p "{name}" , {name} }} # {name}'
    assert bind(query, find_parameters(query, {}), {"name": "x"}) == f'SELECT ?s {{ ?s ?p "{name}" , "x" }} # {name}'


@pytest.mark.parametrize(
    ("variable", "value", "term"),
    [
        ("_a", "x", '"x"'),
        ("_a_zh", "文", '"文"@zh'),
        ("_a_integer", " 007 ", '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("_a_number", "1.50", '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("_a_number", "-3", '"-3"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("_a_date", "2024-02-29", '"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("_a_boolean", "TRUE", '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        ("_a_xsd_date", "2024-02-29", '"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("_a_own_kind", "x", '"x"^^<http://own/kind>'),
        ("_a_iri", "https://x.org/a#b", "<https://x.org/a#b>"),
    ],
)
def test_types_are_those_of_grlc(variable: str, value: str, term: str) -> None:
    """The name of the variable says the type of the term."""
    prefixes = {"own": "http://own/", "xsd": "http://www.w3.org/2001/XMLSchema#"}
    (parameter,) = find_parameters(f"SELECT ?s {{ ?s ?p ?{variable} }}", prefixes)
    assert to_term(parameter, value) == term


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("_a_integer", "１２"),
        ("_a_integer", "1.0"),
        ("_a_integer", ""),
        ("_a_date", "2023-02-29"),
        ("_a_date", "2023-2-9"),
        ("_a_number", "1e5"),
        ("_a_number", "NaN"),
        ("_a_boolean", "maybe"),
        ("_a_gYear", "24"),
        ("_a_dateTime", "2024-02-29T25:00:00"),
        ("_a", "\x00"),
        ("_a", "\\u0022"),
        ("_a", "x" * 10_001),
        ("_a", "\ud800"),
        ("_a_iri", "no iri"),
        ("_a_iri", "javascript:alert(1)"),
    ],
)
def test_values_of_another_type_are_refused(variable: str, value: str) -> None:
    """A value that is none of the type is an error that names the parameter."""
    (parameter,) = find_parameters(f"SELECT ?s {{ ?s ?p ?{variable} }}", {})
    with pytest.raises(QueryError, match=r"^a:"):
        to_term(parameter, value)


def test_names_are_checked() -> None:
    """A missing value, an unknown name and a value outside the choices are errors; an optional one may be left out."""
    query = "SELECT ?s { ?s ?_a ?__b }"
    required, optional = find_parameters(query, {})
    assert bind(query, [required, optional], {"a": "x"}) == 'SELECT ?s { ?s "x" ?__b }'
    with pytest.raises(QueryError, match="missing"):
        bind(query, [required, optional], {})
    with pytest.raises(QueryError, match="no parameter"):
        bind(query, [required, optional], {"a": "x", "c": "y"})
    with pytest.raises(QueryError, match="none of"):
        to_term(Parameter(name="a", variable="_a", choices=("x", "y")), "z")


@pytest.mark.parametrize("variable", ["_", "_a_nonsense", "_a_none_kind", "_a_xsd_b_c", f"_{string.punctuation[26]}"])
def test_odd_names_of_parameters_are_errors(variable: str) -> None:
    """A parameter whose name says no type that we know is an error, not a string by chance."""
    with pytest.raises(QueryError):
        find_parameters(f"SELECT ?s {{ ?s ?p ?{variable} }}", {})
