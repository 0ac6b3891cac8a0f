"""How much a graph holds: triples, subjects, instances a class, triples a property, the days it spans."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kg.ports import Quad, Term
from kg.vocabulary import name
from kg.writing.subjects import plain, subjects

_TYPE, _PUBLISHED = name("rdf:type"), name("schema:datePublished")


@dataclass(slots=True)
class Census:
    """Counts over the union of all graphs."""

    triples: int = 0
    subjects: int = 0
    classes: Counter[Term] = field(default_factory=Counter)
    properties: Counter[Term] = field(default_factory=Counter)
    days: tuple[str, str] | None = None
    """First and last day of publication."""


def count(quads: Iterable[Quad], scratch: Path) -> Census:
    """Count a graph, streaming."""
    census = Census()
    days: set[str] = set()
    for _, said in subjects(quads, scratch):
        census.subjects += 1
        census.classes.update(said.get(_TYPE, ()))
        for predicate, values in said.items():
            census.properties[predicate] += len(values)
            census.triples += len(values)
        days.update(map(plain, said.get(_PUBLISHED, ())))
        days = {min(days), max(days)} if days else days
    census.days = (min(days), max(days)) if days else None
    return census
