"""Bars: a label and a length each, in the order of the answer."""

from kg.querying.views.shapes import COLORS, bar, drawing, text, width_of

_ROW, _LONGEST, _MOST = 26, 420, 100


def draw_bars(*, title: str, labels: tuple[str, ...], values: tuple[str, ...]) -> str:
    """Draw at most 100 bars; rows whose value is no number are left out."""
    rows = [
        (label, number) for label, value in zip(labels, values, strict=True) if (number := _number(value)) is not None
    ]
    rows = rows[:_MOST]
    left = min(max((width_of(label) for label, _ in rows), default=0), 320) + 20
    largest = max((abs(number) for _, number in rows), default=1) or 1
    parts = []
    for index, (label, number) in enumerate(rows):
        y = 40 + index * _ROW
        length = abs(number) / largest * _LONGEST
        written = f"{number:,.15g}"
        parts.append(text(left, y + 16, label, anchor="end"))
        parts.append(bar((left + 8, y + 3), length, _ROW - 8, COLORS[0 if number >= 0 else 1], f"{label}: {written}"))
        parts.append(text(left + 14 + length, y + 16, written))
    return drawing((left + _LONGEST + 120, 50 + len(rows) * _ROW), title, parts)


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None
