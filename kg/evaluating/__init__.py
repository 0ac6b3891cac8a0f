"""How well facts were found: facts told by a careful reader beside facts found, per kind precision, recall and F1."""

from kg.evaluating.gold import Gold, pooled, read_all, read_gold
from kg.evaluating.scoring import KINDS, Score, score, total

__all__ = ["KINDS", "Gold", "Score", "pooled", "read_all", "read_gold", "score", "total"]
