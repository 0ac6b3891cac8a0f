"""Gates: a pattern that is skipped where one of its words is missing finds what it would find anywhere."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotating.deed_patterns import DEEDS
from kg.annotating.gates import Ending, Gated
from kg.annotating.pattern_words import lasts, needed
from kg.annotating.view import View
from kg.model.source import Span
from tests.stories import article


@pytest.mark.parametrize(
    ("pattern", "words", "leads"),
    [
        ("签订|签署", {"签订", "签署"}, True),
        ("[签订]合同", {"签合同", "订合同"}, True),
        ("(?<!续)签(?:订|署)(?!仪式)", {"签订", "签署"}, True),
        ("(?:当场)?(?:签订|签署)", {"当场", "签订", "签署"}, True),
        (r"(?:成功)?(?P<verb>侦破|破获)(?:了)?[^，]{2,9}案", {"成功", "侦破", "破获"}, True),
        ("签订|工作签订", {"工作签订", "签订"}, True),
        ("[一-龥]{2}(?:签订|工作签订)", {"签订"}, False),
        ("(?:[一-龥]{2})?签订", {"签订"}, False),
        (r"(?:、[一-龥]{2,3}){2,9}等", {"等"}, False),
        ("向.{1,9}(?:捐|赠送){1,2}", {"捐", "赠送"}, False),
    ],
)
def test_the_words_are_read_off_the_pattern(pattern: str, words: set[str], *, leads: bool) -> None:
    """The rarest of what a match must hold are the words of the gate; it is told whether every match begins so."""
    assert needed(pattern) == (tuple(sorted(words)), leads)


@pytest.mark.parametrize("pattern", ["[一-龥]{2,3}", "(?:签订)?.", "签订|"])
def test_a_pattern_that_needs_no_word_has_no_gate(pattern: str) -> None:
    """What may match without any certain word cannot be gated."""
    with pytest.raises(ValueError, match="no word"):
        needed(pattern)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_a_deed_matches_holds_one_of_its_words(data: st.DataObject) -> None:
    """No match is lost by the gate of a deed's pattern."""
    pattern = data.draw(st.sampled_from(DEEDS)).pattern
    said = data.draw(st.from_regex(pattern.pattern))
    matches = pattern.pattern.finditer(said)
    assert all(any(word in match.group() for word in pattern.words) for match in matches)


@pytest.mark.parametrize(
    "pattern", ["签.[^，。]{2}", "(?:当场)?签[订署]", "(?<![续重])签(?:订|署|订协议)", "签.{0,3}签"]
)
@given(text=st.text("签订署当场续重协议，。", max_size=30), data=st.data())
def test_a_gate_finds_what_its_pattern_finds(pattern: str, text: str, data: st.DataObject) -> None:
    """Tried at its words only, a pattern gives the same matches of a line as tried everywhere."""
    view = View(article((("paragraph", f"{text}。"),)))
    line = Span(data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text))))
    found = [match.span() for match in Gated(pattern).finditer(view, line)]
    assert found == [match.span() for match in re.compile(pattern).finditer(view.text, line.start, line.end)]


def test_lines_without_the_words_are_passed_over() -> None:
    """Only the line that holds a word of the gate is searched, and all its matches are given."""
    view = View(article((("paragraph", "全区召开会议。"), ("paragraph", "双方签订协议，又签署合同。"))))
    gated = Gated("签.[^，。]{2}")
    found = [match.group() for line in view.article.lines for match in gated.finditer(view, line.span)]
    assert found == [match.group() for match in re.finditer(gated.pattern, view.text)] == ["签订协议", "签署合同"]
    assert not list(gated.finditer(view, Span(0, 7)))


@pytest.mark.parametrize(
    ("pattern", "last"),
    [
        ("(?:任|担任)(?:过|了)?$", "任过了"),
        ("高新区$|(?:产业)?园$", "区园"),
        ("(?:同志)?(?:的|(?<=同志))$", "的志"),
        (r"[达为]+\Z", "达为"),
    ],
)
def test_the_last_characters_are_read_off_the_pattern(pattern: str, last: str) -> None:
    """What may stand before the end of a match is told by the pattern."""
    assert lasts(pattern) == frozenset(last)


@pytest.mark.parametrize("pattern", ["担任", "(?:担任)?$", "[^，]$", "甲$|乙"])
def test_a_pattern_that_may_end_anyhow_has_no_last_characters(pattern: str) -> None:
    """What does not end with certain characters at the end cannot be tried only behind them."""
    with pytest.raises(ValueError, match="does not end"):
        lasts(pattern)


@pytest.mark.parametrize("pattern", ["(?:任|担任)(?:过|了)?$", "高新区$|(?:产业)?园$", "(?:同志)?(?:的|(?<=同志))$"])
@given(text=st.text("任担过了高新区产业园同志的", max_size=12), data=st.data())
def test_an_ending_finds_what_its_pattern_finds(pattern: str, text: str, data: st.DataObject) -> None:
    """Behind other characters nothing could have matched."""
    start, end = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))
    found, plain = Ending(pattern).search(text, start, end), re.compile(pattern).search(text, start, end)
    assert (found and found.span()) == (plain and plain.span())


@given(text=st.text("签订署当场，", max_size=20), start=st.integers(0, 20), end=st.integers(0, 20))
def test_a_gate_matches_at_a_place_what_its_pattern_matches(text: str, start: int, end: int) -> None:
    """Where none of its words stands from there on, nothing could have matched."""
    view = View(article((("paragraph", f"{text}。"),)))
    found, plain = (
        Gated("[当场]{0,2}签[订署]").match(view, start, end),
        re.compile("[当场]{0,2}签[订署]").match(view.text, start, end),
    )
    assert (found and found.span()) == (plain and plain.span())
