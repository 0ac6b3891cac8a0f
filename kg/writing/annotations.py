"""Web Annotations: each quote as an annotation of its article, with what the graph says on the strength of it."""

import json
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any, TextIO

from kg.ports import Term
from kg.vocabulary import name
from kg.writing.lines import SortedQuads
from kg.writing.register import Register
from kg.writing.subjects import Said, plain

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The context that the Web Annotation standard asks for; tools of annotation know it by heart."""
_BESIDE = 32
"""Characters before and after a quote that help to find it again."""
_TYPE, _MENTIONED, _DERIVED = name("rdf:type"), name("press:mentionedIn"), name("prov:wasDerivedFrom")
_EVIDENCE, _BODY = name("press:Evidence"), name("schema:articleBody")

Json = dict[str, Any]


def write_annotations(quads: SortedQuads, file: TextIO, scratch: Path) -> None:
    """Write an annotation a line, article by article."""
    with closing(Register(quads, scratch)) as register:
        file.writelines(_page(quads, register))


def _page(quads: SortedQuads, register: Register) -> Iterator[str]:
    yield f'{{"@context": "{CONTEXT}", "type": "AnnotationPage", "items": ['
    comma = "\n"
    for graph, members in groupby(quads, key=lambda quad: quad.graph):
        if register.is_article(graph):
            about: dict[Term, Said] = {}
            for quad in members:
                about.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
            for annotation in _annotations(about, register):
                yield comma + json.dumps(annotation, ensure_ascii=False)
                comma = ",\n"
    yield "\n]}\n"


def _annotations(about: dict[Term, Said], register: Register) -> Iterator[Json]:
    bodies: dict[Term, list[Json]] = {}
    for node, said in about.items():
        for evidence in said.get(_MENTIONED, ()):
            tag = {"type": "TextualBody", "value": register.label(node) or "", "language": "zh", "purpose": "tagging"}
            bodies.setdefault(evidence, []).extend([_resource(node, "identifying"), tag])
        for evidence in said.get(_DERIVED, ()):
            bodies.setdefault(evidence, []).append(_resource(node, "describing"))
    found = [(node, said) for node, said in about.items() if _EVIDENCE in said.get(_TYPE, ())]
    for node, said in sorted(found, key=lambda each: (_number(each[1], "oa:start"), _number(each[1], "oa:end"))):
        source = said[name("oa:hasSource")][0]
        text = plain(about.get(source, {}).get(_BODY, [Term('""')])[0])
        target = {"source": plain(source), "selector": _selectors(said, text)}
        yield {"id": plain(node), "type": "Annotation", "body": bodies.get(node, []), "target": target}


def _resource(node: Term, purpose: str) -> Json:
    return {"type": "SpecificResource", "source": plain(node), "purpose": purpose}


def _selectors(said: Said, text: str) -> list[Json]:
    start, end = _number(said, "oa:start"), _number(said, "oa:end")
    quote: Json = {"type": "TextQuoteSelector", "exact": plain(said[name("oa:exact")][0])}
    if text:
        quote |= {"prefix": text[max(0, start - _BESIDE) : start], "suffix": text[end : end + _BESIDE]}
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]


def _number(said: Said, predicate: str) -> int:
    return int(plain(said[name(predicate)][0]))
