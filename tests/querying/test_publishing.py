"""Published queries are RDF that others can run."""

from rdflib import Graph, Namespace
from rdflib.namespace import RDF
from rdflib.plugins.sparql.parser import parseQuery

from kg.querying import read_catalogue
from kg.querying.publishing import BASE, publish
from kg.resources import resource

SH = Namespace("http://www.w3.org/ns/shacl#")
QUERIES = read_catalogue([resource("queries")])


def _graph() -> Graph:
    lines = "".join(f"{' '.join(triple)} .\n" for triple in publish(QUERIES.values()))
    return Graph().parse(data=lines, format="nt")


def test_every_query_is_an_executable_that_parses() -> None:
    """The SPARQL of each parses as it stands, parameters as variables."""
    graph = _graph()
    texts = [str(value) for name in ("select", "ask", "construct") for value in graph.objects(None, SH[name])]
    assert len(texts) == len(QUERIES) == len(set(graph.subjects(RDF.type, SH.SPARQLExecutable)))
    for text in texts:
        parseQuery(text)


def test_paths_of_parameters_end_with_their_variables() -> None:
    """Each parameter's path names a variable of the query."""
    graph = _graph()
    for query in QUERIES.values():
        paths = {
            str(path).partition("#")[2] for path in graph.objects(None, SH.path) if f"{BASE}{query.name}#" in str(path)
        }
        assert paths == {parameter.variable for parameter in query.parameters}
        assert all(f"?{path}" in query.text for path in paths)
