"""Prefixes and what they stand for; names such as `press:Event` as terms."""

from functools import cache

from kg.ports import Term

PRESS = "https://w3id.org/pressgraph/ontology#"
SHAPES = "https://w3id.org/pressgraph/shapes#"
NAMESPACES = {
    "press": PRESS,
    "org": "http://www.w3.org/ns/org#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "sh": "http://www.w3.org/ns/shacl#",
    "shape": SHAPES,
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "spdx": "http://spdx.org/rdf/terms#",
    "owl": "http://www.w3.org/2002/07/owl#",
}
"""In the order in which files declare them."""


def expand(curie: str) -> str:
    """Return the IRI that a prefixed name stands for. Raises `KeyError` where the prefix is unknown."""
    prefix, _, local = curie.partition(":")
    return NAMESPACES[prefix] + local


def compact(iri: str) -> str:
    """Return the prefixed name of an IRI, or the IRI itself where its namespace has no prefix."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = next((prefix for prefix, namespace in NAMESPACES.items() if namespace == iri[:cut]), None)
    return iri if prefix is None else f"{prefix}:{iri[cut:]}"


@cache
def name(curie: str) -> Term:
    """Return the term that a prefixed name stands for: `press:Event`. Raises `KeyError` where the prefix is unknown."""
    return Term(f"<{expand(curie)}>")
