"""Triples printed to standard output in a format that is written whole."""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from kg.ports import Quad, Term, Triple
from kg.writing import export


def print_triples(triples: Iterable[Triple], format_: str) -> None:
    """Print triples as `turtle`, `ntriples` or `jsonld`, sorted and without repeats."""
    quads = (Quad(*triple, Term("")) for triple in triples)
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.buffer.write(export(quads, format_, Path(folder) / "answer").read_bytes())
    sys.stdout.buffer.flush()
