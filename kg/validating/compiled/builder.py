"""From a shapes graph to a program; whatever it holds that is not covered refuses the whole."""

from collections.abc import Callable, Sequence
from pathlib import Path as FilePath

from kg.graphfile import read_graph
from kg.ports import Term
from kg.validating.compiled import constraints as single
from kg.validating.compiled import relations
from kg.validating.compiled.literals import has_datatype, is_literal, lexical
from kg.validating.compiled.paths import Kind, Path
from kg.validating.compiled.program import NotCompiledError, Program, Rule, Shape
from kg.validating.finding import VIOLATION
from kg.validating.nodes import MemoryNodes
from kg.vocabulary import NAMESPACES, name

_SH = f"<{NAMESPACES['sh']}"
_TYPE, _FIRST, _REST, _NIL = (name(f"rdf:{each}") for each in ("type", "first", "rest", "nil"))
_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")
_SILENT = {
    *_TARGETS, "name", "description", "order", "group", "defaultValue", "message", "severity", "deactivated", "path",
    "property", "flags", "ignoredProperties", "qualifiedMinCount", "qualifiedMaxCount", "qualifiedValueShapesDisjoint",
}  # fmt: skip
"""Words of SHACL that are read beside others, or say nothing to an engine."""
_PATHS: tuple[Kind, ...] = ("inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")
_RESOURCE = (_TYPE, name("rdfs:Resource"))
_FOREIGN = ("parameter", "validator", "nodeValidator", "propertyValidator", "entailment")
"""What declares components of one's own, or asks for reasoning."""


def compile_shapes(shapes: FilePath) -> Program:
    """Compile the shapes of a file. Raises `NotCompiledError` where they use what is not covered."""
    return _Builder(MemoryNodes(read_graph(shapes))).program()


class _Builder:
    def __init__(self, graph: MemoryNodes) -> None:
        self._graph = graph
        self._shapes: dict[Term, Shape] = {}
        self._open: list[Term] = []
        self._makers: dict[str, Callable[[Term, list[Term]], list[Rule]]] = {
            "class": lambda _, values: [single.of_class(each) for each in values],
            "datatype": lambda node, values: [single.of_datatype(self._only(node, "datatype", values))],
            "nodeKind": lambda node, values: [single.of_kind(self._only(node, "nodeKind", values))],
            "in": lambda node, values: [single.among(self._list(self._only(node, "in", values)))],
            "hasValue": lambda _, values: [single.having(each) for each in values],
            "pattern": self._pattern,
            "languageIn": lambda node, values: [
                single.in_languages(self._texts(self._only(node, "languageIn", values)))
            ],
            "uniqueLang": lambda node, values: [single.one_per_language()] if self._is_true(node, values) else [],
            "minLength": lambda node, values: [single.at_least_long(self._number(node, values))],
            "maxLength": lambda node, values: [single.at_most_long(self._number(node, values))],
            "minCount": lambda node, values: [single.at_least(self._count(node, values))],
            "maxCount": lambda node, values: [single.at_most(self._count(node, values))],
            "equals": lambda _, values: [relations.equal_to(each) for each in values],
            "disjoint": lambda _, values: [relations.apart_from(each) for each in values],
            "lessThan": lambda _, values: [relations.before(each, or_equals=False) for each in values],
            "lessThanOrEquals": lambda _, values: [relations.before(each, or_equals=True) for each in values],
            "node": lambda _, values: [relations.of_shape(each) for each in self._active(values)],
            "not": lambda _, values: [relations.not_of_shape(each) for each in self._active(values)],
            "and": lambda _, values: self._logic("And", values, lambda size: lambda kept: kept == size),
            "or": lambda _, values: self._logic("Or", values, lambda _size: lambda kept: kept > 0),
            "xone": lambda _, values: self._logic("Xone", values, lambda _size: lambda kept: kept == 1),
            "qualifiedValueShape": self._qualified,
            "closed": self._closed,
        }
        for local in ("MinExclusive", "MinInclusive", "MaxExclusive", "MaxInclusive"):
            self._makers[local[0].lower() + local[1:]] = self._range(local)

    def program(self) -> Program:
        """Build all shapes that have targets, and those they refer to."""
        for node, said in self._graph:
            if foreign := [each for each in _FOREIGN if name(f"sh:{each}") in said]:
                raise NotCompiledError(f"sh:{foreign[0]} at {node}")
        found: dict[str, dict[Term, list[Shape]]] = {each: {} for each in _TARGETS}
        for node, said in self._graph:
            for local in _TARGETS:
                for target in said.get(name(f"sh:{local}"), ()):
                    found[local].setdefault(target, []).append(self._shape(node))
            if self._is_class_and_shape(said.get(_TYPE, [])):
                found["targetClass"].setdefault(node, []).append(self._shape(node))
        backwards = any(shape.is_backwards() for shape in self._shapes.values())
        by_class, by_subjects, by_objects, by_node = (found[local] for local in _TARGETS)
        return Program(
            by_class=by_class, by_subjects=by_subjects, by_objects=by_objects, by_node=by_node, backwards=backwards
        )

    def _is_class_and_shape(self, types: Sequence[Term]) -> bool:
        """Tell whether a node is a class that is its own shape (an implicit target)."""
        classes = {name("rdfs:Class"), *self._graph.subjects(name("rdfs:subClassOf"), name("rdfs:Class"))}
        return not classes.isdisjoint(types) and any(name(f"sh:{each}Shape") in types for each in ("Node", "Property"))

    def _shape(self, node: Term) -> Shape:
        if node in self._open:
            raise NotCompiledError(f"recursive shape {node}")
        if node not in self._shapes:
            self._open.append(node)
            self._shapes[node] = self._build(node)
            self._open.pop()
        return self._shapes[node]

    def _build(self, node: Term) -> Shape:
        said = self._graph.said(node)
        paths = said.get(name("sh:path"), [])
        shape = Shape(
            node,
            path=self._path(self._only(node, "path", paths)) if paths else None,
            severity=said.get(name("sh:severity"), [VIOLATION])[0],
            messages=self._messages(said.get(name("sh:message"), [])),
            active=not self._is_true(node, said.get(name("sh:deactivated"), [])),
        )
        shape.properties = [self._shape(each) for each in said.get(name("sh:property"), ())]
        for predicate, values in said.items():
            if predicate.startswith(_SH) and (local := predicate[len(_SH) : -1]) not in _SILENT:
                shape.rules += self._rules(node, local, values)
        self._check_place(node, shape)
        return shape.settle()

    def _rules(self, node: Term, local: str, values: list[Term]) -> list[Rule]:
        if local not in self._makers:
            raise NotCompiledError(f"sh:{local} at {node}")
        return self._makers[local](node, values)

    def _check_place(self, node: Term, shape: Shape) -> None:
        """Refuse constraints where the standard does not allow them: pyshacl says what is wrong with such shapes."""
        counts = ("minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals", "qualifiedValueShape")
        if shape.path is None and (wrong := [each for each in counts if name(f"sh:{each}") in self._graph.said(node)]):
            raise NotCompiledError(f"sh:{wrong[0]} on a node shape, {node}")
        if any(each.path is None for each in shape.properties):
            raise NotCompiledError(f"sh:property without sh:path at {node}")

    def _path(self, node: Term) -> Path | Term:
        if node.startswith("<"):
            return node
        said = self._graph.said(node)
        if _FIRST in said:
            return Path("sequence", tuple(self._path(each) for each in self._list(node)))
        for kind in _PATHS:
            if inner := said.get(name(f"sh:{kind}")):
                parts = self._list(inner[0]) if kind == "alternativePath" else inner
                return Path(kind, tuple(self._path(each) for each in parts))
        raise NotCompiledError(f"sh:path {node}")

    def _pattern(self, node: Term, values: list[Term]) -> list[Rule]:
        flags = self._graph.said(node).get(name("sh:flags"), [])
        return [single.matching(lexical(each), lexical(flags[0]) if flags else "") for each in values]

    def _range(self, local: str) -> Callable[[Term, list[Term]], list[Rule]]:
        return lambda _, values: [single.within(local, each) for each in values]

    def _logic(self, local: str, values: list[Term], make: Callable[[int], Callable[[int], bool]]) -> list[Rule]:
        lists = [[self._shape(each) for each in self._list(value)] for value in values]
        return [relations.counted(local, shapes, make(len(shapes))) for shapes in lists]

    def _active(self, values: list[Term]) -> list[Shape]:
        return [self._shape(each) for each in values]

    def _qualified(self, node: Term, values: list[Term]) -> list[Rule]:
        said = self._graph.said(node)
        rules = []
        for value in values:
            siblings = [self._shape(each) for each in self._siblings(node) if each != value]
            if least := said.get(name("sh:qualifiedMinCount")):
                floor = self._count(node, least)
                rules.append(relations.qualified("MinCount", self._shape(value), siblings, _at_least(floor)))
            if most := said.get(name("sh:qualifiedMaxCount")):
                ceiling = self._count(node, most)
                rules.append(relations.qualified("MaxCount", self._shape(value), siblings, _at_most(ceiling)))
        return rules

    def _siblings(self, node: Term) -> list[Term]:
        """Return the qualified shapes of the properties beside this one, where they must be disjoint."""
        graph = self._graph
        if not self._is_true(node, graph.said(node).get(name("sh:qualifiedValueShapesDisjoint"), [])):
            return []
        beside = [
            each
            for parent in graph.subjects(name("sh:property"), node)
            for each in graph.said(parent)[name("sh:property")]
        ]
        return list(
            dict.fromkeys(s for each in beside for s in graph.said(each).get(name("sh:qualifiedValueShape"), ()))
        )

    def _closed(self, node: Term, values: list[Term]) -> list[Rule]:
        if not self._is_true(node, values):
            return []
        said = self._graph.said(node)
        ignored = [each for value in said.get(name("sh:ignoredProperties"), ()) for each in self._list(value)]
        paths = [self._shape(each).path for each in said.get(name("sh:property"), ())]
        allowed = frozenset([*ignored, *(path for path in paths if path is not None and not isinstance(path, Path))])
        return [relations.closed(allowed, _RESOURCE)]

    def _list(self, node: Term) -> list[Term]:
        members = []
        seen = set()
        while node != _NIL:
            said = self._graph.said(node)
            if node in seen or _FIRST not in said or _REST not in said:
                raise NotCompiledError(f"not a list: {node}")
            seen.add(node)
            members.append(said[_FIRST][0])
            node = said[_REST][0]
        return members

    def _texts(self, node: Term) -> list[str]:
        return [lexical(each) for each in self._list(node)]

    def _messages(self, terms: Sequence[Term]) -> tuple[str, str]:
        by_tag = {each.rpartition("@")[2] if not each.endswith('"') else "": lexical(each) for each in sorted(terms)}
        default = next(iter(by_tag.values()), "")
        return by_tag.get("zh", default), by_tag.get("en", default)

    def _only(self, node: Term, local: str, values: Sequence[Term]) -> Term:
        if len(values) != 1:
            raise NotCompiledError(f"sh:{local} of {node} has {len(values)} values")
        return values[0]

    def _number(self, node: Term, values: Sequence[Term]) -> int:
        value = self._only(node, "length or count", values)
        if not (is_literal(value) and lexical(value).isdigit()):
            raise NotCompiledError(f"{value} at {node} is no number")
        return int(lexical(value))

    def _count(self, node: Term, values: Sequence[Term]) -> int:
        if not all(has_datatype(each, NAMESPACES["xsd"] + "integer") for each in values):
            raise NotCompiledError(f"a count at {node} is no xsd:integer")
        return self._number(node, values)

    def _is_true(self, node: Term, values: Sequence[Term]) -> bool:
        if not values:
            return False
        value = self._only(node, "flag", values)
        if not has_datatype(value, NAMESPACES["xsd"] + "boolean"):
            raise NotCompiledError(f"{value} at {node} is no xsd:boolean")
        return lexical(value) == "true"  # the standard asks for this very term; 1 is another


def _at_least(floor: int) -> Callable[[int], bool]:
    return lambda count: count >= floor


def _at_most(ceiling: int) -> Callable[[int], bool]:
    return lambda count: count <= ceiling
