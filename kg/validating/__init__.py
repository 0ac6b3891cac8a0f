"""Whether a graph keeps the rules: its shapes, and what shapes cannot say.

`validate` judges a file, `faulty_nodes`, `clashing` and `judge_nodes` a graph that grows article by article;
`write_report` writes the report; `withheld` and `without` set apart what breaks the rules.
"""

from kg.validating.judging import SHAPES, validate
from kg.validating.piecewise import clashing, faulty_nodes, judge_nodes
from kg.validating.reporting import write_report
from kg.validating.withholding import withheld, without, write_withheld

__all__ = [
    "SHAPES",
    "clashing",
    "faulty_nodes",
    "judge_nodes",
    "validate",
    "withheld",
    "without",
    "write_report",
    "write_withheld",
]
