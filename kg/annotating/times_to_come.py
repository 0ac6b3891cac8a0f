"""Years, days and parts of months that an article names and that lie ahead of its paper."""

from collections.abc import Iterator
from datetime import date

from kg import expressions as re
from kg.annotating.durations import lasts
from kg.annotating.view import View
from kg.model.source import Span

_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_DAY = re.compile(
    r"(?<![\d到—－~年-])(?<!(?<!截)至)(?:(\d{1,2})月(?:(\d{1,2})[日号]|([上中下]旬|底))|(?<![月第近约多、和])(\d{1,2})日(?![内游间后均前]))"
)
_MONTH = re.compile(r"(\d{1,2})月")
_TENTHS = {"上旬": 1, "中旬": 11, "下旬": 21, "底": 28}
_AHEAD = 60
"""Days ahead of the paper within which a day without a year is one to come, as in `intervals`."""
_AHEAD_BARE = 7
"""Days ahead of the paper within which a day without a month is one to come."""


def times_to_come(view: View) -> Iterator[Span]:
    """Give the years and days to come that are named in an article."""
    yield from _years_to_come(view)
    yield from _days_to_come(view)


def _years_to_come(view: View) -> Iterator[Span]:
    """Give the years after that of publication: 到2035年."""
    published = view.article.published
    if published is not None:
        for match in _YEAR.finditer(view.text):
            if int(match[1]) > published.year:
                yield Span(match.start(), match.end())


def _days_to_come(view: View) -> Iterator[Span]:
    """Give the days and parts of months soon after that of publication: 6月20日, 7月中旬, 26日 with no month before."""
    published = view.article.published
    if published is not None:
        for match in _DAY.finditer(view.text):
            try:
                of_month = int(match[2] or match[4] or _TENTHS[match[3]])
                day = date(published.year, int(match[1] or published.month), of_month)
            except ValueError:
                continue
            if 0 < (day - published).days <= (_AHEAD if match[1] else _AHEAD_BARE) and (
                match[1] or _is_of_this_month(view, match.start(), published.month)
            ):
                yield Span(match.start(), match.end())


def _is_of_this_month(view: View, start: int, month: int) -> bool:
    """Tell whether a bare day is no number of days (拘留26日) and its line names no other month before."""
    before = view.text[view.line(start).start : start]
    named = _MONTH.search(before[max(0, before.rfind("月") - 2) :])
    return (named is None or int(named[1]) == month) and not lasts(view.text, start)
