"""Queries in a worker process are stopped within their limits, and the next one is answered at once."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import GraphError, QueryError, StoreError
from kg.querying import run
from kg.storing import IsolatedStore, Limits
from kg.storing.embedded import EmbeddedStore

SMALL = Path(__file__).parents[1] / "data" / "small.nq"
LIMITS = Limits(seconds=1.5, megabytes=1024, result_bytes=2_000_000)
CROSS = " ".join(f"?s{n} ?p{n} ?o{n} ." for n in range(8))
FINE = 'ASK { ?s <http://www.w3.org/2000/01/rdf-schema#label> "林致远"@zh }'

HOSTILE = {
    "endless join": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}",
    "endless join, distinct": f"SELECT DISTINCT ?s0 ?o7 {{ {CROSS} }} ORDER BY ?o7",
    "memory by ordering": f"SELECT * {{ {CROSS} }} ORDER BY ?o1",
    "memory by doubling": "SELECT ?x { BIND('"
    + "长" * 1000
    + "' AS ?a0) "
    + " ".join(f"BIND(CONCAT(?a{n}, ?a{n}) AS ?a{n + 1})" for n in range(40))
    + " BIND(STRLEN(?a40) AS ?x) }",
    "large answer": "SELECT * { ?a ?b ?c . ?d ?e ?f }",
    "path without end": "SELECT (COUNT(*) AS ?n) { ?a (!<http://x/>)* ?b . ?b (!<http://x/>)* ?c . "
    "?c (!<http://x/>)* ?d . "
    "?d (!<http://x/>|^!<http://x/>)* ?e . ?e (!<http://x/>|^!<http://x/>)* ?f }",
    "regular expression": "SELECT ?x { " + CROSS + " FILTER(REGEX(CONCAT(STR(?s0), STR(?o1), STR(?s2)), '(a+)+$')) }",
    "braces": "SELECT * " + "{" * 3000 + "}" * 3000,
    "brackets": "SELECT * { ?s ?p ?o FILTER" + "(" * 3000 + "1" + ")" * 3000 + "}",
    "nots": "SELECT * { ?s ?p ?o FILTER(" + "!" * 50_000 + "true) }",
    "length": "SELECT * { " + "?s ?p ?o . " * 50_000 + "}",
    "service": "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "service, silent": "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "service, disguised": "SELECT ?s { ?s ?p ?a FILTER(?a<?b#>'''\n) "
    "SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } #'''\n }",
    "service, escaped": "SELECT * { \\u0053ERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "from the web": "SELECT * FROM <http://127.0.0.1:PORT/> { ?s ?p ?o }",
    "from a file": "SELECT * FROM NAMED <FILE> { GRAPH ?g { ?s ?p ?o } }",
    "load": "LOAD <http://127.0.0.1:PORT/> INTO GRAPH <http://x/g>",
    "load a file": "LOAD <FILE>",
    "update": "DROP ALL",
    "insert": "INSERT DATA { <http://x/a> <http://x/b> <http://x/c> }",
    "two queries": "ASK { ?s ?p ?o } ; DROP ALL",
}


@pytest.fixture(scope="module")
def store() -> Iterator[IsolatedStore]:
    """Give the small graph in a worker with tight limits."""
    with IsolatedStore(SMALL, LIMITS) as made:
        yield made


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """Listen on a port of this machine; note what anyone sends there."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_listen, args=(server, heard), daemon=True).start()
        yield server.getsockname()[1], heard


def _listen(server: socket.socket, heard: list[bytes]) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        heard.append(b"somebody called")
        connection.close()


def test_the_listener_hears(listener: tuple[int, list[bytes]]) -> None:
    """A connection is noticed, so that the silence in the next test means something."""
    port, heard = listener
    socket.create_connection(("127.0.0.1", port)).close()
    deadline = time.monotonic() + 5
    while not heard and time.monotonic() < deadline:
        time.sleep(0.01)
    assert heard
    heard.clear()


def test_there_are_twenty() -> None:
    """At least twenty hostile queries are tried."""
    assert len(HOSTILE) >= 20


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_query_is_stopped(
    name: str, store: IsolatedStore, listener: tuple[int, list[bytes]], tmp_path: Path
) -> None:
    """It is refused or stopped in time, calls nobody, reads no file, and the next query is answered within a second."""
    port, heard = listener
    secret = tmp_path / "secret.nt"
    secret.write_text('<http://x/a> <http://x/b> "secret" .\n', encoding="utf-8")
    query = HOSTILE[name].replace("PORT", str(port)).replace("FILE", secret.as_uri())
    before = time.monotonic()
    with pytest.raises(QueryError) as failure:
        run(store, query)
    stopped = time.monotonic()
    assert stopped - before < LIMITS.seconds + 2
    assert "secret" not in str(failure.value).replace(secret.name, "").replace(secret.as_uri(), "")
    assert run(store, FINE).texts() == (("true",),)
    assert time.monotonic() - stopped < 1
    assert heard == []


def test_answers_are_those_of_the_embedded_store(store: IsolatedStore) -> None:
    """Values pass through the process unchanged, with language, datatype and what is unbound."""
    query = "SELECT ?s ?p ?o ?none { ?s ?p ?o } ORDER BY STR(?s) STR(?p) STR(?o)"
    embedded = EmbeddedStore.from_file(SMALL)
    assert store.select(query, limit=700) == embedded.select(query, limit=700)
    construct = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    assert sorted(store.construct(construct)) == sorted(embedded.construct(construct))


def test_the_worker_lives_on_between_queries(store: IsolatedStore) -> None:
    """A broken query doesn't cost a new process."""
    run(store, FINE)
    process = store._process  # noqa: SLF001 - what is kept is the point here
    with pytest.raises(QueryError, match=r"line|error at"):
        run(store, "SELECT ?s { ?s ?p }")
    assert run(store, FINE).texts() == (("true",),)
    assert store._process is process  # noqa: SLF001


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """An empty folder and a broken file give the error of the embedded store."""
    with pytest.raises(StoreError, match="no store"), IsolatedStore(tmp_path) as store:
        store.ask("ASK { }")
    broken = tmp_path / "broken.nq"
    broken.write_text("oops", encoding="utf-8")
    with pytest.raises(GraphError, match=r"broken\.nq:1:"), IsolatedStore(broken) as store:
        store.ask("ASK { }")
