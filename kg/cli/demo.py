"""`kg demo`: the example pages become a graph, and the graph is asked."""

from pathlib import Path
from typing import Any

import click

from kg.api import Build, Fact, open_build
from kg.api.facts import KINDS
from kg.cli.build import progress_bar, show_problems, summary
from kg.cli.console import say, table
from kg.pipeline.building import build
from kg.pipeline.options import BuildOptions
from kg.pipeline.pool import cores
from kg.resources import resource
from kg.vocabulary import CONCEPTS

QUERY = "posts"
ROWS = 8
STOPS = "。！？；\n"
_LABELS = {concept.notation: f"{concept.zh} {concept.en}" for concept in CONCEPTS.values() if concept.scheme == "role"}


@click.command("demo")
@click.option("--out", default="demo-out", show_default=True, type=click.Path(path_type=Path), help="Folder. 输出目录")
@click.option("--force", is_flag=True, help="Write into a folder that is no build. 写入非本程序所建的目录")
@click.pass_context
def command(ctx: click.Context, *, out: Path, force: bool) -> None:
    """Build the graph of the example pages, check it, and ask it something.

    演示：为示例版面建图、校验、查询。The pages are invented, with all their people and places.
    """
    pages = resource("examples/pages")
    options = BuildOptions(metadata=resource("examples/metadata.csv"), jobs=cores(), force=force)
    say(f"Example pages 示例版面: {pages}")
    with progress_bar() as progress:
        result = build([pages], out, options, progress=progress)
    show_problems(result)
    say(summary(result))
    built = open_build(out)
    _show_facts(built)
    _show_query(built)
    say(_next(out))
    ctx.exit(0 if result.ok else 1)


def _show_facts(built: Build) -> None:
    say("\nThree facts and their words 三条事实及其原文")
    texts = {article["id"]: article["text"] for article in built.iter_articles()}
    for fact in three_facts(built):
        relation = _LABELS.get(fact.relation, fact.relation)
        say(f"  {fact.kind}: {' · '.join(filter(None, (fact.subject, relation, fact.object)))}")
        say(f"    {marked(texts[fact.article], fact)}")
        say(f"    {fact.file}, characters 字符 {fact.quotes[0].source_start}–{fact.quotes[0].source_end}")


def three_facts(built: Build) -> list[Fact]:
    """Choose the most telling fact of each kind, each from a file of its own; of equals the first in the text."""
    chosen: list[Fact] = []
    for kind in KINDS:
        files = {fact.file for fact in chosen}
        chosen += sorted(built.facts(kind), key=lambda fact: (fact.file in files, not _telling(fact)))[:1]
    return chosen


def _telling(fact: Fact) -> bool:
    """Tell whether a fact shows much: its own words in one quote, nothing left open, somebody in the chair."""
    if fact.kind == "figure":
        return bool(fact.relation) and fact.relation in fact.quote and fact.object in fact.quote
    if fact.kind == "participation":
        return fact.relation == "chair" and fact.subject in fact.quote
    return bool(fact.object) and fact.subject in fact.quote


def marked(text: str, fact: Fact) -> str:
    """Return the sentence around a fact's quote, the name or number (else the quote) between 【 and 】."""
    quote = fact.quotes[0]
    start = max(text.rfind(stop, 0, quote.start) for stop in STOPS) + 1
    ends = [at for stop in STOPS if (at := text.find(stop, max(quote.end - 1, quote.start))) >= 0]
    end = max(min(ends, default=len(text)) + 1, quote.end)
    sentence = text[start:end]
    name = fact.object if fact.kind == "figure" else fact.subject
    words = name if name and name in quote.text else quote.text
    at = sentence.index(words, quote.start - start)
    return f"{sentence[:at]}【{words}】{sentence[at + len(words) :]}".strip()


def _show_query(built: Build) -> None:
    rows: list[dict[str, Any]] = list(built.query(QUERY))
    say(f"\nThe saved query “{QUERY}” 现成查询：谁任何职")
    if rows:
        say(table(list(rows[0]), [[_short(cell) for cell in row.values()] for row in rows[:ROWS]]))
    if len(rows) > ROWS:
        say(f"… {len(rows)} rows in all 共 {len(rows)} 行")


def _short(cell: str, limit: int = 24) -> str:
    plain = " ".join(cell.rsplit("/", 1)[-1].split()) if cell.startswith("http") else " ".join(cell.split())
    return plain if len(plain) <= limit else plain[: limit - 1] + "…"


def _next(out: Path) -> str:
    return f"""
Files 文件
  {out / "graph.ttl"}         the graph, to read or load elsewhere 图
  {out / "articles.jsonl"}    the articles, repaired 文章
  {out / "validation.json"}   what the shapes say 校验报告

Next 接下来
  kg queries                       what else can be asked 更多查询
  kg query posts --on {out}
  kg explain NAME --on {out}       all facts of a name, each with its words 某人某机构的全部事实
  kg build YOUR-PAGES --out graph --place 区县 --newspaper 报名
(Without kg on the path 若无 kg 命令: python -m kg …)"""
