"""Words that many look for are found in one go, each where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from kg.annotating.standing import Standing, watch

_WORDS = ("会", "会议", "大会", "会议室", "运动会")
_LATE = ("动", "室内")
watch("_WORDS", _WORDS)


@given(st.text("会议大室运动内，", max_size=40))
def test_each_offset_of_a_word_is_given_once_in_order(text: str) -> None:
    """Words inside and beside each other each stand where they begin."""
    assert Standing(text)["_WORDS"] == [at for at in range(len(text)) if text.startswith(_WORDS, at)]


def test_words_that_are_looked_for_later_are_found_too() -> None:
    """A grammar that comes to be while an article is read finds its words in it."""
    standing = Standing("运动员在室内")
    assert standing["_WORDS"] == []
    watch("_LATE", _LATE)
    assert (standing["_LATE"], standing["nobody"]) == ([1, 4], [])
