"""`kg explain`: all facts of a thing, each with its words in their paragraph and their place in the source."""

from dataclasses import asdict
from pathlib import Path

import click

from kg.cli.articles import Articles
from kg.cli.console import note, say, say_json
from kg.cli.targets import on_option, required_target
from kg.querying.explaining import ExplainedFact, ExplainedMerge, Explanation, Quote, explain, find_things
from kg.querying.places import marked
from kg.storing import Limits
from kg.storing.opening import open_store

EPILOG = """\b
Examples 示例:
  kg explain 云溪区 --on graph
  kg explain https://w3id.org/pressgraph/id/person/0123… --on graph --source pages
"""


@click.command(epilog=EPILOG)
@click.argument("name", metavar="IRI|NAME")
@on_option
@click.option(
    "--source",
    type=click.Path(path_type=Path, exists=True),
    help="Folder that the pages lie in, to show them by line and column. 版面文件所在目录",
)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Facts shown. 最多条数")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs. 输出 JSON")
def command(*, name: str, target: str | None, source: Path | None, limit: int, as_json: bool) -> None:
    """Show every fact of a thing: what it says, the words it rests on, the rule that found it, the place in the file.

    逐条出示某事物的全部事实：原文、规则与出处。
    """
    where = required_target(target)
    store = open_store(where, limits=Limits())
    try:
        explanations = [explain(store, thing) for thing in find_things(store, name)]
        if as_json:
            say_json([asdict(each) for each in explanations])
            return
        articles = Articles(store, Path(where), source)
        for each in explanations:
            _show(each, articles, limit)
    finally:
        store.close()
    if len(explanations) > 1:
        note(f"{len(explanations)} things have this name 同名事物有 {len(explanations)} 个")


def _show(explanation: Explanation, articles: Articles, limit: int) -> None:
    say(f"{explanation.label} · {' '.join(explanation.kinds)}\n<{explanation.iri}>")
    if explanation.forms:
        say(f"printed as 见报称呼: {'、'.join(explanation.forms)}")
    for number, fact in enumerate(explanation.facts[:limit], 1):
        _show_fact(number, fact, articles)
    for merge in explanation.merges[:limit]:
        _show_merge(explanation.iri, merge, articles)
    if (more := len(explanation.facts) - limit) > 0:
        say(f"\n… {more} more; --limit shows them 其余用 --limit 显示")
    if not explanation.facts:
        say("\nnamed here, and nothing is claimed of it 仅被提及，没有关于它的陈述:")
        for mention in explanation.mentions[:limit]:
            _show_quote(mention, articles)
    say()


def _show_merge(thing: str, merge: ExplainedMerge, articles: Articles) -> None:
    say(f"\ntaken for it 归入: {merge.form}\n   rule 规则: {merge.rule}")
    _show_quote(merge.quote, articles)
    say(f"   undo by the line 撤销: different\t{merge.evidence}\t{thing}")


def _show_fact(number: int, fact: ExplainedFact, articles: Articles) -> None:
    say(f"\n{number}. {fact.says}")
    say(f"   rule 规则: {fact.rule}")
    for quote in fact.quotes:
        _show_quote(quote, articles)


def _show_quote(quote: Quote, articles: Articles) -> None:
    text = articles.text(quote.article)
    say("   " + (marked(text, quote.start, quote.end) if text else f"【{quote.words}】"))
    say(f"   — {articles.title(quote.article)}")
    for line in articles.places(quote):
        say(f"   @ {line}")
