"""What one process does at a time: a few sources through the chain, the results into files of its own.

Files, not return values, carry the results: no more than one page lies in the memory of a process, and only small
reports go back to the parent.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TextIO

from kg.model.source import Issue
from kg.pipeline.chain import Product, run_chain
from kg.pipeline.result import Problem
from kg.ports import Quad, Term
from kg.reading import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Sources with what is known of their issues, and where to put what comes of them."""

    number: int
    work: tuple[tuple[Source, Issue], ...]
    folder: Path
    base_iri: str
    text: bool

    def file(self, suffix: str) -> Path:
        """Return the path of one of the files this batch is written to: `.nq` or `.jsonl`."""
        return self.folder / f"{self.number:08d}{suffix}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """What became of one source."""

    files: tuple[str, ...]
    sha256: str
    size: int
    issue: Issue
    articles: int
    problems: tuple[Problem, ...]


def make_batches(
    work: Iterator[tuple[Source, Issue]], *, size: int, folder: Path, base_iri: str, text: bool
) -> Iterator[Batch]:
    """Cut the work into batches of `size` sources."""
    number = 0
    while piece := tuple(islice(work, size)):
        yield Batch(number=number, work=piece, folder=folder, base_iri=base_iri, text=text)
        number += 1


def run_batch(batch: Batch) -> tuple[SourceReport, ...]:
    """Take each source of a batch through the chain; write quads and articles into the batch's files."""
    with ExitStack() as stack:
        graph, articles = (
            stack.enter_context(batch.file(suffix).open("w", encoding="utf-8", newline="\n"))
            for suffix in (".nq", ".jsonl")
        )
        return tuple(_run_source(source, issue, batch, graph, articles) for source, issue in batch.work)


def report_death(batch: Batch) -> tuple[SourceReport, ...]:
    """Report a batch whose process died each time it was tried."""
    for suffix in (".nq", ".jsonl"):
        batch.file(suffix).write_bytes(b"")
    return tuple(_report(source, issue, 0, (_death(source),)) for source, issue in batch.work)


def read_quads(path: Path) -> Iterator[Quad]:
    """Give the quads of an N-Quads file that we wrote: one a line, terms parted by single spaces."""
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            subject, predicate, rest = line.split(" ", 2)
            value, graph, _ = rest.rsplit(" ", 2)
            yield Quad(Term(subject), Term(predicate), Term(value), Term(graph))


def _run_source(source: Source, issue: Issue, batch: Batch, graph: TextIO, articles: TextIO) -> SourceReport:
    problems = []
    count = 0
    for outcome in run_chain(source, issue, base_iri=batch.base_iri, text=batch.text):
        if isinstance(outcome, Product):
            graph.writelines(f"{' '.join(quad)} .\n" for quad in outcome.quads)
            articles.write(outcome.line)
            count += 1
        else:
            problems.append(outcome)
    return _report(source, issue, count, tuple(problems))


def _report(source: Source, issue: Issue, articles: int, problems: tuple[Problem, ...]) -> SourceReport:
    return SourceReport(
        files=source.names,
        sha256=source.sha256,
        size=source.size,
        issue=issue,
        articles=articles,
        problems=problems,
    )


def _death(source: Source) -> Problem:
    return Problem(
        files=source.names,
        sha256=source.sha256,
        error="WorkerDied",
        message=f"{source.names[0]}: the process that worked on it died, twice 处理进程两次中止; "
        "it may need more memory than there is: split the file",
    )
