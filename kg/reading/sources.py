"""What there is to read: files, folders, globs, standard input and the entries of archives, one `Source` each."""

import glob
import hashlib
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.errors import UsageError
from kg.reading.archives import archive_entries, is_archive
from kg.reading.catalogues import follow
from kg.reading.mets import is_mets
from kg.reading.source import MAX_FILE_BYTES, Source

_NOT_PAGES = frozenset({"thumbs.db", "desktop.ini"})
_TABLES = (".csv", ".tsv", ".xlsx")
_CHUNK = 1 << 20
_HEAD = 4096


def find_sources(inputs: Iterable[str | Path]) -> Iterator[Source]:
    """List what there is to read, sorted by name; files that hold the same bytes come once, with all their names.

    The pages that a METS file names follow it in its order, whether they were given or lie beside it.

    An input is a file, a folder (read with all below it; hidden files and tables aside), a glob, an archive (zip, tar,
    gzip), or `-` for standard input. Names are relative to the folder given, so that a build does not depend on where
    it lies; a file given by itself goes by its own name, an entry by that of its archive and its own. What cannot be
    opened, or leads out of the folder or archive, comes as a source with a `problem`: `read` raises it, and a batch
    goes on. Raises `UsageError` where an input does not exist or holds nothing.
    """
    by_hash: dict[str, Source] = {}
    for source in follow(sorted(_listed(inputs), key=_rank), _file):
        key = source.sha256 or f"problem of {source.names}"
        known = by_hash.get(key)
        by_hash[key] = source if known is None else _merged(known, source)
    return iter(by_hash.values())


def _merged(known: Source, other: Source) -> Source:
    """Give a source all names of two that hold the same bytes."""
    names = tuple(sorted({*known.names, *other.names}))
    twins = (*(known.twins or (known,)), other)
    return replace(known, names=names, issue=known.issue or other.issue, twins=twins)


def source_of_bytes(data: bytes, name: str) -> Source:
    """Make a source of bytes in memory."""
    digest = hashlib.sha256(data).hexdigest()
    return Source(names=(clean_name(name),), sha256=digest, size=len(data), data=data, is_mets=is_mets(data[:_HEAD]))


def clean_name(name: str) -> str:
    """Return a file's name as it may stand in a graph or on a terminal: NFC, no control characters, no lone bytes."""
    name = unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cs", "Cf") else c for c in name)


def _rank(source: Source) -> tuple[tuple[str, ...], str]:
    """Sort by names; files of several folders given may share them."""
    return source.names, source.sha256


def _listed(inputs: Iterable[str | Path]) -> Iterator[Source]:
    for given in inputs:
        if str(given) == "-":
            yield _standard_input()
            continue
        named = list(_named(Path(given)))
        if not named:
            raise UsageError(
                f"{clean_name(str(given))}: no such file or folder, or nothing in it; check the path "
                "没有文件或文件夹为空，请核对路径"
            )
        for name, path, root in named:
            yield from _sources_of(name, path, root)


def _named(given: Path) -> Iterator[tuple[str, Path, Path]]:
    """Give name, path, and the folder that the path may not lead out of."""
    if given.is_dir():
        for folder, folders, files in os.walk(given):
            folders[:] = sorted(f for f in folders if not _is_hidden(f))
            for path in (Path(folder, file) for file in sorted(files)):
                if not (_is_hidden(path.name) or path.name.lower() in _NOT_PAGES or path.suffix.lower() in _TABLES):
                    yield path.relative_to(given).as_posix(), path, given
    elif given.exists() or given.is_symlink():
        yield given.name, given, given.resolve().parent
    elif glob.has_magic(str(given)):
        for found in sorted(glob.glob(str(given), recursive=True)):  # noqa: PTH207 pathlib takes no absolute pattern
            yield from ((name, p, r) for name, p, r in _named(Path(found)) if Path(found).is_file())


def _is_hidden(name: str) -> bool:
    """Tell a hidden file; a name that begins with two dots (..%2f) is no such, but one to be accounted for."""
    return name.startswith(".") and not name.startswith("..")


def _sources_of(name: str, path: Path, root: Path) -> Iterator[Source]:
    name = clean_name(name).replace("\\", "\ufffd")  # elsewhere it would part folders
    if not path.resolve().is_relative_to(root.resolve()):
        yield _problem(name, "a link that leads out of the folder 链接指向文件夹之外; give the file itself")
        return
    try:
        if is_archive(path):
            yield from archive_entries(name, path)
        else:
            yield _file(name, path)
    except OSError as error:
        yield _problem(name, f"cannot be opened 无法打开 ({error.strerror or error}); check that it may be read")


def _file(name: str, path: Path) -> Source:
    if not path.is_file():
        return _problem(name, "not a regular file 不是普通文件; leave it out")
    digest = hashlib.sha256()
    with path.open("rb") as file:
        head = file.read(_HEAD)
        digest.update(head)
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return Source(names=(name,), sha256=digest.hexdigest(), size=path.stat().st_size, path=path, is_mets=is_mets(head))


def _standard_input() -> Source:
    data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        return _problem("-", f"standard input has more than {MAX_FILE_BYTES >> 20} MB 标准输入过大; give files instead")
    return source_of_bytes(data, "-")


def _problem(name: str, problem: str) -> Source:
    return Source(names=(name,), sha256="", size=0, problem=problem)
