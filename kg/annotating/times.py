"""Times as reported: where they stand in the text, and what each of their forms looks like.

Each form has a name, by which `intervals` resolves it against the article's date. At one place the first form
in the list that fits is taken, and the search goes on behind it: one pass.
"""

from collections.abc import Iterator
from functools import cache

from kg import expressions as re
from kg.annotating.cues import cues
from kg.annotating.durations import lasts
from kg.annotating.intervals import Calendar, Groups
from kg.annotating.view import View
from kg.model.facts import When
from kg.model.source import Span

_D = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DAY, _MONTH = rf"(?P<day>{_D})[日号]", rf"(?P<month>{_D})月"
_YEAR = r"(?P<year>(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年(?:度)?"
_RELATIVE = r"(?P<relyear>今年|去年|前年|明年|后年|本年度?|上年度?|当年|同年|次年|翌年)"
_Y = rf"(?:{_YEAR}|{_RELATIVE}|(?P<short>\d\d)年)"
_TO = r"(?:至|到|—{1,2}|－|-|–|~|～)"
_CLOCK = (
    r"(?:(?:\d{1,2}|零|[一二三四五六七八九十]{1,3})[时点](?:\d{1,2}分|整|半|许|左右)?"
    r"|\d{1,2}[:：]\d{2})"
)
_HOURS = r"清晨|凌晨|一?大?早上?|早晨|上午|中午|午间|下午|傍晚|晚上|晚间|当晚|晚|夜间|夜里|深夜|午夜|夜"
_PART = rf"(?:(?:{_HOURS})?(?:{_CLOCK})?)"
_FESTIVAL = (
    r"“?(?:元旦|五一|六一|七一|八一|十一|三八)”?(?:国际)?(?:劳动节|儿童节|建军节|妇女节|国庆节?|节)?"
    r"|国庆节?|教师节|植树节|春节|元宵节|清明节?|端午节?|中秋节?|重阳节|除夕|小年"
)
_AROUND = r"当天|当日|前夕|期间|假期|前后"
_WITH_YEAR = "数今去前明本上当同次翌"
_FORMS: tuple[tuple[str, str, str], ...] = (
    (
        "day-range",
        _WITH_YEAR,
        (
            rf"{_Y}?{_MONTH}(?P<day>{_D})[日号]?{_PART}(?:{_TO}|、)(?:(?P<year2>(?:19|20)\d\d)年)?"
            rf"(?:(?P<month2>{_D})月)?(?P<day2>{_D})[日号]{_PART}"
        ),
    ),
    ("day", _WITH_YEAR, rf"{_Y}?{_MONTH}{_DAY}{_PART}"),
    (
        "numeric",
        "数",
        r"(?P<year>(?:19|20)\d\d)(?P<sign>[-./])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d.])",
    ),
    (
        "month-range",
        _WITH_YEAR,
        (
            rf"{_Y}?(?P<month>{_D})月?份?{_TO}(?:(?P<year2>(?:19|20)\d\d)年)?"
            rf"(?P<month2>{_D})月(?:份|底|末)?(?!{_D}[日号])"
        ),
    ),
    (
        "decade",
        _WITH_YEAR,
        rf"{_Y}?{_MONTH}(?:份)?(?P<decade>中下旬|上中旬|上旬|中旬|下旬|初(?![一二三四五六七八九十])|底|末|中)(?![小学型等旬部介])",
    ),
    ("first-months", _WITH_YEAR, rf"{_Y}?前(?P<months>{_D})个月"),
    (
        "month",
        _WITH_YEAR,
        (
            rf"(?:{_Y}{_MONTH}(?:份)?|(?P<month_alone>\d{{1,2}}月(?:份)?|[一二三四五六七八九十]{{1,2}}月份))"
            r"(?![\d刊球票亮饼]|[一二三四五六七八九十]+[日号])"
        ),
    ),
    ("quarter", f"{_WITH_YEAR}第", rf"{_Y}?第?(?P<quarter>[一二三四1234])季度"),
    ("quarters", _WITH_YEAR, rf"{_Y}?前(?P<quarters>[二三两])个?季度"),
    ("half", f"{_WITH_YEAR}下", rf"{_Y}?(?P<half>上半年|下半年)"),
    (
        "festival",
        f"{_WITH_YEAR}元国教植春清端中重除小“",
        (
            rf"(?:{_Y}(?P<festival>{_FESTIVAL})(?P<at>{_AROUND})?"
            rf"|(?P<feast>{_FESTIVAL})(?P<at2>{_AROUND}|来临之际|到来之际))"
        ),
    ),
    (
        "part",
        _WITH_YEAR,
        rf"{_Y}(?P<yearpart>年初|初|年底|底|年末|末|岁末|春季?(?!节)|夏季?|秋季?|冬季?)",
    ),
    ("year-range", "数", rf"(?P<year>(?:19|20)\d\d)年?{_TO}(?P<year2>(?:19|20)\d\d)年"),
    ("year", "数", rf"(?:{_YEAR})(?!\d)"),
    ("relative-year", "今去前明后本上", rf"{_RELATIVE}(?![级轻龄])"),
    ("part", "年岁开", r"(?P<yearpart>年初|年底|年末|岁末|开年(?=以来))"),
    ("part", "今去", r"(?P<relyear>今(?=[春夏秋])|去)(?P<yearpart>[春夏秋冬])季?(?=[，、今以至的])"),
    (
        "relative-month",
        "本上下当同次",
        (
            r"(?P<relmonth>本月|上月|上个月|下月|下个月|当月|同月|次月)"
            r"(?:(?P<decade>上旬|中旬|下旬|初|底|末)|(?P<day>\d{1,2})[日号])?"
        ),
    ),
    (
        "week",
        "上本下",
        rf"(?P<week>上周|本周|下周|上个?星期|本星期|下个?星期)(?P<weekday>[一二三四五六日天](?!至|到)|末)?{_PART}",
    ),
    (
        "relative-day",
        "昨今明前大后",
        (
            r"(?P<relday>昨日|昨天|昨(?=[晚夜早晨上下])|今日|今天|今(?=[晨早晚])|明日|明天|明(?=[晚早晨])"
            rf"|前天|前日|大前天|后天){_PART}晨?(?![年以])"
        ),
    ),
    ("bare-day-range", "数", rf"(?P<day>\d{{1,2}})日?{_PART}(?:{_TO}|、)(?P<day2>\d{{1,2}})日{_PART}"),
    ("bare-day", "数", rf"(?P<day>\d{{1,2}})日{_PART}(?![均常益电志元本])"),
    (
        "same-day",
        "当同是这次翌第",
        rf"(?P<same>当日|当天|当晚|同日|同一天|是日|这天(?=[，上下晚])|次日|翌日|第二天|第三天){_PART}",
    ),
    (
        "vague",
        "近日最连不目截此节暑寒每前早",
        (
            r"近日|日前(?!后)|近期|最近|近来|连日来|不久前|前不久|前些天|前段时间|早些时候|目前|截至目前|近年来|此前|节前"
            r"|节日期间|暑假期间|寒假期间|每天|每周[一二三四五六日]?|每月(?:\d{1,2}[日号])?|每年(?:\d{1,2}月(?:\d{1,2}[日号])?)?"
        ),
    ),
)
"""Name of the form, the characters it may begin with (数 for any digit), and its pattern."""
_SINCE = re.compile(r"以来|至今(?!年)")
_LUNAR = re.compile(r"(?<=[农阴旧]历)[\d一二三四五六七八九十廿正冬腊月初日]+")
"""A day of another calendar."""
_DIGITS = "0123456789０１２３４５６７８９一二三四五六七八九十"
_TIME_RUN = re.compile(r"[\d〇○零一二三四五六七八九十]{1,4}(?:年|月|日|号|季度|[-./至到—－–~～、]|个月|”|国)")
"""What must stand at a digit for any of the forms to fit there."""
_GLUED = frozenset("0123456789０１２３４５６７８９.．第")
_ONCE_PLANNED = re.compile(r"原(?:定|拟|计划)(?:于|在)?$")
_ANNOUNCED = re.compile(r"将|拟|计划|预计|定于|有望|力争|即将")


def find_times(view: View) -> tuple[When, ...]:
    """Find the times in an article, in order, none overlapping another."""
    dateline = view.article.dateline
    calendar = Calendar(view.article.published, dateline.date if dateline else None)
    found: list[When] = []
    for line in view.article.lines:
        for name, match, since in _matches(view.text, line.span):
            span = Span(match.start(), match.end() + since)
            planned = _is_planned(view, span)
            resolved = calendar.resolve(name, Groups(match), since=bool(since), planned=planned)
            if resolved is None:
                continue
            days, precision, anchor = resolved
            first, last = days or (None, None)
            found.append(
                When(
                    as_written=span.of(view.text),
                    span=span,
                    earliest=first,
                    latest=last,
                    precision=precision,
                    anchor=anchor,
                )
            )
    return tuple(found)


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, re.Pattern[str]], ...]]]:
    """Return the characters a time may begin with, and for each the forms to try."""
    by_first: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for name, firsts, pattern in _FORMS:
        compiled = re.compile(pattern)
        for first in dict.fromkeys(firsts.replace("数", _DIGITS)):
            by_first.setdefault(first, []).append((name, compiled))
    return re.compile(f"[{''.join(by_first)}]"), {first: tuple(forms) for first, forms in by_first.items()}


def _matches(text: str, line: Span) -> Iterator[tuple[str, re.Match[str], int]]:
    """Give the times of a line: form, match, and how long 以来 is behind it."""
    firsts, forms = _forms()
    position = line.start
    for start in firsts.finditer(text, line.start, line.end):
        if start.start() < position:
            continue
        if start.group() in _DIGITS and (
            text[max(line.start, start.start() - 1) : start.start()] in _GLUED
            or _TIME_RUN.match(text, start.start(), line.end) is None
        ):
            continue
        lunar = _LUNAR.match(text, start.start(), line.end) if text[start.start() - 1] == "历" else None
        if lunar is not None:
            position = lunar.end()
            continue
        for name, form in forms[start.group()]:
            match = form.match(text, start.start(), line.end)
            if match is not None and not (name == "bare-day" and lasts(text, match.start())):
                since = _SINCE.match(text, match.end(), line.end)
                yield name, match, len(since.group()) if since is not None else 0
                position = match.end()
                break


def _is_planned(view: View, span: Span) -> bool:
    """Tell whether the clause announces something for that time: 将于2月上旬…, 9月1日将…."""
    clause = view.clause(span.start)
    if _ONCE_PLANNED.search(view.text, max(clause.start, span.start - 4), span.start):
        return False
    before = cues(view).between(max(clause.start, span.start - 14), span.start)
    behind = cues(view).between(span.end, span.end + 16) if view.text.startswith("，", span.end) else ()
    return (
        any(cue.kind in {"planned", "later"} for cue in before)
        or any(cue.kind == "planned" for cue in behind)
        or _ANNOUNCED.match(view.text, span.end, clause.end) is not None
    )
