"""The article as the grammars see it: quotes and punctuation."""

from hypothesis import given
from hypothesis import strategies as st

from kg.annotating.view import QUOTE_LIMIT, View
from kg.model.source import Span
from tests.stories import article, span

SENTENCES = st.lists(
    st.text(alphabet="青禾区委书记召开会议，。；“”（）0123", min_size=1, max_size=80), min_size=1, max_size=6
)


@given(lines=SENTENCES, data=st.data())
def test_a_quote_holds_its_words_in_one_line_and_stays_short(lines: list[str], data: st.DataObject) -> None:
    """Whatever two spans a claim rests on, each lies in a piece of its evidence."""
    view = View(article(tuple(("paragraph", line) for line in lines)))
    places = [line.span for line in view.article.lines]
    spans = []
    for _ in range(2):
        line = data.draw(st.sampled_from(places))
        start = data.draw(st.integers(line.start, line.end - 1))
        spans.append(Span(start, data.draw(st.integers(start + 1, min(line.end, start + 20)))))
    pieces = view.quote(*spans)
    for piece in pieces:
        assert "\n" not in piece.of(view.text)
        assert len(piece) <= QUOTE_LIMIT
    for each in spans:
        words = each.of(view.text).strip(" ，、；")
        assert not words or any(words in piece.of(view.text) for piece in pieces)


def test_half_width_punctuation_of_web_pages_is_read_as_full_width() -> None:
    """The text of the article itself stays as it was printed."""
    view = View(article((("paragraph", "陈望舒,区委书记;1,200人(含学生)到会:好!"),)))
    assert view.text == "陈望舒，区委书记；1,200人（含学生）到会：好！"
    assert len(view.text) == len(view.article.text)


def test_a_clause_ends_at_its_sign() -> None:
    """The clause that holds a word reaches from sign to sign."""
    view = View(article((("paragraph", "8月20日，青禾区召开会议。会后，代表参观湖岸。"),)))
    assert view.clause(span(view.text, "参观").start).of(view.text) == "代表参观湖岸。"


@given(line=st.text(alphabet="甲乙《》“”", max_size=20), data=st.data())
def test_open_titles_and_quotations_are_told_before_a_character(line: str, data: st.DataObject) -> None:
    """A title is open behind the last 《, speech where more quotations open than close."""
    view = View(article((("headline", "“甲《"), ("paragraph", line + "末"))))
    start = view.article.lines[1].span.start
    offset = data.draw(st.integers(start, start + len(line)))
    before = view.text[start:offset]
    assert view.in_title(offset, start) == ("《" in before and "》" not in before[before.rfind("《") :])
    assert view.in_speech(offset) == (before.count("“") > before.count("”"))
