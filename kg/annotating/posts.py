"""Posts: a grammar of organization, organ and rank, several in a row, prefixes shared.

县农业农村局|党组书记、|局长 are two posts of one bureau; 区政协|党组副书记、|副主席 shares 区政协; 区长 implies the government.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.annotating.edges import name_start, outside, place_start
from kg.annotating.naming import Naming
from kg.annotating.view import View
from kg.lexicon import table
from kg.model.facts import Status
from kg.model.source import Span

_LEVELS = "省市县区州盟旗镇乡"
_MODIFIER = (
    r"(?:(?:原|前|时任|现任|新任|代理|代|候任|常务|第一|专职|兼职|党组|名誉|首席|高级|总)?(?:副|代理|代|总|名誉|首席)?)"
)
_PARTY = (
    r"(?:机关党委|党工委|党委|党组|党总支|党支部|纪工委|纪委监委|纪委|监委|团委|团支部|工会|妇联|政协工委|人大工委)"
)
_CONNECTOR = re.compile(r"(?:、|，|兼|兼任|暨|和|及|\s)$")
_FUSED_LEVEL = re.compile(
    rf"^(?:[{_LEVELS}]|街道|地|村|社区)(?=委|政府|人大|政协|纪委|监委|法院|检察院|人民|武装部|人武部)"
)
_STATUS: tuple[tuple[str, Status], ...] = (
    ("原", "former"),
    ("前", "former"),
    ("时任", "former"),
    ("代理", "acting"),
    ("代", "acting"),
    ("候任", "appointed"),
)
_GRADE = re.compile(r"[一二三四]级(?:调研员|主任科员|巡视员|高级警长|警长)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """The organization of a post: printed at `span`, or implied by the words there (区政府 by 区长)."""

    label: str
    span: Span
    implied: bool


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
def _classes() -> dict[str, str]:
    return {row[0]: row[1] for row in table("posts")}


@cache
def _implied() -> dict[str, str]:
    return {row[0]: row[2] for row in table("posts") if len(row) > 2}


@cache
def _titles() -> re.Pattern[str]:
    cores = "|".join(sorted(map(re.escape, _classes()), key=lambda core: (-len(core), core)))
    return re.compile(rf"(?P<modifier>{_MODIFIER})(?P<core>{cores})")


def find_posts(view: View, organizations: tuple[Naming, ...]) -> tuple[PostChain, ...]:
    """Find the posts of an article, in order, those of one holder together."""
    chains: list[PostChain] = []
    for line in view.article.lines:
        run: list[Post] = []
        for post in _in_line(view, line.span, organizations):
            if run and _joined(view.text, run[-1].span.end, post.span.start):
                run.append(_shared(post, run[-1]))
                continue
            if run:
                chains.append(_chain(run))
            run = [post]
        if run:
            chains.append(_chain(run))
    return tuple(chains)


def _chain(run: list[Post]) -> PostChain:
    return PostChain(posts=tuple(run), span=Span(run[0].span.start, run[-1].span.end))


def _joined(text: str, end: int, start: int) -> bool:
    return text[end:start] in {"、", "兼", "兼任", "，兼", "、兼", "，", "暨", "，兼任", "及", ""}


def _shared(post: Post, previous: Post) -> Post:
    """Give a post without organization that of the post before it: 局长 after 县农业农村局党组书记."""
    if post.organ is not None or previous.organ is None or post.grade in {"lay", "media"}:
        return post
    fused = re.match(rf"^(?:[{_LEVELS}]|街道)(?:政协|人大常委会|委|人大)", previous.title)
    title = fused.group() + post.title if fused and not post.title.startswith(tuple(_LEVELS)) else post.title
    organ = Organ(label=previous.organ.label, span=previous.organ.span, implied=previous.organ.implied)
    return Post(span=post.span, title=title, grade=post.grade, organ=organ, status=post.status)


def _in_line(view: View, line: Span, organizations: tuple[Naming, ...]) -> Iterator[Post]:
    ends = {n.span.end: n for n in organizations if line.covers(n.span)}
    covered = [n.span for n in organizations if line.covers(n.span)]
    edge = line.start
    for m in _titles().finditer(view.text, line.start, line.end):
        if any(s.start <= m.start("core") and m.end() < s.end for s in covered):
            continue
        if any(
            s.start < m.end() <= s.end and m.start() > s.start and s.end != m.start()
            for s in covered
            if s.end >= m.end()
        ):
            continue
        post = _post(view, m, line, ends, edge)
        if post is not None:
            edge = m.end()
            yield post


def _post(view: View, m: re.Match[str], line: Span, ends: dict[int, Naming], edge: int) -> Post | None:
    text, core = view.text, m["core"]
    start, grade = m.start(), _classes()[core]
    words, status = m.group(), _status(m["modifier"])
    former = re.search(r"(?:原|前任|时任)$", text[edge:start])
    if former:
        status = "former"
    stripped = re.sub(r"^(?:原|前|时任|现任|新任|候任)", "", words)
    start_words = start + len(words) - len(stripped)
    if core in _implied() and len(core) == 2 and core[0] in _LEVELS:
        return _head_of_government(view, m, stripped, status, edge, grade)
    party = re.compile(rf"{_PARTY}$").search(text, edge, start_words)
    if start_words in ends and not (party and ends[start_words].head not in {"party", "level", "shared"}):
        return _with_organization(view, ends[start_words], Span(start_words, m.end()), stripped, status, grade)
    if party is not None and party.start() in ends:
        naming = ends[party.start()]
        title = party.group() + stripped
        post = _with_organization(view, naming, Span(start_words, m.end()), title, status, grade)
        return post
    return _bare(view, m, edge, stripped, status, grade, party)


def _status(modifier: str) -> Status:
    return next((status for word, status in _STATUS if modifier.startswith(word)), "incumbent")


def _with_organization(view: View, naming: Naming, span: Span, title: str, status: Status, grade: str) -> Post:
    name = naming.span.of(view.text)
    fused = re.search(
        rf"(?:[{_LEVELS}]|街道|村|社区)(?:委政法委|委组织部|委宣传部|委统战部|委办公室|委办|委党校|委|政府办公室|政府办|政府|人大常委会|人大|政协|纪委监委|纪委|监委)$",
        name,
    )
    if fused and naming.head == "level":
        title = fused.group() + title
    elif naming.head == "shared":
        title = name + title
    elif naming.head == "party":
        tail = re.search(rf"{_PARTY}(?:委员会)?$", name)
        title = (tail.group() if tail else "") + title
    organ = Organ(label=name, span=naming.span, implied=False)
    return Post(
        span=Span(naming.span.start, span.end),
        title=title,
        grade=_grade(grade, naming, name),
        organ=organ,
        status=status,
    )


def _grade(grade: str, naming: Naming, name: str) -> str:
    """A post of a company is none of the public's; a 负责人 is what his organization is."""
    if grade in {"media", "lay"}:
        return grade
    if naming.head == "firm" and not re.search(r"(?:党委|党组|党总支|党支部|报社|出版社)$", name):
        return "firm"
    if naming.head == "mass" and not re.search(r"(?:市委会|青年联合会|志愿者协会|慈善|红十字|联合会)$", name):
        return "private"
    return "public" if grade == "either" else grade


def _head_of_government(view: View, m: re.Match[str], title: str, status: Status, edge: int, grade: str) -> Post:
    """区长, 副县长: the post says its level, and implies the government of the place before it or of the article."""
    text = view.text
    begin = m.end() - len(title)
    place = None
    if begin > edge and text[begin - 1] in _LEVELS:
        place = place_start(view, begin, edge)
    elif m["modifier"] in {"", None}:
        place = place_start(view, m.start("core") + 1, edge)
    level = m["core"][0]
    if place is not None:
        name = text[place:begin] if text[begin - 1] in _LEVELS else text[place : m.start("core") + 1]
        return Post(
            span=Span(place, m.end()),
            title=title,
            grade=grade,
            organ=Organ(label=name + "政府", span=Span(place, m.end()), implied=True),
            status=status,
        )
    span = Span(begin, m.end())
    return Post(
        span=span, title=title, grade=grade, organ=Organ(label=level + "政府", span=span, implied=True), status=status
    )


_LEADERS = re.compile(
    rf"(?:[一-龥]{{2,4}}[{_LEVELS}]|[我全各该]?[{_LEVELS}]|[{_LEVELS}]级|[县处厅地师]级|四大班子|[{_LEVELS}]四大班子|校|院|局|总队|支队|街道|单位|公司|集团|学校|部门)$"
)


def _bare(
    view: View, m: re.Match[str], edge: int, title: str, status: Status, grade: str, party: re.Match[str] | None
) -> Post | None:
    text = view.text
    begin = m.end() - len(title)
    if m["core"] == "领导":
        prefix = _LEADERS.search(text, edge, m.start())
        if prefix is None:
            return None
        return Post(
            span=Span(prefix.start(), m.end()),
            title=prefix.group() + title,
            grade="public" if not re.search("公司|集团", prefix.group()) else "firm",
            organ=None,
            status=status,
        )
    if party is not None:
        return _party_post(view, m, edge, party, title, status)
    prefix_start = _department(view, begin, edge)
    department = text[prefix_start:begin]
    if grade == "lay":
        return Post(span=Span(prefix_start, m.end()), title=m["core"], grade=grade, organ=None, status=status)
    if department and re.search(rf"^[{_LEVELS}]|^街道", department):
        organ = Organ(label=department, span=Span(prefix_start, begin), implied=False)
        return Post(span=Span(prefix_start, m.end()), title=title, grade=grade, organ=organ, status=status)
    if department and re.search(
        r"(?:局|委|办|部|院|会|队|所|站|中心|办公室|厅|处|科|室|社|馆|校|学院|系|党校|医院|学校|分局|支队|大队|中队)$",
        department,
    ):
        return Post(
            span=Span(prefix_start, m.end()),
            title=department + title,
            grade="public" if grade == "either" else grade,
            organ=None,
            status=status,
        )
    if grade == "either":
        grade = "private"
    return Post(span=Span(prefix_start, m.end()), title=title, grade=grade, organ=None, status=status)


def _party_post(view: View, m: re.Match[str], edge: int, party: re.Match[str], title: str, status: Status) -> Post:
    """党支部书记 after a village, 党委书记 after a town, or after nothing that is named."""
    text = view.text
    full = party.group() + title
    begin = name_start(view, party.start(), edge, 12)
    name = text[begin : party.start()]
    place = re.search(
        r"(?:[一-龥]{2,}(?:村|社区|镇|乡|街道|县|市|区|学校|中学|小学|公司|局|院|所|处|站|合作社)|镇|乡|街道|村|社区)$",
        name,
    )
    if place is None:
        return Post(span=Span(party.start(), m.end()), title=full, grade="public", organ=None, status=status)
    start = begin + place.start()
    bare = place.group() in {"镇", "乡", "街道", "村", "社区"}
    organ = Organ(
        label=place.group() + (party.group() if bare or re.search(r"[镇乡]$", place.group()) else ""),
        span=Span(start, party.end()),
        implied=False,
    )
    grade = "firm" if re.search(r"公司$", place.group()) else "public"
    return Post(
        span=Span(start, m.end()), title=(place.group() if bare else "") + full, grade=grade, organ=organ, status=status
    )


def _department(view: View, begin: int, edge: int) -> int:
    start = name_start(view, begin, edge, 10)
    return start if view.text[start:begin] not in outside() else begin
