"""Tests of `kg.annotating`."""
