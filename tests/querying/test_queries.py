"""The saved queries that ship: each answers its sample as pinned, and keeps what makes answers equal on every store."""

from pathlib import Path

import pytest

from kg.querying import FORMATS, SavedQuery, construct, read_catalogue, run
from kg.resources import resource
from kg.storing import EmbeddedStore
from kg.vocabulary import PRESS
from tests.querying.samples import SMALL as SMALL_SAMPLES

HERE = Path(__file__).parent
SMALL = HERE.parent / "data" / "small.nq"
EXPECTED = HERE / "expected" / "small"
QUERIES = read_catalogue([resource("queries")])
GROUPS = {"people", "events", "campaigns", "figures", "organizations", "places", "sources", "checks"}

ORG, LABEL = "http://www.w3.org/ns/org#", "http://www.w3.org/2000/01/rdf-schema#label"

every_query = pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    """Give the small graph in memory."""
    return EmbeddedStore.from_file(SMALL)


def answer(store: EmbeddedStore, query: SavedQuery) -> str:
    """Write the answer to a query's sample as TSV, of a CONSTRUCT as sorted triples."""
    if query.checked.form == "CONSTRUCT":
        return "".join(
            sorted(
                f"{' '.join(triple)} .\n" for triple in set(construct(store, query, SMALL_SAMPLES.get(query.name, {})))
            )
        )
    return FORMATS["tsv"](run(store, query, SMALL_SAMPLES.get(query.name, {})))


@every_query
def test_answers_its_sample(store: EmbeddedStore, query: SavedQuery) -> None:
    """The answer on the small graph is the one that was checked by eye."""
    path = EXPECTED / f"{query.name}.{'nt' if query.checked.form == 'CONSTRUCT' else 'tsv'}"
    assert answer(store, query) == path.read_text(encoding="utf-8")


def test_deputies_stand_in_the_timeline_of_a_post_only_where_they_are_asked_for(tmp_path: Path) -> None:
    """A deputy or an assistant is no holder of the post whose title is part of theirs."""
    posts = ("县长", "副县长", "县长助理")
    lines = [
        f"""
        <urn:c{n}> a <{PRESS}Tenure> ; <{ORG}member> <urn:p{n}> ; <{ORG}organization> <urn:b> ;
          <{PRESS}title> "{title}"@zh ; <{PRESS}status> <urn:incumbent> ;
          <{PRESS}asOf> "2031-05-0{n}"^^<http://www.w3.org/2001/XMLSchema#date> .
        <urn:p{n}> <{LABEL}> "甲{n}"@zh . <urn:b> <{LABEL}> "云溪县人民政府"@zh ."""
        for n, title in enumerate(posts, start=1)
    ]
    graph = tmp_path / "posts.ttl"
    graph.write_text("".join(lines), encoding="utf-8")
    store, query = EmbeddedStore.from_file(graph), QUERIES["post-timeline"]
    asked = {
        title: [row[1] for row in run(store, query, {"organization": "云溪县", "title": title}).texts()]
        for title in posts
    }
    assert asked == {"县长": ["县长"], "副县长": ["副县长"], "县长助理": ["县长助理"]}


@every_query
def test_is_described_in_both_languages(query: SavedQuery) -> None:
    """A reader of either language learns what is asked, and what each parameter means."""
    assert query.summary
    assert query.title_zh
    assert set(query.tags) <= GROUPS
    assert query.tags
    assert all(parameter.label and parameter.label_zh for parameter in query.parameters)


@every_query
def test_does_not_depend_on_a_store(query: SavedQuery) -> None:
    """Rows are distinct and ordered to the last tie, since stores repeat triples of two graphs and order at will."""
    words = [token.text.upper() for token in query.checked.tokens]
    if query.checked.form != "SELECT":
        return
    assert words[words.index("SELECT") + 1] == "DISTINCT"
    assert "ORDER" in words
    assert "GROUP_CONCAT" not in words
    assert all(after == "DISTINCT" for word, after in zip(words, words[2:], strict=False) if word in ("COUNT", "SUM"))


@every_query
def test_required_parameters_have_a_sample(query: SavedQuery) -> None:
    """The sample runs without another word."""
    missing = {each.name for each in query.parameters if each.required and each.default is None} - set(query.test)
    assert not missing


def test_there_are_as_many_as_promised() -> None:
    """At least 25 queries, and no group without one."""
    assert len(QUERIES) >= 25
    assert {tag for query in QUERIES.values() for tag in query.tags} == GROUPS
