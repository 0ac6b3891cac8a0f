"""A build arrives on a server whole, once, and stays whole through changes, withdrawals and interruptions."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import StoreError, UsageError
from kg.graphfile import read_graph
from kg.ports import Quad, Term
from kg.storing import EmbeddedStore
from kg.storing.loading import graph_digest, load
from kg.storing.servers import Server, connect
from tests.storing import servers

SMALL = Path(__file__).parents[1] / "data" / "small.nq"
ARTICLE = Term("<https://w3id.org/pressgraph/id/article/a1>")


@pytest.fixture
def target(server: servers.Server) -> Iterator[Server]:
    """Give the server, empty, and empty it afterwards."""
    connected = connect(server.base)
    _empty(connected)
    yield connected
    _empty(connected)


def _empty(target: Server) -> None:
    found = target.store.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").texts()
    if graphs := [graph for (graph,) in found if "pressgraph" in graph]:
        target.drop(graphs)


def _same(source: EmbeddedStore, target: Server) -> bool:
    return all(graph_digest(target.store, graph) == graph_digest(source, graph) for graph in source.graphs())


def test_the_kind_of_server_is_told_by_its_answers(server: servers.Server, target: Server) -> None:
    """Nobody has to say which server it is."""
    assert target.profile.name == server.profile


def test_what_arrives_is_what_was_sent(target: Server) -> None:
    """Every graph comes back triple by triple, and a second load sends nothing."""
    source = EmbeddedStore.from_file(SMALL)
    first = load(source, target)
    assert (first.sent, first.unchanged, first.dropped) == (5, 0, 0)
    assert first.triples == len(list(source.sorted_dump()))
    assert _same(source, target)
    second = load(source, target)
    assert (second.sent, second.unchanged, second.triples_sent) == (0, 5, 0)


def test_only_what_changed_travels(target: Server) -> None:
    """A changed article is sent alone, a withdrawn one dropped."""
    source = EmbeddedStore.from_file(SMALL)
    load(source, target)
    label = next(quad for quad in read_graph(SMALL) if quad.graph == ARTICLE)
    source.drop(ARTICLE)
    source.load([label])
    source.drop(Term("<https://w3id.org/pressgraph/id/article/a3>"))
    report = load(source, target)
    assert (report.sent, report.unchanged, report.dropped) == (1, 3, 1)
    assert _same(source, target)
    assert not target.store.ask("ASK { GRAPH <https://w3id.org/pressgraph/id/article/a3> { ?s ?p ?o } }")


def test_a_large_graph_goes_in_chunks(target: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A graph larger than one request arrives whole."""
    monkeypatch.setattr("kg.storing.servers.CHUNK", 7)
    source = EmbeddedStore.from_file(SMALL)
    load(source, target)
    assert _same(source, target)


def test_hard_texts_survive(target: Server) -> None:
    """Quotes, line ends, rare characters and long texts come back as they were."""
    texts = ['"quoted" \\ back', "line\nfeed\ttab", "𠮷野家", "é", "长" * 20_000, "'''", "{}%s", " "]
    subject, graph = Term("<https://w3id.org/pressgraph/id/x>"), Term("<https://w3id.org/pressgraph/id/g>")
    predicate = Term("<http://www.w3.org/2000/01/rdf-schema#label>")
    escaped = [
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") for text in texts
    ]
    source = EmbeddedStore.in_memory(Quad(subject, predicate, Term(f'"{text}"@zh'), graph) for text in escaped)
    load(source, target)
    assert _same(source, target)


def test_a_load_that_breaks_off_goes_on(target: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a failure in mid-load, the next run sends what is missing and the graphs are whole."""
    source = EmbeddedStore.from_file(SMALL)
    monkeypatch.setattr("kg.storing.loading.BATCH", 2)
    add, calls = Server.add, []

    def failing(self: Server, graph: str, lines: bytes) -> None:
        calls.append(graph)
        if len(calls) == 4:
            add(self, graph, b"".join(lines.splitlines(keepends=True)[:3]))
            raise StoreError("the line is cut")
        add(self, graph, lines)

    monkeypatch.setattr(Server, "add", failing)
    with pytest.raises(StoreError, match="cut"):
        load(source, target)
    report = load(source, target)
    assert (report.sent, report.unchanged) == (3, 2)
    assert _same(source, target)


def test_a_graph_that_somebody_emptied_is_noticed(target: Server) -> None:
    """Counts that differ are an error, and the next run mends them."""
    source = EmbeddedStore.from_file(SMALL)
    load(source, target)
    target.drop([ARTICLE[1:-1]])
    with pytest.raises(StoreError, match="a1"):
        load(source, target)
    assert load(source, target).sent == 1
    assert _same(source, target)


def test_a_wrong_directory_does_not_drop_everything(target: Server) -> None:
    """Dropping more than half of the graphs needs a word; under another name nothing is dropped."""
    load(EmbeddedStore.from_file(SMALL), target)
    other = EmbeddedStore.in_memory(
        [Quad(ARTICLE, Term("<http://x/p>"), Term('"x"'), Term("<https://w3id.org/pressgraph/y>"))]
    )
    with pytest.raises(UsageError, match="drop-many"):
        load(other, target)
    assert load(other, target, collection="other").dropped == 0
    assert load(other, target, drop_many=True).dropped == 5


def test_updates_alone_will_do(target: Server) -> None:
    """A server without the Graph Store Protocol is loaded by SPARQL Update."""
    source = EmbeddedStore.from_file(SMALL)
    plain = connect(target.base, profile=target.profile.name)
    plain = replace(plain, profile=replace(plain.profile, graphs=None))
    load(source, plain)
    assert _same(source, plain)
