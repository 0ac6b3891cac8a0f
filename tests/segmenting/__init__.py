"""Tests of kg.segmenting."""
