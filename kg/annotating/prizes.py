"""Who is told behind a prize: 冠军|某某, 前三名为：|某某、某某, 季军由|某某|获得."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.agents import Agent, Held, Part, Scene, say
from kg.annotating.gates import Gated
from kg.annotating.thread import won_at
from kg.model.source import Span

_PRIZE = Gated(
    r"(?:冠军|亚军|季军|第[一二三四]名|前[三六八]名|MVP|最佳[一-龥]{2})(?:得主|获得者|被|由)?(?:分别)?[是为]?[：，]?(?!奖|的|赛)"
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
