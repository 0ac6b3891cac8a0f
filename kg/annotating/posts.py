"""Posts: a grammar of organization, organ and rank, several in a row, prefixes shared.

县农业农村局|党组书记、|局长 are two posts of one bureau; 区政协|党组副书记、|副主席 shares 区政协; 区长 implies a
government.
"""

from dataclasses import replace

from kg import expressions as re
from kg.annotating.division_names import listed_divisions
from kg.annotating.edges import division_short_names, place_start
from kg.annotating.grades import FIRM, graded
from kg.annotating.known_places import LEVELS
from kg.annotating.levelled import ELECTED, LEVELLED, level_before, region_before
from kg.annotating.name_followers import is_hanzi
from kg.annotating.name_words import has_surname
from kg.annotating.names import is_name
from kg.annotating.naming import Naming
from kg.annotating.offices import Before, Organ, organ_before
from kg.annotating.segmentation import is_word
from kg.annotating.sharing import STATE, Post, PostChain, Told
from kg.annotating.titles import TERMS, Title, classes, ends_place, find_titles, heads_of_government
from kg.annotating.told_bodies import Organs
from kg.annotating.view import View
from kg.annotating.words import outside, parts_of, says_only_kind
from kg.model.facts import Status
from kg.model.source import Span

__all__ = ["Post", "PostChain", "find_posts"]

_BRACKET = r"(?:[（(][一-龥0-9]{1,10}[）)])?"
_JOINED = re.compile(rf"”?{_BRACKET}(?:、|，|,)?(?:兼任|兼|暨|及|(?:选派|派)?驻)?(?:(?<=、)“[㐀-鿿]{{2,8}}”)?$")
_OF_THAT = re.compile(r"该[省市县区州旗镇乡校院局]$")
"""Before the first body of a row: 该区|柳溪村党支部书记."""
_UNREAD = re.compile(r"、[㐀-鿿\d]{2,16}")
_CAREER = re.compile(r"(?:历|曾|先后)任?$|时任$|(?:先后|曾)担任$|任过$")
_HELD = re.compile(r"[任为系是]$")
_SIGNS = frozenset({"", "，", "。", "；", "：", "、", "”", "\n"})
_SHORT_UNIT = 4
"""Characters at most of a unit whose last is the first of its head's title: 、|政工科|长."""
_QUOTED = re.compile("[^。！？，；…]”")
"""Before a title: a name, not what somebody said: “青禾之友”|会长, “…。”|局长."""
_ANONYMOUS = re.compile(r"(?:负责人|负责同志|领导)$")
_ADDRESSED = frozenset({"教授", "副教授", "院士", "博士", "研究员"})
"""Titles that stand behind a name."""
_IN_CHARGE = re.compile("(?:分管|主管|负责)[㐀-鿿]{2,10}的$")
"""Between a body and a deputy: 市委组织部|分管日常工作的|副部长."""
_RANKED = re.compile(rf"(?<![㐀-鿿])[{LEVELS}]$")
_RANKS = frozenset({"巡视员", "调研员"})
"""Ranks that a level alone may stand before: …局长，县|二级巡视员."""
_VETERANS = re.compile("(?:军转|[退离]休|转业|复员)(?=干部)")
_AND_OTHERS = re.compile("[及和与](?:其|学校|该院|该校)?(?:领导)?班子成员$")
"""They are not the one that is named behind them: 校长林静及班子成员、|柳溪村书记张明."""
_FORMER = re.compile(r"(?:原|前任|时任|曾任|历任|生前系|生前任)$")


def find_posts(view: View, organizations: tuple[Naming, ...]) -> tuple[PostChain, ...]:
    """Find the posts of an article, in order, those of one holder together."""
    grammar = _Grammar(view, Organs(view, organizations))
    for line in view.article.lines:
        grammar.read(line.span)
    return tuple(grammar.told.chains)


class _Grammar:
    """The posts of one article in the making."""

    def __init__(self, view: View, organs: Organs) -> None:
        self.view, self.text, self.organs = view, view.text, organs
        self.told = Told(organs)
        self._row = 0

    def read(self, line: Span) -> None:
        """Gather the posts of a line."""
        run: list[Post] = []
        for found in find_titles(self.view, line):
            title = self._behind_body(found)
            if self.organs.covers(title.end - 1, title.end):
                continue
            edge = run[-1].span.end if run else line.start
            before = self._before(title, edge)
            start = title.start if before is None else before.start
            if run and not self._joined(run[-1], edge, start, title):
                if self._unread(run[-1], title, edge, start):
                    before = before or Before(start=start, kind="alone")
                else:
                    self._close(run)
                    run = []
            if not run:
                self._row = start
            run.append(self._post(title, before, run[-1] if run else None))
        if run:
            self._close(run)

    def _behind_body(self, title: Title) -> Title:
        """Leave to a body the characters with which its name ends: 国家防总|秘书长."""
        inside = range(title.start + 1, title.end - len(title.core) + 1)
        end = next((at for at in inside if self.organs.ends_within(at - 1, at + 1)), None)
        return title if end is None else replace(title, start=end, words=self.text[end : title.end])

    def _joined(self, last: Post, edge: int, start: int, title: Title) -> bool:
        """Tell whether a title goes on with the row: behind 、 or 兼, behind 和 where both end alike (局长和副局长)."""
        between = self.text[edge:start]
        nameless = _ANONYMOUS.search(last.title) or _AND_OTHERS.search(self.text, edge - 10, edge)
        addressed = self._is_addressed(last)
        if start < title.start and (nameless or addressed):
            return False  # 市法院负责人、|市检察院检察长张明; 李华教授、|县水利局局长张明
        if _JOINED.fullmatch(between) is not None:
            return "，" not in between or self._carried(last, bare=start == title.start)
        return self.text[edge:start] == "和" and last.title.endswith(title.core[-2:]) and last.title != title.words

    def _is_addressed(self, last: Post) -> bool:
        """Tell whether a bare title stands behind a name: 李华|教授, 县医院林静|院长."""
        start = last.span.start
        if len(last.span) > len(last.title) or self.text[start - 1] in _SIGNS:
            return False
        names = (self.text[start - n : start] for n in (3, 2) if start - n in self.view.boundaries)
        return (last.title in _ADDRESSED and last.organ is None) or (
            last.grade == "public" and any(has_surname(name) and is_name(name) for name in names)
        )

    def _unread(self, last: Post, title: Title, edge: int, start: int) -> bool:
        """Tell whether only a body that no grammar reads stands between 、 and the next title of a row."""
        named = last.grade in {"lay", "media"} or _ANONYMOUS.search(last.title) or last.title in _ADDRESSED
        opened = not is_hanzi(self.text[self._row - 1 : self._row])  # not behind a name: 周子安副院长、林静主任
        deputy = last.title.endswith(tuple(ELECTED)) and classes()[title.core] == "lay"  # 省人大代表、云溪茶农
        return (
            opened
            and not (named or deputy)
            and _UNREAD.fullmatch(self.text, edge, start) is not None
            and not any(len(word) > 1 and word in outside() for word in parts_of(self.view, edge + 1, start))
        )

    def _carried(self, last: Post, *, bare: bool) -> bool:
        """Tell whether a row goes on behind a comma: in a career (历任…，…), or with a bare title not another's."""
        if last.grade in {"lay", "media"}:
            return False
        before = _OF_THAT.sub("", self.text[max(0, self._row - 3) : self._row])
        if before[-1:] in _SIGNS and last.grade == "public":
            return True  # a row that opens a clause and has no name behind it goes on: …副厅长，省乡村振兴局局长李明
        return bool(_CAREER.search(before)) or (bare and not _HELD.search(before))

    def _close(self, run: list[Post]) -> None:
        former = run[0].status == "former"
        posts = tuple(replace(p, status="former") if former and p.status == "incumbent" else p for p in run)
        self.told.chains.append(PostChain(posts=posts, span=Span(run[0].span.start, run[-1].span.end)))

    def _before(self, title: Title, edge: int) -> Before | None:
        if title.core in heads_of_government():
            begin = self._behind_times(title, edge)
            named = self.organs.ending(begin, edge)
            if named is not None and self.text[begin - 1] in "府署":
                return organ_before(self.organs, begin, edge)
            if (state := STATE.search(self.text, edge, title.start)) is not None:
                return Before(start=state.start())  # 县委副书记、|政府县长
            start = self._place(title, edge)
            return Before(start=start) if start is not None else None
        if title.core in LEVELLED:
            return level_before(self.view, title, self._behind_times(title, edge), edge)
        begin = self._behind_times(title, edge)
        if (levelled := self._levelled(title, begin, edge)) is not None:
            return levelled
        before = organ_before(self.organs, begin, edge)
        sent = title.core.endswith("第一书记") or title.words.startswith("驻")  # by the body, to a village
        if (before is None or before.organ is None) and not sent:
            before = self._possessed(before, begin if before is None else before.start, edge) or before
        return before or self._overlapping(title, edge) or self._of_village(title, edge)

    def _levelled(self, title: Title, begin: int, edge: int) -> Before | None:
        """Read a rank of a level alone (…，县|二级巡视员), and the 主席 of a region."""
        if title.core in _RANKS and _RANKED.search(self.text, edge, begin):
            return Before(start=begin - 1, prefix=self.text[begin - 1], kind="alone")
        region = title.core == "主席" and self.text.endswith("自治区", edge, begin)
        return region_before(self.view, begin, title.end, edge) if region else None

    def _behind_times(self, title: Title, edge: int) -> int:
        """Return where what stands before a title ends, 原 and an opening quotation mark left out: 某局|原|局长."""
        term = TERMS.search(self.text, max(edge, title.start - 6), title.start)
        begin = title.start if term is None else term.start()
        while begin > edge and self.text[begin - 1] in "原前“" and not ends_place(self.text, begin):
            begin -= 1
        return begin - 2 * self.text.endswith("村驻村", edge, begin)  # 柳溪村|驻村|“第一书记”

    def _possessed(self, before: Before | None, begin: int, edge: int) -> Before | None:
        """Read a body that has an office by 的: 柳溪村的|党支部书记, 县医院的|院长."""
        if self.text[begin - 1] != "的" or (before is not None and before.kind not in {"inside", "unit"}):
            return None
        charge = _IN_CHARGE.search(self.text, max(edge, begin - 14), begin)
        named = self.organs.ending(begin - 1 if charge is None else charge.start(), edge)
        if named is None:
            return None
        organ = Organ(label=named.of(self.text), span=named, implied=False)
        return Before(start=named.start, organ=organ, prefix=before.prefix if before is not None else "")

    def _place(self, title: Title, edge: int) -> int | None:
        """Return where the place begins that a head of government governs: 西山县|县长, 西山|县长."""
        begin = self._behind_times(title, edge)
        if begin > edge and self.text[begin - 1] in LEVELS:
            return place_start(self.view, begin, edge)
        if title.words == title.core:
            if self._addressed(begin):
                return None
            found = place_start(self.view, begin + 1, edge)
            return found if found != begin else None
        return self._short_place(begin, edge)

    def _addressed(self, end: int) -> bool:
        """Tell whether a name of three characters, of no city or county, stands before a bare title: 许清溪|市长."""
        name, place = self.text[end - 3 : end], self.text[end - 3 : end + 1]
        known = place in listed_divisions() or self.text.count(place) > self.text.count(place + "长")
        return not known and end - 3 in self.view.boundaries and has_surname(name) and is_name(name)

    def _short_place(self, end: int, edge: int) -> int | None:
        """Return where a place in short begins, and the one in short that has it: 桂林|副市长, 广西桂林|副市长."""
        start = end
        for _ in range(2):
            start = next((start - n for n in (2, 3) if self._is_short(start - n, start, edge)), start)
        return start if start < end else None

    def _is_short(self, start: int, end: int, edge: int) -> bool:
        return start >= edge and self.text[start:end] in division_short_names() and start in self.view.boundaries

    def _overlapping(self, title: Title, edge: int) -> Before | None:
        """宣传部长, 公安局长: the organ's last character is the title's first."""
        if title.words != title.core or title.core[-1] != "长" or len(title.core) != 2:
            return None
        before = organ_before(self.organs, title.start + 1, edge)
        if before is None or before.start >= title.start - 1:
            return None
        loose = self.text[before.start - 1] not in _SIGNS or title.start + 1 - before.start > _SHORT_UNIT
        if before.kind == "unit" and before.organ is None and loose:
            return None
        if self.organs.ends_within(before.start, title.start) and not is_word(before.prefix[:-1]):
            return None  # 县水利局|何清澄|局长, no 县人武部|军事科长
        return replace(
            before,
            prefix=(before.prefix or before.bare)[:-1] if before.kind == "department" or before.prefix else "",
            kind=before.kind,
        )

    def _of_village(self, title: Title, edge: int) -> Before | None:
        """柳溪|村主任: the title's first character is the last of the village's name."""
        end = title.start + 1
        if title.core[0] != "村" or title.words != title.core or classes()[title.core] == "lay":
            return None
        before = organ_before(self.organs, end, edge)
        if before is None or before.organ is None or says_only_kind(self.view, before.start, end):
            return None
        return replace(before, prefix="")

    def _post(self, title: Title, before: Before | None, previous: Post | None) -> Post:
        start = title.start if before is None else before.start
        span = Span(start, title.end)
        words, organ = title.words, None
        grade = classes().get(title.words, classes()[title.core])
        if title.core in heads_of_government():
            printed = before.organ if before is not None else None
            organ = printed or self.told.government(title, span, previous)
        elif before is not None:
            organ, prefix = self.told.organ(before, previous)
            words = prefix + title.words
        elif grade not in {"lay", "media"} and not _QUOTED.search(self.text, max(0, start - 2), start):
            words, organ = self.told.shared(title, previous)
        if (before is None and title.core == "领导") or _VETERANS.search(self.text, title.start - 2, title.end):
            grade = "lay"  # 与|某某恒运|领导张明; 军转|干部
        if organ is None and words.startswith("工会"):
            grade = "either"
        if (
            organ is None
            and grade == "public"
            and ((previous is not None and previous.grade == "firm") or FIRM.search(words[:2]))
        ):
            grade = "firm"  # 董事长、党委书记
        printed_end = before.organ.span.end + 1 if before is not None and before.organ is not None else start
        same = previous is not None and previous.status == "former" and previous.organ == organ
        earlier = same or self._earlier({start, title.start, printed_end})
        status: Status = "former" if earlier and title.status == "incumbent" else title.status
        return Post(span=span, title=words, grade=graded(grade, organ), organ=organ, status=status)

    def _earlier(self, offsets: set[int]) -> bool:
        """Tell whether 原 or 时任 stands before the post, behind its body (县政府原党组成员) or before its title."""
        return any(_FORMER.search(self.text, max(0, at - 3), at) for at in offsets)
