"""Edits: what repair changes in a text, and the rows by which the result leads back."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.model.source import MapRow


class Edit(NamedTuple):
    """Replace `[start, end)` by `text`; `kind` names the repair in the article's counts."""

    start: int
    end: int
    text: str
    kind: str


def apply_edits(text: str, start: int, end: int, edits: Iterable[Edit], at: int = 0) -> tuple[str, list[MapRow]]:
    """Apply edits to `text[start:end]`; return the result and rows from it (its first character at `at`) to `text`.

    Edits come in order and do not overlap. A replacement of equal length maps character by character,
    another as a whole.
    """
    pieces: list[str] = []
    rows: list[MapRow] = []
    done = start
    for edit in edits:
        if edit.start > done:
            rows.append(MapRow(at, edit.start - done, done, edit.start - done))
            pieces.append(text[done : edit.start])
            at += edit.start - done
        if edit.text:
            rows.append(MapRow(at, len(edit.text), edit.start, edit.end - edit.start))
            pieces.append(edit.text)
            at += len(edit.text)
        done = edit.end
    if end > done:
        rows.append(MapRow(at, end - done, done, end - done))
        pieces.append(text[done:end])
    return "".join(pieces), rows


def moved(positions: Iterable[int], edits: Sequence[Edit]) -> list[int]:
    """Say where positions of the text before the edits lie after them; positions and edits in order."""
    out: list[int] = []
    shift, k = 0, 0
    for position in positions:
        while k < len(edits) and edits[k].end <= position:
            shift += len(edits[k].text) - (edits[k].end - edits[k].start)
            k += 1
        out.append(position + shift)
    return out
