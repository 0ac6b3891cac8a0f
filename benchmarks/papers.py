"""What the papers of the invented world print: articles in their own words, each name marked with who or what is meant.

A mark is `⟦identity|words⟧`; `unmark` takes them off and says where each stood.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.world import COUNTIES, DAYS, MATTERS, RENAMED, SHORT, START, TOWNS, Event, Post, World

_MARK = re.compile(r"⟦(?P<id>[^|⟧]+)\|(?P<words>[^⟧]*)⟧")
EVENTS = 0.55
"""Share of draws that are events."""
UNDATED = 0.2
"""Share of reports in other words that say 近日."""
LEADERS = 0.25
"""Share of a county's reports that give some names as 县领导 alone."""
BOTH = 0.4
"""Share of events that the city's paper reports too."""
_CLOSINGS = (
    "会议强调，要压实责任，细化措施，确保各项任务落到实处。",
    "会议要求，各乡镇各单位要紧盯目标，狠抓落实，不得推诿扯皮。",
    "与会人员还实地察看了部分项目现场。",
    "大家纷纷表示，将把会议精神带回去，把各项工作做实做细。",
    "雨后的乡村空气清新，路边的花开得正好。",
)


@dataclass(frozen=True)
class Print:
    """An article as it comes from a paper, and where in it each identity is named."""

    text: str
    marks: tuple[tuple[int, int, str], ...]
    day: date
    newspaper: str
    place: str


def unmark(text: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Return a text without its marks, and the stretches that they marked."""
    plain, marks, at, taken = [], [], 0, 0
    for m in _MARK.finditer(text):
        plain.append(text[taken : m.start()])
        at += m.start() - taken
        marks.append((at, at + len(m["words"]), m["id"]))
        plain.append(m["words"])
        at += len(m["words"])
        taken = m.end()
    return "".join((*plain, text[taken:])), tuple(marks)


def prints(world: World, articles: int) -> Iterator[Print]:
    """Give so many articles: reports of events by one paper or two, reports of other matters between."""
    random, events = world.random, world.events()
    left = articles
    while left > 0:
        found = list(_reports(world, next(events))) if random.random() < EVENTS else [_feature(world)]
        yield from found[:left]
        left -= len(found)


def _reports(world: World, event: Event) -> Iterator[Print]:
    random = world.random
    yield _printed(world, _report(world, event, from_city=False), event.day + timedelta(1), event.county, event.county)
    if random.random() < BOTH:
        city = world.city[event.county]
        later = event.day + timedelta(random.choice((1, 1, 2, 3)))
        yield _printed(world, _report(world, event, from_city=True), later, city, event.county)


def _printed(world: World, paragraphs: list[str], day: date, paper: str, county: str) -> Print:
    city = world.city[county]
    reporter = world.random.choice(world.reporters[paper])
    paragraphs[1] = f"本报讯（记者 ⟦{reporter}|{world.names[reporter]}⟧）" + paragraphs[1]
    text, marks = unmark("\n".join((paragraphs[0], *(f"　　{each}" for each in paragraphs[1:]), "")))
    place = city if paper == city else city + county
    return Print(text, marks, day, paper[:-1] + "日报", place)


def _report(world: World, event: Event, *, from_city: bool) -> list[str]:
    """Write a report of an event as the county's or the city's paper has it."""
    random = world.random
    day = f"{event.day.month}月{event.day.day}日"
    level = "" if event.town else random.choice(("", "", "全县"))
    name = f"⟦{event.id}|{level}{event.matter}{event.form}⟧"
    if from_city and random.random() < 0.5:
        name = _in_other_words(event, random)
        day = "近日" if random.random() < UNDATED else day
    where = f"{event.county if from_city else ''}{event.town or ''}" or random.choice(("我县", "全县", "县里"))
    told = [_titled(world, who, post, event, from_city=from_city) for who, post in event.people]
    if not from_city and not event.town and random.random() < LEADERS:
        told[1:3] = ["县领导" + "、".join(f"⟦{who}|{world.names[who]}⟧" for who, _ in event.people[1:3])]
    first, others = told[0], "、".join(told[1:])
    surname = f"⟦{event.people[0][0]}|{world.names[event.people[0][0]]}⟧"
    leads = (
        f"{day}，{where}召开{name}。{first}出席会议并讲话，{others}参加会议。",
        f"{day}，{first}主持召开{name}，{others}参加。",
        f"{day}上午，{name}在{event.town or '县行政中心'}召开，{first}出席并讲话。{others}参加会议。",
        f"{name}{day}召开。{first}讲话，{others}出席。",
    )
    bodies = (
        f"{surname}指出，要提高认识，把{event.matter}作为当前的大事来抓。",
        f"{surname}强调，要压实责任，确保年底前见到成效。",
        f"会议听取了有关单位关于{event.matter}情况的汇报。",
    )
    headline = random.choice((f"{where}部署{event.matter}", f"抓紧抓实{event.matter}", f"{event.matter}再发力"))
    county = f"近年来，{event.county}把{event.matter}摆在突出位置。" if from_city else ""
    return [headline, random.choice(leads), random.choice(bodies) + county, random.choice(_CLOSINGS)]


def _in_other_words(event: Event, random: Random) -> str:
    """Name an event as another paper does: shorter, or with the county before it."""
    form = event.form.removeprefix("工作")
    words = (event.matter + form, event.county + event.matter + event.form, event.matter.removeprefix("优化") + form)
    return f"⟦{event.id}|{random.choice(words)}⟧"


def _titled(world: World, who: str, post: Post, event: Event, *, from_city: bool) -> str:
    """Print a person with the post, the county named where the city's paper speaks."""
    return _post(world, post, event.county, event.day, from_city=from_city) + f"⟦{who}|{world.names[who]}⟧"


def _post(world: World, post: Post, county: str, day: date, *, from_city: bool) -> str:
    named, body = post.named, post.body
    old = body.rsplit("/", 1)[1]
    if old in RENAMED and day >= world.renamed_on[county, old]:
        named = named.replace(old, RENAMED[old])
    elif old in SHORT and world.random.random() < 0.3:
        named = named.replace(old, SHORT[old])
    if from_city:
        named = county + named.removeprefix("县") if named[0] == "县" and named != "县长" else county + named
    ending = next((t for t in (post.title, "书记", "县长") if named.endswith(t)), "")
    stem = named.removesuffix(ending)
    is_marked = stem not in {"", "副", county} and not stem.endswith("副")
    return f"⟦{body}|{stem}⟧{ending}" if is_marked else named


def _feature(world: World) -> Print:
    """Write of a firm's gift, of a bureau's day, of a villager."""
    random = world.random
    county = random.choice(COUNTIES)
    day = START + timedelta(random.randrange(DAYS))
    post = random.choice(world.posts[county][6:])
    who = world.holder(county, post, day)
    titled = _post(world, post, county, day, from_city=False) + f"⟦{who}|{world.names[who]}⟧"
    firm, full, short = random.choice(world.firms[county])
    town, matter = random.choice(TOWNS), random.choice(MATTERS)
    villager = world.person()
    named = f"⟦{villager}|{world.names[villager]}⟧"
    print_full = random.random() < 0.6
    company = f"⟦{firm}|{full if print_full else short}⟧"
    paragraphs = random.choice(
        (
            [f"{town}：{matter}见成效", f"近日，{titled}到{town}走访群众。", f"“日子越过越好。”{town}村民{named}说。"],
            [
                "爱心企业捐资助学",
                f"近日，{company}向{town}中心学校捐款{random.randint(2, 90)}万元。",
                f"{titled}参加捐赠仪式。",
            ],
            [
                f"{matter}进行时",
                f"走进{company}，机器轰鸣，工人们正在赶制订单。",
                f"{titled}说，下一步将继续做好服务。",
            ],
            [
                f"{matter}在行动",
                f"{titled}介绍，今年以来全县新增项目{random.randint(2, 40)}个。",
                f"{town}居民{named}告诉记者，变化看得见。",
            ],
        )
    )
    return _printed(world, [*paragraphs, random.choice(_CLOSINGS[-1:])], day + timedelta(1), county, county)
