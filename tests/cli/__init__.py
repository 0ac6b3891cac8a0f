"""Tests of `kg.cli`."""
