"""How fast a graph is judged, compiled and by pyshacl, and how fast it is exported; memory at its peak.

python benchmarks/validation.py 1000            # articles; pyshacl takes a minute for 1,000
python benchmarks/validation.py 10000 --fast    # without pyshacl
"""

import argparse
import resource as usage
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.mapping import map_article, map_tables  # noqa: E402 - the path comes first
from kg.ports import Quad  # noqa: E402
from kg.validating import validate  # noqa: E402
from kg.vocabulary import DEFAULT_BASE  # noqa: E402
from kg.writing import FORMATS, export, write_nquads  # noqa: E402
from tests.stories import meeting  # noqa: E402


def quads(count: int) -> Iterator[Quad]:
    """Give the graph of so many articles that share their things."""
    for number in range(count):
        story = meeting(source_start=number, source_files=(f"p{number // 8}.txt",))
        yield from map_article(story, base_iri=DEFAULT_BASE)
        yield from map_tables(story, base_iri=DEFAULT_BASE)


def timed(label: str, work: Callable[[], object]) -> float:
    """Run and say how long it took and how much memory the process has had at most."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    peak = usage.getrusage(usage.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{label:28s} {seconds:8.2f} s   peak {peak} MB\n")
    return seconds


def main() -> int:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("--fast", action="store_true", help="leave pyshacl out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph.nq"
        timed("map and write N-Quads", lambda: write_nquads(quads(options.articles), graph))
        compiled = timed("validate, compiled", lambda: validate(graph))
        for name, suffix in FORMATS.items():
            timed(f"export {name}", lambda name=name, suffix=suffix: export(graph, name, Path(folder) / f"out{suffix}"))
        if not options.fast:
            reference = timed("validate, pyshacl", lambda: validate(graph, engine="pyshacl"))
            sys.stdout.write(f"compiled is {reference / compiled:.1f} times as fast\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
