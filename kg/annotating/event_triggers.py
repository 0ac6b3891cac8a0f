"""The verb before the name of an event: 召开, 举行, 出席 …, also over a theme (开展|以“…”为主题的|培训)."""

from kg import expressions as re
from kg.annotating.activities import Activity
from kg.annotating.event_verbs import HOLDING, TRIGGER
from kg.model.source import Span

SIGN = re.compile(r"[，。；：！？]")
THEMED = re.compile(r"以?[“‘][^“”‘’\n]{2,36}[”’]为主题的(?=[^，。；：！？“”\n]{0,24}\Z)")
"""Between the verb and the name, or its last noun phrase: 开展|以“…”为主题的|培训活动."""
_THEME = 68
"""Characters of such a theme and the name behind it at most."""
_LIST_SIGNS = re.compile(r"(?:、|和|及|与|以及|，|等)+")
_TRIGGER_REACH = 30
_ONE = "“第首本"
"""How a name begins of which a bare 办 says that it is held."""


def trigger_of(text: str, start: int, line: Span, last: Activity | None) -> Span | None:
    """Return the verb before the name; in a list of events that of the one before."""
    trigger = _trigger_before(text, start, line)
    if trigger is None and last is not None and _LIST_SIGNS.fullmatch(text, last.span.end, start):
        return last.trigger
    return trigger


def _trigger_before(text: str, start: int, line: Span) -> Span | None:
    last, themed = None, THEMED.search(text, max(line.start, start - _THEME), start)
    start = start if themed is None else themed.start()
    for verb in TRIGGER.finditer(text, max(line.start, start - _TRIGGER_REACH), start):
        last = verb
    if last is None or SIGN.search(text, last.end(), start):
        return None
    if len(last.group()) <= 2 and last.group()[0] in "办开" and start - last.end() > 4:
        return None
    bare = last.group() in {"办", "开"} and last.end() == start and text[last.start() - 1] != "不"
    if bare and text[start] not in _ONE:
        return None
    return Span(last.start(), last.end())


def is_held(text: str, trigger: Span | None) -> bool:
    """Tell whether the verb says that the event was held."""
    if trigger is None:
        return False
    return text.startswith("主持", trigger.start) or HOLDING.search(trigger.of(text)) is not None


def is_gone_to(text: str, trigger: Span | None) -> bool:
    """Tell whether the verb says that somebody attended it."""
    return trigger is not None and text.startswith(("出席", "列席"), trigger.start)
