"""Every saved query gives the same rows on every store, in the same order."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kg.model.table import Table, Value
from kg.ports import Store
from kg.querying import SavedQuery, construct, read_catalogue, run
from kg.resources import resource
from kg.storing import EmbeddedStore, IsolatedStore
from kg.storing.digests import digest_values
from kg.storing.loading import load
from kg.storing.remote import RemoteStore
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
def remote(server: Server, embedded: EmbeddedStore) -> Iterator[RemoteStore]:
    """Give each server in turn, the small graph loaded."""
    load(embedded, connect(server.base), collection="matrix")
    with RemoteStore(server.query) as store:
        yield store


def _rows(table: Table) -> list[tuple[object, ...]]:
    return [tuple(map(_cell, row)) for row in table.rows]


def _cell(value: Value | None) -> object:
    """Compare numbers by value, since stores differ in how they write them, all else as it is."""
    if value is not None and value.datatype and value.datatype.endswith(("#integer", "#decimal", "#int")):
        return Decimal(value.text)
    return value


def _answer(store: Store, query: SavedQuery) -> object:
    if query.checked.form == "CONSTRUCT":
        return digest_values(construct(store, query, SMALL_SAMPLES.get(query.name, {})))
    table = run(store, query, SMALL_SAMPLES.get(query.name, {}))
    return table.columns, _rows(table)


@every_query
def test_a_server_answers_as_the_embedded_store(
    query: SavedQuery, embedded: EmbeddedStore, remote: RemoteStore
) -> None:
    """The rows are equal, in equal order."""
    assert _answer(remote, query) == _answer(embedded, query)


def test_a_worker_answers_as_the_embedded_store(embedded: EmbeddedStore) -> None:
    """All queries, through one worker process."""
    with IsolatedStore(SMALL) as isolated:
        assert [_answer(isolated, query) for query in QUERIES.values()] == [
            _answer(embedded, query) for query in QUERIES.values()
        ]
