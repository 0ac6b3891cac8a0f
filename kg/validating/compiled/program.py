"""Compiled shapes and how they run: every node of a graph is met once, with all shapes that target it."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.ports import Term
from kg.validating.compiled.paths import Path, is_backwards, values, written
from kg.validating.finding import VIOLATION, Finding
from kg.validating.nodes import Nodes, Said
from kg.vocabulary import name

_TYPE = name("rdf:type")
_REMEMBERED = 5_000
"""Values of a predicate that are known to be good: offsets, concepts, dates and units come again and again."""


class NotCompiledError(Exception):
    """The shapes use what the compiler does not cover; it says what."""


class Breach(NamedTuple):
    """A value that breaks a constraint; with the path, where it is not the shape's own."""

    value: Term | None = None
    path: Term | None = None


class Rule(NamedTuple):
    """One constraint of a shape."""

    component: Term
    check: Callable[[Nodes, Term, Sequence[Term]], Iterable[Breach]]
    """From the graph, a focus node and its value nodes to what breaks the constraint."""
    on_empty: bool = False
    """It may be broken where there are no values."""
    holds: Callable[[Nodes, Term], bool] | None = None
    """Of a rule that every value must keep by itself: whether one does."""
    is_pure: bool = False
    """`holds` looks at the value alone, not at the graph."""
    allows: Callable[[Nodes, Term, Sequence[Term]], bool] | None = None
    """Tells whether the constraint is kept, values or none, without saying what breaks it: where that is quicker."""
    least: int | None = None
    most: int | None = None
    """Of a rule on how many values there are: at least, at most."""

    def is_kept(self, nodes: Nodes, focus: Term, values: Sequence[Term]) -> bool:
        """Tell whether the constraint is kept."""
        return not (values or self.on_empty) or next(iter(self.check(nodes, focus, values)), None) is None


@dataclass(slots=True, eq=False)
class Shape:
    """A shape with its constraints."""

    node: Term
    path: Path | Term | None = None
    rules: list[Rule] = field(default_factory=list)
    properties: list["Shape"] = field(default_factory=list)
    severity: Term = VIOLATION
    messages: tuple[str, str] = ("", "")
    active: bool = True
    _by_predicate: dict[Term, list["Shape"]] = field(default_factory=dict)
    _required: list["Shape"] = field(default_factory=list)
    _others: list["Shape"] = field(default_factory=list)
    _glance: "Glance | None" = None

    def settle(self) -> "Shape":
        """Sort the property shapes by what must be looked at: predicates that are there, those that must be, paths."""
        for shape in self.properties:
            if not shape.active:
                continue
            if shape.path is None or isinstance(shape.path, Path):
                self._others.append(shape)
                continue
            self._by_predicate.setdefault(shape.path, []).append(shape)
            if any(rule.on_empty for rule in shape.rules):
                self._required.append(shape)
        return self

    def is_backwards(self) -> bool:
        """Tell whether the shape's path asks for subjects."""
        return self.path is not None and is_backwards(self.path)

    def findings(self, nodes: Nodes, focus: Term) -> Iterator[Finding]:
        """Judge a focus node."""
        if self.active:
            yield from self.judge(nodes, focus, [focus] if self.path is None else values(self.path, nodes, focus))

    def conforms(self, nodes: Nodes, node: Term) -> bool:
        """Tell whether a node keeps to this shape."""
        if self.path is not None:
            return next(self.findings(nodes, node), None) is None
        if self._glance is None:
            self._glance = Glance((self,))
        return self._glance.passes(nodes, node, nodes.said(node))

    def alone(self) -> Callable[[Nodes, Term], bool] | None:
        """Return what tells whether a value keeps to this shape, where the value alone decides that."""
        if not self.active or self.path is not None or self.properties:
            return None
        checks = [rule.holds for rule in self.rules if rule.holds is not None and rule.is_pure]
        if len(checks) < len(self.rules):
            return None
        return checks[0] if len(checks) == 1 else lambda nodes, value: all(holds(nodes, value) for holds in checks)

    def judge(self, nodes: Nodes, focus: Term, found: Sequence[Term]) -> Iterator[Finding]:
        """Judge a focus node whose value nodes are known."""
        for rule in self.rules:
            if found or rule.on_empty:
                for breach in rule.check(nodes, focus, found):
                    yield self._finding(focus, rule.component, breach)
        if self.properties:
            for value in found:
                yield from self._judge_properties(nodes, value, nodes.said(value))

    def _judge_properties(self, nodes: Nodes, focus: Term, said: Said) -> Iterator[Finding]:
        by_predicate = self._by_predicate
        for predicate, found in said.items():
            for shape in by_predicate.get(predicate, ()):
                yield from shape.judge(nodes, focus, found)
        for shape in self._required:
            if shape.path not in said:
                yield from shape.judge(nodes, focus, ())
        for shape in self._others:
            yield from shape.findings(nodes, focus)

    def _finding(self, focus: Term, component: Term, breach: Breach) -> Finding:
        path = breach.path or (None if self.path is None else written(self.path))
        shape = None if self.node.startswith("_") else self.node
        messages = self.messages if self.messages[0] else default_messages(component)
        return Finding(focus, path, breach.value, component, shape, self.severity, *messages)


class Glance:
    """What several shapes ask of a node, as one question: whether it keeps to all of them."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        own: list[Rule] = []
        by_predicate: dict[Term, list[Rule]] = {}
        self._required: dict[Term, None] = {}
        self._slow: list[Shape] = []
        for shape in shapes:
            if not shape.active:
                continue
            if shape.path is not None:
                self._slow.append(shape)
                continue
            own += shape.rules
            for each in shape.properties:
                if not each.active:
                    continue
                if each.path is None or isinstance(each.path, Path) or each.properties:
                    self._slow.append(each)
                    continue
                by_predicate.setdefault(each.path, []).extend(each.rules)
                if any(rule.on_empty for rule in each.rules):
                    self._required[each.path] = None
        self._own = Values(own)
        self._by_predicate = {predicate: Values(rules) for predicate, rules in by_predicate.items()}

    def passes(self, nodes: Nodes, node: Term, said: Said) -> bool:
        """Tell whether a node keeps to all shapes."""
        by_predicate = self._by_predicate
        if not self._own.pass_at(nodes, node, (node,)):
            return False
        for predicate, found in said.items():
            rules = by_predicate.get(predicate)
            if rules is not None and not rules.pass_at(nodes, node, found):
                return False
        for predicate in self._required:
            if predicate not in said and not by_predicate[predicate].pass_at(nodes, node, ()):
                return False
        return all(shape.conforms(nodes, node) for shape in self._slow)


class Values:
    """The rules for the values of one predicate, the quick ones first; what a value alone decides is decided once."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        rules = list(rules)
        self._pure = _once(rule.holds for rule in rules if rule.holds is not None and rule.is_pure)
        self._each = _once(rule.holds for rule in rules if rule.holds is not None and not rule.is_pure)
        self._least = max((rule.least for rule in rules if rule.least is not None), default=0)
        self._most = min((rule.most for rule in rules if rule.most is not None), default=sys.maxsize)
        rest = [rule for rule in rules if rule.holds is None and rule.least is None and rule.most is None]
        self._rest = [rule.allows or rule.is_kept for rule in rest]
        self._good: set[Term] = set()

    def pass_at(self, nodes: Nodes, focus: Term, values: Sequence[Term]) -> bool:
        """Tell whether the values of a focus node keep all rules."""
        if not self._least <= len(values) <= self._most:
            return False
        for is_kept in self._rest:
            if not is_kept(nodes, focus, values):
                return False
        for value in values:
            if value not in self._good and not self._is_good(nodes, value):
                return False
            for holds in self._each:
                if not holds(nodes, value):
                    return False
        return True

    def _is_good(self, nodes: Nodes, value: Term) -> bool:
        for holds in self._pure:
            if not holds(nodes, value):
                return False
        if len(self._good) >= _REMEMBERED:
            self._good.clear()
        self._good.add(value)
        return True


def _once(checks: Iterable[Callable[[Nodes, Term], bool]]) -> list[Callable[[Nodes, Term], bool]]:
    return list(dict.fromkeys(checks))


def default_messages(component: Term) -> tuple[str, str]:
    """Return what is said where a shape has no message of its own."""
    kind = component.rpartition("#")[2].removesuffix("ConstraintComponent>")
    return f"不符合形状中的 {kind} 约束。", f"Does not keep to the {kind} constraint of the shape."


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Compiled shapes, by their targets."""

    by_class: dict[Term, list[Shape]]
    by_subjects: dict[Term, list[Shape]]
    by_objects: dict[Term, list[Shape]]
    by_node: dict[Term, list[Shape]]
    backwards: bool
    """Some path asks for subjects: the graph must be in memory."""
    _glances: dict[tuple[Term, ...], tuple[tuple[Shape, ...], "Glance"]] = field(default_factory=dict)
    """By the classes of a node, where they alone decide which shapes it must keep to."""

    def run(self, nodes: Nodes) -> list[Finding]:
        """Judge a graph: each node at a glance, and shape by shape only where something is amiss."""
        found: list[Finding] = []
        targets: dict[Term, None] = dict.fromkeys(self.by_node)
        for node, said in nodes:
            for predicate in self.by_objects.keys() & said.keys() if self.by_objects else ():
                targets.update(dict.fromkeys(said[predicate]))
            shapes, glance = self._glance(nodes, said)
            if not glance.passes(nodes, node, said):
                for shape in shapes:
                    found.extend(shape.findings(nodes, node))
        if targets:
            found.extend(self._run_at(nodes, targets))
        return sorted(found, key=order)

    def _glance(self, nodes: Nodes, said: Said) -> tuple[tuple[Shape, ...], Glance]:
        """Return the shapes that target a node, and what they ask at a glance."""
        if self.by_subjects or nodes.superclasses:
            shapes = tuple(self._targeting(nodes, said))
            return shapes, Glance(shapes)
        types = tuple(said.get(_TYPE, ()))
        known = self._glances.get(types)
        if known is None:
            if len(self._glances) >= _REMEMBERED:
                self._glances.clear()
            shapes = tuple(self._targeting(nodes, said))
            known = self._glances[types] = shapes, Glance(shapes)
        return known

    def _targeting(self, nodes: Nodes, said: Said) -> Iterable[Shape]:
        """Return the shapes that target a node by its classes or its predicates."""
        shapes: dict[Shape, None] = {}
        for own in said.get(_TYPE, ()):
            for each in (own, *nodes.superclasses.get(own, ())):
                shapes.update(dict.fromkeys(self.by_class.get(each, ())))
        for predicate in self.by_subjects.keys() & said.keys():
            shapes.update(dict.fromkeys(self.by_subjects[predicate]))
        return shapes

    def _run_at(self, nodes: Nodes, targets: Iterable[Term]) -> Iterator[Finding]:
        """Judge nodes that are targeted by name or as objects, unless they were met as subjects."""
        objects = {predicate: set[Term]() for predicate in self.by_objects}
        for _, said in nodes:
            for predicate in objects.keys() & said.keys():
                objects[predicate].update(said[predicate])
        for node in targets:
            met = self._targeting(nodes, nodes.said(node))
            wanted = dict.fromkeys(self.by_node.get(node, ()))
            for predicate, shapes in self.by_objects.items():
                if node in objects[predicate]:
                    wanted.update(dict.fromkeys(shapes))
            for shape in wanted:
                if shape not in met:
                    yield from shape.findings(nodes, node)


def order(finding: Finding) -> tuple[str, ...]:
    """Return what findings are sorted by."""
    return tuple(each or "" for each in finding)
