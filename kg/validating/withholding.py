"""Facts that break the rules, set apart with what rests on them, so that the rest of the graph can stand."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from kg.errors import OutputError
from kg.model.report import ValidationReport
from kg.ports import Quad, Term
from kg.validating.nodes import Said
from kg.validating.reporting import plain
from kg.vocabulary import name

_TYPE = name("rdf:type")
_FACTS = frozenset(
    name(f"press:{each}")
    for each in ("Person", "Organization", "Place", "Activity", "Claim", "Evidence", "When", "Merge")
)
"""Classes whose nodes can be set apart; an article or a concept cannot, its faults stay in the report."""
_NEEDED = tuple(
    name(each)
    for each in (
        "prov:wasDerivedFrom", "press:mentionedIn", "org:member", "press:activity", "press:agent", "press:kept",
    )
)  # fmt: skip
"""Links without which a node says nothing: it goes with the last node that one of them leads to."""
FACTS = "facts.jsonl"


class LinkedNodes(Protocol):
    """A graph that is asked what it says of a node, and what leads to it: a store."""

    def said(self, node: Term) -> Said:
        """Return what is said of a node; nothing, where it is no subject."""

    def leading_to(self, node: Term) -> list[tuple[Term, Term]]:
        """Return the nodes that lead to this one, each with the predicate."""


def withheld(nodes: LinkedNodes, report: ValidationReport) -> frozenset[Term]:
    """Return the nodes to set apart: facts that the report finds fault with, and whatever says nothing without them."""
    faulty = {Term(violation.focus) for violation in report.violations}
    apart = {node for node in faulty if not _FACTS.isdisjoint(nodes.said(node).get(_TYPE, ()))}
    waiting = list(apart)
    while waiting:
        for node, predicate in nodes.leading_to(waiting.pop()):
            if node not in apart and predicate in _NEEDED and apart.issuperset(nodes.said(node)[predicate]):
                apart.add(node)
                waiting.append(node)
    return frozenset(apart)


def without(quads: Iterable[Quad], apart: frozenset[Term]) -> Iterator[Quad]:
    """Give the quads that neither speak of such nodes nor lead to them."""
    return (quad for quad in quads if quad.subject not in apart and quad.object not in apart)


def write_withheld(report: ValidationReport, folder: Path) -> Path:
    """Write what was found, a violation a line with its sentence and what to do, into a quarantine folder."""
    path = folder / FACTS
    lines = (json.dumps(plain(violation), ensure_ascii=False) + "\n" for violation in report.violations)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: 无法写入 / cannot be written: {error}") from error
    return path
