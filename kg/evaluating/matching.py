"""When a name that was found is the name that was told: width, marks and higher places set aside."""

import unicodedata
from collections import Counter

from kg import expressions as re

_MARKS = re.compile(r"[\s“”‘’'\"《》〈〉「」『』（）()·•・]")
_HIGHER = re.compile(r"(?:[一-龥]{1,7}?[省市县区州盟旗镇乡])+")
_SHORT = (
    (re.compile(r"^(?:中国共产党|中共)"), ""),
    (re.compile(r"^中国人民政治协商会议(.+)委员会$"), r"\1政协"),
    (re.compile(r"人民代表大会常务委员会"), "人大常委会"),
    (re.compile(r"人民(?=政府|法院|检察院)"), ""),
    (re.compile(r"(?<=[省市县区乡镇州旗])委员会"), "委"),
    (re.compile(r"(?:街道|地区)办事处"), "街道"),
    (re.compile(r"(?<=..)(?:党工委|党委|党组|党总支|党支部)$"), ""),
)
_RANK_ABOVE = re.compile(r"(?:副|代|代理|原|前|名誉|助理)$")
_UNITS = {"个小时": "小时", "个月": "月", "千米": "公里", "％": "%", "位": "人", "名": "人"}
WITHIN = 0.6
"""Share of the bigrams of a name that stand in such a label."""
SIMILAR = 0.7
"""Share of bigrams (Dice) from which on two labels of activities are one; chosen for labels of 8 to 20 characters."""


def plain(name: str) -> str:
    """Fold width; drop white space, quotation marks, brackets and dots."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", name))


def same_organization(a: str, b: str) -> bool:
    """Tell whether two names of organizations agree: equal in short form, or one with its higher places in front."""
    x, y = sorted((_short(a), _short(b)), key=len)
    return x == y or (len(x) >= 2 and y.endswith(x) and _HIGHER.fullmatch(y[: -len(x)]) is not None)


def same_title(a: str, b: str) -> bool:
    """Tell whether one title ends the other and is not a rank below it: 书记 in 区委书记, not in 副书记."""
    x, y = sorted((plain(a), plain(b)), key=len)
    return x == y or (len(x) >= 2 and y.endswith(x) and _RANK_ABOVE.search(y[: -len(x)]) is None)


def same_activity(a: str, b: str) -> bool:
    """Tell whether two labels name one event or campaign: one within the other at half its length, or much alike."""
    x, y = sorted((plain(a), plain(b)), key=len)
    if len(x) >= 4 and x in y and len(x) * 2 >= len(y) - 4:
        return True
    left, right = (Counter(s[i : i + 2] for i in range(len(s) - 1)) for s in (x, y))
    return 2 * sum((left & right).values()) >= SIMILAR * max(sum(left.values()) + sum(right.values()), 1)


def told_by(name: str, label: str) -> bool:
    """Tell whether most of a name stands in a label that tells the event in other words."""
    left, right = (Counter(s[i : i + 2] for i in range(len(s) - 1)) for s in (plain(name), plain(label)))
    return sum((left & right).values()) >= WITHIN * max(sum(left.values()), 1)


def same_unit(a: str, b: str) -> bool:
    """Tell whether two units agree; 人, 名 and 位 count the same."""
    return _UNITS.get(plain(a), plain(a)) == _UNITS.get(plain(b), plain(b))


def _short(name: str) -> str:
    text = plain(name)
    for pattern, short in _SHORT:
        text = pattern.sub(short, text)
    return text
