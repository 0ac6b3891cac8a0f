"""Tests of the ontology and of what is generated from it."""
