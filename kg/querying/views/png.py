"""Drawings as PNG. This module is all that knows resvg, which is an extra: `pip install 'pressgraph[png]'`.

resvg writes with the fonts of the machine, and leaves out or boxes what they lack; that is an error here.
"""

from kg.errors import UsageError
from kg.querying.views.shapes import SIZE, drawing

ZOOM = 2
"""Pixels for each of the drawing's, so that small characters stay legible in print."""

_CHINESE, _UNKNOWN = "永", "\U0001fffe"
"""A character that every Chinese font has, and one that is no character, which no font has."""


def to_png(svg: str) -> bytes:
    """Turn a drawing into a picture. Raises `UsageError` where resvg is not there, or no font that has Chinese."""
    if _pixels(_sample(_CHINESE)) == _pixels(_sample(_UNKNOWN)):
        raise UsageError(
            "no font here has Chinese characters, so a PNG would lack them; install one (Noto Sans SC, on Debian "
            "fonts-noto-cjk) or draw .svg or .html 本机没有中文字体，请安装思源黑体，或改用 .svg、.html",
        )
    return _pixels(svg)


def _sample(character: str) -> str:
    return drawing((SIZE, SIZE), "", [f'<text y="{SIZE}">{character}</text>'])


def _pixels(svg: str) -> bytes:
    try:
        from resvg_py import svg_to_bytes  # noqa: PLC0415 - an extra, which few need
    except ImportError as failure:
        raise UsageError(
            "PNG needs an extra: pip install 'pressgraph[png]'; .svg and .html need none 输出 PNG 须先安装附加组件",
        ) from failure
    return bytes(svg_to_bytes(svg_string=svg, zoom=ZOOM))
