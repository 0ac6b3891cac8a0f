"""What one process does at a time: a few sources through the chain, the results into files of its own.

Files, not return values, carry the results: no more than one page lies in the memory of a process, and only small
reports go back to the parent.
"""

import hashlib
import pickle
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TextIO

from kg.model.article import Article
from kg.model.source import Issue
from kg.pipeline.chain import Product, run_parts
from kg.pipeline.result import Problem
from kg.ports import Quad, Term
from kg.reading import Source
from kg.segmenting import issue_key


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

    @contextmanager
    def open(self) -> Iterator[tuple[TextIO, TextIO]]:
        """Open the files for quads and for articles."""
        with ExitStack() as stack:
            graph, articles = (
                stack.enter_context(self.file(suffix).open("w", encoding="utf-8", newline="\n"))
                for suffix in (".nq", ".jsonl")
            )
            yield graph, articles


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """What became of one source."""

    files: tuple[str, ...]
    sha256: str
    size: int
    issue: Issue
    articles: int
    problems: tuple[Problem, ...]
    continued: int = 0
    """Parts of it that became part of an article that begins elsewhere."""


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
    for waiting in batch.folder.glob(f"*.{batch.number:08d}.waiting"):
        waiting.unlink()  # of a process that died over this batch
    with batch.open() as (graph, articles):
        return tuple(_run_source(source, issue, batch, graph, articles) for source, issue in batch.work)


def report_death(batch: Batch) -> tuple[SourceReport, ...]:
    """Report a batch whose process died each time it was tried."""
    for suffix in (".nq", ".jsonl"):
        batch.file(suffix).write_bytes(b"")
    return tuple(_report(source, issue, 0, (death_of(source),)) for source, issue in batch.work)


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
    for outcome in run_parts(source, issue, base_iri=batch.base_iri, text=batch.text):
        if isinstance(outcome, Product):
            write_product(outcome, graph, articles)
            count += 1
        elif isinstance(outcome, Article):
            _set_aside(outcome, source, batch)
        else:
            problems.append(outcome)
    return _report(source, issue, count, tuple(problems))


def write_product(product: Product, graph: TextIO, articles: TextIO) -> None:
    """Write what the chain made of an article."""
    graph.writelines(f"{' '.join(quad)} .\n" for quad in product.quads)
    articles.write(product.line)


def _set_aside(article: Article, source: Source, batch: Batch) -> None:
    """Put an article that waits for its other parts into the file of its issue and this batch."""
    issue = hashlib.sha256(issue_key(article).encode()).hexdigest()[:16]
    with (batch.folder / f"{issue}.{batch.number:08d}.waiting").open("ab") as file:
        pickle.dump((replace(source, data=None), article), file)


def _report(source: Source, issue: Issue, articles: int, problems: tuple[Problem, ...]) -> SourceReport:
    return SourceReport(
        files=source.names,
        sha256=source.sha256,
        size=source.size,
        issue=issue,
        articles=articles,
        problems=problems,
    )


def death_of(source: Source) -> Problem:
    """Describe that the process died each time it worked on this."""
    return Problem(
        files=source.names,
        sha256=source.sha256,
        error="WorkerDied",
        message=f"{source.names[0]}: the process that worked on it died, twice 处理进程两次中止; "
        "it may need more memory than there is: split the file",
    )
