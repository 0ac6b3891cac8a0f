"""The graphs beside the articles: divisions and what lies in them, merges, concepts."""

from collections.abc import Iterator
from functools import lru_cache

from kg.mapping.graph import LANGUAGE, concept
from kg.mapping.things import CLASSES, locality_iri, thing_iri
from kg.model.facts import Facts, Merge, ResolvedArticle, Thing
from kg.model.source import Locality
from kg.ports import Quad, Term
from kg.vocabulary import CONCEPT_BASE, CONCEPTS, SCHEMES, Concept, article_iri, iri, mint, name, text

CONCEPTS_GRAPH = CONCEPT_BASE
_CODE_DIGITS = 6
"""GB/T 2260 fills the codes of provinces (41) and cities (4116) up to this: 410000, 411600."""


def table_graphs(base_iri: str) -> tuple[str, ...]:
    """Return the names of the graphs that `map_tables` writes to."""
    return (CONCEPTS_GRAPH, base_iri + "graph/divisions", base_iri + "graph/merges")


def map_tables(resolved: ResolvedArticle, *, base_iri: str) -> Iterator[Quad]:
    """Give what an article's facts need from the tables: concepts, `schema:containedInPlace`, jurisdictions, merges.

    Several articles give the same quads; whoever joins them drops the repeats.
    """
    yield from dict.fromkeys(_quads(resolved, base_iri))


def _quads(resolved: ResolvedArticle, base_iri: str) -> Iterator[Quad]:
    article = article_iri(resolved.article, base_iri)
    yield from _concepts(resolved.facts)
    _, divisions, merges = (iri(each) for each in table_graphs(base_iri))
    for row in _divisions(resolved, article, base_iri):
        yield Quad(*row, divisions)
    things = {thing.key: iri(thing_iri(thing, article, base_iri)) for thing in resolved.facts.things}
    for merge in resolved.facts.merges:
        for row in _merge(merge, things[merge.kept], article, base_iri):
            yield Quad(*row, merges)


@lru_cache(maxsize=1_000)
def concept_quads(each: Concept) -> tuple[Quad, ...]:
    """Return a concept with type, notation, labels in both languages and its scheme."""
    return tuple(_concept(each))


def _concept(each: Concept) -> Iterator[Quad]:
    graph, node = iri(CONCEPTS_GRAPH), concept(each.scheme, each.notation)
    scheme = iri(CONCEPT_BASE + each.scheme)
    yield Quad(node, name("rdf:type"), name("skos:Concept"), graph)
    yield Quad(node, name("skos:inScheme"), scheme, graph)
    yield Quad(node, name("skos:notation"), text(each.notation), graph)
    for term in (text(each.zh, LANGUAGE), text(each.en, "en")):
        yield Quad(node, name("skos:prefLabel"), term, graph)
        yield Quad(node, name("rdfs:label"), term, graph)
    yield Quad(scheme, name("rdf:type"), name("skos:ConceptScheme"), graph)
    for label, language in zip(SCHEMES[each.scheme], (LANGUAGE, "en"), strict=True):
        yield Quad(scheme, name("skos:prefLabel"), text(label, language), graph)


def _concepts(facts: Facts) -> Iterator[Quad]:
    for scheme, notation in dict.fromkeys(_used(facts)):
        known = CONCEPTS.get((scheme, notation))
        yield from concept_quads(known or Concept(scheme, notation, notation, notation.replace("-", " ")))


def _used(facts: Facts) -> Iterator[tuple[str, str]]:
    for thing in facts.things:
        if thing.kind == "event":
            yield from (("event-type", each) for each in thing.event_types or ("other",))
        yield from (("modality", each) for each in thing.modalities)
        yield from (("precision", when.precision) for when in thing.whens)
    for tenure in facts.tenures:
        yield "status", tenure.status
        if tenure.post is not None:
            yield "post", tenure.post
    for said in facts.participations:
        yield from (("role", said.role), ("modality", said.modality))
    for figure in facts.figures:
        yield from (("bound", figure.bound), ("figure-kind", figure.kind), ("modality", figure.modality))
        if figure.when is not None:
            yield "precision", figure.when.precision


def _divisions(resolved: ResolvedArticle, article: str, base_iri: str) -> Iterator[tuple[Term, Term, Term]]:
    for division, container in resolved.divisions:
        yield from _division(division, base_iri)
        if container is not None:
            yield from _division(container, base_iri)
            above = iri(locality_iri(container, base_iri))
            yield iri(locality_iri(division, base_iri)), name("schema:containedInPlace"), above
    places = tuple(resolved.facts.of_kind("place"))
    mentioned = {thing.locality for thing in places if thing.locality is not None}
    for locality in sorted(mentioned, key=lambda each: (each.code or "", each.name)):
        yield from _division(locality, base_iri)
    unlisted = {_path(place): thing_iri(place, article, base_iri) for place in places if place.locality is None}
    for predicate, related in (
        ("schema:containedInPlace", ((place, place.container) for place in places)),
        ("press:jurisdiction", ((thing, thing.jurisdiction) for thing in resolved.facts.of_kind("organization"))),
    ):
        for thing, outer in related:
            lower, upper = thing_iri(thing, article, base_iri), _node(outer, unlisted, base_iri)
            if outer is not None and upper is not None and upper != lower:
                yield from _division(outer, base_iri) if outer.code else ()
                yield iri(lower), name(predicate), iri(upper)


def _path(place: Thing) -> str:
    """Return the name of a place that the table lacks, with that of the division it lies in."""
    return (place.jurisdiction.name if place.jurisdiction else "") + place.label


def _node(division: Locality | None, unlisted: dict[str, str], base_iri: str) -> str | None:
    """Return the IRI of a division of the table, or of one that the article itself names; None for others."""
    if division is None:
        return None
    return locality_iri(division, base_iri) if division.code else unlisted.get(division.name)


def _division(division: Locality, base_iri: str) -> Iterator[tuple[Term, Term, Term]]:
    node = iri(locality_iri(division, base_iri))
    for each in CLASSES["place"]:
        yield node, name("rdf:type"), name(each)
    yield node, name("rdfs:label"), text(division.name, LANGUAGE)
    if division.code:
        yield node, name("press:divisionCode"), text(division.code.ljust(_CODE_DIGITS, "0"))


def _merge(merge: Merge, kept: Term, article: str, base_iri: str) -> Iterator[tuple[Term, Term, Term]]:
    """Give the record of a merge; its evidence is in the article's graph."""
    node = iri(mint(base_iri, "merge", article, kept, merge.merged_form, merge.rule))
    yield node, name("rdf:type"), name("press:Merge")
    yield node, name("press:kept"), kept
    yield node, name("press:mergedForm"), text(merge.merged_form, LANGUAGE)
    yield node, name("press:rule"), text(merge.rule)
    for span in merge.evidence:
        evidence = mint(base_iri, "evidence", article, span.start, span.end)
        yield node, name("prov:wasDerivedFrom"), iri(evidence)
