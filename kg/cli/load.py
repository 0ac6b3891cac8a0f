"""`kg load`: bring a build into a triple store on a server."""

import sys
from pathlib import Path

import click

from kg.cli.console import note, say
from kg.errors import UsageError
from kg.storing.bulk import COMMANDS, bulk_commands
from kg.storing.loading import load
from kg.storing.opening import locate, open_path
from kg.storing.profiles import PROFILES
from kg.storing.servers import connect

EPILOG = """\b
Examples 示例:
  kg load graph --to http://127.0.0.1:7878
  kg load graph --to http://127.0.0.1:3030/press --profile fuseki
  kg load graph --bulk qlever
  PRESSGRAPH_USER=dba PRESSGRAPH_PASSWORD=… kg load graph --to http://127.0.0.1:8890

\b
Who we are to the server is read from PRESSGRAPH_TOKEN, else from PRESSGRAPH_USER and
PRESSGRAPH_PASSWORD, else from a netrc file. 口令取自环境变量或 netrc 文件
"""


@click.command(epilog=EPILOG)
@click.argument("source", metavar="DIRECTORY|FILE", type=click.Path(path_type=Path, exists=True))
@click.option("--to", "url", metavar="URL", help="Base URL of the server or dataset. 服务器网址")
@click.option(
    "--bulk", type=click.Choice([*COMMANDS]), help="Only print how this store's own loader takes it. 批量载入"
)
@click.option("--profile", type=click.Choice([*PROFILES]), help="Kind of server; else it is asked. 服务器类型")
@click.option("--collection", default="default", show_default=True, help="Name under which this build is kept. 集合名")
@click.option("--drop-many", is_flag=True, help="Even if more than half of the graphs there are dropped. 允许大量删除")
@click.option("--time-out", type=click.FloatRange(min=1), default=60.0, show_default=True, help="Seconds a request. 秒")
def command(  # noqa: PLR0913 - click gives each option as an argument
    *,
    source: Path,
    url: str | None,
    bulk: str | None,
    profile: str | None,
    collection: str,
    drop_many: bool,
    time_out: float,
) -> None:
    """Load a build, or a graph file with named graphs, into a triple store on a server.

    Only what changed is sent and what was withdrawn is dropped. An interrupted load goes on when it is run again.
    把构建结果载入三元组库：只传有变动的文章，中断后可续传。
    """
    if bulk is not None:
        say(bulk_commands(bulk, source / "graph.nq" if source.is_dir() else source).rstrip())
        return
    if url is None:
        raise UsageError("where to? Add --to URL, or --bulk STORE 请用 --to 指定服务器")
    server = connect(url, profile=profile, time_out=time_out)
    note(f"{server.base} · {server.profile.name}")
    with open_path(locate(source)) as store:
        report = load(store, server, collection=_plain(collection), drop_many=drop_many, progress=_progress)
    say(
        f"{report.sent} graphs sent 已传 ({report.triples_sent} triples), {report.unchanged} unchanged 未变, "
        f"{report.dropped} dropped 已删; {report.triples} triples in all 共计",
    )


def _plain(collection: str) -> str:
    if not collection.replace("-", "").isalnum() or not collection.isascii():
        raise click.BadParameter("letters, digits and hyphens only 只可用字母、数字与连字符", param_hint="--collection")
    return collection


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done}/{total}", err=True, nl=done == total)
