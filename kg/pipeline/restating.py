"""Graphs stated anew: with what was decided of their things beside those of other articles, and as corrected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.model.facts import ResolvedArticle
from kg.pipeline.chain import Recipe, state
from kg.pipeline.linking import decisions_in
from kg.pipeline.naming import names_in
from kg.pipeline.packing import unpack_record, write_record
from kg.pipeline.products import PackedGraph, pack_graph
from kg.ports import Quad, Term
from kg.resolving import Corrections, Identity, correct, decide, identities_of


@dataclass(frozen=True, slots=True)
class LastWord:
    """A user's corrections, and what the things are that they speak of."""

    corrections: Corrections
    known: Mapping[str, Identity]


@dataclass(frozen=True, slots=True)
class Item:
    """A graph to look at: the packed records of its articles, and what was decided of them."""

    iri: Term
    resolved: tuple[bytes, ...]
    decisions: tuple[bytes, ...]
    is_open: bool
    """It must be stated in any case; else only where a correction fits."""


@dataclass(frozen=True, slots=True)
class Restating:
    """Graphs to look at together."""

    items: tuple[Item, ...]
    recipe: Recipe
    last_word: LastWord


@dataclass(frozen=True, slots=True)
class Restated:
    """What became of a graph: None where it is as it was. `fitted` are the lines of the corrections that fit."""

    iri: Term
    graph: PackedGraph | None
    fitted: frozenset[int]


@dataclass(frozen=True, slots=True)
class Named:
    """The things of a graph that corrections speak of: written identities, by the IRI that they are called by."""

    iri: Term
    identities: dict[str, bytes]


def restate(task: Restating) -> tuple[Restated, ...]:
    """State graphs as decided and corrected."""
    return tuple(_restated(item, task.recipe, task.last_word) for item in task.items)


def name_things(task: Restating) -> tuple[Named, ...]:
    """Find the things that corrections speak of, as they were decided to be."""
    return tuple(_named(item, task.recipe, task.last_word.corrections.references) for item in task.items)


def _restated(item: Item, recipe: Recipe, last_word: LastWord) -> Restated:
    names = names_in(item.iri, recipe.base_iri)
    fitted: set[int] = set()
    quads: list[Quad] = []
    for record in _decided(item):
        corrected, lines = correct(record, last_word.corrections, last_word.known, names)
        fitted |= lines
        if item.is_open or fitted:
            quads += state(corrected, recipe)
    graph = pack_graph(item.iri, quads, recipe.base_iri) if item.is_open or fitted else None
    return Restated(item.iri, graph, frozenset(fitted))


def _named(item: Item, recipe: Recipe, wanted: frozenset[str]) -> Named:
    names = names_in(item.iri, recipe.base_iri)
    found: dict[str, bytes] = {}
    for record in _decided(item):
        found |= {name: write_record(each) for name, each in identities_of(record, wanted, names).items()}
    return Named(item.iri, found)


def _decided(item: Item) -> Iterator[ResolvedArticle]:
    decisions = decisions_in(item.decisions)
    return (decide(unpack_record(packed), decisions) for packed in item.resolved)
