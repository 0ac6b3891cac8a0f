"""Posts: a grammar of organization, organ and rank, several in a row, prefixes shared.

县农业农村局|党组书记、|局长 are two posts of one bureau; 区政协|党组副书记、|副主席 shares 区政协; 区长 implies a
government.
"""

import re
from dataclasses import dataclass, replace

from kg.annotating.edges import place_start
from kg.annotating.grades import FIRM, endings, graded
from kg.annotating.naming import Naming
from kg.annotating.offices import LEVELS, Before, Organ, Organs, of_level, organ_before, place_of
from kg.annotating.titles import Title, classes, find_titles, heads_of_government
from kg.annotating.view import View
from kg.model.facts import Status
from kg.model.source import Span

__all__ = ["Organ", "Post", "PostChain", "find_posts"]

_BRACKET = r"(?:[（(][一-龥0-9]{1,10}[）)])?"
_JOINED = re.compile(rf"{_BRACKET}(?:、|，|,)?(?:兼任|兼|暨|及)?$")
_CAREER = re.compile(r"(?:历|曾|先后)任?$|先后担任$|曾担任$|历任$|曾任$|先后任$")
_HELD = re.compile(r"[任为系是]$")
_LED = re.compile(
    rf"(?:[我全各该]?[{LEVELS}]|[{LEVELS}]级|[县处厅地师]级|四大班子|校|院|局|总队|支队|街道|政府|党委|人大|政协|单位|公司|集团|学校|部门)老?$"
)
_FUSED = frozenset({"纪委", "监委", "纪委监委", "政协", "人大常委会", "人大", "政府", "人民政府"})
_FUSED_TITLE = re.compile(rf"(?:[{LEVELS}]|街道)(?:政协|人大常委会|人大|委|纪委监委|监委)")
_STATE = re.compile(r"(?<![一-龥])(?:人民)?政府$")
_GOVERNED = frozenset({"镇", "乡", "街道", "自治区", "自治州", "自治县", "自治旗"})
_LOCAL = ("镇", "乡", "道")
_WITHIN = frozenset({"工会", "妇联", "团委", "纪委", "关工委", "武装部"})
_INSTITUTION = re.compile(r"(?:院|学校|中学|小学|大学|学院|中心)$")
_INSIDE = {
    "公": "公司|集团",
    "集": "集团|公司",
    "厂": "厂",
    "矿": "矿",
    "企": "公司|集团",
    "村": "村|村委会|村民委员会",
    "社": "社区|社区居委会",
    "镇": "镇|镇政府",
    "乡": "乡|乡政府",
    "街": "街道|街道办事处",
}
_ANONYMOUS = re.compile(r"(?:负责人|负责同志|领导)$")
_GOES_ON = re.compile(r"副|常务副|秘书长|常务委员|常委|委员|成员|[一二三四]级|专职")
_ANY_ORGAN = frozenset(
    {"秘书长", "委员", "常务委员", "常委", "成员", "调研员", "主任科员", "巡视员", "警长", "副秘书长"}
)
_STOP = re.compile(r"[。！？\n]")
_SENTENCE = 240
"""Characters of a sentence at most over which a post goes on with the body told before."""
_FORMER = re.compile(r"(?:原|前任|时任|曾任|历任|生前系|生前任)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post: the span of its words, its title, its class in the lexicon, its organization."""

    span: Span
    title: str
    grade: str
    organ: Organ | None
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class PostChain:
    """Posts of one holder that stand in a row; `span` from the first word to the last."""

    posts: tuple[Post, ...]
    span: Span


def find_posts(view: View, organizations: tuple[Naming, ...]) -> tuple[PostChain, ...]:
    """Find the posts of an article, in order, those of one holder together."""
    grammar = _Grammar(view, Organs(view, organizations))
    for line in view.article.lines:
        grammar.read(line.span)
    return tuple(grammar.chains)


class _Grammar:
    """The posts of one article in the making."""

    def __init__(self, view: View, organs: Organs) -> None:
        self.view, self.text, self.organs = view, view.text, organs
        self.chains: list[PostChain] = []
        self._row = 0

    def read(self, line: Span) -> None:
        """Gather the posts of a line."""
        run: list[Post] = []
        for title in find_titles(self.view, line):
            if self.organs.covers(title.end - 1, title.end):
                continue
            edge = run[-1].span.end if run else line.start
            before = self._before(title, edge)
            start = title.start if before is None else before.start
            if run and not self._joined(run[-1], edge, start, title):
                self._close(run)
                run = []
            if not run:
                self._row = start
            run.append(self._post(title, before, run[-1] if run else None))
        if run:
            self._close(run)

    def _joined(self, last: Post, edge: int, start: int, title: Title) -> bool:
        """Tell whether a title goes on with the row: behind 、 or 兼, behind 和 where both end alike (局长和副局长)."""
        between = self.text[edge:start]
        if start < title.start and _ANONYMOUS.search(last.title):
            return False  # 市法院负责人、|市检察院检察长张明
        if _JOINED.fullmatch(between) is not None:
            return "，" not in between or self._carried(last, bare=start == title.start)
        return self.text[edge:start] == "和" and last.title.endswith(title.core[-2:]) and last.title != title.words

    def _carried(self, last: Post, *, bare: bool) -> bool:
        """Tell whether a row goes on behind a comma: in a career (历任…，…), or with a bare title not another's."""
        if last.grade in {"lay", "media"}:
            return False
        before = self.text[max(0, self._row - 3) : self._row]
        return bool(_CAREER.search(before)) or (bare and not _HELD.search(before))

    def _close(self, run: list[Post]) -> None:
        former = run[0].status == "former"
        posts = tuple(replace(p, status="former") if former and p.status == "incumbent" else p for p in run)
        self.chains.append(PostChain(posts=posts, span=Span(run[0].span.start, run[-1].span.end)))

    def _before(self, title: Title, edge: int) -> Before | None:
        if title.core in heads_of_government():
            named = self.organs.ending(title.start, edge)
            if named is not None and self.text[title.start - 1] == "府":
                return organ_before(self.organs, title.start, edge)
            if (state := _STATE.search(self.text, edge, title.start)) is not None:
                return Before(start=state.start())  # 县委副书记、|政府县长
            start = self._place(title, edge)
            return Before(start=start) if start is not None else None
        if title.core == "领导":
            return self._led(title, edge)
        begin = title.start
        while begin > edge and self.text[begin - 1] in "原前“":
            begin -= 1
        return organ_before(self.organs, begin, edge) or self._overlapping(title, edge)

    def _place(self, title: Title, edge: int) -> int | None:
        """Return where the place begins that a head of government governs: 西山县|县长, 西山|县长."""
        begin = title.start
        if begin > edge and self.text[begin - 1] in LEVELS:
            return place_start(self.view, begin, edge)
        if title.words == title.core:
            found = place_start(self.view, begin + 1, edge)
            return found if found != begin else None
        return None

    def _led(self, title: Title, edge: int) -> Before | None:
        """Read the body whose 领导 these are: 区领导, 西山县领导, 校领导; None where no body is named."""
        m = _LED.search(self.text, max(edge, title.start - 6), title.start)
        if m is None:
            return None
        level = re.match(rf"[{LEVELS}]$|街道$", m.group())
        start = place_start(self.view, title.start, edge) if level else None
        start = m.start() if start is None else start
        return Before(start=start, prefix=self.text[start : title.start], kind="alone")

    def _overlapping(self, title: Title, edge: int) -> Before | None:
        """宣传部长, 公安局长: the organ's last character is the title's first."""
        if title.words != title.core or title.core[-1] != "长" or len(title.core) != 2:
            return None
        before = organ_before(self.organs, title.start + 1, edge)
        if before is None or before.start >= title.start - 1 or before.kind == "unit":
            return None
        return replace(
            before,
            prefix=(before.prefix or before.bare)[:-1] if before.kind == "department" or before.prefix else "",
            kind=before.kind,
        )

    def _post(self, title: Title, before: Before | None, previous: Post | None) -> Post:
        start = title.start if before is None else before.start
        span = Span(start, title.end)
        words, organ = title.words, None
        grade = classes().get(title.words, classes()[title.core])
        if title.core in heads_of_government():
            printed = before.organ if before is not None else None
            organ = printed or self._government(title, span, previous)
        elif before is not None:
            organ, prefix = self._organ(before, previous)
            words = prefix + title.words
        elif grade not in {"lay", "media"}:
            words, organ = self._shared(title, previous)
        if organ is None and words.startswith("工会"):
            grade = "either"
        if (
            organ is None
            and grade == "public"
            and ((previous is not None and previous.grade == "firm") or FIRM.search(words[:2]))
        ):
            grade = "firm"  # 董事长、党委书记
        status: Status = "former" if self._earlier(start, title.start) else title.status
        return Post(span=span, title=words, grade=graded(grade, organ), organ=organ, status=status)

    def _earlier(self, start: int, title: int) -> bool:
        """Tell whether 原 or 时任 stands before the post, or before its title (党支部原书记)."""
        return any(_FORMER.search(self.text, max(0, at - 3), at) for at in {start, title})

    def _government(self, title: Title, span: Span, previous: Post | None) -> Organ:
        """区长, 副县长: the government of the place before it, of the post before, or of the level in the article."""
        level = title.core[0]
        place = _STATE.sub("", self.text[span.start : title.start])
        if place and not place.endswith(level):
            place += level
        organ = previous.organ if previous is not None else self._neighbour(span.start)
        above = organ.place if organ is not None else ""
        if not place:
            place = above if above.endswith(level) else level
        return Organ(label=place + "政府", span=span, implied=True, place=place)

    def _organ(self, before: Before, previous: Post | None) -> tuple[Organ | None, str]:
        if before.organ is not None or before.kind == "alone":
            return before.organ, before.prefix
        above = previous.organ if previous is not None else None
        if before.kind == "unit":
            return above or self._of_unit(before), before.prefix
        if before.kind == "inside":
            return above or self._of_unit(before) or self._owner(before), before.prefix
        span = Span(before.start, before.start + len(before.bare))
        fused = before.prefix or (before.bare if before.kind == "department" or before.bare in _FUSED else "")
        if above is None and (told := self._neighbour(before.start)) is not None and told.place[-1:] in _LOCAL:
            above = told
        if before.bare in _WITHIN and above is None:
            above = self._of_unit(before)
        if above is not None and not above.place and before.bare in _WITHIN:
            return above, before.bare
        if above is not None and above.place:
            label = of_level(above.place, before.bare, before.kind)
            return Organ(label=label, span=span, implied=True, place=above.place), fused
        named = self._latest(before, re.escape(before.bare) + "$")
        return named, fused or (before.bare if named is None and before.bare in _WITHIN else "")

    def _owner(self, before: Before) -> Organ | None:
        """Return whose 党委 or 党支部 this is: the body told last, or the town that only its level names (镇党委)."""
        kind = _INSIDE.get(before.prefix[:1], "局|委|厅|院|校|公司|集团|中心")
        span = Span(before.start, before.start + len(before.prefix))
        level = Organ(label=before.prefix, span=span, implied=False, place=before.bare)
        return self._latest(before, rf"[一-龥](?:{kind})$") or (level if before.bare in _GOVERNED else None)

    def _neighbour(self, offset: int) -> Organ | None:
        """Return the organ of the post told just before in the sentence (…镇党委书记…、镇长…)."""
        last = self.chains[-1] if self.chains else None
        return None if last is None or not self._goes_on(last, offset) else last.posts[-1].organ

    def _goes_on(self, last: PostChain, offset: int) -> bool:
        """Tell whether the sentence goes on from a row of posts, over ； too, in which lists of names are cut."""
        return offset - last.span.end <= _SENTENCE and _STOP.search(self.text, last.span.end, offset) is None

    def _of_unit(self, before: Before) -> Organ | None:
        """Return the institution of a unit: that of the unit told just before (省中医院护理部…、急诊科…)."""
        told = self._neighbour(before.start)
        return told if told is not None and _INSTITUTION.search(told.label) else None

    def _latest(self, before: Before, ending: str) -> Organ | None:
        span = self.organs.latest(before.start, re.compile(ending))
        if span is None:
            return None
        label = span.of(self.text)
        return Organ(label=label, span=span, implied=False, place=place_of(label))

    def _shared(self, title: Title, previous: Post | None) -> tuple[str, Organ | None]:
        """Give a bare title what it shares with the post before it, in the row or just told (…主任…，副主任…)."""
        fused = ""
        if previous is None and self.chains:
            previous = self._told(title)
        if previous is not None and previous.organ is not None and previous.grade not in {"lay", "media"}:
            m = _FUSED_TITLE.match(previous.title)
            fused = m.group() if m is not None and not title.words.startswith(tuple(LEVELS)) else ""
            return fused + title.words, previous.organ
        pattern = endings().get(title.core)
        span = self.organs.latest(title.start, pattern) if pattern is not None else None
        return title.words, None if span is None else Organ(label=span.of(self.text), span=span, implied=False)

    def _told(self, title: Title) -> Post | None:
        """Return the post of the same sentence whose organ a bare 副主任 or 秘书长 goes on with."""
        last = self.chains[-1]
        if not self._goes_on(last, title.start) or not _GOES_ON.match(title.words):
            return None
        fits = [
            p for p in last.posts if p.organ is not None and (p.title.endswith(title.core) or title.core in _ANY_ORGAN)
        ]
        return fits[-1] if fits else None
