"""Things: their IRIs, types, labels, mentions and what else the article says of them."""

import unicodedata
from collections.abc import Sequence

from kg.mapping.graph import LANGUAGE, ArticleGraph, concept
from kg.model.facts import Thing
from kg.model.source import Locality
from kg.ports import Term
from kg.vocabulary import iri, mint, text

CLASSES = {
    "person": ("press:Person", "schema:Person"),
    "organization": ("press:Organization", "org:Organization"),
    "place": ("press:Place", "schema:Place"),
    "event": ("press:Event", "press:Activity", "sem:Event"),
    "campaign": ("press:Campaign", "press:Activity"),
}


def state_things(graph: ArticleGraph, things: Sequence[Thing]) -> dict[str, Term]:
    """State all things of an article; return their nodes by key."""
    nodes = {thing.key: iri(thing_iri(thing, graph.iri, graph.base_iri)) for thing in things}
    for thing in things:
        _state(graph, thing, nodes)
    return nodes


def thing_iri(thing: Thing, article: str, base_iri: str) -> str:
    """Return the IRI of a thing: over its kind, its label, its jurisdiction and what else tells it apart."""
    if thing.kind == "place" and thing.locality is not None:
        return locality_iri(thing.locality, base_iri)
    scope = thing.scope
    if thing.kind == "event" and scope is None:
        scope = min((when.earliest.isoformat() for when in thing.whens if when.earliest), default=article)
    return mint(base_iri, thing.kind, _nfc(thing.label), _tag(thing.jurisdiction), scope)


def locality_iri(locality: Locality, base_iri: str) -> str:
    """Return the IRI of a division, the same whether an article names it or only the table does."""
    return mint(base_iri, "place", _nfc(locality.name), locality.code, None)


def label_of(thing: Thing) -> str:
    """Return the canonical name: the table's for a place that is in it."""
    return _nfc(thing.locality.name if thing.kind == "place" and thing.locality else thing.label)


def _state(graph: ArticleGraph, thing: Thing, nodes: dict[str, Term]) -> None:
    node = nodes[thing.key]
    graph.type(node, *(("press:Official",) if thing.official else ()), *CLASSES[thing.kind])
    label = label_of(thing)
    graph.words(node, "rdfs:label", label)
    printed = dict.fromkeys(span.of(graph.article.text) for span in thing.mentions)
    graph.say(node, "skos:altLabel", *(text(form, LANGUAGE) for form in printed if form != label))
    graph.say(node, "press:mentionedIn", *(graph.evidence(span) for span in thing.mentions or thing.implied))
    if thing.kind == "organization":
        graph.say(node, "org:subOrganizationOf", *(nodes[key] for key in thing.parents))
    if thing.kind in ("event", "campaign"):
        _state_activity(graph, thing, node, nodes)


def _state_activity(graph: ArticleGraph, thing: Thing, node: Term, nodes: dict[str, Term]) -> None:
    if thing.kind == "event":
        graph.say(node, "sem:eventType", *(concept("event-type", each) for each in thing.event_types or ("other",)))
        graph.say(node, "sem:hasPlace", *(nodes[key] for key in thing.places))
    above = "press:underCampaign" if thing.kind == "event" else "dcterms:isPartOf"
    graph.say(node, above, *(nodes[key] for key in thing.campaigns))
    graph.say(node, "press:when", *(graph.when(when) for when in thing.whens))
    graph.say(node, "press:modality", *(concept("modality", each) for each in thing.modalities))


def _tag(locality: Locality | None) -> str | None:
    return None if locality is None else locality.code or _nfc(locality.name)


def _nfc(value: str) -> str:
    return unicodedata.normalize("NFC", value)
