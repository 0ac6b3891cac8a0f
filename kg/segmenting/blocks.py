"""What each block of a page is, seen by itself: body, heading, byline, caption, masthead."""

from enum import Enum, auto

from kg import expressions as re
from kg.model.source import Block
from kg.segmenting.bylines import find_credit, parse_byline_line
from kg.segmenting.datelines import find_dateline

_ENDED = re.compile(r"[。！？!?…；：，、][”’』」）》)]*$|）$|\)$")
_LONGEST_HEADING = 48
_LONGEST_OPENED_HEADING = 30
_CAPTION = re.compile(
    r"^(?:[▲▼△◆]?\s*)?(?:图为|上图|下图|左图|右图|图[①②③④一二三四]|（?资料图片)|(?:摄|供图|资料图片)[）)]?$"
)
_LONGEST_CAPTION = 160
_PAGE = r"\s*第?\s*[0-9A-Z一二三四五六七八九十]{1,3}\s*版"
_COMES_FROM = re.compile(rf"^\s*[（(【]?\s*[紧上]接{_PAGE}")
_GOES_ON = re.compile(rf"[（(【]?\s*下转{_PAGE}\s*[）)】]?")
_REPORTED = re.compile(
    r"(?![又另再])[\u4e00-\u9fff·]{0,12}\s?[（(](?:本报|本网|见习|实习|首席|特派|特约|全媒体|融媒体){0,2}(?:记者|通讯员)"
    r"[^（）()。，；]{1,60}[）)]\s?[^\s（(。]"
)
"""Who reports, in brackets before the text; on lines of their own so do the items of a digest."""
_MASTHEAD_LINE = re.compile(
    r"(?:(?:19|20)\d\d|二[〇○零]..)年.{1,3}月.{1,3}日(?:\s*星期.)?(?:\s*农历.{4,12})?|星期[一二三四五六日天]"
    r"|第?\s*(?:[A-D]?\d{1,2}|[一二三四五六七八九十]{1,3})\s*版[\s：:·]*[\u4e00-\u9fff·]{0,6}|[A-D]?0\d\s+[\u4e00-\u9fff]{2,4}"
    r"|[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|晨报|商报|时报|都市报)"
)


class Kind(Enum):
    """What a block is by itself. Whether a heading heads an article, its neighbours tell."""

    BODY = auto()
    START = auto()
    """Body that opens an article: junk before it, a dateline, or a mark that it comes from another page."""
    HEADING = auto()
    BYLINE = auto()
    CAPTION = auto()
    MASTHEAD = auto()


_ROLES = {
    "kicker": Kind.HEADING,
    "headline": Kind.HEADING,
    "subheadline": Kind.HEADING,
    "crosshead": Kind.HEADING,
    "byline": Kind.BYLINE,
    "paragraph": Kind.BODY,
    "caption": Kind.CAPTION,
}


def classify(block: Block) -> Kind:
    """Say what a block is."""
    text = block.text
    if block.role is not None:
        signed = block.role == "paragraph" and parse_byline_line(text) is not None
        return Kind.BYLINE if signed else _ROLES.get(block.role, Kind.BODY)
    return _classify_by_words(block, text)


def _classify_by_words(block: Block, text: str) -> Kind:
    if block.doubled or _is_caption(block):
        return Kind.CAPTION
    signed = parse_byline_line(text) is not None
    if (block.furniture and not signed) or _MASTHEAD_LINE.fullmatch(text):
        return Kind.MASTHEAD
    if signed:
        return Kind.BYLINE
    if _GOES_ON.fullmatch(text):
        return Kind.BODY
    dateline = find_dateline(text, None)
    starts = (
        block.opening
        or _COMES_FROM.match(text) is not None
        or (block.wrapped and _REPORTED.match(text) is not None)
        or (dateline is not None and len(text) > dateline.span.end + 1)
    )
    heading = not block.wrapped and len(text) <= _LONGEST_HEADING and not _ENDED.search(text) and dateline is None
    if heading and not (block.opening and len(text) > _LONGEST_OPENED_HEADING):
        return Kind.HEADING
    return Kind.START if starts else Kind.BODY


def _is_caption(block: Block) -> bool:
    text = block.text
    if len(text) > _LONGEST_CAPTION or find_dateline(text, None) is not None:
        return False
    return _CAPTION.search(text) is not None and (find_credit(text) is not None or text.startswith(("图为", "▲", "▼")))
