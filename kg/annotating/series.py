"""Quantities in a row, which share what is said before the first: 生猪、牛分别出栏6.4万头、1342头，分别增长8%、3%."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import expressions as re
from kg.annotating.changes import CHANGED
from kg.annotating.quantity import Quantity
from kg.annotating.view import View

_JOINT = re.compile(r"[、和及与]|以及")
_RESPECTIVELY = "分别"
_LINK = re.compile(r"[、和与及]")
_LED = re.compile(r"(?:其中|[^，。；、]*[：:])")
_COMPARED = re.compile(r"(?:[比较与同][^，。；]{1,14}?)?(?:年均|月均|平均|各自|均)*")
"""What may stand before 分别 where the list stands further ahead: 较上年末|分别|增长."""
_TOWN_AND_LAND = "城乡"
_LONGEST = 20


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
    sentence, end = None, 0
    for row in _rows(view, quantities):
        lead = row[0]
        if view.sentence(lead.span.start) != sentence:
            sentence, shared = view.sentence(lead.span.start), ()
        head = view.text[max(view.clause(lead.span.start).start, end) : lead.span.start].lstrip("、")
        end = row[-1].span.end
        listed, respectively, said = head.rpartition(_RESPECTIVELY) if len(row) > 1 else ("", "", "")
        listed_before = _COMPARED.fullmatch(listed) is not None
        if respectively and not listed_before:
            shared = _items(listed)
        changed = CHANGED.fullmatch(said)
        if (respectively or changed) and len(shared) == len(row):
            change = changed["change"] if changed else ""
            yield from (Member(quantity, lead, noun + change) for quantity, noun in zip(row, shared, strict=True))
        else:
            behind = len(row) if respectively and listed_before else 0
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
    listed = listed[led.end() :] if led else listed
    items = _LINK.split(listed)
    if len(items) == 1 and _TOWN_AND_LAND in listed:
        items = [listed.replace(_TOWN_AND_LAND, each) for each in ("城镇", "农村")]
    elif len(items) > 1 and len({len(item) for item in items[:-1]}) == 1 and len(items[-1]) >= len(items[0]) + 4:
        items = [item + items[-1][len(items[0]) :] for item in items[:-1]] + items[-1:]
    return tuple(items) if len(items) > 1 and all(0 < len(item) <= _LONGEST for item in items) else ()
