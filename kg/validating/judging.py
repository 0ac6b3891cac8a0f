"""One judgement from the shapes engine and from the checks beyond it."""

from pathlib import Path
from typing import Literal

from kg.model.report import ValidationReport

SHAPES = "shapes/press.shacl.ttl"
Engine = Literal["auto", "compiled", "pyshacl"]


def validate(graph: Path, shapes: Path | None = None, *, engine: Engine = "auto") -> ValidationReport:
    """Judge a graph file (any RDF syntax, told by its suffix; named graphs are read as one) by shapes.

    Without `shapes` the project's own are used, and with them the checks beyond SHACL (quotes at their offsets, no
    dangling IRI, no unknown term …). `auto` compiles the shapes and falls back to pyshacl where they cannot be
    compiled, saying so in `note`. A graph that does not conform gives a report, not an exception.
    Raises `GraphError` where a file does not parse.
    """
    raise NotImplementedError
