"""Openings: words of a lexicon are found as a plain search finds them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotating.openings import Opened
from kg.annotating.view import View
from kg.model.source import Span
from tests.stories import article

OPENED = Opened([("运动会", ""), ("运动", "(?!员)"), ("会", "(?<!大会)(?=[，。]|$)"), ("大会", ""), ("展", "")])


@settings(max_examples=200, deadline=None)
@given(said=st.text("运动员大会展，。\n", max_size=40), data=st.data())
def test_the_matches_are_those_of_a_plain_search(said: str, data: st.DataObject) -> None:
    """No match is lost, none is added, wherever the search begins and ends."""
    view = View(article((("paragraph", f"云溪{said}。".replace("\n", "，")),)))
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    found = [match.span() for match in OPENED.finditer(view, Span(start, end))]
    assert found == [match.span() for match in OPENED.pattern.finditer(view.text, start, end)]
