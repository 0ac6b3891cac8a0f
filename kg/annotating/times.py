"""Times as reported: dates, ranges, months, quarters, half-years, and vague ones; resolved against the article's date."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg.annotating.numerals import chinese_integer
from kg.annotating.view import View
from kg.model.facts import Precision, When
from kg.model.source import Span

_D = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_Y = r"(?:(?P<year>(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年(?:度)?|(?P<relyear>今年|去年|前年|明年|本年|当年|同年))"
_PART = r"(?:清晨|凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|深夜|夜)"
_DAY = rf"(?P<day>{_D})[日号]"
_PATTERNS: tuple[tuple[str, str], ...] = (
    # 6月12日至13日, 6月12日至7月3日, 6月12-13日
    (
        "day-range",
        rf"{_Y}?(?P<month>{_D})月(?P<day>{_D})[日号]?{_PART}?(?:至|到|—|－|-|~|～)(?:(?P<month2>{_D})月)?(?P<day2>{_D})[日号]",
    ),
    ("day", rf"{_Y}?(?P<month>{_D})月(?P<day>{_D})[日号]{_PART}?"),
    ("month-range", rf"{_Y}?(?P<month>{_D})月?(?:至|到|—|－|-|~|～)(?P<month2>{_D})月(?:份|底|末)?"),
    ("decade", rf"{_Y}?(?P<month>{_D})月(?:份)?(?P<decade>上旬|中旬|下旬|中下旬|上中旬|初|底|末|中)"),
    ("month", rf"{_Y}?(?P<month>{_D})月(?:份)?(?!\d|[一二三四五六七八九十]+[日号])"),
    ("quarter", rf"{_Y}?第?(?P<quarter>[一二三四1234])季度"),
    ("quarters", rf"{_Y}?前(?P<quarters>[二三两])季度"),
    ("half", rf"{_Y}?(?P<half>上半年|下半年)"),
    ("year-start", rf"{_Y}(?P<yearpart>年初|初|年底|底|年末|末|岁末|春|夏|秋|冬)"),
    ("year-range", r"(?P<year>(?:19|20)\d\d)年?(?:至|到|—|－|-|~|～)(?P<year2>(?:19|20)\d\d)年"),
    ("year", r"(?P<year>(?:19|20)\d\d)年(?:度)?(?!\d)"),
    ("since", r"(?P<relyear>今年|去年|前年)以来"),
    ("relative-year", r"(?P<relyear>今年|去年|前年|明年)"),
    ("relative-month", r"(?P<relmonth>本月|上月|上个月|下月|下个月)(?:(?P<day>\d{1,2})[日号])?"),
    ("relative-day", rf"(?P<relday>昨日|昨天|昨|今日|今天|明日|明天|前天|前日){_PART}?(?![年以])"),
    ("bare-day", rf"(?<![\d月])(?P<day>\d{{1,2}})日{_PART}?(?![均常益电讯])"),
    ("same-day", rf"(?P<same>当日|当天|同日|是日|次日|翌日|第二天){_PART}?"),
    (
        "vague",
        r"(?:近日|日前|近期|最近|近来|连日来|不久前|前不久|目前|截至目前|今年以来|近年来|此前|春节前夕|节前|节日期间|春节期间|国庆期间|暑假期间|寒假期间|每天|每周|每月|每年)",
    ),
)
_REGEX = [(name, re.compile(pattern)) for name, pattern in _PATTERNS]
_HINT = re.compile(r"[年月日号天昨今明前近旬季度期久目此]")
_NO_CLAIM = re.compile(r"(?:截至|截止)$")


def find_times(view: View) -> tuple[When, ...]:
    """Find the times in an article, in order, none overlapping another."""
    found: list[When] = []
    for line in view.article.lines:
        found.extend(_in_line(view, line.span, found))
    return tuple(found)


def _in_line(view: View, line: Span, before: list[When]) -> Iterator[When]:
    taken: list[tuple[int, int, str, re.Match[str]]] = []
    for name, regex in _REGEX:
        for match in regex.finditer(view.text, line.start, line.end):
            if all(match.end() <= start or match.start() >= end for start, end, _, _ in taken):
                taken.append((match.start(), match.end(), name, match))
    context = Context(view.article.published, before)
    for start, end, name, match in sorted(taken, key=lambda item: item[0]):
        when = context.resolve(name, match, Span(start, end))
        if when is not None:
            yield when


class Context:
    """What dates without year or month are resolved from: the date of publication and the last date that was named."""

    def __init__(self, published: date | None, before: list[When]) -> None:
        self.published = published
        dated = [when for when in before if when.earliest is not None and when.precision == "day"]
        self.last = dated[-1].earliest if dated else None

    def resolve(self, name: str, match: re.Match[str], span: Span) -> When | None:
        """Turn a match into a time; None where the words are no date (13月)."""
        groups = {key: value for key, value in match.groupdict().items() if value}
        try:
            days, precision, anchored = self._days(name, groups)
        except ValueError:
            return None
        if days and precision == "day":
            self.last = days[0]
        anchor = self.published if anchored and days else None
        first, last = days if days else (None, None)
        return When(
            as_written=match.group(), span=span, earliest=first, latest=last, precision=precision, anchor=anchor
        )

    def _days(self, name: str, g: dict[str, str]) -> tuple[tuple[date, date] | None, Precision, bool]:
        if name == "vague":
            return None, "vague", False
        if name in {"relative-day", "same-day", "bare-day", "relative-month"}:
            return self._relative(name, g)
        year, anchored = self._year(g)
        if year is None:
            return None, "vague", False
        first, last, precision = _interval(name, g, year)
        if "year" not in g and "relyear" not in g and self.published and first > self.published + timedelta(days=60):
            # A December meeting reported in January; what lies further ahead is last year's.
            first, last = _shift(first, -1), _shift(last, -1)
        return (first, last), precision, anchored

    def _year(self, g: dict[str, str]) -> tuple[int | None, bool]:
        if "year" in g:
            return chinese_integer(g["year"]), False
        relative = g.get("relyear", "")
        if relative in {"当年", "同年"}:
            return (self.last.year if self.last else None), False
        shift = {"去年": -1, "前年": -2, "明年": 1}.get(relative, 0)
        return (self.published.year + shift if self.published else None), True

    def _relative(self, name: str, g: dict[str, str]) -> tuple[tuple[date, date] | None, Precision, bool]:
        if name == "same-day":
            shift = 1 if g["same"][0] in "次翌第" else 0
            day = self.last + timedelta(days=shift) if self.last else None
            return ((day, day) if day else None), ("day" if day else "vague"), False
        if self.published is None:
            return None, "vague", False
        if name == "relative-day":
            shift = {"昨": -1, "今": 0, "明": 1, "前": -2}[g["relday"][0]]
            day = self.published + timedelta(days=shift)
            return (day, day), "day", True
        if name == "bare-day":
            return self._bare_day(int(g["day"]))
        shift = {"本": 0, "上": -1, "下": 1}[g["relmonth"][0]]
        months = self.published.year * 12 + self.published.month - 1 + shift
        year, month = divmod(months, 12)
        if "day" in g:
            day = date(year, month + 1, int(g["day"]))
            return (day, day), "day", True
        return month_days(year, month + 1), "month", True

    def _bare_day(self, number: int) -> tuple[tuple[date, date] | None, Precision, bool]:
        anchor = self.last or self.published
        assert self.published is not None and anchor is not None
        day = date(anchor.year, anchor.month, number)
        if self.last is None and day > self.published:
            year, month = divmod(self.published.year * 12 + self.published.month - 2, 12)
            day = date(year, month + 1, number)
        return (day, day), "day", True


def _interval(name: str, g: dict[str, str], year: int) -> tuple[date, date, Precision]:
    number = {key: chinese_integer(g[key]) for key in ("month", "day", "month2", "day2") if key in g}
    if name == "day":
        day = date(year, number["month"], number["day"])
        return day, day, "day"
    if name == "day-range":
        first = date(year, number["month"], number["day"])
        last = date(year, number.get("month2", number["month"]), number["day2"])
        return first, _shift(last, 1) if last < first else last, "day"
    if name == "month-range":
        first, last = month_days(year, number["month"])[0], month_days(year, number["month2"])[1]
        if last < first:
            raise ValueError("a range that ends before it begins")
        return first, last, "month"
    if name in {"month", "decade"}:
        return _within_month(year, number["month"], g.get("decade"))
    return _within_year(name, g, year)


def _within_month(year: int, month: int, decade: str | None) -> tuple[date, date, Precision]:
    first, last = month_days(year, month)
    cuts = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (11, 20), "上中旬": (1, 20)}
    if decade is None:
        return first, last, "month"
    if decade in cuts:
        return first.replace(day=cuts[decade][0]), first.replace(day=cuts[decade][1]), "month"
    return first.replace(day=11 if decade == "中下旬" else 21), last, "month"


def _within_year(name: str, g: dict[str, str], year: int) -> tuple[date, date, Precision]:
    if name == "quarter":
        quarter = "一二三四1234".index(g["quarter"]) % 4
        return date(year, quarter * 3 + 1, 1), month_days(year, quarter * 3 + 3)[1], "quarter"
    if name == "quarters":
        last = {"二": 6, "两": 6, "三": 9}[g["quarters"]]
        return date(year, 1, 1), month_days(year, last)[1], "quarter"
    if name == "half":
        first = 1 if g["half"] == "上半年" else 7
        return date(year, first, 1), month_days(year, first + 5)[1], "half-year"
    if name == "year-start":
        return _season(year, g["yearpart"])
    last_year = int(g["year2"]) if "year2" in g else year
    return date(year, 1, 1), date(last_year, 12, 31), "year"


def _season(year: int, part: str) -> tuple[date, date, Precision]:
    months = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11)}
    if part == "冬":
        return date(year, 12, 1), month_days(year + 1, 2)[1], "season"
    if part in months:
        first, last = months[part]
        return date(year, first, 1), month_days(year, last)[1], "season"
    month = 1 if "初" in part else 12
    return *month_days(year, month), "month"


def month_days(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month. Raises `ValueError` where there is no such month."""
    first = date(year, month, 1)
    return first, first.replace(day=calendar.monthrange(year, month)[1])


def _shift(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
