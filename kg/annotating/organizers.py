"""Who organizes: the subject of the verb of holding (青禾区举行…), and the bodies before 主办 and 承办."""

from collections.abc import Iterator
from itertools import pairwise, starmap, takewhile

from kg import expressions as re
from kg.annotating.agents import AGAIN, REACH, Agent, Agents, Held, Part, Scene, Statement
from kg.annotating.roles import ADVERBIAL, AND_OTHERS, HOLDS, HOSTING, JOINT, JOINT_HOSTS, NO_SUBJECT
from kg.annotating.view import View
from kg.model.facts import Role
from kg.model.source import Span

_OF_ITSELF = re.compile(r"揭牌|成立|挂牌|落成|奠基|启用|开业|开工|竣工|党代会|职代会")
"""Behind the name of a body: what is held is about the body, which need not hold it."""
_WITH = re.compile(r"[与和]")
_SENDING = "组织"
_SENDS = re.compile(rf"{_SENDING}[^，。；]{{2,60}}\Z")
"""Before a verb: those who are sent, 组织|新任干部|参加考试, 组织|县医院、中医院到广场|开展义诊."""
_SENT = re.compile(r"[、和与及等]|[到赴在来]|前往|深入|走进|开展|举行|举办|参加|$")
"""Behind a body that is sent."""
_OF_WORKS = frozenset({"event.deed-launch", "event.deed-plan-work"})
"""Deeds that begin with whose work it is: 某公司|二期工程投产."""
_BOTH = "双方"
_SKIPPED = 40
"""Characters before the verb over which a name is looked for that may be the subject."""
_IN_LIST = re.compile(r"[、和与及暨][^，。；：在于由]{2,40}")
"""Between a host and the next, or the verb: other items of the list, of names that were not found."""
_AMONG_PLACES = re.compile(r"[在到赴][^，。；在]{2,24}[、和]$")
"""Before the last of several places: 在甲县、|乙县分别召开."""
_ROW = 28
"""Characters of such a row at most."""
_GOES = re.compile(
    r"(?:先后|分别|一同)?(?:深入|走进|进入|来到|前往|奔赴|赶赴|走上|到|分?赴)(?![场会位期])[^，。；：！？\n]{2,44}，?\Z"
)
"""Right before the verb: where somebody goes, which bodies there be: 来到|荷塘镇中学，|开展…."""
_PARTNERS = re.compile(r"(?:（[^（）]{1,20}）)?(?:联合|会同|携手|联手|协同)[^，。；]{2,40}")
"""Behind a subject: with whom it holds something."""
_DESCRIBES = re.compile(r"(?:[^。；]{0,60}(?:承办|协办|主办|举办))?的")
_OPENING = 20
"""Characters before the body with which a sentence begins at most."""
_OPENS = "，日午晨晚前天间"
"""Before it: a time, told or not."""
_OF_IT = re.compile(r"[的、）在]|[一-龥]{0,6}(?:书记|主任|主席|[局院校所队处科镇乡区县市厅站园]长|负责人|干部|人员|内)")
"""Behind a body that does not itself act: one of its officers does, or it is only where, or one of a row."""
_CARRIED = 260
"""Characters over which a subject carries on in its paragraph."""


class Organizers:
    """The subjects of an article's sentences, read in order: one without subject goes on with the last."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.text = view.text
        self._last = Agents(())
        self._line = -1

    def parts(self, scene: Scene) -> Iterator[Part]:
        """Give those who organize the activities that a sentence names."""
        for held in scene.activities.held:
            yield from self._subjects(scene, held)
            yield from self._own(scene, held)

    def _own(self, scene: Scene, held: Held) -> Iterator[Part]:
        """Read the body that holds what is called after it: 青禾区委|农村工作会议."""
        if held.kind != "event" or (held.rule.startswith("event.deed") and held.rule not in _OF_WORKS):
            return
        role, agents = self._in_name(scene, held)
        for agent in agents:
            whole = agent.span.end == held.span.end or _OF_ITSELF.match(self.text, agent.span.end)
            if (
                agent.kind == "organization"
                and (agent.span.start == held.span.start or role != "organizer")
                and not whole
            ):
                said = Statement(
                    held=held,
                    role=role,
                    verb=held.span,
                    modality=held.modality,
                    rule="participation.own-meeting",
                )
                yield said.of(self.view, agent)

    def _in_name(self, scene: Scene, held: Held) -> tuple[Role, tuple[Agent, ...]]:
        """Return those whom its name names: who holds it, or the two that sign (甲公司与乙学院|签约仪式)."""
        agents = tuple(scene.agents.within(held.span.start, held.span.end))
        bodies = [agent for agent in agents if agent.kind == "organization"]
        signs = "签约" in held.span.of(self.text) and any(starmap(self._signs, pairwise(bodies)))
        return "participant" if signs else "organizer", agents

    def _subjects(self, scene: Scene, held: Held) -> Iterator[Part]:
        """Read the subject before the verb: 8月6日，青禾区举行…; 甲联合乙、丙开展…."""
        trigger = held.trigger
        if trigger is not None and (sends := _SENDS.search(self.text, scene.span.start, trigger.start)) is not None:
            trigger = Span(sends.start(), trigger.end)
        if trigger is None or not scene.span.covers(trigger) or not HOLDS.search(trigger.of(self.text)):
            return
        if self.text.startswith(_SENDING, trigger.start):
            yield from self._sent(scene, held, Span(trigger.start + len(_SENDING), held.span.start))
        subjects = self._before(scene, trigger.start, describes=trigger.of(self.text).endswith("的"))
        line = self.view.line(trigger.start).start
        rule = "participation.subject-of-trigger"
        subjects = subjects or self._both(scene, trigger.start) or self._at_head(scene, trigger.start)
        if subjects and held.modality == "happened":
            self._last, self._line = Agents(subjects), line
        elif (
            not subjects and held.kind == "event" and line == self._line and not scene.agents.acts_before(trigger.start)
        ):
            rule = "participation.subject-carried"
            subjects = self._carried(trigger.start)
        said = Statement(held=held, role="organizer", verb=trigger, modality=held.modality, rule=rule)
        for agent in subjects:
            yield said.of(self.view, agent)

    def _sent(self, scene: Scene, held: Held, who: Span) -> Iterator[Part]:
        """Give the bodies that somebody sends: 组织|县医院、中医院|到…开展义诊."""
        said = Statement(
            held=held, role="participant", verb=held.trigger or who, modality=held.modality, rule="participation.sent"
        )
        goes = _GOES.search(self.text, who.start, who.end)
        for agent in scene.agents.within(who.start, goes.start() + 1 if goes else who.end + 1):
            if self.text.endswith("在", 0, agent.span.start):  # where it is held
                return
            if agent.kind != "organization" or not _SENT.match(self.text, agent.span.end, who.end):
                return
            yield said.of(self.view, agent)

    def _both(self, scene: Scene, edge: int) -> tuple[Agent, ...]:
        """Return the last two that are joined by 与, where they are meant: 甲院与乙局签订…，|双方|还开展…."""
        both = self.text.rfind(_BOTH, scene.span.start, edge)
        if both < 0 or not _only(ADVERBIAL, self.text, both + len(_BOTH), edge):
            return ()
        bodies = [agent for agent in scene.agents.within(scene.span.start, both) if agent.kind == "organization"]
        pairs = [(one, other) for one, other in pairwise(bodies) if self._signs(one, other)]
        return pairs[-1] if pairs else ()

    def _at_head(self, scene: Scene, edge: int) -> tuple[Agent, ...]:
        """Return the body with which the sentence begins, where nobody else acts since: 县妇联慰问老人，并|举办…."""
        clause = self.view.clause(edge).start
        also = self.text.startswith("并", clause)
        if clause == scene.span.start or not _only(ADVERBIAL, self.text, clause + also, edge):
            return ()
        agents = scene.agents.within(scene.span.start, clause)
        first = next(agents, None)
        if first is None or first.kind == "person" or first.span.start - scene.span.start > _OPENING:
            return ()
        opens = first.span.start == scene.span.start or self.text[first.span.start - 1] in _OPENS
        named = any(held.span.covers(first.span) for held in scene.activities.held)
        alone = not any(self.text[other.span.start - 1] == "，" for other in agents if other.kind != "place")
        return (first,) if opens and alone and not named and not _OF_IT.match(self.text, first.span.end) else ()

    def _signs(self, one: Agent, other: Agent) -> bool:
        return _WITH.fullmatch(self.text, one.span.end, other.span.start) is not None

    def _carried(self, edge: int) -> tuple[Agent, ...]:
        """Return those of the last subjects that are near: 动员全区学生开展… behind the sentence of 区教育局."""
        near = takewhile(lambda agent: edge - agent.span.end < _CARRIED, self._last.before(edge))
        return tuple(reversed(tuple(near)))

    def _before(self, scene: Scene, edge: int, *, describes: bool) -> tuple[Agent, ...]:
        """Return the subjects in order: over adverbials the nearest, then those that are joined to it.

        Where the verb only describes (在|区卫健局举办的|仪式上), what stands before its subject is no matter.
        """
        found: list[Agent] = []
        if not describes and (goes := _GOES.search(self.text, scene.span.start, edge)) is not None:
            edge = goes.start()
        for agent in scene.agents.before(edge):
            if edge - agent.span.end > REACH:
                break
            if agent.kind == "person" or _AMONG_PLACES.search(
                self.text, max(scene.span.start, agent.span.start - _ROW), agent.span.start
            ):
                continue
            joined = self._joined(agent, edge) if found else _only(ADVERBIAL, self.text, agent.span.end, edge)
            led = NO_SUBJECT.search(self.text, max(scene.span.start, agent.span.start - 4), agent.span.start)
            if joined and (led is None or (describes and agent.kind == "organization")):
                found.append(agent)
                edge = agent.span.start
            elif found or (not joined and edge - agent.span.end > _SKIPPED):
                break
        return tuple(reversed(found))

    def _joined(self, agent: Agent, edge: int) -> bool:
        """Tell whether only conjunctions (and 等) stand between the agent and the next."""
        if agent.span.end == edge:  # 县委|县政府
            return agent.kind == "organization"
        others = AND_OTHERS.search(self.text, agent.span.end, edge)
        return JOINT.fullmatch(self.text, agent.span.end, others.start() if others else edge) is not None

    def hosts(self, scene: Scene) -> Iterator[Part]:
        """Give the bodies of 甲主办、乙承办的…; …由甲、乙联合主办."""
        for pattern, role in HOSTING:
            for match in pattern.finditer(self.view, scene.span):
                verb = Span(*match.span("verb" if "verb" in match.re.groupindex else 0))
                held = _hosted(scene, verb)
                if held is None:
                    continue
                said = Statement(
                    held=held, role=role, verb=verb, modality=held.modality, rule="participation.host-verb"
                )
                for agent in self._hosts_before(scene, verb.start):
                    yield said.of(self.view, agent)

    def _hosts_before(self, scene: Scene, edge: int) -> Iterator[Agent]:
        for agent in scene.agents.before(edge):
            if edge - agent.span.end > REACH:
                return
            if agent.kind != "organization" or self.text.startswith("）", agent.span.end):
                continue
            if NO_SUBJECT.search(self.text, max(scene.span.start, agent.span.start - 4), agent.span.start):
                return
            end = max(edge, agent.span.end)
            if not (
                JOINT_HOSTS.fullmatch(self.text, agent.span.end, end)
                or _IN_LIST.fullmatch(self.text, agent.span.end, end)
            ):
                return
            edge = agent.span.start
            yield agent


def _hosted(scene: Scene, verb: Span) -> Held | None:
    """Return what is hosted: the event that the verb describes (主办的…), else the last before it, else the next.

    A sentence that names none goes on with the event that was spoken of.
    """
    following = scene.events.first_from(verb.end)
    if following is not None and _DESCRIBES.match(scene.view.text, verb.end, following.span.start):
        return following
    told = (held for held in reversed(scene.events.held) if held.main or held.rule == AGAIN)
    before = next((held for held in told if held.span.end <= verb.start), None)
    return before or following or scene.current


def _only(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Tell whether the stretch is made of matches of the pattern and nothing else."""
    start += text.startswith("”", start, end)  # behind a name in quotation marks
    while start < end:
        match = pattern.match(text, start, end)
        if match is None or match.end() == start:
            return False
        start = match.end()
    return True
