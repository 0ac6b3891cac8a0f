"""One judgement from the shapes engine and from the checks beyond it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from kg.errors import UsageError
from kg.graphfile import read_graph
from kg.model.report import ValidationReport, Violation
from kg.resources import resource
from kg.validating.beyond import look_beyond
from kg.validating.compiled import NotCompiledError, Program, compile_shapes
from kg.validating.finding import Finding
from kg.validating.nodes import MEMORY_BYTES, Nodes, gather
from kg.validating.placing import place
from kg.validating.remedies import remedy
from kg.vocabulary.syntax import parse_term

SHAPES = "shapes/press.shacl.ttl"
Engine = Literal["auto", "compiled", "pyshacl"]


def validate(graph: Path, shapes: Path | None = None, *, engine: Engine = "auto") -> ValidationReport:
    """Judge a graph file (any RDF syntax, told by its suffix; named graphs are read as one) by shapes.

    Without `shapes` the project's own are used, and with them the checks beyond SHACL (quotes at their offsets, no
    dangling IRI, no unknown term …). `auto` compiles the shapes and falls back to pyshacl where they cannot be
    compiled, saying so in `note`. A graph that does not conform gives a report, not an exception.
    Raises `GraphError` where a file does not parse.
    """
    program, note = _program(shapes or resource(SHAPES), engine)
    is_streamed = program is not None and not program.backwards
    on_disk = is_streamed and graph.is_file() and graph.stat().st_size > MEMORY_BYTES
    nodes = gather(read_graph(graph), on_disk=on_disk)
    try:
        findings = program.run(nodes) if program else _judge_by_pyshacl(nodes, shapes or resource(SHAPES))
        if shapes is None:
            findings += look_beyond(nodes)
        return report_of(findings, nodes, engine="compiled" if program else "pyshacl", note=note)
    finally:
        nodes.close()


def _judge_by_pyshacl(nodes: Nodes, shapes: Path) -> list[Finding]:
    from kg.validating import shacl  # noqa: PLC0415 - half a second, which builds do not need

    return shacl.judge(nodes, shapes)


def report_of(
    findings: Sequence[Finding], nodes: Nodes, *, engine: str = "compiled", note: str | None = None
) -> ValidationReport:
    """Return the report of what was found, in order, each finding led back to its place."""
    return ValidationReport(
        conforms=not findings,
        violations=tuple(_violation(each, nodes) for each in sorted(findings, key=_order)),
        engine=engine,
        note=note,
        triples=nodes.triples,
    )


def _program(shapes: Path, engine: Engine) -> tuple[Program | None, str | None]:
    """Return the compiled shapes, or None and why pyshacl must do."""
    if engine == "pyshacl":
        return None, None
    try:
        return compile_shapes(shapes), None
    except NotCompiledError as error:
        if engine == "compiled":
            raise UsageError(f"{shapes}: 无法编译 / cannot be compiled: {error}; use --engine pyshacl") from error
        return None, f"无法编译，改用 pyshacl / not compiled, pyshacl instead: {error}"


def _violation(finding: Finding, nodes: Nodes) -> Violation:
    remedy_zh, remedy_en = remedy(finding.constraint)
    return Violation(
        focus=finding.focus,
        path=finding.path,
        value=finding.value,
        constraint=parse_term(finding.constraint).value,
        shape=None if finding.shape is None else parse_term(finding.shape).value,
        severity=parse_term(finding.severity).value,
        message_zh=finding.message_zh,
        message_en=finding.message_en,
        remedy_zh=remedy_zh,
        remedy_en=remedy_en,
        place=place(finding, nodes),
    )


def _order(finding: Finding) -> tuple[str, ...]:
    return tuple(each or "" for each in finding)
