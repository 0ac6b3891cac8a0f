"""The characters of a region mended and its lines found: what stands between the text as decoded and its blocks."""

from collections import Counter, deque
from dataclasses import dataclass

from kg.model.source import OffsetMap, Region
from kg.repairing.characters import find_character_edits, find_form_edits
from kg.repairing.edits import apply_edits, moved
from kg.repairing.lines import Printed, drop_repeats, find_lines, split_tails
from kg.repairing.signs import opens


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A region's text with its characters mended, the way back, its lines, and where which repair was made."""

    text: str
    offsets: OffsetMap
    lines: tuple[Printed, ...]
    repairs: deque[tuple[int, str]]
    """Offset and kind of each repair, in order."""

    def take_repairs(self, end: int) -> Counter[str]:
        """Count the repairs up to an offset that were not counted before."""
        counted: Counter[str] = Counter()
        while self.repairs and self.repairs[0][0] < end:
            counted[self.repairs.popleft()[1]] += 1
        return counted


def mend(region: Region) -> Mended:
    """Drop junk, undouble glyphs, fold forms, and find the lines.

    Lines are measured as printed, with full-width digits; only then these are folded.
    """
    edits, marks = find_character_edits(region.text)
    text, rows = apply_edits(region.text, 0, len(region.text), edits)
    offsets = region.offsets.after(rows)
    bounds = moved([edge for run in marks.doubled for edge in run], edits)
    doubled = list(zip(bounds[::2], bounds[1::2], strict=True))
    lines = list(split_tails(text, list(find_lines(text, moved(marks.openings, edits), doubled)), opens))
    kept = list(drop_repeats(lines))
    made = list(zip(moved([e.start for e in edits], edits), (e.kind for e in edits), strict=True))
    if len(kept) < len(lines):
        made = sorted([*made, *((line.start, "repeated lines") for line in set(lines).difference(kept))])
        lines = kept
    if forms := find_form_edits(text):
        text, rows = apply_edits(text, 0, len(text), forms)
        offsets = offsets.after(rows)
        edges = moved([edge for line in lines for edge in (line.start, line.end)], forms)
        lines = [line._replace(start=edges[2 * i], end=edges[2 * i + 1]) for i, line in enumerate(lines)]
        earlier = zip(moved([at for at, _ in made], forms), (kind for _, kind in made), strict=True)
        later = zip(moved([e.start for e in forms], forms), (e.kind for e in forms), strict=True)
        made = sorted([*earlier, *later])
    return Mended(text=text, offsets=offsets, lines=tuple(lines), repairs=deque(made))
