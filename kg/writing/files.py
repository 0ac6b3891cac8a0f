"""Files and folders that appear whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kg.errors import OutputError


@contextmanager
def whole_file(out: Path) -> Iterator[TextIO]:
    """Open a file for UTF-8 text with line feeds that takes its name only when it is complete.

    Raises `OutputError` where nothing can be written.
    """
    part = out.with_name(out.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        part.replace(out)
    except OSError as error:
        raise OutputError(f"{out}: 无法写入 / cannot be written: {error}; check folder and space") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """Give a folder to fill that takes its name, in place of an older one, only when it is complete."""
    part = out.with_name(out.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir()
        yield part
        if out.is_dir():
            shutil.rmtree(out)
        part.replace(out)
    except OSError as error:
        raise OutputError(f"{out}: 无法写入 / cannot be written: {error}; check folder and space") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
