"""Tests of the stores, the real servers among them."""
