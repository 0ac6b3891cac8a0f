"""Quantities in a row, which share what is said before the first: 生猪、牛分别出栏6.4万头、1342头，分别增长8%、3%."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import expressions as re
from kg.annotating.quantity import Quantity
from kg.annotating.view import View

_JOINT = re.compile(r"[、和及与]|以及")
_RESPECTIVELY = "分别"
_LINK = re.compile(r"[、和与及]")
_LED = re.compile(r"(?:其中|[^，。；、]*[：:])")
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Member:
    """A quantity, the first of its row, and what it counts where the row shares out what stands before it."""

    quantity: Quantity
    lead: Quantity
    counted: str | None
    behind: int = 0
    """How many quantities back the one stands of which it tells more: 企业3户，商店5家，分别增长2%、|4%."""


def rows(view: View, quantities: Iterable[Quantity]) -> Iterator[Member]:
    """Give the quantities in order, each with its row."""
    shared: tuple[str, ...] = ()
    sentence = None
    for row in _rows(view, quantities):
        lead = row[0]
        if view.sentence(lead.span.start) != sentence:
            sentence, shared = view.sentence(lead.span.start), ()
        head = view.text[view.clause(lead.span.start).start : lead.span.start]
        at = head.rfind(_RESPECTIVELY)
        if at > 0:
            shared = _items(head[:at])
        if at >= 0 and len(shared) == len(row) > 1:
            yield from (Member(quantity, lead, noun) for quantity, noun in zip(row, shared, strict=True))
        else:
            behind = len(row) if at == 0 and len(row) > 1 else 0
            yield from (Member(quantity, lead, None, behind) for quantity in row)


def _rows(view: View, quantities: Iterable[Quantity]) -> Iterator[list[Quantity]]:
    row: list[Quantity] = []
    for quantity in quantities:
        if row and not _JOINT.fullmatch(view.text, row[-1].span.end, quantity.span.start):
            yield row
            row = []
        row.append(quantity)
    if row:
        yield row


def _items(listed: str) -> tuple[str, ...]:
    """Return the names of a list; nothing where it is none."""
    led = _LED.match(listed)
    items = tuple(_LINK.split(listed[led.end() :] if led else listed))
    return items if len(items) > 1 and all(0 < len(item) <= _LONGEST for item in items) else ()
