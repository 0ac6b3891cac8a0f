"""What may follow a name: a sign or a verb ends it surely, 的 or 在 may."""

from functools import cache, lru_cache
from typing import Literal

from kg import expressions as re
from kg.annotating.edges import outside
from kg.lexicon import table

Follow = Literal["strong", "weak", "none"]
_HAN = "[㐀-鿿〇\U00020000-\U0010ffff]"
HANZI = re.compile(f"{_HAN}+")
_OPENING = frozenset("“‘《")
_DOES = re.compile(
    r"致[^，。；！？\n]{0,12}[辞词]"
    r"|为[^，。；！？\n]{1,14}?(?:颁奖|颁发|授牌|授旗|授予|授课|赠送|讲解|揭牌|佩戴|送上|送去|献花|点赞|宣讲|解读|加油|鼓劲|题写)"
    r"|来[^，。；！？\n]{2,4}(?:[省市州]|县(?!长|委)|[区旗](?!长|委))"
)
"""What somebody does for an occasion or for others: 致|运动会开幕词, 为|获奖单位授牌, 来|云溪县."""


@cache
def followers() -> dict[str, Follow]:
    """Return how surely a name may end before each word of the lexicon."""
    return {row[0]: row[1] for row in table("name_followers")}  # type: ignore[misc]


def is_hanzi(text: str) -> bool:
    """Tell whether a text is of Chinese characters only (those beyond the basic plane included)."""
    if len(text) == 1 and "㐀" <= text <= "鿿":  # as nearly all are that anybody asks of
        return True
    return HANZI.fullmatch(text) is not None


def follow(text: str, offset: int) -> Follow:
    """Tell how surely a name may end at the offset, by what follows."""
    if text.startswith(("致", "为", "来"), offset) and _DOES.match(text, offset) is not None:
        return "strong"
    return _followed(text[offset : offset + 4])


@lru_cache(maxsize=20_000)
def _followed(words: str) -> Follow:
    following = words[:1]
    if not is_hanzi(following):
        return "weak" if following.isalnum() or following in _OPENING else "strong"
    found = next((f for n in (4, 3, 2) if (f := followers().get(words[:n])) is not None), None)
    if found is None and words[:2] in outside():
        return "weak"
    return found or followers().get(following, "none")


def ends_name(text: str, offset: int) -> bool:
    """Tell whether a name may end at the offset, by what follows."""
    return follow(text, offset) != "none"
