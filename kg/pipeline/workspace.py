"""The output directory: whose it is, who may write to it, and how a new result takes the place of the former one.

A build writes into `.building/new` under the output directory. When all of it is written and flushed to the disk,
`.building/ready` is written, and the files are moved into their places by renaming, the manifest last. So a build that
ends early leaves the former result as it was, and one that ends between two renamings is completed by whoever opens
the directory next: a directory without manifest is never a result.

The index may be changed in its place instead. Then the end of its transaction, between `ready` and the first renaming,
is what counts: `ready` says which generation of the index it waits for, and is void where the index is of another.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import OutputError, UsageError
from kg.pipeline.index import NAME as INDEX
from kg.pipeline.index import Index, generation_of

MANIFEST = "manifest.json"
GRAVES = "graves.json"
"""Who is to be forgotten; stays until it is replaced."""
OUTPUTS = (
    "articles.jsonl",
    "graph.nq",
    "graph.ttl",
    GRAVES,
    INDEX,
    "quarantine",
    "store",
    "validation.json",
    "validation.ttl",
    MANIFEST,
)
"""All that a build writes; the manifest is last to appear."""
SIGNATURE = b'{\n  "generator": "pressgraph'
"""How our manifests begin."""

_BUILDING = ".building"
_JOURNAL = f"{INDEX}-journal"
_LOCK = ".building.lock"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}


@dataclass(slots=True, kw_only=True)
class Ending:
    """How the new result takes its place; filled in while it is being made."""

    keep: list[str] = field(default_factory=list)
    """Files of the former result that belong to the new one as they are."""
    generation: str | None = None
    """Of the index, once its transaction has ended; None where the index is among the new files."""
    index: Index | None = None
    """The index that is changed in its place: its transaction is ended when all else is ready."""


@contextmanager
def workspace(out: Path, *, force: bool = False, ending: Ending | None = None) -> Iterator[Path]:
    """Give an empty folder to write to; when the block ends without error, its content becomes the result in `out`.

    Raises `OutputError` where `out` is not ours and not `force`, where another build is writing to it, or where it
    cannot be written or the disk is full; then the former result stays.
    """
    _check_owner(out, force=force)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with _locked(out):
            _settle(out)
            yield from _staging(out, ending or Ending())
            _settle(out)
    except OSError as error:
        raise _output_error(error, out) from error


def _staging(out: Path, ending: Ending) -> Iterator[Path]:
    new = out / _BUILDING / "new"
    try:
        new.mkdir(parents=True)
        yield new
        _declare_ready(out, ending)
        if ending.index is not None:
            ending.index.commit()
    except BaseException:
        shutil.rmtree(out / _BUILDING, ignore_errors=True)
        raise
    finally:
        if ending.index is not None:
            ending.index.close()


def settle(out: Path) -> None:
    """Complete or clear away a build of this directory that ended early; do nothing while one is under way."""
    if (out / _BUILDING).exists() or (out / _JOURNAL).exists():
        with suppress(OutputError, OSError), _locked(out):
            _settle(out)


def is_build(out: Path) -> bool:
    """Tell whether this directory holds the result of a build."""
    try:
        with (out / MANIFEST).open("rb") as file:
            return file.read(len(SIGNATURE)) == SIGNATURE
    except OSError:
        return False


def graph_file(out: Path) -> Path:
    """Return the file that holds the graph of a build. Raises `UsageError` where it was put off."""
    graph = out / "graph.nq"
    if not graph.is_file() and (out / INDEX).exists():
        raise UsageError(f"{out}: graph.nq was put off; write it by kg export {out} 图文件尚未写出")
    return graph


def _check_owner(out: Path, *, force: bool) -> None:
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out}: is a file 是文件; give a folder to --out")
    if force or not out.exists() or is_build(out):
        return
    strangers = sorted(path.name for path in out.iterdir() if path.name not in {_BUILDING, _LOCK, GRAVES})
    if strangers and not (out / _BUILDING / "ready").exists():
        raise OutputError(
            f"{out}: holds {strangers[0]!r} and is not an earlier build 目录非本程序所建; "
            "choose another --out, or add --force (files of other names stay)"
        )


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Hold the directory for this process; the lock ends with the process, however that ends."""
    lock = FileLock(out / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        message = "another build is writing here 另一构建正在写入; wait for it, or choose another --out"
        raise OutputError(f"{out}: {message}") from None
    try:
        yield
    finally:
        if not any(path.name != _LOCK for path in out.iterdir()):
            (out / _LOCK).unlink()
        lock.release()
        with suppress(OSError):
            out.rmdir()


def _declare_ready(out: Path, ending: Ending) -> None:
    new = out / _BUILDING / "new"
    for path in sorted(new.rglob("*")):
        if path.is_file():
            _flush(path)
    ready = out / _BUILDING / "ready.tmp"
    names = sorted({*ending.keep, *(path.name for path in new.iterdir())})
    ready.write_text(json.dumps({"names": names, "generation": ending.generation}), encoding="utf-8")
    _flush(ready)
    ready.replace(out / _BUILDING / "ready")


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _settle(out: Path) -> None:
    """Move a ready result into place, as far as that is not done yet; clear away all else under `.building`."""
    building = out / _BUILDING
    if (out / _JOURNAL).exists() and generation_of(out / INDEX) is not None:  # what was half-done is undone now
        (out / _JOURNAL).unlink(missing_ok=True)
    if (names := _ready(out)) is not None:
        former = building / "former"
        former.mkdir(exist_ok=True)
        if (building / "new" / MANIFEST).exists():
            (out / MANIFEST).unlink(missing_ok=True)
        if (building / "new" / INDEX).exists():
            (out / _JOURNAL).unlink(missing_ok=True)  # of a damaged index; it would be taken for that of the new one
        for name in OUTPUTS:
            _replace(building / "new" / name, out / name, former / name, keep=name in names)
    if building.exists():
        shutil.rmtree(building)


def _ready(out: Path) -> list[str] | None:
    """Return the names of a new result's files; None where there is none, or where its index did not come to be."""
    ready = out / _BUILDING / "ready"
    if not ready.exists():
        return None
    told = json.loads(ready.read_text(encoding="utf-8"))
    if told["generation"] is not None and told["generation"] != generation_of(out / INDEX):
        return None
    names: list[str] = told["names"]
    return names


def _replace(new: Path, place: Path, former: Path, *, keep: bool) -> None:
    if place.is_dir() and (new.exists() or not keep):
        place.replace(former)
    if new.exists():
        new.replace(place)
    elif not keep:
        place.unlink(missing_ok=True)


def _output_error(error: OSError, out: Path) -> OutputError:
    if error.errno in _FULL:
        return OutputError(
            f"{out}: the disk is full 磁盘已满; free some space and build again (the former result stays)"
        )
    return OutputError(f"{out}: cannot be written 无法写入 ({error}); choose another --out")
