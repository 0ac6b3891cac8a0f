"""Which bare names are mentions of an event that was named (开幕式, 推进会), and which tell one of their own."""

from collections import deque
from dataclasses import replace

from kg import expressions as re
from kg.annotating.activities import Activity
from kg.annotating.event_kinds import is_generic
from kg.annotating.event_starts import ON_A_DAY
from kg.annotating.event_triggers import is_held
from kg.annotating.view import View

LATER_RULE = "event.later-mention"
UNSAID_RULE = "event.unsaid"
"""Of a name of which no verb says that it was held: an event only where another mention does."""
_OPENING = re.compile(r"(?:大会|会议|活动|比赛|节)?(?:开幕|闭幕|启动|开赛|开班|开营|首映)(?:式|仪式)(?:活动)?\Z")
"""The ceremony with which something begins or ends, not said of what: part of what was named before."""
_CLOSING = re.compile(r"闭幕(?:式|仪式)\Z")
"""The ceremony at the end of what takes days, an event apart: of its own day, with those who come to it."""
_TALKS = "座谈会"
_BEGINS = re.compile(r"举行|拉开|上演|开始")


def opened(view: View, activity: Activity, found: list[Activity]) -> Activity:
    """Return a bare ceremony (开幕式由…主持) as a mention of what it opens: of what its item named last."""
    last = next((name for name in reversed(found) if name.rule != LATER_RULE), None)
    if last is None or _OPENING.match(activity.label) is None or _is_closing(activity, found):
        return activity
    if view.item(last.span.start) != view.item(activity.span.start) or "ceremony" in last.types or not last.main:
        return activity
    if _is_told_apart(view, activity):
        return activity
    return replace(activity, label=last.label, types=last.types, rule=LATER_RULE, main=False, modality=last.modality)


def _is_told_apart(view: View, opening: Activity) -> bool:
    """Tell a bare ceremony of which its own day is told: 3月31日上午，开幕式在鼓声中|拉开帷幕."""
    held = opening.trigger is not None and _BEGINS.search(opening.trigger.of(view.text)) is not None
    return held and ON_A_DAY.search(view.text, view.sentence(opening.span.start).start, opening.span.start) is not None


def said_again(activity: Activity, endings: set[str], unsaid: deque[Activity]) -> Activity | None:
    """Return the name that the bare one stands for (“…”招聘会. 招聘会由…主办), where no verb said that it was held."""
    if activity.rule != LATER_RULE or activity.label in endings or activity.trigger is None:
        return None
    fuller = next((name for name in reversed(unsaid) if name.label.endswith(activity.label)), None)
    return None if fuller is None else replace(fuller, rule="event.named", main=True)


def is_first(view: View, activity: Activity, found: list[Activity]) -> bool:
    """Tell a bare name (汇报会上，) that is the first of its kind, so that it points at none before."""
    if _is_closing(activity, found):
        return True
    if is_generic(activity.label, "later"):
        return _leads(view, activity, found) or _meets(view, activity, found)
    return activity.trigger is not None and not any(activity.types == other.types for other in found)


def _is_closing(activity: Activity, found: list[Activity]) -> bool:
    """Tell a bare 闭幕式 of a festival or contest that was named, not of a congress."""
    whole = any({"contest", "activity"}.intersection(name.types) for name in found if name.main)
    return whole and _CLOSING.match(activity.label) is not None


def _meets(view: View, activity: Activity, found: list[Activity]) -> bool:
    """Tell a talk at the end of a tour, where no meeting was named before: 座谈会上，县长某某指出…."""
    talks = activity.label == _TALKS and view.text.startswith("上，", activity.span.end)
    return talks and not any("meeting" in other.types for other in found)


def _leads(view: View, activity: Activity, found: list[Activity]) -> bool:
    """Tell a bare name (开展志愿服务活动) that is held on a day and is the first event of its item."""
    if not is_generic(activity.label, "dated") or not is_held(view.text, activity.trigger):
        return False
    item, sentence = view.item(activity.span.start), view.sentence(activity.span.start)
    on_a_day = ON_A_DAY.search(view.text, sentence.start, activity.span.start) is not None
    return on_a_day and not any(view.item(other.span.start) == item for other in found)
