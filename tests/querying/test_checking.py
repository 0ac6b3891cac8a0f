"""A query that does more than ask this store is refused before any parser sees it."""

import pytest

from kg.errors import QueryError
from kg.querying.checking import MAX_DEPTH, bounded, check

ALL = "SELECT ?s { ?s ?p ?o }"


@pytest.mark.parametrize("form", ["SELECT ?s", "ASK", "CONSTRUCT { ?s ?p ?o } WHERE", "DESCRIBE ?s WHERE"])
def test_the_four_forms_are_told_behind_a_prologue(form: str) -> None:
    """Prefixes, a base and comments before the form do not hide it."""
    query = f"# SERVICES are fine in comments\nBASE <http://b/>\nPREFIX a: <http://x/service/>\n{form} {{ ?s ?p ?o }}"
    assert check(query).form == form.split(maxsplit=1)[0]


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <http://x/a> <http://x/b> 1 }",
        "PREFIX x: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "DROP ALL",
        "CLEAR DEFAULT",
        "WITH <http://x/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "SELECT ?s { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT ?s { SeRvIcE SILENT ?where { ?s ?p ?o } }",
        "SELECT ?s{service<http://x/>{?s ?p ?o}}",
        # Seen by the grammar's longest match as an IRI and a long string, by some parsers as a comment and SERVICE.
        "SELECT ?s { ?s ?p ?a FILTER(?a<?b#>'''\n) SERVICE <http://x/> { ?s ?p ?o } #'''\n }",
        "SELECT ?s { \\u0053ERVICE <http://x/> { ?s ?p ?o } }",
        'SELECT ?s { ?s ?p "\\u0022 }',
        "",
        "SELEC ?s { ?s ?p ?o }",
        "{" * 5000,
        f"SELECT ?s {{ ?s ?p {'(' * 200} }}",
        f"SELECT ?s {{ ?s ?p ?o FILTER({'!' * 5000}true) }}",
        f"SELECT ?s {{ ?s {'^' * 5000}?p ?o }}",
        "SELECT ?s { ?s ?p ?o }" + " " * 200_000,
        "SELECT ?s { ?s ?p ?o } \x00",
        "SELECT ?s FROM x:y { ?s ?p ?o }",
        "SELECT ?s FROM <http://x/a> { ?s ?p ?o }",
        "SELECT ?s FROM NAMED <http://x/a> { ?s ?p ?o }",
    ],
)
def test_is_refused(query: str) -> None:
    """Updates, SERVICE in any disguise, escapes, and what is too deep or too long are refused."""
    with pytest.raises(QueryError):
        check(query)


def test_depth_up_to_the_limit_is_allowed() -> None:
    """Nesting that people write is not refused."""
    depth = MAX_DEPTH - 1
    assert check("SELECT ?s { " + "{ " * (depth - 1) + "?s ?p ?o" + " }" * (depth - 1) + " }").form == "SELECT"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ALL, f"{ALL}\nLIMIT 3\n"),
        (f"{ALL} # LIMIT 9", f"{ALL} # LIMIT 9\nLIMIT 3\n"),
        (f"{ALL} LIMIT 9", f"{ALL} LIMIT 9"),
        (f"{ALL} VALUES ?s {{ 1 }}", f"{ALL} VALUES ?s {{ 1 }}"),
        (
            "SELECT ?s { { SELECT ?s { ?s ?p ?o } LIMIT 1 } }",
            "SELECT ?s { { SELECT ?s { ?s ?p ?o } LIMIT 1 } }\nLIMIT 3\n",
        ),
        ("ASK { ?s ?p ?o }", "ASK { ?s ?p ?o }"),
    ],
)
def test_a_limit_is_added_where_there_is_none(query: str, expected: str) -> None:
    """A limit of the query's own stays; one of a subquery doesn't count."""
    assert bounded(check(query), 3) == expected
