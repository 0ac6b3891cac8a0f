"""`kg validate`: whether a graph keeps the rules."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from kg.cli.console import say, say_json
from kg.model.report import ValidationReport, Violation
from kg.pipeline.workspace import graph_file, is_build, settle
from kg.validating import validate
from kg.validating.judging import Engine

EXAMPLES = """\b
Examples 示例:
  kg validate graph
  kg validate graph/graph.ttl
  kg validate other.ttl --shapes my-shapes.ttl --json
"""

SHOWN = 20


@click.command("validate", epilog=EXAMPLES)
@click.argument("graph", type=click.Path(path_type=Path))
@click.option("--shapes", type=click.Path(path_type=Path, exists=True), help="Shapes of your own. 自备形状文件")
@click.option(
    "--engine",
    type=click.Choice(["auto", "compiled", "pyshacl"]),
    default="auto",
    show_default=True,
    help="Compiled shapes are quicker; pyshacl takes any. 校验引擎",
)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON. 以 JSON 输出")
@click.pass_context
def command(ctx: click.Context, *, graph: Path, shapes: Path | None, engine: Engine, as_json: bool) -> None:
    """Check a build or a graph file against the shapes; exit code 1 if it does not conform.

    以 SHACL 形状校验构建目录或图文件，不合规时退出码为 1。
    """
    settle(graph)
    report = validate(graph_file(graph) if is_build(graph) else graph, shapes, engine=engine)
    say_json(json.loads(json.dumps(asdict(report), default=str))) if as_json else say(rendered(report))
    ctx.exit(0 if report.conforms else 1)


def rendered(report: ValidationReport) -> str:
    """Say whether the graph conforms and, in both languages, where it does not."""
    head = "conforms 合规" if report.conforms else f"does not conform 不合规: {len(report.violations)} violations"
    more = len(report.violations) - SHOWN
    return "\n".join(
        [
            f"The graph {head} ({report.triples} triples, engine {report.engine})",
            *([report.note] if report.note else []),
            *map(_violation, report.violations[:SHOWN]),
            *([f"… and {more} more; --json has all 其余见 --json"] if more > 0 else []),
        ]
    )


def _violation(violation: Violation) -> str:
    place = violation.place
    lines = [
        f"\n{violation.message_zh}\n{violation.message_en}",
        f"  {violation.focus} {violation.value or ''}".rstrip(),
    ]
    if place is not None and place.sentence is not None:
        lines.append(f"  {place.file or place.article}: {place.sentence}")
    return "\n".join([*lines, f"  → {violation.remedy_zh}", f"  → {violation.remedy_en}"])
