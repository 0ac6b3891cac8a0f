"""Options that the asking commands share: what is asked, by which limits, with which parameters."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

from kg.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., None])

_ON = (
    "Build directory, graph file (.nq .trig .ttl .nt .jsonld) or endpoint URL; else $PRESSGRAPH_ON. "
    "构建目录、图文件或端点网址"
)


def on_option(command: Command) -> Command:
    """Add `--on`, the store that is asked."""
    return click.option("--on", "target", metavar="TARGET", default=lambda: os.environ.get("PRESSGRAPH_ON"), help=_ON)(
        command,
    )


def folders_option(command: Command) -> Command:
    """Add `--folder`, for saved queries of one's own."""
    return click.option(
        "--folder",
        "folders",
        multiple=True,
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help="Folder of saved queries of your own; may be repeated. 自备查询的目录",
    )(command)


def required_target(target: str | None) -> str:
    """Return the target. Raises `UsageError` that says how to give one."""
    if not target:
        raise UsageError("what shall be asked? Add --on DIRECTORY, FILE or URL 请用 --on 指定要查询的目录、文件或网址")
    return target


def parameters_of(pairs: Iterable[str]) -> dict[str, str]:
    """Read `name=value` arguments. Raises `UsageError` for one without `=` and for a name given twice."""
    found: dict[str, str] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise UsageError(f"--param {pair[:40]!r}: write NAME=VALUE 参数须写作 名=值")
        if name in found:
            raise UsageError(f"--param {name[:40]!r} is given twice 参数重复")
        found[name] = value
    return found
