"""The one factory of RDF terms: whatever is written to a graph passes through here.

Terms are strings in canonical N-Triples syntax. What cannot be written so that every reader takes it for the same
thing is refused with an `InputError`: relative or non-ASCII IRIs, schemes that run code or read files, lone
surrogates, numbers without end.
"""

import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache

from kg import expressions as re
from kg.errors import InputError
from kg.ports import Term
from kg.vocabulary.namespaces import NAMESPACES

_CHAR = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})"
_WEB = r"https?://[A-Za-z0-9][A-Za-z0-9.\-]*(?::[0-9]{1,5})?(?:/" + _CHAR + r"*)?"
_NAME = r"(?:urn:[A-Za-z0-9][A-Za-z0-9\-]{0,31}|tag|info|ark|doi|hdl):" + _CHAR + "+"
_IRI = re.compile(rf"(?:{_WEB}|{_NAME})(?:\?(?:{_CHAR}|\?)*)?(?:#(?:{_CHAR}|\?)*)?", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")

_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)}
_ESCAPES |= {ord(c): e for c, e in (("\b", "\\b"), ("\t", "\\t"), ("\n", "\\n"), ("\f", "\\f"), ("\r", "\\r"))}
_ESCAPES |= {ord('"'): '\\"', ord("\\"): "\\\\"}
_SPECIAL = re.compile('[\x00-\x1f"\\\\\x7f\ufffe\uffff]')
_ODD = re.compile('[\x00-\x1f"\\\\\x7f\ufffe\uffff\ud800-\udfff]')
"""What must be escaped or refused: most texts hold none of it."""

_DATE = f"^^<{NAMESPACES['xsd']}date>"
_INTEGER = f"^^<{NAMESPACES['xsd']}integer>"
_DECIMAL = f"^^<{NAMESPACES['xsd']}decimal>"
_BOOLEAN = f"^^<{NAMESPACES['xsd']}boolean>"
_STRING = NAMESPACES["xsd"] + "string"


def is_valid_iri(value: str) -> bool:
    """Tell whether a string may stand as an IRI in a graph: absolute, ASCII, of a scheme that only names."""
    return _IRI.fullmatch(value) is not None


def iri(value: str) -> Term:
    """Return an IRI as a term. Raises `InputError` where it may not stand in a graph."""
    if not is_valid_iri(value):
        shown = value[:80].encode("ascii", "backslashreplace").decode()
        raise InputError(f"IRI 不合规 / not an IRI a graph may hold: {shown} (absolute, ASCII, http, https or urn)")
    return Term(f"<{value}>")


def text(value: str, language: str | None = None) -> Term:
    """Return a string, in NFC, as a term; with a language tag (lower-cased) where one is given.

    Raises `InputError` for lone surrogates and for malformed tags.
    """
    if language is None:
        return Term(f'"{_escaped(value)}"')
    return Term(f'"{_escaped(value)}"@{_tag(language)}')


@lru_cache(maxsize=64)
def _tag(language: str) -> str:
    if not _LANGUAGE.fullmatch(language):
        raise InputError(f"语言标记不合规 / not a language tag: {language[:40]!r}")
    return language.lower()


def typed(value: str, datatype: str) -> Term:
    """Return a literal of any datatype, lexical form as given. Raises `InputError` where the datatype is no IRI."""
    if datatype == _STRING:
        return text(value)
    return Term(f'"{_escaped(value)}"^^{iri(datatype)}')


def day(value: date) -> Term:
    """Return an xsd:date."""
    return Term(f'"{value.isoformat()}"{_DATE}')


def integer(value: int) -> Term:
    """Return an xsd:integer (stores rewrite xsd:nonNegativeInteger to it)."""
    return Term(f'"{int(value)}"{_INTEGER}')


def boolean(value: bool) -> Term:  # noqa: FBT001 - the value is the subject here
    """Return an xsd:boolean."""
    return Term(f'"{str(value).lower()}"{_BOOLEAN}')


def decimal(value: Decimal) -> Term:
    """Return an xsd:decimal in canonical form: no exponent, no trailing zeros, no point before nothing."""
    if not value.is_finite():
        raise InputError(f"数值无穷或无效 / not a finite number: {value}")
    digits = f"{value:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return Term(f'"{"0" if digits == "-0" else digits}"{_DECIMAL}')


def escaped(value: str) -> str:
    """Return a text as it stands between quotation marks in N-Triples; nothing else is changed."""
    return value.translate(_ESCAPES) if _SPECIAL.search(value) else value


def _escaped(value: str) -> str:
    if _ODD.search(value) is None:
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if not value.isascii():
        if found := _SURROGATE.search(value):
            raise InputError(f"文本含孤立代理码 / lone surrogate U+{ord(found[0]):04X} at character {found.start()}")
        value = unicodedata.normalize("NFC", value)
    return escaped(value)
