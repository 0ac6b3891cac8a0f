"""The command line: one module per command, each of which parses arguments, calls, and renders."""

from kg.cli.app import main

__all__ = ["main"]
