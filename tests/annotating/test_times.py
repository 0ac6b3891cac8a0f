"""Times: forms, years that are not printed, days told by other days, durations."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotating.durations import extended
from kg.annotating.scenes import scene_day
from kg.annotating.times import find_times
from kg.annotating.view import View
from kg.model.facts import When
from kg.model.source import Span
from tests.stories import article

PUBLISHED = date(2031, 8, 24)


def seen(*paragraphs: str, published: date | None = PUBLISHED) -> View:
    """Return an article of these paragraphs as the grammars see it."""
    return View(article(tuple(("paragraph", words) for words in paragraphs), published=published))


def days(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """Return first and last day of each time in the text, in order; empty where it fixes none."""
    return [(str(when.earliest or ""), str(when.latest or "")) for when in find_times(seen(text, published=published))]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2030年5月3日，大会召开。", "2030-05-03", "2030-05-03"),
        ("8月20日上午，大会召开。", "2031-08-20", "2031-08-20"),
        ("８月２０日，大会召开。", "2031-08-20", "2031-08-20"),
        ("二〇三〇年五月三日，大会召开。", "2030-05-03", "2030-05-03"),
        ("2030-05-03，大会召开。", "2030-05-03", "2030-05-03"),
        ("6月12日至13日，考察团来访。", "2031-06-12", "2031-06-13"),
        ("6月30日—7月2日，考察团来访。", "2031-06-30", "2031-07-02"),
        ("7月16日20时至17日14时，暴雨来袭。", "2031-07-16", "2031-07-17"),
        ("1至7月，经济运行平稳。", "2031-01-01", "2031-07-31"),
        ("今年前7个月，经济运行平稳。", "2031-01-01", "2031-07-31"),
        ("上半年，经济运行平稳。", "2031-01-01", "2031-06-30"),
        ("去年前三季度，经济运行平稳。", "2030-01-01", "2030-09-30"),
        ("今年第二季度，经济运行平稳。", "2031-04-01", "2031-06-30"),
        ("2029年年初，项目启动。", "2029-01-01", "2029-01-31"),
        ("7月中下旬，连降暴雨。", "2031-07-11", "2031-07-31"),
        ("去年以来，审结案件。", "2030-01-01", "2031-08-24"),
        ("去年8月，项目启动。", "2030-08-01", "2030-08-31"),
        ("2028年至2030年，连年丰收。", "2028-01-01", "2030-12-31"),
        ("昨日下午，大会召开。", "2031-08-23", "2031-08-23"),
        ("上周五，大会召开。", "2031-08-15", "2031-08-15"),
        ("本月，大会召开。", "2031-08-01", "2031-08-31"),
        ("上月12日，大会召开。", "2031-07-12", "2031-07-12"),
        ("国庆节当天，大会召开。", "2031-10-01", "2031-10-01"),
        ("20日，大会召开。", "2031-08-20", "2031-08-20"),
        ("28日，大会召开。", "2031-08-28", "2031-08-28"),
        ("9月，区里将召开大会。", "2031-09-01", "2031-09-30"),
        ("2030年11月至2031年3月，召开大会。", "2030-11-01", "2031-03-31"),
        ("去年12月底至今年1月，召开大会。", "2030-12-21", "2030-12-31"),
        ("去冬以来，召开大会。", "2030-12-01", "2031-08-24"),
        ("今春，召开大会。", "2031-03-01", "2031-05-31"),
        ("开年以来，召开大会。", "2031-01-01", "2031-08-24"),
    ],
)
def test_a_time_is_resolved(text: str, first: str, last: str) -> None:
    """Each form gives its first and last day, by the date of publication."""
    assert days(text)[0] == (first, last)


@pytest.mark.parametrize("word", ["近日", "连日来", "目前", "春节前夕", "近年来", "日前"])
def test_a_vague_time_stays_as_written(word: str) -> None:
    """What fixes no day has no day."""
    (when,) = find_times(seen(f"{word}，志愿者走进社区。"))
    assert (when.as_written, when.earliest, when.precision) == (word, None, "vague")


@pytest.mark.parametrize(
    "text",
    [
        "13月5日，",
        "2月30日，",
        "中央一号文件，",
        "三月来四月走，",
        "第9号公告，",
        "100日元，",
        "每周五个小时，",
        "农历四月初八，",
        "行政拘留10日，",
        "每年5月18日，",
    ],
)
def test_what_is_no_date_gives_no_day(text: str) -> None:
    """Numbers beside the signs of dates are not always dates."""
    assert not [pair for pair in days(text) if pair[0]]


def test_a_month_to_come_is_last_years_unless_it_is_announced() -> None:
    """In a paper of January a December is last year's, and one that is announced is still to come."""
    january = date(2031, 1, 6)
    assert days("12月28日，大会召开。", january) == [("2030-12-28", "2030-12-28")]
    assert days("28日，大会召开。", date(2031, 1, 3)) == [("2030-12-28", "2030-12-28")]
    assert days("大会将于12月28日召开。", january) == [("2031-12-28", "2031-12-28")]
    assert days("体检将于2月上旬开始。", date(2030, 9, 1)) == [("2031-02-01", "2031-02-10")]


def test_the_same_day_and_year_are_those_named_last() -> None:
    """当日, 次日 and 当年 look back at what the article named."""
    told = days("2029年3月5日，书店开张。当日，顾客盈门。次日，再开一家。当年年底，已有五家。")
    assert told == [("2029-03-05",) * 2, ("2029-03-05",) * 2, ("2029-03-06",) * 2, ("2029-12-01", "2029-12-31")]


def test_a_bare_day_is_in_the_month_that_was() -> None:
    """A deadline to come does not move the month of the report."""
    assert days("8月6日，水位上涨。9月10日前完成加固。7日上午，巡查继续。")[-1] == ("2031-08-07",) * 2


def test_without_a_date_of_publication_nothing_is_guessed() -> None:
    """A day without a year stays vague where nothing gives the year."""
    assert days("8月20日，大会召开。昨日，大会闭幕。", None) == [("", ""), ("", "")]


def test_what_was_resolved_names_its_anchor() -> None:
    """A time that the words state in full has no anchor, any other the date of publication."""
    full, relative = find_times(seen("2030年5月3日开工，去年竣工。"))
    assert (full.anchor, relative.anchor) == (None, PUBLISHED)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2060, 12, 31)))
def test_a_full_date_is_itself(day: date) -> None:
    """Whatever the day of publication, a date in full is that day."""
    assert days(f"{day.year}年{day.month}月{day.day}日，大会召开。") == [(str(day), str(day))]


@given(st.text(alphabet="0123456789年月日至、前今去上半季度第三一十号当次旬底初", max_size=40))
def test_any_signs_of_dates_are_read_without_harm(words: str) -> None:
    """Times never overlap and their first day is not after their last."""
    found = find_times(seen(words or "空"))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(when.earliest <= when.latest for when in found if when.earliest and when.latest)


DAY = When(as_written="8月21日", span=Span(0, 5), earliest=date(2031, 8, 21), latest=date(2031, 8, 21), precision="day")


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("启动为期6天的整治行动", date(2031, 8, 26)),
        ("比赛历时三天", date(2031, 8, 23)),
        ("展览为期一周", date(2031, 8, 27)),
        ("至８月３０日结束", date(2031, 8, 30)),
        ("启动整治行动", date(2031, 8, 21)),
    ],
)
def test_a_day_is_stretched_by_a_stated_duration(words: str, last: date) -> None:
    """What lasts six days from the 21st ends on the 26th."""
    assert extended(DAY, words).latest == last


def test_what_is_said_on_the_scene_is_of_its_day() -> None:
    """会上 goes on with the day that the report named; an earlier year does not."""
    view = seen("8月20日，大会召开。", "会上，两家企业签约。", "此前的会上，一家企业签约。")
    whens = find_times(view)
    scene = scene_day(view, Span(view.text.index("两家"), view.text.index("两家") + 2), whens)
    assert scene is not None
    assert scene.earliest == date(2031, 8, 20)
    assert scene_day(view, Span(view.text.index("一家"), view.text.index("一家") + 2), whens) is None
