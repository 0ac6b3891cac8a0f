"""The published JSON-LD context names all that the graph uses, and reads it back as it was."""

import json

from kg.mapping import map_article, map_tables
from kg.resources import resource
from kg.vocabulary import DEFAULT_BASE
from kg.vocabulary.syntax import parse_term
from kg.writing.jsonld import CONTEXT, Terms
from tests.stories import meeting


def test_every_property_and_class_has_a_short_name() -> None:
    """No key or type of the file is an IRI written out; times, numbers and links are typed by the context."""
    context = json.loads(resource(CONTEXT).read_text(encoding="utf-8"))["@context"]
    story = meeting()
    quads = sorted({*map_article(story, base_iri=DEFAULT_BASE), *map_tables(story, base_iri=DEFAULT_BASE)})
    nodes = list(Terms(context).nodes(quads))
    foreign = {"https://schema.org/Person", "https://schema.org/Place", "https://schema.org/CreativeWork"}
    foreign |= {parse_term(quad.object).value for quad in quads if "/ns/org#O" in quad.object or "/sem/" in quad.object}
    assert {key for node in nodes for key in node if ":" in key} == set()
    assert {each for node in nodes for each in node.get("@type", ()) if ":" in each} <= foreign
    start = next(node["start"] for node in nodes if "start" in node)
    assert isinstance(start, int)
