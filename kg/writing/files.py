"""Files that appear whole or not at all."""

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
        raise OutputError(
            f"{out}: 无法写入 / cannot be written: {error}; check the folder and the space left"
        ) from error
    finally:
        part.unlink(missing_ok=True)
