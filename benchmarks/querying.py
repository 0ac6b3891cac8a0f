"""Joins of four patterns, in rdflib, in the embedded store in memory and on disk, over the same articles.

Each side gives all rows as Python tuples of terms, ours a `Table`, rdflib its `ResultRow`s, and the rows must be equal.

Oxigraph is asked in two ways, with its patterns in a row, which it joins step by step, and with each as a sub-query,
which it joins by hashing; queries/README.md tells when to write which. rdflib is asked with the patterns in a row: it
compares all solutions of one sub-query with all of the other.

Run `python -m benchmarks.querying [ARTICLES]` from a checkout; 10,000 articles take rdflib some minutes and 4 GB.
Prints the medians of five runs, in processor time, and how they compare. The first run of each is not counted.
"""

import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A question that joins four patterns."""

    head: str
    patterns: tuple[str, str, str, str]
    condition: str = ""
    tail: str = ""

    def in_a_row(self) -> str:
        """Write the patterns one after the other."""
        return self._written(" . ".join(self.patterns) + " .")

    def in_sub_queries(self) -> str:
        """Write each pattern as a sub-query."""
        return self._written(
            " ".join(
                f"{{ SELECT {' '.join(dict.fromkeys(re.findall('[?][a-z]+', pattern)))} {{ {pattern} }} }}"
                for pattern in self.patterns
            )
        )

    def _written(self, patterns: str) -> str:
        return f"{_PREFIXES}{self.head} {{ {patterns} {self.condition} }} {self.tail}"


JOINS = {
    "every post with its holder": Join(
        head="SELECT ?name ?title ?body",
        patterns=(
            "?claim org:member ?person",
            "?claim press:title ?title",
            "?claim org:organization ?body",
            "?person rdfs:label ?name",
        ),
    ),
    # One pattern alone is selective: of two, rdflib makes a cross product, and the comparison would be unfair to it.
    "how many chaired an event of a known day": Join(
        head="SELECT (COUNT(*) AS ?n)",
        patterns=(
            "?claim press:role role:chair",
            "?claim press:agent ?person",
            "?claim press:activity ?event",
            "?event press:when ?when",
        ),
    ),
    "who was at one event with whom, how often": Join(
        head="SELECT ?one ?other (COUNT(DISTINCT ?event) AS ?n)",
        patterns=(
            "?a press:agent ?one",
            "?a press:activity ?event",
            "?b press:activity ?event",
            "?b press:agent ?other",
        ),
        condition="FILTER(STR(?one) < STR(?other))",
        tail="GROUP BY ?one ?other ORDER BY DESC(?n) STR(?one) STR(?other)",
    ),
    "what one person holds": Join(
        head="SELECT ?title ?name",
        patterns=(
            "?claim org:member <https://w3id.org/pressgraph/id/person/lin-7>",
            "?claim press:title ?title",
            "?claim org:organization ?body",
            "?body rdfs:label ?name",
        ),
    ),
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
            on_disk = [_both_ways(disk, join) for join in JOINS.values()]
    with EmbeddedStore.in_memory(many_articles(articles)) as memory:
        in_memory = [_both_ways(memory, join) for join in JOINS.values()]
    graph = Graph()
    graph.parse(data="".join(f"{s} {p} {o} .\n" for s, p, o, _ in many_articles(articles)), format="nt")
    for (name, join), *stores in zip(JOINS.items(), on_disk, in_memory, strict=True):
        asked = join.in_a_row()
        rows, rdflib = _timed(lambda asked=asked: list(graph.query(asked)))
        expected = Counter(tuple(map(str, row)) for row in rows)
        print(f"{name}: rdflib {rdflib * 1000:.1f} ms, {len(rows)} rows")
        for where, ways in zip(("on disk", "in memory"), stores, strict=True):
            for way, (found, seconds) in ways.items():
                if found != expected:
                    raise AssertionError(f"other rows {where}, {way}")
                print(
                    f"  {where:9} {way:14} {seconds * 1000:8.1f} ms, rdflib takes {rdflib / seconds:.1f} times as long"
                )


def _both_ways(store: EmbeddedStore, join: Join) -> dict[str, tuple[Counter[tuple[str, ...]], float]]:
    found = {}
    for way, query in (("in a row", join.in_a_row()), ("in sub-queries", join.in_sub_queries())):
        rows, seconds = _timed(lambda query=query: store.select(query).rows)
        found[way] = Counter(tuple(cell.text if cell else "" for cell in row) for row in rows), seconds
    return found


def _timed(ask: Callable[[], Sequence[Iterable[object]]]) -> tuple[Sequence[Iterable[object]], float]:
    rows = ask()
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        ask()
        times.append(time.process_time() - started)
    return rows, median(times)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
