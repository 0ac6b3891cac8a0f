"""Bad input, end to end: the batch goes on, each is named and counted, and nothing is written outside the output."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from kg.pipeline.building import build
from kg.pipeline.options import BuildOptions
from kg.pipeline.result import BuildResult
from tests.pipeline.stages import PAGE

WORDS = "区委书记沈维舟主持会议，".encode()
LONG_LINE = 200_000_000
MEASURED = """
import json, sys
from kg.pipeline.building import build
result = build([sys.argv[1]], sys.argv[2])
status = open("/proc/self/status", encoding="ascii").read()
print(json.dumps([result.articles, [p.message for p in result.problems], int(status.split("VmHWM:")[1].split()[0])]))
"""


def snapshot(folder: Path, out: Path) -> dict[str, bytes]:
    """Read all files that are not in the output directory."""
    return {
        os.fsdecode(os.fsencode(path)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and out not in path.parents
    }


def run(folder: Path, root: Path, *, jobs: int = 1) -> BuildResult:
    """Build what a folder holds; see that nothing beside the output directory has changed."""
    out = root / "out"
    before = snapshot(root, out)
    result = build([folder], out, BuildOptions(jobs=jobs))
    assert snapshot(root, out) == before
    kept = out / "quarantine"
    assert len(list(kept.iterdir()) if kept.exists() else []) == len(result.problems)
    return result


NAMES = {
    "newline": "a\nb.txt",
    "encoded": "..%2f..%2fx.txt",
    "backslash": "..\\..\\x.txt",
    "decomposed": "cafe\u0301 第一版.txt",
    "not utf-8": os.fsdecode(b"\xb5\xda\xd2\xbb\xb0\xe6.txt"),
    "escape": "\x1b[31mred.txt",
    "long": "长" * 83 + ".txt",
    "longest": "长" * 98 + "ab.txt",
}


@pytest.mark.skipif(os.name == "nt", reason="Windows forbids such names")
@pytest.mark.parametrize("content", ["good", "bad"])
def test_odd_file_names_do_no_harm(tmp_path: Path, content: str) -> None:
    """Pages of odd names are read, or quarantined under names that can do no harm, whatever is in them."""
    pages = tmp_path / "pages"
    pages.mkdir()
    written = 0
    for number, name in enumerate(NAMES.values()):
        data = f"{PAGE}\n来信{number}件。\n".encode() if content == "good" else b"\x00\x01\x02" * (number + 9)
        try:
            (pages / name).write_bytes(data)
            written += 1
        except OSError:  # longer than this file system allows, or not in its encoding
            continue
    assert written >= 3
    (pages / "page.txt").write_text(PAGE, encoding="utf-8")
    result = run(pages, tmp_path)
    assert (result.pages, len(result.problems)) == ((written + 1, 0) if content == "good" else (1, written))
    text = (tmp_path / "out" / "manifest.json").read_text("utf-8")
    assert "\\u001b" not in text
    assert "a\\nb" not in text
    assert "café" in text


def empty_pages() -> bytes:
    """Draw a PDF of very many empty pages."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    for _ in range(10_000):
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.mark.slow
def test_a_pdf_of_ten_thousand_empty_pages_is_named(tmp_path: Path) -> None:
    """It is one problem, which says that there is no text, and the page beside it is read."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "empty.pdf").write_bytes(empty_pages())
    (pages / "page.txt").write_text(PAGE, encoding="utf-8")
    result = run(pages, tmp_path, jobs=2)
    (problem,) = result.problems
    assert "10000 pages, none with text" in problem.message
    assert result.pages == 1


def text_line(size: int) -> bytes:
    """Give a line of text without an end."""
    return WORDS * (size // len(WORDS))


def html_line(size: int) -> bytes:
    """Give a web page of one line."""
    return b"<html><body><p>" + text_line(size)


def record_line(size: int) -> bytes:
    """Give a JSON Lines file whose first line is too long; the second is an article."""
    return b'{"text": "' + text_line(size) + b'"}\n' + '{"text": "区委书记沈维舟主持会议。"}\n'.encode()


def catalogue_line(size: int) -> bytes:
    """Give a METS file of one line."""
    return b'<mets LABEL="' + text_line(size) + b'"/>'


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
@pytest.mark.parametrize(
    ("make", "name", "articles"),
    [(text_line, "a.txt", 2), (html_line, "a.html", 2), (record_line, "a.jsonl", 3), (catalogue_line, "a.xml", 2)],
)
def test_one_line_of_200_mb_is_refused_in_bounded_memory(
    tmp_path: Path, make: Callable[[int], bytes], name: str, articles: int
) -> None:
    """The file is named and left out, and the process never holds more than a fraction of it beside what it needs."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / name).write_bytes(make(LONG_LINE))
    (pages / "page.txt").write_text(PAGE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(pages), str(tmp_path / "out")],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=120,
    )
    found, problems, peak = json.loads(done.stdout)
    assert found == articles
    assert [name in message and "MB" in message for message in problems] == [True]
    assert peak < 300_000, f"{peak} kB"
