"""A build: from files to a folder that holds the graph, its report and its store."""

import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from kg.errors import InputError, OutputError, UsageError
from kg.model.report import ValidationReport
from kg.pipeline.batches import make_batches, read_quads, report_death, run_batch
from kg.pipeline.joining import make_joinings, report_lost, run_joining
from kg.pipeline.manifest import Clock, Ledger, write_manifest
from kg.pipeline.metadata import NO_METADATA, Metadata, read_metadata
from kg.pipeline.options import BuildOptions
from kg.pipeline.pool import run_in_order
from kg.pipeline.result import BuildResult, Problem
from kg.pipeline.workspace import workspace
from kg.reading import Source, find_sources
from kg.storing import EmbeddedStore
from kg.validating import validate, withheld, without, write_report, write_withheld
from kg.vocabulary import PRESS
from kg.writing import export, write_nquads

Progress = Callable[[str, int, int], None]
"""Called with what is being done (`pages`, then `files`), how many of it are done, and how many there are."""

Step = Callable[[], ValidationReport | None]

LARGE_GRAPH = 20_000_000
"""Bytes of N-Quads from which on it pays to start processes for report, store and Turtle."""

CLASSES = f"""
SELECT ?class (COUNT(DISTINCT ?node) AS ?nodes) {{
  ?node a ?class FILTER(STRSTARTS(STR(?class), "{PRESS}"))
}} GROUP BY ?class ORDER BY STR(?class)
"""

BATCH = 16
"""Sources a batch at most: one batch of ordinary pages takes a process a few seconds."""


def build(
    inputs: Iterable[str | Path],
    out: str | Path,
    options: BuildOptions | None = None,
    *,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of pages into the folder `out`, in place of what an earlier build left there.

    The same inputs and options give the same bytes, whatever the number of processes. What cannot be used is left
    out, described in `quarantine/` and listed in the result. Raises `UsageError` where the options cannot be, and
    `InputError` where there is nothing to read; then, as after any interruption, the former result stays.
    """
    options = options or BuildOptions()
    out = Path(out)
    clock = Clock()
    metadata = read_metadata(options.metadata) if options.metadata else NO_METADATA
    sources, missing = _find(tuple(inputs), out)
    ledger = Ledger(options=options, problems=list(missing), warnings=metadata.warnings(sources))
    clock.lap("finding")
    with workspace(out, force=options.force) as staging:
        _run(sources, metadata, staging, ledger, progress or _say_nothing)
        clock.lap("reading to mapping")
        report = _finish(staging, options.jobs, progress or _say_nothing)
        if not report.conforms:
            ledger.quads = _set_apart(staging, report)
        clock.lap("checking and storing")
        result = _result(out, staging, ledger, report, clock)
        write_manifest(staging, ledger, result, clock.laps)
    return result


def _find(inputs: tuple[str | Path, ...], out: Path) -> tuple[list[Source], tuple[Problem, ...]]:
    """List the sources, and a problem for each input that is missing or holds nothing."""
    problems: tuple[Problem, ...] = ()
    try:
        sources = _sources(inputs, out)
    except (UsageError, OSError):
        problems = tuple(problem for each in inputs if (problem := _missing(each)) is not None)
        lost = {problem.files[0] for problem in problems}
        sources = _sources(tuple(each for each in inputs if str(each) not in lost), out)
    if not sources:
        raise InputError(
            problems[0].message if problems else "nothing to read 没有可读的文件: name files or folders of pages"
        )
    return sources, problems


def _sources(inputs: tuple[str | Path, ...], out: Path) -> list[Source]:
    """List the sources, what an earlier build wrote aside."""
    ours = out.resolve()
    found = find_sources(inputs) if inputs else ()
    return [source for source in found if source.path is None or ours not in source.path.resolve().parents]


def _missing(given: str | Path) -> Problem | None:
    try:
        next(find_sources([given]), None)
    except (UsageError, OSError) as error:
        return Problem(files=(str(given),), error=type(error).__name__, message=str(error))
    return None


def _run(sources: list[Source], metadata: Metadata, staging: Path, ledger: Ledger, progress: Progress) -> None:
    """Take all sources through the chain and join what comes of them, in order."""
    options = ledger.options
    parts = staging.parent / "parts"
    parts.mkdir()
    size = max(1, min(BATCH, len(sources) // (options.jobs * 4)))
    work = ((source, metadata.issue(source.names, options.issue)) for source in sources)
    batches = list(make_batches(work, size=size, folder=parts, base_iri=options.base_iri, text=options.text))
    jobs = min(options.jobs, len(batches))
    done = 0
    for reports in run_in_order(run_batch, batches, jobs=jobs, on_death=report_death):
        ledger.add(reports)
        done += len(reports)
        progress("pages", done, len(sources))
    joinings = list(make_joinings(batches))
    jobs = options.jobs if len(joinings) > BATCH else 1
    for reports in run_in_order(run_joining, joinings, jobs=jobs, on_death=report_lost):
        ledger.add_parts(reports)
    batches.extend(joining.batch for joining in joinings)
    quads = (quad for batch in batches for quad in read_quads(batch.file(".nq")))
    ledger.quads = write_nquads(quads, staging / "graph.nq")
    with (staging / "articles.jsonl").open("wb") as articles:
        for batch in batches:
            with batch.file(".jsonl").open("rb") as part:
                shutil.copyfileobj(part, articles)
    shutil.rmtree(parts)


def _finish(staging: Path, jobs: int, progress: Progress) -> ValidationReport:
    """Write from `graph.nq` all that follows from it; of a large graph, at once."""
    graph = staging / "graph.nq"
    steps: tuple[Step, ...] = (partial(_judge, graph), partial(_fill_store, graph), partial(_write_turtle, graph))
    jobs = jobs if graph.stat().st_size > LARGE_GRAPH else 1
    results = []
    for result in run_in_order(_call, steps, jobs=jobs, on_death=_give_up):
        results.append(result)
        progress("files", len(results), len(steps))
    assert isinstance(results[0], ValidationReport)
    return results[0]


def _set_apart(staging: Path, report: ValidationReport) -> int:
    """Take the facts that violate out of the graph, and describe them in `quarantine/`; return how many quads stay."""
    graph = staging / "graph.nq"
    apart = withheld(graph, report)
    write_withheld(report, staging / "quarantine")
    kept = graph.with_name("kept.nq")
    count = write_nquads(without(read_quads(graph), apart), kept)
    kept.replace(graph)
    shutil.rmtree(graph.with_name("store"))
    _fill_store(graph)
    _write_turtle(graph)
    return count


def _say_nothing(stage: str, done: int, total: int) -> None:
    """Leave the caller in peace, who did not ask."""


def _result(out: Path, staging: Path, ledger: Ledger, report: ValidationReport, clock: Clock) -> BuildResult:
    return BuildResult(
        out=out,
        pages=sum(1 for source in ledger.sources if source.articles or source.continued),
        articles=sum(source.articles for source in ledger.sources),
        quads=ledger.quads,
        counts=_count_classes(staging / "store"),
        conforms=report.conforms,
        violations=len(report.violations),
        problems=tuple(ledger.problems),
        warnings=tuple(ledger.warnings),
        seconds=clock.total,
    )


def _count_classes(store: Path) -> dict[str, int]:
    with EmbeddedStore.open(store) as opened:
        return {name.removeprefix(PRESS): int(count) for name, count in opened.select(CLASSES).texts()}


def _judge(graph: Path) -> ValidationReport:
    report = validate(graph)
    write_report(report, graph.parent)
    return report


def _fill_store(graph: Path) -> None:
    with EmbeddedStore.create(graph.with_name("store")) as store:
        store.load(read_quads(graph))
        store.optimize()


def _write_turtle(graph: Path) -> None:
    export(graph, "turtle", graph.with_name("graph.ttl"))


def _call(step: Step) -> ValidationReport | None:
    return step()


def _give_up(step: Step) -> None:
    raise OutputError(f"the process for {step} died twice 处理进程两次中止; there may be too little memory")
