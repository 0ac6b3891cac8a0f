"""From files to a checked graph: the chain of stages, on all cores, into a folder that is whole or as it was before.

`chain` joins the stages, `batches` and `pool` run them in processes, `options` and `metadata` say what is known from
outside, `workspace` guards the output directory, `manifest` accounts for everything, `building` is the whole. Import
from these: a worker process should load no more than it needs.
"""
