"""How long something lasts: a day stretched to the duration or the end that the article states."""

from dataclasses import replace
from datetime import date, timedelta

from kg import expressions as re
from kg.annotating.numerals import last_numeral, number
from kg.model.facts import When

_DURATION = re.compile(
    r"(?:为期|历时|持续|连续|前后)(?P<number>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个?昼夜|天|日(?![本报])|周|个?星期)"
)
_UNTIL = re.compile(
    r"(?:至|到|持续至|持续到|延续至)(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?=结束|闭幕|落幕|止|收官|$|[，。])"
)

_CLOSES = re.compile(r"落幕|闭幕|落下帷幕|收官|圆满结束")

_LASTING = re.compile(r"(?:拘留|羁押|为期|历时|公示期?|停业|停产|整顿|工期|展期|会期|假期)了?[近约共满]?$")


def lasts(text: str, start: int) -> bool:
    """Tell whether days that are counted begin there, no day of the month: 行政拘留|10日."""
    return _LASTING.search(text, max(0, start - 5), start) is not None


def extended(when: When, words: str) -> When:
    """Stretch a single day to the duration or end that the words state: 8月21日 … 为期6天 is 21 to 26 August.

    `words` is what the article says around the event; without a duration in it the time stays as it is.
    """
    if when.earliest is None or when.precision != "day" or when.earliest != when.latest:
        return when
    last = _stated_end(when.earliest, words) or _after_duration(when.earliest, words)
    if last is not None and _CLOSES.search(words) and _DURATION.search(words):  # 25日，历时4天的大会落幕
        return replace(when, earliest=when.earliest - (last - when.earliest))
    if last is None or last <= when.earliest:
        return when
    return replace(when, latest=last)


def _after_duration(first: date, words: str) -> date | None:
    match = _DURATION.search(words)
    if match is None or not last_numeral(match["number"]):
        return None
    days = {"周": 7, "期": 7}.get(match["unit"][-1], 1)
    return first + timedelta(days=int(number(match["number"])) * days - 1)


def _stated_end(first: date, words: str) -> date | None:
    match = _UNTIL.search(words)
    if match is None:
        return None
    try:
        return date(first.year, int(match["month"] or first.month), int(match["day"]))
    except ValueError:
        return None
