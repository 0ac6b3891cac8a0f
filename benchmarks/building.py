"""Whole builds, side by side in one run: ours, the usual stack, and the floor under both.

- ours: `kg.build` from pages to the validated graph, all files written.
- the usual stack: what most would write (jieba.posseg over the same text, the same triples into an rdflib Graph,
  pyshacl with the same shapes, Turtle out); it reads no PDF, mends no page and extracts nothing.
- the floor: what no pipeline can go below (read the files, rjieba.tag, write the same quads as strings).

Each contestant runs in a process of its own; time is its wall time from the first page to the last file, imports
apart, memory the largest process's peak. What the other does not do is left out of a comparison: the store against
both, the Turtle file against the floor. On a machine that has other work to do, look at the seconds of the processor.

python -m benchmarks.building                      # 1,000 articles, 3 runs, 1 and 2 processes
python -m benchmarks.building --articles 1000 10000 100000 --runs 5 --write   # also writes docs/performance.md
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import write

ROOT = Path(__file__).resolve().parent.parent
SHAPES = ROOT / "shapes" / "press.shacl.ttl"
STORE, TURTLE = "storing", "writing Turtle"
"""The stages of ours that fill the store, and write the graph once more for people."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """One contestant's run over one corpus."""

    seconds: float
    cpu: float
    """Seconds of the processor, all processes and stages together."""
    peak_mb: int
    stages: dict[str, float] = field(default_factory=dict)

    def without(self, *stages: str) -> float:
        """Return the seconds without some stages."""
        return self.seconds - sum(self.stages.get(stage, 0.0) for stage in stages)

    @property
    def core(self) -> float:
        """Return the seconds from the page to the validated graph."""
        return self.without(STORE, TURTLE)


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """A corpus on disk and what ours made of it, which the others are given."""

    folder: Path
    articles: int
    characters: int
    quads: int = 0

    @property
    def built(self) -> Path:
        """Return where ours builds."""
        return self.folder / "built"


def ours(folder: Path, jobs: int) -> dict[str, float]:
    """Build, and return the seconds by stage."""
    import kg  # noqa: PLC0415 - only this contestant's process imports it

    kg.build([folder / "pages"], out=folder / "built", metadata=folder / "metadata.csv", jobs=jobs, force=True)
    timings = json.loads((folder / "built" / "manifest.json").read_text("utf-8"))["timings"]
    return {stage: seconds for stage, seconds in timings.items() if isinstance(seconds, float)}


def usual(folder: Path, jobs: int) -> dict[str, float]:  # noqa: ARG001 - it knows one process only
    """Do what is usually done, and return the seconds by stage."""
    import jieba.posseg  # noqa: PLC0415
    import pyshacl  # noqa: PLC0415
    import rdflib  # noqa: PLC0415

    jieba.initialize()
    texts, triples = list(_texts(folder)), list(_plain(folder))
    laps = Laps()
    for text in texts:
        for _ in jieba.posseg.cut(text):
            pass
    laps.end("jieba.posseg")
    graph = rdflib.Graph()
    for subject, predicate, value in triples:
        graph.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), _term(value)))
    laps.end("rdflib")
    pyshacl.validate(graph, shacl_graph=str(SHAPES), shacl_graph_format="turtle")
    laps.end("pyshacl")
    graph.serialize(str(folder / "usual.ttl"), format="turtle")
    laps.end("Turtle")
    return laps.seconds


def floor(folder: Path, jobs: int) -> dict[str, float]:  # noqa: ARG001 - the floor of one process
    """Do the least that can be done, and return the seconds by stage."""
    import rjieba  # noqa: PLC0415

    rjieba.tag("预热")
    quads = [line[:-3].split(" ", 2) for line in (folder / "built" / "graph.nq").open(encoding="utf-8")]
    texts = list(_texts(folder))
    laps = Laps()
    for path in sorted((folder / "pages").rglob("*.txt")):
        path.read_text("utf-8")
    laps.end("reading")
    for text in texts:
        rjieba.tag(text)
    laps.end("rjieba.tag")
    with (folder / "floor.nq").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{subject} {predicate} {rest} .\n" for subject, predicate, rest in quads)
    laps.end("writing")
    return laps.seconds


class Laps:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def end(self, stage: str) -> None:
        """Note that a stage has ended."""
        now = time.perf_counter()
        self.seconds[stage] = now - self._last
        self._last = now


def _texts(folder: Path) -> Iterator[str]:
    for line in (folder / "built" / "articles.jsonl").open(encoding="utf-8"):
        yield json.loads(line)["text"]


def _plain(folder: Path) -> Iterator[tuple[str, str, object]]:
    """Give the triples of our graph as strings, each once; to parse them is not the usual stack's work."""
    import pyoxigraph  # noqa: PLC0415

    seen = set()
    for quad in pyoxigraph.parse(path=str(folder / "built" / "graph.nq"), format=pyoxigraph.RdfFormat.N_QUADS):
        if quad.triple not in seen:
            seen.add(quad.triple)
            value = quad.object
            is_literal = isinstance(value, pyoxigraph.Literal)
            told = (value.value, value.language, value.datatype.value) if is_literal else value.value
            yield quad.subject.value, quad.predicate.value, told


def _term(value: object) -> object:
    import rdflib  # noqa: PLC0415

    if isinstance(value, tuple):
        words, language, datatype = value
        return rdflib.Literal(words, lang=language) if language else rdflib.Literal(words, datatype=datatype)
    return rdflib.URIRef(value)


CONTESTANTS: dict[str, Callable[[Path, int], dict[str, float]]] = {"ours": ours, "usual": usual, "floor": floor}


def contest(name: str, folder: Path, jobs: int) -> None:
    """Run one contestant in this process, and print what it took."""
    if name == "ours":
        import kg  # noqa: F401, PLC0415 - imports are not timed
    before = _cpu()
    start = time.perf_counter()
    stages = CONTESTANTS[name](folder, jobs)
    seconds = time.perf_counter() - start if name == "ours" else sum(stages.values())
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stdout.write(
        json.dumps({"seconds": seconds, "cpu": _cpu() - before, "peak_mb": max(peaks) // 1024, "stages": stages})
    )


def _cpu() -> float:
    """Return the processor's seconds of this process and of those it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def measure(name: str, corpus: Corpus, jobs: int) -> Run:
    """Run one contestant in a process of its own."""
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "benchmarks.building", "--contestant", name, str(corpus.folder), str(jobs)],
        check=True, capture_output=True, text=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "0"},
    )  # fmt: skip
    return Run(**json.loads(told.stdout.rpartition("\n")[2]))


def median(runs: list[Run]) -> Run:
    """Return the run whose compared time is the median."""
    middle = statistics.median_low(run.core for run in runs)
    return next(run for run in runs if run.core == middle)


def compare(articles: int, *, runs: int, usual_runs: int, jobs: tuple[int, ...]) -> dict[str, object]:
    """Measure all contestants on a corpus of so many articles; the medians of the runs, which take turns."""
    with tempfile.TemporaryDirectory(prefix="pressgraph-") as scratch:
        folder = Path(scratch)
        corpus = Corpus(folder=folder, articles=articles, characters=write(articles, folder))
        told: dict[str, list[Run]] = {}
        for number in range(max(runs, usual_runs)):
            for count in jobs if number < runs else ():
                told.setdefault(f"ours, {count}", []).append(measure("ours", corpus, count))
            if number < runs:
                told.setdefault("floor", []).append(measure("floor", corpus, 1))
            if number < usual_runs:
                told.setdefault("usual", []).append(measure("usual", corpus, 1))
        counts = json.loads((corpus.built / "manifest.json").read_text("utf-8"))["counts"]
        return {
            "articles": counts["articles"],
            "characters": corpus.characters,
            "quads": counts["quads"],
            "runs": {name: median(each) for name, each in told.items()},
        }


def table(found: dict[str, object]) -> str:
    """Lay one comparison out as a table of Markdown."""
    runs = found["runs"]
    assert isinstance(runs, dict)
    rows = [
        f"**{found['articles']:,} articles, {found['characters']:,} characters, {found['quads']:,} quads**\n",
        "| | to the graph, s | Turtle, s | store, s | processor, s | articles/s | characters/s | triples/s | peak MB |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, run in runs.items():
        seconds = run.core
        rates = (f"{int(found[what]) / seconds:,.0f}" for what in ("articles", "characters", "quads"))  # type: ignore[call-overload]
        rows.append(
            f"| {name} | {seconds:.2f} | {_seconds(run, TURTLE)} | {_seconds(run, STORE)} | {run.cpu:.2f} | "
            f"{' | '.join(rates)} | {run.peak_mb} |"
        )
    one = runs.get("ours, 1")
    if one is not None:
        rows.append("")
        rows.append(f"ours against the floor: {runs['floor'].core / one.core:.1%} of its speed")
        if "usual" in runs:
            rows.append(f"ours against the usual stack: {runs['usual'].seconds / one.without(STORE):.1f} times as fast")
        if "ours, 2" in runs:
            rows.append(f"two processes: {one.core / runs['ours, 2'].core:.2f} times one")
        stages = "; ".join(f"{stage} {seconds:.2f} s" for stage, seconds in one.stages.items())
        rows.append(f"stages of ours, one process: {stages}")
    return "\n".join(rows) + "\n"


def _seconds(run: Run, stage: str) -> str:
    return f"{run.stages[stage]:.2f}" if stage in run.stages else ""


def main() -> int:
    """Measure and print; with `--write` put the tables into docs/performance.md."""
    if sys.argv[1:2] == ["--contestant"]:
        contest(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000])
    parser.add_argument("--runs", type=int, default=3, help="of ours and the floor, at up to 1,000 articles; else one")
    parser.add_argument("--usual-runs", type=int, default=1, help="of the usual stack, at up to 1,000 articles")
    parser.add_argument("--jobs", type=int, nargs="+", default=sorted({1, 2, os.cpu_count() or 1}))
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    options = parser.parse_args()
    tables = []
    for articles in options.articles:
        small = articles <= 1000
        found = compare(
            articles,
            runs=options.runs if small else 1,
            usual_runs=options.usual_runs if small else 0,
            jobs=tuple(options.jobs),
        )
        tables.append(table(found))
        sys.stdout.write(tables[-1] + "\n")
        sys.stdout.flush()
    if options.write:
        _write("\n".join(tables))
    return 0


def _write(tables: str) -> None:
    path = ROOT / "docs" / "performance.md"
    head, begin, rest = path.read_text("utf-8").partition("<!-- figures -->\n")
    _, end, tail = rest.partition("<!-- /figures -->")
    path.write_text(head + begin + tables + end + tail, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
