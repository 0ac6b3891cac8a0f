"""Which mentions of an event or campaign in one article are one: equal names, one inside the other, abbreviations."""

from collections import Counter, deque
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg import expressions as re
from kg.annotating.activities import Activity
from kg.model.source import Span

_COMPARED = 100
"""Names with which another is compared at most, the latest ones: more stand only in garbled text."""
_ALIKE = 0.75
"""Dice coefficient of the pairs of characters from which on two names are one."""
_HEADLINE_DEEDS = frozenset(
    f"event.deed-{deed}" for deed in ("donation", "award", "signing", "enforcement", "disaster", "reception", "launch")
)
"""Deeds that a headline tells in its own words."""
_LEAD_EVENTS = 2
"""Events told first in the body, one of which the headline may mean."""
_WITHIN = 0.8
"""Share of the pairs of the shorter name that the longer one has, from which on two names that end alike are one."""
_MARKS = re.compile(r"[\s“”‘’'\"《》〈〉（）()·•・]")
_NUMBERS = re.compile(r"\d+|第?[一二三四五六七八九十]+(?=[届次期批年月])|首(?=届)")
_ACTIVITY = re.compile(r"(?<=.{4})活动$")
"""Behind a name that says enough without: “公众开放日”活动."""
_QUOTED_ACTIVITY = re.compile(r"[“](?P<core>[^“”]{4,24})[”][^“”]*活动$")
"""An activity named by a motto, whatever else is said of it."""
CONSOLES = re.compile(r"慰问|看望")
"""What is done on a visit that is no tour of inspection."""
_SHORTEST = 3
"""Characters of a name at least that ends a longer one."""
_HONOURED_AS = re.compile(r"^(?:被.{0,10}?(?:评为|授予|命名为|评定为|认定为)|获评|获颁|当选为?|入选|荣膺|荣获|获得|获)")
"""The verb of an honour: 获评 in the headline, 被…评为 in the body tell one honour."""
_BOTH = range(4, 7)
"""Characters of a short name of which both ends stand in a longer one."""
_DAYS = re.compile(r"\d+(?=日|[至、])")
_SIDES = re.compile(r"[男女春夏秋冬]|上半年|下半年|少儿|成人|老年")
"""Words that tell one of two like events from the other."""
_ON_IT = re.compile(r"(?:发布|通气|说明|推介|协调|筹备|推进|部署|动员|调度|汇报|总结)会$")
"""A meeting on something else: 文化节|新闻发布会 is not the festival."""
_FAMILY = re.compile(
    r"[一-龥]{0,4}?(?:创建|争创|创|深化|巩固)?(?:国家级?|全国|全省|省级|市级)?(?:"
    r"(?P<文明城市>(?<=创)[文城]|文明(?:典范)?城市(?!提名)|文明城区)|(?P<卫生城市>(?<=创)卫|卫生(?:城市|县城|城))"
    r"|(?P<森林城市>(?<=创)森|森林城市)|(?P<园林城市>(?<=创)园|园林城市))(?:创建)?(?:工作|活动|行动)?"
)
"""What a creation strives for, in full or short: 创建全国文明城市, 文明城市创建, 创文."""
_QUOTED_CORE = re.compile(r"[“‘]([^“”‘’]{2,20})[”’](?=[^“”‘’、]{0,8}$)")
_COUNTED = re.compile(r"^[一二三四五六七八九十两]大(?=.*(?P<kind>行动|工程|计划|整治|[战役])$)")
_CALLED = re.compile(r"（(?:以下)?(?:统一?)?简?称(?:为)?[：]?[“]?(?P<short>[^（）“”\n]{2,16})[”]?[一-龥]{0,4}）")
"""Behind a name: what it is called from here on (以下简称“夏季行动”)."""
_ENDING = 5
"""Characters of a name at least that is the ending of a fuller one: 文化馆服务宣传周, 临江县文化馆服务宣传周."""
_LEAD = re.compile(r"^(?:\d{4}年)?(?:全[国省市县区镇乡])?")
_DRIVE_WORDS = re.compile(r"(?:工作|活动|行动|专项行动|专项整治|创建)+$")


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one activity, in order, and the label of it."""

    label: str
    members: tuple[Activity, ...]


def normal(name: str) -> str:
    """Drop quotation marks, brackets and spaces."""
    return _MARKS.sub("", name)


class _Name:
    """The name of an event, ready to be compared with others."""

    def __init__(self, activity: Activity, day: str = "") -> None:
        self.day = day
        self.full = normal(activity.label)
        self.bare = _ACTIVITY.sub("", self.full)
        if activity.rule == "event.deed-award":
            self.bare = self.full = _HONOURED_AS.sub("", self.full)
        self.quoted = _QUOTED_ACTIVITY.search(activity.label)
        self.tour = activity.rule == "event.deed-inspection"
        self.consoles = self.tour and CONSOLES.search(self.bare) is not None

    @property
    def key(self) -> tuple[str, str]:
        """What mentions of one event share however far apart."""
        return self.bare, self.day if self.tour else ""

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers that tell a session or a year from another."""
        return frozenset(_NUMBERS.findall(self.bare))

    @cached_property
    def sides(self) -> frozenset[str]:
        """The words that tell one of two like events from the other."""
        return frozenset(_SIDES.findall(self.bare))

    @cached_property
    def pairs(self) -> Counter[str]:
        """The pairs of neighbouring characters."""
        return Counter(self.bare[i : i + 2] for i in range(len(self.bare) - 1))

    def same(self, other: "_Name") -> bool:
        """Tell whether both name one event; all stations of one tour are one, of the same day where two are said."""
        if self.tour and other.tour:
            return self.consoles == other.consoles and _one_day(self.day, other.day)
        if self.bare == other.bare:
            return True
        if self.quoted and other.quoted and self.quoted["core"] == other.quoted["core"]:
            return True
        if len(self.bare) > len(other.bare):
            return other.same(self)
        return self._may_be(other) and (self._inside(other) or (self._alike(other) and not self.apart(other)))

    def _may_be(self, longer: "_Name") -> bool:
        """Tell whether neither number nor kind forbids that both are one: 文化节, 文化节|新闻发布会."""
        x, y = self.numbers, longer.numbers
        if x and y and not (x <= y or y <= x):
            return False
        return self.bare not in longer.bare or _ON_IT.search(longer.bare.rpartition(self.bare)[2]) is None

    def apart(self, other: "_Name") -> bool:
        """Tell whether a word sets the two apart: 男子…, 女子…."""
        return bool(self.sides and other.sides) and self.sides != other.sides

    def _inside(self, longer: "_Name") -> bool:
        if len(self.full) >= _SHORTEST and longer.full.endswith(self.full):
            return True
        if len(self.full) in _BOTH and longer.full.endswith(self.full[-2:]) and self.full[:-2] in longer.full:
            return True  # 签约暨招商大会, 签约大会
        x, y = self.bare, longer.bare
        return len(x) < len(y) and ((len(x) >= _SHORTEST and y.endswith(x)) or (len(x) >= 6 and x in y))

    def _alike(self, longer: "_Name") -> bool:
        if len(self.bare) < 6:
            return False
        shared, own = (self.pairs & longer.pairs).total(), len(self.bare) - 1
        if self.bare[-3:] == longer.bare[-3:] and shared >= _WITHIN * own:
            return True
        return 2 * shared >= _ALIKE * (own + len(longer.bare) - 1)


def _one_day(day: str, other: str) -> bool:
    """Tell whether two days, as written, may be one: equal, one unsaid, or one within the other (6日至7日, 7日)."""
    return not day or not other or day == other or _within(day, other) or _within(other, day)


def _within(day: str, days: str) -> bool:
    numbers, (first, *rest) = _DAYS.findall(day), _DAYS.findall(days) or [""]
    return "至" in days and len(numbers) == 1 and bool(rest) and int(first) <= int(numbers[0]) <= int(rest[-1])


def group_events(
    activities: tuple[Activity, ...], titles: Container[Span] = (), days: Mapping[Span, str] | None = None
) -> tuple[Group, ...]:
    """Join the mentions of one event, each to the first group that has one like it: the fullest name is the label.

    What only the headline names, in its own words, is what the lead tells of that kind. `days` are those said before
    the mentions.
    """
    groups: list[list[Activity]] = []
    latest: deque[tuple[_Name, int]] = deque(maxlen=_COMPARED)
    known: dict[tuple[str, str], int] = {}
    for activity in activities:
        name = _Name(activity, (days or {}).get(activity.span, ""))
        alike = [number for other, number in latest if other.same(name)]
        if name.tour and name.day:  # what is told of no day is that day's, unless it was told of another
            other_days = {number for other, number in latest if other.tour and not _one_day(other.day, name.day)}
            alike = [number for number in alike if number not in other_days]
        mine = min(alike, default=known.get(name.key))
        if mine is None:
            mine = len(groups)
            groups.append([])
        groups[mine].append(activity)
        if known.get(name.key) != mine:
            known[name.key] = mine
            latest.append((name, mine))
    return tuple(Group(_event_label(g), tuple(g)) for g in _with_headline(groups, titles))


def _with_headline(groups: list[list[Activity]], titles: Container[Span]) -> list[list[Activity]]:
    """Join each event that only the headline names with one of the first that the body does."""
    lead = [group for group in groups if any(a.main and a.span not in titles for a in group)][:_LEAD_EVENTS]
    joined: list[list[Activity]] = []
    for group in groups:
        alone = _only_in(group, titles)
        told = next((g for g in lead if _tells(g[0], group[0])), None) if alone else None
        deed = next((g for g in groups if _does(g[0], group[0], titles)), None) if alone and told is None else None
        if deed is not None:
            deed.extend(group)
        elif told is None:
            joined.append(group)
        else:
            lead.remove(told)
            told[:0] = group
    return joined


def _only_in(group: list[Activity], titles: Container[Span]) -> bool:
    return group[0].span in titles and all(a.span in titles or not a.main for a in group)


def _does(body: Activity, headline: Activity, titles: Container[Span]) -> bool:
    """Tell whether the body tells a deed of the kind that the headline tells."""
    return body.rule == headline.rule and body.rule in _HEADLINE_DEEDS and body.span not in titles


def _tells(body: Activity, headline: Activity) -> bool:
    """Tell whether both are of a kind, end alike, and nothing sets them apart."""
    x, y = _Name(headline), _Name(body)
    if body.types != headline.types or x.bare[-2:] != y.bare[-2:] or x.apart(y):
        return False
    return not (x.numbers and y.numbers) or x.numbers <= y.numbers or y.numbers <= x.numbers


def _event_label(group: list[Activity]) -> str:
    """Return the fullest name; of a deed told several times the first that body text has."""
    if group[0].rule.startswith("event.deed"):
        return group[0].label
    return max((a.label for a in group), key=lambda n: (len(normal(n)), n))


def group_campaigns(text: str, activities: tuple[Activity, ...]) -> tuple[Group, ...]:
    """Join the mentions of one campaign: equal cores, or an abbreviation and what it abbreviates."""
    groups: dict[str, list[Activity]] = {}
    called = {campaign_key(short): a for a in activities if (short := short_name(text, a.span.end))}
    for activity in activities:
        key = campaign_key(activity.label)
        groups.setdefault(campaign_key(called[key].label) if key in called else key, []).append(activity)
    for key in sorted(groups, key=lambda k: (len(k), k)):
        fuller = next((k for k in groups if k != key and k.endswith(key)), None) if len(key) >= _ENDING else None
        if fuller is not None:
            groups[fuller] = sorted((*groups[fuller], *groups.pop(key)), key=lambda a: a.span)
    return tuple(Group(_campaign_label(g), tuple(g)) for g in groups.values())


def quoted_core(name: str) -> str:
    """Return the quotation that tells a name from others, else the name without its marks: “铁拳”行动."""
    quoted = _QUOTED_CORE.search(name)
    return normal(quoted[1] if quoted else name)


def short_name(text: str, end: int) -> str | None:
    """Return what a name that ends there is called from there on (以下简称“夏季行动”), None where nothing says it."""
    called = _CALLED.match(text, end)
    return None if called is None else called["short"]


def family_of(name: str) -> tuple[str, str]:
    """Return the title that a creation strives for, and what its name goes on with (创卫|百日会战); else nothing."""
    bare = normal(name)
    match = _FAMILY.match(bare)
    return ("", "") if match is None else (match.lastgroup or "", bare[match.end() :])


def campaign_key(name: str) -> str:
    """Return what names of one campaign share: its core, or the drive that an abbreviation stands for."""
    bare = quoted_core(name)
    family, rest = family_of(bare)
    counted = _COUNTED.match(rest or bare)
    if counted:
        return counted.group() + counted["kind"]
    return family + _LEAD.sub("", _DRIVE_WORDS.sub("", rest if family else bare)) or bare


def _campaign_label(group: list[Activity]) -> str:
    """Return the fullest name, the first of several as full."""
    return max((a.label for a in group), key=lambda n: len(normal(n)))
