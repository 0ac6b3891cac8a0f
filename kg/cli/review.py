"""`kg review`: a sheet of facts and merges for a person to judge, and what the filled sheet says of each rule."""

from pathlib import Path

import click

from kg.cli.console import note, say, table
from kg.errors import UsageError
from kg.querying.reviewing import corrections_of, draw_sheet, precisions, read_sheet
from kg.storing import Limits
from kg.storing.opening import open_store

EPILOG = """\b
Examples 示例:
  kg review graph --out sheet.csv
  kg review graph --read sheet.csv --corrections corrections.tsv

\b
Write y or n (对 错) in the column right, and in instead what is right: of a merge, the IRI of the thing it is.
在 right 栏写 对 或 错，在 instead 栏写应为何；归并有误时可写正确事物的 IRI。
"""


@click.command(epilog=EPILOG)
@click.argument("target", metavar="BUILD")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write a sheet, CSV. 写出待评表")
@click.option("--read", "sheet", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Read it. 读回")
@click.option(
    "--corrections", type=click.Path(path_type=Path, dir_okay=False), help="Add the wrong ones to this file. 更正文件"
)
@click.option(
    "--per-rule", type=click.IntRange(min=1), default=10, show_default=True, help="Lines a rule. 每条规则抽几条"
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed draws other lines. 随机种子")
def command(  # noqa: PLR0913 one parameter an option
    *, target: str, out: Path | None, sheet: Path | None, corrections: Path | None, per_rule: int, seed: int
) -> None:
    """Draw a sample of facts and merges by rule into a sheet; read the filled sheet back as corrections.

    按规则抽查事实与归并；读回后生成更正，并给出各规则的准确率。
    """
    if (out is None) == (sheet is None):
        raise UsageError("--out SHEET draws, --read SHEET reads: give one 抽样用 --out，读回用 --read，二者取一")
    if out is not None:
        _draw(target, out, per_rule, seed)
    elif sheet is not None:
        _read(sheet, corrections)


def _draw(target: str, out: Path, per_rule: int, seed: int) -> None:
    store = open_store(target, limits=Limits())
    try:
        drawn = draw_sheet(store, per_rule=per_rule, seed=seed)
    finally:
        store.close()
    out.write_text(drawn, encoding="utf-8-sig", newline="")
    note(f"{out}: {drawn.count(chr(10)) - 1} lines to judge 条待评")


def _read(sheet: Path, corrections: Path | None) -> None:
    try:
        judged = read_sheet(sheet.read_text(encoding="utf-8-sig"), sheet.name)
    except UnicodeDecodeError as error:
        raise UsageError(f"{sheet}: 须存为 UTF-8 编码的 CSV (save it as CSV in UTF-8): {error}") from error
    rows = [
        (each.rule, f"{each.right}/{each.judged}", f"{each.right / each.judged:.2f}", f"{each.low:.2f}–{each.high:.2f}")
        for each in precisions(judged)
    ]
    say(table(("rule 规则", "right 对", "precision 准确率", "95%"), rows) if rows else "nothing is judged yet 尚未评判")
    if corrections is not None:
        former = corrections.read_text(encoding="utf-8") if corrections.exists() else ""
        added = corrections_of(judged, former)
        corrections.write_text(former + added, encoding="utf-8", newline="\n")
        note(f"{corrections}: {len(added.strip().splitlines())} lines added 新增更正")
