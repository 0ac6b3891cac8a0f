"""The saved queries that pair claims with one another give the rows of the plain patterns, which are far slower.

The folder `plain` has each as one would write it, with the same header.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.ports import Quad, Term
from kg.querying import read_catalogue, run
from kg.resources import resource
from kg.storing import EmbeddedStore
from kg.vocabulary import day, iri, name, text
from tests.storing.many import many_articles

QUERIES, PLAIN = read_catalogue([resource("queries")]), read_catalogue([Path(__file__).parent / "plain"])
TITLES = ("镇长", "副镇长", "教师", "镇党委书记")


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    """Give many articles, whose figures differ, and posts that several people hold, not all on a known day."""
    store = EmbeddedStore.in_memory(many_articles(60))
    store.load(quad for number in range(24) for quad in _claim(number))
    return store


def _claim(number: int) -> Iterator[Quad]:
    """Say that one of five people holds one of four posts of one of two bodies."""
    person, body = _id(f"person/{number % 5}"), _id(f"organization/{number // 12}")
    claim = _id(f"tenure/{number}")
    said = [
        (claim, "rdf:type", name("press:Tenure")),
        (claim, "org:organization", body),
        (claim, "org:member", person),
        (claim, "press:title", text(TITLES[number % 4], "zh")),
        (claim, "press:status", iri("https://w3id.org/pressgraph/concept/status/incumbent")),
        (person, "rdfs:label", text(f"甲{number % 5}", "zh")),
        (body, "rdfs:label", text(f"某镇{number // 12}", "zh")),
    ]
    if number % 3:
        said.append((claim, "press:asOf", day(date(2031, 5, number + 1))))
    for subject, predicate, value in said:
        yield Quad(subject, name(predicate), value, _id("article/posts"))


def _id(path: str) -> Term:
    return iri(f"https://w3id.org/pressgraph/id/{path}")


@pytest.mark.parametrize("asked", PLAIN)
def test_pairs_are_those_of_the_plain_patterns(store: EmbeddedStore, asked: str) -> None:
    """Every row is there as often as by the plain patterns, and there are some."""
    table, plain = run(store, QUERIES[asked]), run(store, PLAIN[asked])
    assert table.columns == plain.columns
    assert Counter(table.rows) == Counter(plain.rows)
    assert len(table.rows) > 1


@pytest.mark.parametrize("asked", PLAIN)
def test_pages_follow_one_another(store: EmbeddedStore, asked: str) -> None:
    """The pages of an answer, put together, are the answer."""
    whole = run(store, QUERIES[asked]).rows
    size = len(whole) // 3 + 1
    pages = [run(store, QUERIES[asked], limit=size, offset=size * page).rows for page in range(3)]
    assert tuple(row for page in pages for row in page) == whole
