"""Batches: what a process writes, and that it forgets each page before the next."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model.source import Issue
from kg.pipeline.batches import Batch, make_batches, read_quads, report_death, run_batch
from kg.reading import Source, source_of_bytes
from kg.vocabulary import DEFAULT_BASE
from tests.pipeline.stages import PAGE


def work(number: int) -> Iterator[tuple[Source, Issue]]:
    """Give pages that differ."""
    for each in range(number):
        yield source_of_bytes(f"{PAGE}\n来信{each}件。\n".encode(), f"{each:03d}.txt"), Issue()


def batches(folder: Path, number: int, size: int) -> list[Batch]:
    """Cut some pages into batches."""
    return list(make_batches(work(number), size=size, folder=folder, base_iri=DEFAULT_BASE, text=True))


def test_work_is_cut_into_batches_in_order(tmp_path: Path) -> None:
    """Every source comes into one batch, in order, and the last batch holds the rest."""
    cut = batches(tmp_path, 7, 3)
    assert [len(batch.work) for batch in cut] == [3, 3, 1]
    assert [source.names[0] for batch in cut for source, _ in batch.work] == [f"{each:03d}.txt" for each in range(7)]
    assert len({batch.file(".nq") for batch in cut}) == 3


def test_a_batch_writes_quads_and_articles(tmp_path: Path) -> None:
    """The quads can be read back term by term, and each source is accounted for."""
    (batch,) = batches(tmp_path, 2, 2)
    reports = run_batch(batch)
    assert [(report.files, report.articles) for report in reports] == [(("000.txt",), 2), (("001.txt",), 2)]
    quads = list(read_quads(batch.file(".nq")))
    assert all(quad.graph.startswith("<") and quad.graph.endswith(">") for quad in quads)
    assert '"陈望舒"@zh' in {quad.object for quad in quads}
    assert len(batch.file(".jsonl").read_text("utf-8").splitlines()) == 4


def test_a_dead_batch_leaves_empty_files_and_a_problem_a_page(tmp_path: Path) -> None:
    """What a dying process left half-written is not used."""
    (batch,) = batches(tmp_path, 2, 2)
    batch.file(".nq").write_text("half", encoding="utf-8")
    reports = report_death(batch)
    assert [report.problems[0].files for report in reports] == [("000.txt",), ("001.txt",)]
    assert list(read_quads(batch.file(".nq"))) == []


@pytest.mark.slow
def test_memory_does_not_grow_with_the_pages(tmp_path: Path) -> None:
    """Of each page no more is kept than what the manifest says of it; its quads alone would take 500 kB."""
    _peak(tmp_path, 10)  # loads the lexicons, which are no page's
    few, many = _peak(tmp_path, 50), _peak(tmp_path, 100)
    assert (many - few) / 50 < 8_000


def _peak(folder: Path, number: int) -> int:
    (batch,) = batches(folder, number, number)
    tracemalloc.start()
    try:
        run_batch(batch)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
