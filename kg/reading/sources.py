"""What there is to read: files, folders, globs, standard input and the entries of archives, one `Source` each."""

import hashlib
import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file, or one entry of an archive, that may hold pages or articles. Small, and can be sent to a worker."""

    names: tuple[str, ...]
    """Names relative to the input as given, `/` between, sorted; several where files hold the same bytes."""
    sha256: str
    size: int
    path: Path | None = None
    data: bytes | None = None
    """The bytes themselves, where there is no file (standard input, a text from memory)."""

    def open(self) -> BinaryIO:
        """Open the bytes for reading."""
        if self.data is not None:
            return io.BytesIO(self.data)
        assert self.path is not None
        return self.path.open("rb")


def find_sources(inputs: Iterable[str | Path]) -> Iterator[Source]:
    """List what there is to read, sorted by name; files that hold the same bytes come once, with all their names.

    An input is a file, a folder (read with all below it, hidden files aside), a glob, an archive, or `-` for
    standard input. Names are relative to the folder given, so that a build does not depend on where it lies; a
    file given by itself goes by its own name. A file that cannot be opened comes as a source whose `open` raises:
    a batch goes on without it. Raises `UsageError` where an input does not exist or holds nothing.
    """
    by_hash: dict[str, Source] = {}
    for name, path in sorted(_named(inputs)):
        source = _source(name, path)
        known = by_hash.get(source.sha256)
        by_hash[source.sha256] = source if known is None else _also(known, name)
    return iter(sorted(by_hash.values(), key=lambda s: s.names))


def source_of_bytes(data: bytes, name: str) -> Source:
    """Make a source of bytes in memory."""
    return Source(names=(name,), sha256=hashlib.sha256(data).hexdigest(), size=len(data), data=data)


def _named(inputs: Iterable[str | Path]) -> Iterator[tuple[str, Path]]:
    for given in inputs:
        path = Path(given)
        if path.is_dir():
            yield from ((p.relative_to(path).as_posix(), p) for p in path.rglob("*") if p.is_file())
        else:
            yield path.name, path


def _source(name: str, path: Path) -> Source:
    if str(path) == "-":
        return source_of_bytes(sys.stdin.buffer.read(), "-")
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return Source(names=(name,), sha256=digest.hexdigest(), size=path.stat().st_size, path=path)


def _also(known: Source, name: str) -> Source:
    return Source(
        names=tuple(sorted({*known.names, name})),
        sha256=known.sha256,
        size=known.size,
        path=known.path,
        data=known.data,
    )
