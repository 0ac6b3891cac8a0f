"""Events by their names: trigger and name (召开…推进会), name and predicate (…仪式举行), or a name alone."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg import expressions as re
from kg.annotating.activities import Activity, Placed, balanced, opening_of
from kg.annotating.event_edges import further_head, listed_start, mourned_start, within_motto
from kg.annotating.event_heads import MEETING, QUOTED, heads
from kg.annotating.event_kinds import (
    about_start,
    finer_kind,
    generic_words,
    is_generic,
    is_summed_up,
    is_told_tour,
    is_where,
    is_won,
    stands_alone,
)
from kg.annotating.event_mentions import LATER_RULE, UNSAID_RULE, is_first, opened, said_again
from kg.annotating.event_moods import modality_of_event
from kg.annotating.event_starts import is_held_alone, name_start, whole_start
from kg.annotating.event_triggers import SIGN, is_gone_to, is_held, trigger_of
from kg.annotating.event_verbs import BEHIND, FOLLOWS, HELD, HOLDING, NOT_EVENT, SHARED
from kg.annotating.habits import is_habit
from kg.annotating.view import View
from kg.lexicon import table
from kg.model.facts import EventType
from kg.model.source import Span

_MOST_QUOTED = 30
"""Characters of a quotation that ends a name at most."""
_MOST_JOINED = 30
"""Characters of the second half of a double name at most."""
_IS_TO_BE = re.compile(r"(?:将|要|已)(?:在[^“”]{2,10})?(?:举[行办]|召开)")
"""In a quotation that does not name an event, but tells of it: 网传“…将举行|万人大会”."""
_BEHIND_REACH = 44
_WITH_LISTS: frozenset[EventType] = frozenset({"meeting", "award", "ceremony", "contest", "launch"})
"""Kinds of events whose names may hold a list: 先进集体、先进个人表彰大会."""
_SHORT = 4
"""Characters up to which the last word alone says of no event which one it is (颁奖典礼; but 义务植树)."""
_LEAST_NAME = 3
"""Characters of a name at least where it is a last word alone: 演练 says nothing."""
_LEAST_MOTTO = 6
"""Characters of a name that begins with a motto at least; longer words before only say whose it is."""
_CHAIN = 8
"""Heads in a row that make one name (成立仪式活动) at most: a bound for garbled text."""

_LATER = re.compile(
    r"(?:此次|本次|这次|[此本这该][场届项]|这一|该|上述|整个|当天的?|每次|历次)(?:(?:以[^，。]{1,24}为主题|为期[^，。]{1,6})的)?$"
)
_LATER_REACH = 36
_ITEM = re.compile(r"[一-龥]{1,3}、|、[^，。；]{0,40}等[^，。；]{0,8}(?:活动|服务|工作|方式|形式|项目|内容|环节|节目)")
"""Behind the bare name of an event: it is an item of a list (义诊|义剪、…等服务)."""
_AMONG = re.compile(r"包括|包含|涵盖|设有?")
"""Before the first item of what an event consists of: 包括|拔河比赛、…等项目的运动会."""
_TOUR = re.compile(r"(?:督查|检查|督导|调研|巡查|走访|视察|考察|暗访|抽查)\Z")
_WORK = re.compile(r"工作(?=[，。；！])")
_UNDER_WAY = re.compile(r"开展了?[^，。；！？\n]{2,40}\Z")
"""Before a tour that is called work: 带队开展|安全生产|督查|工作."""
_SESSION = re.compile(r"(?:常务委员会)?第[一二三四五六七八九十百\d]{1,8}次(?:全体|扩大|（扩大）)?(?:会议|全会)")
_WITH_SESSIONS = ("大会", "全会", "全委会", "常委会")
_PLENARY = "中全会"
"""Plenary sessions of the Central Committee are spoken of everywhere (宣讲六中全会), and held once."""
_NTH = re.compile(r"第[一二三四五六七八九十\d]+[届次]")
_AND_ALSO = re.compile(r"[及和与][一-龥]{2,4}活动(?=[，。；])")
"""Behind a head: more of the same name (消防安全培训|及演练活动)."""
_AND = re.compile(r"[”’]?(?:（[^（）\n]{2,12}）)?，?暨[一-龥“\d]")
_STATION = re.compile(r"[（(][一-龥]{2,6}(?:站|赛区|专场|组|赛)[)）]")
_STAGES = "站场期讲"
_QUOTES = re.compile(r"[“”‘’]")
_QUOTATION = re.compile(r"“[^“”\n]*”")
_TITLE_OR_SPACE = re.compile(r"《[^》]*》|\s")
_ROUND = re.compile(r"[决预复初]赛$")
_LEVEL = re.compile(r"[届杯省市县区州全赛“]")
_FIRST_OF = re.compile(r"是[^，。；]{0,8}首[场站]")
"""Before and in a name that only says what was told already: 也是|本地区首场比赛."""
_TO_COME = re.compile(r"(?:[办迎]好|迎接|筹备|筹办|备战|申办|争办|保障)\Z")
"""Before a name that no verb says was held: it is still to come."""


def find_events(view: View, campaigns: tuple[Activity, ...]) -> tuple[Activity, ...]:
    """Find the events that an article names, in order of the text, outside the names of campaigns.

    A bare 推进会 is kept where an event of that kind was named before.
    """
    found: list[Activity] = []
    unsaid: deque[Activity] = deque(maxlen=_CHAIN)
    endings: set[str] = set()
    drives = Placed(campaigns)
    for activity in _named_in(view):
        if drives.covering(activity.span) is not None:
            continue
        if activity.rule == UNSAID_RULE:
            unsaid.append(activity)
            continue
        for name in (said_again(activity, endings, unsaid), opened(view, activity, found)):
            if name is None:
                continue
            first = name.label not in endings and is_first(view, name, found)
            if name.rule == LATER_RULE and first:
                found.append(replace(name, rule="event.name-and-predicate", main=True))
            elif name.rule != LATER_RULE or name.label in endings:
                found.append(name)
                endings.update(name.label[at:] for at in range(len(name.label)))
    return tuple(sorted(found, key=lambda a: a.span))


def _named_in(view: View) -> Iterator[Activity]:
    for line in view.article.lines:
        if line.role != "byline":
            yield from _in_line(view, line.span)


def _in_line(view: View, line: Span) -> Iterator[Activity]:
    regex, _ = heads()
    floor = position = line.start
    last: Activity | None = None
    while (head := regex.search(view, position, line.end)) is not None:
        position = head.end()
        activity = _from_head(view, Span(floor, line.end), head, last)
        if activity is None:
            continue
        if activity.rule != UNSAID_RULE:
            last = activity
            floor = position = max(position, activity.span.end)
        yield activity


def _from_head(view: View, line: Span, head: re.Match[str], last: Activity | None) -> Activity | None:
    """Read the name that ends with this head, or with what follows it (…大会第三次会议, …会暨…会)."""
    text = view.text
    inside = within_motto(view, Span(*head.span()), line.end, heads()[0])
    if inside or view.in_title(head.start(), line.start):
        return None
    if head.group() == QUOTED and not is_held_alone(text, Span(line.start, head.end())):
        return None
    ending = _ending(view, line, head)
    if ending is None or (FOLLOWS.match(text, ending[0]) and not is_won(text, ending[0], line.start)):
        return None
    end, kind, half = ending
    if text[end : end + 1] in {"”", "’"}:
        opening = opening_of(text, end, max(line.start, end - _MOST_QUOTED))
        if opening is None:
            return None
        end += _IS_TO_BE.search(text, opening, end) is None
    station = _STATION.match(text, end)
    return _named(view, line, (station.end() if station else end, kind, half), last, head.start())


def _ending(view: View, line: Span, head: re.Match[str]) -> tuple[int, EventType, int] | None:
    """Return where the name ends, of what kind it is, and where its first half ends (…会|暨…会).

    None for a congress that is not said which one it is.
    """
    text, (regex, kinds) = view.text, heads()
    end, kind = head.end(), kinds.get(head.group(), "activity")
    if text[end : end + 1] == "议" and text[end - 1] == MEETING:
        end += 1
    if _TOUR.search(head.group()) and _WORK.match(text, end) and _UNDER_WAY.search(text, line.start, head.start()):
        return end + 2, kind, end + 2
    session = _SESSION.match(text, end)
    if session is not None and head.group().endswith(_WITH_SESSIONS):
        end = session.end()
    elif head.group() == "代表大会" and not _NTH.search(text, max(line.start, head.start() - 16), head.start()):
        return None
    half, end = end, _joined_end(text, end, line)
    whole = end > half
    for _ in range(_CHAIN):  # 成立仪式|活动
        further = regex.pattern.match(text, end) or further_head(view, Span(head.start(), end), line.end, regex)
        if further is None or further.group() == QUOTED:
            break
        end = further.end()
        more = kinds.get(further.group(), "activity")
        kind = kind if more == "activity" else more
    if not whole:  # 运动会|篮球比赛|暨…公开赛
        half, end = end, _joined_end(text, end, line)
    return end, kind, half


def _joined_end(text: str, end: int, line: Span) -> int:
    """Return where the second half of a double name ends: 第十七届运动会暨首届全民健身运动会."""
    joined = _AND.match(text, end, line.end)
    if joined is None:
        also = _AND_ALSO.match(text, end, line.end)
        return end if also is None else also.end()
    second = heads()[0].pattern.search(text, joined.end() - 1, joined.end() + _MOST_JOINED)
    return end if second is None or SIGN.search(text, joined.end(), second.end()) else second.end()


def _named(
    view: View, line: Span, ending: tuple[int, EventType, int], last: Activity | None, head_start: int
) -> Activity | None:
    text, (end, kind, half) = view.text, ending
    span = Span(name_start(view, line, half if _AND.match(text, half) else end, head_start), end)
    if kind in _WITH_LISTS:
        span = Span(listed_start(view, span, line.start, heads()[0], HOLDING), end)
    trigger = trigger_of(text, span.start, line, last)
    span = Span(whole_start(text, span, trigger), end)
    span = Span(mourned_start(text, span), end)
    dash = text.rfind("——", span.start, end)
    if dash >= 0 and not _QUOTES.search(text, span.start, end):  # 第一次盛会——|开学典礼
        span = Span(dash + 2, end)
    opening = text.find("“", span.start, end)
    longer = opening - span.start > end - opening > _LEAST_MOTTO and "暨" not in text[span.start : opening]
    joined = kind == "activity" and opening > span.start and text[opening - 1] in "和及与、"  # 企业走访和|“开放日”活动
    if longer or joined:
        span = Span(opening, end)
    head = _QUOTES.sub("", span.of(text))
    if (len(head) < _LEAST_NAME and head in heads()[1]) or not _is_name(text, line, span, trigger):
        return None
    if trigger is None and _FIRST_OF.match(text, span.start - 1, end):
        return None
    if (
        is_where(text, span)
        or is_told_tour(text, head, span, trigger)
        or is_summed_up(text, span)
        or is_habit(view, span, trigger)
    ):
        return None
    behind = None
    if trigger is None:
        behind = BEHIND.match(text, end, min(line.end, end + _BEHIND_REACH)) or SHARED.match(text, end, line.end)
    generic = _is_generic(text, span.start, head, trigger, behind) or (
        is_generic(head, "later") and _ITEM.match(text, end) is not None
    )
    if (
        head[-2:] not in _ends()
        and text[end - 1] not in _STAGES
        and (text[end - 1] != "”" or behind is None)
        and not (is_held(text, trigger) or is_gone_to(text, trigger) or (behind and HELD.search(behind.group())))
    ):
        return None
    if (generic and len(head) < 3) or (head.endswith(_PLENARY) and not (trigger and HELD.search(trigger.of(text)))):
        return None
    alone = stands_alone(head, kind) and not _TO_COME.search(text, max(line.start, span.start - 6), span.start)
    unsaid = trigger is None and behind is None and not generic and not alone
    span = Span(about_start(text, span, line.start), end)
    rule = "event.trigger-and-name" if trigger else "event.name-and-predicate" if behind else "event.named"
    return Activity(
        span=span,
        label=span.of(text),
        types=(finer_kind(span.of(text), kind),),
        rule=LATER_RULE if generic else UNSAID_RULE if unsaid else rule,
        trigger=trigger or (Span(end, behind.end()) if behind else None),
        modality=modality_of_event(view, span, trigger, behind),
        main=not generic,
    )


def _is_name(text: str, line: Span, span: Span, trigger: Span | None) -> bool:
    """Tell whether the words are a whole name, of something that takes place."""
    name = span.of(text)
    head = _QUOTES.sub("", name)
    if len(head) < 2 or _LATER.search(text, max(line.start, span.start - _LATER_REACH), span.start):
        return False
    if _AMONG.search(text, max(line.start, span.start - 3), span.start) and _ITEM.match(text, span.end):
        return False
    if not balanced(name) or NOT_EVENT.search(_QUOTATION.sub("“”", _TITLE_OR_SPACE.sub("", name))):
        return False
    return trigger is not None or not _ROUND.search(head) or _LEVEL.search(name[:-2]) is not None


def _is_generic(text: str, at: int, head: str, trigger: Span | None, behind: re.Match[str] | None) -> bool:
    """Tell a name that could be any event's: 推进会, unless it is said that one was held."""
    kind = heads()[1].get(head)
    bare = kind is not None and (len(head) < _SHORT or (len(head) == _SHORT and kind != "activity"))
    if not bare and not is_generic(head, "later"):
        return False
    if bare and text.endswith("宣布", 0, at):  # 宣布|旅游节|开幕
        return True
    held = (
        is_held(text, trigger)
        or (is_gone_to(text, trigger) and head.endswith("会"))
        or (behind is not None and HELD.search(behind.group()) is not None)
    )
    return not (held and (head in generic_words("framed") or not is_generic(head, "later")))


@cache
def _ends() -> frozenset[str]:
    """Return the last two characters of every head that the lexicon knows."""
    return frozenset(row[0][-2:] for row in table("activities"))
