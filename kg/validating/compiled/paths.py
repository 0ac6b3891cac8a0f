"""Property paths: from a focus node to its value nodes, and as Turtle writes them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from kg.ports import Term
from kg.validating.nodes import Nodes

Kind = Literal["inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath", "sequence"]


@dataclass(frozen=True, slots=True)
class Path:
    """A path that is more than one predicate."""

    kind: Kind
    parts: tuple["Path | Term", ...]


def is_backwards(path: Path | Term) -> bool:
    """Tell whether a path asks for subjects."""
    return isinstance(path, Path) and (path.kind == "inversePath" or any(map(is_backwards, path.parts)))


def written(path: Path | Term) -> str:
    """Return a path in Turtle."""
    if not isinstance(path, Path):
        return path
    inside = " ".join(map(written, path.parts))
    if path.kind == "sequence":
        return f"( {inside} )"
    return f"[ sh:{path.kind} {f'( {inside} )' if path.kind == 'alternativePath' else inside} ]"


def values(path: Path | Term, nodes: Nodes, focus: Term, *, back: bool = False) -> list[Term]:
    """Return the nodes that a path leads to from a node, each once."""
    if not isinstance(path, Path):
        return nodes.subjects(path, focus) if back else nodes.said(focus).get(path, [])
    if path.kind == "inversePath":
        return values(path.parts[0], nodes, focus, back=not back)
    if path.kind == "sequence":
        return _sequence(path.parts[::-1] if back else path.parts, nodes, focus, back=back)
    if path.kind == "alternativePath":
        return _each_once(node for part in path.parts for node in values(part, nodes, focus, back=back))
    step: Callable[[Term], list[Term]] = lambda node: values(path.parts[0], nodes, node, back=back)  # noqa: E731
    if path.kind == "zeroOrOnePath":
        return _each_once([focus, *step(focus)])
    return _closure(step, [focus] if path.kind == "zeroOrMorePath" else step(focus))


def _sequence(parts: Iterable[Path | Term], nodes: Nodes, focus: Term, *, back: bool) -> list[Term]:
    found = [focus]
    for part in parts:
        found = _each_once(node for each in found for node in values(part, nodes, each, back=back))
    return found


def _closure(step: Callable[[Term], list[Term]], start: list[Term]) -> list[Term]:
    found = dict.fromkeys(start)
    waiting = list(found)
    while waiting:
        for node in step(waiting.pop()):
            if node not in found:
                found[node] = None
                waiting.append(node)
    return list(found)


def _each_once(found: Iterable[Term]) -> list[Term]:
    return list(dict.fromkeys(found))
