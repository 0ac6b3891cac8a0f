"""The words of titles: a core of the lexicon (书记, 局长) with what stands before it (副, 常务副, 原, 一级)."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg import expressions as re
from kg.annotating.division_names import division_short_names
from kg.annotating.name_words import surnames
from kg.annotating.standing import watch
from kg.annotating.view import View
from kg.lexicon import table
from kg.model.facts import Status
from kg.model.source import Span

_MODIFIER = re.compile(
    r"(?:原|前任|前|时任|现任|新一任|新一届|新任|拟任|代理|代|候任|常务|第[一二三四五]|专职|兼职|挂职|名誉|荣誉|永久荣誉|客座|讲座|首席|高级|执行|轮值|驻村|见习|实习|特约|特聘|资深|总|(?:国家)?[一二三四]级)?"
    r"(?:副总|副|代理|代|总|名誉|首席|执行|高级|第[一二三四五]|常务)?$"
)
_CONTINUED = re.compile(
    r"班子|(?<=[村乡校]医)师|小组(?!长)|办(?!理|事|好|案|结|实)|会(?!上|议上|见)|制[度定]?|处|室|团(?!结|长|员)|热线|信箱|理事会|议事会|联席|接访|论坛|杯|席(?=[上位前后间的])|级|岗|事务(?=[局部厅中])|服务(?=[中站团队])|记(?!者)|委(?=副?主任)|[一二三四五六七八九十\d]{0,2}[大中支总]队(?!长)|队(?![长员友伍])"
)
"""What makes a title the beginning of another word: 河长|办, 委员|会, 主席|团, 总支书|记, 交警|六大队, 领导|小组."""
_CANDIDATE = "候选人"
_CHOSEN = re.compile("候选人(?:提名人选)?|(?:提名|建议)?人选")
"""What makes a title one that its bearer may be given: 县长|候选人, 副区长|人选."""
_TIMES = re.compile(r"^(?:原|前任|前|时任|现任|新一[任届]|新任|候任|拟任)")
TERMS = re.compile(r"(?:[前时现]任|新一?[任届]|第[一二三四五六七八九十]{1,3}届|[大中上少](?:校|将|尉))$")
"""Between a body and a title, when it is held, or a rank: 市|前任|副市长, 市妇联|第十届|副主席, 军分区|大校|司令员."""
_STATUS: tuple[tuple[str, Status], ...] = (
    ("原", "former"),
    ("前", "former"),
    ("时任", "former"),
    ("代理", "acting"),
    ("代", "acting"),
    ("候任", "appointed"),
    ("拟任", "appointed"),
    ("新", "appointed"),
)
_BARE_COMMAND = re.compile("[，。；、和并了下]|$")
_CHECKING = frozenset(
    {"一审", "二审", "三审", "初审", "终审", "一校", "二校", "审核", "策划", "统筹", "供图", "校对", "摄影"}
)
"""Words of bylines that stand in running text too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The words of a title as printed, `words` without 原 and 现任; `start` is where they begin."""

    start: int
    end: int
    words: str
    core: str
    status: Status


@cache
def classes() -> dict[str, str]:
    """Return the cores of titles with their class: public, either, firm, media, lay."""
    return {row[0]: row[1] for row in table("posts")}


@cache
def heads_of_government() -> frozenset[str]:
    """Return the titles that imply the government of a level: 县长, 区长."""
    return frozenset(row[0] for row in table("posts") if len(row) > 2)


@cache
def _by_end() -> dict[str, tuple[str, ...]]:
    """Return the cores by their last two characters, the longest first; articles are looked through for these."""
    found: dict[str, list[str]] = {}
    for core in sorted(classes(), key=len, reverse=True):
        found.setdefault(core[-2:], []).append(core)
    watch(_by_end, found)
    return {end: tuple(cores) for end, cores in found.items()}


@cache
def _longest() -> int:
    return max(map(len, classes()))


def find_titles(view: View, line: Span) -> Iterator[Title]:
    """Find the titles of a line, in order; where two overlap, the one that begins first, then the longer."""
    floor = line.start
    pending: Span | None = None
    for core in _cores(view, line):
        if pending is not None and pending.start < core.start < pending.end:
            continue
        if pending is not None and core.start > pending.start:
            yield from _title(view, pending, floor)
            floor = pending.end
        pending = core
    if pending is not None:
        yield from _title(view, pending, floor)


def _cores(view: View, line: Span) -> Iterator[Span]:
    """Give where a core of the lexicon ends, the longest that ends there: its last two characters tell where."""
    text, by_end = view.text, _by_end()
    lasts = view.standing[_by_end]
    for last in lasts[bisect_left(lasts, line.start) : bisect_left(lasts, line.end - 1)]:
        end = last + 2
        core = next((core for core in by_end[text[last:end]] if text.endswith(core, line.start, end)), None)
        if core is None or (core == _CANDIDATE and _is_titled(text, end - len(core), line.start)):
            continue
        if _CONTINUED.match(text, end) is None:
            yield Span(end - len(core), end)


def _is_titled(text: str, end: int, floor: int) -> bool:
    """Tell whether a title ends here: 县长|候选人."""
    return any(text[max(floor, end - length) : end] in classes() for length in range(2, _longest()))


def _title(view: View, core: Span, floor: int) -> Iterator[Title]:
    """Give the title around a core, unless its words are a name (林长青) or a verb (二审宣判)."""
    text, word = view.text, core.of(view.text)
    if word.endswith("指挥") and _commands(text, core):
        return
    if word in _CHECKING and text[core.end : core.end + 1] not in {*"：: 　/／|丨｜"}:
        return
    if word[0] in surnames() and len(word) == 2 and core.end not in view.boundaries:
        return
    if classes()[word] == "lay" and not view.boundaries & {core.start, core.end}:
        return  # 确|保安|全
    if len(word) == 2 and core.start - 1 == floor and surnames().get(text[floor : floor + 1]) == "common":
        return  # 总经理|缑亚军
    m = _MODIFIER.search(text[max(floor, core.start - 6) : core.start])
    modifier = m.group() if m is not None else ""
    if modifier.startswith("原") and ends_place(text, core.start - len(modifier) + 1):
        modifier = modifier[1:]  # 太原|市长
    words = _TIMES.sub("", modifier) + word
    chosen = _CHOSEN.match(text, core.end)
    candidate = chosen.group() if chosen is not None else ""
    yield Title(
        start=core.end - len(words),
        end=core.end + len(candidate),
        words=words + candidate,
        core=word,
        status="appointed" if candidate else _status(modifier),
    )


def ends_place(text: str, end: int) -> bool:
    """Tell whether the name of a place ends here, in short: 太原|市长, 固原|市长."""
    return any(text[end - length : end] in division_short_names() for length in (2, 3) if end >= length)


def _commands(text: str, core: Span) -> bool:
    """Tell the head of a body (指挥|部) and the verb (现场指挥，) from the title."""
    bare = len(core) == 2 and text[core.start - 1 : core.start] not in {"总", "副"}
    return text[core.end : core.end + 1] == "部" or (bare and _BARE_COMMAND.match(text, core.end) is not None)


def _status(modifier: str) -> Status:
    return next((status for times, status in _STATUS if modifier.startswith(times)), "incumbent")
