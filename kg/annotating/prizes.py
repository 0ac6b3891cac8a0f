"""Who wins: told before the verb (某某获得冠军), or behind the prize (冠军|某某, 季军由|某某|获得)."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.actors import before
from kg.annotating.agents import Agent, Held, Part, Scene, say
from kg.annotating.gates import Gated
from kg.annotating.roles import BY, WINNING
from kg.annotating.thread import won_at
from kg.model.source import Span

_PRIZE = Gated(
    r"(?:(?<!奥运)(?<!世界)(?<!全国)(?<!亚洲)冠军|亚军|季军|第[一二三四]名|前[三六八]名|MVP|最佳[一-龥]{2})(?:得主|获得者|被|由)?(?:分别)?[是为]?[：，]?(?!奖|的|赛)"
)
_BEFORE = re.compile(r"(?:\d{2}岁的)?(?:来自)?[一-龥]{0,12}?")
"""What may stand between a prize and the first who won it: 来自江南的|, 快递员|."""
_POST = re.compile(r"[一-龥]{1,12}")
_NEXT = re.compile(r"(?:（[^）]{1,24}）)?[、和及][一-龥]{0,8}")
_WON = re.compile(r"(?:获|夺|摘|捧|赢|拿下|列)[^，。；]{0,20}\Z")
"""Before a prize that others won who are told before it."""
_TAKES = re.compile(
    r"(?:（[^）]{1,24}）)?(?:[^，。；、]{0,14}?(?:获得|夺得|摘得|拿下|拿走|夺走|收获|赢得|摘取|包揽|各得|各获)|[，。；、（]|等)"
)
"""Behind the last of those: the verb of winning, or the end of the clause."""

_WINNING_VERB = 24
_BEATEN = re.compile(r"(?:险胜|战胜|力克|击败|轻取|完胜|横扫|逆转|不敌|负于)(?:[了过]|[^，。；]{1,4}的?)?\Z")
"""Before a team that another plays against."""
_FOR_WINNERS = re.compile(r"(?:[为向给对]|颁给|授予)(?:[本此]次|在)?[^，。；、]{0,8}\Z")
"""Before the verb of winning: others give to the winners."""
_THE_NEXT = re.compile(r"(?:[、和及与](?:获得?)?[^，。；、的]{0,8}(?:[冠亚季]军|第[一二三四五六]名|[一二三]等奖))?的")
"""Before each of the winners that their prizes describe."""
_CHOOSES = re.compile(r"评选|推选|寻找|表彰|颁奖|揭晓|最美|好人")
"""In the name of what honours those whom it elects."""
_PASSIVE = re.compile(r"被[^，。；]{2,40}?(?:表彰|评|授予|命名)")
"""What is told first of those who are honoured twice: 被甲、乙表彰为…，同时被授予…."""


def winners(scene: Scene, current: Held) -> Iterator[Part]:
    """某某获得冠军, 某某被评为…."""
    for pattern, role in WINNING:
        for match in pattern.finditer(scene.view, scene.span):
            verb = Span(match.start(), min(match.end(), match.start() + _WINNING_VERB))
            agents = _described(scene, match.end()) or _winning(scene, verb)
            if not agents:
                continue
            held = won_at(scene, verb.start, current)
            elected = scene.view.text.startswith("当选", verb.start) and not _CHOOSES.search(
                scene.view.text, held.span.start, held.span.end
            )
            said = say(scene.view, held, "participant" if elected else role, verb, f"participation.{role}")
            for agent in agents:
                yield said.of(scene.view, agent)


def _described(scene: Scene, end: int) -> list[Agent]:
    """Return the row of winners that the verb describes: 为获得冠军的|甲队、亚军的|乙队颁奖."""
    found: list[Agent] = []
    for agent in scene.agents.within(end, scene.span.end) if scene.view.text.startswith("的", end) else ():
        between = scene.view.text[end : agent.span.start]
        if _THE_NEXT.fullmatch(between) is None:
            break
        found.append(agent)
        end = agent.span.end
    return found


def _winning(scene: Scene, verb: Span) -> list[Agent]:
    """Return those before the verb who won: none that was beaten, nor one by whom others are honoured."""
    text, start = scene.view.text, scene.span.start
    agents = [] if _FOR_WINNERS.search(text, start, verb.start) else before(scene, verb, "presenter")
    if not agents or BY.search(text, start, agents[0].span.start):
        passive = next(iter(_PASSIVE.finditer(text, start, verb.start)), None)
        agents = [] if passive is None else before(scene, Span(passive.start(), verb.end), "presenter")
    return [agent for agent in agents if not _BEATEN.search(text, start, agent.span.start)]


def prized(scene: Scene, current: Held) -> Iterator[Part]:
    """Give those whom a sentence names behind the prize that they won."""
    for match in _PRIZE.finditer(scene.view, scene.span):
        if match.group().endswith("，") and _WON.search(scene.view.text, scene.span.start, match.start()):
            continue  # 甲队获得亚军，|乙队…
        prize = Span(*match.span())
        held = won_at(scene, prize.start, current)
        said = say(scene.view, held, "winner", prize, "participation.prized")
        for agent in _row(scene, prize.end):
            yield said.of(scene.view, agent)


def _row(scene: Scene, start: int) -> list[Agent]:
    """Return the row of agents that begins there and is said to have won."""
    text, edge = scene.view.text, start
    found: list[Agent] = []
    gap = _BEFORE
    for agent in scene.agents.within(start, scene.span.end):
        if found and found[-1].kind == "organization" and _POST.fullmatch(text, edge, agent.span.start):
            found.pop()  # 旗中学|体育教师某某
        elif gap.fullmatch(text, edge, agent.span.start) is None:
            break
        found.append(agent)
        edge, gap = agent.span.end, _NEXT
    return found if found and _TAKES.match(text, edge) else []
