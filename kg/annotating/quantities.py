"""Where a quantity stands: a number with its unit and its bounds, and what only looks like one.

`find_quantities` goes over the runs of numeral characters once. Left out are ordinals, clock times, scores, numbers in
names and short quotes, 一 with a measure word, and units that begin another word (3家庭, 5部门).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kg.annotating.numerals import RUN, is_arabic, last_numeral, neighbours, number, scale
from kg.annotating.ordinals import is_no_quantity, stands_in_name
from kg.annotating.units import Unit, unit_at
from kg.annotating.view import View
from kg.model.facts import Bound
from kg.model.source import Span

_BEFORE: dict[str, Bound] = {
    "超过": "more-than", "超": "more-than", "逾": "more-than", "突破": "more-than", "高于": "more-than", "大于": "more-than", "多于": "more-than",
    "过": "more-than", "冲破": "more-than", "超出": "more-than",
    "不少于": "at-least", "不低于": "at-least", "不小于": "at-least", "不下于": "at-least", "不下": "at-least", "至少": "at-least", "最少": "at-least",
    "最低": "at-least", "起码": "at-least", "不亚于": "at-least", "少说有": "at-least", "少说也有": "at-least",
    "近": "nearly", "接近": "nearly", "将近": "nearly", "临近": "nearly", "逼近": "nearly", "几近": "nearly",
    "约": "about", "大约": "about", "约为": "about", "大概": "about", "约有": "about", "约合": "about", "大致": "about", "估计": "about", "大约有": "about",
    "不足": "less-than", "低于": "less-than", "少于": "less-than", "不到": "less-than", "小于": "less-than", "未满": "less-than", "不满": "less-than",
    "不超过": "at-most", "最多": "at-most", "最高": "at-most", "不高于": "at-most", "至多": "at-most", "不多于": "at-most", "不大于": "at-most",
}  # fmt: skip
_AFTER: dict[str, Bound] = {
    "以上": "at-least", "及以上": "at-least", "（含）以上": "at-least", "左右": "about", "上下": "about", "以内": "at-most", "之内": "at-most",
    "以下": "less-than", "开外": "more-than", "有余": "more-than", "挂零": "more-than", "出头": "more-than",
}  # fmt: skip
_LONGEST_BEFORE = max(map(len, _BEFORE))
_GLUED = {
    "约": "签预节制违集简邀履续解守公特相赴毁条契纽合爽", "近": "附最临靠邻贴新亲远相走就", "超": "赶反高", "过": "经通超度不",
    "不到": "得想看找等", "不足": "美", "逼近": "", "突破": "",
}  # fmt: skip
"""Characters before a bound word that make another word of it: 签约15个项目, 最近3天."""
_TAIL = re.compile(r"(?P<more>[余多来几])?(?P<scale>[百千]?[万亿]{0,2})(?P<more2>[余多])?")
_RANGE = re.compile(r"(?:至|到|—{1,2}|－|-|–|~|～)(?=[\d一二三四五六七八九十百千两])")
_MORE_BEHIND = re.compile(r"[多余](?![种样项个家名位次方元少余数半])")
_HALF = re.compile(r"半(?![数价决年月天小个])")
_PART = re.compile(r"分之(?P<part>[一二三四五六七八九十百千零两\d][\d.一二三四五六七八九十百千零]{0,9})")
_VAGUE_HEADS: dict[str, tuple[int, int | None, Bound]] = {
    "好几": (2, 9, "about"), "数": (2, 9, "about"), "几": (2, 9, "about"), "上": (1, None, "at-least"),
}  # fmt: skip
_PEOPLE_BEFORE = re.compile(r"(?:人数|人口|人次)[已将约达到为有超过突破不低少于足近逾多是增升至]{0,8}$")
_CLOSED_BEHIND = re.compile(r"以上|左右|[，。；、！）)]|$")
_KILO = frozenset("瓦克米伏卡焦赫")
_BELOW_ZERO = ("零下", "负")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit: `number` is the span of the numeral, `unit_start` where the unit begins, `span` all that was written.

    Either `value` is set, or `minimum` and `maximum` (of which a vague number may lack the second).
    """

    span: Span
    number: Span
    unit_start: int
    unit: Unit
    bound: Bound
    rule: str
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _Number:
    """A numeral as printed, its scale and looseness included: 1320余万."""

    start: int
    end: int
    numeral: str
    scale: str
    loose: str
    """余, 多, 来 or 几, where one stands inside."""

    @property
    def value(self) -> Decimal:
        return number(self.numeral) * scale(self.scale)


def find_quantities(view: View, closed: bytearray) -> Iterator[Quantity]:
    """Give the quantities of an article in order. Where `closed` is set no number counts (2: none in Chinese characters)."""
    for line in view.article.lines:
        position = line.span.start
        while (run := RUN.search(view.text, position, line.span.end)) is not None:
            quantity = _read(view, run, line.span, closed)
            position = max(run.end(), quantity.span.end) if quantity is not None else run.end()
            if quantity is not None:
                yield quantity


def _read(view: View, run: re.Match[str], line: Span, closed: bytearray) -> Quantity | None:
    text = view.text
    shut = max(closed[run.start() : run.end()])
    if shut == 1 or (shut and not is_arabic(run.group())):
        return None
    if (part := _PART.match(text, run.end(), line.end)) is not None:
        return _fraction(text, run, part, line)
    vague = _vague(view, run, line)
    if vague is not None:
        return vague
    found = _number(text, run, line.end)
    if found is None or stands_in_name(text, found.start, found.end, line):
        return None
    return _ranged(view, found, line) or _single(view, found, line)


def _number(text: str, run: re.Match[str], limit: int) -> _Number | None:
    digits, end = run.group(), run.end()
    if digits[-1] == "千" and len(digits) > 1 and text[end : end + 1] in _KILO:
        digits, end = digits[:-1], end - 1
    numeral = last_numeral(digits)
    if not numeral or digits[-1] in ".．,":
        return None
    tail = _TAIL.match(text, end, limit)
    assert tail is not None
    loose = tail["more"] or tail["more2"] or ""
    if tail["scale"] and not tail["more"]:  # the scale belongs to the run, which took it
        return None
    return _Number(end - len(numeral), tail.end(), numeral, tail["scale"], loose)


def _single(view: View, found: _Number, line: Span) -> Quantity | None:
    unit = unit_at(view, found.end, line.end) or _people_meant(view.text, found, line)
    bounded = bool(found.loose) or _before(view.text, found.start, line.start)[1] is not None
    if unit is None or is_no_quantity(view, Span(found.start, found.end), found.numeral, unit, line, bounded=bounded):
        return None
    value, end, more = found.value, unit.end, bool(found.loose) or unit.more
    if unit.kind != "measure" and not more:
        m = _MORE_BEHIND.match(view.text, end, line.end)
        if m is not None and m.end() in view.boundaries:
            end, more = m.end(), True
        elif (m := _HALF.match(view.text, end, line.end)) is not None and unit.kind == "time":
            end, value = m.end(), value + Decimal("0.5")
    value += Decimal("0.5") if unit.half else 0
    start, negative = _below_zero(view.text, found.start)
    bare = found.numeral in {"百", "千", "万", "亿"} and not found.loose
    start, bound = _before(view.text, start, line.start)
    end, bound = _behind(view.text, end, line.end, bound)
    if bare and bound is None:
        return _bare(found, unit, Span(start, end))
    if more:
        bound = "about" if found.loose == "来" else "more-than"
    return Quantity(
        span=Span(start, end), number=Span(found.start, found.end), unit_start=unit.start, unit=unit, bound=bound or "exact", rule="figure.number",
        value=plain(-value if negative else value),
    )  # fmt: skip


def _people_meant(text: str, found: _Number, line: Span) -> Unit | None:
    """人数不低于1.5万, 常住人口62.8万: people, who need no unit here."""
    if _PEOPLE_BEFORE.search(text[max(line.start, found.start - 12) : found.start]) and _CLOSED_BEHIND.match(
        text, found.end
    ):
        return Unit(word="人", kind="count", start=found.end, end=found.end)
    return None


def _bare(found: _Number, unit: Unit, span: Span) -> Quantity | None:
    """百吨, 万亩: hundreds, tens of thousands; no value, only the size."""
    if unit.word not in _BARE_UNITS:
        return None
    return Quantity(
        span=span,
        number=Span(found.start, found.end),
        unit_start=unit.start,
        unit=unit,
        bound="about",
        rule="figure.vague",
        minimum=found.value,
    )


_BARE_UNITS = frozenset("吨 亩 公斤 名 人 人次 台 辆 册 平方米 元 公里 公顷 株 棵 头 件 万元".split())


def _ranged(view: View, low: _Number, line: Span) -> Quantity | None:
    """Read 35至64周岁, 3万—5万元, 10%至15%; two figures where something goes from one to the other (由3家到20家)."""
    text = view.text
    own = None if low.loose else unit_at(view, low.end, line.end)
    link = _RANGE.match(text, own.end if own else low.end, line.end)
    if link is None or low.loose:
        return None
    run = RUN.match(text, link.end(), line.end)
    high = run and _number(text, run, line.end)
    unit = high and unit_at(view, high.end, line.end)
    if high is None or unit is None or high.start != link.end() or (own is not None and own.word != unit.word):
        return None
    start, bound = _before(text, low.start, line.start)
    if (own is not None and text[start - 1 : start] in {"从", "由"}) or is_no_quantity(
        view, Span(high.start, high.end), high.numeral, unit, line
    ):
        return None
    least, most = low.value, high.value
    if not low.scale and not low.numeral.endswith(("万", "亿")) and least < most:
        least *= scale((high.scale or _scale_of(high.numeral)))
    if least >= most:
        return None
    end, bound = _behind(text, unit.end, line.end, bound)
    return Quantity(
        span=Span(start, end), number=Span(low.start, high.end), unit_start=unit.start, unit=unit, bound=bound or "exact", rule="figure.range",
        minimum=plain(least), maximum=plain(most),
    )  # fmt: skip


def _scale_of(numeral: str) -> str:
    m = re.search(r"[万亿]{1,2}$", numeral)
    return m.group() if m is not None and is_arabic(numeral) else ""


def _vague(view: View, run: re.Match[str], line: Span) -> Quantity | None:
    """Read 数十场, 十几台, 上百人, 两三个: a range and no value."""
    text = view.text
    found = _vague_number(text, run, line)
    if found is None:
        return None
    start, end, least, most, bound = found
    tail = _TAIL.match(text, end, line.end)
    assert tail is not None
    unit = unit_at(view, tail.end(), line.end)
    if (
        unit is None
        or stands_in_name(text, start, end, line)
        or is_no_quantity(view, Span(start, tail.end()), run.group(), unit, line)
    ):
        return None
    factor = scale(tail["scale"])
    whole, bound_before = _before(text, start, line.start)
    stop, bound_after = _behind(text, unit.end, line.end, bound_before)
    return Quantity(
        span=Span(whole, stop), number=Span(start, tail.end()), unit_start=unit.start, unit=unit, bound=bound_after or bound, rule="figure.vague",
        minimum=plain(least * factor), maximum=None if most is None else plain(most * factor),
    )  # fmt: skip


def _vague_number(text: str, run: re.Match[str], line: Span) -> tuple[int, int, Decimal, Decimal | None, Bound] | None:
    digits, start, end = run.group(), run.start(), run.end()
    pair = neighbours(digits)
    if pair is not None:
        return start, end, *pair, "about"
    if digits in {"十", "二十", "三十"} and text[end : end + 1] == "几":
        ten = number(digits)
        return start, end + 1, ten + 1, ten + 9, "about"
    if digits[0] not in "十百千万亿":
        return None
    for head, (least, most, bound) in _VAGUE_HEADS.items():
        if (
            text.startswith(head, start - len(head))
            and start - len(head) >= line.start
            and not _part_of_word(text, start, head)
        ):
            size = scale(digits)
            return (
                start - len(head),
                end,
                Decimal(least * size),
                None if most is None else Decimal((most + 1) * size - 1),
                bound,
            )
    return None


def _part_of_word(text: str, start: int, head: str) -> bool:
    before = text[max(0, start - len(head) - 1) : start - len(head)]
    return before in {"上": frozenset("以向网线路身早晚会"), "数": frozenset("人户次总多少大半系指倍")}.get(
        head, frozenset()
    )


def _fraction(text: str, run: re.Match[str], part: re.Match[str], line: Span) -> Quantity | None:
    """Read 百分之三十 (30 %), 千分之五 (5 ‰) and 三分之二 (two of a unit that is a third)."""
    whole, count = last_numeral(run.group()), last_numeral(part["part"])
    if not whole or not count:
        return None
    start, bound = _before(text, run.end() - len(whole), line.start)
    end, bound = _behind(text, part.end(), line.end, bound)
    word = {"百": "%", "千": "‰"}.get(whole, f"{whole}分之一")
    unit = Unit(word=word, kind="percent", start=run.end(), end=part.end())
    rule = "figure.percent-in-words" if word in "%‰" else "figure.fraction"
    return Quantity(
        span=Span(start, end),
        number=Span(run.start(), part.end()),
        unit_start=run.end(),
        unit=unit,
        bound=bound or "exact",
        rule=rule,
        value=plain(number(count)),
    )


def _below_zero(text: str, start: int) -> tuple[int, bool]:
    for word in _BELOW_ZERO:
        if text.endswith(word, max(0, start - len(word)), start) and text[
            start - len(word) - 1 : start - len(word)
        ] not in {"胜", "担"}:
            return start - len(word), True
    return start, False


def _before(text: str, start: int, floor: int) -> tuple[int, Bound | None]:
    """Take in the bound word in front; return where the whole begins, and the bound."""
    for length in range(min(_LONGEST_BEFORE, start - floor), 0, -1):
        word = text[start - length : start]
        if word in _BEFORE and text[max(floor, start - length - 1) : start - length] not in _glued(word):
            return start - length, _BEFORE[word]
    return start, None


@cache
def _glued(word: str) -> frozenset[str]:
    return frozenset(_GLUED.get(word, ""))


def _behind(text: str, end: int, limit: int, bound: Bound | None) -> tuple[int, Bound | None]:
    """Take in the bound word behind; one in front decides where both stand."""
    for length in (5, 4, 3, 2):
        word = text[end : min(end + length, limit)]
        if word in _AFTER:
            return end + len(word), bound or _AFTER[word]
    return end, bound


def plain(value: Decimal) -> Decimal:
    """Return the number without trailing zeros and without exponent."""
    words = format(value, "f")
    return Decimal(words.rstrip("0").rstrip(".") if "." in words else words)
