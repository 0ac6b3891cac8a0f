"""Articles that go on on another page: they wait on disk until all pages are read, then are joined issue by issue.

So what comes does not depend on which process read which page, and no more than one issue's parts lie in memory.
"""

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from kg.model.article import Article
from kg.model.source import Issue
from kg.pipeline.batches import Batch, SourceReport, death_of, write_product
from kg.pipeline.chain import Product, finish
from kg.pipeline.result import Problem
from kg.reading import Source
from kg.segmenting import join_continued


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """The parts that wait in one issue, in files, and the batch whose files take what comes of them."""

    parts: tuple[Path, ...]
    batch: Batch


def make_joinings(batches: Sequence[Batch]) -> Iterator[Joining]:
    """Give one task for each issue of which parts wait, in a fixed order; they are numbered after the batches."""
    if not batches:
        return
    waiting = sorted(batches[0].folder.glob("*.waiting"))
    issues = groupby(waiting, key=lambda path: path.name.partition(".")[0])
    for number, (_, files) in enumerate(issues, start=len(batches)):
        yield Joining(parts=tuple(files), batch=replace(batches[0], number=number, work=()))


def run_joining(task: Joining) -> tuple[SourceReport, ...]:
    """Join the parts of one issue and take what comes of it through the rest of the chain.

    The reports say what comes on top of what is known of the sources.
    """
    found = list(_found(task))
    reports = []
    with task.batch.open() as (graph, articles):
        for joined in join_continued(article for _, article in found):
            first, *others = (found[part][0] for part in joined.parts)
            outcome = finish(joined.article, first, base_iri=task.batch.base_iri, text=task.batch.text)
            if isinstance(outcome, Product):
                write_product(outcome, graph, articles)
                reports += [_report(first, articles=1), *(_report(source, continued=1) for source in others)]
            else:
                reports.append(_report(first, problems=(outcome,)))
    return tuple(reports)


def report_lost(task: Joining) -> tuple[SourceReport, ...]:
    """Report an issue whose process died each time it was tried."""
    with task.batch.open():
        return tuple(_report(source, problems=(death_of(source),)) for source, _ in _found(task))


def _found(task: Joining) -> Iterator[tuple[Source, Article]]:
    for path in task.parts:
        with path.open("rb") as file:
            while file.peek(1):
                yield pickle.load(file)  # noqa: S301 our own processes wrote it, into a folder locked for this build


def _report(
    source: Source, *, articles: int = 0, continued: int = 0, problems: tuple[Problem, ...] = ()
) -> SourceReport:
    return SourceReport(
        files=source.names,
        sha256=source.sha256,
        size=source.size,
        issue=Issue(),
        articles=articles,
        continued=continued,
        problems=problems,
    )
