"""Facts that break the rules, set apart with what rests on them, so that the rest of the graph can stand."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import OutputError
from kg.graphfile import read_graph
from kg.model.report import ValidationReport
from kg.ports import Quad, Term
from kg.validating.nodes import MEMORY_BYTES, Nodes, Said, gather
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


def withheld(graph: Path, report: ValidationReport) -> frozenset[Term]:
    """Return the nodes to set apart: facts that the report finds fault with, and whatever says nothing without them."""
    faulty = {Term(violation.focus) for violation in report.violations}
    nodes = gather(read_graph(graph), on_disk=graph.stat().st_size > MEMORY_BYTES)
    try:
        apart = {node for node in faulty if not _FACTS.isdisjoint(nodes.said(node).get(_TYPE, ()))}
        while found := set(_left_empty(nodes, apart)):
            apart |= found
        return frozenset(apart)
    finally:
        nodes.close()


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


def _left_empty(nodes: Nodes, apart: set[Term]) -> Iterator[Term]:
    """Give the nodes that need a link of which nothing is left."""
    if apart:
        yield from (node for node, said in nodes if node not in apart and _is_empty(said, apart))


def _is_empty(said: Said, apart: set[Term]) -> bool:
    return any(predicate in said and apart.issuperset(said[predicate]) for predicate in _NEEDED)
