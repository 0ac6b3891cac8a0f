"""The embedded store keeps what it is given and answers over the union of its graphs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import GraphError, QueryError, StoreError, UsageError
from kg.graphfile import read_graph
from kg.ports import Quad, Term
from kg.storing import EmbeddedStore

SMALL = Path(__file__).parents[1] / "data" / "small.nq"
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


def _quad(subject: str, graph: str) -> Quad:
    return Quad(Term(f"<http://x/{subject}>"), Term("<http://x/p>"), Term('"文"@zh'), Term(f"<http://x/{graph}>"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """Give an empty store on disk."""
    with EmbeddedStore.create(tmp_path / "store") as made:
        yield made


def test_loads_more_than_a_chunk_and_counts(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Quads beyond one chunk all arrive."""
    monkeypatch.setattr("kg.storing.embedded.CHUNK", 10)
    assert store.load(_quad(str(number), "g") for number in range(25)) == 25
    assert store.select(COUNT).texts() == (("25",),)


def test_withdrawing_leaves_what_the_next_state_has_and_tells_what_it_lacks(store: EmbeddedStore) -> None:
    """A graph comes to its next state by what differs; other graphs stay as they were."""
    graph = Term("<http://x/g>")
    store.load([_quad("old", "g"), _quad("stays", "g"), _quad("old", "h")])
    new = "".join(f"{' '.join(_quad(each, 'g'))} .\n" for each in ("new", "stays")).encode()
    lacking = store.withdraw(graph, new)
    assert lacking == f"{' '.join(_quad('new', 'g'))} .\n".encode()
    store.load_graphs([(graph, lacking)])
    expected = sorted([_quad("new", "g"), _quad("stays", "g"), _quad("old", "h")])
    assert list(store.sorted_dump()) == expected
    assert store.select(COUNT).texts() == (("3",),)


def test_dropping_a_graph_keeps_what_others_say(store: EmbeddedStore) -> None:
    """A triple of two graphs is found once, and found until the last of them is gone."""
    store.load([_quad("both", "g"), _quad("both", "h"), _quad("one", "g")])
    everything = "SELECT ?s { ?s ?p ?o } ORDER BY STR(?s)"
    assert store.select(everything).texts() == (("http://x/both",), ("http://x/one",))
    store.drop(Term("<http://x/g>"))
    assert store.select(everything).texts() == (("http://x/both",),)
    store.drop(Term("<http://x/h>"))
    assert store.select(everything).texts() == ()


def test_is_read_by_another_while_closed(tmp_path: Path) -> None:
    """What was written is there when the store is opened again for reading."""
    with EmbeddedStore.create(tmp_path) as writer:
        writer.load(read_graph(SMALL))
    with EmbeddedStore.open(tmp_path) as first, EmbeddedStore.open(tmp_path) as second:
        assert list(first.sorted_dump()) == list(second.sorted_dump()) == sorted(read_graph(SMALL))


def test_dump_is_the_sorted_file() -> None:
    """The store gives back what the file holds, term by term."""
    given = sorted(read_graph(SMALL))
    assert list(EmbeddedStore.from_file(SMALL).sorted_dump()) == given


def test_queries_see_all_graphs_as_one() -> None:
    """A query without GRAPH joins triples of several graphs."""
    store = EmbeddedStore.from_file(SMALL)
    query = 'SELECT DISTINCT ?g { ?s <http://www.w3.org/2000/01/rdf-schema#label> "苏映雪"@zh . GRAPH ?g { ?s a ?c } }'
    assert len(store.select(query).rows) == 2


def test_limit_marks_what_it_cuts() -> None:
    """A table says that rows were cut off, and only then."""
    store = EmbeddedStore.in_memory([_quad("a", "g"), _quad("b", "g")])
    assert store.select("SELECT ?s { ?s ?p ?o }", limit=1).truncated
    assert not store.select("SELECT ?s { ?s ?p ?o }", limit=2).truncated


@pytest.mark.parametrize("query", ["SELECT ?x {", "ASK { ?s ?p ?o }", "DROP ALL"])
def test_refuses_what_is_no_select(query: str) -> None:
    """A broken query, or one of another kind, is an error of the query."""
    with pytest.raises(QueryError):
        EmbeddedStore.in_memory().select(query)


def test_ask_and_construct() -> None:
    """ASK gives a truth value, CONSTRUCT triples as written."""
    store = EmbeddedStore.in_memory([_quad("a", "g")])
    assert store.ask("ASK { ?s ?p ?o }")
    triple = (Term("<http://x/a>"), Term("<http://x/p>"), Term('"文"@zh'))
    assert list(store.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")) == [triple]


def test_a_missing_store_is_named(tmp_path: Path) -> None:
    """Opening a directory without a store for reading says which."""
    with pytest.raises(StoreError, match="nothing-here"):
        EmbeddedStore.open(tmp_path / "nothing-here")


def test_bad_graph_files_are_named_with_their_line(tmp_path: Path) -> None:
    """A graph file that does not parse is named with its line; one of another kind is refused."""
    broken = tmp_path / "broken.ttl"
    broken.write_text("<http://x/a> <http://x/p> 1 .\n<http://x/a> oops", encoding="utf-8")
    with pytest.raises(GraphError, match=r"broken\.ttl:2:"):
        EmbeddedStore.from_file(broken)
    with pytest.raises(UsageError, match=r"\.docx"):
        EmbeddedStore.from_file(tmp_path / "a.docx")


def test_graphs_can_be_named_in_memory() -> None:
    """A query that names graphs sees them and their union at once, also after changes."""
    store = EmbeddedStore.in_memory([_quad("a", "g"), _quad("a", "h")])
    both = "SELECT ?g ?s { ?s ?p ?o . GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s"
    assert len(store.select(both).rows) == 2
    store.load([_quad("b", "h")])
    assert len(store.select(both).rows) == 3
    store.remove([_quad("a", "g")])
    assert len(store.select(both).rows) == 2
    assert len(store.select("SELECT ?s { ?s ?p ?o }").rows) == 2
    store.remove([_quad("a", "h")])
    assert len(store.select(both).rows) == len(store.select("SELECT ?s { ?s ?p ?o }").rows) == 1
