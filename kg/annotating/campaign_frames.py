"""Campaigns carried out in the frame of another: 乙下设甲, 以乙为抓手开展甲, 乙期间推出甲, 按照乙的部署开展甲."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.activities import Activity, Placed
from kg.annotating.view import View
from kg.model.source import Span

Pair = tuple[Activity, Activity]
_PARTS = re.compile(
    r"下设|分设|细?分为|划分为|涵盖|包含|包括|部署的|确定的|(?:子|分)(?:项目|行动)(?:[为是]|(?=[“‘]))|等[一-龥]{0,4}子(?:项目|行动)"
)
_ANAPHOR = re.compile(
    r"(?:该|此次|此项|这项|这次|本次|本年度|全年)?(?:专项)?(?:行动|会战|整治|活动|工程|计划|创建|攻坚战?|竞赛|方案)(?=启动|开展|实施|[^，。；]{0,3}[自从由将为于，按持在分下包涵\d]|$)"
)
_REACH = 240
"""Characters of a sentence that are looked at; more only happens where punctuation was lost."""
_VERB = 20
"""Characters before a name in which its verb of carrying out stands."""
_BACK = 220
"""Characters over which 该行动 points back to the campaign named last."""
_POINTER = re.compile(
    r"(?<=[，。；\n])(?:(?:该|此次|此项|这项|这次|本次)(?:专项)?(?:行动|会战|整治|活动|工程|计划|创建)"
    r"(?=[^，。；]{0,12}(?:部署|组织|牵头|开展以来|期间))|(?:专项行动|行动|活动|会战|攻坚战|整治|[一-龥]{2}月)期间)"
)
"""At the beginning of a clause: the campaign told before, 该行动由市里统一|部署, 活动期间."""
_BETWEEN = re.compile(r"[”’]?(?:、|和|及|以及|与|或)?[^，。；：！？、“”\n]{0,14}")
"""Between the parts of a row, with what describes the next: 、|追捕逃犯的|“清网”行动."""
_FRAME_AFTER = re.compile(
    r"[”’]?(?:活动|工作|行动)?(?:为(?:重要)?(?:抓手|牵引|载体|契机|主线|统领|引领|依托|龙头|平台|总揽|重点)|期间|中(?=，|[^，。；]{1,12}，?[^，。；]{0,8}推出)"
    r"|第[一二三四]阶段|(?:工作)?(?:的)?(?:统一|总体|工作)?(?:部署|安排|要求|方案)(?:要求|安排)?(?=，))"
)
_FRAME_BEFORE = re.compile(r"(?:以[^，。；]{0,4}|按照[^，。；]{0,8}|根据[^，。；]{0,8}|在[^，。；]{0,8})$")
_MADE = re.compile(r"将[^，。；]{1,14}(?:定为|确定为|作为)$")
"""Before the frame: 将11月定为|“校园安全月”，开展…."""
_CARRIES = re.compile(
    r"(?:开展|推出|组织|启动|实施|打响|部署|推进|发起|举办|开办|推行|主打|掀起|铺开|深化|抓好)(?:了)?[^，。；：“”、]{0,12}$"
)


def framed(view: View, campaigns: tuple[Activity, ...]) -> Iterator[Pair]:
    """Pair campaigns with those in whose frame they are carried out, child first."""
    placed = Placed(campaigns)
    for verb in _PARTS.finditer(view.text) if campaigns else ():
        sentence = view.sentence(verb.start())
        if verb.group().startswith("等"):
            row = _row_before(view, placed, Span(max(sentence.start, verb.start() - _REACH), verb.start()))
        else:
            row = _row_behind(view, placed, Span(verb.end(), min(sentence.end, verb.end() + _REACH)))
        if row:
            end = min(verb.start(), row[0].span.start)
            whole = _divided(view, placed, Span(max(sentence.start, end - _REACH), end), told="子" in verb.group())
            yield from ((child, whole) for child in row if whole is not None)
    yield from _in_frames(view, placed)


def _divided(view: View, placed: Placed, before: Span, *, told: bool) -> Activity | None:
    """Return the campaign that is divided: the nearest of the sentence, else the last one if 该行动 points to it.

    What is `told` to be a part (子行动) is one of the last.
    """
    nearest = next(placed.before(before.end, len(before)), None)
    if nearest is not None or not (told or _ANAPHOR.search(view.text, before.start, before.end)):
        return nearest
    return next(placed.before(before.start, _BACK), None)


def _row_behind(view: View, placed: Placed, span: Span) -> list[Activity]:
    """Return the campaigns that stand in a row from the beginning of the span on."""
    row, start = [], span.start
    for campaign in placed.within(span):
        if not _BETWEEN.fullmatch(view.text, start, campaign.span.start):
            break
        row.append(campaign)
        start = campaign.span.end
    return row


def _row_before(view: View, placed: Placed, span: Span) -> list[Activity]:
    """Return the campaigns that stand in a row up to the end of the span."""
    row, end = [], span.end
    for campaign in reversed(placed.within(span)):
        if not _BETWEEN.fullmatch(view.text, campaign.span.end, end):
            break
        row.append(campaign)
        end = campaign.span.start
    return row[::-1]


def _in_frames(view: View, placed: Placed) -> Iterator[Pair]:
    """以乙为抓手，开展甲; 乙期间，将推出甲; 将11月定为乙，组织开展甲; 该行动由某局部署，推行甲."""
    for parent in placed.activities:
        if _frames(view, parent.span):
            yield from _carried_out(view, placed, parent, parent.span.end)
    for pointer in _POINTER.finditer(view.text) if placed.activities else ():
        told = next(placed.before(pointer.start(), _BACK), None)
        if told is not None:
            yield from _carried_out(view, placed, told, pointer.end())


def _carried_out(view: View, placed: Placed, parent: Activity, offset: int) -> Iterator[Pair]:
    """Give the campaigns behind it in the sentence that a verb of carrying out governs, and rows of them."""
    previous: Activity | None = None
    end = min(view.sentence(offset - 1).end, offset + _REACH)
    for child in placed.within(Span(offset, end)):
        start = max(view.clause(child.span.start).start, offset, child.span.start - _VERB)
        joined = previous is not None and _BETWEEN.fullmatch(view.text, previous.span.end, child.span.start)
        if joined or _CARRIES.search(view.text, start, child.span.start):
            yield child, parent
            previous = child


def _frames(view: View, span: Span) -> bool:
    """Tell whether a campaign is told as the frame of what follows."""
    before = Span(max(view.clause(span.start).start, span.start - 20), span.start)
    if _MADE.search(view.text, before.start, before.end):
        return True
    after = _FRAME_AFTER.match(view.text, span.end, span.end + 24)
    if after is None:
        return False
    named = after.group().lstrip("”’")
    loose = named.endswith(("期间", "中", "阶段"))
    return loose or _FRAME_BEFORE.search(view.text, before.start, before.end) is not None
