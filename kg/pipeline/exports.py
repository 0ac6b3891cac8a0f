"""The files of a build that hold the whole: the graph in N-Quads and Turtle, the articles."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from kg.pipeline.articles import Articles
from kg.pipeline.products import quads_in
from kg.ports import Term
from kg.validating import without
from kg.writing import FORMATS, SortedLines, export

EXPORTS = ("articles.jsonl", "graph.nq", "graph.ttl")
"""Written anew each time anything changes, or put off."""
REPORTS = ("validation.json", "validation.ttl")


def write_graph(graphs: Iterable[tuple[Term, bytes]], path: Path, apart: frozenset[Term] = frozenset()) -> None:
    """Write all graphs as sorted N-Quads, without nodes that are set apart."""
    needles = [node.encode() for node in apart]
    with path.open("wb") as file:
        for _, lines in graphs:
            is_touched = any(needle in lines for needle in needles)
            file.write(_without(lines, apart) if is_touched else lines)


def write_turtle(graph: Path) -> None:
    """Write the graph once more, for people."""
    export(SortedLines(graph), "turtle", graph.with_name("graph.ttl"))


def clear_copies(out: Path) -> tuple[str, ...]:
    """Remove what `kg export` has written beside the build's own files, for it would keep what is taken out."""
    names = (f"graph{suffix}" for suffix in FORMATS.values())
    copies = [out / name for name in names if name not in EXPORTS and (out / name).exists()]
    for copy in copies:
        shutil.rmtree(copy) if copy.is_dir() else copy.unlink()
    told = "removed: it would keep what was taken out; kg export writes it anew 旧导出已删除，请重新导出"
    return tuple(f"{copy}: {told}" for copy in copies)


def write_articles(articles: Articles, path: Path) -> None:
    """Write the articles, one a line."""
    with path.open("wb") as file:
        file.writelines(articles.lines())


def _without(lines: bytes, apart: frozenset[Term]) -> bytes:
    return "".join(f"{' '.join(quad)} .\n" for quad in without(quads_in(lines), apart)).encode()
