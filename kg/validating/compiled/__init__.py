"""The fast engine: the shapes file itself, compiled into checks over sets of nodes.

`builder` reads shapes and refuses what is not covered (`NotCompiledError`), `program` runs them over a graph.
What the engine claims is SHACL Core as pyshacl reads it; a test holds the two together.
"""

from kg.validating.compiled.builder import compile_shapes
from kg.validating.compiled.program import NotCompiledError, Program

__all__ = ["NotCompiledError", "Program", "compile_shapes"]
