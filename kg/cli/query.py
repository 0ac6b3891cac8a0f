"""`kg query`: run a saved query, a query file, or a query from standard input."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from kg.cli.console import note
from kg.cli.targets import folders_option, on_option, parameters_of, required_target
from kg.cli.triples import print_triples
from kg.errors import OutputError, UsageError
from kg.model.table import Table
from kg.ports import Store
from kg.querying import FORMATS, SavedQuery, bound_text, check, construct, find_query, for_people, run
from kg.querying.checking import MAX_LENGTH
from kg.querying.suggesting import suggest
from kg.querying.views import draw_html, draw_png, draw_svg
from kg.storing import Limits
from kg.storing.opening import open_store

GRAPH_FORMATS = {"ttl": "turtle", "nt": "ntriples", "jsonld": "jsonld"}
FOR_PEOPLE = ("table", "markdown")
DRAWINGS: dict[str, Callable[..., str | bytes]] = {".svg": draw_svg, ".png": draw_png, ".html": draw_html}

EPILOG = """\b
Examples 示例:
  kg query posts --on graph
  kg query timeline --on graph --param person=林致远 --format csv
  kg query my-question.rq --on graph.ttl
  kg query meetings --on https://example.org/sparql --time-out 20
  echo 'SELECT * { ?s ?p ?o } LIMIT 5' | kg query - --on graph
"""


@click.command(epilog=EPILOG)
@click.argument("name", metavar="NAME|FILE|-")
@on_option
@folders_option
@click.option("-p", "--param", "pairs", multiple=True, metavar="NAME=VALUE", help="A parameter of the query. 参数")
@click.option("-f", "--format", "format_", type=click.Choice([*FORMATS, *GRAPH_FORMATS]), help="Default: table. 格式")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many rows. 最多行数")
@click.option("--page", type=click.IntRange(min=1), help="Which page, of --limit rows each. 页码")
@click.option("--time-out", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds. 秒")
@click.option("--memory", type=click.IntRange(min=256), default=4096, show_default=True, help="Megabytes. 内存上限")
@click.option("--iris", is_flag=True, help="Show IRIs in tables, not labels. 显示 IRI")
@click.option("--explain", is_flag=True, help="Print the bound SPARQL and stop. 只显示绑定后的 SPARQL")
@click.option("--view", metavar="FILE.svg|.png|.html", type=click.Path(path_type=Path), help="Draw the answer. 绘图")
def command(  # noqa: PLR0913 - click gives each option as an argument
    *,
    name: str,
    target: str | None,
    folders: tuple[Path, ...],
    pairs: tuple[str, ...],
    format_: str | None,
    limit: int | None,
    page: int | None,
    time_out: float,
    memory: int,
    iris: bool,
    explain: bool,
    view: Path | None,
) -> None:
    """Ask a build, a graph file or an endpoint.

    NAME is a saved query (`kg queries` lists them), FILE a SPARQL file, - standard input.
    查询构建结果、图文件或端点。
    """
    query, parameters = _query(name, folders), parameters_of(pairs)
    if explain:
        click.echo(bound_text(query, parameters))
        return
    store = open_store(required_target(target), limits=Limits(seconds=time_out, megabytes=memory))
    try:
        if format_ in GRAPH_FORMATS or _gives_triples(query):
            _print_triples(store, query, parameters, format_ or "ttl", limit)
            return
        size = limit or _page_size(query)
        table = run(store, query, parameters, limit=size, offset=((page or 1) - 1) * (size or 0))
        format_ = format_ or "table"
        shown = for_people(store, table) if (format_ in FOR_PEOPLE or view) and not iris else table
        hints = _hints(store, query, parameters) if _found_nothing(query, table) else []
    finally:
        store.close()
    if view is not None:
        _draw(query, shown, view)
        return
    sys.stdout.buffer.write(FORMATS[format_](shown).encode())
    sys.stdout.buffer.flush()
    _remark(len(shown.rows), hints, truncated=shown.truncated)


def _query(name: str, folders: tuple[Path, ...]) -> SavedQuery | str:
    if name != "-":
        return find_query(name, folders)
    return sys.stdin.read(MAX_LENGTH + 1)


def _gives_triples(query: SavedQuery | str) -> bool:
    checked = query.checked if isinstance(query, SavedQuery) else check(query)
    return checked.form in ("CONSTRUCT", "DESCRIBE")


def _page_size(query: SavedQuery | str) -> int | None:
    return query.page_size if isinstance(query, SavedQuery) else None


def _print_triples(
    store: Store,
    query: SavedQuery | str,
    parameters: dict[str, str],
    format_: str,
    limit: int | None,
) -> None:
    if format_ not in GRAPH_FORMATS:
        raise UsageError(
            f"this query gives triples, which {format_} cannot hold; use --format ttl, nt or jsonld 请用 ttl"
        )
    triples = tuple(construct(store, query, parameters, limit=limit))
    print_triples(triples, GRAPH_FORMATS[format_])
    if not triples:
        _remark(0, _hints(store, query, parameters))


def _draw(query: SavedQuery | str, table: Table, path: Path) -> None:
    if path.suffix.lower() not in DRAWINGS:
        raise UsageError(f"--view {path}: name a file that ends with .svg, .png or .html 请以这三者之一结尾")
    view = query.view if isinstance(query, SavedQuery) else {}
    title = f"{query.title_zh} · {query.summary}" if isinstance(query, SavedQuery) else str(path.stem)
    drawn = DRAWINGS[path.suffix.lower()](table, view, title)
    try:
        path.write_bytes(drawn if isinstance(drawn, bytes) else drawn.encode())
    except OSError as failure:
        raise OutputError(f"{path}: cannot be written 无法写入: {failure}") from failure
    note(f"drawn 已绘制: {path}")


def _found_nothing(query: SavedQuery | str, table: Table) -> bool:
    """Tell whether there are no rows, or the answer to a saved yes-or-no question is no."""
    if isinstance(query, SavedQuery) and query.checked.form == "ASK":
        return table.texts() == (("false",),)
    return not table.rows


def _hints(store: Store, query: SavedQuery | str, parameters: dict[str, str]) -> list[str]:
    """Say which values of the parameters would have found something."""
    found = suggest(store, query, parameters) if isinstance(query, SavedQuery) else {}
    return [f"{name} in the graph 图中的取值: {'; '.join(values) or 'none 无'}" for name, values in found.items()]


def _remark(rows: int, hints: Iterable[str] = (), *, truncated: bool = False) -> None:
    if not rows:
        note("nothing found 没有结果")
    elif sys.stderr.isatty() or truncated:
        more = "; there are more, see --page 还有更多" if truncated else ""
        note(f"{rows} rows 行{more}")
    for hint in hints:
        note(hint)
