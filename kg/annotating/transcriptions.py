"""Names of other languages in Chinese characters: put together from known elements, or of transcribing characters."""

from functools import cache

from kg import expressions as re
from kg.annotating.trees import any_of
from kg.lexicon import words

_SHORTEST, _LONGEST = 3, 9
_ENDINGS = "(?:[江汗罕草]|加(?![强快大入上以班紧工])|吉(?![林祥利])|太(?![多大小原平])|措(?!施)|毛(?![泽巾主]))?"
"""Characters that end many a name: 艾合买提|江, 扎西|草, 仁青|加, 才让|吉."""


@cache
def _composed() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('name_elements'))})+{_ENDINGS}")


@cache
def _transcribing() -> frozenset[str]:
    return frozenset("".join(words("name_characters", "transcribing")))


def composed_end(text: str, start: int, limit: int) -> int | None:
    """Return where a name of known elements ends that begins here (斯琴|巴特尔); None where none does."""
    m = _composed().match(text, start, min(limit, start + _LONGEST))
    return m.end() if m is not None and m.end() - start >= _SHORTEST else None


@cache
def _elements() -> frozenset[str]:
    return frozenset(words("name_elements"))


def is_element(name: str) -> bool:
    """Tell whether this is one of the known elements: 斯琴, 萨仁."""
    return name in _elements()


def is_composed(name: str) -> bool:
    """Tell whether a name is of known elements throughout."""
    return composed_end(name, 0, len(name)) == len(name)


def transcribes(character: str) -> bool:
    """Tell whether a character is one of those that write names of other languages."""
    return character in _transcribing()
