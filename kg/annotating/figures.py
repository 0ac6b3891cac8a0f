"""Reported quantities: number, unit and bound, what is counted, level, change or target.

A quantity is a number with a unit of the lexicon. What only looks like one is left out: dates, clock times, ordinals,
scores, numbers in names (“10·5”, 十大行动, 一米线), and 一 with a measure word (一块牌匾).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kg.annotating.modality import modality_of
from kg.annotating.numerals import ARABIC, number
from kg.annotating.view import View
from kg.lexicon import table
from kg.model.facts import Bound, Figure, FigureKind, When
from kg.model.source import Span

_VALUE = rf"(?:{ARABIC})(?:[百千]?[万亿]+|[百千](?=[余多]))?|[一二三四五六七八九两百千][一二三四五六七八九十百千万亿零〇两]*|十[一二三四五六七八九]?[万亿]?"
_PRE: dict[str, Bound] = {
    "超过": "more-than", "多达": "at-least", "超": "more-than", "逾": "more-than", "突破": "more-than", "高于": "more-than",
    "大于": "more-than", "不少于": "at-least", "不低于": "at-least", "不小于": "at-least", "至少": "at-least", "最少": "at-least", "最低": "at-least",
    "近": "nearly", "接近": "nearly", "将近": "nearly", "约": "about", "大约": "about", "约为": "about", "大概": "about", "约有": "about",
    "不足": "less-than", "低于": "less-than", "少于": "less-than", "不到": "less-than", "小于": "less-than",
    "不超过": "at-most", "最多": "at-most", "最高": "at-most", "不高于": "at-most", "至多": "at-most", "不多于": "at-most",
}  # fmt: skip
_POST: dict[str, Bound] = {
    "以上": "at-least", "左右": "about", "上下": "about", "以内": "at-most", "以下": "at-most", "之内": "at-most", "之多": "at-least", "开外": "more-than",
    "有余": "more-than",
}  # fmt: skip
_MORE = "余多来"
_VAGUE = re.compile(
    r"(?<![\d一二三四五六七八九十百千万])(?:(?:数|几|好几|上|成)[十百千万亿]+|几|十几|几十|二十几|若干|两三|三四|四五|五六|六七|七八|八九)(?:余|多)?(?=[万亿]?[^\d一二三四五六七八九十])"
)
_VAGUE_RANGE = {"数": (2, 9), "几": (2, 9), "好几": (2, 9), "上": (1, None), "成": (1, None)}
_RANGE = r"(?:至|到|—|－|-|~|～)"
_SKIP_BEFORE = re.compile(r"(?:第|[·.]|[A-Za-z_\-/]|[〔\[]|[gG]|Q|届|“十|星期|周|初|正月|腊月)$")
_LEADING_ONE = re.compile(r"^[一]$")
_CHANGE = re.compile(
    r"(?:增长|同比增长|增加|增幅|下降|减少|提高|提升|降低|上升|上涨|上浮|下浮|回落|净增|新增|缩短|压缩|压减|攀升)了?(?:约|近|超|逾|超过)?$"
)
_TO = re.compile(r"(?:到|至|为|达|达到)(?:约|近|超|逾|超过)?$")
_TARGET = re.compile(r"(?:力争|争取|目标|计划|确保|拟|将达|预计|有望|规划|到20\d\d年)")
_NOUN_STOP = re.compile(
    r"[，。；：！？、（）()“”《》\s\d]|以上|左右|以下|以内|的|参加|出席|开展|进行|对|向|在|为|于|从|与|和|及|到|把|被|将|由|已|均|都|全部|分别|进入|获|受|前来|组成|参与|走进|来自|围绕|现场|报名|通过|角逐|赶赴|深入|组织|投身|进|来|用于|其中"
)
_BEFORE_STOP = re.compile(
    r"[，。；：！？（）()“”《》\s\d]|[、](?=.*[、])|共计|总计|累计|合计|共有|共|约|近|超过|已有|已|有|达到|达|为|是|了|的|每|组织|发动|动员|等"
)


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    low: str
    high: str | None
    more: bool
    unit: str
    bound: Bound


@cache
def _units() -> dict[str, str]:
    return {row[0]: row[1] for row in table("units")}


@cache
def _regex() -> re.Pattern[str]:
    words = "|".join(re.escape(unit) for unit in sorted(_units(), key=lambda unit: (-len(unit), unit)))
    before = "|".join(sorted(_PRE, key=lambda word: (-len(word), word)))
    after = "|".join(_POST)
    return re.compile(
        rf"(?P<pre>(?:{before}))?(?:人民币)?(?:百分之(?P<percent>{_VALUE})"
        rf"|(?P<low>{_VALUE})(?:(?P<lowunit>(?:{words})?){_RANGE}(?P<high>{_VALUE}))?(?P<more>[{_MORE}]?)(?P<scale>[万亿]?)(?P<more2>[{_MORE}]?)(?P<unit>个(?=[{_MORE}]?月)|{words})(?P<more3>[{_MORE}](?![余多]))?)"
        rf"(?P<post>{after})?"
    )


def find_figures(view: View, whens: tuple[When, ...], names: tuple[Span, ...]) -> tuple[Figure, ...]:
    """Find the quantities of an article. `names` are spans in whose inside no quantity stands (events, organizations)."""
    found: dict[tuple[object, ...], Figure] = {}
    closed = _closed(view, whens, names)
    for line in view.article.lines:
        for match in _matches(view.text, line.span, closed):
            figure = _figure(view, match)
            key = (figure.as_written, figure.unit, figure.counted, figure.kind)
            if key in found:
                both = tuple(dict.fromkeys(found[key].evidence + figure.evidence))
                found[key] = _with_evidence(found[key], both)
            else:
                found[key] = figure
    return tuple(found.values())


def _with_evidence(figure: Figure, evidence: tuple[Span, ...]) -> Figure:
    from dataclasses import replace

    return replace(figure, evidence=evidence)


def _closed(view: View, whens: tuple[When, ...], names: tuple[Span, ...]) -> list[Span]:
    return sorted([*(when.span for when in whens if when.as_written[0] not in "每目近"), *names])


def _matches(text: str, line: Span, closed: list[Span]) -> Iterator[_Match]:
    position = line.start
    regex = _regex()
    while (m := regex.search(text, position, line.end)) is not None:
        inside = next((s for s in closed if s.start < m.end() and m.start() < s.end), None)
        if inside is not None and not (m.start() >= inside.end):
            position = max(inside.end, m.start() + 1)
            continue
        match = _accept(text, m)
        position = m.end() if match is not None else m.start() + 1
        if match is not None:
            yield match


def _accept(text: str, m: re.Match[str]) -> _Match | None:
    if _SKIP_BEFORE.search(text[max(0, m.start() - 2) : m.start()]):
        return None
    post = m["post"] or ""
    if m["percent"]:
        return _Match(m.start(), m.end(), m["percent"], None, False, "%", _bound(m, post, False))
    unit, low = m["unit"], m["low"]
    if _is_no_quantity(text, m):
        return None
    more = any(m[name] for name in ("more", "more2", "more3"))
    scale = m["scale"] or ""
    return _Match(
        m.start(),
        m.end(),
        low + scale if not m["high"] else low,
        (m["high"] + scale) if m["high"] else None,
        more,
        unit,
        _bound(m, post, more),
    )


def _is_no_quantity(text: str, m: re.Match[str]) -> bool:
    unit, low, end = m["unit"], m["low"], m.end("unit")
    kind = _units()[unit]
    following = text[end : end + 2]
    if _LEADING_ONE.match(low) and not m["high"]:
        return True
    if unit in {"年", "月", "日", "周", "天"} and not m["more"]:
        if unit in {"月", "日"} or (unit == "年" and re.fullmatch(r"(?:19|20)\d\d|\d\d", low) and len(low) == 4):
            return True
        if unit == "年" and following[:1] in "级":
            return True
        if unit == "周" and (following[:1] in "年岁" and low == "一"):
            return True
    if unit in {"分", "点", "时", "角"} and (
        following[:1] in "钟半整许析类工别" or text[max(0, m.start() - 1) : m.start()] in {"时", "点"}
    ):
        return True
    if (
        unit in {"点", "角", "块", "层", "面", "口", "道", "步", "堂", "度", "两", "米", "课", "站", "级", "线", "环"}
        and not low[0].isdigit()
        and not m["more"]
    ):
        return kind == "measure" or low in {"一", "两", "三"} and unit not in {"米"}
    if unit == "度" and following[:1] in "假过":
        return True
    return False


def _bound(m: re.Match[str], post: str, more: bool) -> Bound:
    if m["pre"]:
        return _PRE[m["pre"]]
    if more:
        return "more-than"
    return _POST.get(post, "exact")


def _figure(view: View, match: _Match) -> Figure:
    low = number(match.low)
    high = number(match.high) if match.high else None
    span = Span(match.start, match.end)
    words = span.of(view.text)
    return Figure(
        unit=match.unit,
        as_written=words,
        bound=match.bound,
        kind=_kind(view, span),
        modality=modality_of(view, span),
        evidence=view.quote(span),
        rule="figure.range" if high is not None else "figure.number",
        value=None if high is not None else _plain(low),
        minimum=_plain(min(low, high)) if high is not None else None,
        maximum=_plain(max(low, high)) if high is not None else None,
        counted=counted(view, span, match.unit),
    )


def _plain(value: Decimal) -> Decimal:
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _kind(view: View, span: Span) -> FigureKind:
    clause = view.clause(span.start)
    before = view.text[clause.start : span.start]
    if _CHANGE.search(before[-9:]) and not _TO.search(before[-3:]):
        return "change"
    return "target" if _TARGET.search(before) else "level"


def counted(view: View, span: Span, unit: str) -> str | None:
    """Return what is counted: the noun after a measure word, else the words before the number."""
    clause = view.clause(span.start)
    after = view.text[span.end : clause.end]
    if _units().get(unit) == "measure":
        stop = _NOUN_STOP.search(after)
        noun = after[: stop.start()] if stop else after
        if 1 <= len(noun) <= 14:
            return noun
    before = view.text[clause.start : span.start]
    cut = max((m.end() for m in _BEFORE_STOP.finditer(before) if m.end() < len(before)), default=0)
    noun = re.sub(
        r"(?:共计|总计|累计|合计|共有|共|达到|达|为|是|了|有|约|近|已|超|逾|计)+$",
        "",
        before[cut:] if len(before) > cut else before,
    )
    if not noun:
        noun = re.sub(r"(?:共计|总计|累计|合计|共有|共|达到|达|为|是|了|有|约|近|已|超|逾|计)+$", "", before)
    return noun[-14:] or None
