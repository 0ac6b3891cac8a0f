"""From a page as read to a page as meant: characters mended, lines joined, the way back to the source kept."""

from collections.abc import Iterator, Sequence

from kg.model.source import Block, CleanPage, MapRow, Page, Region
from kg.repairing.characters import find_normalizing_edits
from kg.repairing.edits import apply_edits
from kg.repairing.gutters import lay_columns
from kg.repairing.lines import Printed
from kg.repairing.mending import Mended, mend
from kg.repairing.misread import find_misread
from kg.repairing.signs import has_no_clause
from kg.repairing.spacing import find_space_edits
from kg.repairing.wrapping import Group, join_lines

__all__ = ["repair"]

_LONGEST_HEADING = 45


def repair(page: Page) -> CleanPage:
    """Mend the text of a page and join its lines to blocks: paragraphs, headings, bylines, captions.

    Text is NFC. No character is lost without a trace: every span of a block leads by its map to the source, and
    `repairs` counts what was done.
    """
    return CleanPage(page=page, blocks=tuple(block for region in page.regions for block in _blocks(region)))


def _blocks(region: Region) -> Iterator[Block]:
    """Give the blocks of a region: one where its format says what it is, else as its lines show."""
    mended = mend(lay_columns(region))
    groups = [Group(mended.lines)] if region.role and mended.lines else join_lines(mended.lines)
    for group in groups:
        yield _block(mended, group, region.role)


def _block(mended: Mended, group: Group, role: str | None) -> Block:
    lines = group.lines
    first, last = lines[0], lines[-1]
    repairs = mended.take_repairs(last.end)
    length = sum(line.end - line.start for line in lines)
    whole = len(lines) == 1 or length == len(lines)  # on one line, or set downwards
    heading = not last.ended and length <= _LONGEST_HEADING and (whole or (role is None and has_no_clause(lines)))
    body = not first.doubled and not heading and not group.row
    pieces: list[str] = []
    rows: list[MapRow] = []
    for start, end in _stretches(mended.text, lines):
        spaces = list(find_space_edits(mended.text, start, end, body=body))
        repairs.update(edit.kind for edit in spaces)
        piece, piece_rows = apply_edits(mended.text, start, end, spaces, at=sum(map(len, pieces)))
        pieces.append(piece)
        rows += piece_rows
    text, offsets = "".join(pieces), mended.offsets.after(rows)
    if misread := find_misread(text):
        text, rows = apply_edits(text, 0, len(text), misread)
        offsets = offsets.after(rows)
        repairs.update(edit.kind for edit in misread)
    if composing := list(find_normalizing_edits(text)):
        text, rows = apply_edits(text, 0, len(text), composing)
        offsets = offsets.after(rows)
    return Block(
        text=text,
        offsets=offsets,
        opening=first.opening,
        doubled=first.doubled,
        wrapped=len(lines) > 1 and not heading,
        width=group.width,
        furniture=group.furniture,
        begins=group.begins,
        role="paragraph" if group.row else role,
        repairs=tuple(sorted(repairs.items())),
    )


def _stretches(text: str, lines: Sequence[Printed]) -> Iterator[tuple[int, int]]:
    """Give the stretches of text that lines cover, one where nothing but white space stands between them."""
    start, end = lines[0].start, lines[0].end
    for line in lines[1:]:
        if text[end : line.start].strip():
            yield start, end
            start = line.start
        end = line.end
    yield start, end
