"""Clean articles of our own, as parts: what the damage generator lays out, and what reading must give back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

_BYLINE = re.compile(r"^[□（]?[^。！？“]{0,40}(?:记者|通讯员|实习生)[^。！？“，]{0,40}$")
_ENDED = re.compile(r"[。！？…][”’）]*$|）$")


@dataclass(frozen=True, kw_only=True)
class Story:
    """A clean article. `bylines` are the names that sign it; `byline` is the line above the text, if it has one."""

    headline: str | None
    paragraphs: tuple[str, ...]
    kicker: str | None = None
    subheadline: str | None = None
    byline: str | None = None
    bylines: tuple[str, ...] = ()
    crossheads: frozenset[int] = field(default_factory=frozenset)
    """Indices of the paragraphs that are crossheads."""
    kind: str = "article"


def read_stories(folder: Path) -> Iterator[Story]:
    """Read clean texts: headline, more headings, byline line, paragraphs, one a line."""
    for path in sorted(folder.glob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        heads: list[str] = []
        while lines and not _ENDED.search(lines[0]) and len(lines[0]) < 40 and not _BYLINE.match(lines[0]):
            heads.append(lines.pop(0))
        byline = lines.pop(0) if lines and len(lines[0]) < 40 and _BYLINE.match(lines[0]) else None
        body = [
            line
            for line in lines
            if _ENDED.search(line) and len(line) > 25 and line[0] not in "①②③④⑤⑥（" and "模范：" not in line
        ]
        if heads and len(body) >= 2:
            sub = next((head for head in heads[1:] if head.startswith("——")), None)
            yield Story(headline=heads[0], subheadline=sub, byline=byline, paragraphs=tuple(body))


HALVES = (
    "守土尽责 护佑平安", "统筹谋划 精准发力", "数据赋能 服务提速", "干群同心 共建家园", "破解难题 补齐短板",
    "以文化人 润泽乡风",
    "严管厚爱 锻造队伍", "因地制宜 兴业富民", "多方联动 织密网格", "建章立制 久久为功",
)  # fmt: skip
HEADLINES = (
    "老旧小区换上新颜", "一条扁担挑出幸福路", "小网格里有大民生", "把课堂搬到田埂上", "让便民服务多走一步",
    "“夜校”灯火映乡村",
    "织就平安“防护网” 守好群众“幸福门”", "旧厂房变身新展馆", "谁来守护那片湿地", "千亩荷塘引客来", "社区食堂飘出饭菜香",
    "三下乡带来“及时雨”", "一张清单管到底", "农机进村修到家门口", "“银发顾问”上岗记", "清风入巷 廉润万家",
)  # fmt: skip
KICKERS = ("全县基层治理现场会提出", "云屏镇推进人居环境整治", "区司法局送法进企业", "县乡村振兴局", "记者走基层")
SUBHEADLINES = ("——望岱县特色农业发展观察", "———南浦区优化服务小记", "—— 一个老社区的更新样本")
NAMES = ("闻一舟", "简宁", "郁青禾", "尚可", "瞿晓岚", "欧阳拓", "戚长河", "左岸", "邝雨生", "米加")
CAPTIONS = (
    "农户在大棚里采摘番茄。",
    "志愿者为老人理发",
    "雨后初晴，湿地公园鸟语花香。",
    "孩子们体验活字印刷。",
    "改造后的老街夜色",
    "工人正在检修塔吊",
)


def vary(story: Story, random: Random) -> Story:
    """Give a story other headings and other signatures, in one of the forms in which papers print them."""
    names = random.sample(NAMES, 3)
    body = [re.sub(r"^(?:本报|新华社|[^，。（]{2,8})[^，。（）]{0,12}[讯电]\s*", "", p) for p in story.paragraphs]
    body = [re.sub(r"^[^，。“]{0,14}（[^）]{0,40}(?:记者|通讯员)[^）]{0,40}）\s*", "", p) for p in body]
    body = [re.sub(r"（[^）]{0,30}(?:记者|通讯员)[^）]{0,30}）$", "", p) for p in body]
    first = random.randrange(max(len(body) - 6, 1))
    body = body[first : first + random.randint(2, 6)]
    crossheads: set[int] = set()
    if len(body) >= 4 and random.random() < 0.3:
        for at in (len(body) - 1, 1):
            body.insert(at, random.choice(HALVES))
        crossheads = {1, len(body) - 2}
    byline, body, signed = _sign(body, names, random)
    return replace(
        story,
        headline=random.choice([story.headline, *HEADLINES, *HEADLINES]),
        kicker=random.choice(KICKERS) if random.random() < 0.2 else None,
        subheadline=random.choice(SUBHEADLINES) if random.random() < 0.2 else None,
        byline=byline,
        bylines=signed,
        paragraphs=tuple(body),
        crossheads=frozenset(crossheads),
    )


def _sign(  # noqa: PLR0911
    body: list[str], names: list[str], random: Random
) -> tuple[str | None, list[str], tuple[str, ...]]:
    a, b, c = names
    form = random.choice(
        ("dateline", "dateline", "dateline", "dateline two", "agency", "line", "box", "end", "two lines")
    )
    if form == "dateline":
        return None, [f"本报讯（记者 {a}）{body[0]}", *body[1:]], (a,)
    if form == "dateline two":
        return None, [f"本报讯（记者 {a} {b} 通讯员 {c}）{body[0]}", *body[1:]], (a, b, c)
    if form == "agency":
        return None, [f"新华社云州5月8日电（记者 {a}、{b}）{body[0]}", *body[1:]], (a, b)
    if form == "line":
        return f"本报记者 {a} 通讯员 {b}", body, (a, b)
    if form == "box":
        return f"□记者 {a} 文/图", body, (a,)
    if form == "two lines":
        return f"记者 {a} {b}", body, (a, b)
    return None, [*body[:-1], f"{body[-1]}（记者 {a} 通讯员 {b}）"], (a, b)
