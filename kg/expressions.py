"""`re`, with expressions that stay compiled between runs: to compile eight hundred takes a third of a second.

They are kept where Python keeps the bytecode of this module and under the same conditions (`PYTHONDONTWRITEBYTECODE`,
`PYTHONPYCACHEPREFIX`, a folder that can be written), for this version of Python alone. Without that file, or with a
damaged one, all works as with `re`.
"""

import atexit
import json
import os
import re
import sys
import zlib
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from re import *  # noqa: F403 a stand-in for it
from typing import Any

_MOST = 4000
"""Expressions that are kept at most: those of changing lexicons of the user's must not pile up."""
_Key = tuple[str, int]
_Kept = tuple[int, str, int, dict[str, int], list[str | None]]
"""What `_sre.compile` takes: flags, code, number of groups, groups by name, names by group."""
_new: set[_Key] = set()


@cache  # type: ignore[no-redef]
def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:  # noqa: A001 as in `re`
    """Compile an expression, or take it as it was compiled in an earlier run."""
    key = (pattern, int(flags))
    if (kept := _kept().get(key)) is not None:
        with suppress(Exception):  # whatever a damaged file leads to
            return _restored(pattern, kept)
    if not _new and not sys.dont_write_bytecode:
        atexit.register(_keep)
    _new.add(key)
    return re.compile(pattern, flags)


def _restored(pattern: str, kept: _Kept) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found] # noqa: PLC0415 what Python has none does without

    flags, code, groups, by_name, names = kept
    words = array("I", b64decode(code)).tolist()
    found: re.Pattern[str] = _sre.compile(pattern, flags, words, groups, by_name, tuple(names))  # checks the code
    return found


@cache
def _kept() -> dict[_Key, _Kept]:
    """Return what was kept by this version of Python; nothing where the file is missing or damaged."""
    with suppress(OSError, ValueError, zlib.error, KeyError, TypeError):
        told = json.loads(zlib.decompress(_file().read_bytes()).decode("utf-8", "surrogatepass"))
        if told["version"] == _version():
            return {(pattern, flags): tuple(kept) for pattern, flags, kept in told["expressions"]}
    return {}


def _keep() -> None:
    """Write what was compiled in this run beside what was kept, in one step; where that cannot be, do without."""
    with suppress(Exception):
        compiled = dict(_compiled())
        kept = compiled if len(compiled) + len(_kept()) > _MOST else {**_kept(), **compiled}
        rows = [[pattern, flags, row] for (pattern, flags), row in sorted(kept.items())]
        told = json.dumps({"version": _version(), "expressions": rows}, ensure_ascii=False, separators=(",", ":"))
        written = _file().with_suffix(f".{os.getpid()}")
        written.parent.mkdir(exist_ok=True)
        try:
            written.write_bytes(zlib.compress(told.encode("utf-8", "surrogatepass"), 1))
            written.replace(_file())
        finally:
            written.unlink(missing_ok=True)


def _compiled() -> Iterator[tuple[_Key, _Kept]]:
    from re import _compiler, _parser  # type: ignore[attr-defined] # noqa: PLC0415 only to keep

    for pattern, flags in _new:
        parsed: Any = _parser.parse(pattern, flags)
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        code = array("I", _compiler._code(parsed, flags))  # noqa: SLF001 nothing public gives it
        yield (
            (pattern, flags),
            (flags | state.flags, b64encode(code.tobytes()).decode(), state.groups - 1, dict(state.groupdict), names),
        )


def _version() -> list[int]:
    return [sys.hexversion, array("I").itemsize, int(sys.byteorder == "little")]


def _file() -> Path:
    return Path(cache_from_source(__file__)).with_suffix(".expressions")
