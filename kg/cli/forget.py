"""`kg forget`: a person out of a build, and out of all that is built there later."""

from pathlib import Path

import click

from kg.cli.build import as_object, progress_bar, show_problems, summary
from kg.cli.console import say, say_json
from kg.cli.lexicons import lexicon_option
from kg.pipeline.building import forget
from kg.pipeline.pool import cores

EPILOG = """\b
Examples 示例:
  kg forget graph https://w3id.org/pressgraph/id/person/0123456789abcdef0123456789abcdef

\b
The files that pages were read from are not touched. graves.json stays in the build: later builds mask the name again.
原版面文件不受影响。graves.json 留在构建目录，此后的构建同样遮盖该姓名。
"""


@click.command("forget", epilog=EPILOG)
@click.argument("build", metavar="DIRECTORY", type=click.Path(path_type=Path))
@click.argument("person", metavar="IRI")
@lexicon_option
@click.option("--no-exports", is_flag=True, help="Put off the files that hold the whole. 暂不写出整体文件")
@click.option("--jobs", type=click.IntRange(1), help="Number of processes; one a core if not given. 进程数")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON. 以 JSON 输出")
@click.pass_context
def command(  # noqa: PLR0913 one parameter an option
    ctx: click.Context, *, build: Path, person: str, no_exports: bool, jobs: int | None, as_json: bool
) -> None:
    """Purge a person from graph, store, articles and quotes: his name is masked wherever it stands.

    从图、库、文章与引文中抹去一人，姓名以等长符号遮盖。
    """
    with progress_bar() as progress:
        result = forget(build, person, jobs=jobs or cores(), exports=not no_exports, progress=progress)
    show_problems(result)
    say_json(as_object(result)) if as_json else say(summary(result))
    ctx.exit(0 if result.ok else 1)
