"""Tests of the scripts that build data files."""
