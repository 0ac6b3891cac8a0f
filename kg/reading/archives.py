"""Entries of zip, tar and gzip archives, listed without writing anything; links, bombs and odd names are named."""

import gzip
import hashlib
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from kg.reading.mets import is_mets
from kg.reading.source import MAX_FILE_BYTES, Entry, Source

MAX_ENTRIES = 100_000
MAX_RATIO = 200
"""Text shrinks to a third, at best to a tenth: what grows two hundredfold is a bomb."""
_SMALL = 1 << 20
_CHUNK = 1 << 18
_GZIP, _ZIP = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")
_TAR_MAGIC = slice(257, 262)
_BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    tarfile.TarError,
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_DAMAGED = "a damaged archive 压缩包已损坏 ({}); fetch it again, or unpack it and give the folder"


def is_archive(path: Path) -> bool:
    """Tell an archive by its first bytes."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return _is_archive(file.read(512))


def archive_entries(name: str, path: Path) -> Iterator[Source]:
    """List the entries of an archive as sources named `name/entry`, those that cannot be used with their problem."""
    with path.open("rb") as file:
        head = file.read(512)
    lister = _zip_entries if head.startswith(_ZIP) else _tar_entries if head[_TAR_MAGIC] == b"ustar" else _gzip_entries
    try:
        yield from lister(name, path)
    except _BROKEN as error:
        yield _problem(name, _DAMAGED.format(error))


def _is_archive(head: bytes) -> bool:
    return head.startswith((_GZIP, *_ZIP)) or head[_TAR_MAGIC] == b"ustar"


def _zip_entries(name: str, path: Path) -> Iterator[Source]:
    with zipfile.ZipFile(path) as archive:
        for number, info in enumerate(archive.infolist()):
            shown = _zip_name(info)
            if info.is_dir() or _is_hidden(shown):
                continue
            if number >= MAX_ENTRIES:
                yield _problem(name, f"more than {MAX_ENTRIES} entries 条目过多; split it")
                return
            problem = _name_problem(shown) or _link_problem(info.external_attr >> 16)
            if info.flag_bits & 1:
                problem = "encrypted 已加密; unpack it with its password and give the folder"
            if problem:
                yield _problem(f"{name}/{_safe(shown)}", problem)
                continue
            try:
                with archive.open(info) as file:
                    yield _entry(
                        name, shown, path, Entry(container="zip", name=info.filename), file, info.compress_size
                    )
            except _BROKEN as error:
                yield _problem(f"{name}/{_safe(shown)}", _DAMAGED.format(error))


def _tar_entries(name: str, path: Path) -> Iterator[Source]:
    yield from _members(name, path, compressed=False)


def _gzip_entries(name: str, path: Path) -> Iterator[Source]:
    with gzip.open(path) as file:
        head = file.read(512)
    if head[_TAR_MAGIC] == b"ustar":
        yield from _members(name, path, compressed=True)
        return
    inner = path.name.removesuffix(".gz") or path.name
    with gzip.open(path) as file:
        entry = Entry(container="gzip", name=inner, compressed=True)
        yield _entry(name.removesuffix(".gz"), "", path, entry, file, path.stat().st_size)


def _members(name: str, path: Path, *, compressed: bool) -> Iterator[Source]:
    """List the members of a tar in one pass, reading each for its hash."""
    with tarfile.open(path, "r|gz" if compressed else "r|") as archive:
        for number, member in enumerate(archive):
            if number >= MAX_ENTRIES or archive.offset > MAX_RATIO * max(path.stat().st_size, _SMALL):
                yield _problem(name, "too large when unpacked 解压后过大; unpack it and give the folder")
                return
            if member.isdir() or _is_hidden(member.name):
                continue
            problem = _name_problem(member.name)
            if not member.isfile():
                problem = "a link or device 是链接或设备; only files are read"
            if problem:
                yield _problem(f"{name}/{_safe(member.name)}", problem)
                continue
            file = archive.extractfile(member)
            assert file is not None
            entry = Entry(container="tar", name=member.name, offset=member.offset_data, compressed=compressed)
            yield _entry(name, member.name, path, entry, file, max(member.size, 1))


def _entry(name: str, inner: str, path: Path, entry: Entry, file: IO[bytes] | gzip.GzipFile, packed: int) -> Source:  # noqa: PLR0913, PLR0917
    """Hash an entry, reading no more of it than a page may have."""
    names = (f"{name}/{_safe(inner)}" if inner else name,)
    digest = hashlib.sha256()
    size = 0
    head = b""
    while chunk := file.read(_CHUNK):
        head = head or chunk[:4096]
        size += len(chunk)
        digest.update(chunk)
        if size > MAX_FILE_BYTES or (size > 10 * _SMALL and size > MAX_RATIO * packed):
            return _problem(names[0], f"unpacks to more than {size >> 20} MB 解压后过大，疑似压缩炸弹; leave it out")
    if _is_archive(head):
        return _problem(names[0], "an archive in an archive 压缩包内还有压缩包; unpack the outer one")
    return Source(names=names, sha256=digest.hexdigest(), size=size, path=path, entry=entry, is_mets=is_mets(head))


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Return an entry's name; Chinese zip tools write GBK without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return info.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return info.filename


def _name_problem(name: str) -> str | None:
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
        return "its name leads out of the archive 条目名指向压缩包之外; it is not read"
    return None


def _link_problem(mode: int) -> str | None:
    return "a link 是链接; only files are read" if mode & 0o170000 == 0o120000 else None


def _is_hidden(name: str) -> bool:
    last = name.replace("\\", "/").rstrip("/").split("/")
    return (last[-1].startswith(".") and not last[-1].startswith("..") and last[-1] != ".") or "__MACOSX" in last


def _safe(name: str) -> str:
    parts = name.replace("\\", "/").split("/")
    shown = "/".join("__" if part == ".." else part for part in parts if part)
    return unicodedata.normalize("NFC", "".join(c if c.isprintable() else "\ufffd" for c in shown))


def _problem(name: str, problem: str) -> Source:
    return Source(names=(name,), sha256="", size=0, problem=problem)
