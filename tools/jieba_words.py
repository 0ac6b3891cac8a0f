"""What the tools that build lexicons of words share: the word list of jieba 0.42.1 (MIT), names of places, a file."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import jieba

from kg.lexicon import table

_SUFFIX = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|街道|[省市县区州盟旗镇乡])$")


def entries() -> Iterator[tuple[str, int, str]]:
    """Give the words of the list, each with its frequency and its tag."""
    dictionary = Path(jieba.__file__).with_name("dict.txt")
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split()
        yield word, int(frequency), tag


def place_names() -> set[str]:
    """Return what divisions and towns, of today and before, are called without their level."""
    places = {name for each in ("divisions", "former_divisions", "townships") for _, name, *_ in table(each)}
    return {_SUFFIX.sub("", name) for name in places}


def write(path: Path, header: Iterable[str], words: Iterable[str]) -> None:
    """Write a lexicon, its words sorted."""
    path.write_text("\n".join((*header, *sorted(words))) + "\n", encoding="utf-8", newline="\n")
