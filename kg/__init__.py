"""PressGraph: Chinese newspaper pages in, a checked knowledge graph out, every fact with its words.

`kg.build` makes a build of files, `kg.open_build` opens one, `kg.read_text` reads a text in memory; see `kg.api`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import Build, Fact, Reading, build, open_build, read_text

__version__ = "0.1.0"
__all__ = ["Build", "Fact", "Reading", "__version__", "build", "open_build", "read_text"]


def __getattr__(name: str) -> object:
    """Load the interface when it is first used, so that `import kg` and `kg --help` stay quick."""
    if name in __all__:
        return getattr(import_module("kg.api"), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
