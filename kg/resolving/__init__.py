"""From names as printed to things: levels by the article's place, canonical labels, aliases within an article."""

from kg.resolving.resolution import resolve

__all__ = ["resolve"]
