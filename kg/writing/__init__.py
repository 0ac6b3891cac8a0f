"""Graph files, deterministic: the same quads give the same bytes, in whatever order they come.

`write_nquads` is what a build ends with; `export` writes any of `FORMATS` from quads or from a graph file; `describe`
says what a build is, for catalogues and archives.
"""

from kg.writing.describing import describe
from kg.writing.exporting import FORMATS, export, write_nquads
from kg.writing.lines import SortedLines

__all__ = ["FORMATS", "SortedLines", "describe", "export", "write_nquads"]
