"""An update that is killed, wherever it is, leaves the former result or the new one, and the next goes on."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.pipeline.building import build, remove
from kg.pipeline.workspace import settle, workspace
from tests.pipeline.stages import PAGE
from tests.pipeline.test_building import OPTIONS, result_of, write_pages

KILLED = """
import os, sys
from importlib import import_module
from kg.pipeline.building import build
from tests.pipeline.test_building import OPTIONS
module, name, times = sys.argv[3], sys.argv[4], int(sys.argv[5])
holder = import_module(module)
for part in name.split(".")[:-1]:
    holder = getattr(holder, part)
name = name.split(".")[-1]
real, left = getattr(holder, name), [times]
def dying(*given, **named):
    if left[0] == 0:
        os._exit(9)
    left[0] -= 1
    return real(*given, **named)
setattr(holder, name, dying)
build([sys.argv[1]], sys.argv[2], OPTIONS)
"""
MOMENTS = {
    "while pages are read": ("kg.pipeline.updating", "run_batch", 0, False),
    "while graphs are put in": ("kg.pipeline.graphs", "Graphs.put", 1, False),
    "while the store is changed": ("kg.storing.embedded", "EmbeddedStore.load_graphs", 0, False),
    "before all is declared ready": ("kg.pipeline.workspace", "_declare_ready", 0, False),
    "before the index counts": ("kg.pipeline.index", "Index.commit", 0, False),
    "after the index counts": ("kg.pipeline.workspace", "_settle", 1, True),
    "at the first renaming": ("kg.pipeline.workspace", "_replace", 0, True),
    "at a later renaming": ("kg.pipeline.workspace", "_replace", 5, True),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_update_leaves_one_whole_result(tmp_path: Path, moment: str) -> None:
    """The former result stands until the index counts, the new one from then on; what follows is as ever."""
    module, name, times, is_new = MOMENTS[moment]
    folder, out = write_pages(tmp_path / "in", a=PAGE), tmp_path / "out"
    build([folder], out, OPTIONS)
    former = result_of(out)
    write_pages(folder, b=f"{PAGE}\n第2期。\n")
    build([folder], tmp_path / "fresh", OPTIONS)
    new = result_of(tmp_path / "fresh")
    command = [sys.executable, "-c", KILLED, str(folder / "b.txt"), str(out), module, name, str(times)]
    assert subprocess.run(command, check=False, cwd=Path(__file__).parents[2]).returncode == 9
    settle(out)
    assert result_of(out) == (new if is_new else former)
    assert build([folder], out, OPTIONS).unchanged == (2 if is_new else 1)
    assert result_of(out) == new


def test_a_second_build_of_one_folder_is_refused(tmp_path: Path) -> None:
    """While a build is open nobody else can change it, and the refusal harms nothing."""
    folder, out = write_pages(tmp_path / "in", a=PAGE), tmp_path / "out"
    build([folder], out, OPTIONS)
    before = result_of(out)
    with workspace(out) as staging:
        for attempt in (OPTIONS, replace(OPTIONS, force=True)):
            with pytest.raises(OutputError, match="another build"):
                build([folder], out, attempt)
        with pytest.raises(OutputError, match="another build"):
            remove(out, ["a.txt"])
        assert result_of(out) == before
        (staging / "manifest.json").touch()
