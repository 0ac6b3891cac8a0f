"""Batches: what a process makes of sources, and that it forgets each page before the next."""

import tracemalloc
from collections.abc import Iterator
from itertools import chain

import pytest

from kg.model.source import Issue
from kg.pipeline.batches import Batch, make_batches, report_death, run_batch
from kg.pipeline.chain import Recipe
from kg.pipeline.packing import unpack
from kg.pipeline.products import quads_in
from kg.reading import Source, source_of_bytes
from kg.vocabulary import DEFAULT_BASE
from tests.pipeline.stages import PAGE


def work(number: int) -> Iterator[tuple[Source, Issue]]:
    """Give pages that differ."""
    for each in range(number):
        yield source_of_bytes(f"{PAGE}\n来信{each}件。\n".encode(), f"{each:03d}.txt"), Issue()


def batches(number: int, size: int) -> list[Batch]:
    """Cut some pages into batches."""
    return list(make_batches(work(number), size=size, recipe=Recipe(base_iri=DEFAULT_BASE)))


def test_work_is_cut_into_batches_in_order() -> None:
    """Every source comes into one batch, in order, and the last batch holds the rest."""
    cut = batches(7, 3)
    assert [len(batch.work) for batch in cut] == [3, 3, 1]
    assert [source.names[0] for batch in cut for source, _ in batch.work] == [f"{each:03d}.txt" for each in range(7)]


def test_a_batch_gives_quads_and_articles() -> None:
    """The quads can be read back term by term, sorted, and each source is accounted for by its content."""
    (batch,) = batches(2, 2)
    outcomes = run_batch(batch)
    assert [outcome.content for outcome in outcomes] == [source.sha256 for source, _ in batch.work]
    assert [len(outcome.articles) for outcome in outcomes] == [2, 2]
    graphs = [article.graph for outcome in outcomes for article in outcome.articles]
    for graph in graphs:
        quads = list(quads_in(unpack(graph.lines)))
        assert quads == sorted(quads)
        assert {quad.graph for quad in quads} == {graph.iri}
        assert len(quads) == graph.quads
        assert graph.iri not in {quad.graph for quad in quads_in(unpack(graph.tables))}
    said = chain.from_iterable(quads_in(unpack(graph.lines)) for graph in graphs)
    assert '"陈望舒"@zh' in {quad.object for quad in said}


def test_a_dead_batch_leaves_a_problem_a_page() -> None:
    """Each page is named, and nothing else comes of the batch."""
    (batch,) = batches(2, 2)
    outcomes = report_death(batch)
    assert [outcome.problems[0].files for outcome in outcomes] == [("000.txt",), ("001.txt",)]
    assert not any(outcome.articles for outcome in outcomes)


@pytest.mark.slow
def test_memory_does_not_grow_with_the_pages() -> None:
    """Of each page no more is kept than what the index takes, packed; its quads alone would take 500 kB."""
    _peak(10)  # loads the lexicons, which are no page's
    few, many = _peak(50), _peak(100)
    assert (many - few) / 50 < 80_000


def _peak(number: int) -> int:
    (batch,) = batches(number, number)
    tracemalloc.start()
    try:
        run_batch(batch)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
