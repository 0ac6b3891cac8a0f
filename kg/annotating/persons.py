"""Persons: names in strong contexts first (after a post, in a byline, before 说), then wherever the article repeats them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.annotating.names import STRONG_AFTER, name_end, surnames
from kg.annotating.naming import Naming
from kg.annotating.posts import Post, PostChain
from kg.annotating.segmentation import is_word
from kg.annotating.view import View
from kg.model.facts import Status
from kg.model.source import Span

_SPEECH = re.compile(
    r"(?:笑着|高兴地|激动地|自豪地|感慨地|动情地|坚定地|深有感触地|欣慰地|坦率地|无奈地|告诉记者|向记者|对记者|介绍|坦言|回忆|感慨|感叹|笑道|说道|说|表示|认为|告诉|指出|强调|算了|透露|谈到|提起|解释|建议|呼吁|反映)"
)
_BEFORE_SPEECH = re.compile(
    r"(?:^|[，。；：！？”’」\s（(])(?:但|而|据|对此|随后|当天|这时|听到|看到|只见|不过|于是|同时|因此|最后|目前|现在|今年|如今)?$"
)
_NAMED = re.compile(
    r"(?:名叫|叫做|名为|\d岁的|个叫|姓名：|岁的|授予|表彰|免去|任命|聘任|聘请|慰问了?|看望了?|追授|悼念|送别|记者)$"
)
_PLURAL = re.compile(
    r"^(?:副|.*(?:副[一-龥]+|领导|代表|委员|常委|成员|队员|民警|辅警|交警|干部|记者|通讯员|志愿者|村民|居民|职工|教师|医生|护士|学生|选手|运动员|党员|专家|法官|检察官|教授|调研员|负责人|负责同志|群众|市民|农户|大户|工人|同学|嫌疑人|青年|演员|游客|员工|家长|代理人|作家|画家|书法家|巡视员|助理|编辑|摄影|户|农|审判员|陪审员|书记员|获奖者|老师|老人|战士|劳模|烈士))$"
)
_BETWEEN = re.compile(
    r"(?:（[^（）\n]{1,12}）|\([^()\n]{1,12}\))?(?P<separator>、|，(?=[一-龥]{2,4}[、，])|和|及|与|以及|\s)?"
)
_FEMALE = re.compile(r"[（(](?:女|男|女，[一-龥]+|[一-龥]{1,4}族|女、[一-龥]+|化名)[）)]")
_BEFORE_POST = re.compile(
    r"(?:同志)?(?P<verb>任命为|被任命为|当选为?|为|任|担任|出任|接任|兼任|转任|升任|改任|就任|系|是|被选为|被聘为)$"
)
_REMOVED = re.compile(r"(?:免去|撤销|接受|辞去)")


@dataclass(slots=True)
class Found:
    """A person being gathered: mentions, and the posts he is said to hold, each with the span of its words and of the name."""

    name: str
    mentions: list[Span] = field(default_factory=list)
    tenures: list[tuple[Post, Span, Span, Status, str]] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)


def find_persons(view: View, chains: tuple[PostChain, ...], organizations: tuple[Naming, ...]) -> dict[str, Found]:
    """Find the persons of an article by name, in order of their first mention."""
    gather = Gather(view, organizations)
    gather.bylines()
    for chain in chains:
        gather.after_post(chain)
    for chain in chains:
        gather.before_post(chain)
    gather.speakers()
    gather.named()
    gather.lists()
    gather.mentions()
    return dict(sorted(((n, f) for n, f in gather.found.items() if f.mentions), key=lambda item: item[1].mentions[0]))


class Gather:
    """The persons found so far in one article."""

    def __init__(self, view: View, organizations: tuple[Naming, ...]) -> None:
        self.view = view
        self.text = view.text
        self.closed = [n.span for n in organizations]
        self.found: dict[str, Found] = {}

    @property
    def known(self) -> frozenset[str]:
        """Names found so far."""
        return frozenset(self.found)

    def add(self, span: Span, rule: str) -> Found | None:
        """Record a mention; None where it lies inside an organization's name or a title in 《》."""
        if self._inside(span):
            return None
        name = re.sub(r"[\s　]", "", span.of(self.text))
        found = self.found.setdefault(name, Found(name))
        if span not in found.mentions:
            found.mentions.append(span)
        found.rules.append(rule)
        return found

    def _inside(self, span: Span) -> bool:
        if any(s.start <= span.start and span.end <= s.end for s in self.closed):
            return True
        line = self.view.line(span.start)
        opening = self.text.rfind("《", line.start, span.start)
        return (
            opening >= 0
            and self.text.rfind("》", opening, span.start) < 0
            and self.text.find("》", span.end, line.end) >= 0
        )

    def bylines(self) -> None:
        """Those who sign the article."""
        for byline in self.view.article.bylines:
            found = self.add(byline.span, "person.byline")
            if found is None:
                continue
            span = byline.span
            role = self.text.rfind(byline.role, self.view.line(span.start).start, span.start)
            if role >= 0 and self.text[role : role + len(byline.role)] == byline.role:
                post = Post(
                    span=Span(role, role + len(byline.role)),
                    title=byline.role,
                    grade="media",
                    organ=None,
                    status="incumbent",
                )
                found.tenures.append((post, post.span, span, "incumbent", "tenure.byline"))

    def names_from(self, start: int, limit: int) -> Iterator[Span]:
        """Give the names of a list that begins at `start`: 李嫣、杨凤臣、杨敏和王艳."""
        position = start
        while position < limit:
            end = name_end(self.view, position, limit, self.known)
            if end is None:
                return
            yield Span(position, end)
            between = _BETWEEN.match(self.text, end)
            if between is None or between["separator"] is None:
                return
            position = between.end()

    def after_post(self, chain: PostChain) -> None:
        """The name after a post: 区委书记刘德君."""
        start, limit = chain.span.end, self.view.line(chain.span.start).end
        start += (
            len(self.text[start:limit]) - len(self.text[start:limit].lstrip(" 　：:"))
            if chain.posts[-1].grade != "lay"
            else 0
        )
        if self.text[start : start + 1] in "“" and chain.posts[-1].grade == "lay":
            return
        last = chain.posts[-1]
        for number, span in enumerate(self.names_from(start, limit)):
            if number and not _PLURAL.match(last.title):
                if self._plausible(span):
                    self.add(span, "person.list-after-post")
                continue
            if not self._accept_after(last, span):
                return
            found = self.add(span, "person.after-post")
            if found is None:
                return
            self._hold(found, chain, span)

    def _accept_after(self, post: Post, span: Span) -> bool:
        name = span.of(self.text)
        if "·" in name or surnames().get(name[0]) == "common" or name[:2] in surnames():
            return True
        return post.grade in {"public", "media", "firm"} or STRONG_AFTER.match(self.text, span.end) is not None

    def _plausible(self, span: Span) -> bool:
        return surnames().get(self.text[span.start]) == "common" or self.text[span.start : span.start + 2] in surnames()

    def _hold(
        self,
        found: Found,
        chain: PostChain,
        span: Span,
        status: Status | None = None,
        rule: str = "tenure.post-and-name",
    ) -> None:
        for post in chain.posts:
            if post.grade != "lay":
                found.tenures.append((post, post.span, span, status or post.status, rule))

    def before_post(self, chain: PostChain) -> None:
        """The name before a post: 任命张明为…局长, 免去李强的…职务, 张明任县长."""
        line = self.view.line(chain.span.start)
        before = self.text[line.start : chain.span.start]
        if before.endswith("的"):
            self._removed(chain, line)
            return
        m = _BEFORE_POST.search(before)
        if m is None:
            return
        for span in self._names_back(line.start + m.start(), line.start):
            found = self.add(span, "person.before-post")
            if found is not None:
                sentence = self.view.sentence(span.start).of(self.text)
                fresh = m["verb"] not in {"系", "是", "任", "担任", "兼任"} or re.search(
                    r"(?:任命|决定|选举|当选|公示|拟)", sentence
                )
                self._hold(found, chain, span, "appointed" if fresh else "incumbent", "tenure.name-and-post")

    def _removed(self, chain: PostChain, line: Span) -> None:
        for span in self._names_back(chain.span.start - 1, line.start):
            before = self.text[max(line.start, span.start - 12) : span.start]
            if _REMOVED.search(before) or re.match(r"[^，。]{0,10}职务", self.text[chain.span.end :]):
                found = self.add(span, "person.before-post")
                if found is not None:
                    self._hold(found, chain, span, "removed", "tenure.removal")

    def _names_back(self, end: int, floor: int) -> list[Span]:
        """Names that end at `end`, read backwards over 、."""
        found: list[Span] = []
        if self.text[max(floor, end - 2) : end] == "同志":
            end -= 2
        while end > floor:
            span = next(
                (
                    Span(end - n, end)
                    for n in (4, 3, 2, 5, 6, 7, 8)
                    if end - n >= floor and self._is_name(end - n, end, floor)
                ),
                None,
            )
            if span is None:
                break
            found.append(span)
            if self.text[span.start - 1 : span.start] != "、":
                break
            end = span.start - 1
        return found[::-1]

    def _is_name(self, start: int, end: int, floor: int) -> bool:
        name = self.text[start:end]
        if name in self.found:
            return True
        if not re.fullmatch(r"[㐀-鿿·]{2,10}", name) or not (surnames().get(name[0]) or name[:2] in surnames()):
            return False
        if start > floor and start not in self.view.boundaries and not re.match(r"[^一-龥]", self.text[start - 1]):
            return False
        compound = name[:2] in surnames()
        if len(name) > (4 if compound else 3) and "·" not in name or (len(name) == 4 and not compound):
            return False
        return name_end(self.view, start, end) == end

    def speakers(self) -> None:
        """A name between a sign and a word of speech: ，侯卫军说."""
        for m in _SPEECH.finditer(self.text):
            end = m.start()
            line = self.view.line(end) if end < len(self.text) else None
            if line is None:
                continue
            for length in (4, 3, 2):
                start = end - length
                if start < line.start or not _BEFORE_SPEECH.search(self.text[max(line.start, start - 4) : start]):
                    continue
                if self._is_name(start, end, line.start) and self._plausible(Span(start, end)):
                    self.add(Span(start, end), "person.before-speech")
                    break

    def named(self) -> None:
        """A name after words that announce one (名叫, 55岁的), or before （女）."""
        for line in self.view.article.lines:
            text = self.text
            for m in re.finditer(
                r"(?:名叫|叫做|名为|\d岁的|个叫|授予|免去|追授|悼念|抓获|慰问了|看望了|被害人|嫌疑人)(?=[一-龥])",
                text[line.span.start : line.span.end],
            ):
                start = line.span.start + m.end()
                for span in self.names_from(start, line.span.end):
                    if self._plausible(span) and re.match(
                        r"[，。、；：（）等的和同家]|$", text[span.end : span.end + 1]
                    ):
                        self.add(span, "person.announced")
            for m in re.compile(r"(?<![一-龥])([一-龥]{2,4}|[一-龥]{1,3} [一-龥])[（(](?:女|男|化名)").finditer(
                text, line.span.start, line.span.end
            ):
                if surnames().get(m[1][0]):
                    self.add(Span(m.start(1), m.end(1)), "person.annotated")

    def lists(self) -> None:
        """A list of three and more where every item is a name: 张明、李华、王芳."""
        for line in self.view.article.lines:
            for m in re.compile(
                r"[一-龥·]{2,8}(?:（[^（）]{1,4}）)?(?:、[一-龥·]{2,8}(?:（[^（）]{1,4}）)?){2,}"
            ).finditer(self.text, line.span.start, line.span.end):
                items = list(self._items(m))
                good = [s for s in items[1:-1] if self._is_full_name(s)]
                if len(good) >= 1 and len(good) >= len(items[1:-1]) * 0.8:
                    for span in items[1:-1]:
                        self.add(span, "person.list")
                    last = next(iter(self.names_from(items[-1].start, line.span.end)), None)
                    if last is not None and self._plausible(last):
                        self.add(last, "person.list")
                    if self._is_full_name(items[0]):
                        self.add(items[0], "person.list")

    def _items(self, m: re.Match[str]) -> Iterator[Span]:
        position = m.start()
        for item in m.group().split("、"):
            name = re.sub(r"（[^）]*）", "", item)
            yield Span(position, position + len(name))
            position += len(item) + 1

    def _is_full_name(self, span: Span) -> bool:
        name = span.of(self.text)
        compound = name[:2] in surnames()
        if not 2 <= len(name) <= (4 if compound else 3) or not self._plausible(span):
            return False
        return name in self.found or not is_word(name)

    def mentions(self) -> None:
        """Every further occurrence of a name that was found."""
        if not self.found:
            return
        names = "|".join(sorted(map(re.escape, self.found), key=lambda n: (-len(n), n)))
        for m in re.finditer(names, self.text):
            span = Span(m.start(), m.end())
            found = self.found[m.group()]
            if span not in found.mentions and not self._inside(span):
                found.mentions.append(span)
        for found in self.found.values():
            found.mentions.sort()
