"""From names as printed to things: within an article first, then beside those of other articles, then as corrected."""

from kg.resolving.blocks import block_of, resolve_block
from kg.resolving.correcting import Identity, Names, correct, identities_of
from kg.resolving.corrections import Corrections, parse_corrections, read_corrections
from kg.resolving.decisions import decide
from kg.resolving.resolution import resolve
from kg.resolving.summaries import summarize

__all__ = [
    "Corrections",
    "Identity",
    "Names",
    "block_of",
    "correct",
    "decide",
    "identities_of",
    "parse_corrections",
    "read_corrections",
    "resolve",
    "resolve_block",
    "summarize",
]
