"""Tests of `kg.pipeline`."""
