"""The corpora of the benchmarks, and what resolution makes of one whose truth is known."""

from itertools import islice
from pathlib import Path
from random import Random

import pytest

from benchmarks import adding, damage
from benchmarks.corpus import PER_PAGE, pages
from benchmarks.papers import unmark
from benchmarks.resolution import measure, score
from kg.resolving import Identity


def test_a_smaller_corpus_begins_a_larger_one() -> None:
    """The same seed gives the same pages, and a corpus of 40 articles is the beginning of one of 400."""
    small = list(pages(40))
    assert small == list(islice(pages(400), 40 // PER_PAGE))
    assert small != list(pages(40, seed=2))


def test_every_fourth_page_is_damaged() -> None:
    """Some pages are laid out in columns, most are clean."""
    clean = sum("\n　　本报讯" in page.text for page in pages(500))
    assert 60 <= clean <= 90


def test_things_of_several_articles_are_told_to_be_one() -> None:
    """On a small corpus of known truth, clusters are nearly those of the truth, and resolution costs little."""
    outcome = measure(400)
    floors = {"organization": 0.97, "person": 0.97, "event": 0.9}
    for kind, found in outcome.scores.items():
        assert found.things > 200
        assert found.f1 >= floors[kind], kind
        assert found.wrong <= 0.005, kind
    assert outcome.resolution < 0.2 * (outcome.resolution + outcome.others)


def test_a_page_added_to_a_build_states_little_anew(tmp_path: Path) -> None:
    """Pages of five articles and of one are added by commands of their own; few graphs but theirs are stated."""
    found = adding.measure(40, 4, tmp_path)
    assert [each.articles for each in found] == [5, 5, 5, 1]
    assert all(each.articles <= each.stated <= each.articles + 10 for each in found)
    assert all(0 < each.build < each.command for each in found)


@pytest.mark.parametrize("kind", ["furniture", "column rules", "lines twice", "many at once"])
def test_damaged_pages_give_nearly_the_facts_of_undamaged_ones(kind: str) -> None:
    """Of two pages with one kind of damage, or many, most articles and nearly all facts come back."""
    known = list(islice(damage.pieces(), 24))
    whole, damaged = (damage.measure(each, known, pages=2) for each in ("columns", kind))
    assert damaged.tally.articles == whole.tally.articles == 11
    assert damaged.tally.found >= 0.7 * damaged.tally.articles
    assert damaged.macro >= whole.macro - 0.02


def test_the_same_seed_damages_alike() -> None:
    """A page of a seed is the same each time, and another of another seed."""
    chosen = [piece for piece, _ in islice(damage.pieces(), 5)]
    first, again, other = (damage.set_page(chosen, "many at once", Random(seed)) for seed in (1, 1, 2))
    assert first == again != other


def test_the_measure_tells_bad_clusters() -> None:
    """All in one cluster is imprecise, each alone is incomplete."""
    one, two = (Identity(kind="person", label=name, jurisdiction=None, scope=None) for name in "甲乙")
    assert score([("a", one), ("b", one)]).precision == 0.5
    assert score([("a", one), ("b", one)]).wrong == 0.5
    assert score([("a", one), ("a", two)]).recall == 0.5


def test_marks_say_where_names_stand() -> None:
    """Text without marks, and the stretches that were marked."""
    assert unmark("⟦p1|何平⟧到⟦f1|宏远公司⟧走访") == ("何平到宏远公司走访", ((0, 2, "p1"), (3, 7, "f1")))
