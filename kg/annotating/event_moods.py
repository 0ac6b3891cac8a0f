"""Whether a named event was held, is to come, or was put off: told by the words around its name."""

from kg import expressions as re
from kg.annotating.event_verbs import GIVEN_UP
from kg.annotating.modality import modality_of
from kg.annotating.view import View
from kg.model.facts import Modality
from kg.model.source import Span

_PUT_OFF = re.compile(rf"{GIVEN_UP}|不再|叫停|暂停举")
_AHEAD = re.compile(r"(?:将|拟|定于|预计|计划)(?!军|领)")
_EVE = re.compile(r"前夕|前(?![来往去赴排沿])|之[前年]|在即|倒计时|的?(?:有关|相关|具体)?(?:时间|日期|事宜|方案|议程)")
"""Behind the predicate: 运动会开幕|前夕, 关于县人大二次会议召开|时间的决定."""
_ASKED = re.compile(r"[”’]?的(?:要求|通知|方案|安排|倡议|部署)")
_BY = re.compile(r"按照|根据|依据|关于|响应")
"""Around what somebody asked for: 按照县妇联|举办手工艺品展的要求，."""
_BASED_ON = re.compile(r"[”’]?(?:的)?基础上")
"""Behind what must have been: 将在成功举办首届赛事的|基础上."""
_SCHEDULED = re.compile(r"[^。！？\n]{0,24}?(?:活动|演出|展出|举办|比赛|开展|报名)?时间[：为]")
"""Behind a name in a notice: …书画展 展出时间：2月8日."""


def modality_of_event(view: View, span: Span, trigger: Span | None, behind: re.Match[str] | None) -> Modality:
    """Return the modality of the event named here; `behind` is the predicate behind its name, where it has one."""
    if trigger is not None and view.text.startswith("不", trigger.start - 1):  # 不开追悼会
        return "denied"
    if trigger is not None and trigger.of(view.text).endswith("的"):  # 原定8月22日举行的…延期举行
        told = modality_of(view, span)
        if told != "happened":
            return told
    return _foretold(view, span, behind) or _told(view, span, trigger)


def _foretold(view: View, span: Span, behind: re.Match[str] | None) -> Modality | None:
    """Return what the words behind the name say by themselves: put off, announced, with its time as notices have it."""
    if behind is not None and _PUT_OFF.search(behind.group()):
        return "denied"
    ahead = behind is not None and (_AHEAD.search(behind.group()) or _EVE.match(view.text, behind.end()))
    return "planned" if ahead or _SCHEDULED.match(view.text, span.end) else None


def _told(view: View, span: Span, trigger: Span | None) -> Modality:
    """Return what is told of the verb that governs or follows the name, else of the name."""
    told = modality_of(view, trigger or span, governs=trigger is not None and trigger.end <= span.start)
    if told == "planned" and _BASED_ON.match(view.text, span.end):
        return "happened"
    if trigger is None or told != "happened":
        return told
    asked = _ASKED.match(view.text, span.end) and _BY.search(view.text, view.clause(trigger.start).start, trigger.start)
    to_be = trigger.of(view.text) == "办好"  # 全力办好第三届文化节
    return "planned" if asked or to_be else told
