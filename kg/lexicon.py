"""The lexicons as tables: the data files that are shipped, and what a user adds to them."""

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.errors import UsageError
from kg.resources import resource

VARIABLE = "PRESSGRAPH_LEXICON"
"""The environment variable that names the user's folder; processes inherit it."""


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
        fields = tuple(map(str.strip, line.split("\t")))
        if not fields[0]:
            raise UsageError(f"{path}:{number}: 首列为空 (the first column is empty)")
        yield fields


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a lexicon, such as `surnames`: the shipped ones in the order of the file, then the user's.

    Raises `UsageError` with file and line where a row of the user's has too few columns.
    """
    shipped = _shipped(resource(f"lexicons/{name}.tsv"))
    return shipped + tuple(own_rows(name, min(map(len, shipped))))


def _shipped(path: Path) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a file that needs no second look, in a third of the time."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple([tuple(line.split("\t")) for line in lines if line and line[0] != "#"])


def own_files() -> tuple[Path, ...]:
    """Return the user's lexicon files, sorted; none where `VARIABLE` is not set.

    Raises `UsageError` where the folder is none, or a file in it is named like no lexicon.
    """
    told = os.environ.get(VARIABLE)
    if not told:
        return ()
    folder = Path(told)
    if not folder.is_dir():
        raise UsageError(
            f"{folder}: 没有此词表目录 (no such folder of lexicons); it comes from --lexicon or {VARIABLE}"
        )
    known = {path.name for path in resource("lexicons").glob("*.tsv")}
    files = tuple(sorted(folder.glob("*.tsv")))
    if strange := [path for path in files if path.name not in known]:
        raise UsageError(
            f"{strange[0]}: 没有此名词表 (no lexicon of this name); known 可用: {', '.join(sorted(known))}"
        )
    return files


def use(folder: Path) -> None:
    """Let this process and those it starts add the lexicons of a folder. Nothing may have been read with others before.

    All its files are read at once. Raises `UsageError` as `own_files` and `table` do, and where lexicons are in use
    already.
    """
    if table.cache_info().currsize and os.environ.get(VARIABLE) != str(folder.resolve()):
        raise UsageError(f"词表已在使用 (lexicons are in use already): set {VARIABLE} before anything is read")
    os.environ[VARIABLE] = str(folder.resolve())
    for path in own_files():
        table(path.stem)


def fingerprint() -> str | None:
    """Return a digest of the user's lexicons, None where there are none: another one may give another graph."""
    files = own_files()
    parts = (f"{path.name}\0".encode() + path.read_bytes() + b"\0" for path in files)
    return hashlib.sha256(b"".join(parts)).hexdigest() if files else None


def own_rows(name: str, width: int) -> Iterator[tuple[str, ...]]:
    """Give the rows that the user adds to a lexicon, each of `width` columns at least."""
    for path in own_files():
        if path.stem != name:
            continue
        for row in rows(path):
            if len(row) < width:
                raise UsageError(f"{path}: {row[0]!r} 缺列 (has {len(row)} columns, {width} are needed); between tabs")
            yield row


@cache
def entries(name: str, tag: str | None = None) -> frozenset[str]:
    """Return the entries (first column) of a lexicon; with `tag` those whose second column is it."""
    return frozenset([row[0] for row in table(name) if tag is None or (len(row) > 1 and row[1] == tag)])


@cache
def words(name: str, tag: str | None = None) -> tuple[str, ...]:
    """Return the entries of a lexicon in order, longest first."""
    return tuple(sorted(sorted(entries(name, tag)), key=len, reverse=True))
