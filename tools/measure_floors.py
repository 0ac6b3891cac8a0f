"""Measure the floors of the quality gate anew: `python tools/measure_floors.py`. Lower ones are refused."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.quality.test_floors import HERE, measure

CORPORA = (
    "dev",
    "kept_aside",
    "kept_aside_2",
    "kept_aside_4",
    "open",
    "open_2",
    "open_3",
    "open_4",
    "open_5",
    "open_6",
    "open_7",
    "open_8",
    "open_9",
    "open_10",
    "open_11",
    "page",
)


def main() -> None:
    """Write `tests/quality/floors.json`; a floor that would sink stays, and is named."""
    path = HERE / "floors.json"
    old = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    new = {}
    for corpus in (c for c in CORPORA if c in old or c in sys.argv[1:]):
        shown, scores = measure(corpus)
        before = old.get(corpus, {}).get("f1", {})
        sunk = {kind: (before[kind], value) for kind, value in scores.items() if value < before.get(kind, 0.0) - 0.005}
        if sunk:
            sys.exit(f"{corpus}: these would sink: {sunk}")
        floors = {kind: max(before.get(kind, 0.0), round(value, 3)) for kind, value in scores.items()}
        new[corpus] = {"sha256": shown, "f1": floors}
    path.write_text(json.dumps(new, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
