"""Answers drawn as a query's `x-view` says: a timeline, a network, bars or a table, as SVG, PNG or self-contained HTML.

`kind` names the drawing; the other keys name the columns it draws. Nothing is fetched when a drawing is opened, and
all text of a page is escaped.
"""

from collections.abc import Callable, Mapping

from kg.errors import QueryError
from kg.model.table import Table
from kg.querying.views.bars import draw_bars
from kg.querying.views.network import draw_network
from kg.querying.views.pages import to_page
from kg.querying.views.png import to_png
from kg.querying.views.timeline import draw_timeline

Drawing = Callable[..., str]

_DRAWINGS: dict[str, tuple[Drawing, tuple[str, ...], tuple[str, ...]]] = {
    "timeline": (draw_timeline, ("time", "label"), ("group",)),
    "network": (draw_network, ("from", "to"), ("weight",)),
    "bar": (draw_bars, ("label", "value"), ()),
}
"""By kind: what draws it, the columns it needs, and those it can do without."""


def draw_svg(table: Table, view: Mapping[str, str], title: str) -> str:
    """Draw a table as an SVG file. Raises `QueryError` where the view is none, or names a column that is not there."""
    kind = view.get("kind", "table")
    if kind not in _DRAWINGS:
        raise QueryError(f"the view {kind!r} is no drawing; write it as .html 此视图请输出为 .html")
    drawing, needed, optional = _DRAWINGS[kind]
    columns = {f"{name}s": _column(table, view[name]) for name in (*needed, *optional) if name in view}
    if missing := [name for name in needed if name not in view]:
        raise QueryError(f"x-view: {kind} needs {', '.join(missing)} 视图缺少字段")
    return drawing(title=title, **columns)


def draw_html(table: Table, view: Mapping[str, str], title: str) -> str:
    """Draw a table as an HTML page that holds the drawing, if there is one, and the table."""
    kind = view.get("kind", "table")
    return to_page(table, title, "" if kind == "table" else draw_svg(table, view, title))


def draw_png(table: Table, view: Mapping[str, str], title: str) -> bytes:
    """Draw a table as a PNG file. Raises as `draw_svg`, and `UsageError` where this machine cannot make one."""
    return to_png(draw_svg(table, view, title))


def _column(table: Table, name: str) -> tuple[str, ...]:
    if name not in table.columns:
        raise QueryError(f"x-view: the answer has no column {name!r}; it has {', '.join(table.columns)} 结果中没有此列")
    return tuple(cell.text if cell else "" for cell in table.column(name))


__all__ = ["draw_html", "draw_png", "draw_svg"]
