"""What things and stretches of text are called in the graph of an article."""

from kg.mapping import thing_iri
from kg.ports import Term
from kg.resolving import Names
from kg.vocabulary import mint


def names_in(article: Term, base_iri: str) -> Names:
    """Return how the things of an article and the evidence in it are called."""
    own = article[1:-1]
    return Names(
        thing=lambda thing: thing_iri(thing, own, base_iri),
        evidence=lambda span: mint(base_iri, "evidence", own, span.start, span.end),
    )
