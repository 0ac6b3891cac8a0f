"""Sorting spills to disk and gives what sorting in memory gives."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.sorting import sort_lines

lines = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=8), max_size=40)


@pytest.mark.parametrize("run", [1, 20, 10_000])
@given(given_lines=lines)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_lines_come_in_order_each_once(run: int, given_lines: list[str], tmp_path: Path) -> None:
    """However small the runs, the lines are those of a set, in one order; no file is left."""
    found = list(sort_lines(given_lines, tmp_path, run=run))
    assert found == [line[:-1] for line in sorted({f"{line}\n" for line in given_lines})]
    assert list(tmp_path.iterdir()) == []
