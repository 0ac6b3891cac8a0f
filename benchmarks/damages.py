"""What is done to articles, their headings, their lines and whole pages, as text layers of newspaper PDFs have it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from tests.damage.layout import set_side_by_side


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A clean article in parts; headings and body with the role of each."""

    headings: tuple[tuple[str, str], ...]
    signatures: tuple[str, ...]
    body: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    """Those who sign it."""


_FURNITURE = (
    "临江日报 2022年8月26日 星期五 第3版",
    "责任编辑：甘露 版式：常青 校对：简宁",
    "03 综合新闻",
    "A2 要闻 YAOWEN",
    "第三版",
    "要闻",
    "新闻热线 7654321 投稿邮箱 ljrb@example.com",
    "扫一扫 关注我们",
    "版权所有 翻印必究",
    "LINJIANG RIBAO",
    "社址：临江市文昌路9号 广告许可证：临工商广字001号",
    "□责任编辑 甘露 □电话 7654321",
    "本版责编 甘露 美编 常青",
    "中共临江市委主管主办 统一刊号CN99-0001 第5678期",
    "天气预报：今天到明天多云间晴，15℃～23℃",
    "E-mail:ljxw@example.com",
    "遗失声明 柳小舟遗失身份证，声明作废。",
    "2022.8.26 星期五 编辑/甘露 校对/简宁",
)
_CAPTIONS = (
    "农户在大棚里采摘番茄。",
    "志愿者为老人理发",
    "工人正在检修塔吊，确保用电高峰供电。",
    "孩子们体验活字印刷。",
)
_KICKERS = ("贯彻新理念 建设新家园", "云溪区推进重点工作", "全市重点工作推进会提出", "记者走基层")
_SUBHEADLINES = ("——云溪区基层治理见闻", "多部门联动抓落实 各项工作有序推进", "云溪区基层治理侧记")
_STREWN = ("\ue5e5", "\ufffd", "\ue004", "\x07", "\x1f", "\u200b", "\ufeff", "\xad", "\uf020")
_RADICALS = dict(
    zip(
        "人大小山工心手日月水火生用白皮目石示立竹米老至行",
        "⼈⼤⼩⼭⼯⼼⼿⽇⽉⽔⽕⽣⽤⽩⽪⽬⽯⽰⽴⽵⽶⽼⾄⾏",
        strict=True,
    )
)
_MISREAD = {"日": "曰", "人": "入", "己": "已", "未": "末", "土": "士", "天": "夭", "千": "干", "0": "O", "1": "l"}
_HALF_WIDTH = str.maketrans("，：；（）！？", ",:;()!?")
_SIGNED = re.compile(r"^(?:本报讯|[^，。“（]{0,12}[讯电])?\s*（(?P<who>[^）]{0,30}记者[^）]{0,40})）\s*")


def _other_signature(piece: Piece, random: Random) -> Piece:
    """Sign an article in another of the forms that papers use."""
    (role, first), *rest = piece.body
    match = _SIGNED.match(first)
    if match is None or piece.signatures:
        return piece
    who, lead = match["who"], first[match.end() :]
    form = random.choice(("above", "box", "end", "half width", "wide", "colon"))
    if form == "end" and rest:
        rest[-1] = (rest[-1][0], f"{rest[-1][1]}（{who}）")
    lead = {"half width": f"本报讯 ({who}) ", "wide": f"本报讯 （ {who.replace('记者', '记 者')} ） "}.get(
        form, ""
    ) + lead
    above = {"above": who, "box": f"□{who}", "colon": re.sub(r"(记者|通讯员)\s*", r"\1：", who)}
    return replace(piece, body=((role, lead), *rest), signatures=(above[form],) if form in above else ())


def _other_dateline(piece: Piece, random: Random) -> Piece:
    """Let an article that opens with 本报讯 and a bracket do so in another of the forms that papers use."""
    (role, first), *rest = piece.body
    match = _SIGNED.match(first)
    if match is None:
        return piece
    who, lead = match["who"], first[match.end() :]
    form = random.choice(
        ("【本报讯】（{}）", "（{}）", "临江晚报讯 {} ", "云溪新区讯（{}）", "临江融媒（{}）", "本报临江5月9日电（{}）")
    )
    return replace(piece, body=((role, form.format(who) + lead), *rest))


def _more_headings(piece: Piece, random: Random) -> Piece:
    """Put a kicker over the headline or a subheadline below it."""
    at = next(i for i, (role, _) in enumerate(piece.headings) if role == "headline")
    above, below = piece.headings[:at], piece.headings[at + 1 :]
    if not above and random.random() < 0.6:
        above = (("kicker", random.choice(_KICKERS)),)
    if not below and random.random() < 0.6:
        below = (("subheadline", random.choice(_SUBHEADLINES)),)
    return replace(piece, headings=(*above, piece.headings[at], *below))


def _broken(headings: list[str], random: Random) -> list[str]:
    lines: list[str] = []
    for heading in headings:
        cut = random.randint(3, len(heading) - 3) if len(heading) > 9 else len(heading)
        lines += [part.strip() for part in (heading[:cut], heading[cut:]) if part or not heading]
    return lines


def _upright(headings: list[str], random: Random) -> list[str]:
    """Set some headings downwards, a character a line."""
    return [part for text in headings for part in (list(text) if random.random() < 0.5 else [text])]


def _set_wide(headings: list[str], _: Random) -> list[str]:
    return ["  ".join(" ".join(part) for part in heading.split(" ")) for heading in headings]


def _spaced(lines: list[str], random: Random) -> list[str]:
    return [" ".join(line) if random.random() < 0.15 else line for line in lines]


def _half_width(lines: list[str], random: Random) -> list[str]:
    return [line.translate(_HALF_WIDTH) if random.random() < 0.5 else line for line in lines]


def _full_width(lines: list[str], random: Random) -> list[str]:
    return _each(lines, lambda c: chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and random.random() < 0.8 else c)


def _each(lines: list[str], change: Callable[[str], str]) -> list[str]:
    return ["".join(map(change, line)) for line in lines]


def _strewn(lines: list[str], random: Random) -> list[str]:
    return _each(lines, lambda c: c + random.choice(_STREWN) if random.random() < 0.02 else c)


def _radicals(lines: list[str], random: Random) -> list[str]:
    return _each(lines, lambda c: _RADICALS.get(c, c) if random.random() < 0.5 else c)


def _misread(lines: list[str], random: Random) -> list[str]:
    return _each(lines, lambda c: _MISREAD.get(c, c) if random.random() < 0.02 else c)


def _rules(lines: list[str], random: Random) -> list[str]:
    return [line + random.choice(("|", " |", "｜", "│")) if random.random() < 0.15 else line for line in lines]


def _twice(lines: list[str], random: Random) -> list[str]:
    return [each for line in lines for each in [line] * (1 + (random.random() < 0.06))]


def _without_blanks(lines: list[str], _: Random) -> list[str]:
    return [line for line in lines if line]


def _furniture(lines: list[str], random: Random) -> list[str]:
    for _ in range(2):
        at, line = random.randint(2, max(3, len(lines) - 2)), random.choice(_FURNITURE)
        lines = [*lines[:at], *random.choice(([line], ["", line, ""])), *lines[at:]]
    return [*lines, "", random.choice(_FURNITURE)]


def _captions(lines: list[str], random: Random) -> list[str]:
    at, words = random.randint(2, max(3, len(lines) - 1)), random.choice(_CAPTIONS)
    twice = "".join(c + c for c in words)
    caption = random.choice(
        (f"{twice} 记者 简宁 摄", f"图为{words.rstrip('。')}。记者 简宁 摄", f"▲{words}（简宁 摄）", f"{words} 简宁 摄")
    )
    return [*lines[:at], "", caption, "", *lines[at:]]


Set = list[tuple[list[str], list[str]]]
"""The articles of a page: lines over each, and of its body."""


def _interleaved(articles: Set, random: Random) -> list[str]:
    """Print the last lines of an article behind the headings of the next, or the next headline behind the last line."""
    page: list[str] = []
    tail: list[str] = []
    for head, body in articles:
        cut = len(body) - random.randint(3, 8)
        if tail and random.random() < 0.5 and page:
            first = next((line for line in head if line), "")
            page += [*tail[:-1], f"{tail[-1]} {first}", *head[head.index(first) + 1 :]]
        else:
            page += ["", *head, "", *tail]
        page += body[:cut]
        tail = body[cut:]
    return page + tail


def _side_by_side(articles: Set, _: Random) -> list[str]:
    """Print two articles on the same lines, with spaces between their columns."""
    columns = [[*head, *body] for head, body in articles]
    pairs = zip(columns[::2], [*columns[1::2], []], strict=False)
    return [line for left, right in pairs for line in ("", *set_side_by_side(left, right))]


def _jumping(articles: Set, random: Random) -> list[str]:
    """Let one article go on at the end of the page."""
    jump = random.randrange(len(articles))
    cut = len(articles[jump][1]) // 2
    rest = ["", "（上接第一版）", *articles[jump][1][cut:]]
    lines = [*articles[jump][1][:cut], random.choice(("（下转第三版）", "下转3版"))]
    page = [(head, lines if at == jump else body) for at, (head, body) in enumerate(articles)]
    return [line for head, body in page for line in ("", *head, *body)] + rest


def _headings_below(articles: Set, _: Random) -> list[str]:
    return [line for head, body in articles for line in (*body, "", *head, "")]


PIECES = {"signatures": _other_signature, "datelines": _other_dateline, "more headings": _more_headings}
HEADINGS = {"headings broken": _broken, "headings set wide": _set_wide, "headings upright": _upright}
LINES = {
    "lines set wide": _spaced,
    "half width": _half_width,
    "full width": _full_width,
    "junk inside": _strewn,
    "radicals": _radicals,
    "misread characters": _misread,
    "column rules": _rules,
    "lines twice": _twice,
    "furniture": _furniture,
    "captions inside": _captions,
    "no blank lines": _without_blanks,
}
PAGES = {
    "columns interleaved": _interleaved,
    "columns side by side": _side_by_side,
    "jump lines": _jumping,
    "headings below": _headings_below,
}
