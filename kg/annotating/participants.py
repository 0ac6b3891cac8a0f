"""Who takes part in an event or campaign, and in which role: told by verbs near a name, sentence by sentence."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from kg import expressions as re
from kg.annotating.actors import before
from kg.annotating.agents import REACH, Agent, Held, Part, Scene, Statement, say
from kg.annotating.doers import doers, is_named_tour
from kg.annotating.gates import Gated
from kg.annotating.honours import honoured
from kg.annotating.inviting import invited, lecturing
from kg.annotating.organizers import Organizers
from kg.annotating.presence import Presence
from kg.annotating.prizes import prized, winners
from kg.annotating.roles import GIVING, HEARS, OTHER_VERB, PERSONAL, THERE_IS
from kg.annotating.rolls import listed
from kg.annotating.thread import is_tour, scenes, spoken_of, within_events
from kg.annotating.view import View
from kg.model.facts import Role
from kg.model.source import Span

_SKIPPED_ROLES = frozenset({"headline", "kicker", "subheadline", "crosshead", "byline"})
_MOST_TITLE = 30
"""Characters of a document's title before a name in it at most."""
_IN_DRIVE = re.compile(r"了?(?:此次|本次|这次)?(?:集中|专项|统一|执法|整治|突击)?行动")
"""Behind 参加: not the event, a drive."""
_WITH_OTHERS = frozenset({"event.deed-talks", "event.deed-signing", "event.deed-reception"})
_OF_ROWS: frozenset[Role] = frozenset({"attendee", "host"})
_COME_BEFORE: frozenset[Role] = frozenset({"attendee", "presenter"})
"""Roles that may be told before the event is named."""
_OF_GIFTS: frozenset[Role] = frozenset({"donor", "recipient"})
_IN_SPEECH = re.compile(r"在(?:[^，。；会式动]{0,6})?(?:致辞|讲话|发言|推介)[中时]")
"""Whoever says so in a speech speaks where he was said to speak, whatever he speaks of."""
_OURS = re.compile(r"[、和及与，；]我[省市县区州旗](?:有关|相关)?领导")
"""In a list, behind the guests: those of the paper's own place, who receive them."""
_STRESSES = re.compile(r"(?:强调|指出|建议)[，：]")
_TELLS = Gated(r"(?<![的所])(?:介绍|表示|透露|说)(?=[，：])")
_HEARING = re.compile(r"(?:会|会议|论坛)\Z")
"""The name of an event at which whoever is named next and tells something speaks."""
_CONVENES = re.compile(
    r"(?:一行)?(?:(?:[到赴在]|来到|深入)[^，。；]{2,16})?(?:连夜|紧急|专题|现场|当即|随即|随后|立即|再次)*\Z"
)
"""Between an official and the verb by which he convenes a meeting."""
_ALSO = re.compile(r"[^。；：！？“”]{2,60}，(?:并|随后|还|同时)(?:主持|专题|现场)*")
"""Between him and the verb, where he did something before: 县长某某到某镇调研，并|召开座谈会."""
_GOES_TO = Gated(r"(?:一行)?(?:带队)?(?:先后|分别)?(?:前往|来到|深入|走进|[到赴])(?!会|场|位|期)")
_CAME = re.compile(r"(?:一起|一同|共同)?，?(?:来到|走进|深入|前往|奔赴|[到赴])(?![会场位期])[^，。；：]{2,30}\Z")
"""Before 参加 or 开展: officials who came to take part themselves."""
_TOOK_OTHERS = re.compile(r"带领|率|带队|组织|陪同")
_TO_WHOM = re.compile(r"[向给为](?![何民社])[^，。；：]{2,60}\Z")
"""Before a verb of giving: to whom."""
_TOGETHER = re.compile(r"[、和及与等的]|无偿|现场|共|各|又|一次性|免费|$")
_LISTED = re.compile(r"[、和及与等关的就]|$")
_GOES = re.compile(r"[到赴]|深入|来到|前往|走进")
_LED = re.compile(r"[、和及等主有相负]")


def find_participants(view: View, agents: tuple[Agent, ...], held: tuple[Held, ...]) -> tuple[Part, ...]:
    """Find who takes part in what, each role once, in order of the text."""
    found: dict[tuple[str, str, Role], Part] = {}
    agents = tuple(agent for agent in agents if not _is_titled(view.text, agent))
    organizers, presence = Organizers(view), Presence(held)
    for scene in scenes(view, agents, held):
        if view.role(scene.span.start) in _SKIPPED_ROLES:
            continue
        line = view.line(scene.span.start)
        presence.enter(view.item(scene.span.start))
        wholes = dict(within_events(scene, presence.told_in(line)))
        for part in _parts(scene, organizers, presence):
            presence.note(part, line)
            found.setdefault((part.activity, part.agent, part.role), part)
            if part.activity in wholes and part.role != "organizer":
                whole = replace(part, activity=wholes[part.activity], rule="participation.at-event")
                found.setdefault((whole.activity, part.agent, part.role), whole)
    for part in listed(view, agents, held):
        found.setdefault((part.activity, part.agent, part.role), part)
    return tuple(found.values())


def _is_titled(text: str, agent: Agent) -> bool:
    """Tell a place or body that only stands in the title of a document: 根据《云溪县|…办法》."""
    opening = text.rfind("《", max(0, agent.span.start - _MOST_TITLE), agent.span.start)
    return opening >= 0 and "》" not in text[opening : agent.span.start]


def _parts(scene: Scene, organizers: Organizers, presence: Presence) -> Iterator[Part]:
    """Give every participation that a sentence tells."""
    yield from organizers.parts(scene)
    if scene.current is not None and scene.agents:
        yield from organizers.hosts(scene)
        yield from _by_verbs(scene, scene.current, presence)
        yield from _there_are(scene, scene.current)
        yield from winners(scene, scene.current)
        yield from _heard(scene, scene.current)
        yield from _told(scene)
        yield from _convened(scene)
        yield from _parted(scene)
        yield from _came(scene)
        yield from invited(scene, scene.current)
        yield from lecturing(scene)
        yield from honoured(scene, scene.current)
        yield from prized(scene, scene.current)
    elif scene.ahead is not None and scene.agents:
        yield from _by_verbs(scene, scene.ahead, presence)
    for event in scene.events.held:
        yield from doers(scene, event)


def _by_verbs(scene: Scene, current: Held, presence: Presence) -> Iterator[Part]:
    """某某主持…, 某某、某某出席…."""
    for pattern, role in PERSONAL:
        if scene.current is not None or role in _COME_BEFORE:
            for match in pattern.finditer(scene.view, scene.span):
                verb = Span(*match.span())
                if not _is_named(scene, verb):
                    yield from _by_verb(scene, verb, role, spoken_of(scene, verb, role, current), presence)


def _by_verb(scene: Scene, verb: Span, role: Role, held: Held, presence: Presence) -> Iterator[Part]:
    """Give those whose verb it is, and those whom a leader takes along or to whom others give."""
    text = scene.view.text
    agents = [agent for agent in before(scene, verb, role) if not _is_unveiled(scene, verb, agent)]
    if not agents or (role == "attendee" and _IN_DRIVE.match(text, verb.end)):
        return
    if role == "leader" and held.rule in _WITH_OTHERS and text.startswith("的", verb.end):
        return  # 与某某率领的|考察团座谈
    if role in _OF_GIFTS and not GIVING.search(text, held.span.start, held.span.end):
        return
    row = scene.row if role in _OF_ROWS and _opens(scene, agents) else ()
    for agent in (*row, *agents):
        at = (_said_at(scene, verb, agent, presence) if role == "speaker" else None) or held
        said = say(scene.view, at, role, verb, f"participation.{role}")
        yield said.of(scene.view, agent)
    if role == "leader":
        yield from _led(scene, said)
    if role == "donor":
        yield from _given_to(scene, said)


def _opens(scene: Scene, agents: list[Agent]) -> bool:
    """Tell whether the row of agents begins with the first person of the sentence."""
    before = scene.agents.within(scene.span.start, agents[0].span.end)
    return not any(agent.kind == "person" for agent in before if agent is not agents[0])


def _is_named(scene: Scene, verb: Span) -> bool:
    """Tell a verb that is a word of the name of an event: 党的创新理论|宣讲|暨座谈会."""
    return any(h.span.covers(verb) and not h.rule.startswith("event.deed") for h in scene.activities.held)


def _is_unveiled(scene: Scene, verb: Span, agent: Agent) -> bool:
    """Tell a body that is unveiled, not one that unveils another: 某读书会在图书馆|揭牌."""
    text = scene.view.text
    unveils = agent.kind == "organization" and text.startswith("揭", verb.start)
    return unveils and "为" not in text[agent.span.end : verb.start]


def _said_at(scene: Scene, verb: Span, agent: Agent, presence: Presence) -> Held | None:
    """Return where somebody spoke who goes back to his speech, or stresses something in a sentence without event."""
    if _IN_SPEECH.match(scene.view.text, verb.start):
        return presence.spoke_at(agent)
    stresses = _STRESSES.match(scene.view.text, verb.start) and not scene.mains.held
    at = presence.was_at(agent) if stresses else None
    return None if at is None or is_tour(scene.view.text, at) else at  # a tour goes on to meetings


def _led(scene: Scene, leads: Statement) -> Iterator[Part]:
    """Give those whom a leader takes along: 率市水利局、市气象局负责人."""
    view, start = scene.view, leads.verb.start
    said = Statement(
        held=leads.held, role="attendee", verb=leads.verb, modality=leads.modality, rule="participation.led"
    )
    end = min(view.clause(start).end, start + REACH)
    goes = _GOES.search(view.text, start, end)
    for agent in scene.agents.within(start, goes.start() if goes else end):
        named = agent.kind == "person" and leads.verb.covers(agent.span)
        if named or (agent.kind == "organization" and _LED.match(view.text, agent.span.end, agent.span.end + 1)):
            yield said.of(view, agent)


def _given_to(scene: Scene, gives: Statement) -> Iterator[Part]:
    """Give the bodies to which others give in the clause: 某公司为|天平小学|捐赠图书."""
    said = replace(gives, role="recipient", rule="participation.recipient")
    to = _TO_WHOM.search(scene.view.text, scene.view.clause(gives.verb.start).start, gives.verb.start)
    for agent in () if to is None else scene.agents.within(to.start(), gives.verb.start):
        if agent.kind == "organization" and _TOGETHER.match(scene.view.text, agent.span.end, gives.verb.start):
            yield said.of(scene.view, agent)


def _there_are(scene: Scene, current: Held) -> Iterator[Part]:
    """出席会议的有某某、某某，陪同的有某某: those named up to the next such words."""
    matches = list(THERE_IS.finditer(scene.view, scene.span))
    for match, following in zip_longest(matches, matches[1:]):
        verb = Span(*match.span())
        end = scene.span.end if following is None else following.start()
        persons = [agent for agent in scene.agents.within(verb.end, end) if agent.kind == "person"]
        if not persons:
            continue
        held = scene.mains.nearest(verb.start) or current
        ours = _OURS.search(scene.view.text, persons[0].span.end, end)
        visits = ours is not None and held is scene.tour
        role: Role = "host" if match["verb"] == "陪同" else "participant" if visits else "attendee"
        for agent in persons:
            receives = ours is not None and agent.span.start > ours.start()
            said = say(scene.view, held, "host" if receives else role, verb, "participation.there-is")
            yield said.of(scene.view, agent)


def _told(scene: Scene) -> Iterator[Part]:
    """召开通气会，局长某某介绍，…: whoever tells something right behind the name of a meeting."""
    for match in _TELLS.finditer(scene.view, scene.span) if scene.mains.held else ():
        verb = Span(*match.span())
        held = scene.mains.last_to(verb.start)
        if held is None or held.modality != "happened" or not _HEARING.search(held.span.of(scene.view.text)):
            continue
        said = say(scene.view, held, "speaker", verb, "participation.speaker")
        for agent in before(scene, verb, "speaker"):
            if agent.span.start > held.span.end:
                yield said.of(scene.view, agent)


def _convened(scene: Scene) -> Iterator[Part]:
    """县长某某到县应急局召开调度会: an official who convenes a meeting chairs it."""
    for held in scene.mains.held:
        verb = held.trigger
        if verb is None or not verb.of(scene.view.text).startswith(("召开", "组织召开")):
            continue
        if scene.view.text.find("主持", held.span.end, scene.span.end) >= 0:  # another chairs
            continue
        for agent in scene.agents.before(verb.start):
            between = scene.view.text[agent.span.end : verb.start]
            if not (_CONVENES.match(between) or (_ALSO.fullmatch(between) and not OTHER_VERB.search(between))):
                break
            if agent.kind == "person":
                yield say(scene.view, held, "chair", verb, "participation.chair").of(scene.view, agent)
                break


def _parted(scene: Scene) -> Iterator[Part]:
    """某某到甲镇、某某到乙镇, each a leader of the tour that parted."""
    tour = scene.parted
    if tour is None:
        return
    for match in _GOES_TO.finditer(scene.view, scene.span):
        verb = Span(*match.span())
        agents = before(scene, verb, "leader")
        if agents and agents[-1].span.end == verb.start:
            said = say(scene.view, tour, "leader", verb, "participation.leader")
            for agent in agents:
                yield said.of(scene.view, agent)


def _came(scene: Scene) -> Iterator[Part]:
    """县委书记某某，县长某某等领导来到某村|开展义务植树活动: people who do themselves what is held."""
    text = scene.view.text
    for held in scene.mains.held:
        trigger = held.trigger
        if trigger is None or is_named_tour(scene, held) or not trigger.of(text).startswith(("开展", "参加")):
            continue
        came = _CAME.search(text, scene.span.start, trigger.start)
        if came is None:
            continue
        verb = Span(came.start(), trigger.end)
        people = [agent for agent in before(scene, verb, "attendee") if agent.kind == "person"]
        if people and not _TOOK_OTHERS.search(text, people[-1].span.end, verb.start):
            said = say(scene.view, held, "attendee", verb, "participation.attendee")
            yield from (said.of(scene.view, agent) for agent in people)


def _heard(scene: Scene, current: Held) -> Iterator[Part]:
    """听取甲局、乙局汇报: those that report."""
    for match in HEARS.finditer(scene.view, scene.span):
        verb = Span(match.start("verb"), match.end("verb"))
        held = scene.mains.nearest(verb.start) or current
        said = say(scene.view, held, "speaker", verb, "participation.heard")
        for agent in scene.agents.within(match.start("who"), match.end("who") + 1):
            if agent.kind != "place" and _LISTED.match(scene.view.text, agent.span.end, match.end("who")):
                yield said.of(scene.view, agent)
