"""Two maps in a row are one map, and each character still leads to the place it came from."""

from kg.model.source import MapRow, OffsetMap, Span


def test_an_undoubled_glyph_leaves_its_neighbours_exact() -> None:
    """A row that maps as a whole stays small when another repair keeps the text around it."""
    undoubled = OffsetMap((MapRow(0, 5, 0, 5), MapRow(5, 1, 5, 2), MapRow(6, 5, 7, 5)))
    both = undoubled.after([MapRow(0, 11, 0, 11)])
    assert both.hull(Span(0, 5)) == Span(0, 5)
    assert both.hull(Span(5, 6)) == Span(5, 7)
    assert both.hull(Span(6, 11)) == Span(7, 12)


def test_what_is_cut_out_of_a_whole_leads_to_the_whole() -> None:
    """Of characters that map as a whole, a part leads to all they came from."""
    three_from_one = OffsetMap((MapRow(0, 3, 0, 1), MapRow(3, 4, 1, 4)))
    both = three_from_one.after([MapRow(0, 6, 1, 6)])
    assert both.hull(Span(0, 2)) == Span(0, 1)
    assert both.hull(Span(2, 6)) == Span(1, 5)
