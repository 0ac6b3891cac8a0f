"""Who takes part in an event or campaign, and in which role: told by verbs near a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotating.modality import modality_of
from kg.annotating.view import View
from kg.model.facts import Modality, Role
from kg.model.source import Span

_HOLDS = re.compile(r"(?:召开|举行|举办|开展|启动|组织|办过|承办|主办)")
_JOINT = re.compile(r"(?:联合|会同|携手|协同|与|和|及|、|共同)")
_BETWEEN_SUBJECT = re.compile(
    r"^(?:全体|机关|党支部|工会|党委|工作人员|干部职工|有关部门|等(?:单位|部门|\d*家单位|地)?|[一-龥]{0,6}门店)?(?:[，]?(?:近日|日前|\d{1,2}月\d{1,2}日[上下]?午?|今日|昨日|当日|当天|在[^，。；]{1,22}|于[^，。；]{1,16}|以[^，。；]{2,24}|围绕[^，。；]{2,24}|为[^，。；]{2,24}|结合[^，。；]{2,20}|针对[^，。；]{2,20}|依托[^，。；]{2,20}|通过[^，。；]{2,20}|利用[^，。；]{2,20}|还|又|也|共|先后|相继|联合|共同|携手|主持|组织|隆重|如期|成功|将|拟|计划|正式|专门|集中|及时|迅速|分别|统一|精心|积极|今年以来|今年|去年|去年以来|近年来|每年|连续|陆续|现场|再次|继续|有关方面|有关部门))*[，]?$"
)
_DATE_ONLY = re.compile(r"^[一-龥\d]{0,14}[，]$")
_HOST_VERBS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"(?:联合主办|共同主办|主办|联合举办|共同举办)"), "organizer"),
    (re.compile(r"(?:联合承办|承办|协办|联合协办)"), "co-organizer"),
)
_PERSON_VERBS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"(?:主持(?!人)|担任审判长|任审判长)"), "chair"),
    (
        re.compile(
            r"(?:讲话|致辞|致词|致欢迎辞|致开幕辞|发言|作[^，。；]{0,14}(?:报告|讲话|发言|动员|总结|部署|说明|讲座|点评|交流|辅导|述职|宣讲)|先作动员|宣读|通报了?|宣布|汇报了?|介绍了|提出要求|授课|宣讲|领学|传达|讲授|解读|主讲|强调[，：]|指出[，：]|说明了)"
        ),
        "speaker",
    ),
    (re.compile(r"(?:带队|率队|率领|率[一-龥]{2,14}(?:到|赴|深入|来|一行))"), "leader"),
    (re.compile(r"(?:陪同)"), "host"),
    (re.compile(r"(?:颁奖|颁发|授牌|授旗|授予|揭牌|揭幕|发放了?|赠送)"), "presenter"),
    (re.compile(r"(?:出席|参加|与会|到会|列席|莅临|见证|到场|观看|观摩|旁听|参会|参与)"), "attendee"),
)
_INSPECT = re.compile(r"(?:调研|考察|检查|督导|视察|督查|走访|慰问|看望|巡查|巡河|暗访|察看|查看|调度)")
_WINS = re.compile(
    r"(?:荣获|获得|获评|获|夺得|摘得|捧得|斩获|摘取)(?:了)?[^，。；]{0,24}(?:奖|冠军|亚军|季军|第[一二三]名?|金牌|银牌|铜牌|称号|名次|桂冠|项目|优秀|先进|殊荣)"
)
_HONOURED = re.compile(r"(?:被评为|被授予|获评|受到表彰|被表彰|当选为?|入选|被命名为|接受表彰|荣膺)")
_DONATES = re.compile(r"(?:捐赠|捐助|捐出|捐款|捐资|捐献|捐了|捐给|赞助|资助|提供)")


@dataclass(frozen=True, slots=True)
class Agent:
    """A mention of someone who may take part."""

    span: Span
    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class Held:
    """A mention of an event or campaign."""

    span: Span
    key: str
    kind: str
    types: tuple[str, ...]
    trigger: Span | None
    modality: Modality


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
    for part in _all(view, agents, held):
        key = (part.activity, part.agent, part.role)
        if key not in found:
            found[key] = part
    return tuple(found.values())


def _all(view: View, agents: tuple[Agent, ...], held: tuple[Held, ...]) -> Iterator[Part]:
    for activity in held:
        yield from _organizers(view, agents, activity)
        yield from _hosts(view, agents, activity)
    current: Held | None = None
    events = [h for h in held if h.kind == "event"]
    for sentence in view.sentences:
        if view.role(sentence.start) in {"headline", "kicker", "subheadline", "crosshead", "byline"}:
            continue
        mine = [h for h in events if sentence.covers(h.span)]
        if mine:
            current = mine[0]
        near = [a for a in agents if sentence.covers(a.span)]
        if current is not None and near:
            yield from _roles(view, sentence, near, mine, current)


def _organizers(view: View, agents: tuple[Agent, ...], held: Held) -> Iterator[Part]:
    """The subject before the verb: 8月6日，川汇区举行…; 甲联合乙、丙开展…."""
    trigger = held.trigger
    if trigger is None or not _HOLDS.search(trigger.of(view.text)):
        return
    sentence = view.sentence(trigger.start)
    before = [
        a
        for a in agents
        if a.kind in {"organization", "place"} and sentence.start <= a.span.start and a.span.end <= trigger.start
    ]
    subjects: list[Agent] = []
    edge = trigger.start
    for agent in reversed(before):
        between = view.text[agent.span.end : edge]
        if not subjects:
            if not _BETWEEN_SUBJECT.match(between):
                joint = re.match(r"^(?:联合|会同|携手)[^，。；]{2,30}?(?:共同)?(?:[^，。；]{0,12})$", between)
                if not joint:
                    continue
        elif not re.fullmatch(r"(?:、|和|与|及|，|联合|会同|携手|以及)+", between):
            break
        if re.search(
            r"(?:在|到|走进|向|对|来到|前往|赴|关于|给|的)$",
            view.text[max(sentence.start, agent.span.start - 2) : agent.span.start],
        ):
            if not subjects:
                continue
            break
        subjects.append(agent)
        edge = agent.span.start
    for agent in reversed(subjects):
        yield Part(
            held.key,
            agent.key,
            "organizer",
            held.modality,
            view.quote(agent.span, trigger),
            "participation.subject-of-trigger",
        )


def _hosts(view: View, agents: tuple[Agent, ...], held: Held) -> Iterator[Part]:
    """甲主办、乙承办的…; …由甲、乙联合主办."""
    sentence = view.sentence(held.span.start)
    text = view.text
    pieces = [sentence]
    following = [s for s in view.sentences if s.start == sentence.end]
    if following and re.match(
        r"(?:此次|本次|该|这次)?[一-龥]{0,6}(?:活动|大赛|比赛|会议|仪式|展览|论坛|本届)[一-龥]{0,6}由",
        following[0].of(text),
    ):
        pieces.append(following[0])
    for piece in pieces:
        for pattern, role in _HOST_VERBS:
            for m in pattern.finditer(text, piece.start, piece.end):
                edge = m.start()
                for agent in reversed(
                    [
                        a
                        for a in agents
                        if a.kind == "organization" and piece.start <= a.span.start and a.span.end <= m.start()
                    ]
                ):
                    if not re.fullmatch(r"(?:等)?(?:、|和|与|及|联合|共同|等|，)*", text[agent.span.end : edge]):
                        break
                    edge = agent.span.start
                    yield Part(
                        held.key,
                        agent.key,
                        role,
                        held.modality,
                        view.quote(agent.span, Span(m.start(), m.end())),
                        "participation.host-verb",
                    )


def _roles(view: View, sentence: Span, near: list[Agent], mine: list[Held], current: Held) -> Iterator[Part]:
    text = view.text
    for clause in _clauses(view, sentence):
        inside = [a for a in near if clause.covers(a.span)]
        for pattern, role in _PERSON_VERBS:
            for m in pattern.finditer(text, clause.start, clause.end):
                verb = Span(m.start(), m.end())
                for agent in _before(text, sentence, near, verb, role):
                    target = _activity(mine, current, verb)
                    yield Part(
                        target.key,
                        agent.key,
                        role,
                        _told(view, verb, target),
                        view.quote(agent.span, verb),
                        f"participation.{role}",
                    )
        yield from _inspectors(view, clause, inside, mine, current)
        yield from _winners(view, clause, near, sentence, mine, current)


def _clauses(view: View, sentence: Span) -> Iterator[Span]:
    return (c for c in view.clauses if sentence.covers(c))


def _told(view: View, verb: Span, target: Held) -> Modality:
    own = modality_of(view, verb)
    return own if own != "happened" else target.modality


def _activity(mine: list[Held], current: Held, verb: Span) -> Held:
    return min(mine, key=lambda h: abs(h.span.start - verb.start)) if mine else current


def _before(text: str, sentence: Span, near: list[Agent], verb: Span, role: Role) -> list[Agent]:
    """The agents whose verb this is: in a list that ends before it, nothing else doing between."""
    found: list[Agent] = []
    edge = verb.start
    for agent in reversed([a for a in near if a.span.end <= verb.start]):
        between = text[agent.span.end : edge]
        if re.search(r"[。；！？”]", between):
            break
        limit = {"attendee": 34, "host": 24}.get(role, 22)
        clean = re.sub(r"（[^）]*）", "", between)
        if not found:
            if (
                len(clean) > (60 if role == "attendee" else 26)
                or clean.count("，") > (2 if role == "attendee" else 1)
                or _OTHER_VERB.search(clean)
            ):
                break
            if agent.kind == "place":
                continue
            if agent.kind == "organization" and role not in {"attendee", "speaker", "presenter"}:
                continue
            if agent.kind == "organization" and re.match(r"(?:的|党|书记|主任|局长)", clean):
                continue
        elif agent.kind == "organization" and found[0].kind != "organization":
            continue
        elif role not in {"attendee", "host", "presenter", "leader"}:
            break
        elif len(clean) > limit or _OTHER_VERB.search(clean):
            break
        if agent.kind == "place":
            continue
        found.append(agent)
        edge = agent.span.start
    return found[::-1]


_OTHER_VERB = re.compile(
    r"(?:主持|陪同|宣布|致辞|讲话|汇报|介绍|强调|指出|要求|说|表示|告诉|获|邀请|向|看望|慰问|代表[^，、]{0,8}(?:发言|讲话))"
)


def _inspectors(view: View, clause: Span, inside: list[Agent], mine: list[Held], current: Held) -> Iterator[Part]:
    target = next((h for h in mine if "inspection" in h.types), None)
    if target is None:
        return
    for agent in inside:
        if agent.kind == "person" and agent.span.end <= target.span.start:
            between = view.text[agent.span.end : target.span.start]
            if len(between) <= 16 and not _OTHER_VERB.search(between):
                yield Part(
                    target.key,
                    agent.key,
                    "leader",
                    target.modality,
                    view.quote(agent.span, target.span),
                    "participation.inspector",
                )


def _winners(
    view: View, clause: Span, near: list[Agent], sentence: Span, mine: list[Held], current: Held
) -> Iterator[Part]:
    for pattern, role in ((_WINS, "winner"), (_HONOURED, "honoree")):
        for m in pattern.finditer(view.text, clause.start, clause.end):
            verb = Span(m.start(), m.end())
            for agent in _before(view.text, sentence, near, Span(m.start(), m.end()), "presenter"):
                if agent.kind == "person" or agent.kind == "organization":
                    target = _activity(mine, current, verb)
                    yield Part(
                        target.key,
                        agent.key,
                        role,
                        _told(view, verb, target),
                        view.quote(agent.span, Span(m.start(), min(m.end(), m.start() + 20))),
                        f"participation.{role}",
                    )
