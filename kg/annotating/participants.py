"""Who takes part in an event or campaign, and in which role: told by verbs near a name, sentence by sentence."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

from kg import expressions as re
from kg.annotating.agents import REACH, Agent, Held, Part, Scene, Statement, say
from kg.annotating.doers import doers
from kg.annotating.gates import Gated
from kg.annotating.honours import honoured
from kg.annotating.organizers import Organizers
from kg.annotating.prizes import prized
from kg.annotating.roles import BY, HEARS, OTHER_VERB, PERSONAL, THERE_IS, TOURS, WINNING
from kg.annotating.thread import scenes, spoken_of
from kg.annotating.view import View
from kg.model.facts import Role
from kg.model.source import Span

_SKIPPED_ROLES = frozenset({"headline", "kicker", "subheadline", "crosshead", "byline"})
_LISTING: frozenset[Role] = frozenset({"attendee", "host", "presenter", "leader", "speaker", "participant"})
"""Roles that a list of agents may share."""
_SPEAKING: frozenset[Role] = frozenset({"speaker", "chair", "presenter"})
_OF_BODIES: frozenset[Role] = frozenset({"attendee", "speaker", "presenter", "donor", "recipient"})
_MOST_BETWEEN, _MOST_BETWEEN_ATTENDEE = (26, 1), (84, 3)
"""Characters and commas between an agent and its verb at most."""
_MOST_BETWEEN_AGENTS = 48
_WINNING_VERB = 24
_BRACKET = re.compile(
    r"（[^）]*）|“[^“”，。；！？]{1,20}”"
    r"|等\d{1,6}[余多]?[个名位家所支户项人](?:同志)?[^，。；：、和与及受获被]{0,14}(?=和|与|及|、|受|获|被|先后|[登上]台|讲述|分享|表彰为|$)"
)
_STOP = re.compile(r"[。；！？”]")
_IN_DRIVE = re.compile(r"了?(?:此次|本次|这次)?(?:集中|专项|统一|执法|整治|突击)?行动")
"""Behind 参加: not the event, a drive."""
_GIVING = re.compile(r"捐|慈善|善款|助学|献爱心")
"""In the name of an event at which gifts are given."""
_FOR_WHOM = re.compile(r"(?:[在于到赴受]|代表)$")
_GIVERS = re.compile(r"获(?!奖)|被|表彰为|评为|，(?:[省市县区镇乡]?领导|嘉宾)")
"""Between a name and 颁奖: he is given, others give."""
_TO = re.compile(r"[向为给对][^，。；、]{0,2}$")
_JOINT = re.compile(r"(?:代表队|代表团|队)?(?:、|，|和|与|及|以及)|等")
_OURS = re.compile(r"[、和及与，；]我[省市县区州旗](?:有关|相关)?领导")
"""In a list, behind the guests: those of the paper's own place, who receive them."""
_OFFICER = re.compile(r"[一-龥]*(?:书记|主任|长|主席|委员|组成人员|干部|负责人|负责同志)")
_OTHERS = re.compile(r"(?<!等)共?有\d[\d.]*[余多万千百]*[名位个人][一-龥]{0,8}\Z")
"""Right before a verb: others whose verb it is, told by their number (共有3000多名妇女|参与)."""
_BEATEN = re.compile(r"(?:险胜|战胜|力克|击败|轻取|完胜|横扫|逆转|不敌|负于)(?:[了过]|[^，。；]{1,4}的?)?\Z")
"""Before a team that another plays against."""
_PASSIVE = re.compile(r"被[^，。；]{2,40}?(?:表彰|评|授予|命名)")
"""What is told first of those who are honoured twice: 被甲、乙表彰为…，同时被授予…."""
_COMES_AND = re.compile(r"(?:出席|参加|陪同)[^，。；]{0,10}(?:，?并(?:为[^，。；]{2,16})?|，)?$|主持[^，。；]{0,10}并$")
_BODY_ITSELF = re.compile(
    r"(?:、|和|及|与|等|，|相关|有关|主要|负责|全体|代表|分管|工作人员|干部|班子|志愿者|出席|参加|先后|分别|就|作|在|向|为|$|领导"
    r"|企业|队|村民|师生|党员|以|获|分获|夺|摘|捧|喜|荣|勇|首次|再次|最终|一举|凭|[一二三四五六七八九十]战全胜)"
)
_HEADS_OF = re.compile(r"(?:等)?(?:主要|有关|相关)?(?:负责人|负责同志|代表)(?:以及|和|及|、|，)[一-龥]{0,8}")
"""Between a body whose heads act and the next who acts: 市水利局|负责人以及|代表某某."""
_TELLS = Gated(r"(?<![的所])(?:介绍|表示|透露|说)(?=[，：])")
_HEARING = re.compile(r"(?:会|会议|论坛)\Z")
"""The name of an event at which whoever is named next and tells something speaks."""
_CONVENES = re.compile(
    r"(?:一行)?(?:(?:[到赴在]|来到|深入)[^，。；]{2,16})?(?:连夜|紧急|专题|现场|当即|随即|随后|立即|再次)*\Z"
)
"""Between an official and the verb by which he convenes a meeting."""
_GOES_TO = Gated(r"(?:一行)?(?:带队)?(?:先后|分别)?(?:前往|来到|深入|走进|[到赴])(?!会|场|位|期)")
_LISTED = re.compile(r"[、和及与等关的就]|$")
_GOES = re.compile(r"[到赴]|深入|来到|前往|走进")
_LED = re.compile(r"[、和及等主有相负]")


def find_participants(view: View, agents: tuple[Agent, ...], held: tuple[Held, ...]) -> tuple[Part, ...]:
    """Find who takes part in what, each role once, in order of the text."""
    found: dict[tuple[str, str, Role], Part] = {}
    organizers = Organizers(view)
    for scene in scenes(view, agents, held):
        if view.role(scene.span.start) not in _SKIPPED_ROLES:
            for part in _parts(scene, organizers):
                found.setdefault((part.activity, part.agent, part.role), part)
    return tuple(found.values())


def _parts(scene: Scene, organizers: Organizers) -> Iterator[Part]:
    """Give every participation that a sentence tells."""
    yield from organizers.parts(scene)
    if scene.current is not None and scene.agents:
        yield from organizers.hosts(scene)
        yield from _by_verbs(scene, scene.current)
        yield from _there_are(scene, scene.current)
        yield from _winners(scene, scene.current)
        yield from _heard(scene, scene.current)
        yield from _told(scene)
        yield from _convened(scene)
        yield from _parted(scene)
        yield from honoured(scene, scene.current)
        yield from prized(scene, scene.current)
    for event in scene.events.held:
        yield from doers(scene, event)


def _by_verbs(scene: Scene, current: Held) -> Iterator[Part]:
    """某某主持…, 某某、某某出席…."""
    for pattern, role in PERSONAL:
        for match in pattern.finditer(scene.view, scene.span):
            verb = Span(*match.span())
            agents = _before(scene, verb, role)
            if not agents or (role == "attendee" and _IN_DRIVE.match(scene.view.text, verb.end)):
                continue
            held = spoken_of(scene, verb, role, current)
            if role == "donor" and not _GIVING.search(scene.view.text, held.span.start, held.span.end):
                continue
            said = say(scene.view, held, role, verb, f"participation.{role}")
            for agent in agents:
                yield said.of(scene.view, agent)
            if role == "leader":
                yield from _led(scene, said)


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


def _winners(scene: Scene, current: Held) -> Iterator[Part]:
    """某某获得冠军, 某某被评为…."""
    for pattern, role in WINNING:
        for match in pattern.finditer(scene.view, scene.span):
            verb = Span(match.start(), min(match.end(), match.start() + _WINNING_VERB))
            agents = _winning(scene, verb)
            if not agents:
                continue
            said = say(scene.view, scene.events.nearest(verb.start) or current, role, verb, f"participation.{role}")
            for agent in agents:
                yield said.of(scene.view, agent)


def _winning(scene: Scene, verb: Span) -> list[Agent]:
    """Return those before the verb who won: none that was beaten, nor one by whom others are honoured."""
    text, start = scene.view.text, scene.span.start
    agents = _before(scene, verb, "presenter")
    if not agents or BY.search(text, start, agents[0].span.start):
        passive = next(iter(_PASSIVE.finditer(text, start, verb.start)), None)
        agents = [] if passive is None else _before(scene, Span(passive.start(), verb.end), "presenter")
    return [agent for agent in agents if not _BEATEN.search(text, start, agent.span.start)]


def _told(scene: Scene) -> Iterator[Part]:
    """召开通气会，局长某某介绍，…: whoever tells something right behind the name of a meeting."""
    for match in _TELLS.finditer(scene.view, scene.span) if scene.mains.held else ():
        verb = Span(*match.span())
        held = scene.mains.last_to(verb.start)
        if held is None or held.modality != "happened" or not _HEARING.search(held.span.of(scene.view.text)):
            continue
        said = say(scene.view, held, "speaker", verb, "participation.speaker")
        for agent in _before(scene, verb, "speaker"):
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
            if not _CONVENES.match(scene.view.text[agent.span.end : verb.start]):
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
        agents = _before(scene, verb, "leader")
        if agents and agents[-1].span.end == verb.start:
            said = say(scene.view, tour, "leader", verb, "participation.leader")
            for agent in agents:
                yield said.of(scene.view, agent)


def _heard(scene: Scene, current: Held) -> Iterator[Part]:
    """听取甲局、乙局汇报: those that report."""
    for match in HEARS.finditer(scene.view, scene.span):
        verb = Span(match.start("verb"), match.end("verb"))
        held = scene.mains.nearest(verb.start) or current
        said = say(scene.view, held, "speaker", verb, "participation.heard")
        for agent in scene.agents.within(match.start("who"), match.end("who") + 1):
            if agent.kind != "place" and _LISTED.match(scene.view.text, agent.span.end, match.end("who")):
                yield said.of(scene.view, agent)


def _before(scene: Scene, verb: Span, role: Role) -> list[Agent]:
    """Return the agents whose verb this is: a list that ends before it, nobody else doing anything between."""
    found: list[Agent] = []
    edge = verb.start
    for agent in scene.agents.before(edge):
        if edge - agent.span.end > REACH:
            break
        if agent.kind == "place" or (agent.kind == "organization" and _is_where(scene.view.text, agent)):
            continue
        if scene.view.text.startswith("委托", agent.span.end):
            continue
        verdict = _verdict(scene.view.text, agent, edge, role, found)
        if verdict == "receives":
            return []
        if verdict == "ends":
            break
        if verdict == "acts":
            found.append(agent)
            edge = agent.span.start
    return found[::-1]


def _is_where(text: str, agent: Agent) -> bool:
    """Tell a body that is only where, or for whom, somebody does something: 在东滩林场|出席, 代表县政府|发言."""
    return _FOR_WHOM.search(text, max(0, agent.span.start - 2), agent.span.start) is not None


def _verdict(
    text: str, agent: Agent, edge: int, role: Role, found: list[Agent]
) -> Literal["acts", "passes", "ends", "receives"]:
    """Tell whether the agent is one of those whose verb it is, is passed over, ends the list, or receives."""
    between = text[agent.span.end : edge]
    clean = _BRACKET.sub("", between)
    if _STOP.search(clean) or OTHER_VERB.search(_harmless(clean, role)):
        return "ends"
    if (role == "host" and TOURS.search(clean)) or (role == "presenter" and _GIVERS.search(clean)):
        return "ends"
    if role == "presenter" and _TO.search(text, max(0, agent.span.start - 3), agent.span.start):
        return "receives"
    if agent.kind == "organization" and not _body_acts(clean, role, found):
        return "passes" if found or _OFFICER.match(clean) else "ends"
    if not found:
        most, commas = _MOST_BETWEEN_ATTENDEE if role == "attendee" else _MOST_BETWEEN
        others = role == "attendee" and "，" in clean and _OTHERS.search(between)
        return "acts" if not others and len(clean) <= most and clean.count("，") <= commas else "ends"
    heads = agent.kind == "organization" and _HEADS_OF.fullmatch(clean)
    joined = role in _LISTING and len(clean) <= _MOST_BETWEEN_AGENTS and (heads or _JOINT.match(clean))
    return "acts" if joined else "ends"


def _harmless(between: str, role: Role) -> str:
    """Drop what does not end the reach of a speaker: 出席会议并."""
    return _COMES_AND.sub("", between) if role in _SPEAKING else between


def _body_acts(clean: str, role: Role, found: list[Agent]) -> bool:
    """Tell whether a body, not one of its officers, is the agent: 区法院相关负责人…发言, 区慈善会、区民政局…参加."""
    if role not in _OF_BODIES:
        return False
    if found and found[0].kind == "person":
        row = found[-1].kind == "organization" and clean == "、"
        return role == "speaker" and (row or _HEADS_OF.fullmatch(clean) is not None)
    return _BODY_ITSELF.match(clean) is not None
