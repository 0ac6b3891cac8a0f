"""Tests of queries and what becomes of their answers."""
