"""Bylines: who signs an article, in which role, for which paper."""

from collections.abc import Iterator
from typing import NamedTuple

from kg import expressions as re
from kg.model.article import Byline
from kg.model.source import Span

_RANK = (
    "(?:见习|实习|特约|首席|特派|特聘|高级|资深|本报|本刊|本网|本台|全媒体|融媒体|摄影|文字|评论|图片"
    "|驻[\u4e00-\u9fff]{1,4}){0,3}"
)
_PEOPLE = f"{_RANK}(?:记者|通讯员|摄影师)|实习生|特约撰稿人?|撰稿人?|作者|评论员"
_DESK = (
    "责任编辑|执行编辑|执行主编|值班[主编][任辑委]|值班编委|主编|编辑|责编|编审|终审|复审|初审|审核|审读|责任校对|校对|"
    "版式设计|版式|版面设计|美术编辑|美编|制图|绘图|制作|统筹|策划|监制|翻译|整理"
)
_CREDITS = "文/图|图/文|文图|图文|摄影报道|摄影|摄像|供图|图片|文字|供稿|文|图|摄|/图"
ROLE = f"{_PEOPLE}|{_DESK}|{_CREDITS}"
_ROLE = re.compile(ROLE)
_PEOPLE_ROLE = re.compile(_PEOPLE)
_STRONG = re.compile(f"{_PEOPLE}|{_DESK}|摄影|供稿|文/图|图/文|供图")
_HAN = "\u3007\u3400-\u9fff\U00020000-\U0003ffff"
_NAME = re.compile(rf"[{_HAN}]{{1,12}}(?:[·•‧][{_HAN}]{{1,12}}){{0,3}}|[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){{0,3}}")
_GAP = re.compile(r"[\s、，,/／:：|｜；;□■◎●▲◇○]+|和(?=[ ])|与(?=[ ])")
_LONGEST_NAME = 7
_BODY_OF_PEOPLE = re.compile(r"(?:[组局部办委会队社院厅处科站所室馆厂店]|中心|公司|政府|法院|银行|学校|大学)$")
_ORGANIZATION = re.compile(
    r"[\u4e00-\u9fffA-Za-z·•‧]{0,20}?(?:日报|晚报|早报|晨报|都市报|商报|时报|报社|报|网|社|台|客户端|融媒体中心|融媒|新闻|传媒|中心)$"
)
_BRACKETS = re.compile(r"[（(\[【〔]([^（）()\[\]【】〔〕]{2,80})[)）\]】〕]")
_SOURCE = re.compile(r"(?:稿件|信息|文章)?来源\s*[:：]\s*\S{2,30}\s*$")
_SENTENCE = re.compile("[。！？“”《》]")
_CREDIT = re.compile(
    rf"(?:^|(?<=[\s，。！？”）]))[（(]?(?:(?:{_PEOPLE})[ :：]*)?[{_HAN}]{{2,4}}"
    rf"(?:[ 、/]+(?:(?:{_PEOPLE})[ :：]*)?[{_HAN}]{{2,4}}){{0,3}}"
    r"[ /]*(?:摄影报道|文/图|摄影|供图|摄|图)[)）]?$|[（(][^（）()。]{2,30}(?:摄影报道|文/图|摄影|供图|摄|图)[)）]$"
)
_REPORTED = re.compile(rf"[{_HAN}]{{2,4}}摄影报道")
_BEHIND = frozenset(
    {
        "文/图",
        "图/文",
        "文图",
        "图文",
        "摄影报道",
        "摄影",
        "供图",
        "供稿",
        "整理",
        "摄",
        "文",
        "图",
        "/图",
        "制图",
        "绘图",
    }
)
_PRINTED_AS = {
    "摄": "摄影",
    "摄影报道": "摄影",
    "供图": "摄影",
    "图片": "摄影",
    "图": "摄影",
    "/图": "摄影",
    "文": "文字",
}
_OWN = re.compile(r"^(?:本报|本刊|本网|本台|本社)")
_NEAR_START = 40


class _Token(NamedTuple):
    kind: str
    span: Span


def parse_byline_line(text: str) -> tuple[Byline, ...] | None:
    """Read a line that is a byline throughout; None where it is anything else. Empty where it names only a source."""
    if len(text) > 80 or _SENTENCE.search(text):
        return None
    inner = _BRACKETS.fullmatch(text)
    start, end = inner.span(1) if inner else (0, len(text))
    source = _SOURCE.search(text, start, end)
    if inner is None and source is None and _GAP.search(text, start, end) is None and not _REPORTED.fullmatch(text):
        return None
    if source is None:
        return _parse(text, start, end)
    return () if source.start() == start else _parse(text, start, source.start())


def find_bracketed(text: str) -> Iterator[Byline]:
    """Find bylines in brackets behind a dateline at the start of a paragraph, or at its end."""
    for match in _BRACKETS.finditer(text):
        if match.start() <= _NEAR_START or len(text) - match.end() <= 1:
            yield from _parse(text, *match.span(1)) or ()


def find_credit(text: str) -> tuple[Span, tuple[Byline, ...]] | None:
    """Find the photographer's credit at the end of a caption: `记者 甲 摄`, `（甲 摄）`, `甲/图`."""
    match = _CREDIT.search(text)
    if match is None:
        return None
    start, end = match.span()
    found = _parse(text, start + (text[start] in "（("), end - (text[end - 1] in "）)"))
    return (Span(start, end), found) if found else None


def moved(byline: Byline, by: int) -> Byline:
    """Return a byline of a line as one of a text in which the line begins at `by`."""
    where = byline.organization
    organization = Span(where.start + by, where.end + by) if where else None
    span = Span(byline.span.start + by, byline.span.end + by)
    return Byline(role=byline.role, name=byline.name, span=span, organization=organization)


def _parse(text: str, start: int, end: int) -> tuple[Byline, ...] | None:
    """Read `text[start:end]` as roles and names; None where something else stands there, or no role at all."""
    if _ROLE.search(text, start, end) is None:
        return None
    tokens = list(_tokens(text, start, end))
    if not tokens or tokens[-1].kind == "other" or any(token.kind == "other" for token in tokens):
        return None
    strong = any(t.kind == "role" and _STRONG.fullmatch(t.span.of(text)) for t in tokens)
    credit = tokens[-1].kind == "role" and len(tokens) >= 2
    return _sign(text, tokens) if strong or credit else None


def _sign(text: str, tokens: list[_Token]) -> tuple[Byline, ...] | None:
    """Give each name the role before it, or, where none stands there, the one behind it."""
    bylines: list[Byline] = []
    waiting: list[Span] = []
    role: str | None = None
    organization: Span | None = None
    for i, (kind, span) in enumerate(tokens):
        words = span.of(text)
        if kind == "organization":
            organization = span
        elif kind == "name" and role is None:
            waiting.append(span)
        elif kind == "name" and role is not None:
            if _BODY_OF_PEOPLE.search(words) is None:
                bylines.append(
                    Byline(role=_PRINTED_AS.get(role, role), name=words, span=span, organization=organization)
                )
        elif waiting or _stands_behind(text, tokens, i):
            bylines = _credit(text, bylines, waiting, words)
            waiting, role, organization = [], None, None
        else:
            role = _OWN.sub("", words)
            if i == 0 or tokens[i - 1].kind != "organization":
                organization = None
    return tuple(bylines) if not waiting and (bylines or any(t.kind == "name" for t in tokens)) else None


def _tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    """Cut a byline into roles, names, organizations; `other` where it is none."""
    at = start
    while at < end:
        if gap := _GAP.match(text, at, end):
            at = gap.end()
            continue
        token = _next_token(text, at, end)
        yield token
        at = token.span.end


def _next_token(text: str, at: int, end: int) -> _Token:
    role = _ROLE.search(text, at, end)
    if role is not None and role.start() > at:
        head = text[at : role.start()].rstrip(" ")
        if "员" in role[0] + "员" and _is_paper(head) and _STRONG.fullmatch(role[0]):
            return _Token("organization", Span(at, at + len(head)))
    if role is not None and role.start() == at:
        glued = role.end() < end and _GAP.match(text, role.end(), end) is None
        if not glued or _PEOPLE_ROLE.fullmatch(role[0]) is not None:
            return _Token("role", Span(*role.span()))
        if len(role[0]) > 1:  # one character may as well begin a name (文静)
            return _Token("other", Span(*role.span()))
    name = _NAME.match(text, at, end)
    if name is None:
        return _Token("other", Span(at, end))
    last = name.end()
    if role is not None and at + 2 <= role.start() < last and len(role[0]) > 1:
        last = role.start()
    elif text[last - 1] == "摄" and last - at in (3, 4) and last == end:
        last -= 1
    words = text[at:last]
    fits = 2 <= len(words) <= _LONGEST_NAME or _BODY_OF_PEOPLE.search(words) or "·" in words or words.isascii()
    return _Token("name" if fits else "other", Span(at, last))


def _is_paper(head: str) -> bool:
    return 2 <= len(head) <= 24 and " " not in head and _ORGANIZATION.fullmatch(head) is not None


def _stands_behind(text: str, tokens: list[_Token], i: int) -> bool:
    """Tell a role that stands behind its name (甲 摄, 甲 文/图) from one that stands before."""
    follows_name = i > 0 and tokens[i - 1].kind == "name"
    before_name = i + 1 < len(tokens) and tokens[i + 1].kind == "name"
    return tokens[i].span.of(text) in _BEHIND and follows_name and not before_name


def _credit(text: str, bylines: list[Byline], waiting: list[Span], printed: str) -> list[Byline]:
    """Give a role printed behind them to the names that wait for one; a photographer's also to a reporter before it."""
    role = _PRINTED_AS.get(printed, printed)
    if waiting:
        people = (s for s in waiting if _BODY_OF_PEOPLE.search(s.of(text)) is None)
        return [*bylines, *(Byline(role=role, name=s.of(text), span=s) for s in people)]
    if printed in ("摄", "摄影", "摄影报道") and bylines:
        last = bylines[-1]
        return [*bylines[:-1], Byline(role=role, name=last.name, span=last.span, organization=last.organization)]
    return bylines
