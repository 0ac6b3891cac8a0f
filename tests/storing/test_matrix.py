"""Every saved query gives the same rows on every store, in the same order."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from kg.model.table import Table, Value
from kg.ports import Store
from kg.querying import SavedQuery, construct, read_catalogue, run
from kg.querying.suggesting import suggest
from kg.resources import resource
from kg.storing import EmbeddedStore, IsolatedStore
from kg.storing.digests import digest_values
from kg.storing.loading import load
from kg.storing.remote import RemoteStore
from kg.storing.servers import Server as Target
from kg.storing.servers import connect
from tests.querying.samples import SMALL as SMALL_SAMPLES
from tests.storing.servers import Server

SMALL = Path(__file__).parents[1] / "data" / "small.nq"
QUERIES = read_catalogue([resource("queries")])
every_query = pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)


@pytest.fixture(scope="module")
def embedded() -> EmbeddedStore:
    """Give the small graph in memory."""
    return EmbeddedStore.from_file(SMALL)


@pytest.fixture(scope="module")
def examples(built: Path) -> EmbeddedStore:
    """Give the graph of the example pages in memory."""
    return EmbeddedStore.from_file(built / "graph.nq")


@pytest.fixture(scope="module")
def remote(server: Server, embedded: EmbeddedStore) -> Iterator[RemoteStore]:
    """Give each server in turn, the small graph loaded and nothing else."""
    target = connect(server.base)
    _empty(target)
    load(embedded, target, collection="matrix")
    with RemoteStore(server.query) as store:
        yield store


def _empty(target: Target) -> None:
    found = target.store.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").texts()
    if graphs := [graph for (graph,) in found if "pressgraph" in graph]:
        target.drop(graphs)


def _rows(table: Table) -> list[tuple[object, ...]]:
    return [tuple(map(_cell, row)) for row in table.rows]


def _cell(value: Value | None) -> object:
    """Compare numbers by value, since stores differ in how they write them, all else as it is."""
    if value is not None and value.datatype and value.datatype.endswith(("#integer", "#decimal", "#int")):
        return Decimal(value.text)
    return value


def _answer(store: Store, query: SavedQuery, parameters: Mapping[str, str]) -> object:
    if query.checked.form == "CONSTRUCT":
        return digest_values(construct(store, query, parameters))
    table = run(store, query, parameters)
    return table.columns, _rows(table)


@every_query
def test_a_server_answers_as_the_embedded_store(
    query: SavedQuery, embedded: EmbeddedStore, remote: RemoteStore
) -> None:
    """The rows are equal, in equal order."""
    parameters = SMALL_SAMPLES.get(query.name, {})
    assert _answer(remote, query, parameters) == _answer(embedded, query, parameters)


def test_a_server_has_the_same_values_for_parameters(embedded: EmbeddedStore, remote: RemoteStore) -> None:
    """What is suggested where a query finds nothing is the same, the most frequent first."""
    for query in QUERIES.values():
        given = dict.fromkeys(query.values, "\N{GRINNING FACE}")
        assert suggest(remote, query, given) == suggest(embedded, query, given), query.name


def test_a_worker_answers_as_the_embedded_store(embedded: EmbeddedStore) -> None:
    """All queries, through one worker process."""
    with IsolatedStore(SMALL) as isolated:
        for query in QUERIES.values():
            parameters = SMALL_SAMPLES.get(query.name, {})
            assert _answer(isolated, query, parameters) == _answer(embedded, query, parameters), query.name


@pytest.mark.slow
def test_the_example_pages_give_the_same_on_a_server(server: Server, examples: EmbeddedStore) -> None:
    """All queries with their own samples, on the graph of real extraction; those that differ are named."""
    target = connect(server.base)
    _empty(target)
    load(examples, target, collection="examples")
    with RemoteStore(server.query) as store:
        different = [
            name
            for name, query in QUERIES.items()
            if _answer(store, query, query.test) != _answer(examples, query, query.test)
        ]
    assert different == []
