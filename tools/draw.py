"""Draw the pictures of the documentation: `docs/sentence.svg` and `docs/ontology.svg`.

Run it after changing it: `python tools/draw.py`. The same script gives the same bytes.
"""

import sys
from pathlib import Path
from xml.sax.saxutils import escape

DOCS = Path(__file__).resolve().parent.parent / "docs"
SANS = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei','Source Han Sans SC',sans-serif"
MONO = "'DejaVu Sans Mono','Noto Sans Mono CJK SC',Menlo,Consolas,monospace"
INK, PALE, LINE = "#1f2933", "#f7f9fb", "#9aa5b1"
RED, BLUE, GREEN = "#c0392b", "#1f6fb2", "#2e7d4f"

SENTENCE = "本报讯 5月9日，区委书记沈维舟主持召开推进会，全区累计整治入河排口312个。"
CLAIMS = (
    ("区委书记沈维舟", RED, 20, "a press:Tenure",
     ("org:member 沈维舟", "press:title “区委书记”@zh", "org:organization 中共…区委员会")),
    ("区委书记沈维舟主持召开推进会", BLUE, 350, "a press:Participation",
     ("press:agent 沈维舟", "press:role chair", "press:activity 召开推进会")),
    ("整治入河排口312个", GREEN, 680, "a press:Figure",
     ("press:value 312", "press:unit “个”", "press:counted “入河排口”@zh")),
)  # fmt: skip


def sentence_picture() -> str:
    """Draw a sentence, the words that each claim rests on underlined, and the claims beneath."""
    size, left, top = 23, 30, 70
    parts = [text(left, 30, "One sentence, three claims, each with its words 一句话，三条陈述，各有原文", 15, LINE)]
    x_of = [left]
    for sign in SENTENCE:
        x_of.append(x_of[-1] + (size if ord(sign) > 0x2E7F else size * 0.58))
    parts += [text(x, top, sign, size, INK) for x, sign in zip(x_of, SENTENCE, strict=False) if sign != " "]
    for row, (quote, colour, left_edge, kind, lines) in enumerate(CLAIMS):
        start = SENTENCE.index(quote)
        x1, x2 = x_of[start], x_of[start + len(quote)] - 2
        parts.append(
            f'<rect x="{x1:.0f}" y="{top + 8 + row % 2 * 7}" width="{x2 - x1:.0f}" height="4" fill="{colour}"/>'
        )
        parts.append(arrow(x2 - 60, top + 15 + row % 2 * 6, left_edge + 150, 138, colour))
        parts += card(left_edge, 140, 310, kind, (*lines, f"oa:start {start} ; oa:end {start + len(quote)}"), colour)
    return svg(1010, 300, parts)


BOXES = {
    "press:Page": (30, 40, INK),
    "press:Article": (30, 150, INK),
    "press:Evidence": (30, 290, GREEN),
    "press:Tenure": (390, 170, BLUE),
    "press:Participation": (390, 290, BLUE),
    "press:Figure": (390, 410, BLUE),
    "press:Person": (770, 40, RED),
    "press:Official": (1130, 40, RED),
    "press:Organization": (770, 150, RED),
    "press:Place": (1130, 150, RED),
    "press:Event": (770, 290, RED),
    "press:Campaign": (1130, 290, RED),
    "press:When": (770, 410, GREEN),
}
ARROWS = (
    ("press:Article", "press:Page", "schema:isPartOf"),
    ("press:Evidence", "press:Article", "oa:hasSource"),
    ("press:Tenure", "press:Evidence", ""),
    ("press:Participation", "press:Evidence", "prov:wasDerivedFrom"),
    ("press:Figure", "press:Evidence", ""),
    ("press:Tenure", "press:Person", "org:member"),
    ("press:Tenure", "press:Organization", "org:organization"),
    ("press:Participation", "press:Organization", "press:agent"),
    ("press:Participation", "press:Event", "press:activity"),
    ("press:Figure", "press:Event", "press:about"),
    ("press:Event", "press:When", "press:when"),
    ("press:Event", "press:Campaign", "press:underCampaign"),
    ("press:Official", "press:Person", "is a"),
    ("press:Organization", "press:Place", "press:jurisdiction"),
)
WIDTH, HEIGHT = 190, 44


def ontology_picture() -> str:
    """Draw the classes and what leads from one to the other."""
    parts = [text(30, 22, "Articles 文章 · claims 陈述 · things 事物: every claim leads to its words", 15, LINE)]
    for source, target, label in ARROWS:
        parts += connection(BOXES[source], BOXES[target], label)
    for name, (x, y, colour) in BOXES.items():
        parts.append(frame(x, y, WIDTH, HEIGHT, colour))
        parts.append(text(x + WIDTH / 2, y + 28, name, 15, colour, family=MONO, anchor="middle"))
    parts.append(
        text(
            30,
            490,
            "Not drawn: each thing has press:mentionedIn → Evidence. 未画出：每个事物皆有 press:mentionedIn。",
            13,
            LINE,
        )
    )
    return svg(1350, 510, parts)


def connection(source: tuple[int, int, str], target: tuple[int, int, str], label: str) -> list[str]:
    """Draw an arrow between the nearest sides of two boxes, its label in the middle."""
    (x1, y1, _), (x2, y2, _) = source, target
    if x1 == x2:
        down = y2 > y1
        ends = (x1 + WIDTH / 2, y1 + HEIGHT * down, x2 + WIDTH / 2, y2 + HEIGHT * (not down))
    else:
        right = x2 > x1
        ends = (x1 + WIDTH * right, y1 + HEIGHT / 2, x2 + WIDTH * (not right), y2 + HEIGHT / 2)
    middle = ((ends[0] + ends[2]) / 2, (ends[1] + ends[3]) / 2 - 5)
    halo = f'paint-order="stroke" stroke="{PALE}" stroke-width="5"'
    return [
        arrow(*ends, LINE),
        text(*middle, label, 12, INK, family=MONO, anchor="middle", more=halo),
    ]


def card(x: float, y: float, width: float, title: str, lines: tuple[str, ...], colour: str) -> list[str]:
    """Draw a box with a title and lines."""
    height = 42 + 24 * len(lines)
    return [
        frame(x, y, width, height, colour),
        text(x + 14, y + 25, title, 15, colour, family=MONO),
        *(text(x + 14, y + 50 + 24 * row, line, 14, INK, family=MONO) for row, line in enumerate(lines)),
    ]


def frame(x: float, y: float, width: float, height: float, colour: str) -> str:
    """Draw a rounded box."""
    place = f'x="{x}" y="{y}" width="{width}" height="{height}" rx="8"'
    return f'<rect {place} fill="#fff" stroke="{colour}" stroke-width="2"/>'


def arrow(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    """Draw a line that ends in an arrow head."""
    line = f'x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke="{colour}"'
    return f'<line {line} stroke-width="1.5" marker-end="url(#head)"/>'


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    colour: str,
    *,
    family: str = SANS,
    anchor: str = "start",
    more: str = "",
) -> str:
    """Write words."""
    where = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}"'
    return f'<text {where} font-family="{family}" {more}>{escape(words)}</text>'.replace(" >", ">")


def svg(width: int, height: int, parts: list[str]) -> str:
    """Put the parts into a picture."""
    head = '<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        f'<defs>{head}<path d="M0 0 8 4 0 8z" fill="{LINE}"/></marker></defs>',
        f'<rect width="{width}" height="{height}" fill="{PALE}"/>',
        *parts,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


PICTURES = {"sentence.svg": sentence_picture, "ontology.svg": ontology_picture}


def main() -> int:
    """Write the pictures."""
    for name, draw in PICTURES.items():
        (DOCS / name).write_text(draw(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
