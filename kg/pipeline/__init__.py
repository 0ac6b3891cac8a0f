"""From files to a checked graph: the chain of stages, on all cores, into a folder that is whole or as it was before.

`chain` joins the stages, `batches` and `pool` run them in processes, `workspace` guards the output directory,
`manifest` accounts for everything, `building` is the whole.
"""

from kg.pipeline.building import build
from kg.pipeline.chain import Product, run_chain
from kg.pipeline.options import BuildOptions, issue_of, parse_day
from kg.pipeline.pool import cores
from kg.pipeline.result import BuildResult, Problem
from kg.pipeline.workspace import OUTPUTS, is_build, settle

__all__ = [
    "OUTPUTS",
    "BuildOptions",
    "BuildResult",
    "Problem",
    "Product",
    "build",
    "cores",
    "is_build",
    "issue_of",
    "parse_day",
    "run_chain",
    "settle",
]
