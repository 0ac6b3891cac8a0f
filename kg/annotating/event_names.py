"""The names of events, compared: equal, one inside the other, much alike; what tells two like events apart."""

from collections import Counter
from functools import cached_property

from kg import expressions as re
from kg.annotating.activities import Activity

_ALIKE = 0.75
"""Dice coefficient of the pairs of characters from which on two names are one."""
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
_SESSION = re.compile(
    r"第?(?P<term>[一二三四五六七八九十]{1,3})届[一-龥]{0,10}?第?(?P<sitting>[一二三四五六七八九十]{1,3})次(?:全体)?会议\Z"
)
_CONVENED = re.compile(r"政协|政治协商会议|人大|人民代表大会|党代会|党员代表大会|职工代表大会")
_OTHER_SESSION = re.compile(r"常委|常务委员|主席团|主席会议|预备|全委")
_BODY = {"政治协商会议": "政协", "人民代表大会": "人大"}
_DAYS = re.compile(r"\d+(?=日|[至、])")
_SIDES = re.compile(r"[男女春夏秋冬]|上半年|下半年|少儿|成人|老年")
"""Words that tell one of two like events from the other."""
_ON_IT = re.compile(r"(?:发布|通气|说明|推介|协调|筹备|推进|部署|动员|调度|汇报|总结|座谈|分享)会$")
"""A meeting on something else: 文化节|新闻发布会 is not the festival."""


def normal(name: str) -> str:
    """Drop quotation marks, brackets and spaces."""
    return _MARKS.sub("", name)


class Name:
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
    def session(self) -> tuple[str, str, str] | None:
        """Of which body, which term and which sitting a session is: 县政协十届一次会议, …第十届委员会第一次会议."""
        found, body = _SESSION.search(self.full), _CONVENED.search(self.full)
        if found is None or body is None or _OTHER_SESSION.search(self.full):
            return None
        return _BODY.get(body.group(), body.group()), found["term"], found["sitting"]

    @cached_property
    def sides(self) -> frozenset[str]:
        """The words that tell one of two like events from the other."""
        return frozenset(_SIDES.findall(self.bare))

    @cached_property
    def pairs(self) -> Counter[str]:
        """The pairs of neighbouring characters."""
        return Counter(self.bare[i : i + 2] for i in range(len(self.bare) - 1))

    def same(self, other: "Name") -> bool:
        """Tell whether both name one event; all stations of one tour are one, of the same day where two are said."""
        if self.tour and other.tour:
            return self.consoles == other.consoles and one_day(self.day, other.day)
        if self.bare == other.bare:
            return True
        if self.session is not None and self.session == other.session:
            return True
        if self.quoted and other.quoted and self.quoted["core"] == other.quoted["core"]:
            return True
        if len(self.bare) > len(other.bare):
            return other.same(self)
        return self.may_be(other) and (self._inside(other) or (self._alike(other) and not self.apart(other)))

    def counts_with(self, other: "Name") -> bool:
        """Tell whether the numbers of both may be of one event."""
        x, y = self.numbers, other.numbers
        session = self.session is not None and self.session == other.session
        return session or not (x and y) or x <= y or y <= x

    def may_be(self, longer: "Name") -> bool:
        """Tell whether neither number nor kind forbids that both are one: 文化节, 文化节|新闻发布会."""
        if not self.counts_with(longer):
            return False
        return self.bare not in longer.bare or _ON_IT.search(longer.bare.rpartition(self.bare)[2]) is None

    def apart(self, other: "Name") -> bool:
        """Tell whether a word sets the two apart: 男子…, 女子…."""
        return bool(self.sides and other.sides) and self.sides != other.sides

    def _inside(self, longer: "Name") -> bool:
        if len(self.full) >= _SHORTEST and longer.full.endswith(self.full):
            return True
        if len(self.full) in _BOTH and longer.full.endswith(self.full[-2:]) and self.full[:-2] in longer.full:
            return True  # 签约暨招商大会, 签约大会
        if len(self.full) == _SHORTEST and self.full[-1] in "展赛节" and longer.full.endswith(self.full[-1]):
            return self.full[:-1] in longer.full  # 书画作品邀请展, 书画展
        x, y = self.bare, longer.bare
        return len(x) < len(y) and ((len(x) >= _SHORTEST and y.endswith(x)) or (len(x) >= 6 and x in y))

    def _alike(self, longer: "Name") -> bool:
        if len(self.bare) < 6:
            return False
        shared, own = (self.pairs & longer.pairs).total(), len(self.bare) - 1
        if self.bare[-3:] == longer.bare[-3:] and shared >= _WITHIN * own:
            return True
        return 2 * shared >= _ALIKE * (own + len(longer.bare) - 1)


def one_day(day: str, other: str) -> bool:
    """Tell whether two days, as written, may be one: equal, one unsaid, or one within the other (6日至7日, 7日)."""
    return not day or not other or day == other or _within(day, other) or _within(other, day)


def _within(day: str, days: str) -> bool:
    numbers, (first, *rest) = _DAYS.findall(day), _DAYS.findall(days) or [""]
    return "至" in days and len(numbers) == 1 and bool(rest) and int(first) <= int(numbers[0]) <= int(rest[-1])
