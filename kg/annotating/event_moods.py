"""Whether a named event was held, is to come, or was put off: told by the words around its name."""

from kg import expressions as re
from kg.annotating.modality import modality_of
from kg.annotating.view import View
from kg.model.facts import Modality
from kg.model.source import Span

_PUT_OFF = re.compile(r"推迟|取消|延期|不再|停办|叫停|改期|暂停举")
_AHEAD = re.compile(r"(?:将|拟|定于|预计|计划)(?!军|领)")
_EVE = re.compile(r"前夕|前(?![来往去赴排沿])|之前|在即|倒计时|的?(?:有关|相关|具体)?(?:时间|日期|事宜|方案|议程)")
"""Behind the predicate: 运动会开幕|前夕, 关于县人大二次会议召开|时间的决定."""


def modality_of_event(view: View, span: Span, trigger: Span | None, behind: re.Match[str] | None) -> Modality:
    """Return the modality of the event named here; `behind` is the predicate behind its name, where it has one."""
    if trigger is not None and view.text.startswith("不", trigger.start - 1):  # 不开追悼会
        return "denied"
    if trigger is not None and trigger.of(view.text).endswith("的"):  # 原定8月22日举行的…延期举行
        told = modality_of(view, span)
        if told != "happened":
            return told
    if behind is not None and _PUT_OFF.search(behind.group()):
        return "denied"
    if behind is not None and (_AHEAD.search(behind.group()) or _EVE.match(view.text, behind.end())):
        return "planned"
    told = modality_of(view, trigger or span)
    to_be = trigger is not None and trigger.of(view.text) == "办好"  # 全力办好第三届文化节
    return "planned" if to_be and told == "happened" else told
