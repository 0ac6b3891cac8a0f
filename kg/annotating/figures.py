"""Reported quantities: number, unit and bound, what is counted and when; level, change or target."""

from collections.abc import Iterator
from dataclasses import replace

from kg import expressions as re
from kg.annotating.belonging import Belonging
from kg.annotating.counting import counted
from kg.annotating.dating import lies_ahead
from kg.annotating.modality import modality_of
from kg.annotating.quantities import find_quantities
from kg.annotating.quantity import Quantity
from kg.annotating.series import Member, rows
from kg.annotating.view import View
from kg.model.facts import Figure, FigureKind, Modality, When
from kg.model.source import Span

_CHANGE = re.compile(
    r"(?:增长|增加|增幅|涨幅|降幅|下降|减少|提高|提升|降低|上升|上涨|上浮|下浮|回落|净增|净减|新增|缩短|压缩|压减|攀升|增收|减收|扩大|收窄|翻|多|少|快|低|高|涨|增|降|减)(?:了|达|为|近|约|超)?$"
)
_AGAINST = re.compile(r"[比较][^，。；]{1,12}$")
_CHANGE_BARE = frozenset("多少快低高涨增降减翻")
_CHANGE_UNITS = frozenset({"百分点", "个百分点", "个基点", "番"})
_TARGET = re.compile(r"(?:力争|争取|目标|计划|确保|拟|预期|预计|有望|规划|将达|到20\d\d年)[^，。；]{0,40}$")
_SHARE = re.compile(r"(?:占|完成|达到)[^，。；]{0,8}(?:计划|目标|任务|规划)[^，。；]{0,6}的$")
"""What is reached of a plan: 占年度计划的47%."""
_AIM = re.compile(
    r"达|完成|实现|建成|新建|建设|改造|引进|培育|培训|突破|控制在|不低于|不少于|新增|植|投入|投资|覆盖|发展|创建|打造|募集|招"
)
_QUOTED = re.compile(
    r"“([^“”‘’\n]{1,16})”|‘([^‘’“”\n]{1,16})’|《[^《》\n]{1,80}》|〈[^〈〉\n]{1,80}〉|[「『][^「」『』\n]{1,16}[」』]"
)
_SPEECH = re.compile(r"[，。！？；：、]")
_VAGUE_TIME = re.compile(r"近[一二两三四五六七八九十几\d]{1,3}(?:年|个月|天|日|周)(?:多)?(?:来|以来|间|，)")
_NEAREST = 4
_COMPARED = frozenset("比较与同")
"""Before a time that something is compared with: 比上年增长."""
_OPEN, _SHUT, _ARABIC_ONLY = 0, 1, 2
_Said = tuple[Quantity, Quantity, str | None]
"""A quantity, the first of its row, and what it counts."""


def find_figures(
    view: View, whens: tuple[When, ...], names: tuple[Span, ...], belonging: Belonging
) -> tuple[Figure, ...]:
    """Find the quantities of an article, in order; the same one told twice is one figure with more evidence.

    `names` are the spans of events, campaigns, organizations and places, inside which a numeral in Chinese
    characters is no quantity.
    """
    found: dict[object, tuple[Figure, list[Span]]] = {}
    times = _Times(view, whens)
    for said in _counted(view, find_quantities(view, _closed(view, whens, names))):
        figure = _figure(view, said, times, belonging)
        same = (figure.as_written, figure.unit, figure.bound, figure.kind, figure.modality, figure.rule, figure.value)
        known = (*same, figure.minimum, figure.maximum, figure.counted or figure.evidence, figure.when)
        found.setdefault(known, (figure, []))[1].extend(figure.evidence)
    return tuple(
        figure if len(spans) == 1 else replace(figure, evidence=tuple(dict.fromkeys(spans)))
        for figure, spans in found.values()
    )


def _counted(view: View, quantities: Iterator[Quantity]) -> Iterator[_Said]:
    """Give each quantity with the first of its row and what it counts."""
    told: list[tuple[Quantity, str | None]] = []
    for each in rows(view, quantities):
        noun = (
            (each.counted if each.quantity.rule != "figure.record" else None)  # 分别以6米12和5米95的|成绩
            or _told_before(view, each, told)
            or counted(view, each.quantity, _last_told(view, each.quantity, told))
        )
        told.append((each.quantity, noun))
        yield each.quantity, each.lead, noun


def _last_told(
    view: View, quantity: Quantity, told: list[tuple[Quantity, str | None]]
) -> tuple[Quantity, str | None] | None:
    """Return the quantity before, none that a bracket holds: 63525元（折算为9847美元），|同比增长8.7%."""
    for before in reversed(told[-3:]):
        if "）" not in view.text[before[0].span.end : quantity.span.start].partition("（")[0]:
            return before
    return None


def _told_before(view: View, each: Member, told: list[tuple[Quantity, str | None]]) -> str | None:
    """Return what the quantity counts of which a row tells more, where its sentence has as many."""
    if not each.behind or len(told) < each.behind:
        return None
    quantity, noun = told[-each.behind]
    return noun if view.sentence(quantity.span.start) == view.sentence(each.quantity.span.start) else None


def _closed(view: View, whens: tuple[When, ...], names: tuple[Span, ...]) -> bytearray:
    """Mark where no number counts: times, titles and short quoted names; and, for Chinese numerals only, names."""
    marks = bytearray(len(view.text))
    for span in names:
        quoted = view.text[span.start] == "“"  # 37人 in “…——云溪书法家37人作品展”
        marks[span.start : span.end] = bytes([_SHUT if quoted else _ARABIC_ONLY]) * len(span)
    for match in _QUOTED.finditer(view.text):
        inner = match[1] or match[2]
        if inner is None or not _SPEECH.search(inner):
            marks[match.start() : match.end()] = bytes([_SHUT]) * len(match.group())
    for match in _VAGUE_TIME.finditer(view.text):
        marks[match.start() : match.end()] = bytes([_SHUT]) * len(match.group())
    for when in whens:
        marks[when.span.start : when.span.end] = bytes([_SHUT]) * len(when.span)
    return marks


def _figure(view: View, said: _Said, times: "_Times", belonging: Belonging) -> Figure:
    quantity, lead, noun = said
    modality = modality_of(view, quantity.span, counted=True)
    return Figure(
        unit=quantity.unit.word,
        as_written=quantity.span.of(view.text),
        bound=quantity.bound,
        kind=_kind(view, lead if lead.unit.word == quantity.unit.word else quantity, modality),
        modality=modality,
        evidence=view.quote(quantity.span),
        rule=quantity.rule,
        value=quantity.value,
        minimum=quantity.minimum,
        maximum=quantity.maximum,
        counted=noun,
        when=times.of(quantity.span, modality),
        about=belonging.about(quantity.span.start),
        place=belonging.place(quantity.span.start),
    )


def _kind(view: View, quantity: Quantity, modality: Modality) -> FigureKind:
    """Tell a difference from a level, and a level reached from one that is aimed at."""
    clause = view.clause(quantity.span.start)
    before = view.text[max(clause.start, quantity.span.start - 60) : quantity.span.start]
    change = _CHANGE.search(before)
    if quantity.unit.word in _CHANGE_UNITS:
        return "change"
    if change is not None and (change.group().rstrip("了达为近约超") not in _CHANGE_BARE or _AGAINST.search(before)):
        return "change"
    if _SHARE.search(before) is not None:
        return "level"
    aimed = modality in {"planned", "required"} and _AIM.search(before + quantity.span.of(view.text)) is not None
    return "target" if aimed or _TARGET.search(before) else "level"


class _Times:
    """The times of an article, to ask which one dates a quantity; asked in the order of the text."""

    def __init__(self, view: View, whens: tuple[When, ...]) -> None:
        self.view, self.whens, self.next = view, whens, 0

    def of(self, span: Span, modality: Modality) -> When | None:
        """Return the time before the quantity in its clause, or the one that frames its sentence (截至7月底，…).

        A time after the paper's dates nothing that has happened: 行动持续到4月底，第一周检查214家.
        """
        while self.next < len(self.whens) and self.whens[self.next].span.start < span.start:
            self.next += 1
        text, clause, sentence = self.view.text, self.view.clause(span.start), self.view.sentence(span.start)
        for when in reversed(self.whens[max(0, self.next - _NEAREST) : self.next]):
            if when.span.start < sentence.start:
                break
            compared = text[when.span.start - 1 : when.span.start] in _COMPARED
            framing = text[when.span.end : when.span.end + 1] == "，"
            if modality == "happened" and lies_ahead(self.view, when):
                continue
            if not compared and (when.span.start >= clause.start or framing):
                return when
        return None
