"""Short names: the prefixes of one file, and each term as Turtle writes it."""

from collections.abc import Container
from functools import lru_cache

from kg import expressions as re
from kg.ports import Term
from kg.vocabulary import CONCEPT_BASE, NAMESPACES, SCHEMES
from kg.vocabulary.syntax import XSD_STRING, parse_term

KINDS = (
    "article", "page", "event", "campaign", "participation", "tenure", "figure", "when", "evidence",
    "person", "organization", "place", "merge",
)  # fmt: skip
_RARE = ("rdf", "sh", "shape", "owl", "void", "dcat", "spdx")
"""Prefixes that are declared only where their namespaces are used."""
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_\-]*[A-Za-z0-9_])?", re.ASCII)
_MINTED, _HEX = re.compile("[0-9a-f]{32}>"), 33
"""How the IRIs of nodes of ours end, and how long that is."""
_INTEGER = re.compile(r"0|-?[1-9][0-9]*", re.ASCII)
_INSIDE = re.compile(r'["\\]|[\x00-\x09\x0b-\x1f\x7f\ufffe\uffff]')


class Names:
    """The prefixes of one file, and how each term is written with them."""

    def __init__(self, instance_base: str | None, used: Container[str]) -> None:
        self.prefixes = {prefix: each for prefix, each in NAMESPACES.items() if prefix not in _RARE or each in used}
        if instance_base is not None:
            self.prefixes |= {kind: f"{instance_base}{kind}/" for kind in KINDS}
        self.prefixes |= {scheme: f"{CONCEPT_BASE}{scheme}/" for scheme in SCHEMES}
        self._by_namespace = {namespace: prefix for prefix, namespace in self.prefixes.items()}
        self._by_beginning = {f"<{namespace}": f"{prefix}:" for prefix, namespace in self.prefixes.items()}
        self._iri = lru_cache(maxsize=1_000)(self._shortened)

    def declarations(self) -> str:
        """Return the lines that declare the prefixes."""
        return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in self.prefixes.items())

    def written(self, term: Term) -> str:
        """Return a term in Turtle."""
        if term[0] == "<":
            short = self._by_beginning.get(term[:-_HEX])
            return (
                f"{short}{term[-_HEX:-1]}" if short and _MINTED.fullmatch(term, len(term) - _HEX) else self._iri(term)
            )
        return term if term.startswith("_:") else self._literal(term)

    def _shortened(self, term: Term) -> str:
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        prefix = self._by_namespace.get(term[1:cut])
        return f"{prefix}:{term[cut:-1]}" if prefix and _LOCAL.fullmatch(term[cut:-1]) else term

    def _literal(self, term: Term) -> str:
        if term.endswith('"') and "\\n" not in term:
            return term
        _, value, language, datatype = parse_term(term)
        if datatype == NAMESPACES["xsd"] + "integer" and _INTEGER.fullmatch(value):
            return value
        quoted = term[: term.rindex('"') + 1] if "\n" not in value else _long(value)
        if language:
            return f"{quoted}@{language}"
        return quoted if datatype in (None, XSD_STRING) else f"{quoted}^^{self._iri(Term(f'<{datatype}>'))}"


def _long(value: str) -> str:
    """Return a text with line ends between triple quotes, as it reads."""
    return f'"""{_INSIDE.sub(_escape, value)}"""'


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}" if match[0] in '"\\' else f"\\u{ord(match[0]):04X}"
