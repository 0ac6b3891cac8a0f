"""PressGraph: Chinese newspaper pages in, a checked knowledge graph out, every fact with its words."""

__version__ = "0.1.0"
