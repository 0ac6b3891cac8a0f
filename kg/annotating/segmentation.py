"""Chinese word segmentation, by jieba: where words may begin and end."""

import logging
import tempfile
from functools import cache
from itertools import accumulate
from pathlib import Path

import jieba

# jieba keeps its compiled dictionary in the system's folder for temporary files, under a name that anyone could have
# written there before us; a folder of our own is made for the process instead.
jieba.setLogLevel(logging.WARNING)


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
    return list(_tokenizer().cut(text, HMM=True))


def boundaries(text: str) -> frozenset[int]:
    """Return the offsets between words, the text's two ends included."""
    return frozenset((0, *accumulate(len(word) for word in words(text))))


def is_word(text: str) -> bool:
    """Tell whether the dictionary has this as an ordinary word (so that it is less likely a name)."""
    return bool(_tokenizer().FREQ.get(text, 0))
