"""What the outer layers share: quads as written, and the store that answers queries."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, NewType, Protocol

Term = NewType("Term", str)
"""An RDF term in canonical N-Triples syntax: `<iri>`, `"text"`, `"text"@zh`, `"1"^^<datatype>`. Made by `vocabulary` only."""


class Quad(NamedTuple):
    """A triple and the named graph it stands in."""

    subject: Term
    predicate: Term
    object: Term
    graph: Term


class Store(Protocol):
    """A triple store that is loaded and asked."""

    def load(self, quads: Iterable[Quad]) -> int:
        """Add quads; return how many were given."""

    def select(self, query: str) -> tuple[tuple[str, ...], Iterator[tuple[Term | None, ...]]]:
        """Run a SELECT over the union of all graphs; return the variables and the rows."""

    def construct(self, query: str) -> Iterator[tuple[Term, Term, Term]]:
        """Run a CONSTRUCT or DESCRIBE over the union of all graphs."""

    def ask(self, query: str) -> bool:
        """Run an ASK over the union of all graphs."""
