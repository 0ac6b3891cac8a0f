"""The answer to a query: columns and rows of RDF values, fit to be shown, written and compared."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

ValueKind = Literal["iri", "literal", "bnode"]


class Value(NamedTuple):
    """One RDF value of an answer: what it is, its text, and for a literal its language or datatype.

    `datatype` is None for plain strings and for strings with a language.
    """

    kind: ValueKind
    text: str
    language: str | None = None
    datatype: str | None = None


Row = tuple[Value | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of an answer. A cell is None where the query bound nothing; `truncated` where a limit cut rows off."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    truncated: bool = False

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Give the rows as bare text, an empty string where nothing is bound."""
        return tuple(tuple(cell.text if cell else "" for cell in row) for row in self.rows)

    def column(self, name: str) -> tuple[Value | None, ...]:
        """Give one column by its name. Raises `ValueError` where there is none of that name."""
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)
