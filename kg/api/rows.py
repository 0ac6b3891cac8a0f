"""The rows of an answer, as a notebook likes them."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, overload

from kg.errors import UsageError
from kg.model.table import Table

if TYPE_CHECKING:
    from pandas import DataFrame


class Rows(Sequence[dict[str, str]]):
    """The rows of a table: each a dictionary from column to text, empty where nothing is bound."""

    def __init__(self, table: Table) -> None:
        self.table = table

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return self.table.columns

    def to_pandas(self) -> "DataFrame":
        """Return a pandas DataFrame of text. Raises `UsageError` where pandas is not installed."""
        try:
            pandas = import_module("pandas")
        except ImportError:
            raise UsageError("pandas is not installed 未安装 pandas; run: pip install 'pressgraph[pandas]'") from None
        frame: DataFrame = pandas.DataFrame(self.table.texts(), columns=list(self.columns))
        return frame

    @overload
    def __getitem__(self, index: int) -> dict[str, str]: ...
    @overload
    def __getitem__(self, index: slice) -> list[dict[str, str]]: ...
    def __getitem__(self, index: int | slice) -> dict[str, str] | list[dict[str, str]]:
        return list(self)[index]

    def __iter__(self) -> Iterator[dict[str, str]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.table.texts())

    def __len__(self) -> int:
        return len(self.table.rows)
