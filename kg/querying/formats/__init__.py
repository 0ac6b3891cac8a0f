"""Tables written in the formats that people and programs read. Each module has one family of formats."""

from collections.abc import Callable

from kg.model.table import Table
from kg.querying.formats.delimited import to_csv, to_spreadsheet, to_tsv
from kg.querying.formats.json import to_json
from kg.querying.formats.plain import to_markdown, to_text

FORMATS: dict[str, Callable[[Table], str]] = {
    "table": to_text,
    "csv": to_csv,
    "spreadsheet": to_spreadsheet,
    "tsv": to_tsv,
    "json": to_json,
    "markdown": to_markdown,
}
"""By name: what writes a table as that format. All end with a line feed."""

__all__ = ["FORMATS", "to_csv", "to_json", "to_markdown", "to_spreadsheet", "to_text", "to_tsv"]
