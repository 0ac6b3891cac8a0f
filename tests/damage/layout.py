"""The damage generator: clean articles laid out as pages, as the extraction of text from newspaper PDFs leaves them.

All comes from a seed: column widths, how punctuation is set, indents, blank lines, spaces, junk, lost headlines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from random import Random

from tests.damage.stories import CAPTIONS, NAMES, Story, vary

NO_START = set("，。、；：！？”’）》％%…")
NO_END = set("“‘（《")
HALF = set("，。、；：！？“”‘’（）《》")
JUNK = ("\ufffd", "\ue5e5", "\ufffd", "\x07")


@dataclass(frozen=True, kw_only=True)
class Style:
    """How one page is set and damaged."""

    squeeze: bool
    """Punctuation takes half a character."""
    hang: bool
    """Punctuation that may not start a line hangs over the end, instead of taking a character with it."""
    indent: str
    """Of first lines: `trimmed` (narrower, spaces lost), `kept`, `none`."""
    gap_between: float
    gap_within: float
    spaced_digits: float
    spaced_marks: float
    full_width: float
    junk: str
    """The run before an article's text, empty where there is none."""
    line_end: str
    doubled: bool
    split_tokens: bool
    """Numbers are broken at the line end."""
    ragged: bool = False
    """Lines are broken anywhere and differ in width, as in text copied from a narrow window; headlines too."""


def draw_style(random: Random) -> Style:
    """Draw a style."""
    return Style(
        squeeze=random.random() < 0.5,
        hang=random.random() < 0.5,
        indent=random.choice(("trimmed", "trimmed", "trimmed", "kept", "none")),
        gap_between=random.choice((1.0, 0.95, 0.85)),
        gap_within=random.choice((0.0, 0.02, 0.05, 0.1)),
        spaced_digits=random.choice((0.0, 0.9, 1.0)),
        spaced_marks=random.choice((0.0, 0.05, 0.15)),
        full_width=random.choice((0.0, 0.05, 1.0)),
        junk=random.choice(JUNK) * random.choice((0, 3, 5, 6, 7)),
        line_end=random.choice(("\n", "\n", "\n", "\r\n")),
        doubled=random.random() < 0.8,
        split_tokens=random.random() < 0.2,
    )


def draw_ragged_style(random: Random) -> Style:
    """Draw a style without columns: only indents or blank lines tell its paragraphs."""
    style = replace(draw_style(random), ragged=True, gap_within=0.0, split_tokens=True)
    if random.random() < 0.6:
        return replace(style, indent="kept", gap_between=random.choice((0.0, 1.0)))
    return replace(style, indent="none", gap_between=1.0)


def draw_page(stories: list[Story], random: Random, *, ragged: bool = False) -> tuple[str, list[Story]]:
    """Lay out three to six of the stories as a page; return it and what must be read from it."""
    style = draw_ragged_style(random) if ragged else draw_style(random)
    chosen = [vary(story, random) for story in random.sample(stories, random.randint(3, 6))]
    return set_page(chosen, style, random)


def set_page(chosen: Sequence[Story], style: Style, random: Random) -> tuple[str, list[Story]]:
    """Set stories as they are in a style; return the page and what must be read from it."""
    lost = random.randrange(len(chosen) * 2)
    lines: list[str] = [""]
    gold: list[Story] = []
    for index, story in enumerate(chosen):
        is_lost = index == lost and story.byline is None and "）" in story.paragraphs[0][:40] and bool(style.junk)
        mine = _lost(story) if is_lost else story
        lines += _article(mine, style, random, narrow=is_lost)
        gold.append(mine)
    for caption in random.sample(CAPTIONS, random.choice((0, 1, 2)) if style.doubled else 0):
        credit = random.choice((None, random.choice(NAMES)))
        doubled = "".join(c + c for c in caption) + (f" 记者 {credit} 摄" if credit else "")
        if random.random() < 0.5 and lines[-1] and gold[-1].kind == "article":
            lines[-1] += " " + doubled
        else:
            lines += ["", doubled]
        gold.append(Story(headline=None, paragraphs=(caption,), bylines=(credit,) if credit else (), kind="caption"))
    return style.line_end.join([*lines, "", ""]), gold


def _lost(story: Story) -> Story:
    return Story(headline=None, paragraphs=story.paragraphs, bylines=story.bylines, crossheads=story.crossheads)


def _article(story: Story, style: Style, random: Random, *, narrow: bool) -> list[str]:  # noqa: C901
    width = random.randint(7, 9) if narrow else random.randint(12, 24)
    lines: list[str] = []
    if story.headline is None:
        lines += random.choice((["", "﹃", " ﹄"], ["", "﹃﹄"], [""]))
    headings = [h for h in (story.kicker, story.headline, story.subheadline) if h]
    for heading in headings:
        first, *rest = _broken(heading, random) if style.ragged else [heading]
        lines += [first] if random.random() < 0.5 and not heading.startswith("—") and lines else ["", first]
        lines += rest
    if headings and random.random() < 0.4:
        lines[0] = lines[0] and " " + lines[0]
    if story.byline:
        lines += ["", story.byline, ""]
    junk = style.junk
    for index, paragraph in enumerate(story.paragraphs):
        if index in story.crossheads:
            lines += ["", paragraph, ""]
            continue
        if index == len(story.paragraphs) // 2 and random.random() < 0.15:
            width = max(width + random.choice((-2, 2, 8 if narrow else -3)), 7)
        wrapped = wrap(damage(paragraph, style, random), width, style, random)
        if junk:
            wrapped[0] = random.choice((" ", "", "")) + junk + wrapped[0].lstrip("　")
            junk = ""
        if random.random() < style.gap_between and lines and lines[-1]:
            lines.append("")
        for line in wrapped:
            lines.append(line)
            if random.random() < style.gap_within * (1 if any(c in HALF for c in line) else 5):
                lines.append("")
    while lines and not lines[-1]:
        lines.pop()
    return ["", *lines] if lines[0] else lines


def _broken(heading: str, random: Random) -> list[str]:
    """Break a long headline in two, in the middle of a phrase."""
    if " " in heading or len(heading) < 12 or random.random() < 0.5:
        return [heading]
    at = random.randint(len(heading) // 2, len(heading) - 4)
    return [heading[:at], heading[at:]]


def damage(text: str, style: Style, random: Random) -> str:
    """Put spaces around digits and marks, and widen digits, as the style has it."""
    out: list[str] = []
    for i, char in enumerate(text):
        before = text[i - 1] if i else ""
        if char.isdigit() and char.isascii() and random.random() < style.full_width:
            out.append(chr(ord(char) + 0xFEE0))
            continue
        if before and before not in "（ " and char not in "） ":
            edge = (char.isdigit() and char.isascii()) != (before.isdigit() and before.isascii())
            number = char in ".%" or before in ".%"
            if (
                edge
                and not number
                and before not in HALF
                and char not in HALF
                and random.random() < style.spaced_digits
            ) or ((before in "，。、；”" or char in "，。、；”") and random.random() < style.spaced_marks):
                out.append(" ")
        out.append(char)
    return "".join(out)


def set_side_by_side(left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    """Print two columns on the same lines, the right one at one place, as text that keeps its layout has them."""
    width = max(map(_places, left), default=0) + 4
    for a, b in zip_longest(left, right, fillvalue=""):
        yield a + " " * (width - _places(a)) + b if b else a


def _places(line: str) -> int:
    return sum(2 if char >= "\u1100" else 1 for char in line)


def _width(char: str, style: Style) -> float:
    if char == " ":
        return 0.25
    if ord(char) < 128:
        return 0.5
    return 0.5 if style.squeeze and char in HALF else 1.0


def _tokens(text: str, style: Style) -> list[str]:
    tokens: list[str] = []
    for char in text:
        if (
            tokens
            and char.isascii()
            and char.isalnum()
            and tokens[-1][-1].isascii()
            and tokens[-1][-1].isalnum()
            and not style.split_tokens
        ):
            tokens[-1] += char
        else:
            tokens.append(char)
    return tokens


def wrap(text: str, width: float, style: Style, random: Random) -> list[str]:
    """Wrap a paragraph as a typesetter does: no line begins with a closing mark or ends with an opening one."""
    lines: list[list[str]] = [[]]
    room = width - (0 if style.indent == "none" else 2)
    for token in _tokens(text, style):
        need = sum(_width(c, style) for c in token)
        if need > room + 1e-9 and lines[-1]:
            if token in NO_START and style.hang:
                lines[-1].append(token)
                room = -1
                continue
            carried = []
            if token in NO_START:
                carried = [lines[-1].pop()] if len(lines[-1]) > 1 else []
            while len(lines[-1]) > 1 and lines[-1][-1] in NO_END:
                carried.insert(0, lines[-1].pop())
            lines.append(carried)
            room = width - sum(_width(c, style) for t in carried for c in t)
        if token == " " and not lines[-1]:
            continue
        lines[-1].append(token)
        room -= need
    if style.ragged:
        lines = list(_ragged([token for line in lines for token in line], random))
    wrapped = ["".join(line).rstrip() for line in lines if "".join(line).strip()]
    if style.indent == "kept":
        wrapped[0] = random.choice(("　　",)) + wrapped[0]
    return wrapped


def _ragged(tokens: list[str], random: Random) -> Iterator[list[str]]:
    """Break a paragraph into lines of any width; now and then it stands on one line."""
    at = 0
    narrow, wide = random.choice(((6, 30), (12, 24), (8, 45)))
    whole = random.random() < 0.2
    while at < len(tokens):
        end = len(tokens) if whole else at + random.randint(narrow, wide)
        yield tokens[at:end]
        at = end
