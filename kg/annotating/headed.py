"""Names that end in a head (局, 有限公司, 小学): to its left the level, the body, the place or the name that it belongs to."""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotating.edges import place_start, specific_start
from kg.annotating.localities import LEVELS, level_start, short_places
from kg.annotating.naming import Naming
from kg.annotating.view import View
from kg.annotating.words import HANZI, parts_of, says_only_kind, unknown
from kg.lexicon import table
from kg.model.source import Span

_OWN = 14
"""Characters of a name of one's own before a head at most."""
_TEMPORARY = 28
"""Characters between level and head of a temporary body at most: 区|创建全国文明城市|指挥部."""
_LONGER = {
    "school": re.compile(r"生(?!产)|路(?!口|过)|士|毕业"),
    "hospital": re.compile(r"感染|路(?!口|过)"),
    "firm": re.compile(
        r"法(?!人|定)|化(?!解|工|验)|业(?!务|绩|主|内)|卡|店(?!长|主|员|内|里|外|门|铺)|街|路(?!口|过)|家们?(?!属|长|里|庭|境)"
    ),
    "public": re.compile(r"路(?!口|过)|街"),
    "bureau": re.compile(r"域网|面|势|限"),
    "mass": re.compile(r"了|用|做|说|唱|写"),
    "temporary": re.compile(r"第[一二三四五六七八九十\d]+次|副?[一-龥]{0,2}会议"),
    "police": re.compile(r"长(?!期|达|年|江|春|沙)"),
}
"""What makes a head the beginning of a longer word: 大学|生, 公司|法, 局|面."""
_ROAD_THEN_NAME = re.compile(r"^.*(?:大道|大街|路|街)(?:东段|西段|中段|南段|北段|路口)?(?=[一-龥]{3,})")
_TEMPORARY_START = re.compile(r"(?:[省市县区州盟旗镇乡](?!长)|街道)(?=[一-龥“])")
_STANDING = re.compile(
    r"(?:指挥部|领导小组|代表团|考察团|巡[视察]组|委员会|组委会|艺术团|剧团|歌舞团|文工团|演出团|乐团|工作委员会|办公室)$"
)
"""Temporary bodies that a bare level names well enough: 县|指挥部; others (省|检查组) come and go."""
_NO_TASK = frozenset("工作 专项 联合 专项行动 联合工作 专项工作 驻村 驻村工作 领导 工作领导 现场 前线 巡回".split())
_GRAMMAR = frozenset(
    "的 了 为 是 任 由 在 到 对 向 把 将 与 和 及 组织 派出 成立 组成 组建 抽调 派驻 召开 开展 参加 会同 联合 邀请 领导 任双 长任 等 各 该 各级 级".split()
)
_BARE_LEVELS = "省市县区旗州"
_ITEM = 4
_BARRED = re.compile(r"[，。；：！？、\s]")


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in table("bureaus")} | {row[0]: row[1] for row in table("organization_heads")}


@cache
def _heads() -> re.Pattern[str]:
    return re.compile("|".join(_guarded(head) for head in sorted(_kinds(), key=lambda head: (-len(head), head))))


def _guarded(head: str) -> str:
    """Keep a short head from beginning a longer one: 三中|学, 二小|学."""
    return re.escape(head) + ("(?![学心央队国华小全])" if head[-1:] in {"中", "小", "高"} and len(head) == 2 else "")


def find_headed(view: View, line: Span, found: list[Naming]) -> Iterator[Naming]:
    """Give the names of a line that end in a head; those `found` before may begin them (区农业农村局|渔政执法大队)."""
    ends = {n.span.end: n.span.start for n in found if n.kind == "organization"}
    for m in _heads().finditer(view.text, line.start, line.end):
        kind = _kinds()[m.group()]
        naming = _from_head(view, line, Span(m.start(), m.end()), kind, ends)
        if naming is not None:
            ends[naming.span.end] = naming.span.start
            yield naming


def _from_head(view: View, line: Span, head: Span, kind: str, ends: dict[int, int]) -> Naming | None:
    text = view.text
    longer = _LONGER.get(kind)
    if longer is not None and longer.match(text, head.end):
        return None
    if head.start in ends:
        return None if kind == "temporary" else _named(ends[head.start], head, kind, "organization.body-of-body")
    level = _after_level(view, head, line.start)
    if level is not None and (kind != "temporary" or _STANDING.search(text, head.start, head.end)):
        return _named(level, head, kind, "organization.place-and-head")
    if kind == "temporary":
        begin = _temporary_start(view, head.start, line.start, ends)
        return None if begin is None else _named(begin, head, kind, "organization.temporary")
    return _own_name(view, line, head, kind, ends)


def head_at_end(text: str, span: Span) -> tuple[int, str] | None:
    """Return where the head begins with which these words end, and its kind; None where they end in none."""
    for start in range(span.start, span.end - 1):
        if (kind := _kinds().get(text[start : span.end])) is not None:
            return start, kind
    return None


def _named(begin: int, head: Span, kind: str, rule: str) -> Naming:
    return Naming(span=Span(begin, head.end), kind="organization", head=kind, rule=rule)


def _after_level(view: View, head: Span, floor: int) -> int | None:
    """Return where the level or place begins that stands directly before a head: 区|民政局, 河南省|公安厅, 新津街道|河长办."""
    before = view.text[max(floor, head.start - 2) : head.start]
    if not before or (before[-1] not in LEVELS and before != "街道"):
        return None
    start = level_start(view, head.start, floor)
    return start - 2 if start is not None and view.text[max(floor, start - 2) : start] == "国网" else start


def _own_name(view: View, line: Span, head: Span, kind: str, ends: dict[int, int]) -> Naming | None:
    text = view.text
    begin = specific_start(view, head.start, line.start, _OWN, ends)
    if begin == head.start and kind == "firm":
        begin = _listed_start(view, head.start, line.start, ends)
    if begin in ends.values() and begin < head.start and _belongs(view, begin, head.start, ends):
        return _named(begin, head, kind, "organization.body-of-body")
    begin = _behind_road(view, begin, head.start, kind)
    name = text[begin : head.start]
    if len(name) < 2:
        return None
    if text[begin] in _BARE_LEVELS and begin + 1 in view.boundaries and begin in view.boundaries:
        return _named(begin, head, kind, "organization.place-and-head")
    if says_only_kind(view, begin, head.start):
        return None
    if kind in {"bureau", "brand"} and not _of_place(view, begin, head.start, kind):
        return None
    return _named(begin, head, kind, "organization.name-and-head")


def _listed_start(view: View, end: int, floor: int, ends: dict[int, int]) -> int:
    """Return where an item of a row of bodies begins whose words alone would say nothing: …、|家和|超市."""
    sign = view.text.rfind("、", max(floor, end - _ITEM - 1), end)
    item = view.text[sign + 1 : end]
    return sign + 1 if sign in ends and HANZI.match(item) and unknown(item) else end


def _belongs(view: View, begin: int, end: int, ends: dict[int, int]) -> bool:
    return any(begin < at <= end and start == begin for at, start in ends.items() if at > begin and at <= end)


def _behind_road(view: View, begin: int, end: int, kind: str) -> int:
    """Drop the road on which a shop lies: 五一路|某某面馆."""
    if kind != "firm":
        return begin
    m = _ROAD_THEN_NAME.match(view.text[begin:end])
    if m is None or says_only_kind(view, begin + m.end(), end):
        return begin
    return begin + m.end()


def _of_place(view: View, begin: int, end: int, kind: str) -> bool:
    """Tell whether a department's name begins with a place, full or short, or with what stands for the whole country."""
    text = view.text
    name = text[begin:end]
    if kind == "brand":
        return 2 <= len(name) <= 8
    if name.startswith(("中国", "全国", "国家", "中华", "国网")):
        return True
    if any(text[begin : begin + length] in short_places(view) for length in (4, 3, 2)):
        return True
    return any(place_start(view, at, begin) is not None for at in range(begin + 3, end + 1) if text[at - 1] in LEVELS)


def _temporary_start(view: View, end: int, floor: int, ends: dict[int, int]) -> int | None:
    """Return where the level or place begins from which a temporary body takes its name: 区|创建全国文明城市|指挥部."""
    text = view.text
    low = max(floor, end - _TEMPORARY)
    signs = [m.end() for m in _BARRED.finditer(text, low, end)]
    low = signs[-1] if signs else low
    for m in _TEMPORARY_START.finditer(text, low, end):
        start = level_start(view, m.end(), low)
        if start is None or not HANZI.match(text[start:end].replace("“", "").replace("”", "")):
            continue
        if (start == low or start in view.boundaries) and _tells_task(view, m.end(), end, ends):
            return start
    return None


def _tells_task(view: View, start: int, end: int, ends: dict[int, int]) -> bool:
    """Tell whether the words between level and head say what a temporary body is for: no sentence, no second body."""
    if any(start < at < end for at in ends) or end - start < 2:
        return False
    found = parts_of(view, start, end)
    return "".join(found) not in _NO_TASK and not any(word in _GRAMMAR for word in found)
