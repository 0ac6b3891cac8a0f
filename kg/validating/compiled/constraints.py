"""Constraints that look at each value, or at how many there are."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from kg import expressions as re
from kg.ports import Term
from kg.validating.compiled.literals import compare, has_datatype, is_blank, is_literal, language, lexical
from kg.validating.compiled.program import Breach, NotCompiledError, Rule
from kg.validating.nodes import Nodes
from kg.vocabulary import name

_TYPE = name("rdf:type")
_KINDS = {
    name("sh:IRI"): "<",
    name("sh:BlankNode"): "_",
    name("sh:Literal"): '"',
    name("sh:BlankNodeOrIRI"): "_<",
    name("sh:BlankNodeOrLiteral"): '_"',
    name("sh:IRIOrLiteral"): '<"',
}


def component(local: str) -> Term:
    """Return the IRI of a constraint component of SHACL."""
    return name(f"sh:{local}ConstraintComponent")


def each_value(local: str, holds: Callable[[Nodes, Term], bool], *, is_pure: bool = False) -> Rule:
    """Return a rule that every value must keep by itself; a pure one does not look at the graph."""

    def check(nodes: Nodes, _focus: Term, values: Sequence[Term]) -> Iterator[Breach]:
        return (Breach(value) for value in values if not holds(nodes, value))

    return Rule(component(local), check, holds=holds, is_pure=is_pure)


@cache
def of_class(wanted: Term) -> Rule:
    """`sh:class`: an instance of the class, or of a subclass by the data's own `rdfs:subClassOf`."""

    def holds(nodes: Nodes, value: Term) -> bool:
        types = nodes.said(value).get(_TYPE, ())
        return wanted in types or any(wanted in nodes.superclasses.get(each, ()) for each in types)

    return each_value("Class", holds)


@cache
def of_datatype(wanted: Term) -> Rule:
    """`sh:datatype`: a literal of the datatype, not ill-formed."""
    datatype = wanted[1:-1]
    return each_value("Datatype", lambda _, value: has_datatype(value, datatype), is_pure=True)


@cache
def of_kind(wanted: Term) -> Rule:
    """`sh:nodeKind`."""
    if wanted not in _KINDS:
        raise NotCompiledError(f"sh:nodeKind {wanted}")
    return each_value("NodeKind", lambda _, value: value[0] in _KINDS[wanted], is_pure=True)


def among(members: Sequence[Term]) -> Rule:
    """`sh:in`."""
    allowed = frozenset(members)
    return each_value("In", lambda _, value: value in allowed, is_pure=True)


def having(wanted: Term) -> Rule:
    """`sh:hasValue`."""

    def check(_nodes: Nodes, _focus: Term, values: Sequence[Term]) -> Iterator[Breach]:
        if wanted not in values:
            yield Breach()

    return Rule(component("HasValue"), check, on_empty=True)


def within(local: str, limit: Term) -> Rule:
    """`sh:minInclusive` and its like: a literal that can be compared with the limit, and is on its right side."""
    if not is_literal(limit):
        raise NotCompiledError(f"sh:{local} {limit}")
    allowed = {"MinExclusive": (1,), "MinInclusive": (0, 1), "MaxExclusive": (-1,), "MaxInclusive": (-1, 0)}[local]
    return each_value(local, lambda _, value: compare(value, limit) in allowed, is_pure=True)


def at_least_long(count: int) -> Rule:
    """`sh:minLength`, in code points."""
    return each_value(
        "MinLength",
        lambda _, value: count == 0 or (not is_blank(value) and len(lexical(value)) >= count),
        is_pure=True,
    )


def at_most_long(count: int) -> Rule:
    """`sh:maxLength`, in code points."""
    return each_value("MaxLength", lambda _, value: not is_blank(value) and len(lexical(value)) <= count, is_pure=True)


@cache
def matching(pattern: str, flags: str) -> Rule:
    """`sh:pattern` with `sh:flags` i and m; pyshacl knows no others."""
    if unknown := set(flags.lower()) - {"i", "m"}:
        raise NotCompiledError(f"sh:flags {''.join(sorted(unknown))}")
    options = (re.IGNORECASE if "i" in flags.lower() else 0) | (re.MULTILINE if "m" in flags.lower() else 0)
    try:
        search = re.compile(pattern, options).search
    except re.error as error:
        raise NotCompiledError(f"sh:pattern {pattern!r}: {error}") from error
    return each_value(
        "Pattern", lambda _, value: not is_blank(value) and search(lexical(value)) is not None, is_pure=True
    )


def in_languages(ranges: Sequence[str]) -> Rule:
    """`sh:languageIn`: the tag, or its first part, is among the ranges; `*` is any tag."""
    wanted = {each.lower() for each in ranges}

    def holds(_nodes: Nodes, value: Term) -> bool:
        tag = language(value)
        return tag is not None and ("*" in wanted or tag in wanted or tag.partition("-")[0] in wanted)

    return each_value("LanguageIn", holds, is_pure=True)


def one_per_language() -> Rule:
    """`sh:uniqueLang true`."""

    def check(_nodes: Nodes, _focus: Term, values: Sequence[Term]) -> Iterator[Breach]:
        tags = Counter(tag for value in values if (tag := language(value)) is not None)
        return (Breach() for count in tags.values() if count > 1)

    return Rule(component("UniqueLang"), check)


def at_least(count: int) -> Rule:
    """`sh:minCount`."""

    def check(_nodes: Nodes, _focus: Term, values: Sequence[Term]) -> Iterator[Breach]:
        if len(values) < count:
            yield Breach()

    return Rule(component("MinCount"), check, on_empty=count > 0, least=count)


def at_most(count: int) -> Rule:
    """`sh:maxCount`."""

    def check(_nodes: Nodes, _focus: Term, values: Sequence[Term]) -> Iterator[Breach]:
        if len(values) > count:
            yield Breach()

    return Rule(component("MaxCount"), check, most=count)
