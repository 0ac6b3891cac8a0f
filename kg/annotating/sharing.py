"""What a post shares with those told before it: the organization, the level, the first words of the title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.annotating.beside import beside, committee_beside, placed, procuratorate_beside, whole_of
from kg.annotating.grades import endings
from kg.annotating.known_places import LEVELS
from kg.annotating.offices import Before, Organ, of_level, place_of
from kg.annotating.parts import of_party, owners, whole_of_section
from kg.annotating.titles import TERMS, Title, ends_place
from kg.annotating.told_bodies import Organs
from kg.model.facts import Status
from kg.model.source import Span

STATE = re.compile(r"(?<![一-龥])(?:人民)?政府$")
"""The government without its level: 县委副书记、|政府|县长."""
_FUSED = frozenset({"纪委", "监委", "纪委监委", "政协", "人大常委会", "人大", "政府", "人民政府", "行署"})
_FUSED_TITLE = re.compile(rf"(?:[{LEVELS}]|街道)(?:政协|人大常委会|人大|委|纪委监委|监委)")
_GOVERNED = frozenset({"镇", "乡", "街道", "自治区", "自治州", "自治县", "自治旗"})
_LEVELS = frozenset("省市县区州盟旗")
_STATE_ORGANS = {"盟": "行署"}
"""What the government of a level is called, where not 政府."""
_ROW = re.compile(r"^[^，。；：！？\n]{2,12}[、，]原?$")
_LOCAL = ("镇", "乡", "道")
_OF_TOWN = frozenset({"纪工委", "人大工委", "政协工委", "党工委"})
_WITHIN = frozenset({"工会", "妇联", "团委", "纪委", "关工委", "武装部"})
_INSTITUTION = re.compile(r"(?:院|校|[中小大]学|高中|初中|附中|幼儿园|[一二三四五六七八九十][中小高]|中心)$")
_OF_SCHOOL = re.compile(r"(?:教导|教务|政教|德育|总务|后勤|年级|年级部|教研室?)(?:副?主任)$|班主任$|教研组长$")
"""Titles that only a school has: behind its head they are of that school."""
_OWNED = re.compile("医院|学校|学院|公司|集团|中心|协会|银行")
"""Who has a party committee, by the noun alone: 医院|党委."""
_NOUN = re.compile(r"(?:中心|基金会|组委会|协会|学会)\Z")
"""Right before a title: a body told before, by its noun alone: 中心|主任."""
_VILLAGE = re.compile(r"(?:村|社区|嘎查)$")
_COMMITTEE = re.compile(rf"[{LEVELS}]委$")
_COMMISSIONS = ("委", "工委", "委员会")
_COMMISSAR = re.compile("军区|军分区|[警卫][备戍]区|武装部|人武部|[支总]队|部队|[师团旅]$")
_BODY = re.compile(r"(?:[大中支]队|局|法院|检察院|分局)$")
"""Bodies that a paper calls so without saying whose they are: 交警大队|大队长."""
_CHOSEN = re.compile(r"(?:当选|选举|聘请?|任命|推选|推举|增补|补选|兼任|担任|续聘)为?$")
_LOOKED_AT = 12
"""Rows of posts before a bare title that are looked at."""
_GOES_ON = re.compile(
    r"名誉|副|常务副|执行副|秘书长|常务委员|常委|委员|成员|[一二三四]级|专职|(?:组织|宣传|统战|政法|纪检|武装)(?:统战|宣传)?委员"
)
_OURS = re.compile("[院校局所站馆园]")
_ANY_ORGAN = frozenset(
    {"秘书长", "委员", "常务委员", "常委", "成员", "调研员", "主任科员", "巡视员", "警长", "副秘书长"}
)
_STOP = re.compile(r"[。！？\n]")
_NEXT_IN_ROW = re.compile("[㐀-鿿]{2,4}[、，]")
_OF_FIRMS = frozenset({"董事长", "总经理", "总裁", "厂长"})
_UNREAD = re.compile("、[㐀-鿿]{4,8}(?<!公司|集团|企业)(?<![原兼任为])$")
"""Before such a title, a firm that no grammar reads: …董事长何澄、|丰禾烘焙|董事长."""
_NEXT = re.compile(r"[^。！？\n]{2,40}。")
_SENTENCE = 240
"""Characters of a sentence at most over which a post goes on with the body told before."""


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


class Told:
    """The rows of posts of an article that were read so far."""

    def __init__(self, organs: Organs) -> None:
        self.text, self.organs = organs.text, organs
        self.chains: list[PostChain] = []

    def government(self, title: Title, span: Span, previous: Post | None) -> Organ:
        """区长, 副县长: the government of the place before it, of the post before, or of the level in the article."""
        level = title.core[0]
        place = STATE.sub("", self._placed(span.start, title.start))
        if place and not place.endswith(level):
            place += level
        organ = previous.organ if previous is not None else self._neighbour(span.start)
        above = organ.place if organ is not None else ""
        if not place:
            place = above if above.endswith(level) else self.organs.elected_in(span.start, level) or level
        return Organ(label=place + _STATE_ORGANS.get(level, "政府"), span=span, implied=True, place=place)

    def _placed(self, start: int, end: int) -> str:
        """Return what stands before a head of government, without the 原 that says that he or she was it."""
        words = TERMS.sub("", self.text[start:end])
        return words if ends_place(self.text, end) else words.rstrip("原前")

    def organ(self, before: Before, previous: Post | None) -> tuple[Organ | None, str]:
        """Return the organization of what stands before a title, and the words of it that stay in the title."""
        above = previous.organ if previous is not None else None
        if before.organ is not None or before.kind == "alone":
            return self._whole(placed(before.organ, above)), before.prefix
        if before.kind in {"unit", "inside"}:
            told = above or self._of_unit(before)
            return told or (self._of_section if before.kind == "unit" else self._inside)(before), before.prefix
        span = Span(before.start, before.start + len(before.bare))
        fused = before.prefix or (before.bare if before.kind == "department" or before.bare in _FUSED else "")
        if previous is not None and previous.organ is None and of_party(previous.title):
            return None, fused or before.bare  # 校党委委员、|宣传部|部长
        if above is None and (told := self._neighbour(before.start)) is not None and self._shares(told, before):
            above = told
        if before.bare in _WITHIN and above is None:
            above = self._of_unit(before)
        if above is not None and not above.place and before.bare in _WITHIN:
            return above, before.bare
        if above is not None and (label := beside(above, before)):
            return Organ(label=label, span=span, implied=True, place=above.place), fused
        named = self._latest(before, re.escape(before.bare) + "$") or self._of_whole(before, span)
        if named is None and before.kind in {"organ", "department"} and _BODY.search(before.bare):
            named = Organ(label=before.bare, span=span, implied=False)
        return named, fused or (before.bare if named is None and before.bare in _WITHIN else "")

    def _whole(self, organ: Organ | None) -> Organ | None:
        """Give an organ of a bare level the place whose committee or congress elects in this sentence."""
        place = (
            self.organs.elected_in(organ.span.start, organ.place) if organ is not None and len(organ.place) == 1 else ""
        )
        return replace(organ, label=place + organ.label[1:], implied=True, place=place) if organ and place else organ

    def _follows_nameless(self, before: Before) -> bool:
        """Tell whether the post told just before is of a body that is named nowhere: 校党委书记…，|党委|常委."""
        last = self.chains[-1] if self.chains else None
        post = last.posts[-1] if last is not None and self._goes_on(last, before.start) else None
        return post is not None and post.organ is None and of_party(post.title)

    def _shares(self, told: Organ, before: Before) -> bool:
        """Tell whether an organ without its level takes that of the post told before: a town, or one in its row."""
        near = before.kind in {"organ", "department"} and _ROW.match(self.text[self.chains[-1].span.end : before.start])
        return told.place[-1:] in _LOCAL or bool(near and told.place) or bool(whole_of(told, before))

    def _of_whole(self, before: Before, span: Span) -> Organ | None:
        """Return a bare department of the one committee named so far (组织部 of 县委), or the bureau of the court."""
        if before.bare == "执行局" and (court := self._latest(before, "法院$")) is not None:
            return Organ(label=court.label + before.bare, span=span, implied=True, place=court.place)
        named = self.organs.only(before.start, _COMMITTEE) if before.kind == "department" else None
        if named is None:
            return None
        place = place_of(named.of(self.text))
        return Organ(label=of_level(place, before.bare, before.kind), span=span, implied=True, place=place)

    def _inside(self, before: Before) -> Organ | None:
        """Return whose 党委 this is; none where it goes on from one of a body that is named nowhere."""
        return self._of_town(before) or (None if self._follows_nameless(before) else self._owner(before))

    def _owner(self, before: Before) -> Organ | None:
        """Return whose 党委 or 党支部 this is: the body told last, or the town that only its level names (镇党委)."""
        kind = owners(before.prefix)
        span = Span(before.start, before.start + len(before.prefix))
        level = Organ(label=before.prefix, span=span, implied=False, place=before.bare)
        if before.bare in _LEVELS:  # 区|党委|副书记
            return level
        noun = _OWNED.match(before.prefix)
        told = self._latest(before, rf"[一-龥]{noun.group()}$") if noun is not None else None
        told = told or self._latest(before, rf"[一-龥](?:{kind})$") or self._before_party(before)
        return told or self._village(before) or (level if before.bare in _GOVERNED else None)

    def _before_party(self, before: Before) -> Organ | None:
        """Return the body whose party branch or group was told last: 县医院|党支部组织…。|党支部|书记."""
        span = self.organs.latest(before.start, re.compile(rf"[一-龥]{re.escape(before.prefix)}$"))
        if span is None or not before.prefix.startswith("党"):
            return None
        own = Span(span.start, span.end - len(before.prefix))
        label = own.of(self.text)
        if (place := TERMS.sub("", label)).endswith(_LOCAL):
            return Organ(label=place + before.prefix, span=span, implied=False, place=place)
        return Organ(label=label, span=own, implied=False, place=place_of(label))

    def _village(self, before: Before) -> Organ | None:
        """Return the village of the post told just before: 柳溪村党支部书记…、|村委会|主任."""
        told = self._neighbour(before.start) if before.prefix.startswith("村") else None
        return told if told is not None and _VILLAGE.search(told.label) else None

    def _of_town(self, before: Before) -> Organ | None:
        """Return the committee told in the sentence, or that of its town: 湖岸街道党工委书记…，|纪工委|书记."""
        word = before.prefix
        near = ((p.title, p.organ) for p in self._near(before.start) if p.organ is not None and word in _OF_TOWN)
        same = next((organ for title, organ in near if title.startswith(word) or organ.label.endswith(word)), None)
        if same is not None:
            return same
        told = self._neighbour(before.start) if before.prefix in _OF_TOWN else None
        if told is None or told.place[-1:] not in _LOCAL:
            return None
        span = Span(before.start, before.start + len(before.prefix))
        return Organ(label=told.place + before.prefix, span=span, implied=True, place=told.place)

    def _neighbour(self, offset: int) -> Organ | None:
        """Return the organ of the post told just before in the sentence (…镇党委书记…、镇长…)."""
        for chain in reversed(self.chains[-_LOOKED_AT:]):
            if not self._goes_on(chain, offset):
                return None
            if (organ := chain.posts[-1].organ) is not None:
                return organ
        return None

    def _goes_on(self, last: PostChain, offset: int) -> bool:
        """Tell whether the sentence goes on from a row of posts, over ； too, in which lists of names are cut."""
        return offset - last.span.end <= _SENTENCE and _STOP.search(self.text, last.span.end, offset) is None

    def _opens_next(self, last: PostChain, title: Title) -> bool:
        """Tell whether a bare 副主席 opens the sentence right behind one that tells of a 主席."""
        between = self.text[last.span.end : title.start]
        return title.words == "副" + title.core.removeprefix("副") and _NEXT.fullmatch(between) is not None

    def _of_section(self, before: Before) -> Organ | None:
        """Return the one body told before, of which a section is: 食品安全股|股长, 第四检察部|主任."""
        whole = whole_of_section(before.prefix)
        return None if whole is None else self._latest(before, whole)

    def _of_unit(self, before: Before) -> Organ | None:
        """Return the institution of a unit: that of the unit told just before (省中医院护理部…、急诊科…)."""
        if before.kind == "unit" and before.prefix.endswith(_COMMISSIONS):
            return self._latest(before, r"(?:政协|人大常委会|人大)$")
        told = self._neighbour(before.start)
        return told if told is not None and _INSTITUTION.search(told.label) else None

    def _latest(self, before: Before, ending: str) -> Organ | None:
        span = self.organs.latest(before.start, re.compile(ending))
        if span is None:
            return None
        label = span.of(self.text)
        return Organ(label=label, span=span, implied=False, place=place_of(label))

    def shared(self, title: Title, previous: Post | None) -> tuple[str, Organ | None]:
        """Give a bare title what it shares with the post before it, in the row or just told (…主任…，副主任…)."""
        fused = ""
        if previous is None and title.core in _OF_FIRMS and _UNREAD.search(self.text, title.start - 9, title.start):
            return title.words, None
        if previous is None and self.chains:
            previous = self._told(title)
        if previous is not None and previous.organ is not None and previous.grade not in {"lay", "media"}:
            m = _FUSED_TITLE.match(previous.title)
            fused = m.group() if m is not None and not title.words.startswith(tuple(LEVELS)) else ""
            town = committee_beside(previous.organ, title.words)
            return (fused + title.words, previous.organ) if town is None else (title.words, town)
        noun = _NOUN.search(self.text, max(0, title.start - 3), title.start)
        pattern = endings().get(title.core) if noun is None else re.compile(rf"[一-龥]{noun.group()}$")
        ours = _OURS.search(title.core)
        told = self._neighbour(title.start)
        if told is not None and pattern is not None and pattern.search(told.label) and self._is_next(title):
            return title.words, told
        if pattern is None or (ours is not None and f"我{ours.group()}" in self.text[: title.start]):
            return title.words, None  # a body that speaks of itself names others, whose heads these are not
        span = self.organs.latest(title.start, pattern)
        if span is None:
            return title.words, procuratorate_beside(told, title)
        return title.words, Organ(label=span.of(self.text), span=span, implied=False)

    def _is_next(self, title: Title) -> bool:
        """Tell whether only a name stands between the last row and this title: 青禾学院书记何澄、|院长."""
        return _NEXT_IN_ROW.fullmatch(self.text, self.chains[-1].span.end, title.start) is not None

    def _told(self, title: Title) -> Post | None:
        """Return the post of the same sentence whose organ a bare 副主任 or 秘书长 goes on with."""
        last = self.chains[-1]
        if (title.core.endswith("第一书记") or title.words.startswith("村")) and self._goes_on(last, title.start):
            return next(
                (p for p in self._near(title.start) if p.organ is not None and _VILLAGE.search(p.organ.label)), None
            )
        commissar = title.core == "政委"
        told = self._neighbour(title.start) if commissar or _OF_SCHOOL.search(title.words) else None
        if told is not None and (_COMMISSAR if commissar else _INSTITUTION).search(told.label):
            return next(p for p in self._near(title.start) if p.organ == told)
        if self._opens_next(last, title):
            return next((p for p in last.posts if p.organ is not None and p.title.endswith(title.core)), None)
        if not _GOES_ON.match(title.words):
            return None
        if self._goes_on(last, title.start):
            fits = [
                p
                for p in last.posts
                if p.organ is not None
                and (p.title.endswith(title.core) or title.core in _ANY_ORGAN or title.core.endswith("委员"))
            ]
            alike = [p for p in fits if p.title.endswith(title.core)]
            if fits:
                return (alike or fits)[-1]
        chosen = _CHOSEN.search(self.text, max(0, title.start - 8), title.start) is not None
        return self._of_core(title, anywhere=chosen)

    def _near(self, offset: int) -> Iterator[Post]:
        """Give the posts of the sentence that were told before the offset, the last first."""
        near = (chain for chain in reversed(self.chains[-_LOOKED_AT:]) if self._goes_on(chain, offset))
        return (post for chain in near for post in chain.posts)

    def _of_core(self, title: Title, *, anywhere: bool) -> Post | None:
        """Return the last post of the sentence (`anywhere`: or a little before) that ends in the same title."""
        for chain in reversed(self.chains[-_LOOKED_AT:]):
            if not anywhere and not self._goes_on(chain, title.start):
                return None
            for post in reversed(chain.posts):
                if post.organ is not None and post.title.endswith(title.core):
                    return post
        return None
