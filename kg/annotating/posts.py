"""Posts: a grammar of organization, organ and rank, several in a row, prefixes shared.

县农业农村局|党组书记、|局长 are two posts of one bureau; 区政协|党组副书记、|副主席 shares 区政协; 区长 implies a
government.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from kg.annotating.edges import place_start
from kg.annotating.naming import Naming
from kg.annotating.offices import LEVELS, Before, Organ, Organs, of_level, organ_before
from kg.annotating.titles import Title, classes, find_titles, heads_of_government
from kg.annotating.view import View
from kg.model.facts import Status
from kg.model.source import Span

_BRACKET = r"(?:[（(][一-龥0-9]{1,10}[）)])?"
_JOINED = re.compile(rf"{_BRACKET}(?:、|，|,)?(?:兼任|兼|暨|及)?$")
_LED = re.compile(
    rf"(?:[我全各该]?[{LEVELS}]|[{LEVELS}]级|[县处厅地师]级|四大班子|校|院|局|总队|支队|街道|政府|党委|人大|政协|单位|公司|集团|学校|部门)$"
)
_FUSED = frozenset({"纪委", "监委", "纪委监委", "政协", "人大常委会", "人大", "政府", "人民政府"})
_FUSED_TITLE = re.compile(rf"(?:[{LEVELS}]|街道)(?:政协|人大常委会|人大|委|纪委监委|监委)")
_INSIDE = {
    "村": "村|村委会|村民委员会",
    "社": "社区|社区居委会",
    "镇": "镇|镇政府",
    "乡": "乡|乡政府",
    "街": "街道|街道办事处",
}
_FORMER = re.compile(r"(?:原|前任|时任|曾任|历任|生前系|生前任)$")
_FIRM = re.compile(
    r"(?:公司|集团|[分总工]厂|厂|店|超市|银行|支行|分行|信用社|联社|合作社|农场|酒店|饭店|宾馆|事务所|影业|传媒|股份|企业|商行|工程处|俱乐部|工作室|影城|酒业|药业|置业|实业|科技)$"
)
_PRIVATE = re.compile(
    r"(?:商会|企业家协会|行业协会|联谊会|(?:餐饮|电商|电子商务|旅游|物业|建筑|家具|服装|汽车|房地产|个体)[一-龥]{0,6}协会)$"
)
_HEADS: dict[str, str] = {
    "校长": r"(?:学校|小学|中学|[一二三四五六七八九十][中小]|高中|初中|大学|学院|中专|职高|完小|校)",
    "园长": "园",
    "院长": "(?<!检察)院",
    "检察长": "检察院",
    "检察员": "检察院",
    "审判长": "法院",
    "审判员": "法院",
    "庭长": "法院",
    "局长": "局",
    "厅长": "厅",
    "所长": "所",
    "站长": "站",
    "馆长": "馆",
    "台长": "台",
    "社长": "社",
    "支队长": "支队",
    "大队长": "大队",
    "中队长": "中队",
    "教导员": "(?:大队|派出所)",
    "会长": "(?:会|协)",
    "厂长": "厂",
    "总经理": "公司",
    "董事长": "公司",
}
"""How the name of an organization ends that has such a head."""


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


@cache
def _heads() -> dict[str, re.Pattern[str]]:
    return {core: re.compile(ending + "$") for core, ending in _HEADS.items()}


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
            run.append(self._post(title, before, run[-1] if run else None))
        if run:
            self._close(run)

    def _joined(self, last: Post, edge: int, start: int, title: Title) -> bool:
        """Tell whether a title goes on with the row: behind 、 or 兼, behind 和 where both end alike (局长和副局长)."""
        if _JOINED.fullmatch(self.text, edge, start) is not None:
            return last.grade not in {"lay", "media"} or "，" not in self.text[edge:start]
        return self.text[edge:start] == "和" and last.title.endswith(title.core[-2:]) and last.title != title.words

    def _close(self, run: list[Post]) -> None:
        former = run[0].status == "former"
        posts = tuple(replace(p, status="former") if former and p.status == "incumbent" else p for p in run)
        self.chains.append(PostChain(posts=posts, span=Span(run[0].span.start, run[-1].span.end)))

    def _before(self, title: Title, edge: int) -> Before | None:
        if title.core in heads_of_government():
            named = self.organs.ending(title.start, edge)
            if named is not None and self.text[title.start - 1] == "府":
                return organ_before(self.organs, title.start, edge)
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
        if previous is not None and previous.grade == "firm" and before is None and grade == "public":
            grade = "firm"  # 总经理助理兼总工程师
        if title.core in heads_of_government():
            printed = before.organ if before is not None else None
            organ = printed or self._government(title, span, previous)
        elif before is not None:
            organ, prefix = self._organ(before, previous)
            words = prefix + title.words
        elif grade not in {"lay", "media"}:
            words, organ = self._shared(title, previous)
        status: Status = "former" if _FORMER.search(self.text, max(0, start - 3), title.start) else title.status
        return Post(span=span, title=words, grade=_grade(grade, organ), organ=organ, status=status)

    def _government(self, title: Title, span: Span, previous: Post | None) -> Organ:
        """区长, 副县长: the government of the place before it, of the post before, or of the level in the article."""
        level = title.core[0]
        place = self.text[span.start : title.start] or ""
        if span.start < title.start and not place.endswith(level):
            place += level
        above = previous.organ.place if previous is not None and previous.organ is not None else ""
        if not place:
            place = above if above.endswith(level) else level
        return Organ(label=place + "政府", span=span, implied=True, place=place)

    def _organ(self, before: Before, previous: Post | None) -> tuple[Organ | None, str]:
        if before.organ is not None or before.kind == "alone":
            return before.organ, before.prefix
        above = previous.organ if previous is not None else None
        if before.kind == "unit":
            return above, before.prefix
        if before.kind == "inside":
            owner = _INSIDE.get(before.prefix[:1], "局|委|厅|院|校|公司|集团|中心")
            return above or self._latest(before, rf"[一-龥](?:{owner})$"), before.prefix
        span = Span(before.start, before.start + len(before.bare))
        fused = before.prefix or (before.bare if before.kind == "department" or before.bare in _FUSED else "")
        if above is not None and above.place:
            label = of_level(above.place, before.bare, before.kind)
            return Organ(label=label, span=span, implied=True, place=above.place), fused
        named = self._latest(before, re.escape(before.bare) + "$")
        return named, fused

    def _latest(self, before: Before, ending: str) -> Organ | None:
        span = self.organs.latest(before.start, re.compile(ending))
        return None if span is None else Organ(label=span.of(self.text), span=span, implied=False)

    def _shared(self, title: Title, previous: Post | None) -> tuple[str, Organ | None]:
        """Give a bare title what it shares with the post before it, in the row or just told (…主任…，副主任…)."""
        fused = ""
        if previous is None and self.chains:
            previous = self._told(title)
        if previous is not None and previous.organ is not None and previous.grade not in {"lay", "media"}:
            m = _FUSED_TITLE.match(previous.title)
            fused = m.group() if m is not None and not title.words.startswith(tuple(LEVELS)) else ""
            return fused + title.words, previous.organ
        pattern = _heads().get(title.core)
        span = self.organs.latest(title.start, pattern) if pattern is not None else None
        return title.words, None if span is None else Organ(label=span.of(self.text), span=span, implied=False)

    def _told(self, title: Title) -> Post | None:
        """Return the post of the same sentence whose organ a bare 副主任 or 秘书长 goes on with."""
        last = self.chains[-1]
        if self.view.sentence(last.span.start) != self.view.sentence(title.start) or not re.match(
            r"副|常务副|秘书长|委员|成员", title.words
        ):
            return None
        fits = [
            p
            for p in last.posts
            if p.organ is not None and (p.title.endswith(title.core) or title.core in {"秘书长", "委员", "成员"})
        ]
        return fits[-1] if fits else None


def _grade(grade: str, organ: Organ | None) -> str:
    """Tell what a post is: of a company it is none of the public's; 负责人 is what his organization is."""
    if grade in {"media", "lay"}:
        return grade
    name = organ.label if organ is not None else ""
    if _FIRM.search(name):
        return "firm"
    if _PRIVATE.search(name) or (grade == "either" and organ is None):
        return "private"
    return "public" if grade == "either" else grade
