"""The lexicons as tables: data files beside this module, and those that a user adds."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.errors import UsageError
from kg.resources import resource


def rows(path: Path) -> Iterator[tuple[str, ...]]:
    """Give the rows of a lexicon file: fields between tabs; lines that begin with `#` and empty lines are skipped.

    Raises `UsageError` with file and line where the file is not UTF-8 or a row holds no entry.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: 词表须为 UTF-8 编码 (a lexicon must be UTF-8): {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = tuple(field.strip() for field in line.split("\t"))
        if not fields[0]:
            raise UsageError(f"{path}:{number}: 首列为空 (the first column is empty)")
        yield fields


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a shipped lexicon, such as `surnames`, in the order of the file."""
    return tuple(rows(resource(f"lexicons/{name}.tsv")))


@cache
def words(name: str, tag: str | None = None) -> tuple[str, ...]:
    """Return the entries (first column) of a lexicon, longest first; with `tag` those whose second column is it."""
    found = {row[0] for row in table(name) if tag is None or (len(row) > 1 and row[1] == tag)}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))
