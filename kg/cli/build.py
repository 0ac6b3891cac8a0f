"""`kg build`: from pages to a checked graph."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from kg.cli.console import note, say, say_json
from kg.cli.lexicons import lexicon_option
from kg.pipeline.building import build
from kg.pipeline.options import BuildOptions, issue_of
from kg.pipeline.pool import cores
from kg.pipeline.result import BuildResult
from kg.pipeline.updating import Progress
from kg.redacting import PRIVATE_CHOICES, PrivateChoice
from kg.vocabulary import DEFAULT_BASE

EXAMPLES = """\b
Examples 示例:
  kg build page.txt --out graph --date 2023-05-11 --place 云溪区
  kg build pages --out graph --metadata metadata.csv
  kg build pages --out graph --newspaper 云溪日报 --no-text --jobs 4

\b
The metadata file is a CSV, a row a page 元数据文件，每版一行:
  file,date,newspaper,page,place
  0511-02.txt,2023-05-11,云溪日报,02,云溪区
"""

LABELS = {"pages": "pages 版面", "files": "check, store 校验入库"}
PROBLEMS_SHOWN = 20


@click.command("build", epilog=EXAMPLES)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder for the result. 输出目录")
@click.option("--date", "day", metavar="DAY", help="Date of publication, 2023-05-11. 出版日期")
@click.option("--newspaper", metavar="NAME", help="Name of the paper. 报纸名称")
@click.option("--place", metavar="NAME|CODE", help="District that the paper is of, by name or code. 报纸所属行政区划")
@click.option("--metadata", type=click.Path(path_type=Path), help="CSV with a row a page. 元数据文件")
@lexicon_option
@click.option("--base-iri", default=DEFAULT_BASE, show_default=True, help="Beginning of all IRIs. 实例 IRI 前缀")
@click.option("--no-text", is_flag=True, help="Leave the articles' bodies out of the graph. 图中不含正文")
@click.option("--corrections", type=click.Path(path_type=Path), help="Lines that mend what was decided. 更正文件")
@click.option(
    "--private-persons",
    type=click.Choice(PRIVATE_CHOICES),
    default="keep",
    show_default=True,
    help="Persons without post or byline: named, by surname, or left out. 无职务、非署名者如何呈现",
)
@click.option(
    "--keep-numbers", is_flag=True, help="Leave identity, telephone and account numbers. 不遮盖证件、电话、账号"
)
@click.option("--no-exports", is_flag=True, help="Put off the files that hold the whole. 暂不写出整体文件")
@click.option("--jobs", type=click.IntRange(1), help="Number of processes; one a core if not given. 进程数")
@click.option("--force", is_flag=True, help="Build anew, whatever the folder holds. 不论目录内容，重新构建")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON. 以 JSON 输出")
@click.pass_context
def command(  # noqa: PLR0913 one parameter an option
    ctx: click.Context,
    *,
    inputs: tuple[str, ...],
    out: Path,
    day: str | None,
    newspaper: str | None,
    place: str | None,
    metadata: Path | None,
    base_iri: str,
    no_text: bool,
    corrections: Path | None,
    private_persons: PrivateChoice,
    keep_numbers: bool,
    no_exports: bool,
    jobs: int | None,
    force: bool,
    as_json: bool,
) -> None:
    """Build the graph of newspaper pages: files, or folders with all below them.

    What the folder holds already is kept: new pages are added, changed ones replaced, unchanged ones not read again.

    由报纸版面（文本文件或目录）建图；目录中已有的构建得到增补与更新。Exit code 1 if some page could not be used.
    """
    options = BuildOptions(
        issue=issue_of(day=day, newspaper=newspaper, place=place),
        metadata=metadata,
        base_iri=base_iri,
        text=not no_text,
        corrections=corrections,
        private_persons=private_persons,
        mask_numbers=not keep_numbers,
        exports=not no_exports,
        jobs=jobs or cores(),
        force=force,
    )
    with progress_bar() as progress:
        result = build(inputs, out, options, progress=progress)
    show_problems(result)
    say_json(as_object(result)) if as_json else say(summary(result))
    ctx.exit(0 if result.ok else 1)


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """Give a progress bar for each stage on stderr where that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as shown:
        bars: dict[str, Any] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in bars:
                shown.close()
                bars[stage] = shown.enter_context(
                    click.progressbar(length=total, label=LABELS.get(stage, stage), file=sys.stderr)
                )
            bars[stage].update(done - bars[stage].pos)

        yield show


def show_problems(result: BuildResult) -> None:
    """Print to stderr what could not be used, and what a user should know."""
    for warning in result.warnings:
        note(f"kg: {warning}")
    for problem in result.problems[:PROBLEMS_SHOWN]:
        note(f"kg: {problem.message}")
    if (more := len(result.problems) - PROBLEMS_SHOWN) > 0:
        note(f"kg: … and {more} more in {result.out / 'quarantine'} 另见隔离目录")


def summary(result: BuildResult) -> str:
    """Say in a few lines what was built."""
    if not result.articles:
        return f"No article could be read: nothing to ask 没有读到任何文章; see 见 {result.out / 'quarantine'}"
    judged = "conforms 合规" if result.conforms else f"does not conform, {result.violations} violations 不合规"
    lines = [
        f"{result.pages} pages, {result.articles} articles, {result.quads} quads in {result.seconds:.1f} s",
        "  ".join(f"{name} {count}" for name, count in counted(result)),
        f"The graph {judged}: {result.out / 'validation.json'}",
        f"Result 结果: {result.out}",
    ]
    if result.unchanged:
        lines.insert(1, f"  {result.unchanged} pages unchanged, not read again 未变，未重读")
    if not result.exported:
        lines.append(f"graph.nq, graph.ttl, articles.jsonl put off 暂未写出: kg export {result.out}")
    if result.problems:
        lines.append(f"Not used 未能使用: {len(result.problems)}, see 见 {result.out / 'quarantine'}")
    return "\n".join(lines)


def counted(result: BuildResult) -> list[tuple[str, int]]:
    """Give the counts a person asks for: things and claims, not their superclasses or supports."""
    names = ("Person", "Official", "Organization", "Place", "Event", "Campaign", "Tenure", "Participation", "Figure")
    return [(name, result.counts.get(name, 0)) for name in names]


def as_object(result: BuildResult) -> dict[str, Any]:
    """Return the result as a JSON object."""
    return {**asdict(result), "out": str(result.out), "ok": result.ok}
