"""Expressions that stay compiled between runs are those that `re` compiles, and no file of theirs can do harm."""

import json
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


def run(folder: Path, **environment: str) -> int:
    """Compare our expressions with those of `re` in a new process; return how many had to be compiled."""
    known = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment = {**known, "PYTHONPYCACHEPREFIX": str(folder), "PYTHONPATH": str(Path.cwd()), **environment}
    done = subprocess.run([sys.executable, "-c", SAY], env=environment, capture_output=True, text=True, check=True)
    return int(done.stdout)


def kept(folder: Path) -> list[Path]:
    """Return the files of kept expressions."""
    return sorted(folder.rglob("expressions.*.expressions"))


def test_a_second_run_compiles_nothing_and_finds_the_same(tmp_path: Path) -> None:
    """What the first run compiled is taken over, and matches as it would if compiled anew."""
    assert run(tmp_path) == 4
    [file] = kept(tmp_path)
    written = file.read_bytes()
    assert run(tmp_path) == 0
    assert file.read_bytes() == written
    assert {path.suffix for path in file.parent.glob("expressions.*")} == {".pyc", ".expressions"}


@pytest.mark.parametrize("damage", [b"", b"nothing of ours", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    """A file that cannot be read costs time, no result."""
    run(tmp_path)
    [file] = kept(tmp_path)
    file.write_bytes(damage)
    assert run(tmp_path) == 4
    assert run(tmp_path) == 0


def test_code_that_python_refuses_is_compiled_anew(tmp_path: Path) -> None:
    """What was tampered with is checked by Python and left out."""
    run(tmp_path)
    [file] = kept(tmp_path)
    told = json.loads(zlib.decompress(file.read_bytes()).decode("utf-8", "surrogatepass"))
    for _, _, row in told["expressions"]:
        row[1] = "AAAA" + row[1][4:-8] + "AAAAAAA="
    file.write_bytes(zlib.compress(json.dumps(told).encode()))
    assert run(tmp_path) == 4


def test_nothing_is_written_where_no_bytecode_is(tmp_path: Path) -> None:
    """Who asks Python to write no bytecode gets no file of ours either."""
    assert run(tmp_path, PYTHONDONTWRITEBYTECODE="1") == 4
    assert kept(tmp_path) == []
