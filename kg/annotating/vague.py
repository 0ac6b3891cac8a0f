"""Vague numbers: 数十场, 十几台, 上百人, 两三个, 百吨. They have a range, or only a size, and no value."""

from dataclasses import dataclass
from decimal import Decimal

from kg import expressions as re
from kg.annotating.bounds import bound_before, bound_behind
from kg.annotating.numerals import neighbours, number, scale
from kg.annotating.ordinals import is_no_quantity, stands_in_name
from kg.annotating.quantity import Quantity, plain
from kg.annotating.units import Unit, unit_at
from kg.annotating.view import View
from kg.model.facts import Bound
from kg.model.source import Span

_SCALE = re.compile(r"[余多]?(?P<scale>(?:[百千]?[万亿]{1,2})?)[余多]?")
_SIZE = re.compile(r"[十百千]?[万亿]{0,2}")
_SEVERAL = (2, 9)
_HEADS = ("好几", "数", "几", "上")
_PART_OF_WORD = {"上": frozenset("以向网线路身早晚会"), "数": frozenset("人户次总多少大半系指倍")}
"""Before the head these make another word of it: 以上, 人数."""
_ALONE = frozenset(
    ["吨", "亩", "公斤", "名", "人", "人次", "台", "辆", "册", "平方米", "公里", "公顷", "株", "棵", "头", "件"]
)
"""Units with which 百, 千 and 万 alone give a size: 百吨大米."""


@dataclass(frozen=True, slots=True)
class _Vague:
    """A vague numeral: where it stands, its range before 万 and 亿, and its bound."""

    start: int
    end: int
    least: Decimal
    most: Decimal | None
    bound: Bound


def vague_quantity(view: View, run: re.Match[str], line: Span) -> Quantity | None:
    """Read a vague number with its unit; None where the run of numeral characters is none."""
    found = _numeral(view.text, run, line)
    if found is None or stands_in_name(view.text, found.start, found.end, line):
        return None
    tail = _SCALE.match(view.text, found.end, line.end)
    assert tail is not None
    number_span = Span(found.start, tail.end())
    unit = unit_at(view, tail.end(), line.end)
    if unit is None or is_no_quantity(view, number_span, unit, line, bounded=True):
        return None
    factor = scale(tail["scale"])
    start, bound = bound_before(view.text, found.start, line.start)
    end, bound = bound_behind(view.text, unit.end, line.end, bound)
    return Quantity(
        span=Span(start, end),
        number=number_span,
        unit=unit,
        bound=bound or found.bound,
        rule="figure.vague",
        minimum=plain(found.least * factor),
        maximum=None if found.most is None else plain(found.most * factor),
    )


def size_alone(number_span: Span, size: Decimal, unit: Unit, span: Span) -> Quantity | None:
    """Read 百吨, 万亩: only how large it is; None with units that make a set phrase of it (千家)."""
    if unit.word not in _ALONE:
        return None
    return Quantity(span=span, number=number_span, unit=unit, bound="about", rule="figure.vague", minimum=size)


def _numeral(text: str, run: re.Match[str], line: Span) -> _Vague | None:
    digits, start, end = run.group(), run.start(), run.end()
    pair = neighbours(digits)
    if pair is not None:
        return _Vague(start, end, *pair, "about")
    if digits in {"十", "二十", "三十"} and text.startswith("几", end):
        ten = number(digits)
        return _Vague(start, end + 1, ten + 1, ten + 9, "about")
    if not _SIZE.fullmatch(digits):
        return None
    return _headed(text, start, end, line.start)


def _headed(text: str, start: int, end: int, floor: int) -> _Vague | None:
    """Read 数十, 几百, 上千 and the like."""
    size = scale(text[start:end])
    for head in _HEADS:
        first = start - len(head)
        if first < floor or not text.startswith(head, first):
            continue
        if text[max(floor, first - 1) : first] in _PART_OF_WORD.get(head, frozenset()):
            return None
        if head == "上":
            return _Vague(first, end, Decimal(size), None, "at-least")
        least, most = _SEVERAL
        return _Vague(first, end, Decimal(least * size), Decimal((most + 1) * size - 1), "about")
    return None
