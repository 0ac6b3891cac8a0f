"""Rolls of people: rows that stay apart, and lines that are none."""

from kg.segmenting import segment
from tests.repairing.test_repair import clean, texts

ROLL = "林静　云溪县水利局副局长\n何澄（女）　柳溪村党支部书记\n周  强　云溪县第一中学教师\n"


def test_the_rows_of_a_roll_stay_apart() -> None:
    """Each row is a paragraph; one space parts the name from what its bearer is."""
    assert texts("云溪县优秀共产党员名单\n" + ROLL) == [
        "云溪县优秀共产党员名单",
        "林静 云溪县水利局副局长",
        "何澄（女） 柳溪村党支部书记",
        "周强 云溪县第一中学教师",
    ]
    article = segment(clean("云溪县优秀共产党员名单\n" + ROLL))[0]
    assert [line.role for line in article.lines] == ["headline", "paragraph", "paragraph", "paragraph"]


def test_a_wrapped_row_goes_on() -> None:
    """The end of a row that did not fit its column is joined to it."""
    assert texts(ROLL + "陈小满　云溪县人民医院急诊科护\n士长\n")[-1] == "陈小满 云溪县人民医院急诊科护士长"


def test_two_rows_or_lines_without_titles_are_no_roll() -> None:
    """What only looks like a row is read as before."""
    assert all(block.role is None for block in clean("\n".join(ROLL.splitlines()[:2])).blocks)
    verses = "云深　不知白鹭何处去\n江阔　只见青山入梦来\n白头　犹唱渔歌到天明\n"
    assert all(block.role is None for block in clean(verses).blocks)
