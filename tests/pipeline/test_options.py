"""Days and places as users write them."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DateError, PlaceError, UsageError
from kg.pipeline.options import BuildOptions, issue_of, parse_day


@pytest.mark.parametrize("text", ["2023-05-11", " 2023-5-11 ", "2023/05/11", "2023.5.11", "20230511", "2023年5月11日"])
def test_days_are_read_as_archives_write_them(text: str) -> None:
    """All usual ways to write a day give that day."""
    assert parse_day(text) == date(2023, 5, 11)


@given(st.dates())
def test_every_iso_day_is_read(day: date) -> None:
    """A day in ISO form is always read as itself."""
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text", ["2023-13-01", "2023-02-30", "yesterday", "2023", "2023-05", "11-05-2023", "2023-05-11T08"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    """A malformed date is named, with the form that is wanted."""
    with pytest.raises(DateError, match=f"{text}.*2023-05-11"):
        parse_day(text)


@given(st.text())
def test_no_text_breaks_the_reader_of_days(text: str) -> None:
    """Any text is a day, nothing, or a date error."""
    with contextlib.suppress(DateError):
        assert parse_day(text) is None or isinstance(parse_day(text), date)


def test_an_unknown_place_is_refused() -> None:
    """A single name that no table knows is an error that names it."""
    with pytest.raises(PlaceError, match="无此区"):
        issue_of(place="无此区")


def test_empty_options_are_unknown() -> None:
    """Empty cells say nothing."""
    issue = issue_of(day="", newspaper="", page="", place="")
    assert (issue.published, issue.newspaper, issue.page, issue.place) == (None, None, None, None)


def test_a_bad_base_is_refused_before_anything_is_read() -> None:
    """A base that can begin no IRI is refused."""
    with pytest.raises(UsageError, match="base-iri"):
        BuildOptions(base_iri="not an IRI")
