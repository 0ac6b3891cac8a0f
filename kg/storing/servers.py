"""A server that is written to: graphs added and dropped, by the Graph Store Protocol or by SPARQL Update."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from time import sleep
from urllib.parse import urlencode

from kg.ports import Store
from kg.storing.credentials import credentials_for
from kg.storing.profiles import Profile, profile_named, recognise
from kg.storing.remote import RemoteStore
from kg.storing.transport import Transport, checked_base

CHUNK = 20_000
"""Triples of one request of the Graph Store Protocol."""
UPDATE_CHUNK = 1_000
"""Triples of one INSERT DATA; some servers compile an update into a plan as long as it."""

_TURTLE = "text/turtle;charset=utf-8"
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server at a base URL, of a kind that we know, with a store to ask it by."""

    base: str
    profile: Profile
    transport: Transport
    store: Store

    def add(self, graph: str, lines: bytes) -> None:
        """Add lines of N-Triples to a graph. When this is interrupted, the graph may hold a part of them."""
        if self.profile.graphs is None:
            for chunk in _chunks(lines, UPDATE_CHUNK):
                self.update(f"INSERT DATA {{ GRAPH <{graph}> {{\n{chunk.decode()}}} }}")
            return
        for chunk in _chunks(lines, CHUNK):
            self.transport.send("POST", self.profile.graphs, chunk, _TURTLE, {self.profile.graph_field: graph})

    def drop(self, graphs: Iterable[str]) -> None:
        """Take graphs away, whether they are there or not.

        By an update, not by PUT or DELETE: those leave decimals behind in Jena's TDB2 (its issue 3404).
        """
        self.update(" ;\n".join(f"DROP SILENT GRAPH <{graph}>" for graph in graphs))

    def update(self, update: str) -> None:
        """Run a SPARQL Update."""
        body = urlencode({self.profile.update_field: update}).encode()
        self.transport.send("POST", self.profile.update or "", body, _FORM)


def connect(
    url: str,
    *,
    profile: str | None = None,
    time_out: float = 60.0,
    pause: Callable[[float], None] = sleep,
) -> Server:
    """Reach a server; its kind is told by its answers where `profile` does not say it.

    Raises `UsageError` for an unknown profile or a URL with a password in it, `StoreError` where nobody answers.
    """
    base = checked_base(url)
    kind = profile_named(profile) if profile else _recognised(base, time_out)
    credentials = credentials_for(base, kind.scheme)
    return Server(
        base=base,
        profile=kind,
        transport=Transport(base=base, credentials=credentials, time_out=time_out, pause=pause),
        store=RemoteStore(base + kind.query, time_out=time_out, profile=kind.name),
    )


def _recognised(base: str, time_out: float) -> Profile:
    """Ask at the usual places until a server says what it is; else take it for a plain SPARQL endpoint."""
    for path in ("/query", "/sparql", ""):
        headers = RemoteStore(base + path, time_out=time_out, profile="sparql").headers()
        if headers is not None and (found := recognise(headers)) is not None:
            return found
    return profile_named("sparql")


def _chunks(lines: bytes, size: int) -> Iterator[bytes]:
    if lines.count(b"\n") <= size:
        yield lines
        return
    rest = iter(io.BytesIO(lines))
    while chunk := b"".join(islice(rest, size)):
        yield chunk
