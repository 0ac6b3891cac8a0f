"""A page of HTML that stands alone: the drawing and the table. Its policy allows no script and no request."""

from html import escape

from kg.model.table import Table, Value
from kg.querying.views.shapes import FONT, calm

_PAGE = """\
<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font-family: {font}; margin: 2rem; color: #222 }}
figure {{ margin: 0 0 2rem; overflow-x: auto }}
table {{ border-collapse: collapse }}
th, td {{ border-bottom: 1px solid #ddd; padding: .35rem .8rem; text-align: left; vertical-align: top }}
</style>
</head>
<body>
<h1>{title}</h1>
{figure}<table>
<thead><tr>{header}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</body>
</html>
"""


def to_page(table: Table, title: str, drawing: str) -> str:
    """Write a page with a drawing, if there is one, above the table."""
    return _PAGE.format(
        title=escape(calm(title, 200)),
        font=FONT,
        figure=f"<figure>\n{drawing}</figure>\n" if drawing else "",
        header="".join(f"<th>{escape(column)}</th>" for column in table.columns),
        rows="\n".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in table.rows),
    )


def _cell(value: Value | None) -> str:
    if value is None:
        return "<td></td>"
    shown = escape(calm(value.text, 2000))
    if value.kind == "iri" and value.text.startswith(("http://", "https://")):
        return f'<td><a href="{escape(value.text)}" rel="noreferrer">{shown}</a></td>'
    return f"<td>{shown}</td>"
