"""Chinese word segmentation: where words may begin and end, and what is a word at all.

`rjieba` is jieba's algorithm and dictionary in Rust and twenty times as fast; `jieba` itself is the reference, and
does the work where the environment variable `PRESSGRAPH_SEGMENTER` says `jieba`. Both give the same words
(`tests/annotating/test_segmentation.py`), but for what is written in Latin letters and digits, such as COVID-19.
"""

import logging
import os
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Protocol, cast

import rjieba

from kg import expressions as re
from kg.errors import UsageError

VARIABLE = "PRESSGRAPH_SEGMENTER"
_RUN = re.compile(r"[㐀-鿿]+")
_NEGATED = re.compile(r"非(?=遗|物质|公有|税收|煤|营利|机动车|农|全日制|公企|公党)")
"""Of nouns, a part: 非遗处, 非物质文化遗产."""
_LONGEST_RUN = 1000
"""Characters without any sign that are given at once: on unknown ones jieba's time grows with their square."""


class Segmenter(Protocol):
    """What cuts text into words."""

    def cut(self, text: str) -> Iterable[str]:
        """Cut a text into words; joined they give the text again."""

    def has_word(self, text: str) -> bool:
        """Tell whether the dictionary has this word."""


class JiebaSegmenter:
    """The reference, in Python: takes a second to start."""

    def __init__(self) -> None:
        import jieba  # noqa: PLC0415 - only where it is asked for

        jieba.setLogLevel(logging.WARNING)
        self._tokenizer = jieba.Tokenizer()
        # jieba keeps its compiled dictionary in the system's folder for temporary files, under a name that anyone
        # could have written there before us; a folder of our own is made for the process instead.
        with tempfile.TemporaryDirectory(prefix="pressgraph-") as folder:
            self._tokenizer.tmp_dir = folder
            self._tokenizer.cache_file = str(Path(folder) / "jieba.cache")
            self._tokenizer.initialize()

    def cut(self, text: str) -> Iterable[str]:
        """Cut a text into words."""
        found: Iterable[str] = self._tokenizer.cut(text, HMM=True)
        return found

    def has_word(self, text: str) -> bool:
        """Tell whether the dictionary has this word."""
        return bool(self._tokenizer.FREQ.get(text, 0))


@cache
def segmenter() -> Segmenter:
    """Return the segmenter of this process. Raises `UsageError` where the environment asks for one there is not."""
    chosen = os.environ.get(VARIABLE, "rjieba")
    if chosen == "jieba":
        return JiebaSegmenter()
    if chosen != "rjieba":
        raise UsageError(f"{VARIABLE}={chosen}: 没有此分词器 (no such segmenter); use rjieba or jieba")
    return cast("Segmenter", rjieba)


def words(text: str, by: Segmenter | None = None) -> list[str]:
    """Cut a text into words; joined they give the text again."""
    cut = (by or segmenter()).cut
    return [word for piece in _pieces(text) for word in cut(piece)]


def _pieces(text: str) -> Iterator[str]:
    """Cut a text inside runs of Chinese characters that are longer than any sentence."""
    start = 0
    if len(text) > _LONGEST_RUN:
        for run in _RUN.finditer(text):
            for end in range(run.start() + _LONGEST_RUN, run.end(), _LONGEST_RUN):
                yield text[start:end]
                start = end
    yield text[start:]


def boundaries(text: str) -> frozenset[int]:
    """Return the offsets between words, the text's two ends included; 非遗 and the like are one word."""
    return frozenset(accumulate(map(len, words(text)), initial=0)).difference(m.end() for m in _NEGATED.finditer(text))


@lru_cache(maxsize=50_000)
def is_word(text: str) -> bool:
    """Tell whether the dictionary has this as an ordinary word (so that it is less likely a name)."""
    return segmenter().has_word(text)
