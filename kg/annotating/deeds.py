"""Events that have no name, told by a verb and its object: 到某镇调研…, 向某校捐赠…, 签订《…》, 侦破…案, 普降暴雨."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.annotating.activities import Activity, Placed, Taken, balanced
from kg.annotating.deed_patterns import DEEDS, DeedPattern
from kg.annotating.modality import modality_of
from kg.annotating.view import View
from kg.model.facts import EventType
from kg.model.source import Span

_HYPOTHETICAL = re.compile(
    r"(?:模拟|假设|一旦|防止|避免|预防|防范|谨防|如遇|关于|如果|若|杜绝|减少|未|没有|容易|可能|严防|防|曾|多次)[^，。；]{0,4}$"
)
_HABIT = re.compile(r"经常|定期|每年|每月|每周|每逢|每天|平时|往年")
"""What is done again and again is no event."""
_HABIT_REACH = 40
_WEAK_OBJECT = re.compile(
    r"^(?:的|不[少低]于|人员|工作|组|团|队|站|出|发现|时|中|后|以|和|及|、|并|等|了解|结果|报告|情况|点|表|单|对象|员|者|者们|物资)"
)
_PLAIN_OBJECT = re.compile(r"[一-龥\d.．,，]*")
"""What is given, told in plain words and numbers: alone, without one to whom it is given, no event of its own."""
_COUNTED = re.compile(r"\d[\d.,，]*[余多万千百亿]*(?:(?<=[万亿])元|份|床|件|套|台|箱|吨|袋|册|本|瓶|只|个)")
_SUMMED = re.compile(r"累计|共计?|先后|每年|年年|多次|曾|已|还|捐物|折合")
_MOVES_MOST = 12
"""Characters of where one goes at most, that stand in the name of a tour of little other name."""
_MOVES = re.compile(r"^(?:先后|分别|一行|实地|专程|随机)?(?:到|赴|深入|来|走进|前往|就(?!餐|地|业))")
_SUBJECT = re.compile(
    r"(?:书记|长|主任|主席|常委|委员|领导|一行|考察团|调研组|检查组|督导组|代表团|[一-龥]{2,3})(?:率[^，。；]{2,30})?(?:，)?$"
)
_SUBJECT_REACH = 40
"""Characters of the longest subject that `_SUBJECT` tells, and some more."""
_VISITOR = re.compile(
    r"(?:[局委院社]|联|工会|公司|集团|[支分]行|协会|商会|学校|中学|小学|政府|办事处|支部|[支大中]队|中心)"
    r"(?:全体)?(?:民警|干部|党员|志愿者|工作人员|干警|医护人员|师生)?(?:代表|们)?(?:组织)?，?$"
)
_GOER = re.compile(
    r"书记|[省市县区州旗镇乡局院校部会]长|人大|政协|委员|主任|主席|常委|领导|参谋长|司令员|政委|负责人|负责同志|一行|考察团|调研组|检查组|督导组|代表团|指导组|带队|率"
)
_HANDING_OVER: frozenset[EventType] = frozenset({"award", "ceremony", "donation", "launch"})
_HANDED_OVER: frozenset[EventType] = frozenset({"award", "donation"})


def find_deeds(view: View, named: tuple[Activity, ...], campaigns: tuple[Activity, ...]) -> tuple[Activity, ...]:
    """Find the events without a name, in order, none inside a named event or campaign."""
    taken = Taken(view, named)
    drives = Placed(campaigns)
    toured = {view.sentence(a.span.start) for a in named if "inspection" in a.types}
    goers = _Goers(view)
    deeds = [deed for deed in DEEDS if deed.pattern.offsets(view)]
    found: list[Activity] = []
    for line in view.article.lines:
        if line.role in {"byline", "crosshead"}:
            continue
        for activity in _in_line(view, line.span, goers, deeds):
            again = activity.main and view.sentence(activity.span.start) in toured
            if not again and not taken.touches(activity.span) and not _cuts(activity.span, drives):
                taken.add(activity.span)
                found.append(activity)
    if any(a.rule != "event.later-mention" for a in named):  # handing over is part of what was named
        found = [a for a in found if a.rule != "event.deed-handing"]
    mains = [a for a in named if a.main]
    starts = [a.span.start for a in mains]
    found = [a for a in found if not (_HANDED_OVER.intersection(a.types) and _at_handing_over(a, mains, starts))]
    return tuple(sorted(found, key=lambda a: a.span))


def _at_handing_over(deed: Activity, mains: list[Activity], starts: list[int]) -> bool:
    """Tell whether the event named last before the deed, else the first, is one at which things are handed over."""
    last = max(bisect_left(starts, deed.span.start) - 1, 0)
    return bool(mains) and bool(_HANDING_OVER.intersection(mains[last].types))


def _cuts(span: Span, drives: Placed) -> bool:
    """Tell whether the words lie within the name of a campaign, or end or begin inside one."""
    edges = (Span(span.start, span.start + 1), Span(span.end - 1, span.end))
    return any(drive is not None and not span.covers(drive.span) for drive in (drives.covering(edge) for edge in edges))


def _in_line(view: View, line: Span, goers: "_Goers", deeds: list[DeedPattern]) -> Iterator[Activity]:
    for deed in deeds:
        for match in deed.pattern.finditer(view, line):
            span = _span(view, deed, match, line, goers)
            if span is not None:
                yield _activity(view, deed, match, span)


def _span(view: View, deed: DeedPattern, match: re.Match[str], line: Span, goers: "_Goers") -> Span | None:
    """Return the words that tell of the deed; None where they only seem to, or speak of it."""
    text, start = view.text, match.start()
    if view.in_title(match.start("verb"), line.start) or _HYPOTHETICAL.search(text, max(line.start, start - 8), start):
        return None
    if _HABIT.search(text, max(view.clause(start).start, start - _HABIT_REACH), match.start("verb")):
        return None
    if deed.name == "donation" and "to" not in match.groupdict() and not _is_gift(text, match):
        return None
    span = goers.inspection(match) if deed.name == "inspection" else Span(start, match.end())
    if deed.name == "service" or (deed.name == "clinic" and match["object"].startswith("为")):
        span = Span(match.start("verb"), match.end())
    if match["verb"].startswith("当选") and "“" not in match["object"]:  # an election
        return None
    if span is None:
        return None
    label = span.of(text).rstrip("、")
    return None if not balanced(label) or view.in_speech(span.start) else Span(span.start, span.start + len(label))


def _is_gift(text: str, match: re.Match[str]) -> bool:
    """Tell a gift of something named or counted (捐款50万元), not one of a sum over years (累计捐款50万元)."""
    if not _PLAIN_OBJECT.fullmatch(match["object"]):
        return True
    summed = _SUMMED.search(text, max(match.start() - 8, 0), match.end())
    return summed is None and _COUNTED.search(match["object"]) is not None


def _activity(view: View, deed: DeedPattern, match: re.Match[str], span: Span) -> Activity:
    verb = Span(*match.span("verb")) if match["verb"] else span
    return Activity(
        span=span,
        label=span.of(view.text),
        types=(deed.type,),
        rule=f"event.deed-{deed.name}",
        trigger=verb,
        modality=modality_of(view, verb),
        main=deed.name == "inspection",
    )


class _Goers:
    """The words of an article for those who inspect: officers and bodies sent out."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._spans = [Span(*match.span()) for match in _GOER.finditer(view.text)]
        self._starts = [span.start for span in self._spans]

    def inspection(self, match: re.Match[str]) -> Span | None:
        """Return the words of an inspection: it needs where or what, and one who goes before it in its sentence."""
        target = match["object"]
        if match.start("object") < match.start("verb"):  # 就…进行调研
            whole = Span(match.start(), match.end())
            acts = self._is_body(match.start()) or self._has_subject(match.start(), match.start())
            return whole if acts else None
        weak = _WEAK_OBJECT.match(target) is not None
        if _MOVES.match(match.group()) is None and (weak or len(target) < 4):
            return None
        moves = match.start("verb") - match.start()
        span = Span(
            match.start() if weak or (len(target) < 4 and moves <= _MOVES_MOST) else match.start("verb"),
            match.end("verb") if weak else match.end(),
        )
        visits = "慰问" in match["verb"] and self._is_body(match.start())
        return span if visits or self._has_subject(match.start(), span.start) else None

    def _is_body(self, end: int) -> bool:
        """Tell whether a body, or its people, stands right before: bodies visit too, with presents."""
        return (
            _VISITOR.search(self.view.text, max(self.view.sentence(end).start, end - _SUBJECT_REACH), end) is not None
        )

    def _has_subject(self, offset: int, end: int) -> bool:
        """Tell whether a subject ends here, and the sentence of `offset` names one who goes before."""
        text, start = self.view.text, self.view.sentence(offset).start
        if end - start < 2 or not _SUBJECT.search(text, max(start, end - _SUBJECT_REACH), end):
            return False
        at = bisect_left(self._starts, start)
        return at < len(self._spans) and self._spans[at].end <= end
