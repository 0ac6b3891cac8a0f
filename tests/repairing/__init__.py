"""Tests of kg.repairing."""
