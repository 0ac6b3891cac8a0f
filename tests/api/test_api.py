"""The Python interface, as a notebook uses it."""

from pathlib import Path

import pandas as pd
import pytest
from rdflib import Graph

import kg
from kg.errors import InputError, QueryError, UsageError
from kg.resources import resource
from tests.pipeline.stages import PAGE, read_page


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> kg.Build:
    """Give a build of the example pages."""
    out = tmp_path_factory.mktemp("build") / "graph"
    return kg.build(resource("examples/pages"), out=out, metadata=resource("examples/metadata.csv"))


def test_a_build_has_its_articles(build: kg.Build) -> None:
    """Articles come in the order of their files, as in `articles.jsonl`."""
    files = [article["source_files"][0] for article in build.articles]
    assert files == sorted(files)
    assert len(files) == build.manifest["counts"]["articles"]


def test_facts_show_their_words(build: kg.Build) -> None:
    """Each quote stands at its offsets in its article, and facts come in the order of the text."""
    texts = {article["id"]: article["text"] for article in build.articles}
    facts = build.facts()
    assert {fact.kind for fact in facts} == {"tenure", "participation", "figure"}
    for fact in facts:
        for quote in fact.quotes:
            assert texts[fact.article][quote.start : quote.end] == quote.text


def test_facts_are_chosen_by_kind_and_name(build: kg.Build) -> None:
    """`about` keeps what names a thing, the kind keeps its kind."""
    facts = build.facts("tenure", about="沈维舟")
    assert {(fact.kind, fact.subject) for fact in facts} == {("tenure", "沈维舟")}
    assert "书记" in str(facts[0])


def test_an_unknown_kind_of_fact_is_refused(build: kg.Build) -> None:
    """A slip in the kind is an error that lists the kinds."""
    with pytest.raises(QueryError, match="tenure, participation, figure"):
        build.facts("rumour")  # type: ignore[arg-type]


def test_queries_give_rows_and_frames(build: kg.Build) -> None:
    """Saved queries take parameters; rows are dictionaries, and a DataFrame has as many."""
    rows = build.query("posts", person="沈维舟")
    assert {row["person"] for row in rows} == {"沈维舟"}
    frame = rows.to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert (list(frame.columns), len(frame)) == (list(rows.columns), len(rows))
    assert rows[0] == rows[:1][0]


def test_sparql_may_be_written_out(build: kg.Build) -> None:
    """A query may be given as SPARQL."""
    rows = build.query("SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a <https://w3id.org/pressgraph/ontology#Article> }")
    assert rows[0]["n"] == str(len(build.articles))


def test_the_graph_is_one_of_rdflib(build: kg.Build) -> None:
    """All triples are there, without blank nodes."""
    graph = build.graph()
    assert isinstance(graph, Graph)
    assert len(graph) == build.validate().triples


def test_a_build_is_opened_again(build: kg.Build) -> None:
    """What was built can be opened later."""
    again = kg.open_build(build.directory)
    assert again.facts() == build.facts()
    assert str(build.manifest["counts"]["articles"]) in repr(again)


def test_what_is_no_build_is_not_opened(tmp_path: Path) -> None:
    """A folder without a finished build is refused, with the command that makes one."""
    with pytest.raises(UsageError, match="kg build"):
        kg.open_build(tmp_path)


def test_a_text_is_read_without_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text gives articles, facts, rows and a graph, and writes nothing."""
    monkeypatch.chdir(tmp_path)
    reading = read_page()
    assert [article["headline"] for article in reading.articles][1] == "社区食堂开到家门口"
    assert any(fact.subject == "陈望舒" for fact in reading.facts("tenure"))
    assert len(reading.query("posts", person="陈望舒")) > 0
    assert len(reading.graph()) > len(reading.facts())
    assert list(tmp_path.iterdir()) == []


def test_text_and_file_give_the_same_facts(tmp_path: Path) -> None:
    """What is read in memory is what a build finds."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    built = kg.build(tmp_path / "page.txt", out=tmp_path / "out", date="2023-05-10", place="临江市云溪区")
    said = [(fact.kind, fact.subject, fact.relation, fact.object, fact.quotes) for fact in built.facts()]
    assert said == [(f.kind, f.subject, f.relation, f.object, f.quotes) for f in read_page().facts()]


def test_an_empty_text_is_refused() -> None:
    """A text without a word raises what a file without a word would."""
    with pytest.raises(InputError, match="empty"):
        kg.read_text(" \n")


def test_what_is_not_there_is_an_attribute_error() -> None:
    """A slip in a name is an ordinary error."""
    with pytest.raises(AttributeError, match="biuld"):
        kg.biuld  # noqa: B018
    assert "build" in dir(kg)
