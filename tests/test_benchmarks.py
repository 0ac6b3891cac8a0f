"""The corpus that benchmarks of whole builds read."""

from itertools import islice

from benchmarks.corpus import PER_PAGE, pages


def test_a_smaller_corpus_begins_a_larger_one() -> None:
    """The same seed gives the same pages, and a corpus of 40 articles is the beginning of one of 400."""
    small = list(pages(40))
    assert small == list(islice(pages(400), 40 // PER_PAGE))
    assert small != list(pages(40, seed=2))


def test_every_fourth_page_is_damaged() -> None:
    """Some pages are laid out in columns, most are clean."""
    clean = sum("\n　　本报讯" in page.text for page in pages(500))
    assert 60 <= clean <= 90
