"""Tokens are those of SPARQL, and joined they are the query again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.querying.tokens import significant, tokenize


def _kinds(query: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in significant(query)]


def test_strings_comments_and_iris_hide_what_is_in_them() -> None:
    """A brace or a hash inside a string, an IRI or a comment is no token of its own."""
    query = """SELECT ?s { ?s <http://x/#a> "} # \\" {" . # } LOAD
    ?s ?p '''it's
    long''' }"""
    assert [text for kind, text in _kinds(query) if kind == "sign"] == ["{", ".", "}"]
    assert [text for kind, text in _kinds(query) if kind == "iri"] == ["<http://x/#a>"]
    assert [text for kind, text in _kinds(query) if kind == "string"][1].startswith("'''it's")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("?名字", "variable"),
        ("press:职务", "prefixed"),
        ("press:a.b", "prefixed"),
        (":", "prefixed"),
        ("@zh-Hans", "language"),
        ("1.5e-3", "number"),
        ("_:b0", "blank"),
        ("SELECT", "word"),
        ("^^", "sign"),
        ('""', "string"),
        ("<http://x/y>", "iri"),
    ],
)
def test_each_kind_is_told(text: str, kind: str) -> None:
    """One token of each kind is recognised as a whole."""
    assert _kinds(text) == [(kind, text)]


@pytest.mark.parametrize("query", ['SELECT "', "SELECT 'a\nb'", "a ` b", "\\", '"""open'])
def test_what_is_no_token_is_an_error_with_its_place(query: str) -> None:
    """The place of the first character that begins no token is named."""
    with pytest.raises(QueryError, match=r"line 1, column \d"):
        list(tokenize(query))


@given(st.text(alphabet="?s<>{}'\"\\#@:. \n_azAZ09区^&|", max_size=60))
def test_tokens_joined_are_the_query(query: str) -> None:
    """Nothing is lost or changed, whatever the text; or it is refused."""
    try:
        tokens = list(tokenize(query))
    except QueryError:
        return
    assert "".join(token.text for token in tokens) == query
    assert all(query.startswith(token.text, token.start) for token in tokens)
