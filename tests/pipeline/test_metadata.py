"""The metadata file, in the forms in which archives keep it."""

from datetime import date
from pathlib import Path

import pytest

from kg.errors import MetadataError
from kg.model.source import Issue
from kg.pipeline.metadata import read_metadata
from kg.reading import source_of_bytes

ROWS = "file,date,newspaper,page,place\na/1.txt,2023-05-11,云溪日报,02,430603\n2.txt,2023/5/12,,,\n"


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a metadata file."""
    path = folder / "metadata.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_row_gives_the_issue_of_its_file(tmp_path: Path, encoding: str) -> None:
    """Every usual encoding of a spreadsheet is read."""
    issue = read_metadata(write(tmp_path, ROWS, encoding)).issue(["a/1.txt"], Issue())
    assert (issue.published, issue.newspaper, issue.page) == (date(2023, 5, 11), "云溪日报", "02")
    assert issue.place is not None
    assert issue.place.code == "430603"


def test_columns_may_have_chinese_names_in_any_order(tmp_path: Path) -> None:
    """The header says which column is which."""
    path = write(tmp_path, "日期,文件\n2023年5月11日,1.txt\n")
    assert read_metadata(path).issue(["1.txt"], Issue()).published == date(2023, 5, 11)


def test_an_empty_cell_leaves_the_option(tmp_path: Path) -> None:
    """What the row leaves open is taken from the options."""
    issue = read_metadata(write(tmp_path, ROWS)).issue(["2.txt"], Issue(newspaper="临江日报"))
    assert (issue.newspaper, issue.published) == ("临江日报", date(2023, 5, 12))


@pytest.mark.parametrize("name", ["a/1.txt", "1.txt", "other/1.txt"])
def test_files_are_found_by_name_or_by_last_part(tmp_path: Path, name: str) -> None:
    """A row is found whatever folder the build was given, as long as the last part is unique."""
    assert read_metadata(write(tmp_path, ROWS)).find([name]) is not None


def test_a_last_part_that_two_rows_share_finds_neither(tmp_path: Path) -> None:
    """Where two issues have a page of one name, only the whole name tells which is meant."""
    rows = "file,date\na/1.txt,2023-05-11\nb/1.txt,2023-05-12\n"
    metadata = read_metadata(write(tmp_path, rows))
    assert metadata.find(["1.txt"]) is None
    assert metadata.issue(["b/1.txt"], Issue()).published == date(2023, 5, 12)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file,date\n1.txt,2023-05-41\n", r"metadata\.csv, line 2.*2023-05-41"),
        ("file,place\n1.txt,无此区\n", r"metadata\.csv, line 2.*无此区"),
        ("name,date\n1.txt,2023-05-11\n", "no column “file”"),
        ("", "no column “file”"),
        ("file,date\n1.txt,2023-05-11\n1.txt,2023-05-12\n", "line 3.*twice"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, text: str, said: str) -> None:
    """Errors say file, line and remedy."""
    with pytest.raises(MetadataError, match=said):
        read_metadata(write(tmp_path, text))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A metadata file that is not there is an error of its own."""
    with pytest.raises(MetadataError, match=r"none\.csv"):
        read_metadata(tmp_path / "none.csv")


def test_rows_and_files_without_partner_are_warned_of(tmp_path: Path) -> None:
    """A row that no file answers to is probably a slip of the pen, and so is a file without row."""
    metadata = read_metadata(write(tmp_path, ROWS))
    warnings = metadata.warnings([source_of_bytes(b"x", "2.txt"), source_of_bytes(b"y", "3.txt")])
    assert ["a/1.txt" in warnings[0], "3.txt" in warnings[1]] == [True, True]
