"""Forms of address that stand behind a surname for a given name that the paper does not tell: 何大爷, 林工."""

_WORDS = frozenset(
    [
        "大爷",
        "大妈",
        "大娘",
        "奶奶",
        "爷爷",
        "阿姨",
        "大姐",
        "大哥",
        "大嫂",
        "师傅",
        "女士",
        "先生",
        "老师",
        "大夫",
        "老汉",
        "婆婆",
        "阿公",
        "阿婆",
        "阿伯",
        "阿叔",
        "大叔",
        "大伯",
        "大婶",
        "伯伯",
        "同志",
    ]
)
_CHARACTERS = frozenset("总导姐哥叔婶姨爷嫂工局处科队")


def is_address(given: str) -> bool:
    """Tell whether what stands for a given name is a form of address."""
    return given in _WORDS or given in _CHARACTERS
