"""An invented world of three years, twelve counties, fifteen papers: who held which post when, what happened, who met.

It knows nothing of how PressGraph resolves: people get names by chance, so that some bear one name; posts change hands;
firms have a full and a short name; two papers report one meeting each in its own words; meetings recur.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.corpus import GIVEN, SURNAMES

CITIES = ("岚屏市", "黛湖市", "霁川市")
COUNTIES = (
    "望岱县",
    "澜口县",
    "南陂县",
    "青岫县",
    "石桥湾县",
    "松岫县",
    "平皋县",
    "汀岸县",
    "鹿岩县",
    "沙溪口县",
    "砚池县",
    "桐浦县",
)
TOWNS = ("柳林镇", "大坪镇", "官渡镇", "龙潭乡", "新桥镇", "白沙镇", "双河乡", "马鞍镇")
BUREAUS = (
    "教育局", "农业农村局", "公安局", "民政局", "水利局", "交通运输局", "市场监督管理局", "自然资源局", "应急管理局",
    "财政局", "司法局", "审计局", "统计局", "林业局", "城市管理局", "医疗保障局",
)  # fmt: skip
RENAMED = {"粮食局": "粮食和物资储备局", "旅游局": "文化和旅游局"}
SHORT = {"市场监督管理局": "市场监管局", "医疗保障局": "医保局", "交通运输局": "交通局", "城市管理局": "城管局"}
FIRMS = ("宏远", "鑫盛", "绿野", "金穗", "华兴")
TRADES = ("机械", "食品", "建材", "纺织", "农业科技")
MATTERS = (
    "优化营商环境", "防汛抗旱", "森林防火", "乡村振兴", "安全生产", "招商引资", "农村人居环境整治", "教育高质量发展",
    "基层治理", "秸秆禁烧", "项目建设", "食品安全", "粮食生产", "信访维稳", "法治建设", "文旅融合发展",
)  # fmt: skip
FORMS = ("工作会议", "推进会", "调度会", "座谈会", "动员会", "现场会", "工作推进会")
START = date(2029, 1, 8)
DAYS = 3 * 365
_COMMON_NAMES = 60
_CHANGES = 30
AWAY = 0.08
"""Share of changes by which someone goes to another county; no paper says so."""


@dataclass(frozen=True)
class Post:
    """A post of a body, as its county speaks of it."""

    body: str
    """Identity of the body."""
    title: str
    named: str
    """What the county's paper prints: 县教育局局长."""


@dataclass(frozen=True)
class Event:
    """A meeting: who held it, when, about what, who was there."""

    id: str
    day: date
    county: str
    town: str | None
    matter: str
    form: str
    people: tuple[tuple[str, Post], ...]


Careers = dict[Post, list[tuple[date, str]]]
"""Who took each post when, in the order of time."""


class World:
    """All that is true."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.names: dict[str, str] = {}
        self._common = [self._draw_name() for _ in range(_COMMON_NAMES)]
        self.city = {county: CITIES[n % len(CITIES)] for n, county in enumerate(COUNTIES)}
        self.posts = {county: tuple(_posts(county)) for county in COUNTIES}
        self.held: dict[str, Careers] = {}
        for county in COUNTIES:
            self.held[county] = self._careers(county, self.held)
        self.reporters = {paper: self._staff() for paper in (*CITIES, *COUNTIES)}
        self.renamed_on = {
            (c, old): START + timedelta(self.random.randrange(300, 800)) for c in COUNTIES for old in RENAMED
        }
        self.firms = {c: tuple(self._firm(c, own) for own in self.random.sample(FIRMS, 3)) for c in COUNTIES}
        for county in self.random.sample(COUNTIES, 3):
            self.firms[county] += (self._firm(county, self.firms[county][0][2][:2], 2),)

    def person(self) -> str:
        """Make a person; return who it is."""
        who = f"person{len(self.names)}"
        is_common = self.random.random() < 0.15
        self.names[who] = self.random.choice(self._common) if is_common else self._draw_name()
        return who

    def _staff(self) -> list[str]:
        """Make the reporters of a paper; one that had two of one name would not sign both alike."""
        by_name = {self.names[who]: who for who in (self.person() for _ in range(6))}
        return list(by_name.values())

    def holder(self, county: str, post: Post, day: date) -> str:
        """Return who holds a post on a day."""
        return next(who for since, who in reversed(self.held[county][post]) if since <= day)

    def events(self) -> Iterator[Event]:
        """Give events without end: some of towns that meet on one day about one matter, some that recur monthly."""
        number = 0
        while True:
            county = self.random.choice(COUNTIES)
            day = START + timedelta(self.random.randrange(DAYS))
            matter, form = self.random.choice(MATTERS), self.random.choice(FORMS)
            chance = self.random.random()
            towns: list[str | None] = [None]
            days = [day]
            if chance < 0.1:
                towns = list(self.random.sample(TOWNS, 2))
            elif chance < 0.25:
                days = [day + timedelta(28 * n) for n in range(3)]
            for town in towns:
                for each in days:
                    yield self._event((f"event{number}", each, county, town), (matter, form))
                    number += 1

    def _event(self, what: tuple[str, date, str, str | None], called: tuple[str, str]) -> Event:
        _, day, county, town = what
        inside = [p for p in self.posts[county] if (f"/{town}" in p.body) == (town is not None)]
        chair, *others = self.random.sample(inside[:6] if town is None else inside, 3 if town is None else 2)
        others = others + (self.random.sample(inside[6:], 2) if town is None else [])
        people = tuple((self.holder(county, post, day), post) for post in (chair, *others))
        return Event(*what, *called, tuple(dict(people).items()))

    def _careers(self, county: str, found: dict[str, Careers]) -> Careers:
        """Let posts change hands: someone moves from one to another, a newcomer takes the one that is left."""
        held: Careers = {post: [(date.min, self.person())] for post in self.posts[county]}
        moves = sorted(START + timedelta(self.random.randrange(DAYS)) for _ in range(_CHANGES))
        for day in moves:
            left, taken = self.random.sample(list(held), 2)
            if self.random.random() < AWAY:
                other = self.random.choice([c for c in COUNTIES if c in found and c != county] or [county])
                taken_there = self.random.choice(list(found.get(other, held)))
                moved = held[left][-1]
                if other != county and found[other][taken_there][-1][0] < day:
                    found[other][taken_there].append((day, moved[1]))
                    held[left].append((day, self.person()))
            elif self.random.random() < 0.5:
                held[taken].append((day, held[left][-1][1]))
                held[left].append((day, self.person()))
            else:
                held[taken].append((day, self.person()))
        return held

    def _firm(self, county: str, own: str, step: int = 0) -> tuple[str, str, str]:
        """Make a firm: its identity, full name and short name."""
        trade = TRADES[(COUNTIES.index(county) // len(CITIES) + FIRMS.index(own) + 2 * step) % len(TRADES)]
        full = f"{self.city[county][:-1]}{own}{trade}有限公司"
        return f"{county}/firm/{full}", full, f"{own}公司"

    def _draw_name(self) -> str:
        given = "".join(self.random.choice(GIVEN) for _ in range(self.random.choice((1, 2, 2))))
        return self.random.choice(SURNAMES) + given


def _posts(county: str) -> Iterator[Post]:
    committee, government = f"{county}/committee", f"{county}/government"
    yield Post(committee, "书记", "县委书记")
    yield Post(government, "县长", "县长")
    yield Post(committee, "副书记", "县委副书记")
    yield from (Post(government, "副县长", "副县长") for _ in range(1))
    yield Post(f"{county}/组织部", "部长", "县委组织部部长")
    yield Post(f"{county}/宣传部", "部长", "县委宣传部部长")
    for bureau in (*BUREAUS, *RENAMED):
        yield Post(f"{county}/{bureau}", "局长", f"县{bureau}局长")
        if bureau not in RENAMED:
            yield Post(f"{county}/{bureau}", "副局长", f"县{bureau}副局长")
    for town in TOWNS:
        yield Post(f"{county}/{town}/committee", "党委书记", f"{town}党委书记")
        yield Post(f"{county}/{town}/government", town[-1] + "长", f"{town}{town[-1]}长")
