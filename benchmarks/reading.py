"""Reading and repair against `jieba.cut` on the same text, in one run.

Run `python -m benchmarks.reading [PAGE.txt …]` from a checkout; without arguments the example pages are read. Prints
medians of eleven runs in processor time, and the ratio, which must stay below 1.
"""

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import jieba

from kg.model.source import Page
from kg.reading import read, source_of_bytes
from kg.repairing import repair

RUNS = 11


def measure(work: Callable[[], object]) -> float:
    """Return the median processor time of some work, after one run that is not counted."""
    times = []
    for _ in range(RUNS + 1):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return median(times[1:])


def main(paths: list[str]) -> int:
    """Measure both on all pages; return 1 where reading costs more."""
    files = [Path(path) for path in paths] or sorted(Path("examples/pages").glob("*.txt"))
    data = [file.read_bytes() for file in files]
    text = "".join(each.decode() for each in data)
    jieba.setLogLevel(logging.ERROR)

    def mend() -> list[object]:
        pages = (page for each in data for page in read(source_of_bytes(each, "page.txt")))
        return [repair(page) for page in pages if isinstance(page, Page)]

    cut, mended = measure(lambda: list(jieba.cut(text))), measure(mend)
    print(f"{len(text)} characters: jieba.cut {cut * 1000:.1f} ms, reading and repair {mended * 1000:.1f} ms")
    print(f"ratio {mended / cut:.2f}")
    return int(mended > cut)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
