"""Which format is written by which module, and the one way in for all of them."""

from collections.abc import Iterable
from pathlib import Path

from kg.ports import Quad

FORMATS = {
    "turtle": ".ttl",
    "trig": ".trig",
    "nquads": ".nq",
    "ntriples": ".nt",
    "jsonld": ".jsonld",
}
"""Names of formats and the suffixes of their files."""


def write_nquads(quads: Iterable[Quad], out: Path) -> int:
    """Write quads as sorted N-Quads without repeats; return how many lines. Memory stays flat: sorting spills to disk."""
    raise NotImplementedError


def export(source: Path | Iterable[Quad], format: str, out: Path) -> Path:  # noqa: A002 - the word that everyone uses
    """Write a graph in one of `FORMATS` (a name or a suffix) to a file; return its path.

    `source` is a graph file of any RDF syntax, told by its suffix, or quads. The file appears whole or not at all.
    Raises `UsageError` for an unknown format, `GraphError` for a file that does not parse, `OutputError` where
    nothing can be written.
    """
    raise NotImplementedError
