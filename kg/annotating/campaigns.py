"""Campaigns: named drives (专项行动, 攻坚战, 创建, 工程, 活动年) and their abbreviations (创文)."""

from collections.abc import Iterator
from functools import cache

from kg import expressions as re
from kg.annotating.activities import PAIRS, Activity, Taken, balanced, phrase_start
from kg.annotating.campaign_edges import core_start, is_body
from kg.annotating.campaign_lists import campaign_at, listings
from kg.annotating.event_kinds import is_raid
from kg.annotating.gates import Gated
from kg.annotating.grouping import quoted_core, short_name
from kg.annotating.quoted_drives import ABBREVIATION, ABBREVIATIONS, CARRIES_OUT, COUNTED, quoted
from kg.annotating.view import TITLES, View
from kg.lexicon import words
from kg.model.source import Span

_MOST_NAME = 26
_HEAD = Gated(
    r"专项整治行动|专项提升行动|集中整治行动|专项行动|攻坚行动|提升行动|百日行动|集中行动|歼灭战|攻坚战|大会战|保卫战"
    r"|专项清理|专项监督"
    r"|专项整治|综合整治|集中整治|(?:环境|秩序|乱象|噪声|扬尘|排查|清查|清理)整治|专项治理|专项执法|专项清查|专项排查|综合治理|专项斗争|扫黑除恶|大排查|大整治|大走访|大比武|大清查|大讨论|大宣讲|(?<!人)大调研|创建工作|创建活动|创建"
    r"|工程|(?<![原拟按还也])计划|行动|(?:活动年|建设年|攻坚年|提升年|服务年|落实年|突破年)(?![产均度初底末])"
    r"|百日会战|百日攻坚|会战|大练兵|大起底|主题教育|学习教育|教育整顿|攻坚(?![克组力难])|专项检查行动"
    r"|(?:活动|宣传|宣讲|服务|安全|安全生产|质量|提升|攻坚|整治|卫生|读书|阅读|敬老|科普|普法|志愿|消费|教育|节能|推广|援助|帮扶|救助)"
    r"(?:月(?![初底末内均度份报刊])|周(?!期(?!间)|[年边末围到岁报刊一二三四五六日])|季(?!度))|(?:第[一二三四五六七八九十]{1,2}次)?(?:全国)?(?:人口|经济|农业|土壤|污染源|文物|名录)普查"
    rf"|创文巩固|{ABBREVIATIONS}|项目"
)
_OFFICE = re.compile(r"[一-龥]{0,2}(?:办|委|指挥部)")
"""Behind an abbreviation: the office for it, not the drive."""
_IN_WORD = frozenset("智文科众双首原开独初草")
"""Before an abbreviation that is part of a word: 智|创园, 文|创园."""
_LOOSE_HEADS = frozenset({"计划", "项目", "创建", "工程", "行动"})
_WORD_GOES_ON = re.compile(r"[到在于用从总总年通对把将投建新组书员区方者性]|资|力|起来|迅速")
_CREATION = (
    Gated(
        r"(?:创建(?!成)|争创|创(?!建))(?P<title>(?:国家级?|全国|全省|省级|市级|国家)?[一-龥]{0,6}?"
        r"(?:文明城市提名城市|文明典范城市|文明城市|文明城区|卫生城市|卫生县城|园林县城|卫生城镇|卫生城|健康城市|健康乡镇|卫生镇|无废城市|节水型城市|卫生乡镇|园林城市|森林城市|模范城市|食品安全示范城市|双拥模范城"
        r"|示范城市|文明县城|文明城|示范县|示范区|示范市|示范城|强省|强市|强县|百强县|环保模范城市|生态县|生态市))"
    ),
    Gated(
        r"(?:国家级?|全国|全省|省级)?"
        r"(?:文明城市提名城市|文明典范城市|文明城市|卫生城市|卫生县城|卫生城镇|园林城市|森林城市|双拥模范城|文明县城|文明村镇|文明单位|文明校园|文明家庭"
        r"|平安[一-龥]{1,3}|[“‘][一-龥]{1,6}[”’](?:支部|社区|村|学校))(?:创建工作|创建活动|创建)"
    ),
    Gated(
        r"(?:创建|争创)(?:国家级?|全国|全省|省级|市级|全市)(?:级)?[一-龥“”]{2,12}?(?:模范县|模范市|模范区|卫生镇|卫生村|文明镇|文明村|名镇|名村|名县|名城|示范镇|示范乡|示范村|示范校"
        r"|示范点|示范街|示范社区|示范单位|先进县|先进市|先进区|先进单位|景区|强镇|强村|村镇|校园|学校|社区|单位)"
    ),
)
_LEARNING = Gated(r"(?:开展)(?P<name>向[㐀-鿿·]{2,8}?(?:同志)?学习(?:的)?活动)")
"""A drive that is named by its model: 开展|向某某同志学习活动."""
_MARKS = re.compile(r"[“”‘’]")
_ACTIVITY = re.compile(r"活动(?![室中上月周现])")
_TIMES = re.compile(r"(?:共|累计)?\d+[余多]?(?:次|场|起|轮|件)")
"""Behind a head: how often it was done, so no drive."""
_AREA = re.compile(r"^(?:(?:全[国省市县区镇乡]|[我本][省市县区])|第[一二三四五六七八九十\d]{1,3}[次轮个届])")
_WHEN = re.compile(r"(?:年[底末终中]|岁末|季度|半年|当前|今[春夏秋冬]|收官|冲刺)*\Z")
"""Before 攻坚 where only a time is told: 年底|攻坚."""
_REPORTED = re.compile(r"情况|成效|成果|进展|下一步|阶段性|工作$")
"""What is told of a drive, not part of its name."""
_QUOTATION = Gated(
    r"[“‘](?P<name>[^“”‘’\n]{2,20})[”’](?:专项行动|行动|活动(?![室中上月周现启仪])|工程)?"
    r"(?![一-龥]{0,8}(?:队|团|站|中心|办公室|指挥部|小组|基金|协会|称号|奖))"
)
"""What is in quotation marks and names no body, fund or prize."""
_TOURED = re.compile(r"调研|视察|观摩|检查|走访|考察|督导|调度")
"""What is done to 项目: “四大家”调研重点|项目 names no drive."""
_COUNT = re.compile(r"[一二三四五六七八九十\d]+(?:场|项|个)|(?<![”’])等")
_DRIVING = re.compile(
    r"专项|整治|提质|清零|治理|防制|防治|溯源|打通|亮剑|扶|暖|排查|提升|攻坚|百日|护|清|净|打击|扫|三年|创建|村镇"
)
_GOVERNED = re.compile(r"(?:实施|启动|推行)了?$")
"""Right before a plan that is no paper but carried out: 实施|高素质农民培育计划."""
_CLEANUP = re.compile(r"(?:环境|秩序|乱象|噪声|扬尘|排查|清查|清理)整治|攻坚|学习教育")
"""Works that are a drive only where someone carries them out."""
_DONE_TO = re.compile(
    r"(?![行工活战的中后前期以和与及暨启推会办组成取方专效情动攻大领阶百月暗常等里现进力再、])[一-龥]"
)
"""Behind a drive's last word that is a verb there: 集中整治|楼道."""
_SPEECH = re.compile(r"[。！？…]”")
_PAIRS = PAIRS[:3]
_BARE_HEADS = _LOOSE_HEADS | {"创建工作", "创建活动", "综合治理"}
"""Last words that make a name only with a quotation, or with a word that says what the drive is for."""


def find_campaigns(view: View) -> tuple[Activity, ...]:
    """Find the campaigns that an article names, in order of the text, longest where they overlap.

    Words that only count the parts of a campaign (下设甲、乙两大行动) name none,
    nor does what is done in one night (清查行动).
    """
    lines = [line.span for line in view.article.lines if line.role != "byline"]
    lists = [listing for line in lines for listing in listings(view, line)]
    found = [
        activity for line in lines for way in (_created, _learning, quoted, _headed) for activity in way(view, line)
    ]
    found += [campaign_at(view, item, "campaign.listed") for listing in lists for item in listing.items]
    taken = Taken(view)
    for listing in lists:
        if listing.parts:
            taken.add(listing.head)
    kept: list[Activity] = []
    for activity in sorted(found, key=lambda a: (-len(a.span), a.span.start)):
        if not taken.touches(activity.span):
            taken.add(activity.span)
            kept.append(activity)
    kept += (again for again in _named_again(view, lines, kept) if not taken.touches(again.span))
    return tuple(sorted((a for a in kept if not is_raid(a.label)), key=lambda a: a.span))


def _named_again(view: View, lines: list[Span], found: list[Activity]) -> Iterator[Activity]:
    """Give the quotations that are the name of a campaign found elsewhere: “铁拳”查办案件289起."""
    names = {quoted_core(activity.label) for activity in found}
    names |= {short for activity in found if (short := short_name(view.text, activity.span.end)) is not None}
    for line in lines if names else ():
        for match in _QUOTATION.finditer(view, line):
            if match["name"] in names and not view.in_title(match.start(), line.start):
                yield campaign_at(view, Span(*match.span()), "campaign.named-again")


def creation_in(text: str) -> re.Match[str] | None:
    """Return where the text speaks of the creation of a civilized, hygienic … town."""
    return next((match for pattern in _CREATION if (match := pattern.pattern.search(text))), None)


def _created(view: View, line: Span) -> Iterator[Activity]:
    for pattern in _CREATION:
        for match in pattern.finditer(view, line):
            if not view.in_title(match.start(), line.start):
                yield campaign_at(view, Span(*match.span()), "campaign.creation")


def _learning(view: View, line: Span) -> Iterator[Activity]:
    for match in _LEARNING.finditer(view, line):
        yield campaign_at(view, Span(*match.span("name")), "campaign.name-and-head")


def _headed(view: View, line: Span) -> Iterator[Activity]:
    for head in _HEAD.finditer(view, line):
        if view.in_title(head.start(), line.start):
            continue
        if ABBREVIATION.match(head.group()):
            in_word = view.text[head.start() - 1] in _IN_WORD
            if not in_word and not _OFFICE.match(view.text, head.end(), head.end() + 4):
                yield campaign_at(view, Span(*head.span()), "campaign.abbreviation")
            continue
        if head.group().endswith("普查"):
            yield campaign_at(view, Span(*head.span()), "campaign.census")
            continue
        span = _with_head(view, head, line)
        if span is not None and not is_body(view.text, line, span) and not _points_back(view.text, span):
            yield campaign_at(view, span, "campaign.name-and-head")


def _points_back(text: str, span: Span) -> bool:
    """Tell what only speaks of a drive that was named: 此次|人居环境整治行动."""
    return "“" not in span.of(text) and text[max(0, span.start - 2) : span.start] in {
        "此次",
        "本次",
        "这次",
        "此项",
        "这项",
    }


def _with_head(view: View, head: re.Match[str], line: Span) -> Span | None:
    """Return the name that ends with the head, None where it is none."""
    if head.group() in _LOOSE_HEADS and _WORD_GOES_ON.match(view.text, head.end(), head.end() + 1):
        return None
    done_to = head.group().endswith(("整治", "清理", "治理", "排查", "清查")) and _DONE_TO.match(view.text, head.end())
    if _TIMES.match(view.text, head.end()) or (done_to and view.role(head.start()) in TITLES):
        return None
    start = core_start(view.text, phrase_start(view, head.end(), line.start, _MOST_NAME), head.start())
    row = view.text.rfind("”“", start, head.start())
    if row >= 0:  # “甲”“乙”三大行动: the last words count what the row names
        start = view.text.rfind("”", start, head.start()) + 1
    span = Span(start, _with_activity(view.text, head))
    driven = CARRIES_OUT.search(view.text, max(line.start, start - 12), start) is not None
    if head.group() == "计划" and _GOVERNED.search(view.text, max(line.start, start - 3), start) is None:
        driven = False
    return span if _is_name(span.of(view.text), head.group(), driven=driven) else None


def _with_activity(text: str, head: re.Match[str]) -> int:
    """Return where the name ends: 大走访|活动 is one name."""
    more = head.group() not in _LOOSE_HEADS and _ACTIVITY.match(text, head.end()) is not None
    return head.end() + 2 * more


@cache
def _plain() -> re.Pattern[str]:
    """Match names made of plain words alone: 重点工程项目, 惠民行动."""
    before = "|".join(map(re.escape, words("plain_activities", "plain")))
    return re.compile(rf"^(?:{before})*(?:行动|计划|工程|项目|活动|创建|攻坚|综合治理|普查)$")


def _is_name(name: str, head: str, *, driven: bool) -> bool:
    bare = _MARKS.sub("", name)
    core = _AREA.sub(
        "", bare.removesuffix("活动").removesuffix(head) if head != "创建活动" else bare.removesuffix(head)
    )
    if COUNTED.match(bare):
        return True
    if (
        name.endswith("”项目")
        or (head == "项目" and _TOURED.search(core))
        or _SPEECH.search(name)
        or len(core) < 2
        or _WHEN.match(core)
        or _COUNT.search(core)
        or not balanced(name, _PAIRS)
    ):
        return False
    if (
        _plain().match(core + head)
        or _plain().match(bare)
        or _AREA.sub("", bare) in words("plain_activities", "umbrella")
    ):
        return False
    if (head == "计划" and _REPORTED.search(core)) or (_CLEANUP.fullmatch(head) and not driven):
        return False
    if head not in _BARE_HEADS or "“" in name or "‘" in name:
        return True
    told = driven or (head != "计划" and _DRIVING.search(core) is not None)
    return head in {"行动", "计划", "创建工作", "创建活动"} and len(core) >= 4 and told
