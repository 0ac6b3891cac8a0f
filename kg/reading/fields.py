"""A JSON object from outside, asked for its fields: each comes in its type, or a `PageError` names the field."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from kg.errors import PageError
from kg.model.source import Span

Choice = TypeVar("Choice", bound=str)
Row = tuple[int, int, int, int, str | None]


class Fields:
    """A JSON object and where it stands. A missing field and null are one."""

    def __init__(self, record: Mapping[str, Any], where: str) -> None:
        self._record = record
        self._where = where

    def has(self, name: str) -> bool:
        """Tell whether the field says anything."""
        return self._record.get(name) is not None

    def string(self, name: str) -> str | None:
        """Return a field that holds a string; a number counts as one."""
        value = self._record.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise self._wrong(name, "a string 字符串")
        return value.encode("utf-8", "ignore").decode("utf-8") or None if value is not None else None

    def text(self, name: str) -> str | None:
        """Return a field that holds text; None where it is empty."""
        return self.string(name)

    def strings(self, name: str) -> tuple[str, ...]:
        """Return a field that holds a list of strings."""
        return tuple(self._each(name, str))

    def choice(self, name: str, among: Sequence[Choice], default: Choice) -> Choice:
        """Return a field that holds one of a few words."""
        value = self.string(name)
        if value is None:
            return default
        found = next((each for each in among if each == value), None)
        if found is None:
            raise self._wrong(name, "one of " + ", ".join(among))
        return found

    def day(self, name: str) -> date | None:
        """Return a field that holds an ISO date."""
        value = self.string(name)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError as error:
            raise self._wrong(name, "a date such as 2023-05-11 日期") from error

    def counts(self, name: str) -> dict[str, int]:
        """Return a field that holds an object of whole numbers."""
        value = self._record.get(name) or {}
        if not isinstance(value, dict) or not all(isinstance(n, int) for n in value.values()):
            raise self._wrong(name, "an object of numbers")
        return value

    def part(self, name: str) -> "Fields | None":
        """Return a field that holds an object; None where it holds none."""
        value = self._record.get(name)
        return Fields(value, f"{self._where}, {name}") if isinstance(value, dict) else None

    def items(self, name: str) -> Iterator["Fields"]:
        """Give the objects of a list."""
        return (Fields(item, f"{self._where}, {name}") for item in self._each(name, dict))

    def paragraphs(self) -> tuple[str, ...]:
        """Return the texts of `paragraphs`, each a string or an object with `text`."""
        value = self._record.get("paragraphs") or []
        if not isinstance(value, list):
            raise self._wrong("paragraphs", "a list 列表")
        texts = [item.get("text") if isinstance(item, dict) else item for item in value]
        if not all(isinstance(text, str) for text in texts):
            raise self._wrong("paragraphs", "a list of strings, or of objects with `text`")
        return tuple(str(text) for text in texts)

    def headings(self) -> tuple[tuple[str, int], ...]:
        """Return text and place of `section_headings`."""
        found = []
        for item in self._each("section_headings", dict):
            if not isinstance(item.get("text"), str) or not isinstance(item.get("before"), int):
                raise self._wrong("section_headings", "objects with `text` and `before`")
            found.append((item["text"], item["before"]))
        return tuple(found)

    def rows(self, name: str) -> tuple[Row, ...] | None:
        """Return the rows of an offset map, None where there is none. They must be in order and not overlap."""
        if not self.has(name):
            return None
        rows: list[Row] = []
        end = 0
        for row in self._each(name, list):
            unit = row[4] if len(row) == 5 else None
            numbers = row[:4]
            good = (
                len(row) in (4, 5) and all(type(n) is int and n >= 0 for n in numbers) and isinstance(unit, str | None)
            )
            if not good or numbers[0] < end or numbers[1] == 0:
                raise self._wrong(name, "rows [start, length, source_start, source_length, unit] in order")
            rows.append((numbers[0], numbers[1], numbers[2], numbers[3], unit))
            end = numbers[0] + numbers[1]
        return tuple(rows)

    def span(self, text: str, words: str | None) -> Span | None:
        """Return the span `start`, `end` if these words stand there in the text."""
        start, end = self._record.get("start"), self._record.get("end")
        if type(start) is not int or type(end) is not int or words is None or text[start:end] != words:
            return None
        return Span(start, end)

    def _each(self, name: str, kind: type[Any]) -> Iterator[Any]:
        value = self._record.get(name) or []
        if not isinstance(value, list) or not all(isinstance(item, kind) for item in value):
            raise self._wrong(name, "a list of the right things 列表; see articles.schema.json")
        return iter(value)

    def _wrong(self, name: str, wanted: str) -> PageError:
        return PageError(f"{self._where}: field `{name}` must be {wanted} 字段有误; correct it or leave it out")
