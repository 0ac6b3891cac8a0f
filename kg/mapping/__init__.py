"""From what an article says to the quads of its graph, and to those of the graphs beside the articles."""

from kg.mapping.articles import map_article
from kg.mapping.tables import CONCEPTS_GRAPH, concept_quads, map_tables, table_graphs
from kg.mapping.things import thing_iri

__all__ = ["CONCEPTS_GRAPH", "concept_quads", "map_article", "map_tables", "table_graphs", "thing_iri"]
