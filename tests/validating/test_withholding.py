"""What breaks the rules is set apart with all that rests on it, and the rest conforms."""

import json
from pathlib import Path

import pytest

from kg.graphfile import read_graph
from kg.mapping import map_article, map_tables
from kg.storing import EmbeddedStore
from kg.validating import validate, withheld, without, write_withheld
from kg.vocabulary import DEFAULT_BASE, name
from kg.writing import write_nquads
from tests.stories import meeting


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """Return the file of a graph that conforms."""
    story = meeting()
    out = tmp_path / "graph.nq"
    write_nquads([*map_article(story, base_iri=DEFAULT_BASE), *map_tables(story, base_iri=DEFAULT_BASE)], out)
    return out


def _classes(path: Path) -> set[str]:
    return {quad.object.rpartition("#")[2][:-1] for quad in read_graph(path) if quad.predicate == name("rdf:type")}


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        ('title> "区委书记"@zh', 'title> "区长"@zh', {"Tenure", "Membership"}),
        ('exact> "陈望舒"', 'exact> "陈望书"', {"Official", "Tenure"}),
        ('asWritten> "三公里"', 'asWritten> "五公里"', set()),
        ('exact> "8月20日"', 'exact> "8月21日"', set()),
    ],
    ids=["a claim", "the quote of a name", "one of two figures", "the quote of a time"],
)
def test_the_rest_of_the_graph_stands(graph: Path, old: str, new: str, gone: set[str]) -> None:
    """Without the facts that are at fault and what rests on them, the graph conforms, and most of it is there."""
    text = graph.read_text(encoding="utf-8")
    graph.write_text(text.replace(old, new), encoding="utf-8")
    before, report = _classes(graph), validate(graph)
    assert not report.conforms
    rest = graph.with_name("rest.nq")
    kept = write_nquads(without(read_graph(graph), withheld(EmbeddedStore.in_memory(read_graph(graph)), report)), rest)
    assert validate(rest).conforms
    assert kept > text.count("\n") * 0.8
    assert before - _classes(rest) >= gone


def test_what_is_set_apart_keeps_its_sentence(graph: Path, tmp_path: Path) -> None:
    """The quarantine has a line a violation, with the file, the sentence, and what to do."""
    text = graph.read_text(encoding="utf-8")
    graph.write_text(text.replace('title> "区委书记"@zh', 'title> "区长"@zh'), encoding="utf-8")
    path = write_withheld(validate(graph), tmp_path / "quarantine")
    (line,) = path.read_text(encoding="utf-8").splitlines()
    entry = json.loads(line)
    assert entry["place"]["file"] == "qinghe/a2.txt"
    assert "陈望舒主持会议" in entry["place"]["sentence"]
    assert entry["remedy_zh"]


def test_an_article_is_not_set_apart(graph: Path) -> None:
    """The fault of an article itself stays in the report: it is the file that must be built again."""
    text = graph.read_text(encoding="utf-8")
    graph.write_text(text.replace('textHash> "', 'textHash> "00'), encoding="utf-8")
    report = validate(graph)
    assert not report.conforms
    assert withheld(EmbeddedStore.in_memory(read_graph(graph)), report) == frozenset()
