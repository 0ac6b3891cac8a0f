"""Tests, in rooms that mirror `kg`."""
