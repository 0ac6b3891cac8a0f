"""Expressions that stay compiled between runs are those that `re` compiles, and no file of theirs can do harm."""

import marshal
import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

SAY = r"""
import sys
from kg import expressions as re
import re as plain
rows = [("(?P<place>[一-龥]{2,3})(?=市)|(\\d+)", 0), ("^会$|议", re.MULTILINE), ("(?i)a(b)?", 0)]
rows.append(("[^，。\ud800]+?会", 0))
for pattern, flags in rows:
    ours, theirs = re.compile(pattern, flags), plain.compile(pattern, flags)
    assert (ours.pattern, ours.flags, ours.groups, ours.groupindex) == (
        theirs.pattern, theirs.flags, theirs.groups, theirs.groupindex)
    for text in ("临江市开大会，12人", "会\n议会", "AB ab a", ""):
        found = [(m.span(), m.groups(), m.lastgroup, m.groupdict()) for m in ours.finditer(text)]
        assert found == [(m.span(), m.groups(), m.lastgroup, m.groupdict()) for m in theirs.finditer(text)]
print(len(re._new))
"""


def compiled(folder: Path, **environment: str) -> int:
    """Compare our expressions with those of `re` in a new process; return how many had to be compiled."""
    return int(run(folder, SAY, **environment))


def run(folder: Path, say: str, **environment: str) -> str:
    """Run some lines in a new process that keeps its bytecode in a folder; return what they print."""
    known = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment = {**known, "PYTHONPYCACHEPREFIX": str(folder), "PYTHONPATH": str(Path.cwd()), **environment}
    command = [sys.executable, "-c", say]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stdout


def kept(folder: Path) -> list[Path]:
    """Return the files of kept expressions."""
    return sorted(folder.rglob("expressions.*.expressions"))


def test_a_second_run_compiles_nothing_and_finds_the_same(tmp_path: Path) -> None:
    """What the first run compiled is taken over, and matches as it would if compiled anew."""
    assert compiled(tmp_path) == 4
    [file] = kept(tmp_path)
    written = file.read_bytes()
    assert compiled(tmp_path) == 0
    assert file.read_bytes() == written
    assert {path.suffix for path in file.parent.glob("expressions.*")} == {".pyc", ".expressions"}


@pytest.mark.parametrize("damage", [b"", b"nothing of ours", b"\0\0\0\0\x00", b"\0\0\0\0"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    """A file that cannot be read costs time, no result."""
    compiled(tmp_path)
    [file] = kept(tmp_path)
    file.write_bytes(damage)
    assert compiled(tmp_path) == 4
    assert compiled(tmp_path) == 0


def test_code_that_python_refuses_is_compiled_anew(tmp_path: Path) -> None:
    """What was tampered with is checked by Python and left out."""
    compiled(tmp_path)
    [file] = kept(tmp_path)
    version, told = marshal.loads(file.read_bytes()[4:])
    wrong = {key: (flags, b"\0\0\0\0" + code[4:], *groups) for key, (flags, code, *groups) in told.items()}
    written = marshal.dumps((version, wrong))
    file.write_bytes(zlib.crc32(written).to_bytes(4, "big") + written)
    assert compiled(tmp_path) == 4


def test_what_is_read_off_is_kept_until_its_reader_changes(tmp_path: Path) -> None:
    """A second run takes what the first read off an expression; one whose source has changed reads it anew."""
    source = tmp_path / "source"
    source.mkdir()
    reader = source / "reading_off.py"
    reader.write_text("def read(pattern):\n    print('read')\n    return (pattern[:1],)\n", "utf-8")
    say = "from kg import expressions; from reading_off import read; print(expressions.read_off(read, '会议'))"
    found = "('会',)\n"
    assert run(tmp_path / "kept", say, PYTHONPATH=f"{Path.cwd()}{os.pathsep}{source}") == f"read\n{found}"
    assert run(tmp_path / "kept", say, PYTHONPATH=f"{Path.cwd()}{os.pathsep}{source}") == found
    reader.write_text("def read(pattern):\n    print('read')\n    return (pattern[1:],)\n# changed\n", "utf-8")
    assert run(tmp_path / "kept", say, PYTHONPATH=f"{Path.cwd()}{os.pathsep}{source}") == "read\n('议',)\n"


def test_nothing_is_written_where_no_bytecode_is(tmp_path: Path) -> None:
    """Who asks Python to write no bytecode gets no file of ours either."""
    assert compiled(tmp_path, PYTHONDONTWRITEBYTECODE="1") == 4
    assert kept(tmp_path) == []
