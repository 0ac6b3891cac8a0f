"""Graphs of many articles, made of the small one: each article again under other names and other figures."""

from collections.abc import Iterator
from pathlib import Path

from kg.graphfile import read_graph
from kg.ports import Quad, Term

SMALL = Path(__file__).parents[1] / "data" / "small.nq"
_ID = "https://w3id.org/pressgraph/id/"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"


def many_articles(count: int, *, edition: int = 1) -> Iterator[Quad]:
    """Give the graphs of `count` articles; another edition changes a word in every third of them."""
    articles = _articles()
    for number in range(count):
        original = articles[number % len(articles)]
        changed = edition if number % 3 == 0 else 1
        for quad in original:
            yield Quad(*(_renamed(term, number, quad, changed) for term in quad))


def _renamed(term: Term, number: int, quad: Quad, edition: int) -> Term:
    if term.startswith(f"<{_ID}"):
        # People, places and organizations return in a tenth of the articles, as they do in papers.
        shared = term.startswith((f"<{_ID}person", f"<{_ID}place", f"<{_ID}organization"))
        return Term(f"{term[:-1]}-{number % (number // 10 + 1) if shared else number}>")
    if quad.predicate == _LABEL and term is quad.object and edition > 1:
        return Term(term.replace('"@zh', f'{edition}"@zh'))
    return term


def _articles() -> list[list[Quad]]:
    graphs: dict[str, list[Quad]] = {}
    for quad in read_graph(SMALL):
        if "/id/article/" in quad.graph:
            graphs.setdefault(quad.graph, []).append(quad)
    return [graphs[name] for name in sorted(graphs)]
