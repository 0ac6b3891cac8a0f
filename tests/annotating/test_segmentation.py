"""Words of a text, as the dictionary tells them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.corpus import pages
from kg.annotating import segmentation
from kg.annotating.segmentation import JiebaSegmenter, boundaries, words
from kg.errors import UsageError

TEXTS = st.lists(st.sampled_from(("青禾区召开会议", "，", "A股2031年", "\n", "龘" * 1200)), max_size=6).map("".join)


@settings(deadline=None)  # the first call loads the dictionary
@given(text=TEXTS)
def test_words_joined_are_the_text(text: str) -> None:
    """No character is lost, in however long a run without a sign; the boundaries lie between words."""
    found = words(text)
    assert "".join(found) == text
    assert boundaries(text) == {sum(map(len, found[:at])) for at in range(len(found) + 1)}


def test_rjieba_gives_what_jieba_gives() -> None:
    """Over a corpus of pages the boundaries of both are the same, and so is what the dictionary has."""
    reference = JiebaSegmenter()
    texts = [page.text for page in pages(150)]
    assert sum(map(len, texts)) > 100_000
    for text in texts:
        assert words(text) == words(text, reference)
    found = {word for text in texts for word in words(text)} | {"召开会", "区委书", "龘龘"}
    assert [word for word in sorted(found) if segmentation.is_word(word) != reference.has_word(word)] == []


def test_an_unknown_segmenter_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A typo in the environment is an error that says what there is."""
    monkeypatch.setenv(segmentation.VARIABLE, "jeiba")
    segmentation.segmenter.cache_clear()
    with pytest.raises(UsageError, match="use rjieba or jieba"):
        segmentation.segmenter()
    monkeypatch.undo()
    segmentation.segmenter.cache_clear()
