"""The graph of one article: the article, its page, the things it speaks of, its claims, its evidence."""

from collections.abc import Iterator
from hashlib import sha256

from kg.mapping.claims import state_claims
from kg.mapping.graph import ArticleGraph
from kg.mapping.things import state_things
from kg.model.article import Article, Byline
from kg.model.facts import Facts, ResolvedArticle
from kg.ports import Quad, Term
from kg.vocabulary import day, iri, mint, text


def map_article(resolved: ResolvedArticle, *, base_iri: str, text: bool = True) -> Iterator[Quad]:
    """Give the quads of an article's named graph (its name is `vocabulary.article_iri`), each once, in a fixed order.

    Without `text` the body is left out; quotes stay. Raises `InputError` where the text is not NFC or holds what no
    graph may hold: then the article goes to quarantine, and no quad of it should be used.
    """
    graph = ArticleGraph(resolved.article, base_iri)
    _state_article(graph, body=text)
    _state_page(graph)
    nodes = state_things(graph, resolved.facts.things)
    _state_authors(graph, resolved.facts, nodes)
    state_claims(graph, resolved.facts, nodes)
    for merge in resolved.facts.merges:
        for span in merge.evidence:
            graph.evidence(span)
    return graph.quads()


def page_iri(article: Article, base_iri: str) -> str:
    """Return the IRI of the page that an article stands on: its source and, where one file has several, its number."""
    return mint(base_iri, "page", article.source_sha256, article.page)


def _state_article(graph: ArticleGraph, *, body: bool) -> None:
    article = graph.article
    graph.type(graph.node, "press:Article", "schema:NewsArticle")
    graph.words(graph.node, "schema:headline", article.line_text("headline"))
    graph.words(graph.node, "press:kicker", article.line_text("kicker"))
    graph.words(graph.node, "schema:alternativeHeadline", article.line_text("subheadline"))
    if article.published:
        graph.say(graph.node, "schema:datePublished", day(article.published))
    graph.say(graph.node, "schema:isPartOf", iri(page_iri(article, graph.base_iri)))
    graph.say(graph.node, "press:textHash", text(sha256(article.text.encode()).hexdigest()))
    files = (*article.source_files, *(name for other in article.continued for name in other.source_files))
    graph.say(graph.node, "press:sourceFile", *(text(each) for each in files))
    if body:
        graph.say(graph.node, "schema:articleBody", text(article.text))


def _state_page(graph: ArticleGraph) -> None:
    article = graph.article
    page = iri(page_iri(article, graph.base_iri))
    graph.type(page, "press:Page", "schema:CreativeWork")
    graph.words(page, "press:newspaper", article.newspaper)
    if article.published:
        graph.say(page, "schema:datePublished", day(article.published))
    if article.page:
        graph.say(page, "press:pageNumber", text(article.page))
    graph.say(page, "press:sourceFile", *(text(each) for each in article.source_files))
    graph.say(page, "press:sourceHash", text(article.source_sha256))


def _state_authors(graph: ArticleGraph, facts: Facts, nodes: dict[str, Term]) -> None:
    for byline in graph.article.bylines:
        if (key := _signer(byline, facts)) is not None:
            graph.say(graph.node, "schema:author", nodes[key])


def _signer(byline: Byline, facts: Facts) -> str | None:
    """Return the key of the person whose name stands in the byline, else of one of that name."""
    persons = tuple(facts.of_kind("person"))
    there = (person.key for person in persons if byline.span in person.mentions)
    named = (person.key for person in persons if person.label == byline.name)
    return next(there, None) or next(named, None)
