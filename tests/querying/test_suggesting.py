"""An empty answer is followed by values that would have found something."""

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.querying import SavedQuery, find_query, parse_query, read_catalogue, run
from kg.querying.suggesting import SHOWN, suggest
from kg.resources import resource
from kg.storing import EmbeddedStore

SMALL = Path(__file__).parents[1] / "data" / "small.nq"
QUERIES = [query for query in read_catalogue([resource("queries")]).values() if query.parameters]


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    """Give the small graph in memory."""
    return EmbeddedStore.from_file(SMALL)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_every_parameter_that_is_no_choice_says_where_its_values_stand(query: SavedQuery, store: EmbeddedStore) -> None:
    """The patterns of the queries that ship parse, and give values by which the query takes its parameter."""
    free = {parameter.name for parameter in query.parameters if not parameter.choices}
    assert set(query.values) == free
    for name in free:
        (values,) = suggest(store, query, {name: "\N{GRINNING FACE}"}).values()
        assert 0 < len(values) <= SHOWN
        assert len(set(values)) == len(values)


def test_the_nearest_come_first(store: EmbeddedStore) -> None:
    """A name with a slip leads to the name; what it leads to finds something."""
    query = find_query("posts")
    assert suggest(store, query, {"person": "林致元"}) == {"person": ("林致远",)}
    assert run(store, query, {"person": "林致远"}).rows


def test_a_value_that_is_there_is_not_to_blame(store: EmbeddedStore) -> None:
    """Of two parameters the one whose value does not occur is spoken of, parts of names counting as there."""
    assert set(suggest(store, find_query("posts"), {"person": "林", "organization": "火星"})) == {"organization"}


def test_a_graph_without_such_values_gives_none() -> None:
    """An empty graph suggests nothing."""
    assert suggest(EmbeddedStore.in_memory(), find_query("figures"), {"unit": "元"}) == {"unit": ()}


@pytest.mark.parametrize("header", ['{nome: "?s ?p ?value"}', '{name: "SERVICE <http://x> {?s ?p ?value}"}'])
def test_a_pattern_is_checked_when_it_is_read(header: str) -> None:
    """A pattern for a parameter that is not there, or one that would ask others, is an error."""
    with pytest.raises(QueryError):
        parse_query(f"#+ x-values: {header}\nSELECT ?s {{ ?s ?p ?_name }}", name="q", path=Path("q.rq"))
