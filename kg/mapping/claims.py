"""Claims: tenures, participations and figures, each with the words it rests on and the rule that found it."""

from decimal import Decimal

from kg.mapping.graph import ArticleGraph, concept
from kg.model.facts import Facts, Figure, Participation, Tenure
from kg.model.source import Span
from kg.ports import Term
from kg.vocabulary import day, decimal, text


def state_claims(graph: ArticleGraph, facts: Facts, nodes: dict[str, Term]) -> None:
    """State all claims of an article about the things whose nodes are given by key."""
    tenures = [_state_tenure(graph, tenure, nodes) for tenure in facts.tenures]
    for participation in facts.participations:
        _state_participation(graph, participation, nodes, tenures)
    for figure in facts.figures:
        _state_figure(graph, figure, nodes)


def _claim(graph: ArticleGraph, kind: str, evidence: tuple[Span, ...], rule: str, *parts: str | int | None) -> Term:
    first = min(evidence, default=Span(0, 0))
    node = graph.mint(kind.lower(), first.start, first.end, *parts)
    graph.type(node, f"press:{kind}", "press:Claim", *(("org:Membership",) if kind == "Tenure" else ()))
    graph.claim(node, evidence, rule)
    return node


def _state_tenure(graph: ArticleGraph, tenure: Tenure, nodes: dict[str, Term]) -> Term:
    member = nodes[tenure.person]
    organization = None if tenure.organization is None else nodes[tenure.organization]
    parts = (member, tenure.title, organization, tenure.status, tenure.post)
    node = _claim(graph, "Tenure", tenure.evidence, tenure.rule, *parts)
    graph.say(node, "org:member", member)
    if organization is not None:
        graph.say(node, "org:organization", organization)
    graph.words(node, "press:title", tenure.title)
    if tenure.post is not None:
        graph.say(node, "org:role", concept("post", tenure.post))
    if graph.article.published is not None:
        graph.say(node, "press:asOf", day(graph.article.published))
    graph.say(node, "press:status", concept("status", tenure.status))
    return node


def _state_participation(graph: ArticleGraph, said: Participation, nodes: dict[str, Term], tenures: list[Term]) -> None:
    activity, agent = nodes[said.activity], nodes[said.agent]
    capacity = None if said.in_capacity is None else tenures[said.in_capacity]
    parts = (activity, agent, said.role, capacity, said.modality)
    node = _claim(graph, "Participation", said.evidence, said.rule, *parts)
    graph.say(node, "press:activity", activity)
    graph.say(node, "press:agent", agent)
    graph.say(node, "press:role", concept("role", said.role))
    if capacity is not None:
        graph.say(node, "press:inCapacity", capacity)
    graph.say(node, "press:modality", concept("modality", said.modality))


def _state_figure(graph: ArticleGraph, figure: Figure, nodes: dict[str, Term]) -> None:
    about = [nodes[key] for key in figure.about]
    place = None if figure.place is None else nodes[figure.place]
    when = None if figure.when is None else graph.when(figure.when)
    numbers = {"value": figure.value, "minimum": figure.minimum, "maximum": figure.maximum}
    kinds = (figure.bound, figure.kind, figure.modality)
    parts = (figure.as_written, figure.unit, figure.counted, *map(_plain, numbers.values()), *kinds, place, when)
    node = _claim(graph, "Figure", figure.evidence, figure.rule, *parts, *about)
    for predicate, number in numbers.items():
        if number is not None:
            graph.say(node, f"press:{predicate}", decimal(number))
    graph.say(node, "press:unit", text(figure.unit))
    graph.words(node, "press:counted", figure.counted)
    graph.say(node, "press:bound", concept("bound", figure.bound))
    graph.say(node, "press:asWritten", text(figure.as_written))
    graph.say(node, "press:figureKind", concept("figure-kind", figure.kind))
    graph.say(node, "press:modality", concept("modality", figure.modality))
    graph.say(node, "press:about", *about)
    graph.say(node, "sem:hasPlace", *((place,) if place else ()))
    graph.say(node, "press:when", *((when,) if when else ()))


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else decimal(number)
