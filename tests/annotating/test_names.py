"""Where names begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotating.names import is_name, name_end
from kg.annotating.view import View
from tests.annotating.told import tell
from tests.stories import article


def end_of(text: str, start: int) -> str | None:
    """Return the name that begins at an offset of a text, None where none does."""
    view = View(article((("paragraph", text),)))
    end = name_end(view, start, len(text))
    return None if end is None else text[start:end]


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("区委书记", "陈望舒", "主持会议。"),
        ("区长", "陆远", "在会上说，好。"),
        ("副区长", "欧阳清", "出席。"),
        ("旗长", "巴雅尔", "，副旗长布和到会。"),
        ("副州长", "尼玛才让", "致辞。"),
        ("县长", "卓玛央金", "带队调研。"),
        ("乡长", "仁青加", "强调，要护林。"),
        ("乡长", "多杰太", "介绍情况。"),
        ("局长", "买买提·吐尔逊", "介绍了情况。"),
        ("书记", "林为", "强调，要抓紧。"),
        ("护士", "周静", "留下一封信。"),
        ("主任", "高　远", "到会。"),
        ("调研员", "钟日升", "到场。"),
        ("院长", "麴义", "、护士长林静到场。"),
    ],
)
def test_a_name_ends_where_what_follows_says_so(before: str, name: str, after: str) -> None:
    """Han, compound, transcribed, dotted and spaced names end before the verb or sign behind them."""
    assert end_of(before + name + after, len(before)) == name


@pytest.mark.parametrize("words", ["强调要求", "和村民一起", "高度重视", "应邀出席", "向大家问好", "周日上午"])
def test_ordinary_words_that_begin_like_a_surname_are_no_names(words: str) -> None:
    """强, 和, 高, 应 and 向 are surnames too; the words are not names."""
    assert end_of("书记" + words + "。", 2) is None


@pytest.mark.parametrize("words", ["郑重表示", "全程参加", "严肃指出", "高兴地说", "温和地介绍", "平时坚持巡河"])
def test_how_and_when_something_is_done_is_no_name(words: str) -> None:
    """Words that begin with a surname and stand before a verb, with 地 or without, are no names."""
    assert end_of("局长" + words + "。", 2) is None


def test_a_word_for_how_something_is_done_may_be_a_name_before_a_sign() -> None:
    """Somebody may be called 庄严."""
    assert end_of("局长庄严，副局长林静到会。", 2) == "庄严"


@pytest.mark.parametrize("name", ["陈望舒", "陆远", "欧阳清", "巴雅尔"])
def test_whole_names_have_the_form_of_one(name: str) -> None:
    """A name alone is told by its form."""
    assert is_name(name)


@pytest.mark.parametrize("word", ["主持", "强调", "女士", "A区", ""])
def test_words_and_scraps_have_not(word: str) -> None:
    """Words of the dictionary, letters and nothing are no names."""
    assert not is_name(word)


def test_a_known_name_is_found_again_wherever_it_stands() -> None:
    """Later mentions need no post; a part of another word is none."""
    told = tell("区委书记陈望舒到会。陈望舒指出，要久久为功。望舒路已通车。")
    assert len(told.things("person")["陈望舒"].mentions) == 2


def test_a_name_that_is_a_word_counts_again_only_where_a_name_may_stand() -> None:
    """A director called 高峰 is not every peak of the article."""
    told = tell("区教育局局长高峰出席。高峰说，迎来客流高峰期。")
    assert len(told.things("person")["高峰"].mentions) == 2


@given(st.text(alphabet="王李欧阳小明强·（），、 　的和局长主持A1", max_size=30), st.integers(0, 29))
def test_a_name_never_passes_the_limit_nor_is_shorter_than_two(text: str, start: int) -> None:
    """Whatever the text, a name has two characters at least and ends within it."""
    if start < len(text) and "\n" not in text:
        found = end_of(text, start)
        assert found is None or (len(found) >= 2 and start + len(found) <= len(text))


def test_a_good_teacher_that_is_looked_for_is_nobody() -> None:
    """寻访荆楚好老师: 荆楚好 is no name."""
    assert tell("区里举办“寻访荆楚好老师”活动。林小满老师到场。").labels("person") == ["林小满"]
