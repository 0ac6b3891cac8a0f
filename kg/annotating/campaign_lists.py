"""Campaigns that a sentence lists and counts: 甲整治、乙改造、丙提升等三大行动."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg import expressions as re
from kg.annotating.activities import Activity, balanced
from kg.annotating.gates import Gated
from kg.annotating.modality import modality_of
from kg.annotating.numerals import chinese_integer
from kg.annotating.view import View
from kg.model.source import Span

_LIST = Gated(
    # two to twelve plain items and a last one, or quoted ones
    r"(?P<items>(?:[^，。；：！？、\n]{3,24}、){1,12}[^，。；：！？、\n]{3,14}?"
    r"|(?:“[^“”\n]{2,18}”|‘[^‘’\n]{2,14}’)(?:[、和]?(?:“[^“”\n]{2,18}”|‘[^‘’\n]{2,14}’)){1,11})等?[“‘]?"
    # the words that count them
    r"(?P<head>(?P<count>[一二三四五六七八九十两]{1,2}|\d{1,2})(?:大|项|个)[“‘]?[一-龥]{0,4}?"
    r"(?:行动|工程|战役|攻坚战|会战|计划|整治|治理|(?<=[”’等个项])[一-龥]{0,4}?(?:子|服务|公益|特色)项目|专项(?![一-龥]{0,6}(?:行动|整治|治理)))"
    r"|(?<=[”’等])(?:系列)?(?:[一-龥]{0,2}子|专项|集中|攻坚)?(?:行动|整治|治理))"
)
_NAMELY = Gated(
    r"(?:[一二三四五六七八九十]{1,2}大[一-龥]{0,6}(?:行动|工程|战役|整治|攻坚)|[下内]设)[”’]?，?(?:即|包括|分别是|分别为|：)?"
    r"(?P<items>(?:[^，。；：！？、和及\n]{3,16}(?:、|和|及)){1,12}[^，。；：！？、和及\n]{3,16})(?=[，。；])"
)
"""The words that count first: “六大行动”，即甲行动、乙行动和丙行动."""
_AND = re.compile(r"、|(?<=[动程治役战坚])[”’]?(?:和|及)")
_QUOTED_ITEM = re.compile(r"“[^“”]+”|‘[^‘’]+’")
_QUOTED_ITEMS = re.compile(r"(?:(?:“[^“”]+”|‘[^‘’]+’)[、和]?)+")
_ITEM_WORD = re.compile(
    r"(?:整治|治理|提升|改造|提质|净化|清洁|防制|防治|普及|创建|攻坚|清零|整顿|规范|打击|保护|修复|管控|行动|工程|绿化|美化|亮化|排查)$"
)
_OPENS = re.compile(
    r"(?P<parts>下设|分设|细?分为|划分为|包括|包含|涵盖)"
    r"|(?:开展|实施|推进|聚焦|打响|启动|抓好|部署(?:的)?|确定的|明确的|围绕|即|为|了)"
)
"""Stands before the first item and is no part of it."""
_LEAST_ITEM = 3
_DESCRIBED = re.compile(r"[^“”]+的(?=“)")
"""Before the name of an item: 追捕逃犯的|“清网”行动."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: the spans of its items, and of the words that count them; `parts` tells 下设, 分为 or the like before."""

    items: tuple[Span, ...]
    head: Span
    parts: bool

    @property
    def start(self) -> int:
        """Where the first item begins."""
        return self.items[0].start


def campaign_at(view: View, span: Span, rule: str) -> Activity:
    """Return the campaign named by these words."""
    return Activity(
        span=span, label=span.of(view.text), types=(), rule=rule, trigger=None, modality=modality_of(view, span)
    )


def listings(view: View, line: Span) -> Iterator[Listing]:
    """Give the lists of a line."""
    for match in _LIST.finditer(view, line):
        if (_is_row(view.text, match) or _is_counted(view.text, match)) and (listing := _listing(view, line, match)):
            yield listing
    for match in _NAMELY.finditer(view, line):
        spans = tuple(_parted(view.text, Span(*match.span("items"))))
        if all(_ITEM_WORD.search(span.of(view.text).rstrip("”’")) for span in spans):
            yield Listing(spans, Span(match.start(), match.start() + 2), parts=False)


def _is_row(text: str, match: re.Match[str]) -> bool:
    """Tell whether the items are quotations and nothing else."""
    return _QUOTED_ITEMS.fullmatch(text, *match.span("items")) is not None


def _is_counted(text: str, match: re.Match[str]) -> bool:
    """Tell whether the items are counted, or summed up by 等."""
    return match["count"] is not None or ("“" in match["items"] and text[match.start("head") - 1] == "等")


def _listing(view: View, line: Span, match: re.Match[str]) -> Listing | None:
    """Return the list, None where its items are no drives."""
    text, span = view.text, Span(*match.span("items"))
    if _is_row(text, match):
        items = [Span(*item.span()) for item in _QUOTED_ITEM.finditer(text, span.start, span.end)]
        opening = _opening(text, Span(max(line.start, span.start - 6), span.start))
        return Listing(tuple(items), Span(*match.span("head")), opening is not None and opening["parts"] is not None)
    items = [_name_of(text, item) for item in _parted(text, span)]
    opening = _opening(text, items[0])
    if opening is not None:
        items[0] = Span(opening.end(), items[0].end)
    if not all(balanced(item.of(text)) for item in items):
        return None
    drives = sum(_ITEM_WORD.search(item.of(text)) is not None for item in items)
    counts = opening is not None and match["count"] and chinese_integer(match["count"]) == len(items)
    if drives * 2 < len(items) and not counts:
        return None
    return Listing(tuple(items), Span(*match.span("head")), opening is not None and opening["parts"] is not None)


def _name_of(text: str, item: Span) -> Span:
    """Return the item without what describes it."""
    described = _DESCRIBED.match(text, item.start, item.end)
    return item if described is None else Span(described.end(), item.end)


def _opening(text: str, first: Span) -> re.Match[str] | None:
    """Return the words before the first item that open the list: the last of them outside a quotation."""
    for match in reversed([*_OPENS.finditer(text, first.start, first.end)]):
        item = text[match.end() : first.end]
        if balanced(item) and (not item or len(item) >= _LEAST_ITEM):
            return match
    return None


def _parted(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for sign in _AND.finditer(text, span.start, span.end):
        end = sign.end() - 1
        yield Span(start, end)
        start = sign.end()
    yield Span(start, span.end)
