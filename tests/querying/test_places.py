"""Lines and columns are those an editor shows."""

import pytest

from kg.querying.places import marked, place_of


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("云溪", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\r\n区委\r\nc", 4, (2, 2)),
        ("a\rb", 2, (2, 1)),
        ("a\r\rb", 3, (3, 1)),
        ("a\n\nb", 3, (3, 1)),
    ],
)
def test_line_and_column(text: str, offset: int, place: tuple[int, int]) -> None:
    """Both count from one; LF, CR LF and CR end a line."""
    assert tuple(place_of(text, offset)) == place


def test_words_are_marked_in_their_line() -> None:
    """The line is shown whole, the words between marks; a span over two lines shows both."""
    assert marked("题\n区委书记说。\n完", 4, 6) == "区委【书记】说。"
    assert marked("题\n区委\n完", 3, 5) == "区【委\n】完"
