"""Where a quantity stands: a number with its unit and its bounds, and what only looks like one.

`find_quantities` goes over the runs of numeral characters once. Left out are ordinals, clock times, scores, numbers in
names and short quotes, and 一 with a measure word.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kg import expressions as re
from kg.annotating.bounds import below_zero, bound_before, bound_behind
from kg.annotating.numerals import RUN, is_arabic, last_numeral, number, scale
from kg.annotating.ordinals import is_no_quantity, stands_in_name
from kg.annotating.quantity import Quantity, plain
from kg.annotating.units import Unit, unit_at
from kg.annotating.vague import size_alone, vague_quantity
from kg.annotating.view import View
from kg.model.source import Span

_TAIL = re.compile(r"(?P<more>[余多来几])?(?P<scale>(?:[百千]?[万亿]{1,2})?)(?P<more2>[余多])?")
_RANGE = re.compile(r"(?:至|到|—{1,2}|－|-|–|~|～)(?P<minus>[-－−]|零下|负)?(?=[\d一二三四五六七八九十百千两])")
_DEGREES = frozenset({"℃", "°C", "度", "摄氏度"})
_MORE_BEHIND = re.compile(r"[多余]")
_HALF = re.compile(r"半(?![数价决年月天小个])")
_PART = re.compile(r"分之(?P<part>[一二三四五六七八九十百千零两\d][\d.一二三四五六七八九十百千零]{0,9})")
_PEOPLE_BEFORE = re.compile(r"(?:人数|人口|人次)[已将约达到为有超过突破不低少于足近逾多是增升至]{0,8}$")
_CLOSED_BEHIND = re.compile(r"以上|左右|[，。；、！）)]|$")
_KILO = frozenset("瓦克米伏卡焦赫")
"""What begins a unit with 千: of 50万千瓦 the numeral is 50万."""
_ONLY_ARABIC = 2
_RECORD = re.compile(
    r"(?:(?P<minutes>\d{1,2})分)?(?P<seconds>\d{1,2})秒(?P<hundredths>\d{1,2})|(?P<metres>\d{1,2})米(?P<centimetres>\d{1,2})"
)
_OF_RECORDS = frozenset("分秒米")
"""Behind the first numeral of such a time or length."""
_GOES_ON = re.compile(r"[\d.．%％个名元万千百余多分秒米公厘毫]")
"""Behind digits that count something of their own: 6米|5个."""
_POINTS = re.compile(r"(?:[、和与及]\d+(?:\.\d+)?){1,6}(?=个?百分点)")
"""More of a row of numbers, whose last alone has the unit: 快4.6|和3.1|个百分点."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A numeral as printed, its scale and looseness included: 1320余万."""

    span: Span
    numeral: str
    scale: str
    loose: str
    """余, 多, 来 or 几, where one stands inside."""

    @property
    def value(self) -> Decimal:
        return number(self.numeral) * scale(self.scale)


def find_quantities(view: View, closed: bytearray) -> Iterator[Quantity]:
    """Give the quantities of an article in order.

    `closed` has one byte for each character: 1 where no number counts, 2 where none in Chinese characters does.
    """
    for line in view.article.lines:
        position = line.span.start
        while (run := RUN.search(view.text, position, line.span.end)) is not None:
            quantity = _read(view, run, line.span, closed)
            position = run.end() if quantity is None else max(run.end(), quantity.span.end)
            if quantity is not None:
                yield quantity


def _read(view: View, run: re.Match[str], line: Span, closed: bytearray) -> Quantity | None:
    shut = max(closed[run.start() : run.end()])
    if shut and (shut != _ONLY_ARABIC or not is_arabic(run.group())):
        return None
    behind = view.text[run.end() : run.end() + 1]
    if behind == "分" and (part := _PART.match(view.text, run.end(), line.end)) is not None:
        return _fraction(view.text, run, part, line)
    if behind in _OF_RECORDS and (record := _record(view.text, run, line)) is not None:
        return record
    if (vague := vague_quantity(view, run, line)) is not None:
        return vague
    found = _number(view.text, run, line.end)
    if found is None or stands_in_name(view.text, found.span.start, found.span.end, line):
        return None
    unit = unit_at(view, found.span.end, line.end) or _shared_unit(view, found.span.end, line.end)
    return _ranged(view, found, None if found.loose else unit, line) or _single(view, found, unit, line)


def _record(text: str, run: re.Match[str], line: Span) -> Quantity | None:
    """Read a time or length of sports, whose parts are said without a unit behind: 2分57秒32, 11秒4, 6米53."""
    m = _RECORD.match(text, run.start(), line.end)
    if m is None or _GOES_ON.match(text, m.end(), line.end) or stands_in_name(text, run.start(), run.end(), line):
        return None
    metres = m["metres"] is not None
    whole, part = (m["metres"], m["centimetres"]) if metres else (m["seconds"], m["hundredths"])
    value = number(f"{whole}.{part}") + (0 if metres else 60 * int(m["minutes"] or 0))
    unit = Unit(word="米" if metres else "秒", kind="unit", start=m.end(), end=m.end())
    span = Span(m.start(), m.end())
    return Quantity(span=span, number=span, unit=unit, bound="exact", rule="figure.record", value=plain(value))


def _shared_unit(view: View, end: int, limit: int) -> Unit | None:
    """Return the unit of percentage points that only the last of a row of numbers has: 4.6|和3.1个百分点."""
    row = _POINTS.match(view.text, end, limit)
    unit = unit_at(view, row.end(), limit) if row is not None else None
    return None if unit is None else replace(unit, start=end, end=end)


def _number(text: str, run: re.Match[str], limit: int) -> _Number | None:
    digits, end = run.group(), run.end()
    if digits[-1] == "千" and len(digits) > 1 and text[end : end + 1] in _KILO:
        digits, end = digits[:-1], end - 1
    numeral = last_numeral(digits)
    if not numeral or digits[-1] in ".．,":
        return None
    tail = _TAIL.match(text, end, limit)
    assert tail is not None
    if tail["scale"] and not tail["more"]:  # the scale belongs to the run, which took it
        return None
    return _Number(Span(end - len(numeral), tail.end()), numeral, tail["scale"], tail["more"] or tail["more2"] or "")


def _single(view: View, found: _Number, unit: Unit | None, line: Span) -> Quantity | None:
    unit = unit or _people_meant(view.text, found, line)
    degrees = unit is not None and unit.word in _DEGREES
    start, negative = below_zero(view.text, found.span.start, degrees=degrees)
    start, bound = bound_before(view.text, start, line.start)
    bounded = bool(found.loose) or bound is not None
    if unit is None or is_no_quantity(view, found.span, unit, line, bounded=bounded):
        return None
    end, more, half = _behind_unit(view, unit, line, more=bool(found.loose) or unit.more)
    end, bound = bound_behind(view.text, end, line.end, bound)
    if found.numeral in {"百", "千", "万", "亿"} and not found.loose and bound is None:
        return size_alone(found.span, found.value, unit, Span(start, end))
    if more:
        bound = "about" if found.loose == "来" else "more-than"
    value = found.value + (Decimal("0.5") if half else 0)
    return Quantity(
        span=Span(start, end),
        number=found.span,
        unit=unit,
        bound=bound or "exact",
        rule="figure.number",
        value=plain(-value if negative else value),
    )


def _behind_unit(view: View, unit: Unit, line: Span, *, more: bool) -> tuple[int, bool, bool]:
    """Take in 多, 余 or 半 behind the unit (3年多, 两个半小时); return the end, and whether more or a half is said."""
    if unit.kind == "measure" or more:
        return unit.end, more, unit.half
    loose = _MORE_BEHIND.match(view.text, unit.end, line.end)
    if loose is not None and loose.end() in view.boundaries:
        return loose.end(), True, unit.half
    half = _HALF.match(view.text, unit.end, line.end) if unit.kind == "time" else None
    return (unit.end, False, unit.half) if half is None else (half.end(), False, True)


def _people_meant(text: str, found: _Number, line: Span) -> Unit | None:
    """人数不低于1.5万, 常住人口62.8万: people, who need no unit here."""
    before = text[max(line.start, found.span.start - 12) : found.span.start]
    if _PEOPLE_BEFORE.search(before) and _CLOSED_BEHIND.match(text, found.span.end):
        return Unit(word="人", kind="count", start=found.span.end, end=found.span.end)
    return None


def _ranged(view: View, low: _Number, own: Unit | None, line: Span) -> Quantity | None:
    """Read 35至64周岁, 3万—5万元, 10%至15%; two figures where something goes from one to the other (由3家到20家)."""
    text = view.text
    link = None if low.loose else _RANGE.match(text, own.end if own else low.span.end, line.end)
    run = None if link is None else RUN.match(text, link.end(), line.end)
    high = None if run is None else _number(text, run, line.end)
    unit = None if high is None else unit_at(view, high.span.end, line.end)
    if link is None or high is None or unit is None or high.span.start != link.end():
        return None
    if link["minus"] and unit.word not in _DEGREES:
        return None
    degrees = unit.word in _DEGREES
    start, negative = below_zero(text, low.span.start, degrees=degrees) if degrees else (low.span.start, False)
    start, bound = bound_before(text, start, line.start)
    grows = own is not None and (own.word != unit.word or text[start - 1 : start] in {"从", "由"})
    least, most = _scaled(low, high) * (-1 if negative else 1), high.value * (-1 if link["minus"] else 1)
    if grows or least >= most or is_no_quantity(view, high.span, unit, line):
        return None
    end, bound = bound_behind(text, unit.end, line.end, bound)
    return Quantity(
        span=Span(start, end),
        number=Span(low.span.start, high.span.end),
        unit=unit,
        bound=bound or "exact",
        rule="figure.range",
        minimum=plain(least),
        maximum=plain(most),
    )


def _scaled(low: _Number, high: _Number) -> Decimal:
    """Give the lower number the scale that only the higher one states: 3至5万."""
    if low.scale or low.numeral.endswith(("万", "亿")) or low.value >= high.value:
        return low.value
    stated = re.search(r"[万亿]{1,2}$", high.numeral) if is_arabic(high.numeral) else None
    return low.value * scale(high.scale or (stated.group() if stated else ""))


def _fraction(text: str, run: re.Match[str], part: re.Match[str], line: Span) -> Quantity | None:
    """Read 百分之三十 (30 %), 千分之五 (5 ‰) and 三分之二 (two of a unit that is a third)."""
    whole, count = last_numeral(run.group()), last_numeral(part["part"])
    if not whole or not count:
        return None
    start, bound = bound_before(text, run.end() - len(whole), line.start)
    end, bound = bound_behind(text, part.end(), line.end, bound)
    word = {"百": "%", "千": "‰"}.get(whole, f"{whole}分之一")
    return Quantity(
        span=Span(start, end),
        number=Span(run.start(), part.end()),
        unit=Unit(word=word, kind="percent", start=run.end(), end=part.end()),
        bound=bound or "exact",
        rule="figure.percent-in-words" if word in {"%", "‰"} else "figure.fraction",
        value=plain(number(count)),
    )
