"""The store that belongs to what a person names: a build directory, a graph file, or the URL of an endpoint."""

import re
from pathlib import Path

from kg.errors import UsageError
from kg.ports import Store
from kg.storing.embedded import EmbeddedStore
from kg.storing.isolated import IsolatedStore, Limits
from kg.storing.remote import RemoteStore


def open_store(target: str, *, limits: Limits | None = None, profile: str | None = None) -> Store:
    """Open a store for reading.

    With `limits`, a local store is opened in a worker process that is killed when it exceeds them; a remote one is
    given their time. `profile` names the kind of server where it does not say so itself. Raises `UsageError` where
    the target is nothing that can be asked.
    """
    if re.match(r"https?://", target, re.IGNORECASE):
        return RemoteStore(target, time_out=(limits or Limits()).seconds, profile=profile)
    path = locate(Path(target))
    if limits is not None:
        return IsolatedStore(path, limits)
    return open_path(path)


def locate(target: Path) -> Path:
    """Return the store directory or the graph file that a build directory, a store or a file name stands for."""
    if target.is_file():
        return target
    if not target.is_dir():
        raise UsageError(f"{target}: no such build, graph file or URL 没有此目录、图文件或网址")
    for candidate in (target / "store", target):
        if (candidate / "CURRENT").is_file():
            return candidate
    if (target / "graph.nq").is_file():
        return target / "graph.nq"
    raise UsageError(f"{target}: neither a build nor a store; make one with kg build … --out {target} 不是构建结果目录")


def open_path(path: Path) -> EmbeddedStore:
    """Open a store directory for reading, or read a graph file into memory."""
    return EmbeddedStore.open(path) if path.is_dir() else EmbeddedStore.from_file(path)
