"""What literals are worth as rdflib (hence pyshacl) has it: the cases that are not plain. Imported where one is met."""

import logging
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from rdflib import Literal
from rdflib.term import URIRef

from kg.ports import Term
from kg.vocabulary import NAMESPACES
from kg.vocabulary.syntax import parse_term

logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # an ill-formed literal is a finding, not news for the console
_PYTHON: dict[str, type | tuple[type, ...]] = {
    "integer": int,
    "float": float,
    "decimal": Decimal,
    "boolean": bool,
    "date": date,
    "time": time,
    "dateTime": datetime,
}
_CLASSES = {NAMESPACES["xsd"] + local: each for local, each in _PYTHON.items()}
_LITERAL, _DATATYPE = NAMESPACES["rdfs"] + "Literal", NAMESPACES["rdfs"] + "Datatype"


def has_datatype(term: Term, datatype: str) -> bool:
    """Tell whether a typed literal is of this datatype and not ill-formed."""
    found = literal(term)
    if str(found.datatype) != datatype:
        return datatype in (_LITERAL, _DATATYPE)
    return not found.ill_typed and isinstance(found.value, _CLASSES.get(datatype, object))


def comes_before(one: Literal | str | None, other: Literal | str | None, *, or_equals: bool) -> bool:
    """Tell whether a literal, or the text of a plain one or of an IRI, is less than another (or equal to it).

    Compares as rdflib does where it can; where pyshacl fails, as at ill-formed dates, the values are not in order.
    """
    if isinstance(one, Literal) and isinstance(other, Literal):
        try:
            return bool(one < other) or (or_equals and bool(one.eq(other)))
        except TypeError:
            return False
    if one is None or other is None or isinstance(one, Literal) or isinstance(other, Literal):
        return False
    return one < other or (or_equals and one == other)


def compare(term: Term, limit: Term) -> int | None:
    """Return how a literal stands to a limit: below 0, 0 or above; None where they cannot be compared."""
    one, other = literal(term), literal(limit)
    if isinstance(one.value, str) != isinstance(other.value, str):
        return None
    with suppress(TypeError, NotImplementedError):
        if one.eq(other):
            return 0
        is_timed = isinstance(one.value, datetime | time)  # rdflib's own order ignores that some have no time zone
        return 1 if (one.value > other.value if is_timed else one > other) else -1
    return None


def comparable(term: Term) -> Literal | str:
    """Return a literal as what it is compared by: its text where it is one."""
    found = literal(term)
    return found.value if isinstance(found.value, str) else found


@lru_cache(maxsize=20_000)
def literal(term: Term) -> Literal:
    """Return a literal as rdflib has it, its lexical form untouched."""
    _, value, tag, datatype = parse_term(term)
    return Literal(value, lang=tag, datatype=datatype and URIRef(datatype), normalize=False)
