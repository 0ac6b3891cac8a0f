"""Measure the extraction on the sets of articles kept aside, and write the scores into both READMEs: `make scores`."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.cli.evaluate import evaluate
from kg.evaluating import KINDS, total

READMES = (ROOT / "README.md", ROOT / "README.zh.md")
GOLD = tuple(ROOT / "tests" / "quality" / name for name in ("kept_aside", "kept_aside_2", "kept_aside_4"))
PLACE = re.compile(r"(<!-- scores: .*? -->\n).*?(<!-- /scores -->)", re.DOTALL)


def measure() -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 for each kind of fact."""
    sums = total(evaluate(folder) for folder in GOLD)
    return {kind: (sums[kind].precision or 0, sums[kind].recall or 0, sums[kind].f1 or 0) for kind in KINDS}


def table(scores: dict[str, tuple[float, float, float]]) -> str:
    """Lay the scores out as Markdown, to two digits: the third says nothing on so few articles."""
    rows = [f"| {kind} | " + " | ".join(f"{value:.2f}" for value in values) + " |" for kind, values in scores.items()]
    return "\n".join(["| kind of fact | precision | recall | F1 |", "|---|---|---|---|", *rows]) + "\n"


def main() -> int:
    """Write the scores into the READMEs."""
    written = table(measure())
    for path in READMES:
        text = path.read_text("utf-8")
        path.write_text(PLACE.sub(lambda found: found[1] + written + found[2], text), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
