"""A source: one file, or one entry of an archive, that may hold pages or articles."""

import gzip
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from kg.errors import PageError
from kg.model.source import Issue

MAX_FILE_BYTES = 256 * 1024 * 1024
"""A newspaper page as PDF has at most some tens of megabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where an entry lies in its archive: by name in a zip, by offset in a tar, all of it in a gzip."""

    container: Literal["zip", "tar", "gzip"]
    name: str
    offset: int = 0
    compressed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file, or one entry of an archive, that may hold pages or articles. Small, and can be sent to a worker."""

    names: tuple[str, ...]
    """Names relative to the input as given, `/` between, sorted; several where files hold the same bytes."""
    sha256: str
    """Of the bytes; empty where they could not be read."""
    size: int
    path: Path | None = None
    entry: Entry | None = None
    data: bytes | None = None
    """The bytes themselves, where there is no file (standard input, a text from memory)."""
    problem: str | None = None
    """Why it cannot be read."""
    is_mets: bool = False
    """It names other sources, and holds no page itself."""
    refused: tuple[str, ...] = ()
    """Of a METS file: why pages that it names are not read."""
    issue: Issue | None = None
    """What the METS file that names it says of it."""
    twins: tuple["Source", ...] = ()
    """Where it has several names: a source for each, which says where its bytes lie."""

    def open(self) -> BinaryIO:
        """Open the bytes for reading. Raises `PageError` where there is a problem, and `OSError`."""
        if self.problem is not None:
            raise PageError(f"{self.names[0]}: {self.problem}")
        if self.data is not None:
            return io.BytesIO(self.data)
        assert self.path is not None
        return self.path.open("rb") if self.entry is None else _open_entry(self.path, self.entry, self.size)

    def read(self, limit: int = MAX_FILE_BYTES) -> bytes:
        """Return the bytes, at most `limit`. Raises `PageError` where there are more, or they cannot be read."""
        try:
            with self.open() as file:
                data = file.read(limit + 1)
        except (OSError, EOFError, zipfile.BadZipFile) as error:
            why = f"cannot be opened 无法打开 ({error}); check that it exists and may be read"
            raise PageError(f"{self.names[0]}: {why}") from error
        if len(data) > limit:
            raise PageError(f"{self.names[0]}: more than {limit >> 20} MB 文件过大; split it into pages")
        return data


def _open_entry(path: Path, entry: Entry, size: int) -> BinaryIO:
    if entry.container == "zip":
        with zipfile.ZipFile(path) as archive, archive.open(entry.name) as file:
            return io.BytesIO(file.read(size))
    with gzip.open(path) if entry.compressed else path.open("rb") as file:
        file.seek(entry.offset)
        return io.BytesIO(file.read(size))
