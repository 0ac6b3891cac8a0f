"""Who takes part in an event or campaign, and in which role: told by verbs near a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotating.modality import modality_of
from kg.annotating.view import View
from kg.model.facts import Modality, Role
from kg.model.source import Span

_HOLDS = re.compile(r"(?:召开|举行|举办|开展|启动|组织|办过|办了|开了|发起|实施|部署)")
_ADVERBIAL = re.compile(
    r"(?:全体|机关|党支部|工会|党委|工作人员|干部职工|有关部门|有关方面|等(?:单位|部门|\d{0,2}家单位|地)?"
    r"|近日|日前|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?[上下中]?午?|今[日天]|昨[日天]|当[日天]|[上下]午|今年以来|今年|去年以来|去年|近年来|每年|连日来|连续|陆续|里"
    r"|[在于以围绕为结合针对依托通过利用按照根据借助][^，。；]{1,24}(?:，|(?=召开|举行|举办|组织|开展|启动|联合)|$)"
    r"|(?:联合|会同|携手|联手)[^，。；、]{2,16}(?=[在于，]|共同|$)|(?:机关)?(?:志愿者|党员干部|党员|师生|青年|民警|医护人员|志愿服务队|工作人员)(?:们)?"
    r"|(?:走进|深入|来到|赴|走上|前往)[^，。；]{1,14}(?:，|$)"
    r"|还|又|也|共|先后|相继|联合|共同|携手|主持|隆重|如期|成功|将|拟|计划|正式|专门|集中|及时|迅速|分别|统一|精心|积极|现场|再次|继续|首次|全面|扎实|广泛|深入|持续|同时|村里|局里|县里|区里|市里|在这儿|，)"
)
_JOINT = re.compile(r"(?:、|和|与|及|，|联合|会同|携手|以及|协同)+")
_HOST_VERBS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"(?:联合主办|共同主办|主办|联合举办|共同举办)"), "organizer"),
    (re.compile(r"(?:联合承办|共同承办|承办|协办|联合协办)"), "co-organizer"),
)
_PERSON_VERBS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"(?:主持(?!人)|担任审判长|任审判长)"), "chair"),
    (re.compile(
        r"(?:讲话|致(?:欢迎|开幕|闭幕|答谢)?[辞词]|发言|作[^，。；]{0,16}(?:报告|讲话|发言|动员|总结|部署|说明|讲座|点评|交流|辅导|述职|宣讲|推介|安排|介绍|解读)|先作动员|宣读|通报了|宣布|汇报了?|介绍了|提出要求|授课|宣讲|领学|传达|讲授|主讲|强调[，：]|指出[，：]|说明了|聊起|(?:寄语|表态))"
    ), "speaker"),
    (re.compile(r"(?:带队|率队|率领|率团|率[一-龥]{2,14}?(?:到|赴|深入|来|一行|负责人|参加|出席|参赛|前往))"), "leader"),
    (re.compile(r"(?:陪同)"), "host"),
    (re.compile(r"(?:颁奖|颁发|授牌|授旗|授予|揭牌|揭幕|发放了?|赠送|佩戴)"), "presenter"),
    (re.compile(r"(?:出席|参加|与会|到会|列席|莅临|见证|到场|观看|观摩|旁听|参会|参与|加入|就座|一同[一-龥]{2}|一起[一-龥]{2})"), "attendee"),
)  # fmt: skip
_THERE_IS = re.compile(
    r"(?P<verb>出席|参加|到场(?:观看|参加)?|陪同|列席|参与)(?:此次|本次|这次)?(?:[一-龥]{0,4}(?:活动|会议|仪式|考察|调研|座谈))?的(?:[一-龥]{0,4})?(?:还)?有"
)
_WINS = re.compile(
    r"(?:荣获|获得|获评|获|夺得|摘得|捧得|斩获|摘取|捧走|位列|分列)(?:了)?(?:[^，。；]{0,24}?(?:奖|冠军|亚军|季军|第[一二三](?:名)?|金牌|银牌|铜牌|称号|名次|桂冠|优秀|先进|殊荣)|$)|夺冠|折桂|摘得"
)
_HONOURED = re.compile(r"(?:被评为|被授予|获评|受到表彰|被表彰|接受[^，。；]{0,8}表彰|当选为?|入选|被命名为|荣膺)")
_DONATES = re.compile(r"(?:捐赠|捐助|捐出|捐款|捐资|捐献|捐了|捐给|赞助|共同提供|提供)")
_OTHER_VERB = re.compile(
    r"(?:主持|陪同|宣布|致辞|讲话|汇报|介绍|强调|指出|要求|说[，：]|表示|告诉|获得|邀请|看望|慰问|代表[^，、]{0,8}(?:发言|讲话)|宣读|颁奖|出席|参加|召开|举行)"
)
_NO_SUBJECT = re.compile(r"(?:在|到|走进|向|对|来到|前往|赴|关于|给|的|落实|贯彻|按照|根据|围绕|为|把|据|从)$")
_SKIPPED_ROLES = frozenset({"headline", "kicker", "subheadline", "crosshead", "byline"})


@dataclass(frozen=True, slots=True)
class Agent:
    """A mention of someone who may take part."""

    span: Span
    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class Held:
    """A mention of an event or campaign; `main` events are those that later sentences speak of."""

    span: Span
    key: str
    kind: str
    types: tuple[str, ...]
    trigger: Span | None
    modality: Modality
    rule: str
    main: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One who takes part."""

    activity: str
    agent: str
    role: Role
    modality: Modality
    evidence: tuple[Span, ...]
    rule: str


def find_participants(view: View, agents: tuple[Agent, ...], held: tuple[Held, ...]) -> tuple[Part, ...]:
    """Find who takes part in what, each role once, in order of the text."""
    found: dict[tuple[str, str, Role], Part] = {}
    for part in Participants(view, agents, held).parts():
        found.setdefault((part.activity, part.agent, part.role), part)
    return tuple(found.values())


class Participants:
    """The agents and activities of one article, and who takes part."""

    def __init__(self, view: View, agents: tuple[Agent, ...], held: tuple[Held, ...]) -> None:
        self.view = view
        self.text = view.text
        self.agents = agents
        self.held = held
        self.organizers: list[tuple[Agent, int]] = []

    def parts(self) -> Iterator[Part]:
        """Give every participation, sentence by sentence."""
        events = [h for h in self.held if h.kind == "event"]
        current: Held | None = None
        for sentence in self.view.sentences:
            mine = [h for h in events if sentence.covers(h.span)]
            held = [h for h in self.held if sentence.covers(h.span)]
            near = [a for a in self.agents if sentence.covers(a.span)]
            if current is None or any(h.main for h in mine):
                current = next((h for h in mine if h.main), None) or (mine[0] if mine else current)
            if self.view.role(sentence.start) in _SKIPPED_ROLES:
                continue
            for activity in held:
                yield from self._subjects(sentence, near, activity)
            if current is not None and near:
                yield from self._hosts(sentence, near, mine, current)
                yield from self._by_verbs(sentence, near, [h for h in mine if h.main], current)
                yield from self._winners(sentence, near, mine, current)
            for activity in mine:
                yield from self._deeds(sentence, near, activity)

    def _subjects(self, sentence: Span, near: list[Agent], held: Held) -> Iterator[Part]:
        """The subject before the verb: 8月6日，川汇区举行…; 甲联合乙、丙开展…."""
        trigger = held.trigger
        if trigger is None or not sentence.covers(trigger) or not _HOLDS.search(trigger.of(self.text)):
            return
        subjects = self._subject_list(sentence, near, trigger.start)
        if not subjects and held.kind == "event":
            yield from self._carried(sentence, near, held, trigger)
            return
        self.organizers = [(a, self.view.line(trigger.start).start) for a in subjects] or self.organizers
        for agent in subjects:
            yield Part(
                held.key,
                agent.key,
                "organizer",
                held.modality,
                self.view.quote(agent.span, trigger),
                "participation.subject-of-trigger",
            )

    def _subject_list(self, sentence: Span, near: list[Agent], edge: int) -> list[Agent]:
        found: list[Agent] = []
        for agent in reversed([a for a in near if a.kind != "person" and a.span.end <= edge]):
            between = self.text[agent.span.end : edge]
            if (
                not found
                and not _only(_ADVERBIAL, between)
                or found
                and not _JOINT.fullmatch(re.sub(r"等[一-龥]{0,4}$", "", between))
            ):
                if found or len(between) > 40:
                    break
                continue
            before = self.text[max(sentence.start, agent.span.start - 2) : agent.span.start]
            if _NO_SUBJECT.search(before):
                if found:
                    break
                continue
            found.append(agent)
            edge = agent.span.start
        return found[::-1]

    def _carried(self, sentence: Span, near: list[Agent], held: Held, trigger: Span) -> Iterator[Part]:
        """A sentence without subject goes on with that of the paragraph: 动员全区学生开展…."""
        line = self.view.line(trigger.start).start
        if any(a.kind != "place" and a.span.end <= trigger.start for a in near):
            return
        for agent, where in self.organizers:
            if where == line and agent.span.end <= trigger.start and trigger.start - agent.span.end < 260:
                evidence = self.view.quote(agent.span, trigger)
                yield Part(held.key, agent.key, "organizer", held.modality, evidence, "participation.subject-carried")

    def _hosts(self, sentence: Span, near: list[Agent], mine: list[Held], current: Held) -> Iterator[Part]:
        """甲主办、乙承办的…; …由甲、乙联合主办."""
        for pattern, role in _HOST_VERBS:
            for m in pattern.finditer(self.text, sentence.start, sentence.end):
                verb, edge = Span(m.start(), m.end()), m.start()
                target = next((h for h in mine if h.span.start >= verb.end), None) or (
                    mine[0] if mine and mine[0].main else current
                )
                for agent in reversed([a for a in near if a.kind == "organization" and a.span.end <= m.start()]):
                    if not re.fullmatch(
                        r"(?:、|和|与|及|联合|共同|等(?:单位|部门)?|，)*", self.text[agent.span.end : edge]
                    ):
                        break
                    edge = agent.span.start
                    yield Part(
                        target.key,
                        agent.key,
                        role,
                        target.modality,
                        self.view.quote(agent.span, verb),
                        "participation.host-verb",
                    )

    def _by_verbs(self, sentence: Span, near: list[Agent], mine: list[Held], current: Held) -> Iterator[Part]:
        for pattern, role in _PERSON_VERBS:
            for m in pattern.finditer(self.text, sentence.start, sentence.end):
                verb = Span(m.start(), m.end())
                target = _nearest(mine, current, verb)
                agents = self._before(sentence, near, verb, role)
                for agent in agents:
                    yield Part(
                        target.key,
                        agent.key,
                        role,
                        self._told(verb, target),
                        self.view.quote(agent.span, verb),
                        f"participation.{role}",
                    )
                if role == "leader" and agents:
                    yield from self._led(near, verb, target)
        for m in _THERE_IS.finditer(self.text, sentence.start, sentence.end):
            verb = Span(m.start(), m.end())
            target = _nearest(mine, current, verb)
            role: Role = "host" if m["verb"] == "陪同" else "attendee"
            for agent in near:
                if agent.kind == "person" and agent.span.start >= verb.end:
                    yield Part(
                        target.key,
                        agent.key,
                        role,
                        self._told(verb, target),
                        self.view.quote(agent.span, verb),
                        "participation.there-is",
                    )

    def _led(self, near: list[Agent], verb: Span, target: Held) -> Iterator[Part]:
        """Those whom a leader takes along: 率市水利局、市气象局负责人."""
        clause = self.view.clause(verb.start)
        for agent in near:
            if (
                agent.kind == "organization"
                and verb.start <= agent.span.start
                and clause.covers(agent.span)
                and re.match(r"[、和及等主有相负]", self.text[agent.span.end : agent.span.end + 1])
            ):
                yield Part(
                    target.key,
                    agent.key,
                    "attendee",
                    self._told(verb, target),
                    self.view.quote(agent.span, verb),
                    "participation.led",
                )

    def _told(self, verb: Span, target: Held) -> Modality:
        own = modality_of(self.view, verb)
        return own if own != "happened" else target.modality

    def _before(self, sentence: Span, near: list[Agent], verb: Span, role: Role) -> list[Agent]:
        """The agents whose verb this is: a list that ends before it, nobody else doing anything between."""
        found: list[Agent] = []
        edge = verb.start
        for agent in reversed([a for a in near if a.span.end <= verb.start and a.kind != "place"]):
            between = self.text[agent.span.end : edge]
            clean = re.sub(r"（[^）]*）", "", between)
            if re.search(r"[。；！？”]", between) or _OTHER_VERB.search(_harmless(clean, role)):
                break
            if role == "presenter" and re.search(
                r"[向为给对]$", self.text[max(0, agent.span.start - 1) : agent.span.start]
            ):
                break
            if agent.kind == "organization" and not _body_acts(self.text, agent, clean, role, found):
                if found or re.match(r"[一-龥]*(?:书记|主任|长|主席|委员)", clean):
                    continue
                break
            if not found and (
                len(clean) > (60 if role == "attendee" else 26) or clean.count("，") > (3 if role == "attendee" else 1)
            ):
                break
            if found and (
                role not in {"attendee", "host", "presenter", "leader", "speaker"}
                or len(clean) > 48
                or not re.match(r"(?:、|，|和|与|及|以及|等)", clean)
            ):
                break
            found.append(agent)
            edge = agent.span.start
        return found[::-1]

    def _winners(self, sentence: Span, near: list[Agent], mine: list[Held], current: Held) -> Iterator[Part]:
        for pattern, role in ((_WINS, "winner"), (_HONOURED, "honoree")):
            for m in pattern.finditer(self.text, sentence.start, sentence.end):
                verb = Span(m.start(), min(m.end(), m.start() + 24))
                target = _nearest(mine, current, verb)
                for agent in self._before(sentence, near, verb, "presenter"):
                    yield Part(
                        target.key,
                        agent.key,
                        role,
                        self._told(verb, target),
                        self.view.quote(agent.span, verb),
                        f"participation.{role}",
                    )

    def _deeds(self, sentence: Span, near: list[Agent], held: Held) -> Iterator[Part]:
        """Who does the deed, and to whom."""
        role = {
            "event.deed-inspection": "leader",
            "event.deed-donation": "donor",
            "event.deed-signing": "participant",
            "event.deed-enforcement": "organizer",
            "event.deed-award": "honoree",
        }.get(held.rule)
        if role is None:
            return
        verb = held.trigger or held.span
        edge = held.span.start
        agents = [a for a in near if a.span.end <= edge and (a.kind != "place" or held.rule == "event.deed-award")]
        taken = 0
        for agent in reversed(agents):
            between = self.text[agent.span.end : edge]
            if (
                len(between) > 30
                or re.search(r"[；：“”]", between)
                or (
                    taken
                    and (
                        not re.match(r"(?:、|，|和|与|及)", between)
                        or _OTHER_VERB.search(between)
                        or agent.kind != agents[-1].kind
                    )
                )
            ):
                break
            if _NO_SUBJECT.search(self.text[max(sentence.start, agent.span.start - 2) : agent.span.start]):
                break
            taken += 1
            edge = agent.span.start
            mine: Role = "organizer" if role == "leader" and agent.kind == "organization" else role  # type: ignore[assignment]
            yield Part(
                held.key,
                agent.key,
                mine,
                held.modality,
                self.view.quote(agent.span, verb),
                f"participation.{held.rule[6:]}",
            )
        if held.rule == "event.deed-donation":
            for agent in near:
                if held.span.start <= agent.span.start and agent.span.end <= verb.start:
                    yield Part(
                        held.key,
                        agent.key,
                        "recipient",
                        held.modality,
                        self.view.quote(agent.span, verb),
                        "participation.recipient",
                    )


def _only(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether the text is made of matches of the pattern and nothing else."""
    position = 0
    while position < len(text):
        m = pattern.match(text, position)
        if m is None or m.end() == position:
            return False
        position = m.end()
    return True


def _harmless(between: str, role: Role) -> str:
    return (
        re.sub(r"(?:出席|参加)[^，。；]{0,10}(?:并|，)?$", "", between)
        if role in {"speaker", "chair", "presenter"}
        else between
    )


def _body_acts(text: str, agent: Agent, clean: str, role: Role, found: list[Agent]) -> bool:
    """Tell whether a body, not one of its officers, is the agent: 区法院相关负责人…发言, 区慈善会、区民政局…参加."""
    if role not in {"attendee", "speaker", "presenter"}:
        return False
    if found and found[0].kind == "person":
        return False
    return (
        re.match(
            r"(?:、|和|及|与|等|，|相关|有关|主要|负责|全体|代表|分管|工作人员|干部|班子|志愿者|出席|参加|先后|分别|就|作|在|向|为|$|领导|企业|队|村民|师生|党员)",
            clean,
        )
        is not None
    )


def _nearest(mine: list[Held], current: Held, verb: Span) -> Held:
    return min(mine, key=lambda h: abs(h.span.start - verb.start)) if mine else current
