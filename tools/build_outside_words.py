"""Build the lexicon of words that end a name on its left: verbs, prepositions, conjunctions, adverbs, pronouns.

Source: the word list of jieba 0.42.1 (MIT), its tags v, vd, d, p, c, r, u*, y, frequency at least 150; below that, verbs
are seldom met and often parts of names. `outside_words_changes.tsv` beside this file takes out words that do stand
inside names of organizations (保护, 促进, 指挥 …) and puts in others.

Usage: python tools/build_outside_words.py kg/lexicons
"""

import re
import sys
from pathlib import Path

from jieba_words import entries, write

from kg.lexicon import rows

TAGS = re.compile(r"^(?:v|vd|vi|vq|d|df|p|c|r|rr|rz|u.*|y|e|o|ad)$")
FREQUENCY, LENGTH = 150, 4
HEADER = (
    "# 不在名称内部的词 (words that end a name on its left)",
    (
        "# source: jieba 0.42.1 dict.txt (MIT), tags of verbs, adverbs, prepositions, conjunctions, pronouns, frequency at"
        " least 150; with tools/outside_words_changes.tsv, by tools/build_outside_words.py"
    ),
    "# date: 2020-01-20",
    "# columns: word",
)


def main(target: Path) -> None:
    """Write the lexicon."""
    found = {
        word for word, frequency, tag in entries() if TAGS.match(tag) and frequency >= FREQUENCY and len(word) <= LENGTH
    }
    for word, change in rows(Path(__file__).with_name("outside_words_changes.tsv")):
        (found.discard if change == "inside" else found.add)(word)
    write(target / "outside_words.tsv", HEADER, found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
