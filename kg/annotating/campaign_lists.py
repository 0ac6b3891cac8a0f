"""Campaigns that a sentence lists and counts: 甲整治、乙改造、丙提升等三大行动."""

import re
from collections.abc import Iterator

from kg.annotating.activities import Activity
from kg.annotating.modality import modality_of
from kg.annotating.view import View
from kg.model.source import Span

_LIST = re.compile(
    # two to twelve plain items and a last one, or quoted ones
    r"(?P<items>(?:[^，。；：！？、\n]{3,14}、){2,12}[^，。；：！？、\n“”]{3,14}?|(?:[“‘][^”’\n]{2,14}[”’]、?){2,12})等?[“‘]?"
    # the words that count them
    r"(?P<head>(?:[一二三四五六七八九十两]{1,2}|\d{1,2})(?:大|项|个)(?:[一-龥]{0,4})[“‘]?(?:行动|工程|战役|攻坚战|计划|整治)"
    r"|(?<=[”’等])(?:系列)?(?:专项|集中|攻坚)?(?:行动|整治|治理))"
)
_COUNTED = re.compile(r"[一二三四五六七八九十两\d]")
_NAMELY = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}大[一-龥]{0,6}(?:行动|工程|战役|整治|攻坚)|[下内]设)[”’]?，?(?:即|包括|分别是|分别为|：)?"
    r"(?P<items>(?:[^，。；：！？、和及\n]{3,16}(?:、|和|及)){1,12}[^，。；：！？、和及\n]{3,16})(?=[，。；])"
)
"""The words that count first: “六大行动”，即甲行动、乙行动和丙行动."""
_AND = re.compile(r"、|(?<=[动程治役战坚])[”’]?(?:和|及)")
_ITEM = re.compile(r"[^、]+")
_QUOTED_ITEM = re.compile(r"[“‘][^”’]+[”’]")
_QUOTED_ITEMS = re.compile(r"(?:[“‘][^”’]+[”’]、?)+")
_ITEM_WORD = re.compile(
    r"(?:整治|治理|提升|改造|提质|净化|清洁|防制|防治|普及|创建|攻坚|清零|整顿|规范|打击|保护|修复|管控|行动|工程|绿化|美化|亮化|排查)$"
)
_OPENS = re.compile(
    r"(?:开展|实施|推进|包括|包含|涵盖|聚焦|打响|启动|抓好|部署|分为|即|为|了)(?=[^、]{3,})",
)
"""Stands before the first item and is no part of it."""


def campaign_at(view: View, span: Span, rule: str) -> Activity:
    """Return the campaign named by these words."""
    return Activity(
        span=span, label=span.of(view.text), types=(), rule=rule, trigger=None, modality=modality_of(view, span)
    )


def listed(view: View, line: Span) -> Iterator[tuple[Activity, Span, int]]:
    """Give the items of each list, each with the span of the words that count them, and where the list begins."""
    for match in _LIST.finditer(view.text, line.start, line.end):
        if not _COUNTED.match(match["head"]) and "“" not in match["items"]:
            continue
        for span in _items(view.text, Span(*match.span("items"))):
            yield campaign_at(view, span, "campaign.listed"), Span(*match.span("head")), match.start()

    for match in _NAMELY.finditer(view.text, line.start, line.end):
        spans = list(_parted(view.text, Span(*match.span("items"))))
        if all(_ITEM_WORD.search(span.of(view.text).rstrip("”’")) for span in spans):
            for span in spans:
                yield campaign_at(view, span, "campaign.listed"), Span(match.start(), match.start() + 2), match.start()


def _parted(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for sign in _AND.finditer(text, span.start, span.end):
        end = sign.end() - 1
        yield Span(start, end)
        start = sign.end()
    yield Span(start, span.end)


def _items(text: str, span: Span) -> list[Span]:
    """Return the items; none where fewer than half of the plain ones say what is done."""
    if _QUOTED_ITEMS.fullmatch(text, span.start, span.end):
        return [Span(*item.span()) for item in _QUOTED_ITEM.finditer(text, span.start, span.end)]
    items = [Span(*item.span()) for item in _ITEM.finditer(text, span.start, span.end)]
    opening = _OPENS.search(text, items[0].start, items[0].end)
    if opening is not None:
        items[0] = Span(opening.end(), items[0].end)
    drives = sum(_ITEM_WORD.search(item.of(text)) is not None for item in items)
    return items if drives * 2 >= len(items) else []
