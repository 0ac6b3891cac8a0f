"""A store in a process of its own, so that a query that never ends or eats all memory is killed, and only it.

No signal stops a query inside pyoxigraph; killing its process does. The next query starts a new one.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from kg import errors
from kg.errors import KgError, QueryError, StoreError
from kg.model.table import Row, Table, Value
from kg.ports import Term, Triple

OPENING_SECONDS = 600.0
"""A graph file of some gigabytes takes minutes to read; queries have their own limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a query may use: seconds, megabytes of address space (not on Windows), bytes of its answer."""

    seconds: float = 60.0
    megabytes: int = 4096
    result_bytes: int = 100_000_000


class IsolatedStore:
    """A store directory or a graph file, asked in a worker process within limits. Not for use by several threads."""

    def __init__(self, path: Path, limits: Limits | None = None) -> None:
        self._path = path
        self._limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None

    def select(self, query: str, *, limit: int | None = None) -> Table:
        """Run a SELECT within the limits; keep at most `limit` rows."""
        reply = self._request({"do": "select", "query": query, "limit": limit})
        rows = tuple(map(_row, reply["rows"]))
        return Table(columns=tuple(reply["columns"]), rows=rows, truncated=reply["truncated"])

    def construct(self, query: str, *, limit: int | None = None) -> Iterator[Triple]:
        """Run a CONSTRUCT or DESCRIBE within the limits; give at most `limit` triples."""
        reply = self._request({"do": "construct", "query": query, "limit": limit})
        return ((Term(s), Term(p), Term(o)) for s, p, o in reply["triples"])

    def ask(self, query: str) -> bool:
        """Run an ASK within the limits."""
        return bool(self._request({"do": "ask", "query": query})["answer"])

    def close(self) -> None:
        """Kill the worker, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()

    def _request(self, request: dict[str, Any]) -> dict[str, Any]:
        if self._process is None:
            self._start()
        return self._exchange(request, self._limits.seconds)

    def _start(self) -> None:
        limits = self._limits
        command = [sys.executable, "-m", "kg.storing.worker", str(self._path.resolve())]
        self._process = subprocess.Popen(  # noqa: S603 - no shell, and no part of the query is an argument
            [*command, str(limits.megabytes), str(limits.result_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self._exchange(None, OPENING_SECONDS)

    def _exchange(self, request: dict[str, Any] | None, seconds: float) -> dict[str, Any]:
        """Send a request, if there is one, and wait for the reply; kill the worker where it does not come in time."""
        line: list[bytes] = []
        talk = threading.Thread(target=self._talk, args=(request, line), daemon=True)
        talk.start()
        talk.join(seconds)
        late = talk.is_alive()
        if late or not line or not line[0].endswith(b"\n"):
            self.close()
            talk.join()
            raise self._stopped(late=late, opening=request is None)
        return self._checked(json.loads(line[0]))

    def _talk(self, request: dict[str, Any] | None, line: list[bytes]) -> None:
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            if request is not None:
                process.stdin.write(json.dumps(request).encode() + b"\n")
                process.stdin.flush()
            line.append(process.stdout.readline(self._limits.result_bytes + 1))
        except (OSError, ValueError):  # the process ended, or was killed while we read
            return

    def _stopped(self, *, late: bool, opening: bool) -> KgError:
        limits = self._limits
        if opening:
            return StoreError(f"{self._path}: could not be opened within {limits.megabytes} MB 无法打开存储")
        if late:
            return QueryError(f"stopped after {limits.seconds:g} s; ask for less, or raise --time-out 查询超时，已终止")
        return QueryError(f"stopped: more than {limits.megabytes} MB of memory, or too deep 查询超出内存限额，已终止")

    def _checked(self, reply: dict[str, Any]) -> dict[str, Any]:
        match reply.get("error"):
            case None:
                return reply
            case "size":
                raise QueryError("the answer is too large; add LIMIT or --limit 结果过大，请加 --limit")
            case "memory":
                self.close()
                raise self._stopped(late=False, opening=False)
            case kind:
                raise getattr(errors, kind, StoreError)(reply["message"])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _row(cells: list[Any]) -> Row:
    return tuple(None if cell is None else Value(*cell) for cell in cells)
