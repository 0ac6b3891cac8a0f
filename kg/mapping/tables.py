"""The graphs beside the articles: divisions and what lies in them, merges, concepts."""

from collections.abc import Iterator

from kg.model.facts import ResolvedArticle
from kg.ports import Quad
from kg.vocabulary import CONCEPT_BASE

CONCEPTS_GRAPH = CONCEPT_BASE


def table_graphs(base_iri: str) -> tuple[str, ...]:
    """Return the names of the graphs that `map_tables` writes to."""
    return (CONCEPTS_GRAPH, base_iri + "graph/divisions", base_iri + "graph/merges")


def map_tables(resolved: ResolvedArticle, *, base_iri: str) -> Iterator[Quad]:
    """Give what an article's facts need from the tables: concepts, `schema:containedInPlace`, jurisdictions, merges.

    Several articles give the same quads; whoever joins them drops the repeats.
    """
    raise NotImplementedError
