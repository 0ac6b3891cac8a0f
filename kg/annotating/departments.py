"""Departments that no table lists: behind a level what they see to, and a head (区|文体|广电|局, 某镇|社会|事务|办)."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from kg import expressions as re
from kg.annotating.standing import watch
from kg.annotating.trees import any_of
from kg.annotating.view import View
from kg.lexicon import words
from kg.model.source import Span

_LEVELS = "省市县区州盟旗"
_BUREAUS = "局委厅署"
"""Last characters of departments, which have centres of their own: 区水利局|河湖|中心."""
_TOWNS = "镇乡道"
"""Last characters of towns and streets, which have offices of their own: 某镇|社会事务|办."""
_MOST = 7
"""Matters in a name at most."""
_BUREAU = "(?:局|委员会)(?![面势域部限点])"
_CENTRE = "(?:中心|[大支总]队|总站|工作站|站|研究所|研究院|所|处)(?![面势域部限点长])"

_NO_SITE = "(?!体育|文[体化旅]|艺术|旅游|商[业务]|物流|金融|市场|交易|国际|[农工]业|城[市乡]|康养|健康|地质|接待|新闻)"
"""Before one matter alone whose centre is an office; that of these is a building: 县体育中心."""


@cache
def _pattern() -> re.Pattern[str]:
    matter = f"(?:{any_of(words('department_topics'))})(?:[和与](?=[一-龥]))?"
    names = f"(?:(?:{matter}){{1,{_MOST}}}{_BUREAU}|(?:{matter}){{2,{_MOST}}}{_CENTRE}|{_NO_SITE}{matter}中心)"
    parts = f"(?:{matter}){{1,{_MOST}}}(?:中心|总站|[大支]队)(?!长)"
    offices = f"(?:{matter}){{1,{_MOST}}}(?:工作)?办(?:公室|(?![理事公案学证结好完成起到]))"
    watch(_pattern, _LEVELS + _BUREAUS + _TOWNS)
    return re.compile(f"(?<=[{_LEVELS}]){names}|(?<=[{_BUREAUS}]){parts}|(?<=[{_TOWNS}]){offices}")


@cache
def _first() -> frozenset[str]:
    return frozenset(topic[0] for topic in words("department_topics"))


def find_departments(view: View, line: Span) -> Iterator[Span]:
    """Give the words of a line that name a department behind its level."""
    pattern, position = _pattern(), line.start
    behind = view.standing[_pattern]
    for at in behind[bisect_left(behind, line.start) : bisect_left(behind, line.end)]:
        if at < position - 1 or view.text[at + 1 : at + 2] not in _first():
            continue
        if (match := pattern.match(view.text, at + 1, line.end)) is not None:
            position = match.end()
            yield Span(*match.span())
