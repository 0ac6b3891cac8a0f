"""`re`, with expressions that stay compiled between runs: to compile a thousand takes a third of a second.

They are kept where Python keeps the bytecode of this module and under the same conditions (`PYTHONDONTWRITEBYTECODE`,
`PYTHONPYCACHEPREFIX`, a folder that can be written), for this version of Python alone. Without that file, or with a
damaged one, all works as with `re`.
"""

import atexit
import marshal
import os
import re
import sys
import zlib
from array import array
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from re import *  # noqa: F403 a stand-in for it
from typing import Any, TypeVar

_MOST = 8000
"""Rows that are kept at most: those of changing lexicons of the user's must not pile up."""
_CHECK = 4
"""Bytes of the check sum before what is kept."""
_Key = tuple[str, int]
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What `_sre.compile` takes: flags, code, number of groups, groups by name, names by group."""
_Told = TypeVar("_Told")
_Kept = dict[tuple[object, ...], Any]
_new: dict[_Key, None] = {}
"""Expressions that were compiled in this run, beside them what was read off expressions."""
_read_off: _Kept = {}


@cache  # type: ignore[no-redef]
def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:  # noqa: A001 as in `re`
    """Compile an expression, or take it as it was compiled in an earlier run."""
    key = (pattern, int(flags))
    if (kept := _kept().get(key)) is not None:
        with suppress(Exception):  # whatever a damaged file leads to
            return _restored(pattern, kept)
    _keep_at_exit()
    _new[key] = None
    return re.compile(pattern, flags)


def read_off(reader: Callable[[str], _Told], pattern: str) -> _Told:
    """Read something off an expression, or take what the same source of `reader` read in an earlier run."""
    key = (*_stamp(reader.__module__), reader.__qualname__, pattern)
    if key in _kept():
        told: _Told = _kept()[key]
        return told
    _keep_at_exit()
    told = _read_off[key] = reader(pattern)
    return told


@cache
def _stamp(module: str) -> tuple[str, int, int]:
    """Return what tells one state of a module's source from another."""
    try:
        stat = Path(sys.modules[module].__file__ or "").stat()
    except OSError:  # in an archive, where nothing is kept
        return module, 0, 0
    return module, stat.st_size, stat.st_mtime_ns


def _keep_at_exit() -> None:
    if not _new and not _read_off and not sys.dont_write_bytecode:
        atexit.register(_keep)


def _restored(pattern: str, kept: _Code) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found] # noqa: PLC0415 what Python has none does without

    flags, code, groups, by_name, names = kept
    found: re.Pattern[str] = _sre.compile(pattern, flags, array("I", code).tolist(), groups, by_name, names)  # checks
    return found


@cache
def _kept() -> _Kept:
    """Return what was kept by this version of Python; nothing where the file is missing or damaged."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        told = _file().read_bytes()
        if zlib.crc32(told[_CHECK:]).to_bytes(_CHECK, "big") == told[:_CHECK]:
            version, kept = marshal.loads(told[_CHECK:])  # noqa: S302 as Python reads the bytecode beside it
            return dict(kept) if version == _version() else {}
    return {}


def _keep() -> None:
    """Write what was made in this run beside what was kept, in one step; where that cannot be, do without."""
    with suppress(Exception):
        made: _Kept = {**dict(_compiled()), **_read_off}
        kept = made if len(made) + len(_kept()) > _MOST else {**_kept(), **made}
        told = marshal.dumps((_version(), kept))
        written = _file().with_suffix(f".{os.getpid()}")
        written.parent.mkdir(exist_ok=True)
        try:
            written.write_bytes(zlib.crc32(told).to_bytes(_CHECK, "big") + told)
            written.replace(_file())
        finally:
            written.unlink(missing_ok=True)


def _compiled() -> Iterator[tuple[_Key, _Code]]:
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
            (flags | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)),
        )


def _version() -> tuple[int, int, int]:
    return sys.hexversion, array("I").itemsize, int(sys.byteorder == "little")


def _file() -> Path:
    return Path(cache_from_source(__file__)).with_suffix(".expressions")
