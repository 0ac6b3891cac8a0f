"""Real PDFs made of clean articles: columns, boxes beside each other, headlines across them, running heads."""

import io
from dataclasses import replace
from random import Random

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.damage.layout import NO_END, NO_START
from tests.damage.stories import Story, vary

FONT = "STSong-Light"
PAGE = (1080, 1530)
_BOXED = 0.2
_UPRIGHT = 0.15
_SHUFFLED = 0.3
"""How often lines stand in the file in another order than on the page."""
MARGIN = 50


def draw_pdf(stories: list[Story], random: Random) -> tuple[bytes, list[Story]]:
    """Draw a page of two to five of the stories; return the file and what must be read from it."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=PAGE, invariant=1)
    chosen = [vary(story, random) for story in random.sample(stories, random.randint(2, 5))]
    size = random.choice((9, 10, 10.5))
    if random.random() < 0.6:
        canvas.setFont(FONT, size)
        canvas.drawString(MARGIN, PAGE[1] - 30, "云溪日报 2023年5月11日 星期四 第02版 责任编辑 简宁")
    gold: list[Story] = []
    top = PAGE[1] - 60.0
    left_out = list(chosen)
    while left_out:
        beside = left_out[:2] if len(left_out) > 1 and random.random() < 0.4 else left_out[:1]
        width = (PAGE[0] - 2 * MARGIN - 30 * (len(beside) - 1)) / len(beside)
        bottoms = [
            _draw(canvas, story, MARGIN + i * (width + 30), top, width, size, random) for i, story in enumerate(beside)
        ]
        if min(bottoms) < MARGIN:
            canvas.showPage()
            return draw_pdf(stories, random) if not gold else (_close(canvas, out), gold)
        gold += beside
        top = min(bottoms) - 3 * size
        left_out = left_out[len(beside) :]
    canvas.showPage()
    return _close(canvas, out), gold


def _close(canvas: Canvas, out: io.BytesIO) -> bytes:
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, story: Story, left: float, top: float, width: float, size: float, random: Random) -> float:  # noqa: PLR0917
    """Draw one article into a box; return where its lowest line stands."""
    columns = random.randint(2, 6) if width > 700 else random.randint(1, 3)
    gutter = size * random.choice((1.2, 1.5, 2))
    column = (width - gutter * (columns - 1)) / columns
    leading = size * random.choice((1.3, 1.5, 1.6))
    y = lowest = top
    if random.random() < _BOXED:
        canvas.rect(left - 8, MARGIN / 2, width + 16, top - MARGIN / 2)
    upright = story.headline is not None and random.random() < _UPRIGHT
    if upright and story.headline:
        canvas.setFont(FONT, size * 2.2)
        for i, char in enumerate(story.headline.replace(" ", "")):
            canvas.drawString(left, top - size * 2.2 * (i + 1) * 1.05, char)
        lowest = top - size * 2.2 * 1.05 * len(story.headline.replace(" ", ""))
        left, width = left + size * 3.5, width - size * 3.5
        column = (width - gutter * (columns - 1)) / columns
        story = replace(story, kicker=None, subheadline=None, headline=None)
    for text, factor in ((story.kicker, 1.4), (story.headline, 2.4), (story.subheadline, 1.4)):
        if text:
            y -= size * factor * 1.3
            canvas.setFont(FONT, min(size * factor, width / (len(text) + 1)) if factor > 2 else size * factor)
            canvas.drawString(left, y, text)
    y -= size * 0.6
    canvas.setFont(FONT, size)
    lines = [(story.byline, False), *_body(story, column, size)] if story.byline else list(_body(story, column, size))
    high = -(-len(lines) // columns)
    order = list(enumerate(lines))
    if random.random() < _SHUFFLED:
        random.shuffle(order)
    for i, (line, _) in order:
        canvas.drawString(left + (i // high) * (column + gutter), y - (i % high + 1) * leading, line or "")
    return min(y - high * leading, lowest)


def _body(story: Story, column: float, size: float) -> list[tuple[str, bool]]:
    lines: list[tuple[str, bool]] = []
    for index, paragraph in enumerate(story.paragraphs):
        text = paragraph if index in story.crossheads else "　　" + paragraph
        while text:
            end = _fit(text, column, size)
            lines.append((text[:end], False))
            text = text[end:]
    return lines


def _fit(text: str, column: float, size: float) -> int:
    end, room = 0, column
    while end < len(text) and (room := room - pdfmetrics.stringWidth(text[end], FONT, size)) >= -0.01:
        end += 1
    if end < len(text) and text[end] in NO_START:
        end -= 1
    while end > 1 and text[end - 1] in NO_END:
        end -= 1
    return max(end, 1)
