"""Articles that go on on another page: they wait in the index until all pages are read, then are joined issue by issue.

So what comes does not depend on which process read which page, and no more than one issue's parts lie in memory.
"""

from dataclasses import dataclass

from kg.model.article import Article
from kg.pipeline.batches import Packed, death_of, pack_product
from kg.pipeline.chain import Product, Recipe, finish
from kg.pipeline.packing import unpack_record
from kg.pipeline.result import Problem
from kg.reading import Source
from kg.segmenting import join_continued


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """The parts that wait in one issue: each packed, with its source, in the order of sources and text."""

    issue: str
    parts: tuple[tuple[Source, bytes], ...]
    recipe: Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """What became of parts that are one article, the first of them named first."""

    sources: tuple[Source, ...]
    outcome: Packed | Problem
    is_masked: bool = False
    """Something in it was masked, so that its parts must not be kept as they are."""


def run_joining(task: Joining) -> tuple[Joint, ...]:
    """Join the parts of one issue and take what comes of it through the rest of the chain."""
    articles: list[Article] = [unpack_record(packed) for _, packed in task.parts]
    joints = []
    for joined in join_continued(articles):
        sources = tuple(task.parts[part][0] for part in joined.parts)
        outcome = finish(joined.article, sources[0], task.recipe)
        joints.append(
            Joint(
                sources=sources,
                outcome=pack_product(outcome, task.recipe) if isinstance(outcome, Product) else outcome,
                is_masked=not isinstance(outcome, Product) or outcome.article.article.text != joined.article.text,
            )
        )
    return tuple(joints)


def report_lost(task: Joining) -> tuple[Joint, ...]:
    """Report an issue whose process died each time it was tried."""
    return tuple(Joint(sources=(source,), outcome=death_of(source)) for source, _ in task.parts)
