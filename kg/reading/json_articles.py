"""JSON and JSON Lines of articles: told by content, read line by line, a bad line left to itself."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.errors import InputError, PageError
from kg.model.article import Article
from kg.model.source import Issue
from kg.reading.article_records import KNOWN, article_of
from kg.reading.source import Source
from kg.reading.text import MAX_TEXT_BYTES, decode

MAX_LIST_BYTES = 64 * 1024 * 1024
"""A list is read as a whole; longer ones belong into JSON Lines."""


def is_json(head: bytes, name: str) -> bool:
    """Tell a file of JSON articles by how it begins, or by its name if it begins as JSON does."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"{", b"[")) and name.lower().endswith((".jsonl", ".json", ".ndjson")):
        return True
    if start.startswith(b"{"):
        return any(f'"{field}"'.encode() in head for field in KNOWN)
    return start.startswith(b"[") and start[1:].lstrip()[:1] in (b"{", b"]")


def read_json(source: Source, issue: Issue) -> Iterator[Article | InputError]:
    """Read articles, one JSON object a line or all in one list; give an error for a line that is none."""
    with source.open() as file:
        first = file.readline(MAX_TEXT_BYTES + 1)
    too_long = len(first) > MAX_TEXT_BYTES and first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    if too_long or _is_record(first):
        yield from _read_lines(source, issue)
        return
    text, encoding = decode(source.read(MAX_LIST_BYTES), source.names[0])
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        yield from _read_lines(source, issue)
        return
    for index, record in enumerate(value if isinstance(value, list) else [value]):
        yield _article(record, source, index, f"{source.names[0]}, article {index + 1}", issue, encoding)


def _read_lines(source: Source, issue: Issue) -> Iterator[Article | InputError]:
    at = 0
    with source.open() as file:
        for number, line in enumerate(_lines(file), start=1):
            where = f"{source.names[0]}, line {number}"
            if len(line) > MAX_TEXT_BYTES:
                yield PageError(f"{where}: more than {MAX_TEXT_BYTES >> 20} MB 行过长; one article a line")
                continue
            try:
                text, encoding = decode(line, where)
                record = json.loads(text) if text.strip() else None
            except InputError as error:
                yield error
            except (ValueError, RecursionError) as error:
                yield PageError(f"{where}: not JSON 不是有效的 JSON ({error}); one object a line")
            else:
                if record is not None:
                    yield _article(record, source, at, where, issue, encoding)
                at += len(text)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Give the lines of a file; of one that is too long only as much as shows that it is."""
    while line := file.readline(MAX_TEXT_BYTES + 1):
        yield line
        while len(line) > MAX_TEXT_BYTES and not line.endswith(b"\n"):
            line = file.readline(MAX_TEXT_BYTES + 1)


def _is_record(line: bytes) -> bool:
    try:
        value = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict)


def _article(record: Any, source: Source, at: int, where: str, issue: Issue, encoding: str) -> Article | InputError:  # noqa: ANN401, PLR0913, PLR0917
    if not isinstance(record, dict):
        return PageError(f"{where}: not an object 不是 JSON 对象; one article is one object")
    try:
        return article_of(record, source, at=at, where=where, issue=issue, encoding=encoding)
    except InputError as error:
        return error
