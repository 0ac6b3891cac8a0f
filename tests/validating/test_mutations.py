"""Every constraint of the shapes is broken in turn, and both engines say so in the same words.

A node that conforms is cloned under another IRI and changed so that it breaks one shape; the clones of all shapes make
one corpus.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.graphfile import read_graph
from kg.mapping import map_article, map_tables
from kg.ports import Quad, Term
from kg.resources import resource
from kg.validating import SHAPES, shacl
from kg.validating.compiled import compile_shapes
from kg.validating.finding import Finding
from kg.validating.nodes import MemoryNodes, gather
from kg.vocabulary import DEFAULT_BASE, name
from kg.vocabulary.syntax import parse_term
from tests.stories import meeting

Node = dict[Term, list[Term]]
NO_GRAPH = Term("")
FILE = resource(SHAPES)
RULES = MemoryNodes(read_graph(FILE))
STORY = meeting()
GOOD = MemoryNodes([*map_article(STORY, base_iri=DEFAULT_BASE), *map_tables(STORY, base_iri=DEFAULT_BASE)])
PARENTS = {
    part: (said[name("sh:targetClass")][0], node)
    for node, said in RULES
    for part in (said.get(name("sh:property"), []) or [node])
    if name("sh:targetClass") in said
}
"""Each shape that holds one constraint, with the class that it targets."""


def _literal(term: Term, words: str) -> Term:
    """Return other words with the datatype or language of a term."""
    return Term(f'"{words}"' + term[term.rindex('"') + 1 :])


def _other(first: Term) -> Term:
    return Term("<urn:x:another>") if first[0] == "<" else _literal(first, parse_term(first).value + "9")


def _misspelt(first: Term, rules: Node) -> Term:
    """Return a value of the same kind that a pattern does not match."""
    if first[0] == "<":
        return Term("<https://w3id.org/pressgraph/concept/none/x>")
    wrong = {Term('"."'): "", Term('"\\\\S"'): "  "}
    return _literal(first, wrong.get(rules[name("sh:pattern")][0], "/\\\\"))


def _forbidden(first: Term, rules: Node) -> Term:
    """Return a value that matches the pattern it must not match."""
    pattern = RULES.said(rules[name("sh:not")][0])[name("sh:pattern")][0]
    words = parse_term(first).value
    return _literal(first, f"../{words}" if "." in pattern else f"{words}\\n")


def _late(first: Term) -> Term:
    return _literal(first, "2999-01-01" if "date" in first else "9999")


BREAKS: dict[str, Callable[[list[Term], Node], list[Term]]] = {
    "minCount": lambda values, rules: values[:1] if '"2"' in rules[name("sh:minCount")][0] else [],
    "maxCount": lambda values, _: [values[0], _other(values[0])],
    "class": lambda _values, _rules: [Term("<urn:x:nothing>")],
    "or": lambda _values, _rules: [Term("<urn:x:nothing>")],
    "datatype": lambda _values, _rules: [Term('"12"^^<urn:x:type>')],
    "pattern": lambda values, rules: [_misspelt(values[0], rules)],
    "languageIn": lambda _values, _rules: [Term('"words"@fr')],
    "uniqueLang": lambda values, _: [*values, Term('"又一个"@zh')],
    "maxLength": lambda values, _: [_literal(values[0], "长" * 201)],
    "lessThan": lambda values, _: [_late(values[0])],
    "lessThanOrEquals": lambda values, _: [_late(values[0])],
    "not": lambda values, rules: [_forbidden(values[0], rules)],
    "nodeKind": lambda _values, _rules: [Term('"text"')],
}
"""For each kind of constraint, how the values of a path are changed to break it."""


PAIRED = {
    name(second): name(first)
    for pair in (
        "oa:start oa:end",
        "press:sourceStart press:sourceEnd",
        "press:earliest press:latest",
        "press:minimum press:maximum",
    )
    for first, second in (pair.split(), pair.split()[::-1])
}
"""Values that are compared: pyshacl fails where one is ill-formed, so a clone keeps only the one that is changed."""


def _break(node: Node, path: Term, rule: str, rules: Node) -> None:
    values = node.get(path, [Term('"x"@zh')])
    if rule == "disjoint":
        node[rules[name("sh:disjoint")][0]] = values[:1]
        return
    node[path] = BREAKS[rule](values, rules)
    if path in PAIRED and not rule.startswith("lessThan"):
        node.pop(PAIRED[path], None)
    if rule.startswith("lessThan"):
        early = _literal(values[0], "2000-01-01" if "date" in values[0] else "1")
        node.setdefault(rules[name(f"sh:{rule}")][0], [early])


def _constraint(rules: Node) -> str:
    """Return the one constraint that a shape holds."""
    quiet = ("path", "message", "targetClass")
    (found,) = [
        local
        for predicate in rules
        if (local := parse_term(predicate).value.rpartition("#")[2]) not in quiet and predicate != name("rdf:type")
    ]
    return found


def _clone(shape: Term, number: int) -> tuple[Term, Node]:
    """Return a node under a new name that breaks this shape."""
    target, _ = PARENTS[shape]
    rules = {key: list(values) for key, values in RULES.said(shape).items()}
    rule, path = _constraint(rules), rules.get(name("sh:path"), [None])[0]
    candidates = [(node, said) for node, said in GOOD if target in said.get(name("rdf:type"), ())]
    original, said = next(((n, s) for n, s in candidates if path is None or path in s), candidates[0])
    node = {key: list(values) for key, values in said.items()}
    if path is not None:
        _break(node, path, rule, rules)
        return Term(f"{original[:-6]}{number:05x}>"), node
    if rule == "class":
        node[name("rdf:type")].remove(rules[name("sh:class")][0])
    for each in ("press:mentionedIn", "press:divisionCode") if rule == "or" else ():
        node.pop(name(each), None)
    if rule == "not":
        node[name("rdf:type")].append(name("sem:Event"))
    names = {"nodeKind": f"_:clone{number}", "pattern": f"<mailto:clone{number}@e.example>"}
    return Term(names.get(rule, f"{original[:-6]}{number:05x}>")), node


def _quads(node: Term, said: Node) -> Iterator[Quad]:
    return (Quad(node, predicate, value, NO_GRAPH) for predicate, values in said.items() for value in values)


def _agreed(finding: Finding) -> tuple[str | None, ...]:
    return finding[:6]


CLONES = {shape: _clone(shape, number) for number, shape in enumerate(sorted(PARENTS))}


def test_the_story_itself_conforms() -> None:
    """What is cloned breaks nothing."""
    assert compile_shapes(FILE).run(GOOD) == []


@pytest.mark.parametrize("shape", sorted(PARENTS), ids=lambda shape: shape.rpartition("#")[2][:-1])
def test_each_shape_is_broken_by_its_mutation(shape: Term) -> None:
    """The shape that a clone is made to break is among those it breaks, and says so in both languages."""
    clone, said = CLONES[shape]
    good = (Quad(node, *rest, NO_GRAPH) for node, about in GOOD for rest in ((p, v) for p in about for v in about[p]))
    found = compile_shapes(FILE).run(MemoryNodes([*good, *_quads(clone, said)]))
    mine = [finding for finding in found if finding.focus == clone and finding.shape == shape]
    assert mine
    assert mine[0].message_zh != mine[0].message_en != ""


def test_both_engines_agree_on_the_corpus(tmp_path: Path) -> None:
    """Focus, path, value, constraint, shape and severity are the same for every result, and as often."""
    clones = [quad for clone, said in CLONES.values() for quad in _quads(clone, said)]
    good = [Quad(node, p, v, NO_GRAPH) for node, about in GOOD for p in about for v in about[p]]
    nodes = gather([*good, *clones])
    compiled = Counter(map(_agreed, compile_shapes(FILE).run(nodes)))
    assert compiled == Counter(map(_agreed, shacl.judge(nodes, FILE)))
    assert {shape for *_, shape, _ in compiled} >= set(PARENTS)
