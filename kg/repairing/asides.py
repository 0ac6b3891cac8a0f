"""Lines that stand between others and belong to none of them: running heads, the paper's imprint, captions."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg import expressions as re
from kg.repairing.columns import INDENT, SLACK, Columns
from kg.repairing.lines import Printed
from kg.repairing.signs import is_plain, opens

_LONGEST = 120
_LONGEST_CAPTION = 5
_MASTHEAD = re.compile(
    r"(?:19|20)\d\d\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|星期[一二三四五六日天]"
    r"|(?<![转接第0-9A-Z])第?\s*[0-9A-Z]{1,3}\s*版(?=\s|$|[：:])|今日\d+版|第\s*\d{3,}\s*期|主管主办|农历|天气预报"
    r"|责任编辑|值班编辑|编辑[:：/]|版式|校对|邮发代号|统一(?:连续出版物号|刊号)|新闻热线|投稿邮箱|E-?mail"
)
_HINT = re.compile(r"[版期辑校邮刊农热]|天气|主管|mail|[0-9]{4}")
"""What each of these words holds: looked for first, for few lines hold any."""
_SECTION = (
    "(?:(?:要 {0,2}闻|综 {0,2}合|时政|本地|民生|社会|经济|文化|教育|法治|健康|体育|国内|国际|广告|公告|专题|专版|"
    "副刊|理论|视点|聚焦|党建|农业|科技|文旅|资讯|新闻)·?){1,2}"
)
_PAGE = "(?:第?[A-D]?[0-9]{1,2}版?|第[一二三四五六七八九十]{1,3}版)"
_NAME = r"[\u4e00-\u9fff](?: ?[\u4e00-\u9fff]){1,3}"
_DESK = r"(?:本版|本期|值班|执行|责任|美术|首席)*(?:编辑|责编|主编|校对|版式|美编|设计|审读|组版|审校|统筹|监制|编审)"
_IMPRINT = re.compile(
    rf"(?:{_PAGE})?\s*{_SECTION}(?:\s*[A-Z]+)?|{_SECTION}\s*{_PAGE}|[A-Z]+(?: [A-Z]+)+"
    r"|第[一二三四五六七八九十]{1,3}版|[A-D]?[0-9]{1,2}版"
    rf"|[□■○●]?\s*(?:{_DESK}\s*[:：/ ]\s*{_NAME}(?=\W|$)[\s,，、;；]*)+(?:[□■]?\s*电话[:：\s]*[\d-]{{7,}})?"
    r"|[□■]?\s*(?:(?:新闻|广告|发行|投稿)(?:热线|电话|邮箱)|E-?mail|广告(?:经营)?许可证|(?:本报)?社址|本报地址)[\s:：].*"
    r"|电话[:：\s]\s*[\d-]{7,}|扫一扫[ ，]?(?:关注我们|看更多|更多精彩)|版权所有[ ，]?(?:翻印必究|侵权必究)?"
    r"|(?=.*[版P])(?:[上下]一[版篇期]|本期共\d+版|当前第\d+版|(?:版面|标题)导航|返回(?:首页|目录)|PDF(?:版|下载)?|[»«\s,，|])+"
    r"|中共.{2,8}委主管主办|(?:遗失声明|天气预报|今日天气)[\s:：].+"
)
_CAPTION = re.compile(r"[▲▼△▽]|图为|[上下左右]图|图[①②③④⑤⑥]")
_WHOLE_CAPTION = re.compile(r"[^，；]{4,30}[。\s]\s*(?:(?:记者|通讯员)\s?)?[\u4e00-\u9fff]{2,4}\s?(?:摄|摄影报道)")
_GOES_ON = re.compile(r"[，、，\u4e00-\u9fff]$")
_MOST_HEADINGS = 3
_SHORTEST_UPRIGHT = 4
_CREDIT = re.compile(r"(?:摄|供图|摄影报道|/图|资料图片)[）)]?$")


class Aside(NamedTuple):
    """Lines `[start, end)` that stand apart; `furniture` tells what a paper prints on every page from captions."""

    start: int
    end: int
    furniture: bool


def is_furniture(text: str) -> bool:
    """Tell a running head or an imprint: two of date, weekday, page and editor, or what papers print on every page."""
    if len(text) > _LONGEST:
        return False
    if _HINT.search(text) is not None and len(_MASTHEAD.findall(text)) >= 2:
        return True
    return _IMPRINT.fullmatch(text) is not None


def find_asides(lines: Sequence[Printed]) -> Iterator[Aside]:
    """Give the lines that stand apart, in order."""
    at = 0
    while at < len(lines):
        line = lines[at]
        furniture = is_furniture(line.text)
        end = at + 1 if furniture or line.doubled or _is_whole(lines, at) else _caption_end(lines, at)
        end = _upright_end(lines, at) if end == at and len(line.text) == 1 else end
        if end > at:
            yield Aside(at, end, furniture)
        at = max(end, at + 1)


def find_intruders(columns: Columns) -> Iterator[int]:
    """Give the headings of other articles inside a sentence: lines unlike the column that goes on behind them."""
    lines = columns.lines
    at = 2
    while at < len(lines) - 1:
        end = at
        if lines[at].gap and _may_head(lines[at]) and _breaks_off(columns, at - 1):
            while end < min(at + _MOST_HEADINGS, len(lines) - 1) and _may_head(lines[end]) and columns.intrudes(end):
                end += 1
        if end > at and lines[end].gap and not opens(lines[end]) and not columns.intrudes(end):
            yield from range(at, end)
        at = max(end, at + 1)


def _may_head(line: Printed) -> bool:
    closes = line.text.count("）") > line.text.count("（")
    return not line.ended and not closes and is_plain(line.text) and not opens(line)


def _breaks_off(columns: Columns, at: int) -> bool:
    """Tell a line inside a sentence that is as wide as its column, or as a first one of it."""
    text = columns.lines[at].text
    most = SLACK if is_plain(text) else INDENT + SLACK
    return _GOES_ON.search(text) is not None and -SLACK < columns.lacks_before(at) < most


def _is_whole(lines: Sequence[Printed], at: int) -> bool:
    """Tell a caption on one line with its photographer, blank lines before and behind it."""
    apart = lines[at].gap and (at + 1 == len(lines) or lines[at + 1].gap)
    return apart and _WHOLE_CAPTION.fullmatch(lines[at].text) is not None


def _upright_end(lines: Sequence[Printed], at: int) -> int:
    """Return where a heading ends that is set downwards from line `at` on, a character a line; `at` where none is."""
    end = at
    while end < len(lines) and len(lines[end].text) == 1 and not lines[end].opening:
        end += 1
    written = sum("\u4e00" <= line.text <= "\u9fff" for line in lines[at:end])
    return end if end - at >= _SHORTEST_UPRIGHT and written > (end - at) / 2 else at


def _caption_end(lines: Sequence[Printed], at: int) -> int:
    """Return where a caption ends that begins with line `at`; `at` where none does, or no photographer is named."""
    if _CAPTION.match(lines[at].text) is None or lines[at].opening:
        return at
    for end in range(at, min(at + _LONGEST_CAPTION, len(lines))):
        if end > at and (lines[end].gap or lines[end].opening):
            return at
        if _CREDIT.search(lines[end].text):
            return end + 1
    return at
