"""What literals are worth: well-formedness and order, as rdflib (hence pyshacl) has them."""

import logging
import re
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from rdflib import Literal
from rdflib.term import URIRef

from kg.ports import Term
from kg.vocabulary import NAMESPACES
from kg.vocabulary.syntax import parse_term, unescape

logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # an ill-formed literal is a finding, not news for the console
_XSD = NAMESPACES["xsd"]
_PYTHON: dict[str, type | tuple[type, ...]] = {
    "integer": int,
    "float": float,
    "decimal": Decimal,
    "boolean": bool,
    "date": date,
    "time": time,
    "dateTime": datetime,
}
_CLASSES = {_XSD + local: each for local, each in _PYTHON.items()}
_INTEGER = re.compile(rf'"([0-9]{{1,18}})"\^\^<{re.escape(_XSD)}integer>')
"""What most comparisons are between: offsets."""
_STRING, _LANG_STRING = _XSD + "string", NAMESPACES["rdf"] + "langString"
_LITERAL, _DATATYPE = NAMESPACES["rdfs"] + "Literal", NAMESPACES["rdfs"] + "Datatype"


def is_literal(term: Term) -> bool:
    """Tell whether a term is a literal."""
    return term[0] == '"'


def is_blank(term: Term) -> bool:
    """Tell whether a term is a blank node."""
    return term[0] == "_"


def lexical(term: Term) -> str:
    """Return what SPARQL's STR gives: the text of a literal, an IRI without its brackets."""
    return unescape(term[1 : term.rindex('"')] if term[0] == '"' else term[1:-1])


def language(term: Term) -> str | None:
    """Return the language tag of a literal, if it has one."""
    tail = term[term.rindex('"') + 1 :] if term[0] == '"' else ""
    return tail[1:].lower() if tail.startswith("@") else None


@lru_cache(maxsize=20_000)
def has_datatype(term: Term, datatype: str) -> bool:
    """Tell whether a term is a literal of this datatype and not ill-formed."""
    if not is_literal(term):
        return False
    if term[-1] == '"':
        return datatype in (_STRING, _LITERAL)
    if language(term) is not None:
        return datatype in (_LANG_STRING, _LITERAL)
    found = _literal(term)
    if str(found.datatype) != datatype:
        return datatype in (_LITERAL, _DATATYPE)
    return not found.ill_typed and isinstance(found.value, _CLASSES.get(datatype, object))


def comes_before(first: Term, second: Term, *, or_equals: bool) -> bool:
    """Tell whether a value is less than another (or equal to it); values that cannot be compared are not."""
    left, right = _INTEGER.fullmatch(first), _INTEGER.fullmatch(second)
    if left and right:
        return int(left[1]) < int(right[1]) + or_equals
    one, other = _comparable(first), _comparable(second)
    if isinstance(one, Literal) and isinstance(other, Literal):
        return _literal_before(one, other, or_equals=or_equals)
    if one is None or other is None or isinstance(one, Literal) or isinstance(other, Literal):
        return False
    return one < other or (or_equals and one == other)


def _literal_before(one: Literal, other: Literal, *, or_equals: bool) -> bool:
    """Compare as rdflib does where it can; where pyshacl fails, as at ill-formed dates, the values are not in order."""
    try:
        return bool(one < other) or (or_equals and bool(one.eq(other)))
    except TypeError:
        return False


def compare(term: Term, limit: Term) -> int | None:
    """Return how a literal stands to a limit: below 0, 0 or above; None where they cannot be compared."""
    if not is_literal(term):
        return None
    one, other = _literal(term), _literal(limit)
    if isinstance(one.value, str) != isinstance(other.value, str):
        return None
    with suppress(TypeError, NotImplementedError):
        if one.eq(other):
            return 0
        is_timed = isinstance(one.value, datetime | time)  # rdflib's own order ignores that some have no time zone
        return 1 if (one.value > other.value if is_timed else one > other) else -1
    return None


def _comparable(term: Term) -> Literal | str | None:
    if is_blank(term):
        return None
    if not is_literal(term):
        return lexical(term)
    found = _literal(term)
    return found.value if isinstance(found.value, str) else found


@lru_cache(maxsize=20_000)
def _literal(term: Term) -> Literal:
    _, value, tag, datatype = parse_term(term)
    return Literal(value, lang=tag, datatype=datatype and URIRef(datatype), normalize=False)
