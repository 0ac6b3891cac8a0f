"""The output directory: only ours, only one writer, and whole at every moment."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.pipeline.workspace import is_build, settle, workspace

MANIFEST = '{\n  "generator": "pressgraph 0.0"\n}\n'


def put(staging: Path, graph: str, *, quarantine: bool = False) -> None:
    """Write what stands for a result."""
    (staging / "graph.nq").write_text(graph, encoding="utf-8")
    (staging / "store").mkdir()
    (staging / "store" / "data").write_text(graph, encoding="utf-8")
    if quarantine:
        (staging / "quarantine").mkdir()
        (staging / "quarantine" / "page.json").write_text("{}", encoding="utf-8")
    (staging / "manifest.json").write_text(MANIFEST, encoding="utf-8")


def make(out: Path, graph: str, *, quarantine: bool = False, force: bool = False) -> None:
    """Make a result in `out`."""
    with workspace(out, force=force) as staging:
        put(staging, graph, quarantine=quarantine)


def fail(out: Path, graph: str) -> None:
    """Write all of a result and fail at the end."""
    with workspace(out) as staging:
        put(staging, graph)
        (staging / "store").mkdir()


def content(out: Path) -> dict[str, str]:
    """Read all visible files of a directory."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_text("utf-8") for path in files if path.name[0] != "."}


def whole(graph: str) -> dict[str, str]:
    """Say what a whole result holds."""
    return {"graph.nq": graph, "manifest.json": MANIFEST, "store/data": graph}


def test_a_result_appears_when_the_block_ends(tmp_path: Path) -> None:
    """Nothing is seen in the output directory before the block ends, all of it afterwards."""
    out = tmp_path / "new" / "out"
    with workspace(out) as staging:
        put(staging, "a")
        assert content(out.parent) == {f"out/.building/new/{name}": text for name, text in whole("a").items()}
        assert not is_build(out)
    assert content(out) == whole("a")
    assert is_build(out)


def test_the_new_result_replaces_all_of_the_former(tmp_path: Path) -> None:
    """What the new result does not have is gone; files of other names stay."""
    make(tmp_path, "a", quarantine=True)
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    make(tmp_path, "b")
    assert content(tmp_path) == {**whole("b"), "notes.txt": "mine"}


def test_an_error_leaves_the_former_result(tmp_path: Path) -> None:
    """A build that fails changes nothing."""
    make(tmp_path, "a")
    with pytest.raises(OutputError, match="cannot be written"):
        fail(tmp_path, "b")
    assert content(tmp_path) == whole("a")


def test_a_failed_first_build_leaves_no_directory(tmp_path: Path) -> None:
    """Where there was nothing, nothing stays behind."""
    with pytest.raises(ZeroDivisionError), workspace(tmp_path / "out"):
        raise ZeroDivisionError
    assert not (tmp_path / "out").exists()


def test_a_strange_directory_is_refused(tmp_path: Path) -> None:
    """A directory that holds something else is written to on force only, and its own files stay even then."""
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "manifest.json").write_text('{"name": "a web site"}', encoding="utf-8")
    with pytest.raises(OutputError, match=r"manifest\.json.*--force"):
        make(tmp_path, "a")
    assert content(tmp_path) == {"thesis.txt": "mine", "manifest.json": '{"name": "a web site"}'}
    make(tmp_path, "a", force=True)
    assert content(tmp_path) == {**whole("a"), "thesis.txt": "mine"}


def test_a_file_is_no_output_directory(tmp_path: Path) -> None:
    """A file in the place of the directory is refused and stays."""
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="file"):
        make(tmp_path / "out", "a", force=True)
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_only_one_build_writes(tmp_path: Path) -> None:
    """A second build into the same directory is refused while the first is under way, and leaves it in peace."""
    with workspace(tmp_path) as staging:
        put(staging, "a")
        with pytest.raises(OutputError, match="another build"):
            make(tmp_path, "b")
        settle(tmp_path)
    assert content(tmp_path) == whole("a")


KILLED = """
import os, sys
from pathlib import Path
from kg.pipeline.workspace import workspace
with workspace(Path(sys.argv[1])) as staging:
    (staging / "graph.nq").write_text("half", encoding="utf-8")
    os._exit(9)
"""


@pytest.mark.parametrize("former", [True, False])
def test_a_killed_build_is_cleared_away(tmp_path: Path, former: bool) -> None:  # noqa: FBT001 a parameter of pytest
    """After a kill the former result is untouched, and the next build goes on cleanly."""
    out = tmp_path / "out"
    if former:
        make(out, "a")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(out)], check=False)
    assert killed.returncode == 9
    assert (out / ".building" / "new" / "graph.nq").exists()
    assert is_build(out) is former
    make(out, "b")
    assert content(out) == whole("b")


@pytest.mark.parametrize("renamings", range(9))
def test_a_kill_between_two_renamings_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renamings: int
) -> None:
    """However many files were moved when the build was killed, a directory with a manifest holds one whole result."""
    make(tmp_path, "a", quarantine=True)
    rename, left = Path.replace, iter(range(renamings))

    def replace(self: Path, target: Path) -> Path:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    try:
        make(tmp_path, "b")
    except KeyboardInterrupt:
        visible = {name: text for name, text in content(tmp_path).items() if not name.startswith(".building")}
        assert not is_build(tmp_path) or visible == {**whole("a"), "quarantine/page.json": "{}"}
    monkeypatch.undo()
    settle(tmp_path)
    assert is_build(tmp_path)
    assert content(tmp_path) in ({**whole("a"), "quarantine/page.json": "{}"}, whole("b"))
    make(tmp_path, "c")
    assert content(tmp_path) == whole("c")


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    """A full disk gives a message with the remedy, and the former result stays."""
    make(tmp_path, "a")
    with pytest.raises(OutputError, match=r"disk is full.*free some space"), workspace(tmp_path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert content(tmp_path) == whole("a")
