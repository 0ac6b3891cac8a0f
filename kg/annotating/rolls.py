"""Rolls of those honoured, a line each, under a title: 市劳动模范（30名） / 林静 区第一中学教师 / ….

The rows belong to the last award that was told before them.
"""

from collections.abc import Iterable, Iterator

from kg import expressions as re
from kg.annotating.agents import Agent, Agents, Held, Part, Statement
from kg.annotating.view import View
from kg.model.source import Span

_TITLE = re.compile(
    r"[^，。；：]{0,24}(?:模范|标兵|先进[一-龥]{2,8}|先锋号|奖章|奖状|优秀[一-龥]{2,8}|[一二三]等奖|获奖[一-龥]{0,6}|之星|好人|称号)"
    r"(?:获得者|名单)?(?:（[^（）\n]{1,30}）)?[：:]?"
)
_LONGEST_ROW = 48
_BRACKET = re.compile(r"（[^（）\n]{1,24}）")
_SENTENCE = re.compile(r"[，。；！？]")
_AWARD = re.compile(r"表彰|颁奖|揭晓|评选|命名|授奖|授予|庆祝")
_ALONE = re.compile(r"(?:（[^（）]{1,24}）|[ 　、])*")
"""What may stand between the names of a row, or behind the only one."""


def listed(view: View, agents: Iterable[Agent], held: Iterable[Held]) -> Iterator[Part]:
    """Give those whom the rows of a roll name, each as honoured."""
    spans = [line.span for line in view.article.lines]
    titles = [number for number, span in enumerate(spans) if _TITLE.fullmatch(view.text, span.start, span.end)]
    if not titles:
        return
    found = Agents(agents)
    awards = [h for h in held if h.main and h.modality == "happened" and _AWARD.search(h.span.of(view.text))]
    for title in titles:
        award = max((h for h in awards if h.span.end <= spans[title].start), key=lambda h: h.span, default=None)
        if award is None:
            continue
        for row in _rows(view, spans[title + 1 :]):
            said = Statement(held=award, role="honoree", verb=row, modality="happened", rule="participation.roll")
            yield from (said.of(view, agent) for agent in _named(view, found, row))


def _rows(view: View, lines: list[Span]) -> Iterator[Span]:
    """Give the rows up to a line that is a sentence or the next title."""
    for line in lines:
        text = line.of(view.text)
        if len(text) > _LONGEST_ROW or _SENTENCE.search(_BRACKET.sub("", text)) or _TITLE.fullmatch(text):
            return
        yield line


def _named(view: View, agents: Agents, row: Span) -> Iterator[Agent]:
    """Give the person with whom the row begins and those behind that nothing else parts; else the body that it is."""
    edge = row.start
    for agent in agents.within(row.start, row.end):
        if agent.kind == "person" and _ALONE.fullmatch(view.text, edge, agent.span.start):
            yield agent
            edge = agent.span.end
        elif agent.kind == "organization" and agent.span.start == row.start:
            if _ALONE.fullmatch(view.text, agent.span.end, row.end):
                yield agent
            return
