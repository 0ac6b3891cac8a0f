"""A build: from files to a folder that holds the graph, its report and its store, or from that to its next state."""

from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError, UsageError
from kg.pipeline.chain import Recipe
from kg.pipeline.exports import clear_copies
from kg.pipeline.forgetting import purge
from kg.pipeline.inventory import NOTHING, Plan
from kg.pipeline.manifest import Clock
from kg.pipeline.metadata import NO_METADATA, Metadata, read_metadata
from kg.pipeline.options import BuildOptions
from kg.pipeline.pool import Workers
from kg.pipeline.publishing import Run, publish
from kg.pipeline.result import BuildResult, Problem
from kg.pipeline.site import Site, known_site, new_site
from kg.pipeline.updating import Passes, Progress, merged, quiet
from kg.pipeline.workspace import GRAVES
from kg.reading import Source, find_sources
from kg.redacting import Redaction, read_graves
from kg.resolving import read_corrections


def build(
    inputs: Iterable[str | Path],
    out: str | Path,
    options: BuildOptions | None = None,
    *,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of pages into the folder `out`, adding to what an earlier build left there.

    Pages given again stand in the place of the former ones of their names; unchanged ones are not read again; those
    that are not given stay. The result is that of one build of them all, byte for byte, whatever the number of
    processes. What cannot be used is left out, described in `quarantine/` and listed in the result. Raises
    `UsageError` where the options cannot be, and `InputError` where there is nothing to read; then, as after any
    interruption, the former result stays.
    """
    options = options or BuildOptions()
    out = Path(out)
    clock = Clock()
    metadata = read_metadata(options.metadata) if options.metadata else NO_METADATA
    corrections = _text(options.corrections) if options.corrections else ""
    sources, missing = _find(tuple(inputs), out)
    clock.lap("finding")
    redaction = Redaction(
        private=options.private_persons, numbers=options.mask_numbers, graves=read_graves(out / GRAVES)
    )
    recipe = Recipe(base_iri=options.base_iri, text=options.text, redaction=redaction)
    with new_site(out, recipe, force=options.force) as site:
        if options.corrections is not None:
            site.amendments.take(corrections, options.corrections.name)
        plan = _plan(site, sources, metadata, options)
        passes(site, options.jobs, progress or quiet).run(plan)
        warnings = [*_said(site), *metadata.warnings(sources), *site.amendments.unfit()]
        clock.lap("reading to mapping")
        run = Run(options=options, clock=clock, progress=progress or quiet, missing=missing, warnings=tuple(warnings))
        return publish(site, plan, run)


def remove(
    out: str | Path, names: Iterable[str], *, jobs: int = 1, exports: bool = True, progress: Progress | None = None
) -> BuildResult:
    """Take files out of a build, by their names in its manifest; nothing of them stays in any file of it.

    Raises `UsageError` where a name is not among its inputs; then nothing is changed.
    """
    out, clock = Path(out), Clock()
    with known_site(out, copy=True) as site:
        plan = site.inventory.strike(_known(site, names))
        warnings = clear_copies(out)
        passes(site, jobs, progress or quiet).run(plan)
        clock.lap("reading to mapping")
        options = BuildOptions(jobs=jobs, exports=exports)
        run = Run(options=options, clock=clock, progress=progress or quiet, warnings=warnings)
        return publish(site, plan, run)


def forget(
    out: str | Path, person: str, *, jobs: int = 1, exports: bool = True, progress: Progress | None = None
) -> BuildResult:
    """Purge a person, named by IRI, from all files of a build, and leave a grave that later builds respect.

    His names are masked at equal length, so that offsets hold. Raises `UsageError` where the build knows no such
    person; then nothing is changed.
    """
    out, clock = Path(out), Clock()
    with known_site(out, copy=True) as site:
        purge(site, person)
        warnings = clear_copies(out)
        passes(site, jobs, progress or quiet).run(NOTHING)
        clock.lap("reading to mapping")
        options = BuildOptions(jobs=jobs, exports=exports)
        run = Run(options=options, clock=clock, progress=progress or quiet, warnings=warnings)
        return publish(site, NOTHING, run)


def export_all(out: str | Path, *, jobs: int = 1, progress: Progress | None = None) -> BuildResult:
    """Write the files of a build that were put off."""
    clock = Clock()
    with known_site(Path(out), copy=False) as site:
        return publish(site, NOTHING, Run(options=BuildOptions(jobs=jobs), clock=clock, progress=progress or quiet))


def passes(site: Site, jobs: int, progress: Progress) -> Passes:
    """Return the passes over an open build."""
    return Passes(
        inventory=site.inventory,
        links=site.links,
        articles=site.articles,
        graphs=site.graphs,
        amendments=site.amendments,
        recipe=site.recipe,
        workers=Workers(jobs),
        progress=progress,
    )


def _plan(site: Site, sources: list[Source], metadata: Metadata, options: BuildOptions) -> Plan:
    plan = site.inventory.take(sources, metadata, options.issue)
    return plan if site.former is None else merged((plan, site.inventory.take_over(site.former)))


def _text(corrections: Path) -> str:
    """Return the text of a corrections file, after a look at whether it can be used."""
    read_corrections(corrections)
    return corrections.read_text(encoding="utf-8-sig")


def _said(site: Site) -> list[str]:
    if site.former is None:
        return []
    return [f"{site.out}: built by another version or otherwise, so all is built again 版本或选项已变，全部重建"]


def _known(site: Site, names: Iterable[str]) -> list[str]:
    wanted = list(dict.fromkeys(names))
    if unknown := [name for name in wanted if not site.inventory.has(name)]:
        raise UsageError(
            f"{unknown[0]}: no file of this name in {site.out} 构建中没有此文件; "
            "the manifest lists them under inputs, by their names relative to what was given"
        )
    return wanted


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
