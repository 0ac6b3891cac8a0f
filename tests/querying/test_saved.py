"""Query files are read as grlc reads them; what is wrong in one is named with its line."""

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.querying import parse_query, read_catalogue, read_query
from kg.querying.finding import find_query

HEADER = """\
#+ summary: Posts
#+ x-title-zh: 职务
#+ tags:
#+   - people
#+ defaults:
#+   - name: 林
#+   - from: "2023-01-01"
#+ enumerate:
#+   - name: [林, 苏]
#+ pagination: 20
#+ x-view: {kind: bar, label: s}
SELECT ?s { ?s ?p ?_name . FILTER(?d > ?_from_date) }
"""


def _query(text: str) -> object:
    return parse_query(text, name="q", path=Path("q.rq"))


def test_a_header_as_grlc_writes_it() -> None:
    """Defaults and choices come as lists of pairs, other keys as they are."""
    query = parse_query(HEADER, name="q", path=Path("q.rq"))
    assert (query.summary, query.title_zh, query.tags, query.page_size) == ("Posts", "职务", ("people",), 20)
    name, start = query.parameters
    assert (name.default, name.choices) == ("林", ("林", "苏"))
    assert (start.name, start.type, start.default) == ("from", "date", "2023-01-01")
    assert dict(query.view) == {"kind": "bar", "label": "s"}


def test_a_query_without_header_is_a_query() -> None:
    """Plain SPARQL files run as they are."""
    assert parse_query("ASK { ?s ?p ?o }", name="q", path=Path("q.rq")).parameters == ()


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("#+ summary: a: b: c", "line 1, column 14"),
        ("#+ summary: x\n#+   tags: [a", "line "),
        ("#+ summary: x\n#+ sumary: y", "line 2, column 4"),
        ("#+ - a list", "line 1"),
        ("#+ pagination: many", "pagination"),
        ("#+ pagination: 0", "pagination"),
        ("#+ defaults: [1, 2]", "defaults"),
        ("#+ defaults: {nome: x}", "nome"),
        ("#+ defaults: {day: tomorrow}", "day"),
        ("#+ x-test: {day: tomorrow}", "day"),
        ("#+ x-test: {nome: x}", "nome"),
        ("#+ summary: !!python/object/apply:os.system [ls]", "YAML"),
    ],
)
def test_what_is_wrong_in_a_header_is_named(header: str, place: str) -> None:
    """A slip in the header is an error with its place, before anything is run."""
    with pytest.raises(QueryError, match=place):
        _query(f"{header}\nSELECT ?s {{ ?s ?p ?_day_date }}")


def test_errors_name_the_file(tmp_path: Path) -> None:
    """An unreadable or broken file is named."""
    broken = tmp_path / "broken.rq"
    broken.write_text("DROP ALL", encoding="utf-8")
    with pytest.raises(QueryError, match=r"broken\.rq: line 1"):
        read_query(broken)
    broken.write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(QueryError, match="UTF-8"):
        read_query(broken)


def test_queries_of_ones_own_come_first(tmp_path: Path) -> None:
    """A folder of the user's adds queries and may replace ours."""
    (tmp_path / "posts.rq").write_text("ASK { ?mine ?p ?o }", encoding="utf-8")
    (tmp_path / "another.rq").write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    assert find_query("posts", [tmp_path]).checked.form == "ASK"
    assert list(read_catalogue([tmp_path])) == ["another", "posts"]
    with pytest.raises(QueryError, match="no such folder"):
        read_catalogue([tmp_path / "none"])


@pytest.mark.parametrize("name", ["post", "../queries/posts", "/etc/passwd", "", "\x00", "posts.rq"])
def test_a_name_is_no_path(name: str) -> None:
    """What is no name of a query finds nothing, and the nearest names are told."""
    with pytest.raises(QueryError):
        find_query(name)
