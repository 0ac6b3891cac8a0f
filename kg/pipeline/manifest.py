"""The manifest of a build: what went in, what came out, by which versions; and the reasons for what was left out."""

import hashlib
import json
import platform
import re
import time
from collections.abc import Iterable
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kg import __version__
from kg.pipeline.result import BuildResult, Problem
from kg.pipeline.workspace import MANIFEST

LIBRARIES = ("jieba", "pyoxigraph", "pyshacl", "rdflib", "rjieba")
"""Whose version may change the result."""


class Clock:
    """How long the parts of a build took, in seconds."""

    def __init__(self) -> None:
        self._started = self._last = time.monotonic()
        self.laps: dict[str, float] = {}

    def lap(self, part: str) -> None:
        """Note that a part has ended."""
        now = time.monotonic()
        self.laps[part] = round(now - self._last, 3)
        self._last = now

    @property
    def total(self) -> float:
        """Return the time since the start."""
        return time.monotonic() - self._started


def write_manifest(
    folder: Path, outputs: Iterable[Path], result: BuildResult, facts: dict[str, Any], timings: dict[str, float]
) -> None:
    """Write `manifest.json`: `facts` tell options and inputs. All that differs from run to run is under `timings`."""
    manifest = {
        "generator": f"pressgraph {__version__}",
        "versions": versions(),
        "counts": {
            "pages": result.pages,
            "articles": result.articles,
            "quads": result.quads,
            "problems": len(result.problems),
            "classes": result.counts,
        },
        "conforms": result.conforms,
        "violations": result.violations,
        "exported": result.exported,
        "outputs": {path.name: _digest(path) for path in sorted(outputs, key=lambda each: each.name)},
        **facts,
        "problems": [asdict(problem) for problem in result.problems],
        "timings": {"python": platform.python_version(), "platform": platform.platform(), **timings},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")


def versions() -> dict[str, str]:
    """Return the versions that may change the result."""
    return {name: version(name) for name in LIBRARIES}


def write_problems(folder: Path, problems: Iterable[Problem]) -> None:
    """Write a file for each problem into `quarantine/`."""
    for problem in problems:
        _write_problem(folder / "quarantine", problem)


def _write_problem(folder: Path, problem: Problem) -> None:
    folder.mkdir(exist_ok=True)
    readable = re.sub(r"[^\w.-]", "_", problem.files[0])[-60:]
    key = hashlib.sha256(repr(problem).encode()).hexdigest()[:8]
    text = json.dumps(asdict(problem), ensure_ascii=False, indent=2)
    (folder / f"{readable}.{key}.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
