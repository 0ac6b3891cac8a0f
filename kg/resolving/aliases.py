"""Names of one article that mean one thing: a name with and without its place; offices inside names."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg import expressions as re
from kg.model.facts import Thing
from kg.model.source import Span
from kg.resolving.chains import chain_end

_OFFICE = "办事处"
_SHORTEST = 3
"""Characters of a name at least that may stand for a fuller one."""
_WHOLE = re.compile(r"[局院](?=[一-龥]{2,})|[总支大中]队(?=[一-龥]{2,})")
"""Where a body ends that another one is a part of: 某县公安局|柳河派出所, 某县人民法院|柳河人民法庭."""
_SHORTEST_PART = 4
_OF_OFFICE = re.compile(r"(?P<office>[一-龥]{2,20}?街道办事处)[一-龥]{2,8}(?:社区|村|居委会|村委会)$")


def fuller_names(things: Iterable[Thing]) -> dict[str, str]:
    """Give for names of bodies and places the one fuller name of the article: 柳岸社区 for 某街道办事处柳岸社区."""
    labels = sorted({thing.label for thing in things if thing.kind in {"organization", "place"}})
    known, found = set(labels), dict[str, set[str]]()
    for label in labels:
        for rest in {_without_place(label), *_parts(label)} & known - {label}:
            found.setdefault(rest, set()).add(label)
    return {rest: min(fuller) for rest, fuller in found.items() if len(fuller) == 1}


def _without_place(label: str) -> str:
    rest = label[chain_end(label) :]
    rest = rest.removeprefix(_OFFICE) if rest != label else rest
    return rest if len(rest) >= _SHORTEST else label


def _parts(label: str) -> Iterator[str]:
    """Give the names of a part without the bodies that it belongs to: 柳河派出所 of 某县公安局柳河派出所."""
    parts = (label[whole.end() :] for whole in _WHOLE.finditer(label))
    return (part for part in parts if len(part) >= _SHORTEST_PART)


def with_offices(things: tuple[Thing, ...], text: str) -> Iterator[Thing]:
    """Give the things, and before them the street offices inside the names of communities that act."""
    for thing in things:
        m = _OF_OFFICE.match(thing.label) if thing.kind == "organization" else None
        if m is not None:
            office = m["office"]
            spans = [Span(s.start, s.start + len(office)) for s in thing.mentions if text.startswith(office, s.start)]
            if spans:
                yield Thing(
                    key=f"organization:{office}",
                    kind="organization",
                    label=office,
                    mentions=tuple(spans),
                    rule="organization.of-community",
                )
                yield replace(thing, parents=(*thing.parents, f"organization:{office}"))
                continue
        yield thing
