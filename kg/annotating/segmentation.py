"""Chinese word segmentation, by jieba: where words may begin and end."""

import logging
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

import jieba

# jieba keeps its compiled dictionary in the system's folder for temporary files, under a name that anyone could have
# written there before us; a folder of our own is made for the process instead.
jieba.setLogLevel(logging.WARNING)

_RUN = re.compile(r"[㐀-鿿]+")
_LONGEST_RUN = 1000
"""Characters without any sign that jieba is given at once: on unknown ones its time grows with their square."""


@cache
def _tokenizer() -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    with tempfile.TemporaryDirectory(prefix="pressgraph-") as folder:
        tokenizer.tmp_dir = folder
        tokenizer.cache_file = str(Path(folder) / "jieba.cache")
        tokenizer.initialize()
    return tokenizer


def words(text: str) -> list[str]:
    """Cut a text into words; joined they give the text again."""
    return [word for piece in _pieces(text) for word in _tokenizer().cut(piece, HMM=True)]


def _pieces(text: str) -> Iterator[str]:
    """Cut a text inside runs of Chinese characters that are longer than any sentence."""
    start = 0
    for run in _RUN.finditer(text):
        for end in range(run.start() + _LONGEST_RUN, run.end(), _LONGEST_RUN):
            yield text[start:end]
            start = end
    yield text[start:]


def boundaries(text: str) -> frozenset[int]:
    """Return the offsets between words, the text's two ends included."""
    return frozenset((0, *accumulate(len(word) for word in words(text))))


def is_word(text: str) -> bool:
    """Tell whether the dictionary has this as an ordinary word (so that it is less likely a name)."""
    return bool(_tokenizer().FREQ.get(text, 0))
