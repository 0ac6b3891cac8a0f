"""Quads as lines: N-Quads for files, tab-separated fields (graph first) for sorting. Escaped terms hold no tab."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from kg.ports import Quad, Term, new_quad


def quad_line(quad: Quad) -> str:
    """Return the line of N-Quads, with its line feed."""
    subject, predicate, value, graph = quad
    return f"{subject} {predicate} {value} {graph} .\n" if graph else f"{subject} {predicate} {value} .\n"


def sortable(quad: Quad) -> str:
    """Return a quad as a line that sorts by graph, subject, predicate, object."""
    return f"{quad.graph}\t{quad.subject}\t{quad.predicate}\t{quad.object}"


def from_sortable(lines: Iterable[str]) -> Iterator[Quad]:
    """Give the quads of such lines."""
    for line in lines:
        graph, subject, predicate, value = cast("list[Term]", line.split("\t"))
        yield Quad(subject, predicate, value, graph)


class SortedQuads:
    """Quads in a file, by graph, subject, predicate and object, each once; they can be read again and again."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __iter__(self) -> Iterator[Quad]:
        with self._path.open(encoding="utf-8", newline="\n") as lines:
            yield from from_sortable(line[:-1] for line in lines)


class SortedLines(SortedQuads):
    """The quads of N-Quads that are in this order already, as a build writes them: terms parted by single spaces."""

    def __iter__(self) -> Iterator[Quad]:
        with self._path.open(encoding="utf-8", newline="\n") as lines:
            for line in lines:
                subject, predicate, rest = cast("list[Term]", line.split(" ", 2))
                value, graph, _ = cast("list[Term]", rest.rsplit(" ", 2))
                yield new_quad(Quad, (subject, predicate, value, graph))
