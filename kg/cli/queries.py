"""`kg queries`: list the saved queries, by tag, or show one."""

from pathlib import Path

import click

from kg.cli.console import note, say, say_json, table
from kg.cli.targets import folders_option
from kg.cli.triples import print_triples
from kg.errors import UsageError
from kg.querying import Parameter, SavedQuery, find_query, query_folders, read_catalogue
from kg.querying.publishing import publish

EPILOG = """\b
Examples 示例:
  kg queries
  kg queries --tag figures
  kg queries timeline
"""


@click.command(epilog=EPILOG)
@click.argument("name", required=False)
@folders_option
@click.option("--tag", help="Only those of a group. 只列某一组")
@click.option("--ttl", "as_ttl", is_flag=True, help="As sh:SPARQLExecutable, in Turtle. 输出 SHACL")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs. 输出 JSON")
def command(*, name: str | None, folders: tuple[Path, ...], tag: str | None, as_ttl: bool, as_json: bool) -> None:
    """List the saved queries by group, or show the one that is named.

    列出现成的查询，或显示其中一个。
    """
    if name is not None:
        _show(find_query(name, folders), as_json=as_json)
        return
    queries = list(read_catalogue(query_folders(folders)).values())
    tags = sorted({each for query in queries for each in query.tags})
    if tag is not None and tag not in tags:
        raise UsageError(f"no group {tag[:40]!r}; there are {', '.join(tags)} 没有此组")
    chosen = [query for query in queries if tag is None or tag in query.tags]
    if as_ttl:
        print_triples(publish(chosen), "turtle")
        return
    if as_json:
        say_json([_as_json(query) for query in chosen])
        return
    for each in [tag] if tag else tags:
        _list(each, [query for query in chosen if each in query.tags[:1] or each == tag])
    note("`kg queries NAME` shows one; `kg query NAME --on DIRECTORY` runs it. 用 kg query 运行")


def _list(tag: str, queries: list[SavedQuery]) -> None:
    if not queries:
        return
    say(tag)
    for query in queries:
        names = " ".join(_usage(parameter) for parameter in query.parameters if parameter.name != "lang")
        say(f"  {query.name} {names}".rstrip())
        say(f"      {query.title_zh} · {query.summary}")
    say()


def _usage(parameter: Parameter) -> str:
    usage = f"{parameter.name}=…"
    return usage if parameter.required and parameter.default is None else f"[{usage}]"


def _show(query: SavedQuery, *, as_json: bool) -> None:
    if as_json:
        say_json(_as_json(query))
        return
    say(f"{query.name} · {query.title_zh}\n{query.summary}")
    for text in filter(None, (query.description_zh, query.description)):
        say(f"\n{text}")
    if query.parameters:
        rows = [(_usage(each), each.type, each.default or "", each.label_zh, each.label) for each in query.parameters]
        say("\n" + table(("parameter 参数", "type 类型", "default 默认", "说明", "meaning"), rows))
    say(f"\n{query.path}\n\n{_sparql(query)}")


def _sparql(query: SavedQuery) -> str:
    return "\n".join(line for line in query.text.splitlines() if not line.startswith("#+")).strip()


def _as_json(query: SavedQuery) -> dict[str, object]:
    return {
        "name": query.name,
        "summary": query.summary,
        "title_zh": query.title_zh,
        "tags": query.tags,
        "form": query.checked.form,
        "parameters": [
            {
                "name": each.name,
                "type": each.type,
                "required": each.required and each.default is None,
                "default": each.default,
                "choices": each.choices,
                "label": each.label,
                "label_zh": each.label_zh,
            }
            for each in query.parameters
        ],
        "sample": dict(query.test),
        "file": str(query.path),
    }
