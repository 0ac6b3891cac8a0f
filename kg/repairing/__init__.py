"""From a page as read to a page as meant: characters mended, lines joined, the way back to the source kept."""

from collections import Counter, deque
from collections.abc import Iterator, Sequence

from kg.model.source import Block, CleanPage, OffsetMap, Page, Region, Span
from kg.repairing.characters import find_character_edits, find_form_edits, find_normalizing_edits
from kg.repairing.edits import apply_edits, moved
from kg.repairing.lines import Printed, find_lines
from kg.repairing.spacing import find_space_edits
from kg.repairing.wrapping import join_lines

__all__ = ["repair"]

_LONGEST_HEADING = 45


def repair(page: Page) -> CleanPage:
    """Mend the text of a page and join its lines to blocks: paragraphs, headings, bylines, captions.

    Text is NFC. No character is lost without a trace: every span of a block leads by its map to the source, and
    `repairs` counts what was done.
    """
    return CleanPage(page=page, blocks=tuple(block for region in page.regions for block in _blocks(region)))


def _blocks(region: Region) -> Iterator[Block]:
    edits, marks = find_character_edits(region.text)
    text, rows = apply_edits(region.text, 0, len(region.text), edits)
    offsets = region.offsets.after(rows)
    bounds = moved([p for run in marks.doubled for p in run], edits)
    doubled = list(zip(bounds[::2], bounds[1::2], strict=True))
    lines = list(find_lines(text, moved(marks.openings, edits), doubled))
    # Lines are measured as printed, with full-width digits; only then these are folded.
    counted = list(zip(moved([edit.start for edit in edits], edits), (edit.kind for edit in edits), strict=True))
    if forms := find_form_edits(text):
        text, rows = apply_edits(text, 0, len(text), forms)
        offsets = offsets.after(rows)
        ends = moved([p for line in lines for p in (line.start, line.end)], forms)
        lines = [line._replace(start=ends[2 * i], end=ends[2 * i + 1]) for i, line in enumerate(lines)]
        starts = [*moved([at for at, _ in counted], forms), *moved([edit.start for edit in forms], forms)]
        counted = sorted(zip(starts, [*(kind for _, kind in counted), *(edit.kind for edit in forms)], strict=True))
    counts = _Counts(counted)
    groups = [(tuple(lines), 0.0)] if region.role and lines else join_lines(lines)
    for group, width in groups:
        yield _block(text, offsets, group, width, region.role, counts.up_to(group[-1].end))


class _Counts:
    """Counts character edits block by block, in order of the text."""

    def __init__(self, edits: Sequence[tuple[int, str]]) -> None:
        self._waiting = deque(edits)

    def up_to(self, end: int) -> Counter[str]:
        counted: Counter[str] = Counter()
        while self._waiting and self._waiting[0][0] < end:
            counted[self._waiting.popleft()[1]] += 1
        return counted


def _block(
    text: str, offsets: OffsetMap, lines: Sequence[Printed], width: float, role: str | None, repairs: Counter[str]
) -> Block:
    last = lines[-1]
    length = sum(line.end - line.start for line in lines)
    body = not lines[0].doubled and (len(lines) > 1 or last.ended or length > _LONGEST_HEADING)
    pieces: list[str] = []
    rows = []
    at = 0
    for start, end in _stretches(lines):
        spaces = list(find_space_edits(text, start, end, body=body))
        repairs.update(edit.kind for edit in spaces)
        piece, piece_rows = apply_edits(text, start, end, spaces, at)
        pieces.append(piece)
        rows.extend(piece_rows)
        at += len(piece)
    joined, back = "".join(pieces), offsets.after(rows)
    if composing := list(find_normalizing_edits(joined)):
        joined, rows = apply_edits(joined, 0, len(joined), composing)
        back = back.after(rows)
    return Block(
        text=joined,
        offsets=back,
        opening=lines[0].opening,
        doubled=lines[0].doubled,
        wrapped=len(lines) > 1,
        width=width,
        role=role,
        repairs=tuple(sorted(repairs.items())),
    )


def _stretches(lines: Sequence[Printed]) -> Iterator[tuple[int, int]]:
    """Give the stretches of text that lines cover, one where nothing but white space stands between them."""
    start, end = lines[0].start, lines[0].end
    for line in lines[1:]:
        start, end = (start, line.end)
    yield start, end
