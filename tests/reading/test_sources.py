"""Files, folders, globs and archives as sources; what leads out or bursts is named and not read."""

import gzip
import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.model.source import Page
from kg.reading import Source, find_sources, read

TEXT = "区委书记沈维舟主持会议。"


def write(path: Path, text: str = TEXT) -> Path:
    """Write a file, its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(sources: list[Source]) -> list[tuple[str, ...]]:
    """Return the names of sources."""
    return [source.names for source in sources]


def words(source: Source) -> str:
    """Return the text of a source's page."""
    (page,) = read(source)
    assert isinstance(page, Page)
    return page.regions[0].text


def problem(source: Source) -> str:
    """Return why a source cannot be read."""
    with pytest.raises(InputError) as caught:
        list(read(source))
    return str(caught.value)


def test_a_folder_gives_sorted_relative_names(tmp_path: Path) -> None:
    """Names are relative and sorted; hidden files and tables are left out, equal files come once."""
    for name in ("b/2.txt", "a.txt", ".hidden", ".git/x.txt", "metadata.csv"):
        write(tmp_path / name, name)
    write(tmp_path / "c.txt", "a.txt")
    assert names(list(find_sources([tmp_path]))) == [("a.txt", "c.txt"), ("b/2.txt",)]


def test_a_glob_gives_its_files(tmp_path: Path) -> None:
    """A pattern stands for the files that match it."""
    write(tmp_path / "a1.txt", "甲")
    write(tmp_path / "a2.txt", "乙")
    write(tmp_path / "b.txt", "丙")
    assert names(list(find_sources([str(tmp_path / "a*.txt")]))) == [("a1.txt",), ("a2.txt",)]


@pytest.mark.parametrize("given", ["missing.txt", "none*.txt", "empty"])
def test_what_is_not_there_is_a_usage_error(tmp_path: Path, given: str) -> None:
    """An input that does not exist, or holds nothing, is refused."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no such file"):
        list(find_sources([tmp_path / given]))


def test_archives_are_read_entry_by_entry(tmp_path: Path) -> None:
    """Zip, tar, compressed tar and gzip give their entries, Chinese names of old zips included."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("AAAA.txt", TEXT + "一")
    packed = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(packed.replace(b"AAAA.txt", "新闻.txt".encode("gb18030")))
    for name, mode in (("b.tar", "w"), ("c.tgz", "w:gz")):
        with tarfile.open(tmp_path / name, mode) as tar:  # type: ignore[call-overload]
            for text in (name, TEXT):
                member = tarfile.TarInfo(f"d/{len(text)}.txt")
                member.size = len(text.encode())
                tar.addfile(member, io.BytesIO(text.encode()))
    (tmp_path / "e.txt.gz").write_bytes(gzip.compress((TEXT + "五").encode()))
    sources = {source.names[0]: words(source) for source in find_sources([tmp_path])}
    assert sources == {
        "a.zip/新闻.txt": TEXT + "一",
        "b.tar/d/12.txt": TEXT,
        "b.tar/d/5.txt": "b.tar",
        "c.tgz/d/5.txt": "c.tgz",
        "e.txt": TEXT + "五",
    }


def test_hostile_archives_are_named(tmp_path: Path) -> None:
    """Entries that lead out, bombs, links, encrypted and cut archives are problems; the others are read."""
    with zipfile.ZipFile(tmp_path / "evil.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../x.txt", TEXT)
        archive.writestr("bomb.txt", b"0" * (40 << 20))
        archive.writestr("good\nname.txt", TEXT)
        archive.writestr("inner.zip", b"PK\x03\x04 and more")
    with tarfile.open(tmp_path / "links.tar", "w") as tar:
        link = tarfile.TarInfo("passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    data = (tmp_path / "evil.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(data[: len(data) // 2])
    found = {source.names[0]: source for source in find_sources([tmp_path])}
    assert "leads out" in problem(found["evil.zip/__/__/x.txt"])
    assert "bomb" in problem(found["evil.zip/bomb.txt"]) or "炸弹" in problem(found["evil.zip/bomb.txt"])
    assert "archive in an archive" in problem(found["evil.zip/inner.zip"])
    assert "link" in problem(found["links.tar/passwd"])
    assert "damaged" in problem(found["cut.zip"])
    assert words(found["evil.zip/good\ufffdname.txt"]) == TEXT


@pytest.mark.skipif(os.name == "nt", reason="Windows forbids such names and, by default, links")
def test_odd_names_and_links(tmp_path: Path) -> None:
    """Names are NFC and hold no control characters; a link that leads out is a problem, one that does not is read."""
    write(tmp_path / "in" / "a\nb.txt", "甲")
    write(tmp_path / "in" / "e\u0301..%2f.txt", "乙")
    write(tmp_path / "in" / ("长" * 80 + ".txt"), "丙")
    (tmp_path / "in" / "out.txt").symlink_to(write(tmp_path / "secret.txt"))
    (tmp_path / "in" / "same.txt").symlink_to(tmp_path / "in" / "a\nb.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    found = list(find_sources([tmp_path / "in"]))
    assert [n for source in found for n in source.names] == [
        "a\ufffdb.txt",
        "same.txt",
        "out.txt",
        "\xe9..%2f.txt",
        "长" * 80 + ".txt",
    ]
    assert "leads out" in problem(next(s for s in found if s.names == ("out.txt",)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A named pipe in a folder is a problem, not an endless wait."""
    os.mkfifo(tmp_path / "pipe")
    (source,) = find_sources([tmp_path])
    assert "regular file" in problem(source)
