"""SPARQL 1.1 Query Results JSON."""

import json

from kg.model.table import Table, Value

_TYPES = {"iri": "uri", "literal": "literal", "bnode": "bnode"}


def to_json(table: Table) -> str:
    """Write a table as the W3C's JSON, one row a line."""
    rows = [
        {name: _binding(value) for name, value in zip(table.columns, row, strict=True) if value is not None}
        for row in table.rows
    ]
    head = json.dumps({"vars": table.columns}, ensure_ascii=False)
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{"head": {head}, "results": {{"bindings": [\n{body}\n]}}}}\n'


def _binding(value: Value) -> dict[str, str]:
    parts = {"type": _TYPES[value.kind], "value": value.text}
    if value.language:
        parts["xml:lang"] = value.language
    if value.datatype:
        parts["datatype"] = value.datatype
    return parts
