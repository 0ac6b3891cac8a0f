"""What a build writes from its index: store and report, and the files that hold the whole, written or put off."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.graphfile import graphs_in
from kg.lexicon import fingerprint
from kg.model.report import ValidationReport
from kg.pipeline.exports import (
    EXPORTS,
    REPORTS,
    write_articles,
    write_graph,
    write_turtle,
)
from kg.pipeline.inventory import Plan
from kg.pipeline.manifest import Clock, write_manifest, write_problems
from kg.pipeline.options import BuildOptions
from kg.pipeline.result import BuildResult, Problem
from kg.pipeline.shelving import Apart, judge, set_apart, update_store
from kg.pipeline.site import Site
from kg.pipeline.updating import Progress
from kg.pipeline.workspace import GRAVES
from kg.storing import EmbeddedStore, fill_store, filling
from kg.validating import write_report, write_withheld

LARGE_GRAPH = 20_000_000
"""Bytes of N-Quads from which on a process of its own fills the store."""
STORE = "store"
_PUT_OFF = "put off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What is known of this run, the build aside."""

    options: BuildOptions
    clock: Clock
    progress: Progress
    missing: tuple[Problem, ...] = ()
    """A problem for each input that is not there."""
    warnings: tuple[str, ...] = ()


def publish(site: Site, plan: Plan, run: Run) -> BuildResult:
    """Write all that follows from the index into the staging folder, or say what of the former result still holds."""
    is_changed = bool(site.is_new or site.is_copy or plan.work or plan.gone or site.amendments.are_new)
    to_export = run.options.exports and (is_changed or site.index.noted("exports") == _PUT_OFF)
    if to_export:
        write_graph(site.graphs.lines(), site.staging / "graph.nq")
        write_articles(site.articles, site.staging / "articles.jsonl")
        run.clock.lap("writing the graph")
    _write_both(site, run, to_export=to_export, is_changed=is_changed)
    report, apart = _judge(site)
    if apart.nodes and to_export:
        write_graph(site.graphs.lines(), site.staging / "graph.nq", apart.nodes)
        write_turtle(site.staging / "graph.nq")
    run.clock.lap("reporting")
    if to_export or is_changed:
        site.index.note("exports", "written" if to_export else _PUT_OFF)
    else:
        site.ending.keep += EXPORTS
    if (site.out / GRAVES).exists() and not (site.staging / GRAVES).exists():
        site.ending.keep.append(GRAVES)
    result = _result(site, plan, run, report, apart)
    write_problems(site.staging, result.problems)
    folders = (site.staging, site.out) if not (to_export or is_changed) else (site.staging,)
    outputs = [folder / name for folder in folders for name in (*EXPORTS, *REPORTS) if (folder / name).is_file()]
    write_manifest(site.staging, outputs, result, _facts(site, result), run.clock.laps)
    return result


def _write_both(site: Site, run: Run, *, to_export: bool, is_changed: bool) -> None:
    """Bring the store to its new state, and write the Turtle file."""
    graph, store = site.staging / "graph.nq", site.staging / STORE
    is_anew = site.is_new or site.is_copy or not (site.out / STORE).is_dir()
    withheld = site.index.noted("withheld") or ""
    files = _Files(run, is_anew + to_export)
    if is_anew and to_export:
        write = _write_large if graph.stat().st_size > LARGE_GRAPH else _write_small
        write(graph, store, files)
        return
    if is_anew:
        fill_store(site.graphs.lines(), store)
        files.end("storing")
    elif is_changed or withheld:
        update_store(site.graphs, site.out / STORE, store, withheld)
        run.clock.lap("storing")
    else:
        site.ending.keep.append(STORE)
    if to_export:
        write_turtle(graph)
        files.end("writing Turtle")


def _write_small(graph: Path, store: Path, files: "_Files") -> None:
    """Write store and Turtle of a small graph: the store in a thread, which mostly waits for the disk."""
    with ThreadPoolExecutor(1) as aside:
        filled = aside.submit(fill_store, graphs_in(graph), store)
        write_turtle(graph)
        files.end("writing Turtle")
        filled.result()
    files.end("storing")


def _write_large(graph: Path, store: Path, files: "_Files") -> None:
    """Write store and Turtle of a large graph: the store in a process of its own; both at once, where asked to."""
    if files.run.options.jobs > 1:
        with filling(graph, store):
            write_turtle(graph)
            files.end("writing Turtle")
        files.end("storing")
        return
    with filling(graph, store):
        pass
    files.end("storing")
    write_turtle(graph)
    files.end("writing Turtle")


@dataclass(slots=True)
class _Files:
    """The large files that are written, and how many are done."""

    run: Run
    total: int
    done: int = 0

    def end(self, name: str) -> None:
        """Tell that one is written."""
        self.done += 1
        self.run.clock.lap(name)
        self.run.progress("files", self.done, self.total)


def _judge(site: Site) -> tuple[ValidationReport, Apart]:
    """Judge the graph, write the report, and take what violates out of the store; return what that was."""
    place = site.staging / STORE
    apart = Apart()
    if not site.graphs.suspects():
        report = ValidationReport(conforms=True, violations=(), engine="compiled", triples=site.graphs.triples)
    elif place.is_dir():
        with EmbeddedStore.create(place) as store:
            report = judge(site.graphs, store)
            apart = set_apart(store, report)
    else:
        with EmbeddedStore.open(site.out / STORE) as store:  # as it was, nothing being set apart in it
            report = judge(site.graphs, store)
    write_report(report, site.staging)
    if not report.conforms:
        write_withheld(report, site.staging / "quarantine")
    site.index.note("withheld", apart.lines)
    return report, apart


def _result(site: Site, plan: Plan, run: Run, report: ValidationReport, apart: Apart) -> BuildResult:
    pages, articles = site.articles.counts()
    return BuildResult(
        out=site.out,
        pages=pages,
        articles=articles,
        quads=site.graphs.quads - len(apart.quads),
        counts=apart.left(site.graphs.classes),
        conforms=report.conforms,
        violations=len(report.violations),
        problems=(*run.missing, *site.articles.problems()),
        warnings=run.warnings,
        seconds=run.clock.total,
        unchanged=plan.unchanged,
        exported=site.index.noted("exports") == "written",
    )


def _facts(site: Site, result: BuildResult) -> dict[str, Any]:
    """Return what the manifest says of options and inputs; where the exports are put off, the inputs are, too."""
    recipe = site.recipe
    options = {
        "base_iri": recipe.base_iri,
        "text": recipe.text,
        "private_persons": recipe.redaction.private,
        "mask_numbers": recipe.redaction.numbers,
        "lexicon": fingerprint(),
        "corrections": {"lines": len(site.amendments.corrections.entries), "unfit": site.amendments.unfit()},
    }
    return {"options": options, "inputs": list(site.articles.inputs()) if result.exported else []}
