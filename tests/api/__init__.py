"""Tests of `kg.api`."""
