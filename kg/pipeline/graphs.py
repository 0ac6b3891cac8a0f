"""The graphs in the index: one an article, and the rows that several state, counted by how many do."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.pipeline.index import Index
from kg.pipeline.packing import unpack
from kg.pipeline.products import IN_ARTICLES, PackedGraph, Row, rows_of
from kg.ports import Quad, Term
from kg.validating import clashing
from kg.vocabulary import PRESS, name

_TYPE = name("rdf:type")
_CLASS = f"<{PRESS}"
_COUNT = "INSERT INTO shared VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET uses = uses + 1"
_EVERYWHERE = Term("")
"""In the list of suspects: a node on which articles clash, rather than one at fault in its own."""


class Graphs:
    """Puts graphs in the places of others and keeps all counts; remembers what that changed."""

    def __init__(self, index: Index, base_iri: str, *, fresh: bool) -> None:
        self._base = index.base
        self._index = index
        self._base_iri = base_iri
        self._fresh = fresh
        self.quads, self.triples = (int(index.noted(key) or 0) for key in ("quads", "triples"))
        self.classes = Counter[str](json.loads(index.noted("classes") or "{}"))
        self.changed: set[Term] = set()
        """Graphs that came, went or were replaced; of a fresh index none, for all are new."""
        self.moved = Counter[Row]()
        """Rows beside the articles that came (1) or went (-1)."""
        self._nodes: set[Term] = set()

    def put(self, product: PackedGraph) -> None:
        """Put a graph into its place; nothing happens where the same is there."""
        known = self._known(product.iri)
        if known is not None and known[:2] == (product.lines, product.tables):
            return
        self._change(product.iri, known, product.rows)
        self._tally(product.quads, product.own, product.classes)
        self._base.execute(
            "INSERT INTO graph VALUES (?, ?, ?, ?, ?, ?)",
            (product.iri, product.quads, product.own, product.classes, product.lines, product.tables),
        )
        self._base.executemany("INSERT INTO suspect VALUES (?, ?)", ((node, product.iri) for node in product.faulty))

    def drop(self, iri: Term) -> None:
        """Take a graph out."""
        if (known := self._known(iri)) is not None:
            self._change(iri, known)

    def settle(self) -> None:
        """Note all counts, and the nodes on which articles clash."""
        if self._fresh:
            self._count_shared()
        for key, value in (("quads", self.quads), ("triples", self.triples)):
            self._index.note(key, str(value))
        self._index.note("classes", json.dumps(+self.classes, sort_keys=True))
        for node, said in self._shared_nodes():
            if said and clashing(node, said):
                self._base.execute("INSERT OR IGNORE INTO suspect VALUES (?, ?)", (node, _EVERYWHERE))
            elif not self._fresh:
                self._base.execute("DELETE FROM suspect WHERE node = ? AND graph = ?", (node, _EVERYWHERE))

    def suspects(self) -> list[Term]:
        """Return the nodes that may break a rule, sorted; all others keep them."""
        return [Term(node) for (node,) in self._base.execute("SELECT DISTINCT node FROM suspect ORDER BY node")]

    def lines(self) -> Iterator[tuple[Term, bytes]]:
        """Give all graphs with their sorted lines in the order of their names, those beside the articles among them."""
        beside = dict(self._beside())
        for iri, packed in self._base.execute("SELECT iri, lines FROM graph ORDER BY iri"):
            for each in sorted(graph for graph in beside if graph < iri):
                yield each, beside.pop(each)
            yield Term(iri), unpack(packed)
        yield from sorted(beside.items())

    def lines_of(self, iri: Term) -> bytes:
        """Return the sorted lines of an article's graph; none where it is not there."""
        known = self._known(iri)
        return unpack(known[0]) if known else b""

    def _known(self, iri: Term) -> tuple[bytes, bytes, int, int, str] | None:
        row: tuple[bytes, bytes, int, int, str] | None = self._base.execute(
            "SELECT lines, tables, quads, own, classes FROM graph WHERE iri = ?", (iri,)
        ).fetchone()
        return row

    def _change(self, iri: Term, known: tuple[bytes, bytes, int, int, str] | None, rows: Iterable[Row] = ()) -> None:
        """Take out what was known of a graph; of the rows that it shares only those that differ are counted."""
        if not self._fresh:
            self.changed.add(iri)
        after, before = dict.fromkeys(rows), dict[Row, None]()
        if known is not None:
            lines, tables, quads, own, classes = known
            before = dict.fromkeys(rows_of(iri, lines, tables, self._base_iri))
            self._tally(-quads, -own, classes)
            self._base.execute("DELETE FROM graph WHERE iri = ?", (iri,))
            self._base.execute("DELETE FROM suspect WHERE graph = ?", (iri,))
        self._uncount(row for row in before if row not in after)
        self._count(row for row in after if row not in before)

    def _tally(self, quads: int, own: int, classes: str) -> None:
        self.quads += quads
        self.triples += own
        (self.classes.update if quads > 0 else self.classes.subtract)(json.loads(classes))

    def _count(self, rows: Iterable[Row]) -> None:
        if self._fresh:
            self._base.executemany(_COUNT, rows)
            return
        for row in rows:
            ((uses,),) = self._base.execute(f"{_COUNT} RETURNING uses", row).fetchall()
            if uses == 1:
                self._turn(row, 1)

    def _uncount(self, rows: Iterable[Row]) -> None:
        for row in rows:
            ((uses,),) = self._base.execute(
                "UPDATE shared SET uses = uses - 1 "
                "WHERE subject = ? AND predicate = ? AND object = ? AND graph = ? RETURNING uses",
                row,
            ).fetchall()
            if uses == 0:
                self._base.execute(
                    "DELETE FROM shared WHERE subject = ? AND predicate = ? AND object = ? AND graph = ?", row
                )
                self._turn(row, -1)

    def _count_shared(self) -> None:
        """Count the rows that articles share, all at once: a fresh index does not count them as they come."""
        distinct = "SELECT DISTINCT subject, predicate, object FROM shared"
        ((beside,),) = self._base.execute("SELECT count(*) FROM shared WHERE graph != ''")
        ((triples,),) = self._base.execute(f"SELECT count(*) FROM ({distinct})")  # noqa: S608 ours
        self.quads += beside
        self.triples += triples
        classes = self._base.execute(
            f"SELECT object, count(*) FROM ({distinct} WHERE predicate = ?) GROUP BY object",  # noqa: S608 ours
            (_TYPE,),
        )
        for kind, count in classes:
            if kind.startswith(_CLASS):
                self.classes[kind[1:-1].removeprefix(PRESS)] += count

    def _turn(self, row: Row, by: int) -> None:
        """Count a row that is new, or was the last of its kind."""
        if self._fresh:
            return
        self._nodes.add(row.subject)
        if row.graph != IN_ARTICLES:
            self.quads += by
            self.moved[row] += by
        if self._stands_elsewhere(row):
            return
        self.triples += by
        if row.predicate == _TYPE and row.object.startswith(_CLASS):
            self.classes[row.object[1:-1].removeprefix(PRESS)] += by

    def _stands_elsewhere(self, row: Row) -> bool:
        found = self._base.execute(
            "SELECT 1 FROM shared WHERE subject = ? AND predicate = ? AND object = ? AND graph != ?", row
        )
        return found.fetchone() is not None

    def _shared_nodes(self) -> Iterator[tuple[Term, dict[Term, list[Term]]]]:
        """Give what all articles say of each node that changed, but for its mentions."""
        if self._fresh:
            rows = self._base.execute("SELECT DISTINCT subject, predicate, object FROM shared ORDER BY 1, 2, 3")
            for node, members in groupby(rows, key=lambda row: row[0]):
                yield Term(node), _said(members)
            return
        for node in sorted(self._nodes):
            members = self._base.execute(
                "SELECT DISTINCT subject, predicate, object FROM shared WHERE subject = ? ORDER BY 2, 3", (node,)
            )
            yield node, _said(members)

    def _beside(self) -> Iterator[tuple[Term, bytes]]:
        rows = self._base.execute(
            "SELECT graph, subject, predicate, object FROM shared WHERE graph != '' ORDER BY 1, 2, 3, 4"
        )
        for graph, members in groupby(rows, key=lambda row: row[0]):
            yield Term(graph), "".join(f"{s} {p} {o} {g} .\n" for g, s, p, o in members).encode()


def moved_quads(moved: Counter[Row], by: int) -> list[Quad]:
    """Return the quads beside the articles that came (1) or went (-1)."""
    return [Quad(*row) for row, count in moved.items() if count == by]


def _said(rows: Iterable[tuple[str, str, str]]) -> dict[Term, list[Term]]:
    said: dict[Term, list[Term]] = {}
    for _, predicate, value in rows:
        said.setdefault(Term(predicate), []).append(Term(value))
    return said
