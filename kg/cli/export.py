"""`kg export`: the graph of a build or of a file in another format."""

from pathlib import Path

import click

from kg.cli.console import note
from kg.errors import OutputError, UsageError
from kg.graphfile import SUFFIXES
from kg.pipeline.building import export_all
from kg.pipeline.pool import cores
from kg.pipeline.workspace import graph_file
from kg.writing import FORMATS, export

EPILOG = """\b
Examples 示例:
  kg export graph
  kg export graph --format trig
  kg export graph --format jsonld --out graph.jsonld
  kg export graph.nq --format ttl --out graph.ttl
"""
SHORT = {suffix[1:]: name for name, suffix in FORMATS.items()}


@click.command(epilog=EPILOG)
@click.argument("source", metavar="DIRECTORY|FILE", type=click.Path(path_type=Path))
@click.option("--format", "-f", "format_", type=click.Choice([*SHORT]), help="Format to write. 格式")
@click.option("--out", "-o", type=click.Path(path_type=Path), help="File to write; else beside the graph. 输出文件")
@click.option("--force", is_flag=True, help="Overwrite the file if there is one. 覆盖已有文件")
def command(*, source: Path, format_: str | None, out: Path | None, force: bool) -> None:
    """Write a graph as Turtle, TriG, N-Quads, N-Triples, JSON-LD, CSV with CSVW, GraphML or Web Annotations.

    Turtle and N-Triples leave the named graphs out; csvw writes a folder.

    Without --format, write the files of a build that `kg build --no-exports` has put off.

    以另一种格式写出图；不指定格式则补写构建时暂缓的文件。
    """
    if format_ is None:
        result = export_all(source, jobs=cores())
        note(f"written 已写出: {result.out / 'graph.nq'}, graph.ttl, articles.jsonl")
        return
    graph = _graph(source)
    target = out or graph.with_suffix(f".{format_}")
    if target.resolve() == graph.resolve():
        raise UsageError(f"{target}: is the graph itself; give another --out 输出与输入相同")
    if target.exists() and not force:
        raise OutputError(f"{target}: exists; add --force to overwrite it, or give another --out 文件已存在")
    if not target.parent.is_dir():
        raise OutputError(f"{target.parent}: no such folder; make it first 没有此目录")
    export(graph, SHORT[format_], target)
    note(f"written 已写出: {target}")


def _graph(source: Path) -> Path:
    if source.is_dir():
        if (graph := graph_file(source)).is_file():
            return graph
        raise UsageError(f"{source}: no graph.nq in it; build one with kg build … --out {source} 目录中没有图")
    if not source.is_file():
        raise UsageError(f"{source}: no such build or graph file 没有此目录或图文件")
    if source.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{source}: not a graph file we read; use one of {', '.join(SUFFIXES)} 不识别的图文件")
    return source
