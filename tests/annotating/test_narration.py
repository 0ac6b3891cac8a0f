"""What tells that something happened: a word of report, or the report that a sentence goes on from."""

import pytest

from tests.annotating.told import tell


def modality(*paragraphs: str, counted: str = "20名", headline: str = "青禾区新闻") -> str:
    """Return the modality of a figure of an article."""
    (figure,) = (f for f in tell(*paragraphs, headline=headline).facts.figures if f.as_written == counted)
    return figure.modality


@pytest.mark.parametrize(
    "sentence",
    [
        "首期学员20名。",
        "本次招募志愿者20名。",
        "评选结束后，奖励园丁20名。",
        "全年培育工匠20名。",
        "荷花节9月开幕，歌手20名。",
        "家里每年收徒弟20名。",
        "要是办成了，学员20名。",
        "活动内容：表彰园丁20名。",
    ],
)
def test_nothing_has_happened_that_no_words_report(sentence: str) -> None:
    """A notice, a list of what is to be done, a habit and a condition tell of nothing that was."""
    assert modality(sentence) != "happened"


@pytest.mark.parametrize(
    "sentence",
    [
        "昨日，园丁20名。",
        "8月20日，学员20名。",
        "8月20日清晨6时许，学员20名。",
        "学校招到了园丁20名。",
        "共招园丁20名。",
        "区教育局表彰园丁20名。",
        "教师林小满带队，学员20名。",
        "区教育局在礼堂表彰园丁20名。",
        "青禾区现有园丁20名。",
    ],
)
def test_words_of_report_tell_what_happened(sentence: str) -> None:
    """A time that has been, 了, a word of result, and a verb of reporting behind somebody who acts."""
    assert modality(sentence) == "happened"


def test_a_sentence_goes_on_as_those_before_it_do() -> None:
    """Within a paragraph the last sentence that shows anything counts, at its head any report before it."""
    assert modality("8月20日，区教育局举行荷花节。学员20名。") == "happened"
    assert modality("8月20日，区教育局举行荷花节。", "学员20名。") == "happened"
    assert modality("8月20日，区教育局举行荷花节。下月，茶会将举行。学员20名。") == "planned"


def test_what_leads_up_to_a_report_belongs_to_it() -> None:
    """An opening that shows nothing is told of as the next sentence that does."""
    assert modality("学员20名，一间教室。8月20日，区教育局举行荷花节。") == "happened"
    assert modality("学员20名，一间教室。荷花节将于9月举行。") == "planned"


def test_titles_tell_what_their_articles_tell() -> None:
    """A headline needs no word of report."""
    assert modality("荷花节将于9月举行。", headline="青禾区园丁20名") == "happened"
