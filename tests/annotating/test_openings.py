"""Openings: a pattern that is tried only where it can begin finds what it would find anywhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotating.openings import Opened, can_begin, openings
from kg.annotating.view import View
from kg.model.source import Span
from tests.stories import article

_PATTERNS = ("今年|去年(?:度)?", "(?:同|次)?年[初底]", "第(?:[一二]|两?)届", "(?<!大)会(?=[，。]|$)", "展{1,3}")


@pytest.mark.parametrize(
    ("pattern", "pair", "can"),
    [
        ("今年|去年", "今年", True),
        ("今年|去年", "今天", False),
        (r"(?:20)?\d{2}年", "31", True),
        ("[一二]月", "二月", True),
        ("[一二]月", "三月", False),
        ("会", "会，", True),
    ],
)
def test_two_characters_tell_whether_a_pattern_can_begin(pattern: str, pair: str, *, can: bool) -> None:
    """The first two characters decide; a pattern of one lets any follow."""
    assert can_begin(pattern, pair) is can


@settings(max_examples=100, deadline=None)
@given(st.text("今去年度同次第一二两届大会，。展初底 \n", max_size=40), st.sampled_from(_PATTERNS))
def test_the_matches_are_those_of_a_plain_search(said: str, pattern: str) -> None:
    """No match is lost, none is added, whatever the text."""
    view = View(article((("paragraph", f"云溪{said}。".replace("\n", "，")),)))
    opened = Opened(pattern)
    found = [match.span() for match in opened.finditer(view, Span(0, len(view.text)))]
    assert found == [match.span() for match in opened.pattern.finditer(view.text)]


def test_a_pattern_that_can_begin_with_anything_is_refused() -> None:
    """Such a pattern would be tried everywhere."""
    assert (None,) in {opening[:1] for opening in openings(".会")}
    with pytest.raises(ValueError, match="anything"):
        Opened(".会")
