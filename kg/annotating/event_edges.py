"""Where the name of an event goes on: over a list inside it (先进集体、|表彰大会), past a head (运动会|篮球比赛)."""

from kg import expressions as re
from kg.annotating.activities import phrase_start
from kg.annotating.event_heads import QUOTED
from kg.annotating.openings import Opened
from kg.annotating.view import View
from kg.model.source import Span

_MOST_ITEMS = 6
_MOST_ITEM = 16
_MOST_LISTED = 44
"""Characters of a name with a list inside at most."""
_MOST_MOTTO = 28
"""Characters of a motto on either side of a head inside it at most."""
_STOP = re.compile(r"[。；\n]")
_PLAIN = re.compile(r"[一-龥]{0,6}")
_GAP = re.compile(r"(?:20\d\d年?)?[一-龥“”‘’（）]{1,10}")
_CEREMONY = re.compile(
    r"(?:[开结闭][班营业学幕课]|启动|揭牌|成立|颁奖|发车|出征|授旗|首发|签约)(?:仪式|典礼)"
    r"|(?:(?![上中后前在将与并就及为是的了])[一-龥]){0,4}?(?:动员|部署|推进|总结|汇报|调度|协调)(?:大会|会议?)"
)
"""Right behind a head: what is held on it, as segmentation may not see it (托管班|开班仪式, 调研|执法检查动员会)."""
_TURN = re.compile(
    r"[上中后前时将在和与及并为于以来的由让]|期间|现场|通报|介绍|宣布|总结|部署|研究|听取|审议|传达|学习|表彰|通过"
)
"""Between two heads: the second belongs to another phrase."""
_MOURNED = re.compile(r"(?<=[席长任记员委])[一-龥·]{2,4}?(?:同志|先生|女士)(?:遗体|追悼|追思|告别)")


def listed_start(view: View, span: Span, floor: int, heads: Opened, holding: re.Pattern[str]) -> int:
    """Return where the list begins whose last item opens the name: 举行|劳动模范、先进工作者表彰大会.

    The first item begins behind a verb of holding, if one stands in it. Items that are events are no part of the name.
    """
    text, start = view.text, span.start
    for _ in range(_MOST_ITEMS):
        if start - 1 <= floor or text[start - 1] != "、":
            return start
        if text[start] == "“" and text[start - 2] != "”":  # 金山讲堂系列、|“家园”朗读大赛
            return span.start
        before = phrase_start(view, start - 1, max(floor, start - 1 - _MOST_ITEM), _MOST_ITEM)
        verbs = [verb.end() for verb in holding.finditer(text, before, start - 1) if len(verb.group()) > 1]
        before = verbs[-1] if verbs else before
        item = text[before : start - 1]
        if len(item) < 2 or span.end - before > _MOST_LISTED or _ends_in_head(item, heads):
            return span.start
        start = before
        if verbs:
            return start
    return span.start


def within_motto(view: View, head: Span, limit: int, heads: Opened) -> bool:
    """Tell a head inside a quotation that is only the motto of a name: “送万场演出下乡行动”|启动仪式."""
    text = view.text
    opening = text.rfind("“", max(0, head.start - _MOST_MOTTO), head.start)
    if opening < 0 or text.find("”", opening, head.start) >= 0:
        return False
    closing = text.find("”", head.end, min(limit, head.end + _MOST_MOTTO))
    if closing < 0 or _STOP.search(text, opening, closing):
        return False
    further = heads.search(view, closing + 1, min(limit, closing + 11))
    return further is not None and _PLAIN.fullmatch(text, closing + 1, further.start()) is not None


def _ends_in_head(item: str, heads: Opened) -> bool:
    if item.endswith(("节", "季", "赛", "展")):
        return True
    return any(match.end() == len(item.rstrip("”’）")) for match in heads.pattern.finditer(item))


def further_head(view: View, head: Span, limit: int, heads: Opened) -> re.Match[str] | None:
    """Return the head with which the name goes on behind this one: 第五届运动会|篮球项目|比赛."""
    text = view.text
    if (ceremony := _CEREMONY.match(text, head.end, limit)) is not None:
        return ceremony
    further = heads.search(view, head.end, min(limit, head.end + 14))
    if further is None or further.start() == head.end or further.group() == QUOTED:
        return None
    gap = text[head.end : further.start()]
    if _GAP.fullmatch(gap) is None or _TURN.search(gap):
        return None
    start = phrase_start(view, further.end(), head.start, further.end() - head.start)
    return further if start <= head.start else None


def mourned_start(text: str, span: Span) -> int:
    """Return where the name of a funeral begins, behind the posts of the dead: 区政协原主席|陆鸣远同志遗体送别仪式."""
    mourned = _MOURNED.search(text, span.start, span.end)
    return span.start if mourned is None else mourned.start()
