"""The quality gate: F1 of each kind of fact on each corpus may rise and must not fall.

Floors stand in `floors.json` with a hash of the corpus they were measured on, so that neither is changed unseen.
"""

import hashlib
import json
import os
from pathlib import Path

import pytest

from kg.cli.evaluate import evaluate, found
from kg.evaluating import KINDS, pooled, read_gold, score

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
GOLD = Path(os.environ.get("PRESSGRAPH_GOLD", HERE.parents[2] / "shared" / "gold"))
SLACK = 0.005
"""What a floor may lie above the measured value: rounding."""


def fingerprint(folder: Path) -> str:
    """Return a hash over the names and bytes of all files of a corpus."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in {".txt", ".json"}):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def measure(corpus: str) -> tuple[str, dict[str, float]]:
    """Return the hash of a corpus and the F1 of each kind on it."""
    if corpus == "page":
        folder = GOLD / "page"
        gold = pooled("page", [read_gold(path) for path in sorted(folder.glob("seed-*.json"))])
        scores = score(gold, found(folder / "page.txt", gold, "川汇区"))
    else:
        folder = GOLD / "dev" if corpus == "dev" else HERE / corpus
        scores = evaluate(folder)
    return fingerprint(folder), {kind: scores[kind].f1 or 0.0 for kind in KINDS}


@pytest.mark.parametrize("corpus", sorted(FLOORS))
def test_no_kind_of_fact_falls_below_its_floor(corpus: str) -> None:
    """Measured anew, kind by kind, on the corpus that the floor was set on."""
    if corpus in {"page", "dev"} and not GOLD.is_dir():
        assert not os.environ.get("CI"), f"{GOLD}: the shared gold facts are missing; set PRESSGRAPH_GOLD"
        pytest.skip("the shared gold facts are not on this machine")
    shown, scores = measure(corpus)
    floor = FLOORS[corpus]
    assert shown == floor["sha256"], "the corpus has changed: measure anew and say so in the changelog"
    fallen = {kind: (scores[kind], least) for kind, least in floor["f1"].items() if scores[kind] < least - SLACK}
    assert not fallen
