"""Joins of four patterns, in rdflib, in the embedded store in memory and on disk, over the same articles.

Run `python -m benchmarks.querying [ARTICLES]` from a checkout; 10,000 articles take rdflib some minutes and 4 GB.
Prints the medians of five runs, in processor time, and how they compare. The first run of each is not counted.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from rdflib import Graph

from kg.storing import EmbeddedStore
from tests.storing.many import many_articles

_PREFIXES = """
PREFIX press: <https://w3id.org/pressgraph/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX role: <https://w3id.org/pressgraph/concept/role/>
"""
JOINS = {
    "every post with its holder": _PREFIXES
    + """
SELECT ?name ?title ?body {
  ?claim org:member ?person .
  ?claim press:title ?title .
  ?claim org:organization ?body .
  ?person rdfs:label ?name .
}""",
    # One pattern alone is selective: of two, rdflib makes a cross product, and the comparison would be unfair to it.
    "how many chaired an event of a known day": _PREFIXES
    + """
SELECT (COUNT(*) AS ?n) {
  ?claim press:role role:chair .
  ?claim press:agent ?person .
  ?claim press:activity ?event .
  ?event press:when ?when .
}""",
    "who was at one event with whom, how often": _PREFIXES
    + """
SELECT ?one ?other (COUNT(DISTINCT ?event) AS ?n) {
  ?a press:agent ?one .
  ?a press:activity ?event .
  ?b press:activity ?event .
  ?b press:agent ?other .
  FILTER(STR(?one) < STR(?other))
} GROUP BY ?one ?other ORDER BY DESC(?n) STR(?one) STR(?other)""",
    "what one person holds": _PREFIXES
    + """
SELECT ?title ?name {
  ?claim org:member <https://w3id.org/pressgraph/id/person/lin-7> .
  ?claim press:title ?title .
  ?claim org:organization ?body .
  ?body rdfs:label ?name .
}""",
}
"""A listing, whose rows have to come over into Python, two that count in the engine, and what is asked most often."""

RUNS = 5


def main(articles: int) -> None:
    """Build the stores, time the joins in each, print a line for each."""
    print(f"{articles} articles")
    with tempfile.TemporaryDirectory() as folder:
        with EmbeddedStore.create(Path(folder)) as writer:
            writer.load(many_articles(articles))
            writer.optimize()
        with EmbeddedStore.open(Path(folder)) as disk:
            on_disk = [_timed(lambda join=join: len(disk.select(join).rows)) for join in JOINS.values()]
    with EmbeddedStore.in_memory(many_articles(articles)) as memory:
        in_memory = [_timed(lambda join=join: len(memory.select(join).rows)) for join in JOINS.values()]
    graph = Graph()
    graph.parse(data="".join(f"{s} {p} {o} .\n" for s, p, o, _ in many_articles(articles)), format="nt")
    for name, join, disk_time, memory_time in zip(JOINS, JOINS.values(), on_disk, in_memory, strict=True):
        rdflib = _timed(lambda join=join: len(graph.query(join)))
        print(f"{name}: rdflib {rdflib * 1000:.1f} ms")
        for where, seconds in (("on disk", disk_time), ("in memory", memory_time)):
            print(f"  {where:9} {seconds * 1000:8.1f} ms, rdflib takes {rdflib / seconds:.1f} times as long")


def _timed(ask: Callable[[], int]) -> float:
    rows = ask()
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        if ask() != rows:
            raise AssertionError("the rows differ from run to run")
        times.append(time.process_time() - started)
    return median(times)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
