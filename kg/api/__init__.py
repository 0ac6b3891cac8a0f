"""The Python interface: build, read, ask. `import kg` is all that a notebook needs.

build = kg.build("pages/", out="graph", place="云溪区")
build.articles[0]["headline"]
build.facts("tenure", about="周敏")
build.query("posts").to_pandas()
build.graph()                                   # an rdflib.Graph
kg.read_text("区委书记周敏主持会议。", place="云溪区").facts()
"""

from collections.abc import Iterable
from datetime import date as day_type
from pathlib import Path

from kg.api.corpus import Build, Reading
from kg.api.facts import Fact
from kg.api.rows import Rows
from kg.errors import InputError, UsageError
from kg.pipeline import building
from kg.pipeline.chain import Product, Recipe, run_chain
from kg.pipeline.options import BuildOptions, issue_of
from kg.pipeline.pool import cores
from kg.pipeline.result import Problem
from kg.pipeline.workspace import is_build, settle
from kg.reading import source_of_bytes
from kg.redacting import PrivateChoice
from kg.vocabulary import DEFAULT_BASE

__all__ = ["Build", "Fact", "Reading", "Rows", "build", "open_build", "read_text"]

Day = str | day_type


def build(  # noqa: PLR0913 each is an option of its own, and all but the first two may be left out
    inputs: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    date: Day | None = None,
    newspaper: str | None = None,
    place: str | None = None,
    metadata: str | Path | None = None,
    base_iri: str = DEFAULT_BASE,
    text: bool = True,
    corrections: str | Path | None = None,
    private_persons: PrivateChoice = "keep",
    mask_numbers: bool = True,
    exports: bool = True,
    jobs: int = 1,
    force: bool = False,
) -> Build:
    """Build the graph of pages (files or folders) into the folder `out`, adding to what is built there, and open it.

    `date`, `newspaper` and `place` (name or code) hold for all pages that the `metadata` file says nothing else of.
    `jobs` processes work at once, 0 meaning one a core; a script that asks for more than one must guard its main part
    by `if __name__ == "__main__":`. What could not be used is in `build.result.problems`. Raises `kg.errors.KgError`.
    """
    options = BuildOptions(
        issue=issue_of(day=date, newspaper=newspaper, place=place),
        metadata=Path(metadata) if metadata else None,
        base_iri=base_iri,
        text=text,
        corrections=Path(corrections) if corrections else None,
        private_persons=private_persons,
        mask_numbers=mask_numbers,
        exports=exports,
        jobs=jobs or cores(),
        force=force,
    )
    given = (inputs,) if isinstance(inputs, str | Path) else inputs
    return Build(Path(out), result=building.build(given, out, options))


def open_build(directory: str | Path) -> Build:
    """Open the result of an earlier build. Raises `UsageError` where there is none."""
    directory = Path(directory)
    settle(directory)
    if not is_build(directory):
        raise UsageError(
            f"{directory}: holds no finished build 没有构建结果; make one by: kg build PAGES --out {directory}"
        )
    return Build(directory)


def read_text(
    text: str,
    *,
    date: Day | None = None,
    newspaper: str | None = None,
    place: str | None = None,
    base_iri: str = DEFAULT_BASE,
) -> Reading:
    """Read the text of a page in memory, writing no file. Raises `InputError` where nothing of it can be used."""
    issue = issue_of(day=date, newspaper=newspaper, place=place)
    outcomes = list(run_chain(source_of_bytes(text.encode(), "text"), issue, Recipe(base_iri=base_iri)))
    products = tuple(each for each in outcomes if isinstance(each, Product))
    problems = tuple(each for each in outcomes if isinstance(each, Problem))
    if not products:
        raise InputError(problems[0].message)
    return Reading(products, problems)
