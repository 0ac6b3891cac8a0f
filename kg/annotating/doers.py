"""Who does a deed that has no name, and to whom: 某集团向某校捐赠…, 某局破获…案."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.agents import Agent, Held, Part, Scene, Statement
from kg.annotating.event_names import CONSOLES
from kg.annotating.roles import BY, DEED_ROLES, NO_SUBJECT, OTHER_VERB
from kg.annotating.thread import ROUND
from kg.model.facts import Role
from kg.model.source import Span

_REACH = 30
"""Characters between the doer and the deed at most."""
_OF_SENTENCE = frozenset(
    f"event.deed-{deed}"
    for deed in ("goods", "served", "service", "lesson", "lecture", "clinic", "enforcement", "relief", "rescue")
)
"""Deeds that may stand far behind the subject of their sentence."""
_OF_BODIES = frozenset(
    f"event.deed-{deed}" for deed in ("plan-work", "plan-building", "plan-check", "plan-done-by", "denied")
)
"""What a body is to do or denies, told right behind it, whoever says so."""
_BY_BODIES = frozenset({"event.deed-enforcement", "event.deed-relief", "event.deed-rescue"})
"""Of those, the ones that only bodies do at such a distance."""
_TALKS = "event.deed-talks"
_MEETINGS = frozenset({"event.deed-reception", _TALKS})
"""Deeds that name those whom somebody meets."""
_POLICED = frozenset({"event.deed-enforcement", "event.deed-caught"})
"""Deeds of a body, whoever of it is named."""
_OPENING = 20
"""Characters before the subject of a sentence at most."""
_TURN = re.compile(r"[；：“”]")
_QUOTED = re.compile(r"“[^“”，。；！？]{1,20}”")
"""A name in quotation marks: no words of somebody."""
_OFFICER = re.compile(
    r"(?!组织|带领|率)[一-龥]{0,6}?(?:书记|常委|主任|[部局院校所队处科镇乡区县市厅台馆站园庭社团署司州旗省行厂店室组盟]长|主席|委员|政委|负责人|人员|干部|同志"
    r"|董事长|总裁|总经理|会长|秘书长)"
)
"""Behind a body: not the body acts, one of its officers does."""
_STAFF = re.compile(
    r"的?(?:全体|部分|机关|相关|有关)?(?:工作|执法|检查|技术|医护)?(?:人员|民警|干警|法官|党员干部|干部职工|干部|党员|职工|志愿者|队员|医生|专家|师生)"
    r"(?:们|代表|一行|\d{1,3}余?人)?"
)
"""Right behind a body: its people, nobody of them named, do what it does."""
_ONLY_ALONG = re.compile(r"(?:等|的|全体|有关|相关|主要|干部|人员|同志|负责人|领导)*(?:陪同下?|(?:带领|率领|引导)下)")
"""Behind one who only goes along: 在林静的陪同下."""
_AT_HOME = re.compile(r"(?:夫妇|老人|同志|一家|等(?:\d{1,3}[名位户])?人?)?的?家[中里]")
"""Behind those who are visited: 来到老兵林静|家中."""
_OFFICERS = re.compile(r"[^，。；\n]{0,30}?(?:负责人|负责同志|主要领导|分管领导|人员|干部|党员|民警|队员)")
_MOVES = re.compile(r"来到|走进|深入|前往|[到赴]")
_GOES_AND = re.compile(
    r"(?:先后|分别)?(?:来到|走进|深入|前往|分赴)[^，。；：！？\n]{2,44}，(?:[为给向][^，。；]{2,24})?\Z"
)
"""Right before what is done where somebody goes: 深入|甲村、乙村和丙村，|为学生送去书包."""
_HONOURED = re.compile(r"表彰为|评为|授予")
"""Behind those who are honoured, before what is handed to them."""
_HONOURING = frozenset({"event.deed-handing", "event.deed-award"})
_TO_WHOM = re.compile(r"(?:授予|[为给向对])[^，。；]{0,40}\Z")
_GIVES = re.compile(r"授予|表彰")
_LEADS = re.compile(r"带领|率领|率(?=[^，。；先队领]{2})")
_INVITES = re.compile(r"(?:还|又|特)?(?:邀请|特邀|聘请|请)")
"""Between a body and whom it asks to speak: 区档案馆|邀请|某某开讲."""
_SIGNING = "event.deed-signing"
_WITH = re.compile(r"(?:分别)?[与同]")
"""Behind a place that signs with another."""
_JOINT = re.compile(r"(?:分别)?(?:、|，|和|与|及|(?:将|拟|要|须)?(?:会同|联合|携手))")


def doers(scene: Scene, held: Held) -> Iterator[Part]:
    """Give those who do the deed, nearest first, and those to whom something is given."""
    named = is_named_tour(scene, held)
    role = "leader" if named else DEED_ROLES.get(held.rule)
    if role is None:
        return
    verb = held.trigger or held.span
    rule = "participation.named-tour" if named else f"participation.{held.rule.removeprefix('event.')}"
    leads = _leading(scene, held)
    subjects = tuple(_subjects(scene, held, held.span.start if leads is None else leads.start))
    if held.rule == _SIGNING and subjects and scene.view.text.endswith(("与", "同"), 0, subjects[-1].span.start):
        subjects = (*subjects, *_opening(scene, held))
    if role == "speaker" and subjects:
        subjects = (*subjects, *_inviting(scene, subjects[-1]))
    if leads is not None and subjects:
        for agent in _led(scene, held, leads):
            role_led: Role = "participant" if _is_party(scene, agent) else "attendee"
            said = Statement(held=held, role=role_led, verb=leads, modality=held.modality, rule="participation.led")
            yield said.of(scene.view, agent)
    for agent in subjects or tuple(_opening(scene, held) if held.rule in _OF_SENTENCE else ()):
        mine = _role(role, held, scene.view.text[verb.start : verb.end], agent)
        said = Statement(held=held, role=mine, verb=verb, modality=held.modality, rule=rule)
        yield said.of(scene.view, agent)
    yield from _whom(scene, held, verb, role)


def _whom(scene: Scene, held: Held, verb: Span, role: Role) -> Iterator[Part]:
    """Give those whom the deed is done to or with, and the body by which somebody is caught."""
    if role == "donor" or CONSOLES.search(scene.view.text, held.span.start, held.span.end):
        yield from _visited(scene, held, verb)
    if role == "donor" or held.rule == "event.deed-banner":
        yield from _met(scene, held, verb, "recipient")
    elif held.rule == "event.deed-caught":
        yield from _met(scene, held, verb, "organizer", "organization")
    elif held.rule in _MEETINGS:
        yield from _met(scene, held, verb, "participant", "person")
    elif CONSOLES.search(scene.view.text, held.span.start, held.span.end):
        yield from _met(scene, held, verb, "recipient", "person")


def _role(role: Role, held: Held, verb: str, agent: Agent) -> Role:
    """Return the role of a subject: bodies do not lead, a policeman takes part, and who gives an honour has none."""
    if role == "honoree" and _GIVES.match(verb):
        return "presenter"
    if agent.kind == "organization":
        return "organizer" if role in {"leader", "speaker"} or held.rule == _TALKS else role
    return "participant" if held.rule in _POLICED else role


def _is_tour(scene: Scene, held: Held) -> bool:
    return held.rule == "event.deed-inspection" or is_named_tour(scene, held)


def is_named_tour(scene: Scene, held: Held) -> bool:
    """Tell a tour by its name: 开展|安全生产检查."""
    if held.kind != "event" or held.trigger is None or not held.trigger.of(scene.view.text).endswith("开展"):
        return False
    return ROUND.search(scene.view.text, held.span.start, held.span.end) is not None


def _leading(scene: Scene, held: Held) -> Span | None:
    """Return the verb by which the subject of a tour takes others along: 某某|带领|某某深入…."""
    if not _is_tour(scene, held):
        return None
    found = [*_LEADS.finditer(scene.view.text, scene.span.start, held.span.start)]
    return Span(*found[-1].span()) if found else None


def _led(scene: Scene, held: Held, leads: Span) -> Iterator[Agent]:
    """Give the people who are taken along, and the bodies whose officers are: 带领县水利局、县气象局负责人."""
    edge = min(_destination(scene, held), held.span.start)
    return (
        agent
        for agent in scene.agents.within(leads.end, edge)
        if agent.kind == "person"
        or _is_party(scene, agent)
        or (agent.kind == "organization" and _OFFICERS.match(scene.view.text, agent.span.end, edge))
    )


def _is_party(scene: Scene, agent: Agent) -> bool:
    """Tell a body that is those who travel: 率|省政协调研组."""
    return agent.kind == "organization" and scene.view.text.endswith(("组", "团", "队"), 0, agent.span.end)


def _subjects(scene: Scene, held: Held, edge: int) -> Iterator[Agent]:
    """Give the agents that are the subject: one right before the deed, and those of its kind joined to it."""
    kind, along = None, 0
    where = _destination(scene, held)
    edge = min(edge, where)
    for agent in scene.agents.before(edge):
        if edge - agent.span.end > _REACH:
            return
        if held.rule in _OF_BODIES and (agent.kind == "person" or "，" in scene.view.text[agent.span.end : edge]):
            return
        if _is_aside(scene, held, agent):
            continue
        between = scene.view.text[agent.span.end : edge].removeprefix("”")
        if (
            _ONLY_ALONG.match(between)
            or _AT_HOME.match(between)
            or (along and _JOINT.match(scene.view.text, agent.span.end, along))
        ):
            edge = along = agent.span.start
            continue
        staff = _STAFF.fullmatch(between)
        if agent.kind == "organization" and staff is None and (officer := _OFFICER.match(between)):
            edge = agent.span.start if officer.end() == len(between) or _JOINT.search(between) else edge
            continue
        joined = (
            _JOINT.match(between) and not OTHER_VERB.search(between) and (agent.kind == kind or held.rule == _SIGNING)
        )
        if held.rule == "event.deed-handing" and _HONOURED.search(between):
            return
        if held.rule in _HONOURING and _is_honoured(scene, agent):
            continue
        if _TURN.search(_QUOTED.sub("", between)) or (kind is not None and not joined) or _is_no_subject(scene, agent):
            return
        yield agent
        edge = agent.span.start
        acts_for = scene.view.text.endswith("代表", 0, edge)  # whoever acts for a body acts too
        kind = None if acts_for else kind or agent.kind


def _is_honoured(scene: Scene, agent: Agent) -> bool:
    """Tell one to whom something is handed over or awarded in the clause: 授予学生|何澄|“…”称号，并为其颁发…."""
    start = scene.view.clause(agent.span.start).start
    return _TO_WHOM.search(scene.view.text, start, agent.span.start) is not None


def _inviting(scene: Scene, invited: Agent) -> Iterator[Agent]:
    """Give the body that asks somebody to speak: 区档案馆|邀请|老摄影家某某开讲."""
    agent = next(scene.agents.before(invited.span.start), None)
    between = "" if agent is None else scene.view.text[agent.span.end : invited.span.start]
    if agent is not None and agent.kind == "organization" and _INVITES.match(between) and "，" not in between:
        yield agent


def _is_aside(scene: Scene, held: Held, agent: Agent) -> bool:
    """Tell a place, which does no deed but may be honoured or sign with another, and those by whom one is honoured."""
    if held.rule == _SIGNING and agent.kind == "place":
        text = scene.view.text
        return not (_WITH.match(text, agent.span.end) or text.endswith(("与", "同"), 0, agent.span.start))
    if held.rule != "event.deed-award":
        return agent.kind == "place"
    return BY.search(scene.view.text, scene.span.start, agent.span.start) is not None


def _opening(scene: Scene, held: Held) -> Iterator[Agent]:
    """Give those with whom the sentence begins that tells a deed: 县妇联带领志愿者走进敬老院，|为老人理发."""
    edge: int | None = None
    for agent in scene.agents.within(scene.span.start, held.span.start):
        between = scene.view.text[scene.span.start if edge is None else edge : agent.span.start]
        if edge is not None and not _JOINT.fullmatch(between):
            return
        if (
            agent.kind == "place"
            or (agent.kind == "person" and held.rule in _BY_BODIES)
            or _OFFICER.match(scene.view.text, agent.span.end)
        ):
            continue
        if edge is None and (len(between) > _OPENING or _is_no_subject(scene, agent)):
            return
        edge = agent.span.end
        yield agent


def _destination(scene: Scene, held: Held) -> int:
    """Return where the words begin for the places that a tour goes to: 来到|甲超市、乙市场，察看…."""
    start = scene.view.sentence(held.span.start).start
    if not _is_tour(scene, held):
        goes = _GOES_AND.search(scene.view.text, start, held.span.start) if held.rule in _OF_SENTENCE else None
        return held.span.start if goes is None else goes.start()
    return max((m.start() for m in _MOVES.finditer(scene.view.text, start, held.span.start)), default=held.span.start)


def _is_no_subject(scene: Scene, agent: Agent) -> bool:
    start = agent.span.start
    return NO_SUBJECT.search(scene.view.text, max(scene.span.start, start - 4), start) is not None


def _met(scene: Scene, held: Held, verb: Span, role: Role, kind: str = "") -> Iterator[Part]:
    """Give those whom the words of the deed name: to whom is given, who is received or looked after."""
    said = Statement(held=held, role=role, verb=verb, modality=held.modality, rule="participation.recipient")
    for agent in scene.agents.within(held.span.start, held.span.end):
        if agent.kind == kind or (not kind and agent.kind != "place"):
            yield said.of(scene.view, agent)


def _visited(scene: Scene, held: Held, verb: Span) -> Iterator[Part]:
    """Give the people to whose home somebody comes with presents: 来到老兵林静、何澄|家中，送上…."""
    said = Statement(held=held, role="recipient", verb=verb, modality=held.modality, rule="participation.recipient")
    edge: int | None = None
    for agent in scene.agents.before(held.span.start):
        text, at = scene.view.text, agent.span.end
        if agent.kind == "person" and (_AT_HOME.match(text, at) if edge is None else _JOINT.fullmatch(text, at, edge)):
            yield said.of(scene.view, agent)
            edge = agent.span.start
        elif edge is not None:
            return
