"""Each stage is missed where it does nothing: the behaviour it is there for fails, and says which stage is missing."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.model.article import Article, Line
from kg.model.facts import AnnotatedArticle, Facts, ResolvedArticle
from kg.model.report import ValidationReport
from kg.model.source import Block, CleanPage, Page, Span
from kg.segmenting import segment
from tests.pipeline.stages import CHECKS


@pytest.mark.parametrize("name", CHECKS)
def test_each_stage_does_what_it_is_for(name: str, tmp_path: Path) -> None:
    """The chain as it is shows every behaviour."""
    CHECKS[name](tmp_path)


def nothing(*_: object, **__: object) -> tuple[Any, ...]:
    """Stand for a stage that gives nothing."""
    return ()


def unrepaired(page: Page) -> CleanPage:
    """Pass a page on line by line, as printed."""
    blocks, at = [], 0
    for line in page.regions[0].text.splitlines(keepends=True):
        if line.strip():
            span = Span(at, at + len(line.rstrip("\n")))
            blocks.append(Block(text=line.rstrip("\n"), offsets=page.regions[0].offsets.cut(span)))
        at += len(line)
    return CleanPage(page=page, blocks=tuple(blocks))


def unsegmented(page: CleanPage) -> tuple[Article, ...]:
    """Pass a page on as one article without headline."""
    whole, *_ = segment(page)
    line = Line(role="paragraph", span=Span(0, len(whole.text)))
    return (Article(**{**fields(whole), "lines": (line,)}),)


def fields(record: Any) -> dict[str, Any]:  # noqa: ANN401 any dataclass with slots
    """Give the fields of a record."""
    return {name: getattr(record, name) for name in record.__slots__}


def unannotated(article: Article) -> AnnotatedArticle:
    """Pass an article on without facts."""
    return AnnotatedArticle(article=article, facts=Facts())


def unresolved(annotated: AnnotatedArticle) -> ResolvedArticle:
    """Pass the facts on, names as printed."""
    return ResolvedArticle(article=annotated.article, facts=annotated.facts)


def unjudged(*_: object) -> ValidationReport:
    """Find every graph in order."""
    return ValidationReport(conforms=True, violations=(), engine="none")


def unwritten(_: Iterable[object], path: Path) -> None:
    """Take the graphs and write an empty file."""
    path.touch()


MUTANTS: dict[str, tuple[str, Callable[..., object], str, str]] = {
    "read gives nothing": ("kg.pipeline.chain.read", nothing, "pages_are_read", "no article found"),
    "repair passes through": ("kg.pipeline.chain.repair", unrepaired, "lines_are_joined", "repairing"),
    "segment gives nothing": ("kg.pipeline.chain.segment", nothing, "pages_are_read", "no article found"),
    "segment passes through": ("kg.pipeline.chain.segment", unsegmented, "articles_are_told_apart", "segmenting"),
    "annotate passes through": ("kg.pipeline.chain.annotate", unannotated, "facts_are_found", "annotating"),
    "resolve passes through": ("kg.pipeline.chain.resolve", unresolved, "abbreviations_are_resolved", "resolving"),
    "map_article gives nothing": ("kg.pipeline.chain.map_article", nothing, "facts_are_mapped", "mapping"),
    "map_tables gives nothing": ("kg.pipeline.chain.map_tables", nothing, "concepts_are_labelled", "mapping"),
    "write_graph writes nothing": ("kg.pipeline.publishing.write_graph", unwritten, "graphs_are_written", "writing"),
    "export writes nothing": ("kg.pipeline.exports.export", nothing, "graphs_are_written", "writing"),
    "faulty_nodes finds nothing": ("kg.pipeline.products.faulty_nodes", nothing, "graphs_are_judged", "validating"),
    "judge_nodes passes through": ("kg.pipeline.shelving.judge_nodes", unjudged, "graphs_are_judged", "validating"),
    "write_report writes nothing": ("kg.pipeline.publishing.write_report", nothing, "graphs_are_judged", "validating"),
    "load_graphs stores nothing": ("kg.storing.EmbeddedStore.load_graphs", nothing, "stores_are_filled", "storing"),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_stage_that_does_nothing_is_named(mutant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the stage replaced, the behaviour it is there for fails with a message that names what is missing."""
    stage, replacement, behaviour, said = MUTANTS[mutant]
    monkeypatch.setattr(stage, replacement)
    with pytest.raises((AssertionError, InputError), match=said):
        CHECKS[behaviour](tmp_path)
