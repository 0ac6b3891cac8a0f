"""What must be known of nodes that several graphs share before the first block is written: label, place in the file.

Kept in a temporary SQLite file, so that memory does not grow with the graph.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from kg import expressions as re
from kg.ports import Quad, Term
from kg.vocabulary import CONCEPT_BASE, NAMESPACES, name
from kg.vocabulary.syntax import parse_term
from kg.writing.layout import BREAK, ArticleLayout
from kg.writing.names import KINDS

_NODE = re.compile(rf"<([^<>]+[/#:])(?:{'|'.join(KINDS)})/[0-9a-f]{{32}}>")
_CACHE_KIB = 16_000
_NAMESPACES = frozenset(NAMESPACES.values())
_SECTIONS = {
    name("press:Person"): "2.1",
    name("press:Organization"): "2.2",
    name("press:Place"): "2.3",
    name("press:Merge"): "2.4",
}
"""Where those stand that belong to no article; articles with their claims are section 1, concepts 3, all else 4."""
_TYPE, _LABEL, _ARTICLE = name("rdf:type"), name("rdfs:label"), name("press:Article")
_SHARED = (name("press:Activity"), name("press:Page"))
"""What several articles may speak of: its place is that in the first of them."""
_HEX = 33
"""Characters behind the last slash of a node of ours, its bracket included."""
_QUOTES = "2.9"
"""Quotes come after the things: a claim shows its own in a comment."""


class Register:
    """Labels and sort keys of nodes, and which graphs are articles."""

    def __init__(self, quads: Iterable[Quad], folder: Path) -> None:
        """Take note of quads that are sorted by graph."""
        self._base = sqlite3.connect(folder / "register.sqlite", isolation_level=None)
        for pragma in (f"cache_size = -{_CACHE_KIB}", "journal_mode = OFF", "synchronous = OFF"):
            self._base.execute(f"PRAGMA {pragma}")
        self._base.execute("CREATE TABLE node (iri TEXT PRIMARY KEY, section TEXT, label TEXT, key TEXT) WITHOUT ROWID")
        self._base.execute("CREATE TABLE article (iri TEXT PRIMARY KEY) WITHOUT ROWID")
        self.instance_base: str | None = None
        """What the IRIs of instances begin with, if they are ours."""
        self.namespaces: set[str] = set()
        """Namespaces of ours that predicates and classes are of."""
        self._node = lru_cache(maxsize=20_000)(self._look_up)
        self._met: set[Term] = set()
        self._base.execute("BEGIN")
        for graph, members in groupby(quads, key=attrgetter("graph")):
            self._note_graph(graph, list(members))
        self._base.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def is_article(self, graph: Term) -> bool:
        """Tell whether a graph is an article's."""
        return self._base.execute("SELECT 1 FROM article WHERE iri = ?", (graph,)).fetchone() is not None

    def label(self, node: Term) -> str | None:
        """Return the first of a node's labels."""
        return self._node(node)[1]

    def key(self, node: Term, layout: ArticleLayout | None) -> str:
        """Return the sort key of a node that is met in an article (whose layout is given) or beside the articles."""
        section, label, key = self._node(node)
        if section is not None:
            return section + BREAK + (label or "") + BREAK + node
        if key is not None:
            return f"1{BREAK}{key}"
        if layout is not None and node in layout.keys:
            return f"{_QUOTES if node in layout.evidence else '1'}{BREAK}{layout.keys[node]}"
        return ("3" if node.startswith(f"<{CONCEPT_BASE}") else "4") + BREAK + node.rstrip(">")

    def is_alone(self, node: Term, layout: ArticleLayout) -> bool:
        """Tell whether only this article speaks of a node: a claim, a time, a piece of evidence, the article itself."""
        section, _, key = self._node(node)
        return section is None and key is None and node in layout.keys

    def _look_up(self, node: Term) -> tuple[str | None, str | None, str | None]:
        row = self._base.execute("SELECT section, label, key FROM node WHERE iri = ?", (node,)).fetchone()
        return row or (None, None, None)

    def _note_graph(self, graph: Term, quads: Sequence[Quad]) -> None:
        """Note names and classes of a graph's nodes; of an article's, the places of those that others may share."""
        types: set[tuple[Term, Term]] = set()
        for subject, predicate, value, _ in quads:
            if predicate not in self._met:
                self._note_namespace(predicate)
            if predicate == _TYPE:
                types.add((subject, value))
            elif predicate == _LABEL and not value.endswith('"@en'):
                self._keep(subject, "label", parse_term(value).value)
        for node, kind in sorted(types):
            self._note_base(node)
            self._note_namespace(kind)
            if kind in _SECTIONS:
                self._keep(node, "section", _SECTIONS[kind])
        if (graph, _ARTICLE) in types:
            shared = {node for node, kind in types if kind in _SHARED}
            self._base.execute("INSERT OR IGNORE INTO article VALUES (?)", (graph,))
            layout = ArticleLayout(graph, quads)
            for node in sorted(shared):
                if (key := layout.key(node)) is not None:
                    self._keep(node, "key", key)

    def _keep(self, node: Term, column: str, value: str) -> None:
        """Keep a value of a node, the smallest where there are several."""
        self._base.execute(
            f"INSERT INTO node (iri, {column}) VALUES (?, ?) ON CONFLICT (iri) DO UPDATE "  # noqa: S608 - columns are ours
            f"SET {column} = min(coalesce({column}, excluded.{column}), excluded.{column})",
            (node, value),
        )

    def _note_namespace(self, term: Term) -> None:
        if term in self._met:
            return
        self._met.add(term)
        namespace = term[1 : max(term.rfind("/"), term.rfind("#")) + 1]
        if namespace in _NAMESPACES:
            self.namespaces.add(namespace)

    def _note_base(self, node: Term) -> None:
        beginning = Term(node[:-_HEX])
        if beginning in self._met and self.instance_base is not None:
            return
        self._met.add(beginning)
        if (found := _NODE.fullmatch(node)) and (self.instance_base is None or found[1] < self.instance_base):
            self.instance_base = found[1]
