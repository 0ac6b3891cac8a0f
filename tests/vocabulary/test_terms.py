"""Terms are what every reader takes them for, whatever goes in."""

import unicodedata
from datetime import date
from decimal import Decimal

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, UsageError
from kg.ports import Term
from kg.vocabulary import check_base, day, decimal, integer, iri, is_valid_iri, mint, text, typed
from kg.vocabulary.syntax import parse_term, write_term

PREFIX = "<urn:x:s> <urn:x:p> "


def _read(term: Term) -> pyoxigraph.Literal:
    (quad,) = pyoxigraph.parse(f"{PREFIX}{term} .\n".encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    assert isinstance(quad.object, pyoxigraph.Literal)
    return quad.object


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([None, "zh", "zh-Hant", "en"]))
def test_any_text_is_read_back_in_nfc(value: str, language: str | None) -> None:
    """Whatever Unicode has comes back from two readers, in NFC, and is written as pyoxigraph writes it."""
    term = text(value, language)
    found = _read(term)
    assert found.value == unicodedata.normalize("NFC", value)
    assert (found.language or "") == (language or "").lower()
    assert str(found) == term
    (row,) = rdflib.Graph().parse(data=f"{PREFIX}{term} .\n", format="nt")
    assert str(row[2]) == found.value


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([None, "zh"]))
def test_terms_are_taken_apart_and_put_together(value: str, language: str | None) -> None:
    """Taking apart and putting together gives the same term."""
    term = text(value, language)
    assert write_term(parse_term(term)) == term
    assert parse_term(term).value == unicodedata.normalize("NFC", value)


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_decimals_are_canonical(value: Decimal) -> None:
    """No exponent, no trailing zeros; the value is kept."""
    lexical = _read(decimal(value)).value
    assert Decimal(lexical) == value
    assert "E" not in lexical
    assert lexical == "0" or not (("." in lexical and lexical.endswith(("0", "."))) or lexical.startswith("+"))


@pytest.mark.parametrize(("value", "lexical"), [("65000", "65000"), ("0.50", "0.5"), ("-0", "0"), ("6.5E4", "65000")])
def test_decimals_by_example(value: str, lexical: str) -> None:
    """The form that stores do not rewrite."""
    assert _read(decimal(Decimal(value))).value == lexical


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_numbers_without_end_are_refused(value: str) -> None:
    """A decimal is a number."""
    with pytest.raises(InputError):
        decimal(Decimal(value))


def test_days_and_integers() -> None:
    """Days are ISO, integers plain."""
    assert _read(day(date(2031, 8, 4))).value == "2031-08-04"
    assert _read(integer(7)).value == "7"
    assert _read(typed("x", "urn:x:type")).value == "x"


@given(st.text(st.characters(), max_size=20))
def test_whatever_passes_for_an_iri_is_ascii_and_parses(value: str) -> None:
    """An IRI that is let through is read back as it was, by a strict reader."""
    candidate = f"https://e.example/{value}"
    if not is_valid_iri(candidate):
        with pytest.raises(InputError):
            iri(candidate)
        return
    assert candidate.isascii()
    (quad,) = pyoxigraph.parse(f"{PREFIX}{iri(candidate)} .\n".encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    assert str(quad.object) == f"<{candidate}>"


@pytest.mark.parametrize(
    "value",
    [
        "", "a/b", "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "https:e.example",
        "https://e.example/a b", "https://e.example/\u202etxt", "https://e.example/文", "https://e.example/<x>",
        "https://e.example/\n", "http://", "https://e.example/%zz", "https://user:pw@e.example/",
        "https://e.example/a\\b", "//e.example/",
    ],
)  # fmt: skip
def test_iris_that_harm_or_differ_between_readers_are_refused(value: str) -> None:
    """Relative ones, schemes that run or read, hidden characters, brackets."""
    assert not is_valid_iri(value)


@pytest.mark.parametrize(
    "value", ["https://e.example/a?b=c#d", "urn:isbn:123", "ark:/12345/x", "https://e.example", "doi:10.1/x"]
)
def test_iris_of_archives_are_let_through(value: str) -> None:
    """Absolute names in ASCII."""
    assert iri(value) == f"<{value}>"


def test_lone_surrogates_and_bad_tags_are_refused() -> None:
    """They have no bytes, or no meaning."""
    with pytest.raises(InputError, match="D800"):
        text("a\ud800")
    with pytest.raises(InputError):
        text("a", "zh Hans")


parts = st.lists(st.one_of(st.none(), st.integers(), st.text(st.characters(exclude_categories=["Cs"]))), max_size=4)


@given(parts, parts)
def test_other_parts_give_other_iris(first: list[str | int | None], second: list[str | int | None]) -> None:
    """No two lists of parts run together into one name, but for the composition of characters."""
    same = unicodedata.normalize("NFC", repr(first)) == unicodedata.normalize("NFC", repr(second))
    assert (mint("urn:x:", "event", *first) == mint("urn:x:", "event", *second)) == same


@pytest.mark.parametrize("base", ["id/", "javascript:", "https://e.example/x", "https://e.example/文/", ""])
def test_bases_that_begin_no_iri_are_refused(base: str) -> None:
    """The option says what would do."""
    with pytest.raises(UsageError, match="base-iri"):
        check_base(base)
    assert check_base("https://e.example/id/")
