"""From names as printed to things: within an article first, then beside those of other articles, then as corrected."""

from kg.resolving.blocks import block_of, resolve_block
from kg.resolving.decisions import decide
from kg.resolving.resolution import resolve
from kg.resolving.summaries import summarize

__all__ = ["block_of", "decide", "resolve", "resolve_block", "summarize"]
