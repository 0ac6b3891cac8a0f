"""What the lines over an article are: kicker, headline, subheadline; and which heading opens an article at all."""

from collections.abc import Sequence

from kg import expressions as re

_DASH = re.compile(r"[—─－\-–]{2,}")
_LEAD_IN = re.compile(r"(?:时|上|中)?(?:要求|强调|指出|提出|表示|召开|举行|举办|开幕|会议)$|[：:]$|时$")
_NUMBERED = re.compile(
    r"(?:附[：:]|相关链接|新闻链接|延伸阅读|链接|编后|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、．]|第[一二三四五六七八九十][章节部分、])"
)
_ORGAN = re.compile(
    r"(?:办事处|街道|委员会|[局厅]|公司|中心|学校|小学|中学|大学|法院|检察院)$|^[^“”\s]{2,5}[省市区县州旗镇乡]$"
)
_ACCOUNT = re.compile(r"^(?:追?记|访)[^者].{3}|(?:侧记|纪实|纪事|见闻|目击|综述|扫描|小记|观察|写真|掠影|探访|调查)$")
"""What a subheadline calls a report by, the dash before it lost."""
_PLAIN_NEWS = re.compile(r"(?:召开|举行|举办|开展|组织).{4,}(?:会|会议|活动|调研|仪式|培训|比赛)$")
_AMOUNT = re.compile(r"\d[\d.,]*(?:万|亿|余|多)*[元人次个户件家%]")


_LAST = 0.8
"""What it weighs for a line that it stands last: a kicker comes first."""


def split_headings(
    headings: Sequence[str], roles: Sequence[str | None] = ()
) -> tuple[int | None, int | None, tuple[int, ...]]:
    """Say which of the lines over an article is the headline, which the kicker, and which are subheadlines.

    Returns their indices, None where there is none. `roles` are those that the format gives.
    A page without type sizes says little: a dash marks a
    subheadline, two halves of equal length a headline, a clause that leads in (… 时要求) a kicker, and of two
    plain lines the shorter is set larger.
    """
    if not headings:
        return None, None, ()
    if "headline" in roles:
        main = roles.index("headline")
        above = next((i for i, role in enumerate(roles) if role == "kicker"), None)
        return main, above, tuple(i for i in range(len(headings)) if i not in (main, above))
    subs = tuple(i for i, text in enumerate(headings) if _DASH.match(text))
    rest = [i for i in range(len(headings)) if i not in subs]
    if not rest:
        return subs[0], None, subs[1:]
    main = max(rest, key=lambda i: _weight(headings[i]) + (_LAST if i == rest[-1] else 0))
    kicker = next((i for i in rest if i < main), None)
    after = [i for i in rest if i not in (main, kicker)]
    if kicker is None:
        kicker = next((i for i in after if _LEAD_IN.search(headings[i]) or _ORGAN.search(headings[i])), None)
    return main, kicker, tuple(sorted({*subs, *(i for i in after if i != kicker)}))


def is_crosshead(heading: str) -> bool:
    """Tell a heading that may stand inside an article by itself: short, or numbered."""
    return is_numbered(heading) or (len(heading.replace(" ", "")) <= 12 and _DASH.match(heading) is None)


def is_numbered(heading: str) -> bool:
    """Tell a heading that counts a section or announces an appendix."""
    return _NUMBERED.match(heading) is not None


def is_parallel(heading: str, others: Sequence[str]) -> bool:
    """Tell whether a heading is built like others, as the crossheads of one article are."""
    numbered = is_numbered(heading)
    shape = _shape(heading)
    return any(_shape(other) == shape or (numbered and is_numbered(other)) for other in others)


def _shape(heading: str) -> tuple[int, ...]:
    return tuple(len(part) for part in heading.split(" "))


def _weight(text: str) -> float:
    halves = text.split(" ")
    weight = -0.1 * len(text)
    if len(halves) == 2 and abs(len(halves[0]) - len(halves[1])) <= 1:
        weight += 4
    if _LEAD_IN.search(text):
        weight -= 3
    if _AMOUNT.search(text) or _ACCOUNT.search(text):
        weight -= 3
    if _PLAIN_NEWS.search(text):
        weight -= 2
    if _ORGAN.search(text) and len(text) <= 14:
        weight -= 3
    return weight
