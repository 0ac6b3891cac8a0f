"""Whether a graph keeps the rules: its shapes, and what shapes cannot say."""

from kg.validating.judging import SHAPES, validate
from kg.validating.reporting import write_report

__all__ = ["SHAPES", "validate", "write_report"]
