"""What literals are worth: well-formedness and order. Plain cases are decided here, others as rdflib has them."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import ModuleType

from kg import expressions as re
from kg.ports import Term
from kg.vocabulary import NAMESPACES
from kg.vocabulary.syntax import unescape

_XSD = NAMESPACES["xsd"]
_INTEGER = re.compile(rf'"([0-9]{{1,18}})"\^\^<{re.escape(_XSD)}integer>')
_DECIMAL = re.compile(rf'"(-?[0-9]{{1,18}}(?:\.[0-9]{{1,18}})?)"\^\^<{re.escape(_XSD)}decimal>')
_DATE = re.compile(rf'"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"\^\^<{re.escape(_XSD)}date>')
_STRING, _LANG_STRING = _XSD + "string", NAMESPACES["rdf"] + "langString"
_LITERAL = NAMESPACES["rdfs"] + "Literal"


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
    return _is_plain(term, datatype) or bool(_reference().has_datatype(term, datatype))


def _is_plain(term: Term, datatype: str) -> bool:
    """Tell whether a literal is an integer, decimal, day or truth that needs no second look."""
    match datatype.removeprefix(_XSD):
        case "integer":
            return _INTEGER.fullmatch(term) is not None
        case "decimal":
            return _DECIMAL.fullmatch(term) is not None
        case "date":
            return _day(term) is not None
        case "boolean":
            return lexical(term) in ("true", "false") and term.endswith(f"^^<{datatype}>")
    return False


def comes_before(first: Term, second: Term, *, or_equals: bool) -> bool:
    """Tell whether a value is less than another (or equal to it); values that cannot be compared are not."""
    left, right = _INTEGER.fullmatch(first), _INTEGER.fullmatch(second)
    if left and right:
        return int(left[1]) < int(right[1]) + or_equals
    left, right = _DECIMAL.fullmatch(first), _DECIMAL.fullmatch(second)
    if left and right:
        value, other = Decimal(left[1]), Decimal(right[1])
        return value < other or (or_equals and value == other)
    day, other_day = _day(first), _day(second)
    if day and other_day:
        return day < other_day or (or_equals and day == other_day)
    return bool(_reference().comes_before(_comparable(first), _comparable(second), or_equals=or_equals))


def compare(term: Term, limit: Term) -> int | None:
    """Return how a literal stands to a limit: below 0, 0 or above; None where they cannot be compared."""
    if not is_literal(term):
        return None
    left, right = _INTEGER.fullmatch(term), _INTEGER.fullmatch(limit)
    if left and right:
        return (int(left[1]) > int(right[1])) - (int(left[1]) < int(right[1]))
    found: int | None = _reference().compare(term, limit)
    return found


@lru_cache(maxsize=20_000)
def _day(term: Term) -> date | None:
    """Return the day of a plain date that there is."""
    found = _DATE.fullmatch(term)
    try:
        return None if found is None else date.fromisoformat(found[1])
    except ValueError:
        return None


def _comparable(term: Term) -> object:
    if is_blank(term):
        return None
    return _reference().comparable(term) if is_literal(term) else lexical(term)


def _reference() -> ModuleType:
    from kg.validating.compiled import rdflib_literals  # noqa: PLC0415 - takes longer to load than a page to build

    return rdflib_literals
