"""A large graph judged article by article, with the same verdict as on the whole.

Most rules ask that something is there, or look at each value by itself: what keeps them in the graph of its article
keeps them in the union, too. The rest (at most one value, no value of another property, one before the other) can be
broken where articles come together, and only by nodes that several of them speak of. So it is enough to note the nodes
that break a rule in their own article (`faulty_nodes`) and those that clash (`clashing`), and to judge these few in
the whole graph (`judge_nodes`).
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg.model.report import ValidationReport
from kg.ports import Quad, Term
from kg.resources import resource
from kg.validating.beyond import look_beyond
from kg.validating.compiled import Program, compile_shapes
from kg.validating.judging import SHAPES, report_of
from kg.validating.nodes import MemoryNodes, Nodes, Said
from kg.vocabulary import name

_LIMITS = frozenset(
    name(f"sh:{each}ConstraintComponent")
    for each in (
        "MaxCount", "QualifiedMaxCount", "Disjoint", "Equals", "LessThan", "LessThanOrEquals", "UniqueLang", "Not",
        "Xone", "Closed",
    )
)  # fmt: skip
"""Constraints that more triples can break."""
_NOTHING: Said = {}


def faulty_nodes(quads: Iterable[Quad]) -> tuple[Term, ...]:
    """Return the nodes that break a rule in the graph of one article, with what it needs of the tables."""
    nodes = MemoryNodes(quads)
    findings = [*_program().run(nodes), *look_beyond(nodes)]
    return tuple(sorted({finding.focus for finding in findings}))


def clashing(node: Term, said: Said) -> bool:
    """Tell whether what all articles say of a node breaks a limit; links to evidence may be left out."""
    findings = _program().run(_OneNode(node, said))
    return any(finding.constraint in _LIMITS for finding in findings)


def judge_nodes(nodes: Nodes) -> ValidationReport:
    """Judge the nodes that are given one by one, all others being known to keep the rules."""
    return report_of([*_program().run(nodes), *look_beyond(nodes)], nodes)


@cache
def _program() -> Program:
    return compile_shapes(resource(SHAPES))


class _OneNode:
    """A node by itself."""

    triples = 0
    superclasses: Mapping[Term, frozenset[Term]] = {}

    def __init__(self, node: Term, said: Said) -> None:
        self._node, self._about = node, said

    def __iter__(self) -> Iterator[tuple[Term, Said]]:
        yield self._node, self._about

    def said(self, node: Term) -> Said:
        return self._about if node == self._node else _NOTHING

    def subjects(self, predicate: Term, value: Term) -> list[Term]:
        raise NotImplementedError(f"{predicate} {value}")

    def close(self) -> None:
        pass
