"""How nodes get their IRIs: `{base}{kind}/{first 128 bits of SHA-256}` over what identifies the node."""

import unicodedata
from hashlib import sha256
from json.encoder import encode_basestring

from kg.errors import UsageError
from kg.model.article import Article
from kg.vocabulary.terms import is_valid_iri

DEFAULT_BASE = "https://w3id.org/pressgraph/id/"
_BITS = 128
_NULL = "null"


def check_base(base_iri: str) -> str:
    """Return a base for instance IRIs as given. Raises `UsageError` where no IRI of a graph may begin with it."""
    if not is_valid_iri(base_iri + "x") or not base_iri.endswith(("/", "#", ":")):
        remedy = f"use an absolute ASCII IRI that ends in /, # or :, such as {DEFAULT_BASE}"
        raise UsageError(f"--base-iri 不可用 / cannot begin IRIs: {base_iri!r}; {remedy}")
    return base_iri


def mint(base_iri: str, kind: str, *parts: str | int | None) -> str:
    """Return the IRI of a node of this kind that these parts identify, their order included.

    Parts are told apart by JSON's quoting, so that no two lists of parts give one string.
    """
    written = [
        encode_basestring(part) if isinstance(part, str) else _NULL if part is None else str(part) for part in parts
    ]
    key = f"[{','.join((encode_basestring(kind), *written))}]"
    if not key.isascii():
        key = unicodedata.normalize("NFC", key)
    return f"{base_iri}{kind}/{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[: _BITS // 4]}"


def article_iri(article: Article, base_iri: str) -> str:
    """Return the IRI of an article: its own where it has one that may stand in a graph, else a minted one."""
    if article.iri is not None and is_valid_iri(article.iri):
        return article.iri
    return mint(base_iri, "article", article.source_sha256, article.source_start)
