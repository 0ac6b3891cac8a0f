"""New stores filled: here, or by a process of its own (`filler`), so that what memory that takes goes with it."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import OutputError
from kg.ports import Term
from kg.storing.embedded import EmbeddedStore


def fill_store(graphs: Iterable[tuple[Term, bytes]], directory: Path) -> None:
    """Make a store of graphs, each with its lines."""
    with EmbeddedStore.create(directory) as store:
        store.load_graphs(graphs)
        store.optimize()


@contextmanager
def filling(graph: Path, store: Path) -> Iterator[None]:
    """Fill a store while something else is done, and wait for it. Raises `OutputError` where it cannot be filled."""
    command = [sys.executable, "-m", "kg.storing.filler", str(graph), str(store)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stderr=pipe, env=env) as process:  # noqa: S603 no shell
        yield
        assert process.stderr is not None
        told = process.stderr.read().decode(errors="replace").strip()
        if process.wait() != 0:
            raise OutputError(
                f"{store}: the process that fills the store died 写入存储的进程中止 ({told.rpartition(chr(10))[2]}); "
                "there may be too little memory or disk space 内存或磁盘空间可能不足"
            )
