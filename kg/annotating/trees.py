"""Long lists of words as one regular expression that branches by character, so that each offset is decided at once."""

import re
from collections.abc import Iterable


def tree(tails: list[tuple[str, str]]) -> str:
    """Write words, each with what must follow it, as one expression that prefers the longest."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for tail, guard in tails:
        groups.setdefault(tail[:1], []).append((tail[1:], guard))
    branches = [re.escape(first) + tree(rest) for first, rest in groups.items() if first]
    branches.extend(guard for _, guard in groups.get("", ()))
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def any_of(words: Iterable[str]) -> str:
    """Write words as one expression that prefers the longest."""
    return tree([(word, "") for word in sorted(words)])
