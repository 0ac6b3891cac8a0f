"""The metadata file that archives keep: a CSV with a row a page, saying what issue the page comes from."""

import csv
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from kg.errors import DateError, MetadataError, PlaceError
from kg.model.source import Issue
from kg.pipeline.options import issue_of
from kg.reading import Source

COLUMNS = {
    "file": ("file", "文件", "文件名"),
    "date": ("date", "日期"),
    "newspaper": ("newspaper", "报纸", "报名"),
    "page": ("page", "版次", "版面", "版"),
    "place": ("place", "地点", "地区"),
}
"""What each column may be called."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The issues of files: by the name given in the file, and by its last part where that is unique."""

    by_name: dict[str, Issue]
    by_last_part: dict[str, Issue | None]

    def find(self, names: Iterable[str]) -> Issue | None:
        """Return the issue of the first of these names that has a row."""
        for name in map(_plain, names):
            if (found := self.by_name.get(name) or self.by_last_part.get(PurePosixPath(name).name)) is not None:
                return found
        return None

    def issue(self, names: Iterable[str], default: Issue) -> Issue:
        """Return what holds for a file: its row, and the default where the row leaves a cell open."""
        row = self.find(names)
        if row is None:
            return default
        return replace(
            default,
            newspaper=row.newspaper or default.newspaper,
            published=row.published or default.published,
            page=row.page or default.page,
            place=row.place or default.place,
        )

    def warnings(self, sources: Iterable[Source]) -> list[str]:
        """Say which rows no file answers to and which files have no row, the first of each by name."""
        if not self.by_name:
            return []
        names = {_plain(name) for source in sources for name in source.names}
        lasts = {PurePosixPath(name).name for name in names}
        rows = sorted(row for row in self.by_name if row not in names and PurePosixPath(row).name not in lasts)
        files = sorted(name for name in names if self.find((name,)) is None)
        return [
            *(
                [f"{len(rows)} rows of the metadata name no file that was given 元数据中无对应文件的行: {rows[0]} …"]
                if rows
                else ()
            ),
            *([f"{len(files)} files have no row in the metadata 元数据中缺少的文件: {files[0]} …"] if files else ()),
        ]


NO_METADATA = Metadata({}, {})


def read_metadata(path: Path) -> Metadata:
    """Read a metadata file: UTF-8 or, from older spreadsheets, GB18030. Raises `MetadataError` with the line."""
    reader = csv.DictReader(_text(path).splitlines())
    columns = _columns(reader.fieldnames or (), path)
    by_name: dict[str, Issue] = {}
    by_last_part: dict[str, Issue | None] = {}
    for row in reader:
        cells = {ours: (row.get(theirs) or "").strip() for ours, theirs in columns.items()}
        name = _plain(cells["file"])
        if not name:
            continue
        issue = _issue(cells, f"{path.name}, line {reader.line_num} 第{reader.line_num}行")
        if by_name.setdefault(name, issue) != issue:
            raise MetadataError(f"{path.name}, line {reader.line_num}: {name} stands here twice 重复; remove one row")
        last = PurePosixPath(name).name
        by_last_part[last] = issue if by_last_part.get(last, issue) == issue else None
    return Metadata(by_name, by_last_part)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MetadataError(f"{path}: cannot be read 无法读取 ({error.strerror})") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise MetadataError(f"{path}: neither UTF-8 nor GB18030 编码无法识别; save it as “CSV UTF-8”")


def _columns(header: Iterable[str], path: Path) -> dict[str, str]:
    theirs = {name.strip().lower(): name for name in header if name}
    found = {ours: theirs[form] for ours, forms in COLUMNS.items() for form in forms if form in theirs}
    if "file" not in found:
        raise MetadataError(
            f"{path}: no column “file” 缺少 file 列; the first line must be file,date,newspaper,page,place"
        )
    return found


def _issue(cells: dict[str, str], where: str) -> Issue:
    given = {name: cells.get(name, "") for name in ("date", "newspaper", "page", "place")}
    try:
        return issue_of(day=given["date"], newspaper=given["newspaper"], page=given["page"], place=given["place"])
    except (DateError, PlaceError) as error:
        raise MetadataError(f"{where}: {error}") from error


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/")).removeprefix("./")
