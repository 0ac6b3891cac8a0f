"""Offset maps: cut, chained and composed, they lead where following them step by step leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.source import MapRow, OffsetMap, Span
from kg.repairing.edits import Edit, apply_edits

TEXT = "甲乙丙丁戊己庚辛壬癸" * 3


@st.composite
def edits(draw: st.DrawFn, length: int = len(TEXT)) -> list[Edit]:
    """Draw edits of a text, in order and without overlap."""
    bounds = sorted(draw(st.lists(st.integers(0, length), max_size=8, unique=True)))
    words = st.sampled_from(["", "天"])
    return [Edit(a, b, draw(words), "test") for a, b in zip(bounds[::2], bounds[1::2], strict=False)]


@given(edits(), st.data())
def test_two_steps_are_one(first: list[Edit], data: st.DataObject) -> None:
    """A map after a map leads each character where following both leads; replaced stretches lead to their hull."""
    once, rows = apply_edits(TEXT, 0, len(TEXT), first)
    second = data.draw(edits(len(once)))
    twice, more = apply_edits(once, 0, len(once), second)
    inner = OffsetMap(tuple(rows))
    both = inner.after(more)
    for i in range(len(twice)):
        middle = OffsetMap(tuple(more)).hull(Span(i, i + 1))
        direct = both.pieces(Span(i, i + 1))
        assert direct
        assert both.hull(Span(i, i + 1)) == inner.hull(middle)


@given(edits(), st.integers(0, 40), st.integers(0, 40))
def test_a_cut_leads_where_the_whole_leads(changes: list[Edit], start: int, length: int) -> None:
    """The map of a stretch of text is the map of the text, moved."""
    text, rows = apply_edits(TEXT, 0, len(TEXT), changes)
    span = Span(min(start, len(text)), min(start + length, len(text)))
    part = OffsetMap(tuple(rows)).cut(span)
    whole = OffsetMap(tuple(rows)).pieces(span)
    assert [row[2:] for row in part.rows] == [row[2:] for row in whole]
    assert all(row.start >= 0 for row in part.rows)


def test_what_comes_from_nowhere_has_no_hull() -> None:
    """A line feed that repair put in leads nowhere, and says so."""
    chained = OffsetMap.chain([(0, OffsetMap.identity(2)), (3, OffsetMap.identity(2, "page 2"))])
    assert chained.rows == (MapRow(0, 2, 0, 2), MapRow(3, 2, 0, 2, "page 2"))
    with pytest.raises(ValueError, match="source"):
        chained.hull(Span(2, 3))
    assert chained.hull(Span(1, 4)) == Span(1, 2)
