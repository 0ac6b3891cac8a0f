"""A store behind a SPARQL endpoint. This module is all that knows SPARQLWrapper."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any, Self, cast
from urllib.error import HTTPError, URLError

import pyoxigraph as ox
from SPARQLWrapper import DIGEST, JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from kg import expressions as re
from kg.errors import KgError, QueryError, StoreError
from kg.model.table import Row, Table, Value
from kg.ports import Triple
from kg.storing.credentials import credentials_for
from kg.storing.profiles import Profile, profile_named, recognise
from kg.storing.terms import triple_of

MAX_BYTES = 100_000_000
"""Of an answer; what is longer is refused, not cut, since a cut answer would be wrong."""

_GRAPH = re.compile(r"(?<![\w:?$])GRAPH(?![\w:])", re.IGNORECASE)
_QUOTED = re.compile(
    r"\"{3}(?:[^\"\\]|\\.|\"{1,2}(?!\"))*\"{3}|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}"
    r"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|<[^<>\"{}|^`\s]*>|#[^\n]*",
)
"""Strings, IRIs and comments, in which GRAPH is no keyword."""
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_KINDS = {"uri": "iri", "literal": "literal", "typed-literal": "literal", "bnode": "bnode"}


class RemoteStore:
    """An endpoint that is asked by the SPARQL protocol, within a time that is given in seconds."""

    def __init__(self, endpoint: str, *, time_out: float = 60.0, profile: str | None = None) -> None:
        self.endpoint = endpoint
        self._time_out = time_out
        self._profile: Profile | None = profile_named(profile) if profile else None
        self._credentials = credentials_for(endpoint, self._profile.scheme if self._profile else "basic")
        self._known = profile is not None

    def select(self, query: str, *, limit: int | None = None) -> Table:
        """Run a SELECT over the union of all graphs; keep at most `limit` rows."""
        answer = self._json(query)
        try:
            columns = tuple(answer["head"]["vars"])
            rows = [_row(columns, bindings) for bindings in answer["results"]["bindings"]]
        except (KeyError, TypeError, AttributeError) as failure:
            raise StoreError(f"{self.endpoint}: the answer is no table of results 返回的不是查询结果") from failure
        return Table(columns=columns, rows=tuple(rows[:limit]), truncated=limit is not None and len(rows) > limit)

    def construct(self, query: str, *, limit: int | None = None) -> Iterator[Triple]:
        """Run a CONSTRUCT or DESCRIBE over the union of all graphs; give at most `limit` triples."""
        body, _ = self._asked(query, TURTLE)
        try:
            triples = [triple_of(quad) for quad in ox.parse(body, format=ox.RdfFormat.TURTLE)]
        except SyntaxError as failure:
            raise StoreError(f"{self.endpoint}: the answer is no Turtle 返回的不是 Turtle: {failure.msg}") from failure
        return iter(triples[:limit])

    def ask(self, query: str) -> bool:
        """Run an ASK over the union of all graphs."""
        answer = self._json(query)
        if "boolean" not in answer:
            raise StoreError(f"{self.endpoint}: the answer to an ASK is neither yes nor no 返回的不是真假值")
        return bool(answer["boolean"])

    def headers(self) -> str | None:
        """Return the headers of an answer, which may say what kind of server this is; None where there is none."""
        try:
            return self._sent("ASK { }", JSON)[1]
        except KgError:
            return None

    def close(self) -> None:
        """Do nothing: each request has a connection of its own."""

    def _json(self, query: str) -> dict[str, Any]:
        body, _ = self._asked(query, JSON)
        try:
            # Virtuoso puts raw control characters into strings.
            return cast("dict[str, Any]", json.loads(body, strict=False))
        except ValueError as failure:
            shown = _first_words(body)
            raise StoreError(
                f"{self.endpoint}: the answer is no JSON; is this a SPARQL endpoint? 返回的不是 JSON: {shown}"
            ) from failure

    def _asked(self, query: str, wanted: str) -> tuple[bytes, str]:
        if not self._known:
            self._known = True
            _, headers = self._sent("ASK { }", JSON)
            self._profile = recognise(headers)
        return self._sent(query, wanted)

    def _sent(self, query: str, wanted: str) -> tuple[bytes, str]:
        """Send a query; return the body of the answer and its headers as text."""
        wrapper = self._wrapper(query, wanted)
        try:
            result = wrapper.query()
            with closing(result.response) as response:
                body = response.read(MAX_BYTES + 1)
            headers = " ".join(f"{name}: {value}" for name, value in result.info().items())
        except (SPARQLWrapperException, HTTPError, URLError, OSError, ValueError) as failure:
            raise self._error(failure) from failure
        if len(body) > MAX_BYTES:
            raise QueryError("the answer is too large; add LIMIT or --limit 结果过大，请加 --limit")
        return body, headers

    def _wrapper(self, query: str, wanted: str) -> SPARQLWrapper:
        wrapper = SPARQLWrapper(self.endpoint, returnFormat=wanted, agent="pressgraph")
        wrapper.setOnlyConneg(True)
        wrapper.setMethod(POST)
        wrapper.setTimeout(max(1, round(self._time_out)))
        for name, value in self._union(query).items():
            wrapper.addParameter(name, value)
        if (known := self._credentials) is not None and known.scheme == "bearer":
            wrapper.addCustomHttpHeader("Authorization", f"Bearer {known.secret}")
        elif known is not None:
            wrapper.setCredentials(known.user, known.secret)
            wrapper.setHTTPAuth(DIGEST if known.scheme == "digest" else "BASIC")
        wrapper.setQuery(query)
        return wrapper

    def _union(self, query: str) -> Mapping[str, str]:
        """Return what makes the default graph the union, unless the query names graphs: Fuseki then would see none."""
        return {} if self._profile is None or _GRAPH.search(_QUOTED.sub(" ", query)) else self._profile.union

    def _error(self, failure: Exception) -> KgError:
        """Turn what SPARQLWrapper and urllib raise into an error that says what to do."""
        for each in (failure, failure.__context__):
            if isinstance(each, HTTPError):
                each.close()
        text = _first_words(str(failure).encode("utf-8", "replace"))
        reason = getattr(failure, "reason", None)
        if isinstance(failure, TimeoutError) or isinstance(reason, TimeoutError) or "timed out" in text:
            return StoreError(f"{self.endpoint}: no answer within {self._time_out:g} s; raise --time-out 查询超时")
        kind = type(failure).__name__
        if kind == "QueryBadFormed":
            return QueryError(f"{self.endpoint} refuses the query 服务器拒绝此查询: {text}")
        if kind == "Unauthorized" or getattr(failure, "code", None) in (401, 403):
            return StoreError(
                f"{self.endpoint}: not allowed; set PRESSGRAPH_USER and PRESSGRAPH_PASSWORD, or netrc 无权访问"
            )
        if kind == "EndPointNotFound":
            return StoreError(f"{self.endpoint}: no endpoint at this address 此地址无 SPARQL 端点")
        return StoreError(f"{self.endpoint}: {text} 服务器未能回答")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _row(columns: tuple[str, ...], bindings: dict[str, dict[str, str]]) -> Row:
    return tuple(_value(bindings[name]) if name in bindings else None for name in columns)


def _value(binding: dict[str, str]) -> Value:
    datatype = binding.get("datatype")
    kind = _KINDS[binding["type"]]
    return Value(
        "iri" if kind == "iri" else "bnode" if kind == "bnode" else "literal",
        binding["value"],
        binding.get("xml:lang"),
        None if datatype == _STRING else datatype,
    )


def _first_words(body: bytes) -> str:
    """Show the beginning of an answer on one line, without markup or control characters."""
    text = re.sub(r"<[^>]*>|[\x00-\x1f\x7f-\x9f\s]+", " ", body[:2000].decode("utf-8", "replace"))
    return re.sub(r" +", " ", text).strip()[:300]
