"""GraphML for network tools: who and what as nodes; participations, posts and belonging as edges with quotes."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TextIO

from kg.ports import Term
from kg.vocabulary import name
from kg.writing.lines import SortedQuads
from kg.writing.subjects import Said, plain, subjects

_TYPE, _LABEL, _DERIVED = name("rdf:type"), name("rdfs:label"), name("prov:wasDerivedFrom")
_CLASSES = ("Official", "Person", "Organization", "Place", "Event", "Campaign")
_NODES = tuple(name(f"press:{each}") for each in _CLASSES)
"""The classes of nodes, the most special first."""
_LINKS = tuple(
    name(each)
    for each in (
        "org:subOrganizationOf", "press:jurisdiction", "schema:containedInPlace", "press:underCampaign",
        "dcterms:isPartOf", "sem:hasPlace",
    )
)  # fmt: skip
_CLAIMS = {
    name("press:Participation"): (name("press:agent"), name("press:activity"), name("press:role")),
    name("press:Tenure"): (name("org:member"), name("org:organization"), name("press:title")),
}
"""Claims that are edges: from which property, to which, and what the edge is called."""
_KEYS = {
    "node": ("label", "class"),
    "edge": ("label", "relation", "modality", "status", "article", "quote"),
}


def write_graphml(quads: SortedQuads, file: TextIO, scratch: Path) -> None:
    """Write nodes, then edges; streaming."""
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for domain, keys in _KEYS.items():
        file.writelines(
            f'<key id="{domain}-{key}" for="{domain}" attr.name="{key}" attr.type="string"/>\n' for key in keys
        )
    file.write('<graph edgedefault="directed">\n')
    with (scratch / "links").open("w+", encoding="utf-8", newline="\n") as links:
        for node, said in subjects(quads, scratch):
            kind = next((each for each in _NODES if each in said.get(_TYPE, ())), None)
            if kind is not None:
                data = _data("node", {"label": plain(said.get(_LABEL, [node])[0]), "class": _local(kind)})
                file.write(f'<node id="{escape(plain(node))}">{data}</node>\n')
                links.writelines(_links(node, said))
        links.seek(0)
        file.writelines(links)
    file.writelines(_claims(quads))
    file.write("</graph>\n</graphml>\n")


def _links(node: Term, said: Said) -> Iterator[str]:
    for predicate in _LINKS:
        called = _local(predicate)
        for other in said.get(predicate, ()):
            yield _edge(None, node, other, {"label": called, "relation": called})


def _claims(quads: SortedQuads) -> Iterator[str]:
    for graph, members in groupby(quads, key=lambda quad: quad.graph):
        about: dict[Term, Said] = {}
        for quad in members:
            about.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
        for node, said in about.items():
            yield from _claim(node, said, about, graph)


def _claim(node: Term, said: Said, about: dict[Term, Said], graph: Term) -> Iterator[str]:
    kind = next((each for each in said.get(_TYPE, ()) if each in _CLAIMS), None)
    if kind is None:
        return
    start, end, called = _CLAIMS[kind]
    quotes = (quote for each in said.get(_DERIVED, ()) for quote in about.get(each, {}).get(name("oa:exact"), ()))
    data = {"label": _first(said, called), "relation": _local(kind)}
    data |= {key: _first(said, name(f"press:{key}")) for key in ("modality", "status")}
    data |= {"article": plain(graph) if graph else "", "quote": next(map(plain, quotes), "")}
    for first in said.get(start, ()):
        for second in said.get(end, ()):
            yield _edge(node, first, second, data)


def _first(said: Said, predicate: Term) -> str:
    return next(map(_local, said.get(predicate, ())), "")


def _edge(node: Term | None, first: Term, second: Term, data: dict[str, str]) -> str:
    own = f' id="{escape(plain(node))}"' if node else ""
    ends = f'source="{escape(plain(first))}" target="{escape(plain(second))}"'
    return f"<edge{own} {ends}>{_data('edge', data)}</edge>\n"


def _data(domain: str, values: dict[str, str]) -> str:
    told = {key: escape(_sane(text), quote=False) for key, text in values.items() if text}
    return "".join(f'<data key="{domain}-{key}">{text}</data>' for key, text in told.items())


def _sane(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return "".join(each for each in text if each in "\t\n" or (each >= " " and each not in "\ufffe\uffff"))


def _local(term: Term) -> str:
    """Return a literal's text, or the last part of an IRI."""
    value = plain(term)
    return value if term.startswith('"') else value.replace("#", "/").rpartition("/")[2]
