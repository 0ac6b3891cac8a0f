"""What changes nothing gives the value back; anything else a changed one."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model.changing import changed
from kg.model.source import Span


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_only_what_differs_is_made_anew(start: int, end: int, wanted: int) -> None:
    """A value with fields that it has already is the value itself."""
    span = Span(start, end)
    assert changed(span, end=wanted) == Span(start, wanted)
    assert (changed(span, end=wanted) is span) == (end == wanted)
