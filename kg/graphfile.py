"""Graph files read back as quads: the adapter of pyoxigraph's parsers. Nothing is fetched from anywhere."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pyoxigraph

from kg.errors import GraphError, UsageError
from kg.ports import Quad, Term

DEFAULT_GRAPH = Term("")
"""What stands for the graph of quads that are in none."""
_SYNTAXES = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
SUFFIXES = tuple(_SYNTAXES)


def read_graph(path: Path) -> Iterator[Quad]:
    """Give the quads of a graph file, its syntax told by its suffix, streaming. Relative IRIs are those of the file.

    Raises `UsageError` for a file that is missing or of no known syntax, `GraphError` with file and line where it does
    not parse.
    """
    syntax = _SYNTAXES.get(path.suffix.lower())
    if syntax is None:
        raise UsageError(f"{path}: 不识别的图文件后缀 / not a graph file we read; use one of {', '.join(SUFFIXES)}")
    if not path.is_file():
        raise UsageError(f"{path}: 没有此文件 / no such file")
    try:
        for quad in pyoxigraph.parse(path=str(path), format=syntax, base_iri=path.absolute().as_uri()):
            yield _quad(quad)
    except (SyntaxError, ValueError, OSError) as error:
        raise GraphError(f"{path}: 无法解析 / does not parse: {error}") from error


def graphs_in(path: Path) -> Iterator[tuple[Term, bytes]]:
    """Give the named graphs of a file of N-Quads that is sorted by graph, as a build writes it, each with its lines."""
    with path.open("rb") as file:
        for graph, lines in groupby(file, key=lambda line: line.rsplit(b" ", 2)[1]):
            yield Term(graph.decode()), b"".join(lines)


def _quad(quad: pyoxigraph.Quad) -> Quad:
    if isinstance(quad.object, pyoxigraph.Triple):
        raise GraphError("三元组项不支持 / triple terms (RDF 1.2) are not supported")
    graph = DEFAULT_GRAPH if isinstance(quad.graph_name, pyoxigraph.DefaultGraph) else Term(str(quad.graph_name))
    return Quad(Term(str(quad.subject)), Term(str(quad.predicate)), Term(str(quad.object)), graph)
