"""The shapes that drawings are made of, as SVG elements. All text is escaped here, and nowhere else."""

import unicodedata
from collections.abc import Iterable
from html import escape

from wcwidth import wcswidth

FONT = (
    "'Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei',"
    "Arial,'Liberation Sans','DejaVu Sans',sans-serif"
)
"""Chinese fonts of the usual systems; then Latin ones, from which renderers go on to any font with the character."""
COLORS = ("#1f5f8b", "#b5532a", "#3c7a3c", "#7a4b94", "#8a6d1f", "#2a8a86", "#a33a5e", "#5a5a5a")
SIZE = 14
"""Height of text in pixels; a Chinese character is as wide."""
_TITLE = 100
"""Characters of a title."""


def width_of(text: str) -> float:
    """Estimate the width of a text in pixels."""
    return max(wcswidth(text), 0) * SIZE / 2


def calm(text: str, most: int = 40) -> str:
    """Put spaces for control characters and cut a text to a number of characters."""
    clean = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in text)
    return clean if len(clean) <= most else clean[: most - 1] + "…"


def text(x: float, y: float, words: str, *, anchor: str = "start", color: str = "#222") -> str:
    """Write words; `x` is their start, middle or end."""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{color}">{escape(calm(words))}</text>'


def bar(place: tuple[float, float], length: float, height: float, color: str, hint: str) -> str:
    """Draw a bar, with a hint that is shown under the pointer."""
    x, y = place
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{length:.1f}" height="{height:.1f}" fill="{color}">'
        f"<title>{escape(calm(hint, 200))}</title></rect>"
    )


def dot(x: float, y: float, radius: float, color: str, hint: str) -> str:
    """Draw a dot, with a hint."""
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{color}">'
        f"<title>{escape(calm(hint, 200))}</title></circle>"
    )


def line(start: tuple[float, float], end: tuple[float, float], width: float = 1) -> str:
    """Draw a line."""
    (x1, y1), (x2, y2) = start, end
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="#9aa5ad" stroke-opacity="0.7" stroke-width="{width:.1f}"/>'
    )


def drawing(size: tuple[float, float], title: str, parts: Iterable[str]) -> str:
    """Put shapes into an SVG document below its title, which has the first 30 pixels."""
    heading = calm(title, _TITLE)
    body = "\n".join([f'<text x="10" y="24" fill="#222">{escape(heading)}</text>', *parts])
    width, height = max(size[0], width_of(heading) + 20), size[1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="{FONT}" font-size="{SIZE}" role="img">\n'
        f"<title>{escape(calm(title, 200))}</title>\n"
        f'<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )
