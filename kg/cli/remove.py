"""`kg remove`: pages out of a build, and nothing of them left in any of its files."""

from pathlib import Path

import click

from kg.cli.build import as_object, progress_bar, show_problems, summary
from kg.cli.console import say, say_json
from kg.cli.lexicons import lexicon_option
from kg.pipeline.building import remove
from kg.pipeline.pool import cores

EPILOG = """\b
Examples 示例:
  kg remove graph 0511-02.txt
  kg remove graph 2023/05/11/02.txt 2023/05/11/03.txt

\b
FILE is the name in the manifest, relative to what was given to kg build.
FILE 为清单（manifest.json）inputs 中的文件名。
"""


@click.command("remove", epilog=EPILOG)
@click.argument("build", metavar="DIRECTORY", type=click.Path(path_type=Path))
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@lexicon_option
@click.option("--no-exports", is_flag=True, help="Put off the files that hold the whole. 暂不写出整体文件")
@click.option("--jobs", type=click.IntRange(1), help="Number of processes; one a core if not given. 进程数")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON. 以 JSON 输出")
@click.pass_context
def command(  # noqa: PLR0913 one parameter an option
    ctx: click.Context, *, build: Path, files: tuple[str, ...], no_exports: bool, jobs: int | None, as_json: bool
) -> None:
    """Take files out of a build; the rest is as if they had never been given.

    从构建中撤去文件，其余如同从未给出过它们。
    """
    with progress_bar() as progress:
        result = remove(build, files, jobs=jobs or cores(), exports=not no_exports, progress=progress)
    show_problems(result)
    say_json(as_object(result)) if as_json else say(summary(result))
    ctx.exit(0 if result.ok else 1)
