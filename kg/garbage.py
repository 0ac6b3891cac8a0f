"""How often Python looks for garbage that refers to itself: the stages make next to none, and looking for it costs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_RARELY = (50_000, 20, 100)
"""Objects made between two looks, and looks between two wider ones: at Python's own figures looking is a tenth of a
build."""


def look_rarely() -> None:
    """Look rarely from now on, in a process that does nothing but build."""
    gc.set_threshold(*_RARELY)


@contextmanager
def looking_rarely() -> Iterator[None]:
    """Look rarely for as long as a build takes."""
    former = gc.get_threshold()
    look_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*former)
