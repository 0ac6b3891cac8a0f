"""From the parts of a time to its first and last day, by the article's date and the times named before it."""

import calendar as months
import re
from collections.abc import Callable
from datetime import date, timedelta

from kg.annotating.numerals import chinese_integer
from kg.model.facts import Precision

Days = tuple[date, date]
Resolved = tuple[Days | None, Precision, date | None]
"""First and last day (None where the words fix none), precision, and the date it was resolved from."""
_AHEAD = timedelta(days=60)
"""What lies further ahead of the paper than this is last year's: a December meeting reported in January."""
_SOON = timedelta(days=7)
"""A bare day that lies no further ahead is one of this month."""
_FEASTS = {
    "元旦": (1, 1),
    "三八": (3, 8),
    "植树": (3, 12),
    "五一": (5, 1),
    "六一": (6, 1),
    "七一": (7, 1),
    "八一": (8, 1),
    "教师": (9, 10),
    "十一": (10, 1),
    "国庆": (10, 1),
}
_YEARS = {"去年": -1, "去": -1, "上年": -1, "上年度": -1, "前年": -2, "明年": 1, "后年": 2}
_AFTER_NAMED = {"当年": 0, "同年": 0, "次年": 1, "翌年": 1}


class Groups:
    """The parts of a time as matched, by name; a part that is not there reads as empty."""

    def __init__(self, match: re.Match[str]) -> None:
        self.parts = {key: value for key, value in match.groupdict().items() if value}

    def __contains__(self, key: str) -> bool:
        return key in self.parts

    def __getitem__(self, key: str) -> str:
        return self.parts.get(key, "")

    def number(self, key: str) -> int:
        """Return the part as an integer. Raises `ValueError` where it is none."""
        return chinese_integer(self.parts[key])


class Calendar:
    """The date of publication, that of the dateline, and what was named last: a day that has been, and a year."""

    def __init__(self, published: date | None, written: date | None = None) -> None:
        self.published = published
        self.written = written or published
        self.day: date | None = None
        self.year: int | None = None
        self.month: tuple[int, int] | None = None

    def resolve(self, name: str, parts: Groups, *, since: bool, planned: bool) -> Resolved | None:
        """Resolve a time of the form `name`; None where the words are no date (13月)."""
        try:
            days, precision, anchored = self._days(name, parts, planned=planned)
        except (ValueError, OverflowError):
            return None
        if days is None:
            return None, "vague", None
        self._remember(days, precision)
        if since and self.published is not None and days[0] <= self.published:
            days, anchored = (days[0], self.published), True
        told = self.written if name == "relative-day" else self.published
        return days, precision, told if anchored else None

    def _remember(self, days: Days, precision: Precision) -> None:
        self.year = days[0].year
        if precision in {"day", "month"} and (self.published is None or days[0] <= self.published):
            self.month = days[0].year, days[0].month
        if precision == "day" and (self.published is None or days[0] <= self.published):
            self.day = days[1]

    def _days(self, name: str, parts: Groups, *, planned: bool) -> tuple[Days | None, Precision, bool]:
        if name in _FROM_CONTEXT:
            return _FROM_CONTEXT[name](self, parts)
        year, anchored = self._year(parts)
        if year is None or name == "vague":
            return None, "vague", False
        days, precision = _FORMS[name](year, parts)
        told = any(key in parts for key in ("year", "short", "relyear"))
        return (
            (days if told or name in {"part", "half", "quarter"} else self._nearest(days, planned=planned)),
            precision,
            anchored,
        )

    def _nearest(self, days: Days, *, planned: bool) -> Days:
        """Choose the year of a time without one: the paper's, or the one next to it."""
        assert self.published is not None
        if planned:
            return _shift(days, 1) if days[1] < self.published - _AHEAD else days
        return _shift(days, -1) if days[0] > self.published + _AHEAD else days

    def _year(self, parts: Groups) -> tuple[int | None, bool]:
        if "year" in parts:
            return parts.number("year"), False
        if "short" in parts:
            short = int(parts["short"])
            century = 2000 if self.published is None or short <= self.published.year % 100 + 10 else 1900
            return century + short, False
        relative = parts["relyear"]
        if relative in _AFTER_NAMED:
            return (None if self.year is None else self.year + _AFTER_NAMED[relative]), False
        return (None if self.published is None else self.published.year + _YEARS.get(relative, 0)), True

    def same_day(self, parts: Groups) -> tuple[Days | None, Precision, bool]:
        """Resolve 当日, 次日, 第三天 from the day named last."""
        if self.day is None:
            return None, "vague", False
        shift = {"次": 1, "翌": 1}.get(parts["same"][0], {"第二天": 1, "第三天": 2}.get(parts["same"], 0))
        day = self.day + timedelta(days=shift)
        return (day, day), "day", False

    def relative_day(self, parts: Groups) -> tuple[Days | None, Precision, bool]:
        """Resolve 昨日, 今天, 明天 from the date of the dateline, else of publication."""
        if self.written is None:
            return None, "vague", False
        words = parts["relday"]
        day = self.written + timedelta(
            days=-3 if words[0] == "大" else {"昨": -1, "今": 0, "明": 1, "前": -2, "后": 2}[words[0]]
        )
        return (day, day), "day", True

    def week(self, parts: Groups) -> tuple[Days | None, Precision, bool]:
        """Resolve 上周五, 本周, 下周末 from the date of publication; a week begins on Monday."""
        if self.published is None:
            return None, "vague", False
        monday = (
            self.published
            - timedelta(days=self.published.weekday())
            + timedelta(weeks={"上": -1, "本": 0, "下": 1}[parts["week"][0]])
        )
        if "weekday" not in parts:
            return (monday, monday + timedelta(days=6)), "day", True
        if parts["weekday"] == "末":
            return (monday + timedelta(days=5), monday + timedelta(days=6)), "day", True
        day = monday + timedelta(days="一二三四五六日天".index(parts["weekday"]) if parts["weekday"] != "天" else 6)
        return (day, day), "day", True

    def relative_month(self, parts: Groups) -> tuple[Days | None, Precision, bool]:
        """Resolve 本月, 上月12日, 当月 from the date of publication, or from the month named last."""
        words = parts["relmonth"]
        named = words[0] in "当同次"
        base = self.month if named else (self.published and (self.published.year, self.published.month))
        if not base:
            return None, "vague", False
        year, month = divmod(base[0] * 12 + base[1] - 1 + {"上": -1, "下": 1, "次": 1}.get(words[0], 0), 12)
        if "day" in parts:
            day = date(year, month + 1, int(parts["day"]))
            return (day, day), "day", not named
        days, precision = within_month(year, month + 1, parts["decade"])
        return days, precision, not named

    def bare_day(self, parts: Groups) -> tuple[Days | None, Precision, bool]:
        """Resolve 16日 and 16日至18日 in the month named last, else in the last that had such a day or soon will."""
        first, last = int(parts["day"]), int(parts["day2"]) if "day2" in parts else int(parts["day"])
        base = self.month or (self.published and (self.published.year, self.published.month))
        if not base or last < first:
            return None, "vague", False
        days = date(*base, first), date(*base, last)
        if self.month is None and self.published is not None and days[0] > self.published + _SOON:
            year, month = divmod(base[0] * 12 + base[1] - 2, 12)
            days = date(year, month + 1, first), date(year, month + 1, last)
        return days, "day", True

    def festival(self, parts: Groups) -> tuple[Days | None, Precision, bool]:
        """Resolve the day of a festival that has a fixed one (今年元旦, 国庆节当天); those of the moon stay vague."""
        feast = parts["festival"] or parts["feast"]
        at = parts["at"] or parts["at2"]
        known = next((day for word, day in _FEASTS.items() if word in feast), None)
        year, anchored = self._year(parts)
        if known is None or year is None or at not in {"", "当天", "当日"}:
            return None, "vague", False
        day = date(year, *known)
        return (day, day), "day", anchored


_FROM_CONTEXT: dict[str, Callable[[Calendar, Groups], tuple[Days | None, Precision, bool]]] = {
    "same-day": Calendar.same_day,
    "relative-day": Calendar.relative_day,
    "week": Calendar.week,
    "relative-month": Calendar.relative_month,
    "bare-day": Calendar.bare_day,
    "bare-day-range": Calendar.bare_day,
    "festival": Calendar.festival,
}


def month_days(year: int, month: int) -> Days:
    """Return the first and the last day of a month. Raises `ValueError` where there is no such month."""
    first = date(year, month, 1)
    return first, first.replace(day=months.monthrange(year, month)[1])


def within_month(year: int, month: int, decade: str) -> tuple[Days, Precision]:
    """Return the days of a month or of a part of it: 上旬, 中下旬, 月初, 月底."""
    first, last = month_days(year, month)
    cuts = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (11, 20), "上中旬": (1, 20)}
    if decade in cuts:
        first, last = first.replace(day=cuts[decade][0]), first.replace(day=cuts[decade][1])
    elif decade:
        first = first.replace(day=11 if decade == "中下旬" else 21)
    return (first, last), "month"


def _day(year: int, parts: Groups) -> tuple[Days, Precision]:
    day = date(year, parts.number("month"), parts.number("day"))
    return (day, day), "day"


def _day_range(year: int, parts: Groups) -> tuple[Days, Precision]:
    first = date(year, parts.number("month"), parts.number("day"))
    month = parts.number("month2") if "month2" in parts else first.month
    last = date(parts.number("year2") if "year2" in parts else year, month, parts.number("day2"))
    return (first, _shift((last, last), 1)[0] if last < first else last), "day"


def _month(year: int, parts: Groups) -> tuple[Days, Precision]:
    words = parts["month_alone"].rstrip("月份") if "month_alone" in parts else parts["month"]
    return within_month(year, chinese_integer(words), parts["decade"])


def _month_range(year: int, parts: Groups) -> tuple[Days, Precision]:
    end = parts.number("year2") if "year2" in parts else year
    first, last = month_days(year, parts.number("month"))[0], month_days(end, parts.number("month2"))[1]
    if last < first:
        raise ValueError("范围的终点早于起点 (a range that ends before it begins)")
    return (first, last), "month"


def _quarter(year: int, parts: Groups) -> tuple[Days, Precision]:
    quarter = "一二三四1234".index(parts["quarter"]) % 4
    return (date(year, quarter * 3 + 1, 1), month_days(year, quarter * 3 + 3)[1]), "quarter"


def _half(year: int, parts: Groups) -> tuple[Days, Precision]:
    first = 1 if parts["half"] == "上半年" else 7
    return (date(year, first, 1), month_days(year, first + 5)[1]), "half-year"


def _part(year: int, parts: Groups) -> tuple[Days, Precision]:
    words = parts["yearpart"]
    if words[0] == "冬":
        return (date(year, 12, 1), month_days(year + 1, 2)[1]), "season"
    if words[0] in "春夏秋":
        first = {"春": 3, "夏": 6, "秋": 9}[words[0]]
        return (date(year, first, 1), month_days(year, first + 2)[1]), "season"
    return month_days(year, 1 if words in {"年初", "初", "开年"} else 12), "month"


def _whole_year(year: int, parts: Groups) -> tuple[Days, Precision]:
    return (date(year, 1, 1), date(parts.number("year2") if "year2" in parts else year, 12, 31)), "year"


_FORMS: dict[str, Callable[[int, Groups], tuple[Days, Precision]]] = {
    "day": _day,
    "numeric": _day,
    "day-range": _day_range,
    "month": _month,
    "decade": _month,
    "month-range": _month_range,
    "first-months": lambda year, parts: ((date(year, 1, 1), month_days(year, parts.number("months"))[1]), "month"),
    "quarter": _quarter,
    "quarters": lambda year, parts: (
        (date(year, 1, 1), month_days(year, 9 if parts["quarters"] == "三" else 6)[1]),
        "quarter",
    ),
    "half": _half,
    "part": _part,
    "year": _whole_year,
    "relative-year": _whole_year,
    "year-range": _whole_year,
}


def _shift(days: Days, years: int) -> Days:
    """Move days by whole years; 29 February becomes the 28th."""
    moved = []
    for day in days:
        leap = day.month == 2 and day.day == 29
        moved.append(day.replace(year=day.year + years, day=28 if leap else day.day))
    return moved[0], moved[1]
