"""Whether stages have become slower: each against jieba.posseg over the same text, in one run, held to pinned ratios.

Ratios hold over machines, times do not. What else a machine does comes and goes within fractions of a second, so the
stages take turns page by page, in seconds of the processor, and the best of each page's rounds counts, for
jieba.posseg as for ours. A stage that needs 15% more than its pinned ratio fails, unless more rounds find otherwise.

python -m benchmarks.ratios           # compare; exit code 1 where a stage has become slower
python -m benchmarks.ratios --pin     # measure anew and write benchmarks/ratios.json
"""

import json
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import jieba
import jieba.posseg

from benchmarks.corpus import pages
from kg.annotating import annotate
from kg.mapping import map_article
from kg.model.source import Page
from kg.reading import Source, read, source_of_bytes
from kg.repairing import repair
from kg.resolving import resolve
from kg.segmenting import segment
from kg.vocabulary import DEFAULT_BASE
from kg.writing.lines import quad_line

PINNED = Path(__file__).with_name("ratios.json")
PAGES, ROUNDS, ATTEMPTS = 24, 5, 4
ALLOWED = 1.15
BASE = "posseg"
"""What all else is held against."""
Best = dict[str, list[float]]
"""By stage, the least seconds that it took for each page."""


def rounds(sources: list[Source], best: Best) -> None:
    """Read every page some times, and keep the least that each stage took."""
    for _ in range(ROUNDS):
        for number, source in enumerate(sources):
            for name, taken in _stages(source):
                mine = best.setdefault(name, [])
                if number == len(mine):
                    mine.append(taken)
                mine[number] = min(mine[number], taken)


def _stages(source: Source) -> Iterator[tuple[str, float]]:
    """Give the seconds that each stage takes for one page."""
    last = time.process_time()

    def lap() -> float:
        nonlocal last
        before, last = last, time.process_time()
        return last - before

    articles = [a for page in read(source) if isinstance(page, Page) for a in segment(repair(page))]
    yield "read, repair, segment", lap()
    for article in articles:
        list(jieba.posseg.cut(article.text))
    yield BASE, lap()
    annotated = [annotate(article) for article in articles]
    yield "annotate", lap()
    resolved = [resolve(each) for each in annotated]
    yield "resolve", lap()
    for each in resolved:
        for quad in map_article(each, base_iri=DEFAULT_BASE):
            quad_line(quad)
    yield "map", lap()


def ratios(best: Best) -> dict[str, float]:
    """Return the time of each stage as a multiple of that of jieba.posseg."""
    base = sum(best[BASE])
    return {name: round(sum(taken) / base, 4) for name, taken in best.items() if name != BASE}


def _slower(found: dict[str, float], pinned: dict[str, float]) -> list[str]:
    return [name for name in pinned if found[name] > pinned[name] * ALLOWED]


def main() -> int:
    """Compare with the pinned ratios, or pin them."""
    jieba.setLogLevel("WARNING")
    sources = [source_of_bytes(page.text.encode(), page.name) for page in islice(pages(5 * PAGES), PAGES)]
    best: Best = {}
    rounds(sources, best)
    if "--pin" in sys.argv:
        PINNED.write_text(json.dumps(ratios(best), indent=2) + "\n", encoding="utf-8")
        print(ratios(best))
        return 0
    pinned = json.loads(PINNED.read_text("utf-8"))
    for _ in range(ATTEMPTS - 1):
        if not _slower(ratios(best), pinned):
            break
        rounds(sources, best)
    found, slower = ratios(best), _slower(ratios(best), pinned)
    for name in pinned:
        print(
            f"{name}: {found[name]:.3f} of jieba.posseg, pinned {pinned[name]:.3f}{' SLOWER 变慢' * (name in slower)}"
        )
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main())
