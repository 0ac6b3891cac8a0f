"""Whose verb it is: the list of agents that ends before a verb, nobody else doing anything between."""

from typing import Literal

from kg import expressions as re
from kg.annotating.agents import REACH, Agent, Scene
from kg.annotating.roles import OTHER_VERB, TOURS
from kg.model.facts import Role
from kg.model.source import Span

_LISTING: frozenset[Role] = frozenset({"attendee", "host", "presenter", "leader", "speaker", "participant", "donor"})
"""Roles that a list of agents may share."""
_GIVING_ROLES: frozenset[Role] = frozenset({"presenter", "donor"})
_SPEAKING: frozenset[Role] = frozenset({"speaker", "chair", "presenter", "host"})
_OF_BODIES: frozenset[Role] = frozenset({"attendee", "speaker", "presenter", "donor", "recipient", "participant"})
_MOST_BETWEEN, _MOST_BETWEEN_ATTENDEE = (26, 1), (84, 3)
"""Characters and commas between an agent and its verb at most."""
_MOST_BETWEEN_AGENTS = 48
_BRACKET = re.compile(
    r"（[^）]*）|“[^“”，。；！？]{1,20}”"
    r"|等\d{1,6}[余多]?[个名位家所支户项人](?:同志)?[^，。；：、和与及受获被]{0,14}(?=和|与|及|、|受|获|被|先后|[登上]台|讲述|分享|表彰为|$)"
)
_ON_WHAT = re.compile(r"(?<![成造面应绝反])(?:就|围绕|针对|结合|聚焦|从|对)[^，。；：]{4,60}\Z")
"""Right before a verb of speech: on what somebody speaks."""
_AND_ALSO = re.compile(r"，(?:并|随后|还)(?:在[^，]{2,12})?\Z")
"""Right before a verb: whose it is has been told at the head of the sentence (某某率队巡河，…，并|主持…)."""
_STOP = re.compile(r"[。；！？”]")
_FOR_WHOM = re.compile(
    r"(?:[在于到赴受进入往]|代表(?![队团])(?:[^，。；：]{1,12}[、和])*|(?<![成])(?:就|围绕|关于|针对)[^，。；：]{0,12})$"
)
_FOR_THEM = re.compile(r"(?:分别|共同)?(?<![作成因以图评])[为给向](?![民支助])[^，。；]{2,80}\Z")
"""Right before a verb of giving: to whom, a row of people with what they are honoured for."""
_AND = re.compile(r"[、和与及]")
_EACH = re.compile(
    r"(?:等\d{0,3}个?(?:乡镇|街道|镇街|单位|县区|地|村|部门)?)?(?:代表)?(?:分别|先后|依次|现场)*(?:就[^，。；：]{2,20})?"
)
"""Between the last of those who report and the verb."""
_REPORTS = re.compile(r"[作做进行了]*(?:书面|典型|交流|表态|经验|工作|重点|现场|专题|大会)*(?:发言|汇报|交流|述职)")
_FOR_WHOM_REACH = 40
_ALONG = re.compile(r"在[^。；]{2,60}?(?:陪同|带领|率领)下")
"""With whom somebody does something: 在某某、某某的陪同下|观看."""
_ONLY_ALONG = re.compile(r"[^。；]{0,60}?(?:陪同|带领|率领)下")
_GIVERS = re.compile(r"获(?!奖|得者)|被|表彰为|评为|[^，]，(?:[省市县区镇乡]?领导|嘉宾)")
"""Between a name and 颁奖: he is given, others give."""
_TO_WINNERS = re.compile(r"(?:分别)?[为向给对][^，。；]{0,6}获得?[^，。；]{1,16}的\Z")
"""Between those who give and the winners to whom they do: 分别为获得冠军的|甲队颁奖."""
_TO = re.compile(
    r"(?:(?:授予|向|给|(?<![作成因以图])(?<![①-⑳\d])为(?!民|支持|助力|帮助))(?:[^，。；、]{2,8}代表、)?[^，。；、]{0,12}|对[^，。；、]{0,2})$"
)
"""Before one to whom something is given: 向区教育局局长|某某颁发…."""
_SAID_TO = re.compile(r"[向对](?!阳)[^，。；、]{0,12}\Z")
_TO_REACH = 24
_JOINT = re.compile(
    r"(?:代表队|代表团|队|同志|先生|女士|老师|教授|院士|(?:副|常务)*(?:书记|主任|主席|(?:总|副总)?经理|总裁|董事长|会长|[县区市镇乡局处科校院所部]长))?"
    r"(?:、|，|和|与|及|以及)|等"
)
"""Between two who act; what one is called may stand behind the name: 何澄同志|、|林静."""
_OFFICER = re.compile(r"[一-龥]*(?:书记|常委|主任|长|主席|委员|巡视员|调研员|组成人员|成员|干部|负责人|负责同志)")
_OTHERS = re.compile(r"(?<!等)共?有\d[\d.]*[余多万千百]*[名位个人][一-龥]{0,8}\Z")
"""Right before a verb: others whose verb it is, told by their number (共有3000多名妇女|参与)."""
_GROUP = re.compile(r"(?!以?及|[和与共])[^，、][^，]*\d[余多万千百]*[人名位]\Z")
"""A clause before its verb whose subject are many: 各乡镇干部群众80余人|参加."""
_GOES_ON = re.compile(r"等|一行|(?:同志|先生|女士|老师)?\Z")
"""What may stand behind a name in a list that a comma continues; all else is a clause of its own."""
_COMES_AND = re.compile(
    r"(?:出席|参加|陪同|到场|见证)[^，。；]{0,12}(?:，?(?:并|共同|一同)?(?:[为向给][^，。；]{2,40})?)$|主持[^，。；]{0,10}并$|听取[^。；]{2,30}(?:[后时]，?|并)$"
)
_BODY_ITSELF = re.compile(
    r"(?:、|和|及|与|等|，|相关|有关|主要|负责|全体|代表|分管|工作人员|干部|班子|志愿者|出席|参加|先后|分别|就|[作做]|在|向|为|$|领导|远?赴|前往|应邀|受邀"
    r"|企业|队|[男女]子?[排篮足]球?|村民|的?(?:师生|师生员工|学生|员工|职工|医护人员|官兵|民警)|党员|以|获|分获|夺|摘|捧|喜|荣|勇|首次|再次|最终|一举|凭|[一二三四五六七八九十]战全胜)"
)
_HEADS_OF = re.compile(r"(?:等)?(?:主要|有关|相关)?(?:负责人|负责同志|代表)(?:以及|和|及|、|，)[一-龥]{0,8}")
"""Between a body whose heads act and the next who acts: 市水利局|负责人以及|代表某某."""


def before(scene: Scene, verb: Span, role: Role) -> list[Agent]:
    """Return the agents whose verb this is: a list that ends before it, nobody else doing anything between."""
    found: list[Agent] = []
    to = _FOR_THEM.search(scene.view.text, scene.view.clause(verb.start).start, verb.start)
    edge = to.start() if to is not None and role == "presenter" else verb.start
    for agent in scene.agents.before(edge):
        if edge - agent.span.end > REACH:
            break
        speaks = agent.kind != "place" or (role == "speaker" and _speaks(scene.view.text, agent, verb, found))
        if not speaks or (agent.kind != "person" and _is_where(scene.view.text, agent)):
            continue
        if scene.view.text.startswith("委托", agent.span.end):
            continue
        verdict = _verdict(scene.view.text, agent, edge, role, found)
        if verdict == "ends":
            break
        if verdict == "receives":
            found.clear()
        elif verdict == "acts":
            found.append(agent)
        if verdict != "passes":
            edge = agent.span.start
    return found[::-1]


def _speaks(text: str, place: Agent, verb: Span, found: list[Agent]) -> bool:
    """Tell a place that reports at a meeting, by itself or in a row: 荷塘镇、县教育局|分别作交流发言."""
    if found:
        return _AND.fullmatch(text, place.span.end, found[-1].span.start) is not None
    reports = _REPORTS.match(text, verb.start) is not None
    return reports and _EACH.fullmatch(text, place.span.end, verb.start) is not None


def _is_where(text: str, agent: Agent) -> bool:
    """Tell a body that is only where, or for whom, somebody does something: 在东滩林场|出席, 代表县政府|发言."""
    return _FOR_WHOM.search(text, max(0, agent.span.start - _FOR_WHOM_REACH), agent.span.start) is not None


def _verdict(
    text: str, agent: Agent, edge: int, role: Role, found: list[Agent]
) -> Literal["acts", "passes", "ends", "receives"]:
    """Tell whether the agent is one of those whose verb it is, is passed over, ends the list, or receives."""
    between = text[agent.span.end : edge]
    clean = _ALONG.sub("", _BRACKET.sub("", between))
    clean = _TO_WINNERS.sub("", clean) if role == "presenter" else clean
    if _ONLY_ALONG.match(clean) or (role == "speaker" and not found and _is_told(text, agent)):
        return "passes"
    if _others_act(clean, role, first=not found):
        return "ends"
    if role in _GIVING_ROLES and _TO.search(text, max(0, agent.span.start - _TO_REACH), agent.span.start):
        return "receives"
    if agent.kind == "organization" and not _body_acts(clean, role, found):
        return "passes" if found or _OFFICER.match(clean) else "ends"
    if not found:
        clean = _ON_WHAT.sub("", clean) if role == "speaker" else clean
        far = role == "attendee" or (role == "chair" and _AND_ALSO.search(clean))
        most, commas = _MOST_BETWEEN_ATTENDEE if far else _MOST_BETWEEN
        others = role == "attendee" and "，" in clean and _are_others(between, clean)
        return "acts" if not others and len(clean) <= most and clean.count("，") <= commas else "ends"
    heads = agent.kind == "organization" and _HEADS_OF.fullmatch(clean)
    joined = role in _LISTING and len(clean) <= _MOST_BETWEEN_AGENTS and (heads or _JOINT.match(clean))
    return "acts" if joined else "ends"


def _are_others(between: str, clean: str) -> bool:
    """Tell whether many others, told by their number, are the subject of the verb: 某某作宣讲，干部80余人|参加."""
    own, _, rest = clean.partition("，")
    is_group = _GROUP.match(rest.rpartition("，")[2]) is not None and _GOES_ON.match(own) is None
    return is_group or _OTHERS.search(between) is not None


def _is_told(text: str, agent: Agent) -> bool:
    """Tell one to whom something is told: 向各民主党派|市委|通报."""
    return _SAID_TO.search(text, max(0, agent.span.start - _TO_REACH), agent.span.start) is not None


def _others_act(clean: str, role: Role, *, first: bool) -> bool:
    """Tell whether the words between tell of another deed, or that others are given something."""
    if _STOP.search(clean) or OTHER_VERB.search(_harmless(clean, role) if first else clean):
        return True
    return bool((role == "host" and TOURS.search(clean)) or (role == "presenter" and _GIVERS.search(clean)))


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
