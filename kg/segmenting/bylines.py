"""Bylines and datelines: who signs an article, for which paper, from which place and day."""

import re
from collections.abc import Iterator
from datetime import date

from kg.model.article import Byline, Dateline
from kg.model.source import Span

_RANK = "(?:见习|实习|特约|首席|特派|特聘|本报|本刊|本网|驻[\\u4e00-\\u9fff]{1,4}|全媒体|融媒体|摄影|文字|评论员)?"
ROLE = (
    f"{_RANK}记者|{_RANK}通讯员|实习生|特约撰稿人?|评论员|撰稿人?|作者|责任编辑|执行编辑|编辑|责编|编审|审核|校对|版式|美编|制图|绘图|"
    "统筹|策划|摄影报道|摄影|摄像|供稿|文字|图片|翻译|整理|文/图|图/文|文图|图文|文|图|摄"
)
_ROLE = re.compile(ROLE)
_STRONG = re.compile(r"记者|通讯员|实习生|作者|责编|编辑|摄影|校对|撰稿|评论员|供稿|来源|文/图|图/文|审核|编审")
_NAME = "[\\u3007\\u3400-\\u9fff\\U00020000-\\U0003ffff]{2,4}|[\\u3400-\\u9fff]{1,8}(?:[·•][\\u3400-\\u9fff]{1,10}){1,3}|[A-Za-z][A-Za-z .]{1,30}"
_NAMES = re.compile(_NAME)
_TOKEN = re.compile(rf"(?P<role>{ROLE})|(?P<name>{_NAME})|(?P<mark>[□■◎●▲◇○])|(?P<gap>[\s、，,/／:：|｜；;和与]+)")
_SOURCE = re.compile(r"(?:稿件|信息|文章)?来源\s*[:：]\s*\S{2,30}\s*$")
_CREDIT = re.compile(
    rf"(?P<name>{_NAME})[ /]*(?P<what>文/图|图/文|摄影报道|文图|图文|摄影|摄|文|图|供图|整理|绘|制图)(?![\u4e00-\u9fff])"
)
_ORGANIZATION = re.compile(
    r"[\u4e00-\u9fffA-Za-z·•]{0,20}?(?:日报|晚报|早报|晨报|都市报|商报|时报|报社|报|网|社|台|客户端|融媒体中心|融媒|新闻|传媒|中心)$"
)
_OWN = re.compile(r"^(?:本报|本刊|本网|本台|本社)")
_BRACKETS = re.compile(r"[（(]([^（）()]{2,80})[)）]")
_DAY = r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
_DATELINE = re.compile(
    r"(?P<agency>据?(?:本报|本网|本刊|本台|本社|新华社|中新社|中新网|人民网|新华网|央视网|中国网|[\u4e00-\u9fff·•]{2,10}?(?:日报|晚报|早报|报|网|社|台|客户端)))"
    rf"(?P<place>[\u4e00-\u9fff]{{2,8}}?)??[ ]?(?:{_DAY})?[ ]?(?:专?电|讯|消息)(?=[\s（(：:，]|[^，。；]|$)"
)
_PRINTED_AS = {"摄": "摄影", "摄影报道": "摄影", "供图": "摄影", "图片": "摄影"}


def find_dateline(text: str, published: date | None) -> Dateline | None:
    """Find the dateline that a paragraph opens with. Its year is that of the issue, the day at most that of it."""
    match = _DATELINE.match(text)
    if match is None or match.end() > 30:
        return None
    return Dateline(place=match["place"], date=_day(match, published), span=Span(*match.span()))


def parse_byline_line(text: str) -> tuple[Byline, ...] | None:
    """Read a line that is a byline throughout; None where it is anything else."""
    if len(text) > 80 or re.search("[。！？；“”《》]", text):
        return None
    inner = re.fullmatch(r"[（(](.*)[)）]", text)
    start, end = inner.span(1) if inner else (0, len(text))
    source = _SOURCE.search(text, start, end)
    if source is None:
        return _parse(text, start, end)
    return () if source.start() == start else _parse(text, start, source.start())


def find_bracketed(text: str) -> Iterator[tuple[Span, tuple[Byline, ...]]]:
    """Find bylines in brackets behind a dateline at the start of a paragraph, or at its end."""
    for match in _BRACKETS.finditer(text):
        near_start = match.start() <= 30
        at_end = len(text) - match.end() <= 1
        if (near_start or at_end) and (found := _parse(text, *match.span(1))):
            yield Span(*match.span()), found


def find_credit(text: str) -> tuple[Span, tuple[Byline, ...]] | None:
    """Find the photographer's credit at the end of a caption: `记者 甲 摄`, `（甲 摄）`, `甲/图`."""
    match = re.search(
        rf"[（(]?(?:(?:{_RANK}记者|{_RANK}通讯员|实习生)?[ :：]*(?:{_NAME})[ 、/]*)+(?:摄影报道|文/图|摄影|摄|供图|/图|图)[)）]?$",
        text,
    )
    if match is None:
        return None
    start, end = match.span()
    inner = (start + (text[start] in "（("), end - (text[end - 1] in "）)"))
    found = _parse(text, *inner)
    return (Span(start, end), found) if found else None


def _day(match: re.Match[str], published: date | None) -> date | None:
    if published is None or not match["month"]:
        return None
    for year in (published.year, published.year - 1):
        try:
            day = date(year, int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        if day <= published:
            return day
    return None


def _parse(text: str, start: int, end: int) -> tuple[Byline, ...] | None:
    """Read `text[start:end]` as roles and names; None where something else stands there, or no role at all."""
    if _STRONG.search(text, start, end) is None and _CREDIT.search(text, start, end) is None:
        return None
    bylines: list[Byline] = []
    role: str | None = None
    organization: Span | None = None
    waiting: list[Span] = []
    at = start
    while at < end:
        token = _next_token(text, at, end)
        if token is None:
            return None
        kind, span = token
        if kind == "organization":
            organization = span
        elif kind == "role":
            printed = span.of(text)
            if waiting or (bylines and _is_trailing(text, span, end)):
                bylines = _credit(bylines, waiting, printed, text)
                waiting = []
            else:
                role = _OWN.sub("", printed)
                organization = organization if organization is not None and _meets(text, organization, span) else None
        elif kind == "name":
            if role is None:
                waiting.append(span)
            else:
                bylines.append(
                    Byline(role=_PRINTED_AS.get(role, role), name=span.of(text), span=span, organization=organization)
                )
        at = span.end
    return tuple(bylines) if bylines and not waiting else None


def _meets(text: str, organization: Span, role: Span) -> bool:
    """Tell whether a role stands right behind an organization: it is not that of the next role."""
    return not text[organization.end : role.start].strip()


def _next_token(text: str, at: int, end: int) -> tuple[str, Span] | None:
    """Cut the next role, name, organization or separator off a byline."""
    role = _ROLE.search(text, at, end)
    if role is not None and role.start() > at:
        head = text[at : role.start()].rstrip(" ")
        if _ORGANIZATION.fullmatch(head) and len(head) > 2 and "记者" in role[0]:
            return "organization", Span(at, at + len(head))
    match = _TOKEN.match(text, at, end)
    if match is None:
        return None
    if match.lastgroup == "name":
        return "name", Span(at, _name_end(text, at, match.end(), role))
    return str(match.lastgroup), Span(*match.span())


def _name_end(text: str, start: int, end: int, role: re.Match[str] | None) -> int:
    """End a name before a role that follows without a space (韩立通讯员…)."""
    if role is not None and start + 2 <= role.start() < end:
        return role.start()
    return end


def _is_trailing(text: str, span: Span, end: int) -> bool:
    """Tell a role that stands behind its name: 甲 摄, 甲 文/图."""
    return span.of(text) in ("文/图", "图/文", "文图", "图文", "摄", "摄影", "文", "图", "摄影报道", "整理") and (
        span.end >= end or not _NAMES.match(text[span.end : end].lstrip(" /:："))
    )


def _credit(bylines: list[Byline], waiting: list[Span], printed: str, text: str) -> list[Byline]:
    """Give a role printed behind them to the names that wait for one; a photographer's also to those named as reporters."""
    role = _PRINTED_AS.get(printed, printed)
    if waiting:
        return [*bylines, *(Byline(role=role, name=s.of(text), span=s) for s in waiting)]
    if printed in ("摄", "摄影"):
        last = bylines[-1]
        return [*bylines[:-1], Byline(role=role, name=last.name, span=last.span, organization=last.organization)]
    return bylines
