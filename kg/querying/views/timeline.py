"""A timeline: one line for each row, in the order of days, a colour for each group."""

from kg.querying.views.shapes import COLORS, dot, drawing, line, text, width_of

_ROW, _AXIS, _MOST = 28, 130, 300


def draw_timeline(*, title: str, times: tuple[str, ...], labels: tuple[str, ...], groups: tuple[str, ...] = ()) -> str:
    """Draw at most 300 rows; those without a day come last, under a question mark."""
    rows = sorted(zip(times, labels, groups or [""] * len(times), strict=True), key=lambda row: (not row[0], *row))
    rows = list(dict.fromkeys(rows))[:_MOST]
    colors = {group: COLORS[index % len(COLORS)] for index, group in enumerate(dict.fromkeys(row[2] for row in rows))}
    parts = [line((_AXIS, 40), (_AXIS, 50 + len(rows) * _ROW), 2)]
    last = None
    for index, (day, label, group) in enumerate(rows):
        y = 60 + index * _ROW
        if day != last:
            parts.append(text(_AXIS - 14, y + 5, day or "?", anchor="end", color="#555"))
        parts.append(dot(_AXIS, y, 5, colors[group], f"{day} {label} {group}"))
        parts.append(text(_AXIS + 16, y + 5, " · ".join(filter(None, (label, group)))))
        last = day
    widest = max((width_of(f"{label} · {group}") for _, label, group in rows), default=0)
    return drawing((_AXIS + min(widest, 1200) + 60, 70 + len(rows) * _ROW), title, parts)
