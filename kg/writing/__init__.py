"""Graph files, deterministic: the same quads give the same bytes, in whatever order they come.

`write_nquads` is what a build ends with; `export` writes any of `FORMATS` from quads or from a graph file.
"""

from kg.writing.exporting import FORMATS, export, write_nquads

__all__ = ["FORMATS", "export", "write_nquads"]
