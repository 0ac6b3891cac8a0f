"""Labels for people: the names of things in place of their IRIs."""

from kg.model.table import Row, Table, Value
from kg.ports import Store

_QUERY = """\
SELECT DISTINCT ?thing ?label {{
  VALUES ?thing {{ {things} }}
  ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label
}} ORDER BY STR(?thing) DESC(LANG(?label) = "zh") STR(?label)
"""
_BATCH = 200


def for_people(store: Store, table: Table) -> Table:
    """Leave out the columns that are there for programs (`…_iri`) and show things by their labels elsewhere."""
    shown = [index for index, name in enumerate(table.columns) if not name.endswith("_iri")]
    shown = shown or list(range(len(table.columns)))
    rows = tuple(tuple(row[index] for index in shown) for row in table.rows)
    labels = _labels(store, rows)
    return Table(
        columns=tuple(table.columns[index] for index in shown),
        rows=tuple(tuple(_named(cell, labels) for cell in row) for row in rows),
        truncated=table.truncated,
    )


def _labels(store: Store, rows: tuple[Row, ...]) -> dict[str, str]:
    iris = sorted({cell.text for row in rows for cell in row if cell is not None and _can_be_asked(cell)})
    found: dict[str, str] = {}
    for start in range(0, len(iris), _BATCH):
        things = " ".join(f"<{iri}>" for iri in iris[start : start + _BATCH])
        for thing, label in store.select(_QUERY.format(things=things)).texts():
            found.setdefault(thing, label)
    return found


def _can_be_asked(cell: Value) -> bool:
    return cell.kind == "iri" and not set(cell.text) & set('<>"{}|^`\\ \n\r\t')


def _named(cell: Value | None, labels: dict[str, str]) -> Value | None:
    if cell is None or cell.kind != "iri" or cell.text not in labels:
        return cell
    return Value("literal", labels[cell.text])
