"""Build the lexicon of words that name no body before its kind: 今天|学校, 以前|医院, 各组|合作社.

Source: the word list of jieba 0.42.1 (MIT), its tags t, m, mq, d, c, p, r (of f those with 以, 之, 其), frequency at least 50, of two and three
characters, less what a division or town is called. `words_of_no_body_changes.tsv` beside this file takes out words that
are the names of schools and firms (八一学校, 春秋旅行社).

Usage: python tools/build_words_of_no_body.py kg/lexicons
"""

import re
import sys
from pathlib import Path

from jieba_words import entries, place_names, write

from kg.lexicon import rows

TAGS = re.compile(r"^(?:t|m|mq|d|c|p|r)$")
RELATIVE = "以之其"
"""First characters of words of place (tag f) that are times: 以前, 之后."""
FREQUENCY, LENGTHS = 50, (2, 3)
HEADER = (
    "# 不成机构名的词 (words of time, number and the like that name no body before its kind)",
    (
        "# source: jieba 0.42.1 dict.txt (MIT), tags of times, numbers, adverbs, conjunctions, prepositions, pronouns,"
        " frequency at least 50, less names of places; with tools/words_of_no_body_changes.tsv,"
        " by tools/build_words_of_no_body.py"
    ),
    "# date: 2020-01-20",
    "# columns: word",
)


def main(target: Path) -> None:
    """Write the lexicon."""
    left_out = place_names() | {word for word, *_ in rows(Path(__file__).with_name("words_of_no_body_changes.tsv"))}
    found = {
        word
        for word, frequency, tag in entries()
        if (TAGS.match(tag) or (tag == "f" and word[0] in RELATIVE))
        and frequency >= FREQUENCY
        and len(word) in LENGTHS
        and word not in left_out
    }
    write(target / "words_of_no_body.tsv", HEADER, found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
