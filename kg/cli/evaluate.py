"""`kg evaluate`: how many of the facts that a careful reader finds were found, and how many were invented."""

from pathlib import Path

import click

from kg.cli.console import say, say_json, table
from kg.cli.lexicons import lexicon_option
from kg.errors import UsageError
from kg.evaluating import KINDS, Gold, Score, read_all, score, total
from kg.model.facts import ResolvedArticle
from kg.model.source import Issue
from kg.pipeline.chain import Product, Recipe, run_chain
from kg.pipeline.options import issue_of
from kg.reading import find_sources
from kg.vocabulary import DEFAULT_BASE

EXAMPLES = """\b
Examples 示例:
  kg evaluate my-gold
  kg evaluate my-gold --misses
GOLD holds texts/NAME.txt and facts/NAME.json, an article each; docs/evaluation.md describes the format.
GOLD 目录下 texts/ 与 facts/ 同名成对，每篇一份，格式见 docs/evaluation.md。
"""


@click.command("evaluate", epilog=EXAMPLES)
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--place", help="Place of all articles. 所属政区")
@lexicon_option
@click.option("--misses", is_flag=True, help="List what was missed and invented. 列出漏报与误报")
@click.option("--json", "as_json", is_flag=True, help="As JSON. 以 JSON 输出")
def command(*, gold: Path, place: str | None, misses: bool, as_json: bool) -> None:
    """Score the extraction against annotated articles: precision, recall, F1 per kind of fact.

    以标注文章评测抽取质量：各类事实的准确率、召回率与 F1。
    """
    sums = evaluate(gold, place)
    if as_json:
        say_json({kind: _numbers(each) for kind, each in sums.items()})
        return
    say(
        table(
            ("kind", "precision", "recall", "F1", "right", "invented", "missed"),
            [_row(kind, sums[kind]) for kind in KINDS],
        )
    )
    for kind in KINDS if misses else ():
        say(f"\n{kind}\n  missed 漏: {'、'.join(sums[kind].missed)}\n  invented 误: {'、'.join(sums[kind].invented)}")


def evaluate(folder: Path, place: str | None = None) -> dict[str, Score]:
    """Take each text of a folder of gold articles through the chain; return the scores of all together.

    Raises `UsageError` where the folder holds no gold facts.
    """
    golds = read_all(folder / "facts") if (folder / "facts").is_dir() else ()
    if not golds:
        raise UsageError(f"{folder}: 没有 facts/*.json (no gold facts); 见 docs/evaluation.md")
    return total(score(g, found(folder / "texts" / f"{g.name}.txt", g, place)) for g in golds)


def found(text: Path, gold: Gold, place: str | None) -> list[ResolvedArticle]:
    """Return what the chain finds in one text, dated as its gold facts say."""
    base = issue_of(place=place)
    issue = Issue(newspaper=base.newspaper, published=gold.published, page=base.page, place=base.place)
    sources = find_sources([text])
    return [
        p.article for s in sources for p in run_chain(s, issue, Recipe(base_iri=DEFAULT_BASE)) if isinstance(p, Product)
    ]


def _numbers(each: Score) -> dict[str, float | int | None]:
    return {
        "precision": each.precision,
        "recall": each.recall,
        "f1": each.f1,
        "right": each.right,
        "invented": len(each.invented),
        "missed": len(each.missed),
    }


def _row(kind: str, each: Score) -> tuple[str, ...]:
    shown = (f"{x:.3f}" if x is not None else "–" for x in (each.precision, each.recall, each.f1))
    return (kind, *shown, str(each.right), str(len(each.invented)), str(len(each.missed)))
