"""What is read from the engine's TSV is what the engine holds."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.table import Value
from kg.storing import EmbeddedStore

XSD = "http://www.w3.org/2001/XMLSchema#"
TYPES = ("integer", "decimal", "double", "boolean", "date", "string", "gYear")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SIMPLE = st.from_regex(r"[+-]?[0-9]{1,6}(\.[0-9]{1,3})?([eE][+-]?[0-9])?|true|false|NaN|-?INF", fullmatch=True)
LITERALS = st.one_of(
    TEXTS.map(ox.Literal),
    TEXTS.map(lambda text: ox.Literal(text, language="zh")),
    st.builds(lambda text, name: ox.Literal(text, datatype=ox.NamedNode(XSD + name)), SIMPLE, st.sampled_from(TYPES)),
    st.builds(lambda text: ox.Literal(text, datatype=ox.NamedNode("http://x/类型")), TEXTS),
)


def _expected(term: object) -> Value:
    assert isinstance(term, ox.Literal)
    if term.language is not None:
        return Value("literal", term.value, term.language)
    datatype = term.datatype.value
    return Value("literal", term.value, None, None if datatype == XSD + "string" else datatype)


@given(literals=st.lists(LITERALS, min_size=1, max_size=5))
def test_any_literal_comes_back(literals: list[ox.Literal]) -> None:
    """Texts with tabs, line ends, quotes and backslashes, numbers and languages are the engine's own values."""
    inner = ox.Store()
    for number, literal in enumerate(literals):
        inner.add(ox.Quad(ox.NamedNode(f"http://x/{number}"), ox.NamedNode("http://x/p"), literal))
    expected = {(_expected(quad.object),) for quad in inner}
    assert set(EmbeddedStore(inner).select("SELECT ?o { ?s ?p ?o }").rows) == expected


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_a_limit_holds_where_the_query_has_none(limit: int) -> None:
    """No more rows than wanted are kept, and more are noticed, however many there are."""
    store = EmbeddedStore.in_memory()
    values = " ".join(f'"{"长" * 2000}{number}"' for number in range(3000))
    table = store.select(f"SELECT ?text {{ VALUES ?text {{ {values} }} }}", limit=limit)
    assert (len(table.rows), table.truncated) == (limit, True)


def test_cells_and_columns_that_are_not_there() -> None:
    """An unbound cell is None, a row of no columns is empty, a blank node keeps its name."""
    store = EmbeddedStore.in_memory()
    assert store.select('SELECT ?a ?b { VALUES (?a ?b) { (UNDEF "") } }').rows == ((None, Value("literal", "")),)
    assert store.select("SELECT ?a { VALUES ?a { UNDEF } }").rows == ((None,),)
    assert store.select("SELECT * {}").rows == ((),)
    (blank,) = store.select("SELECT ?b { BIND(BNODE() AS ?b) }").rows[0]
    assert blank is not None
    assert blank.kind == "bnode"
    assert blank.text.isalnum()
