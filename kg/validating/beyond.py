"""The rules that SHACL cannot say: quotes stand where they say, links lead somewhere, names were printed.

Each check gives findings of a constraint component of its own name, in the namespace of the shapes.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import sha256
from typing import NamedTuple

from kg import expressions as re
from kg.graphfile import read_graph
from kg.ports import Term
from kg.resources import resource
from kg.validating.finding import VIOLATION, Finding
from kg.validating.nodes import Nodes, Said
from kg.vocabulary import CONCEPT_BASE, PRESS, is_valid_iri, name
from kg.vocabulary.syntax import parse_term, unescape

ONTOLOGY = "ontology/press.ttl"
_BASE = re.compile(r"<[^<>]+[/#:][a-z]+/")
_MINTED = re.compile(r"[0-9a-f]{32}>")
_MINTED_LENGTH = 33
"""How the IRIs of a build's nodes begin and end."""
_REMEMBERED = 100_000
"""Nodes that are known to be there: more than an article has, few enough for a graph on disk."""
_TYPE, _SOURCE = name("rdf:type"), name("oa:hasSource")
_DERIVED, _MENTIONED = name("prov:wasDerivedFrom"), name("press:mentionedIn")
_TIMED = (name("press:Event"), name("press:Campaign"), name("press:Figure"))
_HAPPENED = Term(f"<{CONCEPT_BASE}modality/happened>")
_CONCEPT = f"<{CONCEPT_BASE}"


class Check(NamedTuple):
    """What a check is called and what it says."""

    constraint: str
    zh: str
    en: str

    def finding(self, focus: Term, path: str | None = None, value: Term | None = None) -> Finding:
        """Return a violation of this rule."""
        constraint = name(f"shape:{self.constraint}")
        return Finding(focus, path, value, constraint, None, VIOLATION, self.zh, self.en)


QUOTE = Check(
    "QuoteCheck", "引文与正文该处的文字不符。", "The quote is not what stands at its offsets in the article's text."
)
HASH = Check(
    "HashCheck",
    "正文哈希与正文不符。",
    "The text hash is not that of the article's text.",
)
DANGLING = Check(
    "DanglingCheck",
    "所指节点在图中不存在。",
    "The link leads to a node of which the graph says nothing.",
)
ASCII = Check(
    "IriCheck", "IRI 不合规：须为绝对 IRI，只含 ASCII 字符。", "Not an IRI that a graph may hold: absolute, ASCII."
)
UNKNOWN = Check("TermCheck", "本体中没有这个词。", "The ontology has no such term.")
FUTURE = Check(
    "FutureCheck", "已发生之事的日期晚于报道出版日期。", "What is said to have happened lies after publication."
)
PRINTED = Check(
    "PrintedCheck",
    "别名在报道中从未出现。",
    "No article prints this alternative label.",
)
SHOWN = Check(
    "ShownCheck", "陈述的引文中没有它所说的名称或数字。", "No quote of the claim holds the name or figure it speaks of."
)
AS_OF = Check(
    "AsOfCheck", "任职的截至日期不是报道的出版日期。", "The tenure is as of another day than that of publication."
)
CHECKS = (QUOTE, HASH, DANGLING, ASCII, UNKNOWN, FUTURE, PRINTED, SHOWN, AS_OF)


def look_beyond(nodes: Nodes) -> Iterator[Finding]:
    """Give the findings of all checks of this module, node by node."""
    good: set[Term] = set()
    for node, said in nodes:
        if _is_minted(node):
            if len(good) < _REMEMBERED:
                good.add(node)
        elif node[0] == "<" and not _is_valid(node):
            yield ASCII.finding(node, None, node)
        yield from _terms(nodes, node, said, good)
        types = said.get(_TYPE, [])
        if name("press:Evidence") in types:
            yield from _quote(nodes, node, said)
        if name("press:Article") in types:
            yield from _hash(node, said)
        if name("press:Claim") in types:
            yield from _shown(nodes, node, said)
            yield from _as_of(nodes, node, said)
        if _MENTIONED in said:
            yield from _printed(nodes, node, said)
        if any(each in types for each in _TIMED):
            yield from _future(nodes, node, said)


@cache
def declared_terms() -> frozenset[Term]:
    """Return the terms of our namespace that the ontology declares."""
    return frozenset(quad.subject for quad in read_graph(resource(ONTOLOGY)) if quad.subject.startswith(f"<{PRESS}"))


def _terms(nodes: Nodes, node: Term, said: Said, good: set[Term]) -> Iterator[Finding]:
    """Look at each IRI said of a node: whether a graph may hold it, whether it is known, whether it leads anywhere.

    `good` are nodes of a build that were met already.
    """
    for predicate, values in said.items():
        if not _is_known(predicate):
            yield from _unfit(node, None, predicate)
        for value in values:
            if value[0] != "<" or value in good:
                continue
            if _is_minted(value):
                if not nodes.said(value):
                    yield DANGLING.finding(node, predicate, value)
                continue
            if not (_is_known(value) if predicate == _TYPE else _is_valid(value)):
                yield from _unfit(node, predicate, value)
            if value.startswith(_CONCEPT) and not nodes.said(value):
                yield DANGLING.finding(node, predicate, value)


def _is_minted(term: Term) -> bool:
    """Tell whether a term is one of a build's nodes, by its last part; what comes before is looked at once."""
    return _MINTED.fullmatch(term, len(term) - _MINTED_LENGTH) is not None and _is_base(term[:-_MINTED_LENGTH])


@lru_cache(maxsize=1_000)
def _is_base(beginning: str) -> bool:
    return _BASE.fullmatch(beginning) is not None and is_valid_iri(beginning[1:] + "0" * 32)


@lru_cache(maxsize=1_000)
def _is_known(term: Term) -> bool:
    """Tell whether a predicate or class may stand in a graph: one of ours must be in the ontology."""
    return _is_valid(term) and (not term.startswith(f"<{PRESS}") or term in declared_terms())


def _unfit(node: Term, path: Term | None, term: Term) -> Iterator[Finding]:
    """Say what is wrong with a term: that it is unknown stands at the node's types, or at the predicate alone."""
    if not _is_valid(term):
        yield ASCII.finding(node, None, term)
    if term.startswith(f"<{PRESS}") and term not in declared_terms():
        yield UNKNOWN.finding(node, path, term)


@lru_cache(maxsize=10_000)
def _is_valid(term: Term) -> bool:
    return is_valid_iri(unescape(term[1:-1]))


def _quote(nodes: Nodes, node: Term, said: Said) -> Iterator[Finding]:
    quote, start, end = _value(said, "oa:exact"), _value(said, "oa:start"), _value(said, "oa:end")
    if quote is None or not (start and end and start.isdigit() and end.isdigit()):
        return  # the shapes say so
    article = said.get(_SOURCE, [Term("")])[0]
    body = _value(nodes.said(article), "schema:articleBody")
    stands = int(end) - int(start) == len(quote) if body is None else body[int(start) : int(end)] == quote
    if not stands:
        yield QUOTE.finding(node, name("oa:exact"), said[name("oa:exact")][0])


def _hash(node: Term, said: Said) -> Iterator[Finding]:
    body, digest = _value(said, "schema:articleBody"), _value(said, "press:textHash")
    if body is not None and digest is not None and sha256(body.encode("utf-8", "replace")).hexdigest() != digest:
        yield HASH.finding(node, name("press:textHash"), said[name("press:textHash")][0])


def _shown(nodes: Nodes, node: Term, said: Said) -> Iterator[Finding]:
    quotes = [_folded(quote) for quote in _quotes(nodes, said, _DERIVED)]
    for predicate in ("org:member", "press:agent"):
        for agent in said.get(name(predicate), ()):
            about = nodes.said(agent)
            names = [*_values(about, "rdfs:label"), *_values(about, "skos:altLabel")]
            if names and not any(_folded(each) in quote for each in names for quote in quotes):
                yield SHOWN.finding(node, name(predicate), agent)
    ends = [("press:title", each[-2:]) for each in _values(said, "press:title")]
    whole = [("press:asWritten", each) for each in _values(said, "press:asWritten")]
    for predicate, words in ends + whole:
        if not any(_folded(words) in quote for quote in quotes):
            yield SHOWN.finding(node, name(predicate), said[name(predicate)][0])


def _as_of(nodes: Nodes, node: Term, said: Said) -> Iterator[Finding]:
    published = {day for article in _articles(nodes, said) for day in _values(article, "schema:datePublished")}
    for day in _values(said, "press:asOf"):
        if published and day not in published:
            yield AS_OF.finding(node, name("press:asOf"), said[name("press:asOf")][0])


def _printed(nodes: Nodes, node: Term, said: Said) -> Iterator[Finding]:
    printed = set(_quotes(nodes, said, _MENTIONED))
    for term in said.get(name("skos:altLabel"), ()):
        if parse_term(term).value not in printed:
            yield PRINTED.finding(node, name("skos:altLabel"), term)


def _future(nodes: Nodes, node: Term, said: Said) -> Iterator[Finding]:
    if said.get(name("press:modality")) != [_HAPPENED]:
        return  # what is planned or required may lie ahead
    for when in said.get(name("press:when"), ()):
        about = nodes.said(when)
        published = [day for article in _articles(nodes, about) for day in _values(article, "schema:datePublished")]
        if any(first > day for first in _values(about, "press:earliest") for day in published):
            yield FUTURE.finding(node, name("press:when"), when)


def _articles(nodes: Nodes, said: Said) -> Iterator[Said]:
    """Give the articles that the evidence of a claim or time stands in."""
    for evidence in said.get(_DERIVED, ()):
        yield from (nodes.said(article) for article in nodes.said(evidence).get(_SOURCE, ()))


def _quotes(nodes: Nodes, said: Said, link: Term) -> Iterator[str]:
    for evidence in said.get(link, ()):
        yield from _values(nodes.said(evidence), "oa:exact")


def _values(said: Said, predicate: str) -> list[str]:
    found = said.get(name(predicate))
    return [parse_term(each).value for each in found] if found else []


def _value(said: Said, predicate: str) -> str | None:
    found = said.get(name(predicate))
    return parse_term(found[0]).value if found else None


def _folded(words: str) -> str:
    return "".join(words.split())
