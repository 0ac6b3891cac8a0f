"""What the outer layers share: quads as written, and the store that answers queries."""

from collections.abc import Iterator
from typing import NamedTuple, NewType, Protocol

from kg.model.table import Table

Term = NewType("Term", str)
"""An RDF term in canonical N-Triples syntax: `<iri>`, `"text"`, `"text"@zh`, `"1"^^<type>`. Made by `vocabulary`."""


class Quad(NamedTuple):
    """A triple and the named graph it stands in."""

    subject: Term
    predicate: Term
    object: Term
    graph: Term


new_quad = tuple.__new__
"""Makes a `Quad` of its terms in half the time: `new_quad(Quad, terms)`."""
Triple = tuple[Term, Term, Term]


class Store(Protocol):
    """A triple store that is asked: on disk, in memory, in a worker process or behind an endpoint.

    Queries see the union of all graphs as the default graph. A triple that stands in two graphs may be met twice, so
    queries say DISTINCT. All three raise `QueryError` for a query that cannot be run and `StoreError` for a store that
    does not answer.
    """

    def select(self, query: str, *, limit: int | None = None) -> Table:
        """Run a SELECT; keep at most `limit` rows."""

    def construct(self, query: str, *, limit: int | None = None) -> Iterator[Triple]:
        """Run a CONSTRUCT or DESCRIBE; give at most `limit` triples."""

    def ask(self, query: str) -> bool:
        """Run an ASK."""

    def close(self) -> None:
        """Give back files, connections and processes."""
