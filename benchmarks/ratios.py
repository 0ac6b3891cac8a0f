"""Whether stages have become slower: each against jieba.posseg over the same text, in one run, held to pinned ratios.

Ratios hold over machines, times do not. Rounds take turns and the best of each counts, in seconds of the processor, so
that other work on the machine does not. A stage that needs 15% more than its pinned ratio fails, unless a second
look finds otherwise.

python -m benchmarks.ratios           # compare; exit code 1 where a stage has become slower
python -m benchmarks.ratios --pin     # measure anew and write benchmarks/ratios.json
"""

import json
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import jieba
import jieba.posseg

from benchmarks.corpus import pages
from kg.annotating import annotate
from kg.mapping import map_article
from kg.model.source import Page
from kg.reading import read, source_of_bytes
from kg.repairing import repair
from kg.resolving import resolve
from kg.segmenting import segment
from kg.vocabulary import DEFAULT_BASE
from kg.writing.lines import quad_line

PINNED = Path(__file__).with_name("ratios.json")
PAGES, ROUNDS, ATTEMPTS = 24, 5, 3
ALLOWED = 1.15
Work = Callable[[], object]


def stages() -> dict[str, Work]:
    """Return what is timed, by name; `posseg` is what all else is held against."""
    sources = [source_of_bytes(page.text.encode(), page.name) for page in islice(pages(5 * PAGES), PAGES)]

    def read_all() -> list[object]:
        found = (page for source in sources for page in read(source) if isinstance(page, Page))
        return [article for page in found for article in segment(repair(page))]

    articles = [a for s in sources for p in read(s) if isinstance(p, Page) for a in segment(repair(p))]
    annotated = [annotate(article) for article in articles]
    resolved = [resolve(each) for each in annotated]
    return {
        "posseg": lambda: [list(jieba.posseg.cut(article.text)) for article in articles],
        "read, repair, segment": read_all,
        "annotate": lambda: [annotate(article) for article in articles],
        "resolve": lambda: [resolve(each) for each in annotated],
        "map": lambda: [quad_line(q) for each in resolved for q in map_article(each, base_iri=DEFAULT_BASE)],
    }


def measure(works: dict[str, Work]) -> dict[str, float]:
    """Return the time of each stage as a multiple of that of jieba.posseg; the best of some rounds."""
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = time.process_time()
            work()
            taken = time.process_time() - start
            best[name] = min(taken, best.get(name, taken))
    base = best.pop("posseg")
    return {name: round(taken / base, 4) for name, taken in best.items()}


def main() -> int:
    """Compare with the pinned ratios, or pin them."""
    jieba.setLogLevel("WARNING")
    works = stages()
    found = measure(works)
    if "--pin" in sys.argv:
        PINNED.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
        print(found)
        return 0
    pinned = json.loads(PINNED.read_text("utf-8"))
    for _ in range(ATTEMPTS - 1):
        if all(found[name] <= pinned[name] * ALLOWED for name in pinned):
            break
        again = measure(works)
        found = {name: min(found[name], again[name]) for name in found}
    slower = [name for name in pinned if found[name] > pinned[name] * ALLOWED]
    for name in pinned:
        print(
            f"{name}: {found[name]:.3f} of jieba.posseg, pinned {pinned[name]:.3f}{' SLOWER 变慢' * (name in slower)}"
        )
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main())
