"""Heads of names of organizations (局, 有限公司, 小学): their kinds, and where they stand in the text."""

from collections.abc import Iterator
from functools import cache

from kg import expressions as re
from kg.annotating.openings import Opened
from kg.annotating.view import View
from kg.lexicon import table
from kg.model.source import Span

_LONGER = {
    "school": re.compile(r"生(?!产)|组(?![织队建成])|路(?!口|过)|士"),
    "hospital": re.compile(r"感染|路(?!口|过)"),
    "firm": re.compile(
        r"法(?!人|定)|化(?!解|工|验)|业(?!务|绩|主|内)|卡|(?:联|公开|锦标|邀请)赛|店(?!长|主|员|内|里|外|门|铺)|街|路(?!口|过)|家们?(?!属|长|里|庭|境)"
    ),
    "public": re.compile(r"路(?!口|过)|街"),
    "bureau": re.compile(r"域网|面|势|限"),
    "press": re.compile(r"[体道告送到名警价导数]"),
    "mass": re.compile(r"了|用|做|说|唱|写|长(?!期|年|效|久)|员(?!工)"),
    "temporary": re.compile(r"织|第[一二三四五六七八九十\d]+次|(?!召开|举行)副?[一-龥]{0,2}会议"),
    "police": re.compile(r"长(?!期|达|年|江|春|沙)"),
}
"""What makes a head the beginning of a longer word: 大学|生, 公司|法, 局|面."""
_SHORT = re.compile(r"^.[中小高]$")
_GUARD = "(?![学心央队国华小全])"
"""What may not follow a short head of a school: 三中|学, 三中|全会."""


_FORMER = re.compile(r"(?:司令部|指挥部|政治部|机关|办事处)?[旧遗故]址")
"""Behind the name of a body: a place to see where it was."""
_WITHIN_SCHOOL = frozenset({"高中", "初中", "小学", "学校"})
"""What has a 部 of its own inside a school."""
_MEETING = frozenset("协会")
"""Before 商会: a meeting for consultation (专题协|商会, 防汛会|商会)."""


@cache
def kinds() -> dict[str, str]:
    """Return the kind of each head: bureau, public, firm, school, hospital, mass, temporary, police, court, brand."""
    return {row[0]: row[1] for row in table("bureaus")} | {row[0]: row[1] for row in table("organization_heads")}


def find_heads(view: View, line: Span) -> Iterator[tuple[Span, str]]:
    """Give the heads of a line with their kinds, the longest where several begin together."""
    text = view.text
    for m in _pattern().finditer(view, line):
        kind = kinds()[m.group()]
        longer = _LONGER.get(kind)
        if _FORMER.match(text, m.end()):
            continue
        deputy = text[m.start() - 1 : m.start()] == "副" and m.start() > line.start  # 支队|副|支队|长
        if m.group() == "小学" and text[m.start() - 1 : m.start()] == "中":
            continue  # 全市中小学
        if m.group() == "商会" and text[m.start() - 1 : m.start()] in _MEETING:
            continue
        if not deputy and (longer is None or longer.match(text, m.end()) is None):
            yield Span(m.start(), m.end()), kind


def head_at_end(text: str, span: Span) -> tuple[int, str] | None:
    """Return where the head begins with which these words end, and its kind; None where they end in none."""
    for start in range(span.start, span.end - 1):
        if (kind := kinds().get(text[start : span.end])) is not None:
            return start, kind
    return None


@cache
def _pattern() -> Opened:
    """Make one expression of a thousand heads, branching by character, so that each offset is decided at once."""
    return Opened([(head, _guard(head)) for head in sorted(kinds())])


def _guard(head: str) -> str:
    """Return what may not follow the head: 三中|学, 曲协|会, 战略合|作协|议, 高中|部."""
    if head in _WITHIN_SCHOOL:
        return "(?!部)"
    return "(?![会议商作调助])" if head.endswith("协") else _GUARD if _SHORT.match(head) else ""
