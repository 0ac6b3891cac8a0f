"""The manifest of a build: what went in, what came out, by which versions; and the reasons for what was left out."""

import hashlib
import json
import platform
import re
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kg import __version__
from kg.lexicon import fingerprint
from kg.model.source import Issue
from kg.pipeline.batches import SourceReport
from kg.pipeline.options import BuildOptions
from kg.pipeline.result import BuildResult, Problem
from kg.pipeline.workspace import MANIFEST

LIBRARIES = ("jieba", "pyoxigraph", "pyshacl", "rdflib", "rjieba")
"""Whose version may change the result."""


@dataclass(slots=True, kw_only=True)
class Ledger:
    """What has become of the sources so far, in their order."""

    options: BuildOptions
    problems: list[Problem]
    sources: list[SourceReport] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    quads: int = 0
    """Of the graph, each counted once."""

    def add(self, reports: Iterable[SourceReport]) -> None:
        """Enter the reports of a batch."""
        for report in reports:
            self.sources.append(report)
            self.problems.extend(report.problems)

    def add_parts(self, reports: Iterable[SourceReport]) -> None:
        """Add to the reports of sources what became of those of their articles that had to wait."""
        places = {(report.files, report.sha256): place for place, report in enumerate(self.sources)}
        for report in reports:
            place = places[report.files, report.sha256]
            known = self.sources[place]
            self.sources[place] = replace(
                known,
                articles=known.articles + report.articles,
                continued=known.continued + report.continued,
                problems=known.problems + report.problems,
            )
            self.problems.extend(report.problems)


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


def write_manifest(folder: Path, ledger: Ledger, result: BuildResult, timings: dict[str, float]) -> None:
    """Write `manifest.json` and the files of `quarantine/`. All that differs from run to run stands under `timings`."""
    for problem in ledger.problems:
        _write_problem(folder / "quarantine", problem)
    manifest = {
        "generator": f"pressgraph {__version__}",
        "versions": {name: version(name) for name in LIBRARIES},
        "options": {
            "base_iri": ledger.options.base_iri,
            "text": ledger.options.text,
            "lexicon": fingerprint(),
            **_issue(ledger.options.issue),
        },
        "counts": {
            "pages": result.pages,
            "articles": result.articles,
            "quads": result.quads,
            "problems": len(result.problems),
            "classes": result.counts,
        },
        "conforms": result.conforms,
        "violations": result.violations,
        "warnings": list(result.warnings),
        "outputs": {path.name: _digest(path) for path in sorted(folder.iterdir()) if path.is_file()},
        "inputs": [_source(report) for report in ledger.sources],
        "problems": [asdict(problem) for problem in ledger.problems],
        "timings": {"python": platform.python_version(), "platform": platform.platform(), **timings},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")


def _write_problem(folder: Path, problem: Problem) -> None:
    folder.mkdir(exist_ok=True)
    readable = re.sub(r"[^\w.-]", "_", problem.files[0])[-60:]
    key = hashlib.sha256(repr(problem).encode()).hexdigest()[:8]
    text = json.dumps(asdict(problem), ensure_ascii=False, indent=2)
    (folder / f"{readable}.{key}.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _source(report: SourceReport) -> dict[str, Any]:
    return {
        "files": list(report.files),
        "sha256": report.sha256,
        "bytes": report.size,
        **_issue(report.issue),
        "articles": report.articles,
        "problems": len(report.problems),
    }


def _issue(issue: Issue) -> dict[str, str | None]:
    place = issue.place
    return {
        "date": issue.published.isoformat() if issue.published else None,
        "newspaper": issue.newspaper,
        "page": issue.page,
        "place": None if place is None else " ".join(filter(None, (place.name, place.code))),
    }


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
