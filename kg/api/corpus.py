"""What can be asked, whether it lies on disk or in memory: its articles, its facts, its graph, any query."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.api.facts import Fact, FactKind, select_facts
from kg.api.rows import Rows
from kg.model.report import ValidationReport
from kg.pipeline.chain import Product
from kg.pipeline.result import BuildResult, Problem
from kg.pipeline.workspace import graph_file
from kg.ports import Quad, Store
from kg.querying import for_people, run_query
from kg.storing import EmbeddedStore
from kg.validating import validate

if TYPE_CHECKING:
    from rdflib import Graph

ArticleJson = dict[str, Any]


class Corpus(ABC):
    """Articles and what they say."""

    @property
    @abstractmethod
    def articles(self) -> list[ArticleJson]:
        """Return the articles in order, each as a line of `articles.jsonl`."""

    @abstractmethod
    def graph(self) -> "Graph":
        """Return all triples as an `rdflib.Graph`."""

    @abstractmethod
    def _store(self) -> Store:
        """Open the store."""

    def facts(self, kind: FactKind | None = None, *, about: str | None = None) -> list[Fact]:
        """Give the facts in the order of the text: of one kind or of all, of one name (or IRI) or of all."""
        with self._opened() as store:
            return select_facts(store, kind, about)

    def query(self, query: str, **parameters: str) -> Rows:
        """Run a saved query (its name, or the path of an `.rq` file) or a SPARQL SELECT; give its rows.

        Things are shown by their labels. Raises `QueryError`.
        """
        with self._opened() as store:
            return Rows(for_people(store, run_query(store, query, parameters)))

    @contextmanager
    def _opened(self) -> Iterator[Store]:
        store = self._store()
        try:
            yield store
        finally:
            store.close()


class Build(Corpus):
    """A build on disk."""

    def __init__(self, directory: Path, result: BuildResult | None = None) -> None:
        self.directory = directory
        self.result = result
        """What the build reported; None where it was opened later."""

    def __repr__(self) -> str:
        counts = self.manifest["counts"]
        return f"<Build {self.directory}: {counts['articles']} articles, {counts['quads']} quads>"

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Return `manifest.json`: inputs, versions, counts."""
        found: dict[str, Any] = json.loads((self.directory / "manifest.json").read_text(encoding="utf-8"))
        return found

    @property
    def articles(self) -> list[ArticleJson]:
        """Return the articles in order, each as a line of `articles.jsonl`."""
        return list(self.iter_articles())

    def iter_articles(self) -> Iterator[ArticleJson]:
        """Give the articles one by one, for builds too large for memory."""
        with (self.directory / "articles.jsonl").open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)

    def graph(self) -> "Graph":
        """Return all triples as an `rdflib.Graph` (1.4 kB a triple: for builds of a few thousand articles)."""
        return _rdflib_graph((self.directory / "graph.ttl").read_bytes(), "turtle")

    def validate(self) -> ValidationReport:
        """Judge the graph by the shapes, once more."""
        return validate(graph_file(self.directory))

    def _store(self) -> Store:
        return EmbeddedStore.open(self.directory / "store")


class Reading(Corpus):
    """A text that was read in memory."""

    def __init__(self, products: tuple[Product, ...], problems: tuple[Problem, ...]) -> None:
        self.products = products
        """Each article with its facts, as the chain made them, and its quads."""
        self.problems = problems

    def __repr__(self) -> str:
        return f"<Reading: {len(self.products)} articles>"

    @property
    def articles(self) -> list[ArticleJson]:
        """Return the articles in order, each as a line of `articles.jsonl`."""
        return [json.loads(product.line) for product in self.products]

    def graph(self) -> "Graph":
        """Return all triples as an `rdflib.Graph`."""
        lines = {f"{s} {p} {o} ." for s, p, o, _ in self._quads()}
        return _rdflib_graph("\n".join(sorted(lines)).encode(), "nt")

    def _quads(self) -> Iterable[Quad]:
        return (quad for product in self.products for quad in product.quads)

    def _store(self) -> Store:
        return EmbeddedStore.in_memory(self._quads())


def _rdflib_graph(data: bytes, syntax: str) -> "Graph":
    graph: Graph = import_module("rdflib").Graph()
    return graph.parse(data=data, format=syntax)
