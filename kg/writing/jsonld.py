"""JSON-LD 1.1: an object a graph, a node a line, with the context that the project publishes written into the file."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, TextIO

from kg.ports import Quad, Term
from kg.resources import resource
from kg.vocabulary import NAMESPACES
from kg.vocabulary.syntax import XSD_STRING, Node, parse_term
from kg.writing.lines import SortedQuads

CONTEXT = "ontology/context.jsonld"
_TYPE = NAMESPACES["rdf"] + "type"
_INTEGER = NAMESPACES["xsd"] + "integer"
_SAFE_INTEGER = 15
"""Digits that a JSON number keeps in every reader."""

Json = dict[str, Any]


def write_jsonld(quads: SortedQuads, file: TextIO, _scratch: Path) -> None:
    """Write quads as JSON-LD; nothing needs to be fetched to read it."""
    context = json.loads(resource(CONTEXT).read_text(encoding="utf-8"))["@context"]
    terms = Terms(context)
    file.write(f'{{"@context": {_dumps(context)},\n"@graph": [')
    comma = "\n"
    for graph, members in groupby(quads, key=lambda quad: quad.graph):
        if graph:
            file.write(f'{comma}{{"@id": {_dumps(_identifier(graph))}, "@graph": [')
            _write_joined(terms.nodes(members), file, "\n")
            file.write("]}")
        else:
            _write_joined(terms.nodes(members), file, comma)
        comma = ",\n"
    file.write("\n]}\n")


class Terms:
    """The names that a context gives to IRIs, and how it reads their values."""

    def __init__(self, context: Json) -> None:
        self._prefixes = {key: value for key, value in context.items() if isinstance(value, str) and value[-1] in "/#"}
        self._names: dict[str, tuple[str, Json]] = {}
        for key, value in context.items():
            if isinstance(value, dict):
                self._names[self._expanded(value["@id"])] = (key, value)
            elif key not in self._prefixes:
                self._names[self._expanded(value)] = (key, {})

    def nodes(self, quads: Iterable[Quad]) -> Iterator[Json]:
        """Give the node objects of one graph; its quads come sorted by subject and predicate."""
        for subject, said in groupby(quads, key=lambda quad: quad.subject):
            node: Json = {"@id": _identifier(subject)}
            for predicate, members in groupby(said, key=lambda quad: quad.predicate):
                self._add(node, parse_term(predicate).value, [parse_term(each.object) for each in members])
            yield node

    def _add(self, node: Json, predicate: str, values: list[Node]) -> None:
        if predicate == _TYPE and all(value.kind == "iri" for value in values):
            node["@type"] = [self._names.get(value.value, (value.value,))[0] for value in values]
            return
        key, definition = self._names.get(predicate, (predicate, {}))
        said = [self._value(value, definition) for value in values]
        node[key] = said if len(said) > 1 else said[0]

    def _value(self, node: Node, definition: Json) -> str | int | Json:
        if node.kind != "literal":
            written = f"_:{node.value}" if node.kind == "blank" else node.value
            return written if definition.get("@type") == "@id" else {"@id": written}
        if node.language:
            is_default = definition.get("@language") == node.language
            return node.value if is_default else {"@value": node.value, "@language": node.language}
        if node.datatype in (None, XSD_STRING):
            return {"@value": node.value} if definition.keys() & {"@type", "@language"} else node.value
        if self._expanded(definition.get("@type", "")) == node.datatype:
            return int(node.value) if _is_small(node) else node.value
        return {"@value": node.value, "@type": node.datatype}

    def _expanded(self, compact: str) -> str:
        prefix, colon, local = compact.partition(":")
        return self._prefixes[prefix] + local if colon and prefix in self._prefixes else compact


def _is_small(node: Node) -> bool:
    plain = node.value.lstrip("-").isdigit() and node.value.isascii() and str(int(node.value)) == node.value
    return node.datatype == _INTEGER and len(node.value) <= _SAFE_INTEGER and plain


def _identifier(term: Term) -> str:
    node = parse_term(term)
    return f"_:{node.value}" if node.kind == "blank" else node.value


def _write_joined(nodes: Iterable[Json], file: TextIO, opening: str) -> None:
    for node in nodes:
        file.write(opening + _dumps(node))
        opening = ",\n"


def _dumps(value: Json | str) -> str:
    return json.dumps(value, ensure_ascii=False)
