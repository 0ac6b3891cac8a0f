"""What we know of servers: where they take graphs and updates, how they authenticate, how they join their graphs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.errors import UsageError
from kg.storing.credentials import Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One kind of server. Paths are added to the base URL that `kg load --to` is given."""

    name: str
    query: str
    update: str | None
    graphs: str | None
    """Of the Graph Store Protocol; None where the server has none that we use."""
    scheme: Scheme = "basic"
    update_field: str = "update"
    graph_field: str = "graph"
    union: Mapping[str, str] = field(default_factory=dict)
    """Parameters of a request by which the default graph becomes the union of all graphs. Fuseki then shows no named
    graphs; a query that needs both needs a dataset with `unionDefaultGraph`."""
    signature: str = ""
    """What the headers of its answers hold."""
    base: str = ""
    """A base URL as an example."""


PROFILES = {
    profile.name: profile
    for profile in (
        Profile(
            name="oxigraph",
            query="/query",
            update="/update",
            graphs="/store",
            union={"union-default-graph": ""},
            signature="server: oxigraph",
            base="http://127.0.0.1:7878",
        ),
        Profile(
            name="fuseki",
            query="/query",
            update="/update",
            graphs="/data",
            union={"default-graph-uri": "urn:x-arq:UnionGraph"},
            signature="fuseki-request-id",
            base="http://127.0.0.1:3030/DATASET",
        ),
        Profile(
            name="virtuoso",
            query="/sparql",
            update="/sparql-auth",
            graphs="/sparql-graph-crud-auth",
            scheme="digest",
            update_field="query",
            graph_field="graph-uri",
            signature="server: virtuoso",
            base="http://127.0.0.1:8890",
        ),
        Profile(
            name="graphdb",
            query="",
            update="/statements",
            graphs="/rdf-graphs/service",
            signature="graphdb",
            base="http://127.0.0.1:7200/repositories/REPOSITORY",
        ),
        Profile(
            name="rdf4j",
            query="",
            update="/statements",
            graphs="/rdf-graphs/service",
            signature="filename=query-result.",  # GraphDB, which is made of RDF4J, says so too, and its own name before
            base="http://127.0.0.1:8080/rdf4j-server/repositories/REPOSITORY",
        ),
        Profile(name="sparql", query="", update="", graphs=None, base="http://127.0.0.1/sparql"),
    )
}
"""By name. `sparql` is any endpoint that takes queries and updates at one URL."""


def profile_named(name: str) -> Profile:
    """Return a profile. Raises `UsageError` with the names there are."""
    if name not in PROFILES:
        raise UsageError(f"no profile {name[:40]!r}; known are {', '.join(PROFILES)} 未知的存储类型")
    return PROFILES[name]


def recognise(headers: str) -> Profile | None:
    """Tell the kind of server by the headers of an answer; None where they do not say."""
    lowered = headers.lower()
    return next((each for each in PROFILES.values() if each.signature and each.signature in lowered), None)
