"""SPARQL cut into tokens, by the lexical grammar of SPARQL 1.1, so that queries can be checked and bound safely.

A token keeps its text; spaces and comments are tokens too, so the tokens joined are the query again.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg import expressions as re
from kg.errors import QueryError

_NAME_START = (
    r"A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF"
    r"\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_NAME = _NAME_START + r"0-9\u00B7\u0300-\u036F\u203F-\u2040"
_LOCAL_ESCAPE = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"

_KINDS = {
    "space": r"[ \t\r\n]+",
    "iri": r"<[^<>\"{}|^`\\\x00-\x20]*>",
    "comment": r"#[^\r\n]*",
    "string": r"'''(?:(?:'|'')?(?:[^'\\]|\\[tbnrf\\\"']))*'''"
    r"|\"\"\"(?:(?:\"|\"\")?(?:[^\"\\]|\\[tbnrf\\\"']))*\"\"\""
    r"|'(?:[^'\\\r\n]|\\[tbnrf\\\"'])*'"
    r"|\"(?:[^\"\\\r\n]|\\[tbnrf\\\"'])*\"",
    "variable": rf"[?$][{_NAME}]+",
    "language": r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*",
    "blank": rf"_:[{_NAME}](?:[{_NAME}.]*[{_NAME}])?",
    "prefixed": rf"(?:[{_NAME_START}](?:[{_NAME}.\-]*[{_NAME}\-])?)?:"
    rf"(?:(?:[{_NAME}:]|{_LOCAL_ESCAPE})(?:(?:[{_NAME}.:\-]|{_LOCAL_ESCAPE})*(?:[{_NAME}:\-]|{_LOCAL_ESCAPE}))?)?",
    "number": r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?",
    "word": r"[A-Za-z_][A-Za-z0-9_]*",
    "sign": r"\^\^|&&|\|\||!=|<=|>=|[{}()\[\].,;=<>+\-*/|^?!]",
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its kind (a name of the table above), its text, and where it starts."""

    kind: str
    text: str
    start: int

    def is_word(self, *words: str) -> bool:
        """Tell whether this is one of these keywords, given in capitals."""
        return self.kind == "word" and self.text.upper() in words


def tokenize(query: str) -> Iterator[Token]:
    """Cut a query into tokens. Raises `QueryError` with line and column where no token of SPARQL begins."""
    position = 0
    while position < len(query):
        match = _TOKEN.match(query, position)
        if match is None or match.lastgroup is None:
            raise QueryError(
                f"{place_in(query, position)}: {query[position]!r} begins nothing in SPARQL 不合 SPARQL 词法"
            )
        yield Token(match.lastgroup, match[0], position)
        position = match.end()


def significant(query: str) -> tuple[Token, ...]:
    """Give the tokens without spaces and comments."""
    return tuple(token for token in tokenize(query) if token.kind not in ("space", "comment"))


def place_in(text: str, offset: int) -> str:
    """Say where an offset is: line and column, from 1."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return f"line {line}, column {column}"
