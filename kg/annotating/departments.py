"""Departments that no table lists: behind a level what they see to, and a head (区|文体|广电|局)."""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotating.trees import any_of
from kg.lexicon import words
from kg.model.source import Span

_LEVELS = "省市县区州盟旗"
_MOST = 7
"""Matters in a name at most."""
_HEAD = "(?:局|委员会|中心|总站|工作站|站|研究所|研究院|所|处)(?![面势域部限点])"


@cache
def _pattern() -> re.Pattern[str]:
    matter = f"(?:{any_of(words('department_topics'))})"
    return re.compile(rf"(?<=[{_LEVELS}])(?:{matter}[和与]?){{1,{_MOST}}}(?<![和与]){_HEAD}")


def find_departments(text: str, line: Span) -> Iterator[Span]:
    """Give the words of a line that name a department behind its level."""
    return (Span(m.start(), m.end()) for m in _pattern().finditer(text, line.start, line.end))
