"""Bodies set up for a task: 区创建全国文明城市指挥部, 县征兵工作领导小组, named from the level or place to the head."""

from functools import cache

from kg import expressions as re
from kg.annotating.localities import level_start
from kg.annotating.naming import Bodies
from kg.annotating.view import View
from kg.annotating.words import HANZI, parts_of
from kg.lexicon import entries
from kg.model.source import Span

_MOST = 28
"""Characters between level and head at most."""
_SIGNS = re.compile(r"[，。；：！？、\s]")
_START = re.compile(r"(?:[省市县区州盟旗镇乡](?!长)|街道)(?=[一-龥“])")
_STANDING = re.compile(
    r"(?:指挥部|领导小?组|代表团|考察团|巡[视察]组|委员会|组委会|艺术团|剧团|歌舞团|文工团|演出团|乐团|办公室)$"
)
"""Bodies that a bare level names well enough: 县|指挥部; others (省|检查组) come and go."""
_HELD = ("任“", "任驻")
"""Behind a place: an office that is held there (到云溪乡|任“…”工作队队长)."""
_FOUNDERS = ("委", "政府", "人大常委会", "政协", "监委")
_SET_UP = re.compile("(?:工作)?(?:领导小?组|专班|指挥部|委员会)")
_OFFICER = re.compile("副?(?:书记|主任|主席|秘书长|常委|委员|组长)|领导(?!小组)|常务|[、和与]")


@cache
def _tasks_of_none() -> frozenset[str]:
    return entries("generic_words", "task")


@cache
def _links() -> frozenset[str]:
    """Words of a sentence: between a level and a head they show that no name runs from one to the other."""
    return entries("generic_words", "link")


def is_standing(text: str, head: Span) -> bool:
    """Tell whether a bare level before the head makes a name."""
    return _STANDING.search(text, head.start, head.end) is not None


def temporary_start(view: View, end: int, floor: int, bodies: Bodies) -> int | None:
    """Return where the level or place begins from which the body takes its name whose head begins at `end`."""
    text = view.text
    low = max(floor, end - _MOST)
    low = max((m.end() for m in _SIGNS.finditer(text, low, end)), default=low)
    for m in _START.finditer(text, low, end):
        start = level_start(view, m.end(), low)
        if start is None or HANZI.match(re.sub("[“”]", "", text[start:end])) is None:
            continue
        sure = start == low or start in view.boundaries
        if sure and _tells_task(view, _organ_end(text, start, end, bodies) or m.end(), end, bodies):
            return start
    return None


def _organ_end(text: str, start: int, end: int, bodies: Bodies) -> int | None:
    """Return where the organ of party or state ends that begins here and set the body up: 市委|巡察工作|领导小组."""
    organ = bodies.last_end(start, end - 1)
    if organ is None or bodies.start_of(organ) != start or not text.endswith(_FOUNDERS, start, organ):
        return None
    return organ if _SET_UP.match(text, end) and not _OFFICER.match(text, organ) else None


def _tells_task(view: View, start: int, end: int, bodies: Bodies) -> bool:
    """Tell whether the words between level and head say what the body is for: no sentence, no second body."""
    if end - start < 2 or bodies.last_end(start, end - 1) is not None:
        return False
    if any(held in view.text[start:end] for held in _HELD):
        return False
    found = parts_of(view, start, end)
    return "".join(found) not in _tasks_of_none() and not any(word in _links() for word in found)
