"""What a quantity counts: by its own neighbourhood, or carried over from the quantity before it."""

from kg.annotating import measures
from kg.annotating.changes import CHANGE_LINK, CHANGE_OF, CHANGED, DURING, change_alone
from kg.annotating.neighbourhood import Neighbourhood
from kg.annotating.quantity import Quantity
from kg.annotating.view import View
from kg.model.source import Span

_AGES = frozenset({"岁", "周岁"})
_PERSONS = frozenset({"人", "人次"})
_ROW_SIGNS = frozenset("、和与及")
_NEAR = 8
"""Characters in front of a number that are looked at for such words."""


def counted(view: View, quantity: Quantity, before: tuple[Quantity, str | None] | None) -> str | None:
    """Return what is counted, as printed; None where nothing near says it.

    `before` is the quantity before it with what that counts.
    """
    if quantity.unit.kind == "medal":
        return quantity.unit.word + "牌"
    clause = view.clause(quantity.span.start)
    near = before if before is not None and before[0].span.start >= clause.start else None
    if near is not None and near[0].unit.word in _AGES:
        near = before = None  # 35岁以下|7名
    if near is None and before is not None and before[1] and (change := change_alone(view, before[0], quantity)):
        return before[1] if change.endswith("幅") else CHANGE_OF.sub("", before[1]) + change
    if near is not None and (linked := _linked(view, quantity, near)) is not None:
        return linked
    if before is not None and (told := _of_the_same(view, quantity, before, clause)) is not None:
        return told
    if near is None:
        return Neighbourhood(view, quantity, clause.start, clause.end).counted()
    floor = near[0].span.end
    if near[0].unit.kind == "measure" and near[1] is not None and view.text.startswith(near[1], floor):
        floor += len(near[1])  # that noun is counted by the quantity before: 210个|乡镇|135.6万人
    in_row = near[0].unit.word == quantity.unit.word and view.text[near[0].span.end : quantity.span.start] in _ROW_SIGNS
    return Neighbourhood(view, quantity, floor, clause.end).counted() or (near[1] if in_row else None)


def _of_the_same(view: View, quantity: Quantity, before: tuple[Quantity, str | None], clause: Span) -> str | None:
    """Return what the rest (其余512家) or a share (占18.2%) of what was counted before counts; None elsewhere."""
    front = max(clause.start, quantity.span.start - _NEAR)
    if before[0].unit.word == quantity.unit.word and measures.REST.search(view.text, front, quantity.span.start):
        return Neighbourhood(view, quantity, clause.start, clause.end).noun_behind() or before[1]
    return before[1] if measures.SHARE.fullmatch(view.text, clause.start, quantity.span.start) else None


def _linked(view: View, quantity: Quantity, before: tuple[Quantity, str | None]) -> str | None:
    """Carry over what the quantity before counts: 由31%升至97%, 213户586间."""
    between = view.text[before[0].span.end : quantity.span.start]
    if between:
        changed = CHANGED.fullmatch(between[1:]) if between[0] == "、" else None
        if changed is not None and before[1]:
            return before[1] + changed["change"]
        meanwhile = before[0].unit.kind == "time" and DURING.fullmatch(between)
        return before[1] if meanwhile or CHANGE_LINK.fullmatch(between) else None
    clause = view.clause(quantity.span.start)
    if before[1] and before[0].unit.kind == quantity.unit.kind == "time":
        return before[1]  # 有期徒刑四年|六个月
    follows = Neighbourhood(view, quantity, quantity.span.start, clause.end).noun_behind()
    return before[1] if follows is None or quantity.unit.word in _PERSONS else None
