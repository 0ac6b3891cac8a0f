"""The events and campaigns of an article put together: mentions become things with times, places, parents."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from kg import expressions as re
from kg.annotating.activities import Activity, Placed
from kg.annotating.agents import Agent, Held
from kg.annotating.campaign_parts import children
from kg.annotating.dating import Dates
from kg.annotating.event_groups import group_events
from kg.annotating.grouping import Group, group_campaigns
from kg.annotating.view import TITLES, View
from kg.model.facts import Modality, Thing, When
from kg.model.source import Span

_CARRIED_OUT = re.compile(r"(?:组织开展|联合开展|开展|启动|实施|推进|发起|部署)(?:了)?[^，。；]{0,8}$")
_CARRIED_OUT_REACH = 14
_DAY = re.compile(r"(?:\d{1,2}日?[、和至](?:\d{1,2}月)?)?\d{1,2}日|此前|前一天|次日|翌日|第二天")
_DAY_REACH = 120
_AT = re.compile(r"(?:在|于|走进|来到)$")
_IS_HELD = re.compile(
    r"[^，。；]{0,10}(?:隆重|正式|如期)?(?:举行|召开|举办|开展|进行|开幕|闭幕|启动|组织|上演|拉开|开赛|开跑|落幕|落下|启幕|收官|开班|揭牌|会见|座谈|会谈|亮相)"
)
_IS_HELD_REACH = 16


class Holding:
    """The activities of one article: their mentions, and the things that they are."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.held: list[Held] = []
        self.things: dict[str, Thing] = {}
        self._campaigns = Placed(())
        self._number_of: dict[Span, int] = {}

    def add_campaigns(self, campaigns: tuple[Activity, ...]) -> None:
        """Add the campaigns, each part under those it is part of."""
        self._campaigns = Placed(campaigns)
        for number, group in enumerate(group_campaigns(self.view.text, campaigns)):
            key = f"campaign:{number}"
            for activity in group.members:
                self._number_of[activity.span] = number
                self.held.append(_held(key, "campaign", activity, _verb_before(self.view, activity.span)))
            self.things[key] = _thing(key, "campaign", group)
        for child, parent in children(self.view, campaigns):
            self._put_under(self._key_of(child), self._key_of(parent))

    def _key_of(self, campaign: Activity) -> str:
        return f"campaign:{self._number_of[campaign.span]}"

    def _put_under(self, key: str, parent: str) -> None:
        thing = self.things[key]
        if not self._is_under(parent, key) and parent not in thing.campaigns:
            self.things[key] = replace(thing, campaigns=(*thing.campaigns, parent))

    def _is_under(self, key: str, parent: str) -> bool:
        """Tell whether a campaign is the other or part of it, over any number of steps."""
        seen, todo = {key}, [key]
        while todo:
            above = [k for k in self.things[todo.pop()].campaigns if k not in seen]
            seen.update(above)
            todo += above
        return parent in seen

    def add_events(self, events: tuple[Activity, ...], dates: Dates, agents: Iterable[Agent]) -> None:
        """Add the events, with the times and places at which they were held and the campaigns that they belong to."""
        places = _Places(self.view, agents)
        days = {event.span: self._day_before(event.span) for event in events}
        titles = {event.span for event in events if self.view.role(event.span.start) in TITLES}
        for number, group in enumerate(group_events(events, titles, days)):
            key = f"event:{number}"
            self.held.extend(_held(key, "event", activity, activity.trigger) for activity in group.members)
            self.things[key] = replace(
                _thing(key, "event", group),
                event_types=group.members[0].types,
                whens=_when(dates, group),
                campaigns=self._campaigns_of(group),
                places=places.of(group),
            )

    def _day_before(self, span: Span) -> str:
        """Return the day that the sentence says before the words, in a digest the item, as written; else the item."""
        told = self.view.line if self.view.item(span.start) else self.view.sentence
        start = max(told(span.start).start, span.start - _DAY_REACH)
        days = [day.group() for day in _DAY.finditer(self.view.text, start, span.start)]
        item = self.view.item(span.start)
        return days[-1] if days else f"▲{item}" if item else ""

    def _campaigns_of(self, group: Group) -> tuple[str, ...]:
        """Return the campaigns that the names of an event name, the first told first."""
        numbers = {
            self._number_of[campaign.span]
            for member in group.members
            for campaign in self._campaigns.within(member.span)
        }
        return tuple(f"campaign:{number}" for number in sorted(numbers))


class _Places:
    """The places and bodies at which something is said to be held, by sentence."""

    def __init__(self, view: View, agents: Iterable[Agent]) -> None:
        self.view = view
        self._agents: dict[Span, list[Agent]] = defaultdict(list)
        for agent in agents:
            sentence = view.sentence(agent.span.start)
            if agent.kind != "person" and sentence.covers(agent.span) and self._is_held_at(agent.span):
                self._agents[sentence].append(agent)

    def of(self, group: Group) -> tuple[str, ...]:
        """Return the key of the place at which an event was held, none or one."""
        for member in group.members:
            for agent in self._agents.get(self.view.sentence(member.span.start), ()):
                if not member.span.covers(agent.span):
                    return (agent.key,)
        return ()

    def _is_held_at(self, span: Span) -> bool:
        """Tell whether the words around a name say so: 在…举行."""
        text = self.view.text
        before = _AT.search(text, max(span.start - 2, 0), span.start)
        return before is not None and _IS_HELD.match(text, span.end, span.end + _IS_HELD_REACH) is not None


def _thing(key: str, kind: Literal["event", "campaign"], group: Group) -> Thing:
    return Thing(
        key=key,
        kind=kind,
        label=group.label,
        mentions=tuple(activity.span for activity in group.members),
        rule=group.members[0].rule,
        modalities=_modalities(group),
    )


def _held(key: str, kind: Literal["event", "campaign"], activity: Activity, trigger: Span | None) -> Held:
    return Held(
        span=activity.span,
        key=key,
        kind=kind,
        trigger=trigger,
        modality=activity.modality,
        rule=activity.rule,
        main=kind == "event" and activity.main,
    )


def _when(dates: Dates, group: Group) -> tuple[When, ...]:
    """Return the time of an event: the first that one of its mentions tells, a day rather than words that fix none."""
    told = [when for activity in group.members for when in dates.of(activity)]
    chosen = next((when for when in told if when.precision == "day" and when.earliest is not None), None)
    chosen = chosen or next(iter(told), None)
    return () if chosen is None else (chosen,)


def _modalities(group: Group) -> tuple[Modality, ...]:
    """Return what the mentions with a verb say, else what all of them say."""
    told = [m.modality for m in group.members if m.trigger is not None] or [m.modality for m in group.members]
    return tuple(dict.fromkeys(told))


def _verb_before(view: View, span: Span) -> Span | None:
    """Return the words before a campaign's name that say it is carried out: 开展了…."""
    floor = max(view.clause(span.start).start, span.start - _CARRIED_OUT_REACH)
    match = _CARRIED_OUT.search(view.text, floor, span.start)
    return None if match is None else Span(match.start(), span.start)
