"""Which format is written by which module, and the one way in for all of them."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kg.errors import OutputError, UsageError
from kg.graphfile import read_graph
from kg.ports import Quad
from kg.sorting import sort_lines
from kg.writing.annotations import write_annotations
from kg.writing.files import whole_file, whole_folder
from kg.writing.graphml import write_graphml
from kg.writing.jsonld import write_jsonld
from kg.writing.lines import SortedQuads, from_sortable, quad_line, sortable
from kg.writing.tables import write_tables
from kg.writing.turtle import write_trig, write_turtle

Writer = Callable[[SortedQuads, TextIO, Path], None]
FORMATS = {
    "turtle": ".ttl",
    "trig": ".trig",
    "nquads": ".nq",
    "ntriples": ".nt",
    "jsonld": ".jsonld",
    "csvw": ".csvw",
    "graphml": ".graphml",
    "annotations": ".annotations.jsonld",
}
"""Names of formats and the suffixes of their files; `csvw` is a folder of CSV files with their description."""


def write_nquads(quads: Iterable[Quad], out: Path) -> int:
    """Write quads as sorted N-Quads without repeats; return how many lines. Memory stays flat: sorting spills."""
    count = 0
    with _scratch(out) as folder, whole_file(out) as file:
        for quad in from_sortable(sort_lines(map(sortable, quads), folder)):
            file.write(quad_line(quad))
            count += 1
    return count


def export(source: Path | Iterable[Quad], format: str, out: Path) -> Path:  # noqa: A002 - the word that everyone uses
    """Write a graph in one of `FORMATS` (a name or a suffix) to a file; return its path.

    `source` is a graph file of any RDF syntax, told by its suffix, or quads. The file appears whole or not at all.
    Raises `UsageError` for an unknown format, `GraphError` for a file that does not parse, `OutputError` where
    nothing can be written.
    """
    wanted = _format(format)
    quads = read_graph(source) if isinstance(source, Path) else source
    with _scratch(out) as folder:
        in_order = quads if isinstance(quads, SortedQuads) else _sorted(quads, folder)
        if wanted == "csvw":
            with whole_folder(out) as part:
                write_tables(in_order, part, folder)
        else:
            with whole_file(out) as file:
                _WRITERS[wanted](in_order, file, folder)
    return out


def _sorted(quads: Iterable[Quad], folder: Path) -> SortedQuads:
    path = folder / "sorted"
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        lines.writelines(f"{line}\n" for line in sort_lines(map(sortable, quads), folder))
    return SortedQuads(path)


def _format(wanted: str) -> str:
    for name, suffix in FORMATS.items():
        if wanted.lower() in (name, suffix, suffix[1:]):
            return name
    raise UsageError(f"不支持的格式 / no such format: {wanted}; use one of {', '.join(FORMATS)}")


@contextmanager
def _scratch(out: Path) -> Iterator[Path]:
    """Give a folder beside the output for sorting; whatever cannot be written there is an `OutputError`."""
    try:
        with tempfile.TemporaryDirectory(prefix=".sorting-", dir=out.parent) as folder:
            yield Path(folder)
    except OSError as error:
        raise OutputError(f"{out}: 无法写入 / cannot be written: {error}; check folder and space") from error


def _write_nquads(quads: SortedQuads, file: TextIO, _scratch: Path) -> None:
    file.writelines(map(quad_line, quads))


def _write_ntriples(quads: SortedQuads, file: TextIO, scratch: Path) -> None:
    lines = (f"{quad.subject}\t{quad.predicate}\t{quad.object}" for quad in quads)
    file.writelines(line.replace("\t", " ") + " .\n" for line in sort_lines(lines, scratch))


_WRITERS: dict[str, Writer] = {
    "turtle": write_turtle,
    "trig": write_trig,
    "nquads": _write_nquads,
    "ntriples": _write_ntriples,
    "jsonld": write_jsonld,
    "graphml": write_graphml,
    "annotations": write_annotations,
}
