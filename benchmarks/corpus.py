"""A corpus of invented newspaper pages, of any size, from a seed: what the benchmarks of whole builds read.

Twelve invented counties, each with its paper, its bodies and its people. Few of them are in most articles and most
in few (Zipf's law), as in real papers. Articles run from a notice of 150 characters to a report of 2,500, the median
at about 800; one page in four is laid out in columns and damaged as text from PDFs is. The same seed and size give
the same pages, and a smaller corpus is the beginning of a larger one.

python -m benchmarks.corpus 1000 FOLDER        # so many articles as pages, with a metadata.csv
"""

import argparse
import csv
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import TypeVar

from benchmarks.phrases import BODIES, CALLS, DEEDS, DRIVES, FILLERS, LEADS, MEETINGS, SPEECH, TASKS, THINGS
from tests.damage.layout import draw_style, set_page
from tests.damage.stories import Story

T = TypeVar("T")

COUNTIES = (
    "云溪", "青禾", "望岱", "澜口", "南陂", "北渡", "石桥湾", "松岭", "平皋", "汀洲", "鹿门", "沙溪口",
)  # fmt: skip
CITIES = ("临江", "岚屏", "云州")
TOWNS = ("柳林", "大坪", "官渡", "龙潭", "新桥", "白沙", "双河", "马鞍", "清泉", "古城")
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史"
    "顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文辉力永健世广志义兴良海山仁波"
    "宁贵福生龙元全国胜学祥才发武新利清飞彬富顺信子浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋"
    "斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘"
)
POSTS = ("局长", "副局长", "主任", "副主任", "党组书记")
PER_PAGE = 5
DAMAGED = 0.25
FIRST_DAY = date(2021, 1, 4)
DAYS = 3 * 365


@dataclass(frozen=True, kw_only=True)
class County:
    """A county as its paper speaks of it."""

    name: str
    city: str
    secretary: str
    head: str
    people: tuple[tuple[str, str, str], ...]
    """Name, body and post of those who hold one, the busiest first."""
    villagers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PageText:
    """A page: its file's name, its text and what a metadata file says of it."""

    name: str
    text: str
    day: date
    newspaper: str
    place: str


@cache
def counties() -> tuple[County, ...]:
    """Make the counties; they are the same for every seed."""
    random = Random(20)
    return tuple(_county(f"{name}县", CITIES[i % len(CITIES)], random) for i, name in enumerate(COUNTIES))


def _county(name: str, city: str, random: Random) -> County:
    return County(
        name=name,
        city=city + "市",
        secretary=_person(random),
        head=_person(random),
        people=tuple((_person(random), random.choice(BODIES), random.choice(POSTS)) for _ in range(300)),
        villagers=tuple(_person(random) for _ in range(2000)),
    )


def _person(random: Random) -> str:
    return random.choice(SURNAMES) + "".join(random.choice(GIVEN) for _ in range(random.choice((1, 2, 2, 2))))


def pages(articles: int, *, seed: int = 1) -> Iterator[PageText]:
    """Give pages that hold so many articles, five a page; the last page may hold fewer."""
    for number in range(math.ceil(articles / PER_PAGE)):
        yield page(number, min(PER_PAGE, articles - number * PER_PAGE), seed=seed)


def page(number: int, articles: int = PER_PAGE, *, seed: int = 1) -> PageText:
    """Give the page of a number; twelve of one day, one a county, follow one another."""
    random = Random(f"{seed}/{number}")
    county = counties()[number % len(COUNTIES)]
    day = FIRST_DAY + timedelta(days=number // len(COUNTIES) % DAYS)
    stories = [_story(county, day, random) for _ in range(articles)]
    return PageText(
        name=f"{number // 1000:04d}/{number:07d}.txt",
        text=_lay_out(stories, random),
        day=day,
        newspaper=f"{county.name[:-1]}日报",
        place=county.city + county.name,
    )


def _lay_out(stories: Sequence[Story], random: Random) -> str:
    if len(stories) == PER_PAGE and random.random() < DAMAGED:
        return set_page(stories, draw_style(random), random)[0]
    return "\n".join("\n".join((s.headline or "", *(f"　　{p}" for p in s.paragraphs), "")) for s in stories)


def _story(county: County, day: date, random: Random) -> Story:
    """Write an article: a lead that tells an event, then sentences of several kinds until its length is reached."""
    length = min(2500, max(150, int(random.lognormvariate(6.6, 0.55))))
    fill = _Fill(county, day, random)
    headline = fill(random.choice(MEETINGS))[:24]
    reporter = _rare(county.villagers, random)
    paragraphs = [f"本报讯（记者 {reporter}）" + fill(random.choice(LEADS))]
    kinds = random.choices((DEEDS, SPEECH, TASKS, FILLERS, CALLS), weights=(5, 3, 3, 6, 2), k=40)
    told = len(paragraphs[0])
    for kind in kinds:
        if told >= length:
            break
        sentence = fill(random.choice(kind))
        told += len(sentence)
        if len(paragraphs[-1]) > 160 or random.random() < 0.2:
            paragraphs.append(sentence)
        else:
            paragraphs[-1] += sentence
    return Story(headline=headline, paragraphs=tuple(paragraphs), bylines=(reporter,))


class _Fill:
    """Fills the gaps of a phrase: each `{name}` by something drawn for this article."""

    def __init__(self, county: County, day: date, random: Random) -> None:
        self.county, self.day, self.random = county, day, random

    def __call__(self, phrase: str) -> str:
        return phrase.format_map(self)

    def __getitem__(self, gap: str) -> str:
        return _GAPS[gap](self.county, self.day, self.random)


def _day(_: County, day: date, random: Random) -> str:
    told = day - timedelta(days=random.randint(1, 4))
    return f"{told.month}月{told.day}日"


def _official(county: County, _: date, random: Random) -> str:
    name, body, post = _rare(county.people, random)
    return f"县{body}{post}{name}"


_GAPS: dict[str, Callable[[County, date, Random], str]] = {
    "day": _day,
    "county": lambda county, _, __: county.name,
    "city": lambda county, _, __: county.city,
    "secretary": lambda county, _, __: county.secretary,
    "head": lambda county, _, __: county.head,
    "official": _official,
    "names": lambda county, _, random: "、".join(_rare(county.people, random)[0] for _ in range(random.randint(2, 5))),
    "villager": lambda county, _, random: _rare(county.villagers, random),
    "body": lambda _, __, random: "县" + _rare(BODIES, random),
    "town": lambda _, __, random: _rare(TOWNS, random) + random.choice("镇镇乡"),
    "drive": lambda _, __, random: _rare(DRIVES, random),
    "meeting": lambda county, day, random: random.choice(MEETINGS).format_map(_Fill(county, day, random)),
    "thing": lambda _, __, random: random.choice(THINGS),
    "n": lambda _, __, random: str(random.randint(2, 980)),
    "wan": lambda _, __, random: f"{random.randint(1, 90)}.{random.randint(1, 9)}万",
    "percent": lambda _, __, random: f"{random.randint(1, 99)}.{random.randint(1, 9)}%",
}
"""What fills each gap."""


def _rare(choices: Sequence[T], random: Random) -> T:
    """Choose by Zipf's law: the first most often."""
    return choices[min(int(len(choices) ** random.random()) - 1, len(choices) - 1)]


def write(articles: int, folder: Path, *, seed: int = 1) -> int:
    """Write pages and `metadata.csv` into a folder; return the number of characters."""
    characters = 0
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "metadata.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("file", "date", "newspaper", "page", "place"))
        for page in pages(articles, seed=seed):
            path = folder / "pages" / page.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.text, encoding="utf-8", newline="\n")
            rows.writerow((page.name, page.day.isoformat(), page.newspaper, "02", page.place))
            characters += len(page.text)
    return characters


def main() -> int:
    """Write a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    characters = write(options.articles, options.folder, seed=options.seed)
    sys.stdout.write(f"{options.articles} articles, {characters} characters\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
