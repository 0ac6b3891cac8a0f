"""One result of one check, before it is led back to the article."""

from typing import NamedTuple

from kg.ports import Term
from kg.vocabulary import name

VIOLATION = name("sh:Violation")


class Finding(NamedTuple):
    """A node that breaks a rule, as SHACL reports it."""

    focus: Term
    path: str | None
    """The predicate as a term, or a path in Turtle (`[ sh:inversePath <p> ]`)."""
    value: Term | None
    constraint: Term
    shape: Term | None
    severity: Term
    message_zh: str
    message_en: str
