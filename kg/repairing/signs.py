"""What the words of a line say of where it belongs: bylines, datelines, open quotes, headings in two halves."""

from collections.abc import Sequence

from kg import expressions as re
from kg.repairing.lines import Printed

_RUNS_ON = re.compile(r"[，、；（“‘《〈「『(·/,;]$|[A-Za-z]-$")
_CLOSING = re.compile(r"[，。、；：！？”’）》〉」』…%),;]")
_SUBTITLE = re.compile("[—─－-]{2,}")
_SIGNATURE = re.compile(
    r"[□■◎●▲◇○（(\s]*(?:文/)?(?:[^\s，。；：:（）()“”]{2,14}?[\s•·]*)??(?:见习|实习|特约|首席|特派|全媒体)?"
    r"(?:记者|通讯员|实习生|摄影|作者)(?:[\s:：]+[^\s0-9，。；！？（）()“”]{1,9}){1,8}[）)]?"
    r"|[（(](?:(?:整理|供稿|编辑)[:：][^（）()，。；]{2,20}|[^（）()，。；]{2,30}(?:整理|供稿|辑))[）)]"
)
_ROLE = re.compile("记者|通讯员|实习生|摄影|作者|整理|供稿|辑")
_REPORTER = "(?:本报|本网|见习|实习|首席|特派|特约|全媒体|融媒体){0,2}(?:记者|通讯员)"
_DATELINE = re.compile(
    r"[（(【〔\[]?(?:(?:本报|本网|新华社|中新[网社]|[\u4e00-\u9fff]{1,8}[报网台社媒])[^，。：；（“]{0,12}[讯电]"
    rf"(?:[】〕\]]|\s?(?:[（(]|\d|$|{_REPORTER}))|本报讯|本网讯)"
    rf"|[\u4e00-\u9fff]{{2,12}}\s?[（(]{_REPORTER}"
    rf"|[（(](?:[\u4e00-\u9fff]{{2,8}}[报社台])?{_REPORTER}[^（）()。，；]{{2,40}}[）)]\s?[^\s（(。]"
)
_STARTS = "（(【〔[本新中"
_BROKEN_DATELINE = re.compile(
    r"[（(【〔\[]?(?:本报|本网|新华社|中新[网社])[^，。：；（）“”]{0,14}$"
    rf"|[（(](?:[\u4e00-\u9fff]{{2,8}}[报社台])?{_REPORTER}[^（）()。，；]{{0,40}}$"
)
_CLAUSE = re.compile("[，。；！？;]|,(?![0-9])")
_NAME = r"[\u4e00-\u9fff]{2,4}"
_SIGNED_END = re.compile(
    r"(?:^|[。！？”…])\s*[（(][^（）()]*(?:记\s?者|通\s?讯\s?员|摄|供稿|整理|下转|上接)[^（）()]*[）)]$"
    rf"|[。！？”…]\s*[（(]{_NAME}(?:[ \u3000、]{_NAME}){{0,4}}[）)]$"
    r"|[（(](?:下转|上接)[^（）()]*[）)]$"
)
_PAGE = r"\s*第?\s*[0-9A-Z一二三四五六七八九十]{1,3}\s*版"
_ONWARD = re.compile(rf"[（(【]?\s*下转{_PAGE}\s*[）)】]?")
_BACK = re.compile(rf"[（(【]?\s*[上紧]接{_PAGE}")
_UNFINISHED = re.compile(r"[0-9０-９的和与及或在将对为是由向把从以并被让其至于因也都已就更最较则但而且]$")
_HALVES = re.compile(r"([^\s，。；、：]{2,9})[ \u3000]{1,2}([^\s，。；、：]{2,9})")
_PHRASE = r"[^\s，。、；：！？\d]{3,16}"
_PARTED = re.compile(rf"{_PHRASE}[\u4e00-\u9fff][ \u3000]{{1,2}}[\u4e00-\u9fff]{_PHRASE}")
_ITEM_SIGNS = frozenset("▲△▼▽●◎■◆◇★☆□※【")
_DIGITS = frozenset("〇○一二三四五六七八九十年")
_LEAD = re.compile(r"[0-9０-９]{1,2}\s?月\s?[0-9０-９]{1,2}\s?日|[昨今][日天]|近日|日前|连日来|近年来|今年以来")
_TOKEN = re.compile(r"(?:[0-9A-Za-z.,%]+|[“‘《（]*.)[，。、；：！？”’）》]*")
_PAIRS = ("“”", "《》", "（）", "‘’")
_LONGEST_SIGNATURE = 60


def is_signature(text: str) -> bool:
    """Tell whether a line is a byline by itself."""
    if len(text) > _LONGEST_SIGNATURE or _ROLE.search(text) is None or text.count("（") != text.count("）"):
        return False
    return _SIGNATURE.fullmatch(text) is not None


def is_dateline(text: str) -> bool:
    """Tell whether a line begins with a dateline."""
    return ("讯" in text or "电" in text or "记者" in text) and _DATELINE.match(text) is not None


def breaks_dateline(text: str, below: str) -> bool:
    """Tell whether a line begins with a dateline that ends in the line below."""
    return text[0] in _STARTS and _BROKEN_DATELINE.match(text) is not None and is_dateline(text + below)


def is_onward(text: str) -> bool:
    """Tell a line that says where the article above goes on, and nothing else."""
    return "下转" in text and _ONWARD.fullmatch(text) is not None


def opens(line: Printed) -> bool:
    """Tell whether a line opens an article or a part of one, or signs one."""
    return line.opening or is_dateline(line.text) or _BACK.match(line.text) is not None or is_signature(line.text)


def is_signed(lines: Sequence[Printed]) -> bool:
    """Tell whether lines end with a byline or a note of continuation in brackets."""
    if not lines[-1].text.endswith(("）", ")")):
        return False
    return _SIGNED_END.search("".join(line.text for line in lines[-3:])) is not None


def is_open(lines: Sequence[Printed]) -> bool:
    """Tell whether a quote or bracket of the last lines is still open."""
    text = "".join(line.text for line in lines[-4:])
    return any(text.rfind(pair[0]) > text.rfind(pair[1]) for pair in _PAIRS)


def runs_on(a: str, b: str) -> bool:
    """Tell by the marks at the line end that a sentence goes on in the next line."""
    return _RUNS_ON.search(a) is not None or begins_closing(b)


def begins_closing(text: str) -> bool:
    """Tell a line that begins with a mark that no line may begin with, as the end of a quote."""
    return _CLOSING.match(text) is not None


def parts_phrase(page: str, a: str, b: str) -> bool:
    """Tell a line end inside a phrase: the characters on both sides of it stand together elsewhere on the page."""
    return min(a[-1], b[0]) >= "\u4e00" and max(a[-1], b[0]) <= "\u9fff" and page.count(a[-1] + b[0]) > 1


def is_subtitle(text: str) -> bool:
    """Tell a line that begins with a dash, as subheadlines do."""
    return _SUBTITLE.match(text) is not None


def is_plain(text: str) -> bool:
    """Tell a line that may be a heading by its words: no clause ends in it, and it does not break off."""
    return _CLAUSE.search(text) is None and _UNFINISHED.search(text) is None


def has_no_clause(lines: Sequence[Printed]) -> bool:
    """Tell lines that may be one heading by their words, though it was broken where none ends."""
    last = lines[-1].text
    return all(_CLAUSE.search(line.text) is None for line in lines) and is_plain(last) and not is_onward(last)


def is_in_halves(text: str) -> bool:
    """Tell a heading in two halves of equal length with a space between them, as body text has none."""
    match = _HALVES.fullmatch(text)
    return match is not None and len(match[1]) == len(match[2])


def is_parted(text: str) -> bool:
    """Tell a heading in two phrases with a space between them, of any length."""
    return _PARTED.fullmatch(text) is not None


def is_item(text: str) -> bool:
    """Tell a line that begins with the sign of an item of a digest, and with no nought of a year."""
    return text[0] in _ITEM_SIGNS or (text[0] == "○" and text[1:2] not in _DIGITS)


def is_lead(text: str) -> bool:
    """Tell a line that begins with a day, as the text of a report does."""
    return _LEAD.match(text) is not None


def first_token(text: str) -> float:
    """Measure what of a line could not be parted: a number or a word, with the mark behind it."""
    match = _TOKEN.match(text)
    return sum(0.5 if c.isascii() else 1.0 for c in match[0]) if match else 0.0
