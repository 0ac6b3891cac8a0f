"""What it costs to add a page to a build: the same fresh pages to builds of several sizes, one after the other.

The builds are made of the invented corpus (`benchmarks.corpus`); the pages are of the same counties by another seed,
with five articles or one, of the days that follow, of days in between, or of the first days. Each is added by a
command of its own, without the exports of the whole. *build* is the build's own clock, *command* the whole command,
*processor* its CPU seconds; *stated* are the graphs that were stated anew, those of the page among them. With
`--build` a build of that corpus is copied.

python -m benchmarks.adding                            # to 1,000 and 10,000 articles
python -m benchmarks.adding --articles 1000 --pages 4
python -m benchmarks.adding --articles 10000 --build FOLDER
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import PER_PAGE, PageText, page, write

SEEDS = {"after": 2, "between": 2, "first": 3}


@dataclass(frozen=True, kw_only=True)
class Addition:
    """A page that was added, and what it cost."""

    articles: int
    when: str
    stated: int
    build: float
    command: float
    cpu: float
    peak_mb: int

    def row(self) -> str:
        """Lay it out as a row of Markdown."""
        seconds = f"{self.build:.2f} | {self.command:.2f} | {self.cpu:.2f}"
        return f"| {self.articles} | {self.when} | {self.stated} | {seconds} | {self.peak_mb} |"


def added(articles: int, count: int, folder: Path, out: Path) -> Iterator[Addition]:
    """Add pages to a build of so many articles, one after the other."""
    there = articles // PER_PAGE
    for number in range(count):
        told = (PER_PAGE, 1)[number // 3 % 2]
        when, which = (("after", there + number), ("between", there * number // count), ("first", number))[number % 3]
        yield add(page(which, told, seed=SEEDS[when]), folder, out, articles=told, when=when)


def command(out: Path, *arguments: str) -> tuple[float, float, int]:
    """Run `kg build`; return seconds, seconds of the processor and peak memory."""
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "kg", "build", *arguments, "--out", str(out), "--no-exports", "--jobs", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"kg build {' '.join(arguments)}: exit code {process.returncode}")
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def add(told: PageText, folder: Path, out: Path, *, articles: int, when: str) -> Addition:
    """Add a page of so many articles to a build."""
    path = folder / f"{when}-{Path(told.name).name}"
    path.write_text(told.text, encoding="utf-8", newline="\n")
    before = graphs(out)
    issue = ("--date", told.day.isoformat(), "--newspaper", told.newspaper, "--place", told.place)
    seconds, cpu, peak = command(out, str(path), *issue)
    timings = json.loads((out / "manifest.json").read_text("utf-8"))["timings"]
    return Addition(
        articles=articles,
        when=when,
        stated=len(graphs(out) - before),
        build=sum(spent for spent in timings.values() if isinstance(spent, float)),
        command=seconds,
        cpu=cpu,
        peak_mb=peak,
    )


def graphs(out: Path) -> set[tuple[int, str]]:
    """Return the rows of graphs in a build's index; a graph that is stated anew gets another."""
    with closing(sqlite3.connect(out / "index.sqlite")) as base:
        return set(base.execute("SELECT rowid, iri FROM graph"))


def measure(articles: int, count: int, folder: Path, built: Path | None = None) -> list[Addition]:
    """Make or copy a build of so many articles, and add pages to it."""
    out = folder / "built"
    if built is not None:
        shutil.copytree(built, out)
        os.sync()
    else:
        write(articles, folder)
        command(out, str(folder / "pages"), "--metadata", str(folder / "metadata.csv"))
    return list(added(articles, count, folder, out))


def table(articles: int, found: list[Addition]) -> str:
    """Lay the additions to one build out as a table of Markdown."""
    rows = [
        f"**{len(found)} pages to {articles:,} articles**\n",
        "| articles | days | stated | build, s | command, s | processor, s | peak MB |",
        "|---|---|---|---|---|---|---|",
        *(each.row() for each in found),
        "",
    ]
    for what, each in (("build's clock", [a.build for a in found]), ("processor", [a.cpu for a in found])):
        rows.append(f"by the {what} {max(each):.2f} s at most, {statistics.median(each):.2f} s at the median")
    return "\n".join(rows) + "\n"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--pages", type=int, default=18)
    parser.add_argument("--build", type=Path, help="a build of the corpus of so many articles, to be copied")
    options = parser.parse_args()
    for articles in options.articles:
        with tempfile.TemporaryDirectory(prefix="pressgraph-") as scratch:
            found = measure(articles, options.pages, Path(scratch), options.build)
        sys.stdout.write(table(articles, found) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
