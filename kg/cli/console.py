"""What commands say and how: UTF-8 whatever the console, results on stdout, all else on stderr."""

import json
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click


def use_utf8() -> None:
    """Make stdout and stderr write UTF-8; what cannot be encoded at all is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str = "") -> None:
    """Print a line of the result."""
    click.echo(text)


def note(text: str) -> None:
    """Print a remark, which is no part of the result, to stderr."""
    click.echo(text, err=True)


def error(text: str) -> None:
    """Print what went wrong to stderr."""
    click.echo(f"kg: {text}", err=True)


def say_json(value: object) -> None:
    """Print the result as JSON, keys in the order given."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay out a table for a terminal; a Chinese character takes two columns."""
    widths = [max(map(_width, column)) for column in zip(header, *rows, strict=True)]
    rule = ["─" * width for width in widths]
    lines = ("  ".join(map(_pad, line, widths)).rstrip() for line in (header, rule, *rows))
    return "\n".join(lines)


def _width(text: str) -> int:
    from wcwidth import wcswidth  # noqa: PLC0415 - only for tables; takes as long to load as a command line to read

    return max(wcswidth(text), 0)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
