"""Sorting of more lines than memory holds: sorted runs on disk, merged."""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import TextIO

RUN_CHARACTERS = 16_000_000
"""Characters of a run: some 60 MB while it is being sorted, Chinese text included."""


def sort_lines(lines: Iterable[str], scratch: Path, *, run: int = RUN_CHARACTERS) -> Iterator[str]:
    """Give lines in the order of their code points, each once. Lines hold no line feed. Runs spill to `scratch`."""
    runs = _runs((f"{line}\n" for line in lines), run)
    first, second = next(runs, []), next(runs, None)
    if second is None:
        yield from _unique(sorted(first))
        return
    with ExitStack() as stack:
        spilled = [_spill(stack, first, scratch), _spill(stack, second, scratch)]
        del first, second
        spilled += [_spill(stack, each, scratch) for each in runs]
        yield from _unique(heapq.merge(*spilled))


def _runs(lines: Iterable[str], size: int) -> Iterator[list[str]]:
    chunk: list[str] = []
    held = 0
    for line in lines:
        chunk.append(line)
        held += len(line)
        if held >= size:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def _spill(stack: ExitStack, chunk: list[str], scratch: Path) -> TextIO:
    file = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n", dir=scratch))  # noqa: SIM115
    file.writelines(sorted(chunk))
    file.seek(0)
    return file


def _unique(lines: Iterable[str]) -> Iterator[str]:
    return (line[:-1] for line, _ in groupby(lines))
