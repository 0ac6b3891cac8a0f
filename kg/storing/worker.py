"""The worker process behind `isolated`: opens one store, answers one request a line until its input ends.

Run as `python -m kg.storing.worker PATH MEMORY_MB RESULT_BYTES`. Requests and replies are JSON, one a line. Limits that
the system can set are set here, before the store is opened; all else is the parent's, who kills this process.
"""

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.storing.embedded import EmbeddedStore

Reply = dict[str, Any]


def main(arguments: list[str]) -> None:
    """Serve the requests of the parent."""
    path, memory, size = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    _limit_memory(memory)
    try:
        store = EmbeddedStore.open(path) if path.is_dir() else EmbeddedStore.from_file(path)
    except KgError as failure:
        _write(_failed(failure), size)
        return
    _write({"ready": True}, size)
    for line in sys.stdin.buffer:
        _write(_answered(store, json.loads(line)), size)


def _answered(store: EmbeddedStore, request: dict[str, Any]) -> Reply:
    try:
        return _DEEDS[request["do"]](store, request)
    except KgError as failure:
        return _failed(failure)
    except MemoryError:
        return {"error": "memory"}


def _select(store: EmbeddedStore, request: dict[str, Any]) -> Reply:
    table = store.select(request["query"], limit=request["limit"])
    return {"columns": table.columns, "rows": table.rows, "truncated": table.truncated}


def _construct(store: EmbeddedStore, request: dict[str, Any]) -> Reply:
    return {"triples": list(store.construct(request["query"], limit=request["limit"]))}


def _ask(store: EmbeddedStore, request: dict[str, Any]) -> Reply:
    return {"answer": store.ask(request["query"])}


_DEEDS: dict[str, Callable[[EmbeddedStore, dict[str, Any]], Reply]] = {
    "select": _select,
    "construct": _construct,
    "ask": _ask,
}


def _failed(failure: KgError) -> Reply:
    return {"error": type(failure).__name__, "message": str(failure)}


def _write(reply: Reply, size: int) -> None:
    out = sys.stdout.buffer
    for part in _lines(reply, size):
        out.write(part)
    out.flush()


def _lines(reply: Reply, size: int) -> Iterable[bytes]:
    line = json.dumps(reply, ensure_ascii=False).encode() + b"\n"
    return (line,) if len(line) <= size else (b'{"error": "size"}\n',)


def _limit_memory(megabytes: int) -> None:
    """Bound the address space where the system can; elsewhere only time and size are bounded."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(sys.argv[1:])
