"""Where a build is made: the index it changes or makes anew, the folder for new files, and what the former left."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kg import __version__
from kg.errors import UsageError
from kg.garbage import looking_rarely
from kg.lexicon import fingerprint
from kg.pipeline.amending import Amendments
from kg.pipeline.articles import Articles
from kg.pipeline.chain import Recipe
from kg.pipeline.graphs import Graphs
from kg.pipeline.index import NAME, Index, copy_index, told_damage
from kg.pipeline.inventory import FileRow, Inventory
from kg.pipeline.linking import Links
from kg.pipeline.manifest import versions
from kg.pipeline.workspace import GRAVES, Ending, is_build, settle, workspace
from kg.redacting import Redaction, read_graves

_OTHERWISE = (
    "built by another version, or with other lexicons 由其他版本或词表所建; give the same --lexicon, or build it again "
    "with kg build"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """An open build."""

    out: Path
    staging: Path
    index: Index
    recipe: Recipe
    ending: Ending
    is_new: bool = False
    """The index is made anew, and so is all else."""
    is_copy: bool = False
    """The index is a copy from which all that was deleted is gone: the store must be made anew, too."""
    former: tuple[FileRow, ...] | None = None
    """Files of an earlier build that was made otherwise, which are part of this one."""
    inventory: Inventory = field(init=False)
    links: Links = field(init=False)
    articles: Articles = field(init=False)
    graphs: Graphs = field(init=False)
    amendments: Amendments = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "inventory", Inventory(self.index))
        object.__setattr__(self, "links", Links(self.index, fresh=self.is_new))
        object.__setattr__(self, "articles", Articles(self.index, self.recipe, self.links))
        object.__setattr__(self, "amendments", Amendments(self.index))
        object.__setattr__(self, "graphs", Graphs(self.index, self.recipe.base_iri, fresh=self.is_new))


@contextmanager
def new_site(out: Path, recipe: Recipe, *, force: bool) -> Iterator[Site]:
    """Open a folder to build into: what it holds stays part of the build, unless `force`.

    What was built by another version, or with other options, is made anew from the files it was built of.
    """
    ending = Ending()
    with looking_rarely(), workspace(out, force=force, ending=ending) as staging, told_damage(out / NAME):
        former, corrections = None, ("", "")
        if not force and is_build(out):
            index = ending.index = Index.open(out / NAME)
            if index.noted("fingerprint") == made_by(recipe):
                yield _in_place(Site(out=out, staging=staging, index=index, recipe=recipe, ending=ending))
                return
            former = tuple(Inventory(index).files())
            corrections = Amendments(index).noted
            index.close()
            ending.index = None
        with closing(Index.create(staging / NAME, made_by(recipe))) as index:
            if former is not None:
                Amendments(index).take(*corrections)
            yield Site(out=out, staging=staging, index=index, recipe=recipe, ending=ending, is_new=True, former=former)
            index.commit()


@contextmanager
def known_site(out: Path, *, copy: bool) -> Iterator[Site]:
    """Open a build as it is, with a copy of its index where nothing of the former may stay.

    Raises `UsageError` where there is none, or where it was built by another version or with other lexicons.
    """
    settle(out)
    if not is_build(out):
        raise UsageError(f"{out}: holds no finished build 没有构建结果; make one by: kg build PAGES --out {out}")
    ending = Ending()
    with looking_rarely(), workspace(out, ending=ending) as staging, told_damage(out / NAME):
        if not copy:
            index = ending.index = Index.open(out / NAME)
            yield _in_place(Site(out=out, staging=staging, index=index, recipe=_recipe(out, index), ending=ending))
            return
        copy_index(out / NAME, staging / NAME)
        with closing(Index.open(staging / NAME, alone=True)) as index:
            yield Site(out=out, staging=staging, index=index, recipe=_recipe(out, index), ending=ending, is_copy=True)
            index.commit()


def _in_place(site: Site) -> Site:
    generation = str(int(site.index.generation) + 1)
    site.index.note("generation", generation)
    site.ending.generation = generation
    site.ending.keep.append(NAME)
    return site


def _recipe(out: Path, index: Index) -> Recipe:
    """Return what the build was made by."""
    noted = index.noted("fingerprint") or "{}"
    told = json.loads(noted).get("recipe", {"base_iri": "", "text": True, "private": "keep", "numbers": True})
    redaction = Redaction(private=told["private"], numbers=told["numbers"], graves=read_graves(out / GRAVES))
    recipe = Recipe(base_iri=told["base_iri"], text=told["text"], redaction=redaction)
    if noted != made_by(recipe):
        raise UsageError(f"{out}: {_OTHERWISE}")
    return recipe


def made_by(recipe: Recipe) -> str:
    """Return all that decides the result, the inputs apart."""
    made_by = {
        "version": __version__,
        "versions": versions(),
        "lexicon": fingerprint(),
        "recipe": {
            "base_iri": recipe.base_iri,
            "text": recipe.text,
            "private": recipe.redaction.private,
            "numbers": recipe.redaction.numbers,
        },
        "graves": hashlib.sha256(repr(recipe.redaction.graves).encode()).hexdigest(),
    }
    return json.dumps(made_by, sort_keys=True)
