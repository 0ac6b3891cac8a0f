"""Turtle and TriG for people: an order to read in, a block a subject, and beside each link what it leads to."""

import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import TextIO, cast

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


_WHOLE, _LINE_END = "0", "\x1e"
"""What stands for the rank where a line holds a whole block, and for the line feeds in it."""
_TYPE = name("rdf:type")
_GENERAL = (name("press:Person"), name("press:Activity"), name("press:Claim"))
_MENTIONED = name("press:mentionedIn")
_ARTICLE = name("press:Article")
_HEADLINE = name("schema:headline")
_BODY = name("schema:articleBody")


Row = tuple[str, Term, Term, str]
"""A triple of a known subject to be written: rank of the predicate, predicate, object, what the object is in short."""


def write_turtle(quads: SortedQuads, file: TextIO, scratch: Path) -> None:
    """Write all quads as one Turtle graph, a block a subject, in an order to read in."""
    with closing(Register(quads, scratch)) as register:
        page = _Page(register, _begin(file, register), "")
        lines = (line for graph, members in _graphs(quads) for line in page.lines(graph, members))
        file.writelines(page.blocks(sort_lines(lines, scratch)))


def write_trig(quads: SortedQuads, file: TextIO, scratch: Path) -> None:
    """Write quads as TriG, a block a graph, each graph ordered as in Turtle."""
    with closing(Register(quads, scratch)) as register:
        page = _Page(register, _begin(file, register), "  ")
        for graph, members in _graphs(quads):
            file.write(f"\n{page.names.written(graph)} {{\n" if graph else "\n{\n")
            file.writelines(page.blocks(sort_lines(page.lines(graph, members), scratch)))
            file.write("}\n")


def _begin(file: TextIO, register: Register) -> Names:
    """Write what stands before the first block; return the names that it declares."""
    names = Names(register.instance_base, register.namespaces)
    file.write((_HEADER if register.instance_base else "") + names.declarations())
    return names


def _graphs(quads: Iterable[Quad]) -> Iterator[tuple[Term, Iterable[Quad]]]:
    return groupby(quads, key=attrgetter("graph"))


class _Page:
    """Blocks in the making: lines to be sorted by the keys of their subjects, then read back in order.

    A node that one graph alone speaks of is written at once, and its line holds the whole block; of a node that others
    may share each triple is a line of its own.
    """

    def __init__(self, register: Register, names: Names, indent: str) -> None:
        self.register, self.names, self.indent = register, names, indent

    def lines(self, graph: Term, quads: Iterable[Quad]) -> Iterator[str]:
        """Give the lines of a graph: key, subject, and what is said."""
        layout = None
        if self.register.is_article(graph):
            quads = list(quads)
            layout = ArticleLayout(graph, quads)
        for subject, members in groupby(quads, key=attrgetter("subject")):
            key = self.register.key(subject, layout)
            rows = [
                (
                    _ORDER.get(predicate, "200") if predicate != _TYPE else _rank_of_class(value),
                    predicate,
                    value,
                    self._comment(predicate, value, layout) if value[0] == "<" else "",
                )
                for _, predicate, value, _ in members
            ]
            if layout is not None and self.register.is_alone(subject, layout):
                yield f"{key}\t{subject}\t{_WHOLE}\t" + self._block(subject, sorted(rows)).replace("\n", _LINE_END)
            else:
                yield from ("\t".join((key, subject, *row)) for row in rows)

    def blocks(self, lines: Iterable[str]) -> Iterator[str]:
        """Give the blocks of sorted lines."""
        for subject, members in groupby((line.split("\t", 3) for line in lines), key=itemgetter(1)):
            rows = []
            for _, _, rank, said in members:
                if rank == _WHOLE:
                    yield said.replace(_LINE_END, "\n")
                else:
                    rows.append(cast("Row", (rank, *said.split("\t"))))
            if rows:
                yield self._block(subject, rows)

    def _block(self, subject: str, rows: list[Row]) -> str:
        said = _predicates(rows, self.names, self.indent + "  ")
        return f"{_title(rows, self.indent)}{self.indent}{self.names.written(Term(subject))} {said}\n"

    def _comment(self, predicate: Term, node: Term, layout: ArticleLayout | None) -> str:
        """Return in one short line what a triple leads to; empty where its IRI says it itself."""
        if predicate in (_TYPE, _MENTIONED):
            return ""
        said = layout.gists.get(node) if layout is not None else None
        return one_line(said or self.register.label(node) or "")


def _rank_of_class(kind: Term) -> str:
    """Return where a type stands in its block: our own come first, the most special before all."""
    return "1002" if not kind.startswith(f"<{PRESS}") else "1001" if kind in _GENERAL else "1000"


def one_line(words: str) -> str:
    """Return words without controls and invisible characters, cut to a length that a line of comment bears."""
    shown = "".join(" " if each.isspace() else each for each in words if unicodedata.category(each)[0] != "C")
    return shown if len(shown) <= _COMMENT_LENGTH else shown[: _COMMENT_LENGTH - 1] + "…"


def _predicates(block: list[Row], names: Names, indent: str) -> str:
    """Return the predicates of a block with their objects, a line each; types and mentions share one line."""
    said: dict[Term, dict[str, str]] = {}
    for _, predicate, value, comment in block:
        said.setdefault(predicate, {}).setdefault(names.written(value), comment)
    ends = [" ;"] * (len(said) - 1) + [" ."]
    return f"\n{indent}".join(
        _objects("a" if predicate == _TYPE else names.written(predicate), objects, end, indent)
        for (predicate, objects), end in zip(said.items(), ends, strict=True)
    )


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
    if _ARTICLE not in [value for _, _, value, _ in block]:
        return "\n"
    headline = next((value for _, predicate, value, _ in block if predicate in (_HEADLINE, _BODY)), Term('""'))
    words = one_line(parse_term(headline).value)
    return f"\n{indent}# ══════ {words or '无标题 no headline'} ══════\n"
