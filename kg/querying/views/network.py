"""A network: nodes on a circle, those with most ties first, and a line for each tie; drawn alike each time."""

from collections import Counter
from math import cos, pi, sin

from kg.querying.views.shapes import COLORS, dot, drawing, line, text

_MOST = 60


def draw_network(
    *,
    title: str,
    froms: tuple[str, ...],
    tos: tuple[str, ...],
    weights: tuple[str, ...] = (),
) -> str:
    """Draw the 60 nodes with most ties, and the ties among them; a line is the thicker, the greater its weight."""
    ties = _ties(froms, tos, weights)
    degrees = Counter(node for pair in ties for node in pair)
    nodes = sorted(degrees, key=lambda node: (-degrees[node], node))[:_MOST]
    radius = max(180.0, len(nodes) * 6.0)
    center = (radius + 200, radius + 90)
    at = {node: _place(index, len(nodes), radius, center) for index, node in enumerate(nodes)}
    largest = max(ties.values(), default=1)
    parts = [line(at[a], at[b], 1 + 4 * n / largest) for (a, b), n in sorted(ties.items()) if a in at and b in at]
    for index, node in enumerate(nodes):
        x, y = at[node]
        parts.append(dot(x, y, 4 + min(degrees[node], 10) / 2, COLORS[0], f"{node}: {degrees[node]}"))
        x, y = _place(index, len(nodes), radius + 18, center)
        side = "middle" if abs(x - center[0]) < 5 else "start" if x > center[0] else "end"
        parts.append(text(x, y + 5, node, anchor=side))
    return drawing((2 * center[0], 2 * radius + 150), title, parts)


def _ties(froms: tuple[str, ...], tos: tuple[str, ...], weights: tuple[str, ...]) -> Counter[tuple[str, str]]:
    ties: Counter[tuple[str, str]] = Counter()
    for one, other, weight in zip(froms, tos, weights or ["1"] * len(froms), strict=True):
        if one and other and one != other:
            ties[min(one, other), max(one, other)] += max(int(weight), 1) if weight.isdecimal() else 1
    return ties


def _place(index: int, count: int, radius: float, center: tuple[float, float]) -> tuple[float, float]:
    angle = 2 * pi * index / max(count, 1) - pi / 2
    return center[0] + radius * cos(angle), center[1] + radius * sin(angle)
