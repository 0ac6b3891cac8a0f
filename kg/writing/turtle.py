"""Turtle and TriG for people: an order to read in, a block a subject, and beside each link what it leads to."""

import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, TextIO

from kg.ports import Quad, Term
from kg.sorting import sort_lines
from kg.vocabulary import PRESS, name
from kg.vocabulary.syntax import parse_term
from kg.writing.layout import ArticleLayout
from kg.writing.lines import SortedQuads
from kg.writing.names import Names
from kg.writing.register import Register

_COMMENT_LENGTH = 70
_LINE_LENGTH = 160
_FIRST = (
    "rdf:type", "rdfs:label", "skos:altLabel", "skos:notation", "skos:prefLabel", "press:kicker", "schema:headline",
    "schema:alternativeHeadline", "press:newspaper", "schema:datePublished", "press:pageNumber", "schema:author",
    "sem:eventType", "press:activity", "press:role", "press:agent", "press:inCapacity", "org:member", "press:title",
    "org:organization", "org:role", "press:status", "press:asOf", "press:asWritten", "press:bound", "press:value",
    "press:minimum", "press:maximum", "press:unit", "press:counted", "press:about", "press:figureKind",
    "press:modality", "press:when", "press:earliest", "press:latest", "press:precision", "press:anchor",
    "oa:exact", "oa:start", "oa:end", "press:sourceStart", "press:sourceEnd", "oa:hasSource",
)  # fmt: skip
_LAST = ("prov:wasDerivedFrom", "press:rule", "press:mentionedIn", "schema:isPartOf", "press:sourceFile",
         "press:sourceHash", "press:textHash", "schema:articleBody")  # fmt: skip
_ORDER = {name(each): f"1{rank:02d}" for rank, each in enumerate(_FIRST)}
_ORDER |= {name(each): f"3{rank:02d}" for rank, each in enumerate(_LAST)}
_HEADER = """\
# 怎么读 / How to read this file
# 每篇报道一节：报道、活动及时间与参与者（press:role 是角色）、职务、数字；其后依次是人物、机构、地点、引文、概念。
# 行尾 # 之后是所指节点的名称或原文，prov:wasDerivedFrom 之后即该陈述所依据的原句。
# One part an article: the article, events with their times and those who take part (press:role), posts, figures; after
# all articles persons, organizations, places, quotes, concepts. Behind # at the end of a line stands the name or the
# words of what the line links to; behind prov:wasDerivedFrom, the very sentence that a claim rests on.
"""


_TYPE = name("rdf:type")
_GENERAL = (name("press:Person"), name("press:Activity"), name("press:Claim"))
_MENTIONED = name("press:mentionedIn")
_ARTICLE = name("press:Article")
_HEADLINE = name("schema:headline")
_BODY = name("schema:articleBody")


class Row(NamedTuple):
    """A triple to be written: the key of its subject, the rank of its predicate, and what its object is, in short."""

    key: str
    subject: str
    rank: str
    predicate: str
    object: str
    comment: str


def write_turtle(quads: SortedQuads, file: TextIO, scratch: Path) -> None:
    """Write all quads as one Turtle graph, a block a subject, in an order to read in."""
    with closing(Register(quads, scratch)) as register:
        names = _begin(file, register)
        rows = (row for graph, members in _graphs(quads) for row in _rows(graph, members, register))
        file.writelines(_blocks(_arranged(rows, scratch), names, ""))


def write_trig(quads: SortedQuads, file: TextIO, scratch: Path) -> None:
    """Write quads as TriG, a block a graph, each graph ordered as in Turtle."""
    with closing(Register(quads, scratch)) as register:
        names = _begin(file, register)
        for graph, members in _graphs(quads):
            file.write(f"\n{names.written(graph)} {{\n" if graph else "\n{\n")
            file.writelines(_blocks(_arranged(_rows(graph, members, register), scratch), names, "  "))
            file.write("}\n")


def _begin(file: TextIO, register: Register) -> Names:
    """Write what stands before the first block; return the names that it declares."""
    names = Names(register.instance_base, register.namespaces)
    file.write((_HEADER if register.instance_base else "") + names.declarations())
    return names


def _arranged(rows: Iterable[Row], scratch: Path) -> Iterator[Row]:
    lines = sort_lines(("\t".join(row) for row in rows), scratch)
    return (Row(*line.split("\t")) for line in lines)


def _graphs(quads: Iterable[Quad]) -> Iterator[tuple[Term, Iterable[Quad]]]:
    return groupby(quads, key=lambda quad: quad.graph)


def _rows(graph: Term, quads: Iterable[Quad], register: Register) -> Iterator[Row]:
    layout = None
    if register.is_article(graph):
        quads = list(quads)
        layout = ArticleLayout(graph, quads)
    for subject, members in groupby(quads, key=lambda quad: quad.subject):
        key = register.key(subject, layout)
        for quad in members:
            rank = _rank(quad)
            comment = _comment(quad, layout, register)
            yield Row(key, subject, rank, quad.predicate, quad.object, comment)


def _rank(quad: Quad) -> str:
    """Return where a triple stands in its block; of the types, our own come first, the most special before all."""
    if quad.predicate != _TYPE:
        return _ORDER.get(quad.predicate, "200")
    return "1002" if not quad.object.startswith(f"<{PRESS}") else "1001" if quad.object in _GENERAL else "1000"


def _comment(quad: Quad, layout: ArticleLayout | None, register: Register) -> str:
    """Return in one short line what the object of a triple is; empty where the object says it itself."""
    if not quad.object.startswith("<") or quad.predicate in (_TYPE, _MENTIONED):
        return ""
    said = layout.gists.get(quad.object) if layout is not None else None
    return one_line(said or register.label(quad.object) or "")


def one_line(words: str) -> str:
    """Return words without controls and invisible characters, cut to a length that a line of comment bears."""
    shown = "".join(" " if each.isspace() else each for each in words if unicodedata.category(each)[0] != "C")
    return shown if len(shown) <= _COMMENT_LENGTH else shown[: _COMMENT_LENGTH - 1] + "…"


def _blocks(rows: Iterable[Row], names: Names, indent: str) -> Iterator[str]:
    for subject, members in groupby(rows, key=lambda row: row.subject):
        block = list(members)
        yield _title(block, indent)
        yield f"{indent}{names.written(Term(subject))} {_predicates(block, names, indent + '  ')}\n"


def _predicates(block: list[Row], names: Names, indent: str) -> str:
    """Return the predicates of a block with their objects, a line each; types and mentions share one line."""
    parts = []
    for predicate, members in groupby(block, key=lambda row: row.predicate):
        verb = "a" if predicate == _TYPE else names.written(Term(predicate))
        objects: dict[str, str] = {}
        for row in members:
            objects.setdefault(names.written(Term(row.object)), row.comment)
        parts.append((verb, objects))
    lines = []
    for number, (verb, objects) in enumerate(parts):
        end = " ." if number == len(parts) - 1 else " ;"
        lines.append(_objects(verb, objects, end, indent))
    return f"\n{indent}".join(lines)


def _objects(verb: str, objects: dict[str, str], end: str, indent: str) -> str:
    line = f"{verb} {', '.join(objects)}{end}"
    if not any(objects.values()) and (len(objects) == 1 or len(line) <= _LINE_LENGTH):
        return line
    ends = [" ,"] * (len(objects) - 1) + [end]
    said = [f"{written}{stop}" + (f"  # {comment}" if comment else "")
            for (written, comment), stop in zip(objects.items(), ends, strict=True)]  # fmt: skip
    return f"{verb} " + f"\n{indent}  ".join(said)


def _title(block: list[Row], indent: str) -> str:
    """Return what stands before a block: an empty line, and a rule with the headline before an article."""
    if not any(row.object == _ARTICLE for row in block):
        return "\n"
    headline = next((row.object for row in block if row.predicate in (_HEADLINE, _BODY)), '""')
    words = one_line(parse_term(Term(headline)).value)
    return f"\n{indent}# ══════ {words or '无标题 no headline'} ══════\n"
