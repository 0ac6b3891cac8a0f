"""Digests of named graphs, by which a graph in one store is compared with that in another."""

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from kg import expressions as re
from kg.ports import Term, Triple


class GraphDigest(NamedTuple):
    """How many triples a graph has, and the SHA-256 of its sorted N-Triples lines."""

    triples: int
    sha256: str

    def __str__(self) -> str:
        return f"{self.triples}-{self.sha256}"


_WHOLE = re.compile(r'("[+-]?[0-9]+)(?:\.0*)?"\^\^<http://www\.w3\.org/2001/XMLSchema#decimal>')
_INTEGER = r'\1"^^<http://www.w3.org/2001/XMLSchema#integer>'


def digest_values(triples: Iterable[Triple]) -> GraphDigest:
    """Digest a graph by its values: Virtuoso gives decimals without a fraction back as integers."""
    return digest((s, p, Term(_WHOLE.sub(_INTEGER, o))) for s, p, o in triples)


def digest(triples: Iterable[Triple]) -> GraphDigest:
    """Digest a graph as written; repeats count once."""
    return _digest({" ".join(triple).encode() for triple in triples})


def digest_lines(lines: bytes) -> GraphDigest:
    """Digest the lines of N-Triples of a graph, as `digest` does its triples."""
    return _digest(set(lines.replace(b" .\n", b"\n").split(b"\n")[:-1]))


def _digest(lines: set[bytes]) -> GraphDigest:
    return GraphDigest(len(lines), hashlib.sha256(b"\n".join(sorted(lines))).hexdigest())
