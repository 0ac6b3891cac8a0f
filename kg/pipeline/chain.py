"""The chain of stages, from a source to the quads of its articles. The only place where stages meet."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.annotating import annotate
from kg.errors import InputError, KgError, PageError
from kg.mapping import map_article, map_tables
from kg.model.article import Article
from kg.model.facts import ResolvedArticle
from kg.model.source import Issue, Page
from kg.pipeline.result import Problem
from kg.ports import Quad
from kg.reading import Source, read
from kg.reading.articles_json import article_to_line
from kg.redacting import Redaction, redact
from kg.repairing import repair
from kg.resolving import resolve
from kg.segmenting import is_continued, join_continued, segment
from kg.vocabulary import article_iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What the stages are told beside the article."""

    base_iri: str
    text: bool = True
    """Put the articles' bodies into the graph."""
    redaction: Redaction = field(default_factory=Redaction)
    """What is masked before anything is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What the chain makes of one article."""

    article: ResolvedArticle
    line: str
    """The article as it stands in `articles.jsonl`, its line feed included."""
    quads: tuple[Quad, ...]
    """Its named graph, and what it needs of the graphs beside the articles."""


def run_chain(source: Source, issue: Issue, recipe: Recipe) -> Iterator[Product | Problem]:
    """Take a source through all stages: a product an article, a problem for what cannot be used. Never raises.

    A problem of one article leaves the others of its page alone. Articles that go on elsewhere in the source are
    joined; they come last.
    """
    waiting = []
    for outcome in run_parts(source, issue, recipe):
        if isinstance(outcome, Article):
            waiting.append(outcome)
        else:
            yield outcome
    for joined in join_continued(waiting):
        yield finish(joined.article, source, recipe)


def run_parts(source: Source, issue: Issue, recipe: Recipe) -> Iterator[Product | Problem | Article]:
    """Do as `run_chain` does, but give an article that says it goes on elsewhere as it is: it waits for its parts."""
    try:
        for found in _articles(source, issue):
            if isinstance(found, Article):
                yield found if is_continued(found) else finish(found, source, recipe)
            else:
                yield problem_of(found, source)
    except Exception as error:  # noqa: BLE001 whatever one file does, the batch goes on
        yield problem_of(error, source)


def _articles(source: Source, issue: Issue) -> Iterator[Article | InputError]:
    """Give the articles of a source, and in their places the parts of it that cannot be used."""
    nothing = not source.is_mets
    for item in read(source, issue):
        for found in segment(repair(item)) if isinstance(item, Page) else (item,):
            nothing = False
            yield found
    if nothing:
        raise PageError(
            f"{source.names[0]}: no article found 未找到文章; check that this is a page of text, in reading order"
        )


def finish(article: Article, source: Source, recipe: Recipe) -> Product | Problem:
    """Take an article through the rest of the stages; a problem where it cannot be used. Never raises."""
    try:
        resolved = redact(resolve(annotate(article)), recipe.redaction)
        quads = tuple(state(resolved, recipe))
        line = article_to_line(resolved.article, article_iri(article, recipe.base_iri))
    except Exception as error:  # noqa: BLE001 whatever one article does, its page goes on
        return problem_of(error, source, article.source_start)
    return Product(article=resolved, line=line, quads=quads)


def state(resolved: ResolvedArticle, recipe: Recipe) -> Iterator[Quad]:
    """Give the quads of an article's graph, and those it needs of the graphs beside the articles."""
    yield from map_article(resolved, base_iri=recipe.base_iri, text=recipe.text)
    yield from map_tables(resolved, base_iri=recipe.base_iri)


def problem_of(error: Exception, source: Source, start: int | None = None) -> Problem:
    """Describe why a source, or the article at `start` of it, cannot be used."""
    name = source.names[0]
    message = str(error)
    if not isinstance(error, KgError):
        message = f"{type(error).__name__}: {error} (a fault of PressGraph, please report it 程序缺陷，请报告)"
    if name not in message:
        message = f"{name}{'' if start is None else f', character {start}'}: {message}"
    return Problem(files=source.names, sha256=source.sha256, start=start, error=type(error).__name__, message=message)
