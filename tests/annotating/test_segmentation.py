"""Words of a text, as the dictionary tells them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotating.segmentation import boundaries, words

TEXTS = st.lists(st.sampled_from(("青禾区召开会议", "，", "A股2031年", "\n", "龘" * 1200)), max_size=6).map("".join)


@settings(deadline=None)  # the first call loads the dictionary
@given(text=TEXTS)
def test_words_joined_are_the_text(text: str) -> None:
    """No character is lost, in however long a run without a sign; the boundaries lie between words."""
    found = words(text)
    assert "".join(found) == text
    assert boundaries(text) == {sum(map(len, found[:at])) for at in range(len(found) + 1)}
