"""What one process does at a time: a few sources through the chain, what comes of them packed for the index.

No more than a few pages lie in the memory of a process: what is made of an article is packed at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from kg.model.article import Article
from kg.model.source import Issue
from kg.pipeline.chain import Product, Recipe, run_parts
from kg.pipeline.linking import Summary, summaries
from kg.pipeline.packing import pack, pack_record
from kg.pipeline.products import PackedGraph, pack_graph
from kg.pipeline.result import Problem
from kg.reading import Source
from kg.segmenting import issue_key
from kg.vocabulary import article_iri, iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Sources with what is known of their issues."""

    work: tuple[tuple[Source, Issue], ...]
    recipe: Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What the chain made of one article: its line, its record, and its graph as it is while nothing else is known."""

    line: bytes
    resolved: bytes
    graph: PackedGraph
    candidates: tuple[Summary, ...]
    """Its things, as far as those of other articles may be one with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one source."""

    content: str
    """What tells its content, see `inventory`."""
    articles: tuple[Packed, ...] = ()
    parts: tuple[tuple[str, bytes], ...] = ()
    """Articles that wait for others of their issue: the issue's key, and the packed article."""
    problems: tuple[Problem, ...] = ()


def make_batches(work: Iterable[tuple[Source, Issue]], *, size: int, recipe: Recipe) -> Iterator[Batch]:
    """Cut the work into batches of `size` sources."""
    rest = iter(work)
    while piece := tuple(islice(rest, size)):
        yield Batch(work=piece, recipe=recipe)


def run_batch(batch: Batch) -> tuple[Outcome, ...]:
    """Take each source of a batch through the chain."""
    return tuple(_run_source(source, issue, batch.recipe) for source, issue in batch.work)


def report_death(batch: Batch) -> tuple[Outcome, ...]:
    """Report a batch whose process died each time it was tried."""
    return tuple(Outcome(content=content_of(source), problems=(death_of(source),)) for source, _ in batch.work)


def content_of(source: Source) -> str:
    """Return what tells the content of a source from that of others: its hash, or its name where it cannot be read."""
    return source.sha256 or f"problem of {source.names[0]}"


def pack_product(product: Product, recipe: Recipe) -> Packed:
    """Pack what the chain made of an article."""
    own = article_iri(product.article.article, recipe.base_iri)
    return Packed(
        line=pack(product.line.encode()),
        resolved=pack_record(product.article),
        graph=pack_graph(iri(own), product.quads, recipe.base_iri),
        candidates=tuple(summaries(product.article, own)),
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


def _run_source(source: Source, issue: Issue, recipe: Recipe) -> Outcome:
    articles, parts, problems = [], [], []
    for outcome in run_parts(source, issue, recipe):
        if isinstance(outcome, Product):
            articles.append(pack_product(outcome, recipe))
        elif isinstance(outcome, Article):
            parts.append((issue_key(outcome), pack_record(outcome)))
        else:
            problems.append(outcome)
    return Outcome(content=content_of(source), articles=tuple(articles), parts=tuple(parts), problems=tuple(problems))
