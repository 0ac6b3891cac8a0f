"""Names of the graph: namespaces, the one factory of RDF terms, the minting of IRIs, the concepts.

`namespaces` has the prefixes, `terms` makes every term that is written, `minting` gives nodes their IRIs,
`concepts` lists the closed vocabularies with their labels.
"""

from kg.vocabulary.concepts import CONCEPT_BASE, CONCEPTS, SCHEMES, Concept, concept_iri
from kg.vocabulary.minting import DEFAULT_BASE, article_iri, check_base, mint
from kg.vocabulary.namespaces import NAMESPACES, PRESS, compact, expand, name
from kg.vocabulary.terms import boolean, day, decimal, integer, iri, is_valid_iri, text, typed

__all__ = [
    "CONCEPTS",
    "CONCEPT_BASE",
    "DEFAULT_BASE",
    "NAMESPACES",
    "PRESS",
    "SCHEMES",
    "Concept",
    "article_iri",
    "boolean",
    "check_base",
    "compact",
    "concept_iri",
    "day",
    "decimal",
    "expand",
    "integer",
    "iri",
    "is_valid_iri",
    "mint",
    "name",
    "text",
    "typed",
]
