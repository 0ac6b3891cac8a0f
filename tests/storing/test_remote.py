"""An endpoint that misbehaves gives an error that says what to do; a good one answers every form."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from kg.errors import KgError, QueryError, StoreError, UsageError
from kg.querying import run
from kg.storing.credentials import Credentials, credentials_for
from kg.storing.embedded import EmbeddedStore
from kg.storing.loading import load
from kg.storing.remote import RemoteStore
from kg.storing.servers import connect
from kg.storing.transport import Transport
from tests.storing import servers

SMALL = Path(__file__).parents[1] / "data" / "small.nq"
Answer = tuple[int, str, bytes]
JSON_TYPE = "application/sparql-results+json"


@contextmanager
def endpoint(reply: Callable[["Asked"], Answer]) -> Iterator[str]:
    """Run an endpoint that answers what a function says."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            status, kind, answer = reply(Asked(dict(self.headers), {k: v[0] for k, v in parse_qs(body).items()}))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            if status in (301, 302, 307):
                self.send_header("Location", answer.decode())
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Keep silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql"
        server.shutdown()


class Asked:
    """What a request said."""

    def __init__(self, headers: dict[str, str], form: dict[str, str]) -> None:
        self.headers, self.form = headers, form


def _always(status: int, kind: str, body: bytes) -> Callable[[Asked], Answer]:
    return lambda _asked: (status, kind, body)


@pytest.mark.parametrize(
    ("answer", "error", "said"),
    [
        ((400, "text/plain", b"Parse error: line 1"), QueryError, "Parse error: line 1"),
        ((401, "text/plain", b"no"), StoreError, "PRESSGRAPH_USER"),
        ((403, "text/plain", b"no"), StoreError, "PRESSGRAPH_USER"),
        ((404, "text/html", b"<h1>nothing</h1>"), StoreError, "no endpoint"),
        ((500, "text/plain", b"out of memory"), StoreError, "out of memory"),
        ((503, "text/plain", b"busy"), StoreError, "503"),
        ((200, "text/html", b"<html><b>Welcome</b> to my page</html>"), StoreError, "Welcome"),
        ((200, JSON_TYPE, b'{"head": {}}'), StoreError, "no table"),
        ((200, JSON_TYPE, b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": 1}]}}'), StoreError, "no table"),
        ((200, JSON_TYPE, b""), StoreError, "no JSON"),
        ((200, JSON_TYPE, b"\xff\xfe"), StoreError, "no JSON"),
        ((200, JSON_TYPE, b"[]"), StoreError, "no table"),
    ],
)
def test_a_bad_answer_is_an_error_that_says_what(answer: Answer, error: type[KgError], said: str) -> None:
    """The address and what the server said are named, without markup."""
    with endpoint(_always(*answer)) as url, pytest.raises(error, match=said) as failure:
        RemoteStore(url, profile="sparql").select("SELECT * { ?s ?p ?o }")
    assert "127.0.0.1" in str(failure.value)
    assert "<" not in str(failure.value)


def test_a_slow_server_is_given_up() -> None:
    """A time-out is an error, in time."""

    def slow(_asked: Asked) -> Answer:
        time.sleep(3)
        return 200, JSON_TYPE, b"{}"

    started = time.monotonic()
    with endpoint(slow) as url:
        with pytest.raises(StoreError, match="--time-out"):
            RemoteStore(url, profile="sparql", time_out=1).ask("ASK { }")
        assert time.monotonic() - started < 2.5


def test_nobody_there() -> None:
    """A closed port is an error, not a trace."""
    with pytest.raises(StoreError, match="127"):
        RemoteStore(f"http://127.0.0.1:{servers.free_port()}/").ask("ASK { }")


def test_an_answer_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cut answer would be wrong, so there is none."""
    monkeypatch.setattr("kg.storing.remote.MAX_BYTES", 1000)
    with endpoint(_always(200, JSON_TYPE, b" " * 2000)) as url, pytest.raises(QueryError, match="limit"):
        RemoteStore(url, profile="sparql").ask("ASK { }")


def test_values_of_virtuosos_json_are_read() -> None:
    """Virtuoso says `typed-literal`, puts raw line feeds into strings, and answers ASK in a form of its own."""
    body = (
        b'{"head": {"vars": ["a", "b"]}, "results": {"bindings": [{"a": {"type": "typed-literal", '
        b'"datatype": "http://www.w3.org/2001/XMLSchema#integer", "value": "5"}, '
        b'"b": {"type": "literal", "value": "x\ny"}}]}}'
    )
    with endpoint(_always(200, JSON_TYPE, body)) as url:
        assert RemoteStore(url, profile="sparql").select("SELECT * { }").texts() == (("5", "x\ny"),)
    with endpoint(_always(200, JSON_TYPE, b'{ "head": { "link": [] }, "boolean": true}')) as url:
        assert RemoteStore(url, profile="sparql").ask("ASK { }")


def test_the_union_is_asked_for_as_each_server_wants() -> None:
    """The parameter goes along, unless the query names graphs itself; the word in a string or comment is no matter."""
    seen: list[dict[str, str]] = []

    def reply(asked: Asked) -> Answer:
        seen.append(asked.form)
        return 200, JSON_TYPE, json.dumps({"boolean": True}).encode()

    with endpoint(reply) as url:
        store = RemoteStore(url, profile="fuseki")
        store.ask('ASK { ?s ?p "GRAPH ?g" } # GRAPH')
        store.ask("ASK { GRAPH ?g { ?s ?p ?o } }")
    assert [form.get("default-graph-uri") for form in seen] == ["urn:x-arq:UnionGraph", None]


def test_secrets_come_from_the_environment_or_netrc(tmp_path: Path) -> None:
    """A token goes before a user, the environment before netrc; no secret shows."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine example.org login ann password s3cret\n", encoding="utf-8")
    url = "https://example.org/sparql"
    found = credentials_for(url, "digest", {"NETRC": str(netrc)})
    assert found == Credentials(scheme="digest", user="ann", secret="s3cret")
    assert "s3cret" not in repr(found)
    user = {"PRESSGRAPH_USER": "bob", "PRESSGRAPH_PASSWORD": "pw", "NETRC": str(netrc)}
    assert credentials_for(url, "basic", user) == Credentials(scheme="basic", user="bob", secret="pw")
    assert credentials_for(url, "basic", {**user, "PRESSGRAPH_TOKEN": "t"}) == Credentials(scheme="bearer", secret="t")
    assert credentials_for("https://example.com/", "basic", {"NETRC": str(netrc)}) is None
    with pytest.raises(UsageError, match="PRESSGRAPH_PASSWORD"):
        credentials_for("https://ann:s3cret@example.org/", "basic", {})


@pytest.mark.parametrize(("token", "expected"), [("t", "Bearer t"), (None, "Basic YW5uOnB3")])
def test_a_password_goes_along_and_to_no_other_server(
    token: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writing requests carry the secret, and do not follow a redirection with it."""
    for name, value in (("USER", "ann"), ("PASSWORD", "pw"), ("TOKEN", token)):
        monkeypatch.setenv(f"PRESSGRAPH_{name}", value) if value else monkeypatch.delenv(
            f"PRESSGRAPH_{name}", raising=False
        )
    heard: list[str] = []

    def other(asked: Asked) -> Answer:
        heard.append(asked.headers.get("Authorization", ""))
        return 200, "text/plain", b""

    with endpoint(other) as elsewhere:
        with endpoint(_always(307, "text/plain", elsewhere.encode())) as url, pytest.raises(StoreError, match="307"):
            connect(url, profile="sparql").update("DROP ALL")
        assert heard == []
        connect(elsewhere, profile="sparql").update("DROP ALL")
    assert heard == [expected]


def test_a_busy_server_is_tried_again_with_growing_pauses() -> None:
    """Statuses that pass are waited out, others are not."""
    answers = iter([503, 429, 200])
    pauses: list[float] = []
    with endpoint(lambda _asked: (next(answers), "text/plain", b"")) as url:
        Transport(base=url, pause=pauses.append).send("POST", "", b"", "text/plain")
    assert pauses == [0.25, 0.5]
    pauses.clear()
    with (
        endpoint(_always(400, "text/plain", b"no such thing")) as url,
        pytest.raises(StoreError, match="no such thing"),
    ):
        Transport(base=url, pause=pauses.append).send("POST", "", b"", "text/plain")
    assert pauses == []


def test_every_form_is_answered(server: servers.Server) -> None:
    """SELECT, ASK and CONSTRUCT work on a real server, and a broken query is an error of the query."""
    load(EmbeddedStore.from_file(SMALL), connect(server.base), collection="forms")
    store = RemoteStore(server.query)
    assert run(store, "SELECT ?s { ?s ?p '苏映雪'@zh } LIMIT 1").rows
    assert run(store, "ASK { ?s ?p '苏映雪'@zh }").texts() == (("true",),)
    assert run(store, "ASK { ?s ?p '无此人'@zh }").texts() == (("false",),)
    assert len(list(store.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", limit=5))) == 5
    with pytest.raises(QueryError):
        store.select("SELECT ?s { ?s ?p }")
