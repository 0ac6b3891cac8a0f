"""Constraints that look at other properties of a node, or at other shapes."""

from collections.abc import Callable, Iterator, Sequence

from kg.ports import Term
from kg.validating.compiled.constraints import component, each_value
from kg.validating.compiled.literals import comes_before
from kg.validating.compiled.program import Breach, Rule, Shape
from kg.validating.nodes import Nodes


def equal_to(other: Term) -> Rule:
    """`sh:equals`: the two properties have the same values."""

    def check(nodes: Nodes, focus: Term, values: Sequence[Term]) -> Iterator[Breach]:
        return (Breach(each) for each in set(values) ^ set(nodes.said(focus).get(other, ())))

    return Rule(component("Equals"), check, on_empty=True)


def apart_from(other: Term) -> Rule:
    """`sh:disjoint`: the two properties share no value."""

    def check(nodes: Nodes, focus: Term, values: Sequence[Term]) -> Iterator[Breach]:
        return (Breach(each) for each in set(values) & set(nodes.said(focus).get(other, ())))

    def allows(nodes: Nodes, focus: Term, values: Sequence[Term]) -> bool:
        return (others := nodes.said(focus).get(other)) is None or not any(value in others for value in values)

    return Rule(component("Disjoint"), check, allows=allows)


def before(other: Term, *, or_equals: bool) -> Rule:
    """`sh:lessThan`, `sh:lessThanOrEquals`: every value comes before every value of the other; a breach a pair."""

    def check(nodes: Nodes, focus: Term, values: Sequence[Term]) -> Iterator[Breach]:
        others = nodes.said(focus).get(other, ())
        return (Breach(v) for v in values for o in others if not comes_before(v, o, or_equals=or_equals))

    return Rule(component("LessThanOrEquals" if or_equals else "LessThan"), check)


def of_shape(shape: Shape) -> Rule:
    """`sh:node`."""
    return each_value("Node", shape.conforms)


def not_of_shape(shape: Shape) -> Rule:
    """`sh:not`."""
    if (alone := shape.alone()) is not None:
        return each_value("Not", lambda nodes, value: not alone(nodes, value), is_pure=True)
    return each_value("Not", lambda nodes, value: not shape.conforms(nodes, value))


def counted(local: str, shapes: Sequence[Shape], is_right: Callable[[int], bool]) -> Rule:
    """`sh:and`, `sh:or`, `sh:xone`: how many of the shapes a value keeps to."""

    def holds(nodes: Nodes, value: Term) -> bool:
        return is_right(sum(shape.conforms(nodes, value) for shape in shapes))

    return each_value(local, holds)


def qualified(local: str, shape: Shape, siblings: Sequence[Shape], is_right: Callable[[int], bool]) -> Rule:
    """`sh:qualifiedMinCount`, `sh:qualifiedMaxCount`: how many values keep to a shape and to none of its siblings."""

    def check(nodes: Nodes, _focus: Term, values: Sequence[Term]) -> Iterator[Breach]:
        kept = (value for value in values if shape.conforms(nodes, value))
        count = sum(not any(each.conforms(nodes, value) for each in siblings) for value in kept)
        if not is_right(count):
            yield Breach()

    return Rule(component(f"Qualified{local}"), check, on_empty=True)


def closed(allowed: frozenset[Term], always: tuple[Term, Term]) -> Rule:
    """`sh:closed`: no predicates but these; the breach has the predicate as its path."""

    def check(nodes: Nodes, _focus: Term, values: Sequence[Term]) -> Iterator[Breach]:
        for value in values:
            for predicate, objects in nodes.said(value).items():
                if predicate not in allowed:
                    yield from (Breach(each, predicate) for each in objects if (predicate, each) != always)

    return Rule(component("Closed"), check)
