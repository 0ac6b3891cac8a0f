"""Build the lexicon of verbs and adverbs that stand before a bare level and name no place: 代表|区委, 落实|县政府.

Source: the word list of jieba 0.42.1 (MIT), its tags v, vn, vd, vi, d, ad, p, c, r, frequency at least 20, of two characters
and more, less what a division or town is called (胜利街道) and less the words that end every name (`outside_words.tsv`).
`words_before_places_changes.tsv` beside this file puts in verbs that the list tags otherwise.

Usage: python tools/build_words_before_places.py kg/lexicons
"""

import re
import sys
from pathlib import Path

from jieba_words import entries, place_names, write

from kg.lexicon import rows, words

TAGS = re.compile(r"^(?:v|vn|vd|vi|d|ad|p|c|r)$")
FREQUENCY, LENGTHS = 20, (2, 3, 4)
HEADER = (
    "# 地名前的动词、副词 (verbs and adverbs before a level that name no place)",
    (
        "# source: jieba 0.42.1 dict.txt (MIT), tags of verbs, verbal nouns, adverbs, prepositions, conjunctions, pronouns,"
        " frequency at least 20, less names of places and outside_words.tsv; with"
        " tools/words_before_places_changes.tsv, by tools/build_words_before_places.py"
    ),
    "# date: 2020-01-20",
    "# columns: word",
)


def main(target: Path) -> None:
    """Write the lexicon."""
    no_words = place_names() | set(words("outside_words"))
    found = {
        word
        for word, frequency, tag in entries()
        if TAGS.match(tag) and frequency >= FREQUENCY and len(word) in LENGTHS and word not in no_words
    }
    found |= {word for word, *_ in rows(Path(__file__).with_name("words_before_places_changes.tsv"))}
    write(target / "words_before_places.tsv", HEADER, found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
