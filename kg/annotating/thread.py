"""The thread of an article: which event each sentence goes on to speak of, and of which one a verb in it speaks."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

from kg import expressions as re
from kg.annotating.agents import AGAIN, Activities, Agent, Agents, Held, Scene
from kg.annotating.roles import OTHER_VERB, TOURING
from kg.annotating.scenes import plays_on
from kg.annotating.view import View
from kg.model.facts import Role
from kg.model.source import Span

TOUR = "event.deed-inspection"
ROUND = re.compile(
    r"(?:调研|考察|督导|督查|检查|巡查|视察|走访|慰问|暗访|抽查|夜查|巡河|巡林)(?:督导|指导|检查|慰问)?(?:工作|活动|行动)?\Z"
)
"""At the end of the name of a tour: 到某镇开展|防汛督导检查工作."""
_SAYS = re.compile(r"(?<=[，：])|[，：]")
"""At the end of a verb: what follows is said."""
_BEFALLS = frozenset({"event.deed-disaster", "event.deed-death"})
"""Events in which nobody takes part."""
_MEETING = re.compile(r"(?:会议?|次(?:全体)?会议)\Z")
_AT_MEETING: frozenset[Role] = frozenset({"chair", "attendee"})
_THE_MEETING = re.compile(r"(?:了|此次|本次|这次)?(?:会议|大会|全会)(?=[，。；并])")
"""Behind 主持: the meeting, whatever deed was told since."""
_LOOKS_BACK = re.compile(
    r"(?:据[悉了介][^，。]{0,3}，|另外，|同时，)?(?:早在)?(?:(?:去年|前年|上年|今年|当年|\d{4}年)[^，。；]{0,10}|此前|上个?月[^，。；]{0,4}|\d{1,2}月[上中下]旬)，"
)
"""At the head of a sentence: what it tells has been before, and the next one speaks of it no more."""
_ALL = re.compile(r"了?(?:有关|相关)活动")
"""Behind 参加: all that the article tells, its first event before others."""
_GIFTS = frozenset(f"event.deed-{deed}" for deed in ("donation", "relief", "goods"))
_SIGNING = "event.deed-signing"
_SIGNED = re.compile(r"了?签[约字](?:仪式)?")
"""Behind 出席 or 见证: what the sentence said to be signed."""
_TALKS = frozenset({"event.deed-talks", "event.deed-reception"})
"""Deeds at which others than the doer take part, told behind them."""
_AT_EVENTS = frozenset(f"event.deed-{deed}" for deed in ("award", "handing", "signing", "unveiling", "lecture", "oath"))
"""Deeds that are done at an event which takes in those who do them."""
_PARTED = re.compile(r"兵分[一-龥]{1,3}路|分组|分头|分别带队|分赴")
"""Said of a tour whose leaders each go to places of their own."""
_EACH = re.compile(r"(?:分别|分头|各自)\Z")
"""Before 带队: each of those who parted."""
_THERE = re.compile(r"会[上前后]，|会议(?!室|厅|中心)")
"""At the head of a sentence: it speaks of the meeting."""
_AT_IT = re.compile(r"(?:^|(?<=[，。；\n])|在)(?:会|会议|大会)上")
_THIS = re.compile(
    r"(?:据[^，。]{1,3}，)?(?:本[次届场]|此次|这次|该)(?P<what>[一-龥]{2,5}?)(?=由|是|以|共|设|为|自|历时|吸引|于|在|有|旨在|邀请|持续|[，。])"
)
"""At the head of a sentence: it speaks of the last event that is called so (本次邀请赛由…)."""
_CONTEST, _CONTESTS = "赛", frozenset({"比赛", "赛事", "大赛", "竞赛"})
_AT_DRIVE = re.compile(r"(?:此次|本次|当天的?)?活动(?:由|现场|中|上|当天)|(?:出席|参加)(?:此次|本次)?活动")
"""At the head of a sentence, where the item told no event: it speaks of the drive told last."""
_OPENS_OR_ENDS = re.compile(r"(?:在)?[开闭]幕(?:会|式|大会|仪式)上")
"""At the head of a sentence: it speaks of what the article told first, whatever sat in between."""
_CLOSING = re.compile(r"闭幕(?:式|仪式)\Z")
_EDGE = re.compile(r"[开闭]幕(?:式|仪式)\Z")
_CLOSES = 12
"""Characters behind 宣布 at most in which it is said what is closed."""
_OVER = re.compile(r"(?:结束|闭幕|散会)?之?后")
"""Behind the name of an event after which another is held, of which the text goes on to speak."""
_TELLING: frozenset[Role] = frozenset({"speaker", "presenter"})
_ROW_ENDS = re.compile(r"(?:等[^，。；]{0,8})?；")
_NONE = Activities()
_Placed = TypeVar("_Placed", Agent, Held)


def scenes(view: View, agents: tuple[Agent, ...], held: tuple[Held, ...]) -> Iterator[Scene]:
    """Give every sentence that names somebody or an event, with those in it and the event that was spoken of last."""
    current: Held | None = None
    lead: Held | None = None
    tour: Held | None = None
    parted: Held | None = None
    meeting: Held | None = None
    drive: Held | None = None
    heard: list[Held] = []
    row: tuple[Agent, ...] = ()
    item = 0
    agents_of, held_of = _by_sentence(view, agents), _by_sentence(view, held)
    for sentence in view.sentences:
        if (new := view.item(sentence.start)) != item:
            item, current, lead, tour, parted, meeting, drive = new, None, None, None, None, None, None
            heard.clear()
        activities, here = held_of.get(sentence, ()), agents_of.get(sentence, ())
        events = [h for h in activities if h.kind == "event"]
        mains = [h for h in events if h.main or h.rule == AGAIN]
        mains = [h for h in mains if not _OVER.match(view.text, h.span.end)] or mains
        current = current or _driven(view, sentence, drive)
        former = current
        drive = next((h for h in activities if h.kind == "campaign" and h.modality == "happened"), drive)
        if mains or (events and current is None):
            current = next(iter(mains or [h for h in events if h.rule not in _BEFALLS]), current)
        elif lead is not None and _OPENS_OR_ENDS.match(view.text, sentence.start):
            current = lead
        elif meeting is not None and _THERE.match(view.text, sentence.start):
            current = meeting
        elif (this := _THIS.match(view.text, sentence.start)) is not None:
            named = _CONTEST if this["what"] in _CONTESTS else this["what"]
            current = next((h for h in reversed(heard) if h.span.of(view.text).endswith(named)), current)
        heard.extend(mains)
        before = (tour, meeting)
        if mains:
            lead = lead or next((h for h in mains if h.modality == "happened"), None)
            tour = next((h for h in mains if h.rule == TOUR), tour)
            parted = tour if tour in mains and _PARTED.search(view.text, sentence.start, sentence.end) else parted
            told = (h for h in mains if _MEETING.search(view.text, h.span.start, h.span.end))
            meeting = next((h for h in told if h.modality == "happened" or meeting is None), meeting)
        if activities or here:
            yield Scene(
                view=view,
                span=sentence,
                agents=Agents(here),
                activities=Activities(activities) if activities else _NONE,
                events=Activities(events) if events else _NONE,
                mains=Activities(mains) if mains else _NONE,
                current=current,
                ahead=None if current is not None else _ahead(view, sentence, held_of),
                former=former or current,
                lead=lead,
                tour=tour,
                parted=parted,
                meeting=meeting,
                row=row,
            )
            row = _row(view, sentence, (*row, *here)) if here and not mains else ()
        if former is not None and current is not None and _in_passing(view, sentence, former, current):
            current, (tour, meeting) = former, before


def _ahead(view: View, sentence: Span, held: dict[Span, list[Held]]) -> Held | None:
    """Return the event that the next sentence names, where none was told before: 某某为中心揭牌。|揭牌仪式由…."""
    if sentence.end >= view.line(sentence.start).end:
        return None
    named = (h for h in held.get(view.sentence(sentence.end), ()) if h.kind == "event" and h.main)
    return next((h for h in named if h.modality == "happened" and h.rule != TOUR), None)


def _row(view: View, sentence: Span, agents: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """Return the people of a row that goes on behind a ；: 市领导某某、某某|；县领导某某参加."""
    if view.text[sentence.end - 1] != "；" or OTHER_VERB.search(view.text, sentence.start, sentence.end):
        return ()
    people = [agent for agent in agents if agent.kind == "person"]
    ends = people and _ROW_ENDS.fullmatch(view.text, max(agent.span.end for agent in people), sentence.end)
    return tuple(people) if ends else ()


def _driven(view: View, sentence: Span, drive: Held | None) -> Held | None:
    """Return the drive told last where the sentence speaks of it."""
    return drive if drive is not None and _AT_DRIVE.match(view.text, sentence.start) else None


def _in_passing(view: View, sentence: Span, former: Held, told: Held) -> bool:
    """Tell an event that is told aside from what is reported: one to come, asked for, or long past."""
    if former.modality != "happened" or former.key == told.key:
        return False
    return told.modality != "happened" or _LOOKS_BACK.match(view.text, sentence.start) is not None


def _by_sentence(view: View, placed: tuple[_Placed, ...]) -> dict[Span, list[_Placed]]:
    found: dict[Span, list[_Placed]] = defaultdict(list)
    for one in placed:
        sentence = view.sentence(one.span.start)
        if sentence.covers(one.span):
            found[sentence].append(one)
    return found


def within_events(scene: Scene, told: set[str]) -> Iterator[tuple[str, str]]:
    """Give the deeds done at an event that was named, each with it: 大会上，…签订协议, …被授予称号.

    `told` are the events in which somebody was said to take part in this paragraph.
    """
    for deed in scene.events.held:
        if deed.main or deed.rule not in _AT_EVENTS:
            continue
        whole = scene.mains.last_to(deed.span.start)
        if (
            whole is None
            and scene.current is not None
            and plays_on(scene.view, scene.span, told=scene.current.key in told)
        ):
            whole = scene.current
        if whole is not None and whole.main and whole.rule != TOUR and whole.modality == deed.modality == "happened":
            yield deed.key, whole.key


def spoken_of(scene: Scene, verb: Span, role: Role, current: Held) -> Held:
    """Return that of which the verb speaks: the deed that it tells, the tour gone along on, or what is near."""
    told = _done(scene, verb, role) or _toured(scene, verb, role) or _closed(scene, verb) or _met(scene, verb, role)
    if told is not None:
        return told
    near = scene.mains.nearest(verb.start) or _after_tour(scene, role, current)
    says = role == "speaker" and _SAYS.match(scene.view.text, verb.end)  # what is said behind is no place to say it
    aside = near.span.start >= verb.end and (
        (role in _TELLING and (near.rule == TOUR or near.modality != "happened"))
        or (role == "leader" and near.rule == TOUR)  # another leads that
    )
    return scene.mains.last_to(verb.end) or scene.former or current if says or aside else near


def won_at(scene: Scene, offset: int, current: Held) -> Held:
    """Return that at which somebody wins: the event told nearest, not the ceremony that opens or closes it."""
    held = scene.events.nearest(offset) or current
    edge = scene.lead is not None and _EDGE.search(scene.view.text, held.span.start, held.span.end)
    return scene.lead if edge and scene.lead is not None else held


def is_tour(text: str, held: Held) -> bool:
    """Tell a tour, by its deed or by its name."""
    return held.rule == TOUR or ROUND.search(text, held.span.start, held.span.end) is not None


def _after_tour(scene: Scene, role: Role, current: Held) -> Held:
    """Return what was spoken of last; of those who report in a sentence without event, the meeting that ends a tour."""
    met = scene.meeting
    ends = (
        role == "speaker"
        and is_tour(scene.view.text, current)
        and met is not None
        and met.span.start > current.span.start
    )
    return met if ends and met is not None and met.modality == "happened" else current


def _done(scene: Scene, verb: Span, role: Role) -> Held | None:
    """Return the deed that the verb tells, or the gift that is received."""
    deed = next((held for held in scene.events.held if held.span.covers(verb) and not held.main), None)
    if deed is None and role == "attendee" and _SIGNED.match(scene.view.text, verb.end):
        return Activities(held for held in scene.events.held if held.rule == _SIGNING).last_to(verb.start)
    if deed is None and role == "recipient":
        return Activities(held for held in scene.events.held if held.rule in _GIFTS).last_to(verb.end)
    return deed


def _closed(scene: Scene, verb: Span) -> Held | None:
    """Return the closing ceremony told in the sentence, where the verb closes (致闭幕词, 宣布运动会闭幕)."""
    if scene.view.text.find("闭幕", verb.start, verb.end + _CLOSES) < 0:
        return None
    closing = (h for h in scene.mains.held if _CLOSING.search(scene.view.text, h.span.start, h.span.end))
    return next(closing, None)


def _met(scene: Scene, verb: Span, role: Role) -> Held | None:
    """Return the talks told before in the sentence, or the meeting told last where the words point there."""
    talks = Activities(held for held in scene.events.held if held.rule in _TALKS).last_to(verb.start)
    clause = scene.view.clause(verb.start)
    if talks is not None and not any(talks.span.end <= held.span.start < clause.end for held in scene.mains.held):
        return talks
    the_meeting = role in _AT_MEETING and _THE_MEETING.match(scene.view.text, verb.end)
    return scene.meeting if the_meeting or (role in _TELLING and _said_there(scene, verb)) else None


def _said_there(scene: Scene, verb: Span) -> bool:
    """Tell whether somebody speaks at the meeting told last, no other event being named since (某某在会上作汇报)."""
    there = [match.start() for match in _AT_IT.finditer(scene.view.text, scene.span.start, verb.end)]
    return bool(there) and not any(there[-1] <= held.span.start < verb.end for held in scene.mains.held)


def _toured(scene: Scene, verb: Span, role: Role) -> Held | None:
    """Return the tour that is led or gone along on."""
    if role == "leader" and scene.parted is not None and _EACH.search(scene.view.text, verb.start - 4, verb.start):
        return scene.parted
    if role == "leader":
        tour = next((held for held in scene.mains.held if held.rule == TOUR and held.span.end > verb.start), None)
        between = () if tour is None else scene.agents.within(verb.end, tour.span.start)
        return None if any(agent.kind == "person" for agent in between) else tour
    along = (role == "host" and scene.view.text.startswith(("陪同", "随行", "接待"), verb.start)) or (
        role == "attendee" and TOURING.match(scene.view.text, verb.end) is not None
    )
    if role == "attendee" and _ALL.match(scene.view.text, verb.end):
        return scene.lead
    return scene.tour if along else None
