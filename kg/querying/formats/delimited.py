"""CSV and TSV of the W3C (SPARQL 1.1 Query Results), and CSV that a spreadsheet opens without harm."""

import csv
import io
from collections.abc import Iterable

from kg import expressions as re
from kg.model.table import Table, Value
from kg.vocabulary import text, typed

_FORMULA = re.compile(r"[\s\ufeff]*[=+\-@\t\r\n＝＋－＠]")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


def to_csv(table: Table) -> str:
    """Write W3C CSV: bare values, lines ended by CR LF."""
    return _csv(table.columns, table.texts())


def to_spreadsheet(table: Table) -> str:
    """Write CSV with a byte order mark, as spreadsheets want it, an apostrophe before what they take for a formula."""
    rows = (tuple(map(_neutral, row)) for row in table.texts())
    return "\ufeff" + _csv(tuple(map(_neutral, table.columns)), rows)


def to_tsv(table: Table) -> str:
    """Write W3C TSV: terms in SPARQL syntax, variables with their question mark."""
    lines = ["\t".join(f"?{column}" for column in table.columns)]
    lines += ["\t".join(map(_term, row)) for row in table.rows]
    return "\n".join(lines) + "\n"


def _csv(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _neutral(cell: str) -> str:
    risky = _FORMULA.match(cell) and not _PLAIN_NUMBER.fullmatch(cell)
    return f"'{cell}" if risky else cell


def _term(value: Value | None) -> str:
    if value is None:
        return ""
    if value.kind == "iri":
        return f"<{value.text}>"
    if value.kind == "bnode":
        return f"_:{value.text}"
    return typed(value.text, value.datatype) if value.datatype else text(value.text, value.language)
