"""Terms taken apart and put together: canonical N-Triples syntax, value, language and datatype."""

from functools import lru_cache
from typing import Literal, NamedTuple

from kg import expressions as re
from kg.ports import Term
from kg.vocabulary.namespaces import NAMESPACES
from kg.vocabulary.terms import escaped

XSD_STRING = NAMESPACES["xsd"] + "string"
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf"\'\\]))')
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


class Node(NamedTuple):
    """A term in pieces. `value` is the IRI, the blank node's name, or the literal's text."""

    kind: Literal["iri", "blank", "literal"]
    value: str
    language: str | None = None
    datatype: str | None = None


@lru_cache(maxsize=4096)
def parse_term(term: Term) -> Node:
    """Take a term apart; a plain string has datatype None."""
    if term.startswith("<"):
        return Node("iri", unescape(term[1:-1]))
    if term.startswith("_:"):
        return Node("blank", term[2:])
    end = term.rindex('"')
    value, tail = unescape(term[1:end]), term[end + 1 :]
    if tail.startswith("@"):
        return Node("literal", value, language=tail[1:])
    return Node("literal", value, datatype=tail[3:-1] or None)


def write_term(node: Node) -> Term:
    """Put a term together again, as it was."""
    if node.kind != "literal":
        return Term(f"<{node.value}>" if node.kind == "iri" else f"_:{node.value}")
    quoted = f'"{escaped(node.value)}"'
    if node.language:
        return Term(f"{quoted}@{node.language}")
    return Term(quoted if node.datatype in (None, XSD_STRING) else f"{quoted}^^<{node.datatype}>")


def unescape(value: str) -> str:
    """Undo the escapes of N-Triples."""
    return _ESCAPE.sub(_character, value) if "\\" in value else value


def _character(match: re.Match[str]) -> str:
    short, long, plain = match.groups()
    return _PLAIN[plain] if plain else chr(int(short or long, 16))
