"""Names of other languages in Chinese characters: put together from known elements, or of transcribing characters."""

from functools import cache

from kg import expressions as re
from kg.annotating.trees import any_of
from kg.lexicon import entries, words

_SHORTEST, _LONGEST = 3, 9
_ENDINGS = "(?:[江汗罕草]|加(?![强快大入上以班紧工])|吉(?![林祥利])|太(?![多大小原平])|措(?!施)|毛(?![泽巾主]))?"
"""Characters that end many a name: 艾合买提|江, 扎西|草, 仁青|加, 才让|吉."""


_FARTHEST, _LONG = 13, 4
_FOREIGN = re.compile(r"(?:(?<=[镇乡县市旗盟区州])|(?<=苏木)|(?<![㐀-鿿]))[^\W\d_镇乡县市旗盟区州的在和到由从、]{5,}$")
"""What may be the name of a village or town in the north or west: 玉斯屯克阿依库勒|村."""


@cache
def _composed() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('name_elements'))})+{_ENDINGS}")


@cache
def _transcribing() -> frozenset[str]:
    return frozenset("".join(words("name_characters", "transcribing")))


def composed_end(text: str, start: int, limit: int) -> int | None:
    """Return where a name of known elements ends that begins here (斯琴|巴特尔); None where none does."""
    if text[start : start + 1] not in _first():
        return None
    m = _composed().match(text, start, min(limit, start + _LONGEST))
    return m.end() if m is not None and m.end() - start >= _SHORTEST else None


def foreign_start(text: str, end: int, floor: int) -> int:
    """Return where a long name of a place begins, behind a level or sign, that nearly all transcribes; else `end`."""
    m = _FOREIGN.search(text, max(floor, end - _FARTHEST), end)
    start = end if m is None else m.start() + 2 * (m.group()[:2] in _verbs())  # 路过|满都宝力格镇
    told = end - start > _LONG and sum(map(transcribes, text[start:end])) >= (end - start) * 0.8
    return start if told else end


@cache
def _verbs() -> frozenset[str]:
    return entries("outside_words")


@cache
def _first() -> frozenset[str]:
    return frozenset(element[0] for element in _elements())


@cache
def _elements() -> frozenset[str]:
    return entries("name_elements")


def is_element(name: str) -> bool:
    """Tell whether this is one of the known elements: 斯琴, 萨仁."""
    return name in _elements()


def is_composed(name: str) -> bool:
    """Tell whether a name is of known elements throughout."""
    return composed_end(name, 0, len(name)) == len(name)


def transcribes(character: str) -> bool:
    """Tell whether a character is one of those that write names of other languages."""
    return character in _transcribing()
