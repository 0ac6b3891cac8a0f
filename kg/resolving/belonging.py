"""Which organization of an article is part of which, where its name says so: 某街道办事处党工委 of 某街道办事处."""

from collections.abc import Iterable
from dataclasses import replace

from kg.model.facts import Thing

_NOT_PARTS = ("联合社", "路", "街", "附近", "总", "大学", "中学", "小学")
"""What makes a longer name another body's: 供销合作社|联合社."""
_SHORTEST = 4
"""Characters of a name at least that may begin another's."""


def with_parents(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Give each organization the one of the article whose canonical name begins its own; the longest such."""
    by_label = {t.label: t.key for t in things if t.kind == "organization" and len(t.label) >= _SHORTEST}
    return tuple(_with_parent(thing, by_label) if thing.kind == "organization" else thing for thing in things)


def _with_parent(thing: Thing, by_label: dict[str, str]) -> Thing:
    label = thing.label
    for length in range(len(label) - 2, _SHORTEST - 1, -1):
        key = by_label.get(label[:length])
        if key is not None and key != thing.key and not label[length:].startswith(_NOT_PARTS):
            return replace(thing, parents=_added(thing.parents, [key]))
    return thing


def _added(old: tuple[str, ...], new: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *new)))
