"""What reading restores of generated damage: floors that only rise."""

from pathlib import Path
from random import Random

from kg.model.source import Page
from kg.reading import read, source_of_bytes
from kg.repairing import repair
from kg.segmenting import segment
from tests.damage.layout import draw_page
from tests.damage.measure import Tally
from tests.damage.stories import read_stories

STORIES = list(read_stories(Path(__file__).parents[1] / "quality" / "open" / "texts"))
SEEDS = range(1000, 1040)


def restored(*, ragged: bool) -> Tally:
    """Read generated pages and count what was restored of them."""
    tally = Tally()
    for seed in SEEDS:
        text, gold = draw_page(STORIES, Random(seed), ragged=ragged)
        (page,) = read(source_of_bytes(text.encode(), "page.txt"))
        assert isinstance(page, Page)
        tally.add(segment(repair(page)), gold)
    return tally


def test_generated_damage_is_restored() -> None:
    """Of the articles of generated pages 97% are found and as few invented, of their paragraphs 95% are exact."""
    tally = restored(ragged=False)
    assert tally.found >= 0.97 * tally.articles, tally
    assert tally.invented <= 0.03 * tally.articles, tally
    assert tally.headlines >= 0.96 * tally.articles, tally
    assert tally.bylines >= 0.96 * tally.articles, tally
    assert tally.restored >= 0.96 * tally.paragraphs, tally


def test_lines_of_any_width_are_joined() -> None:
    """Of articles broken anywhere, headlines too, 98% are found and as few invented; 98% of paragraphs are exact."""
    tally = restored(ragged=True)
    assert tally.found >= 0.98 * tally.articles, tally
    assert tally.invented <= 0.02 * tally.articles, tally
    assert tally.headlines >= 0.97 * tally.articles, tally
    assert tally.bylines >= 0.98 * tally.articles, tally
    assert tally.restored >= 0.98 * tally.paragraphs, tally
