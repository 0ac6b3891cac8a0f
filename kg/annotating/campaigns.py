"""Campaigns: named drives (专项行动, 攻坚战, 创建, 工程, 活动年) and their abbreviations (创文)."""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotating.activities import PAIRS, Activity, Taken, balanced, phrase_start
from kg.annotating.campaign_edges import core_start, topic_start
from kg.annotating.campaign_lists import campaign_at, listed
from kg.annotating.view import View
from kg.lexicon import words
from kg.model.source import Span

_MOST_NAME = 26
_HEAD = re.compile(
    r"专项整治行动|专项提升行动|集中整治行动|专项行动|攻坚行动|提升行动|百日行动|集中行动|歼灭战|攻坚战|大会战|保卫战"
    r"|专项清理|专项监督"
    r"|专项整治|综合整治|集中整治|(?:环境|秩序|乱象|噪声|扬尘)整治|专项治理|综合治理|专项斗争|扫黑除恶|大排查|大整治|大走访|大比武|大清查|大讨论|大宣讲|(?<!人)大调研|创建工作|创建活动|创建"
    r"|工程|计划|行动|(?:活动年|建设年|攻坚年|提升年|服务年|落实年|突破年)(?![产均度初底末])"
    r"|百日会战|百日攻坚|会战|大练兵|大起底|主题教育|专项检查行动"
    r"|活动月|活动周|宣传月|宣传周|安全月|安全生产月|质量月|服务月|服务周|提升月|攻坚月|整治月|卫生月|读书月|敬老月|(?:第[一二三四五六七八九十]{1,2}次)?(?:全国)?(?:人口|经济|农业|土壤|污染源|文物|名录)普查"
    r"|创文巩卫|创文巩固|[三四五六七八九多]城(?:联|同)创|创文|创卫|创城|双创|创森|创园|项目"
)
_ABBREVIATION = re.compile(
    r"^(?:创文巩卫|[三四五六七八九多]城(?:联|同)创|创文|创卫|创城|双创|创森|创园|五创|三创|六创|扫黑除恶|双减)$"
)
_OFFICE = re.compile(r"[一-龥]{0,2}(?:办|委|指挥部)")
"""Behind an abbreviation: the office for it, not the drive."""
_LOOSE_HEADS = frozenset({"计划", "项目", "创建", "工程", "行动"})
_WORD_GOES_ON = re.compile(r"[到在于用从总总年通对把将投建新组书员区方者性]|资|力|起来|迅速")
_CREATION = (
    re.compile(
        r"(?:创建|争创|创)(?P<title>(?:国家级?|全国|全省|省级|市级|国家)?[一-龥]{0,6}?"
        r"(?:文明城市提名城市|文明典范城市|文明城市|文明城区|卫生城市|卫生县城|卫生城|健康城市|无废城市|节水型城市|卫生乡镇|园林城市|森林城市|模范城市|食品安全示范城市|双拥模范城"
        r"|示范城市|文明县城|文明城|示范县|示范区|示范市|示范城|强省|强市|强县|百强县|环保模范城市|生态县|生态市))"
    ),
    re.compile(
        r"(?:国家级?|全国|全省|省级)?"
        r"(?:文明城市提名城市|文明典范城市|文明城市|卫生城市|卫生县城|园林城市|森林城市|双拥模范城|文明县城|文明村镇|文明单位|文明校园|文明家庭"
        r"|平安[一-龥]{1,3}|[“‘][一-龥]{1,6}[”’](?:支部|社区|村|学校))(?:创建工作|创建活动|创建)"
    ),
    re.compile(
        r"(?:创建|争创)(?:国家级?|全国|全省|省级|市级|全市)(?:级)?[一-龥]{2,10}?(?:名镇|名村|名县|名城|示范镇|示范乡|示范村|示范校"
        r"|示范点|示范街|示范社区|示范单位|先进县|先进市|先进区|先进单位|景区|强镇|强村|村镇|校园|学校|社区|单位)"
    ),
)
_QUOTED = re.compile(
    r"[“‘](?P<name>[^“”‘’，。；！？\n]{2,20}(?:、[^“”‘’，。；！？\n]{1,10})?)[”’]"
    r"(?P<head>专项整治行动|专项执法行动|专项行动|集中行动|志愿服务项目|公益项目|关爱行动|行动|战役|攻坚战|工程|计划|项目"
    r"|专项整治|综合整治|行业整治|整治|志愿服务月|主题月|活动月|宣传月|宣传周|公益放映活动|劳动竞赛|创建|支部创建工作"
    r"|支部创建|建设年|创建工作|主题年|系列行动|攻坚行动|整治行动|提升行动|专项治理|[一-龥]{1,4}[月周季]活动|[一-龥]{1,6}?(?:行动|专项治理|会战)"
    r"|[一-龥]{0,6}?(?:专项整治|专项执法|百日整治|百日攻坚|大扫除|大清扫|大体检|大排查|大走访|大巡查|有奖举报|主题教育|集中清查))?"
)
_PLAN_NAME = re.compile(r"(?:工程|计划)$")
_CARRIES_OUT = re.compile(
    r"(?:实施|推进|启动|开展|深化|打造|落实|抓好|作为|推行|发起|公益|志愿|部署|打响|下设|包括|即)[^，。；]{0,8}$",
)
_FOR_OTHERS = re.compile("志愿|公益|服务")
_QUOTED_DRIVE = re.compile(
    r"(?:行动|专项整治|攻坚战|攻坚|大练兵|大走访|大排查|大整治|大比武|大落实|会战|工程|建设年|提升年|攻坚年|百日会战|百日整治"
    r"|(?:[百千万][村企户校镇里]|基层|乡村|社区|校园)行|星期[一二三四五六日天]|(?:清洁|志愿|卫生|劳动)日|直通车|健康快车|大篷车)$"
)
_LONGEST_DEED = 10
_DEED_WORD = re.compile(r"[扫清护暖净扶亮剑断除送访问助敲]|攻坚|百日|排查|帮扶|关爱")
_NO_DRIVE = re.compile(
    r"第[一二三四五六七八九十]|一公里|一把手|回头看|机制|模式|制$|法$|会$|课$|赛$|站$|队$|品牌|服务$|精神"
)
_GOVERNS = re.compile(r"(?:开展|启动|实施|打响|发起|掀起|推行)(?:了)?[^，。；“”、]{0,4}$")
_ENDS_THERE = re.compile(r"[，。；、]|和[“‘]|等")
_SLOGAN = re.compile(
    r"^(?:[一二两三四五六七八九十百千万][一-龥]{1,4}){2,4}$|^[三四五六七八九多]城(?:联|同)创$"
    r"|^[一-龥]{1,6}(?:、[一-龥]{1,6}){1,4}$"
)
"""Names made of numerals (四比一树), or of equal parts (逐村观摩、整镇推进)."""
_DEFINED = re.compile(r"(?:活动|行动)(?=（(?:以下)?简称)")
"""Behind a quoted name that is called otherwise from here on."""
_LAUNCHED = re.compile(r"(?:推出|推行|发起|铺开)(?:了)?$")
_SLOGAN_HEAD = re.compile(
    r"(?:劳动|技能)?竞赛(?!活动|启动|仪式)|(?:主题|创建|实践|帮扶)?活动(?!启动|仪式|现场|[室中上月周])"
)
_COUNTED = re.compile(r"[一二三四五六七八九十]{1,2}大(?:[一-龥]{0,6})(?:行动|工程|战役|攻坚战)$")
_MARKS = re.compile(r"[“”‘’]")
_ACTIVITY = re.compile(r"活动(?![室中上月周现])")
_TIMES = re.compile(r"(?:共|累计)?\d+[余多]?(?:次|场|起|轮|件)")
"""Behind a head: how often it was done, so no drive."""
_AREA = re.compile(r"^(?:(?:全[国省市县区镇乡]|[我本][省市县区])|第[一二三四五六七八九十\d]{1,3}[次轮])")
_REPORTED = re.compile(r"情况|成效|成果|进展|下一步|阶段性|工作$")
"""What is told of a drive, not part of its name."""
_COUNT = re.compile(r"[一二三四五六七八九十\d]+(?:场|项|个)|(?<![”’])等")
_DRIVING = re.compile(
    r"专项|整治|提质|清零|治理|防制|防治|溯源|打通|亮剑|扶|暖|排查|提升|攻坚|百日|护|清|净|打击|扫|三年|创建|村镇"
)
_CLEANUP = re.compile(r"(?:环境|秩序|乱象|噪声|扬尘)整治")
"""Works that are a drive only where someone carries them out."""
_PAIRS = PAIRS[:3]
_BARE_HEADS = _LOOSE_HEADS | {"创建工作", "创建活动", "综合治理"}
"""Last words that make a name only with a quotation, or with a word that says what the drive is for."""


def find_campaigns(view: View) -> tuple[Activity, ...]:
    """Find the campaigns that an article names, in order of the text, longest where they overlap."""
    found = [
        activity
        for line in view.article.lines
        if line.role != "byline"
        for way in (_created, _quoted, _headed, _items)
        for activity in way(view, line.span)
    ]
    kept: list[Activity] = []
    taken = Taken(view)
    for activity in sorted(found, key=lambda a: (-len(a.span), a.span.start)):
        if not taken.touches(activity.span):
            taken.add(activity.span)
            kept.append(activity)
    return tuple(sorted(kept, key=lambda a: a.span))


def creation_in(text: str) -> re.Match[str] | None:
    """Return where the text speaks of the creation of a civilized, hygienic … town."""
    return next((match for pattern in _CREATION if (match := pattern.search(text))), None)


def _created(view: View, line: Span) -> Iterator[Activity]:
    for pattern in _CREATION:
        for match in pattern.finditer(view.text, line.start, line.end):
            if not view.in_title(match.start(), line.start):
                yield campaign_at(view, Span(*match.span()), "campaign.creation")


def _items(view: View, line: Span) -> Iterator[Activity]:
    return (item for item, _, _ in listed(view, line))


def _quoted(view: View, line: Span) -> Iterator[Activity]:
    for match in _QUOTED.finditer(view.text, line.start, line.end):
        if _one_of_several(view.text, match) or not _may_be_drive(view.text, line, match):
            continue
        start = topic_start(view, Span(*match.span()), match["name"], line.start)
        if match["head"]:
            yield campaign_at(view, Span(start, match.end()), "campaign.quoted-and-head")
        elif _is_drive(match["name"]):
            end = match.end() + 2 * view.text.startswith("活动", match.end())
            yield campaign_at(view, Span(start, end), "campaign.quoted")
        elif _is_carried_out(view.text, line, match):
            yield campaign_at(view, Span(*match.span()), "campaign.quoted-deed")
        elif (defined := _DEFINED.match(view.text, match.end())) is not None:
            yield campaign_at(view, Span(match.start(), defined.end()), "campaign.quoted-and-called")
        elif (slogan := _SLOGAN_HEAD.match(view.text, match.end())) and (
            _SLOGAN.search(match["name"]) or _LAUNCHED.search(view.text, match.start() - 4, match.start())
        ):
            yield campaign_at(view, Span(match.start(), slogan.end()), "campaign.quoted-slogan")


def _one_of_several(text: str, match: re.Match[str]) -> bool:
    """Tell one of several quotations in a row."""
    if text[match.start() - 1 : match.start()] in {"”", "’"}:
        return bool(match["head"]) or not _is_drive(match["name"])
    return not match["head"] and not _is_drive(match["name"]) and text[match.end() : match.end() + 1] in {"“", "‘"}


def _may_be_drive(text: str, line: Span, match: re.Match[str]) -> bool:
    """Tell whether a quoted 工程 or 计划 is being carried out, and a quoted name with 项目 is a service to others."""
    head, start = match["head"], match.start()
    if head:
        return not head.startswith("项目") or _FOR_OTHERS.search(text, match.end() - 8, match.end()) is not None
    carried_out = _CARRIES_OUT.search(text, max(line.start, start - 12), start)
    return _PLAN_NAME.search(match["name"]) is None or carried_out is not None


def _is_carried_out(text: str, line: Span, match: re.Match[str]) -> bool:
    """Tell a quoted name without head that a verb of carrying out governs: 开展“敲门问暖”."""
    name = match["name"]
    if not 4 <= len(name) <= _LONGEST_DEED or not _DEED_WORD.search(name) or _NO_DRIVE.search(name):
        return False
    governed = _GOVERNS.search(text, max(line.start, match.start() - 10), match.start())
    return governed is not None and _ENDS_THERE.match(text, match.end()) is not None


def _is_drive(name: str) -> bool:
    """Tell whether a quoted name that no head follows is that of a drive."""
    return (
        _ABBREVIATION.match(name) is not None
        or _COUNTED.match(name) is not None
        or (len(name) >= 3 and _QUOTED_DRIVE.search(name) is not None)
    )


def _headed(view: View, line: Span) -> Iterator[Activity]:
    for head in _HEAD.finditer(view.text, line.start, line.end):
        if view.in_title(head.start(), line.start):
            continue
        if _ABBREVIATION.match(head.group()):
            if not _OFFICE.match(view.text, head.end(), head.end() + 4):
                yield campaign_at(view, Span(*head.span()), "campaign.abbreviation")
            continue
        if head.group().endswith("普查"):
            yield campaign_at(view, Span(*head.span()), "campaign.census")
            continue
        span = _with_head(view, head, line)
        if span is not None:
            yield campaign_at(view, span, "campaign.name-and-head")


def _with_head(view: View, head: re.Match[str], line: Span) -> Span | None:
    """Return the name that ends with the head, None where it is none."""
    if head.group() in _LOOSE_HEADS and _WORD_GOES_ON.match(view.text, head.end(), head.end() + 1):
        return None
    if _TIMES.match(view.text, head.end()):
        return None
    start = core_start(view.text, phrase_start(view, head.end(), line.start, _MOST_NAME), head.start())
    row = view.text.rfind("”“", start, head.start())
    if row >= 0:  # “甲”“乙”三大行动: the last words count what the row names
        start = view.text.rfind("”", start, head.start()) + 1
    span = Span(start, _with_activity(view.text, head))
    driven = _CARRIES_OUT.search(view.text, max(line.start, start - 12), start) is not None
    return span if _is_name(span.of(view.text), head.group(), driven=driven) else None


def _with_activity(text: str, head: re.Match[str]) -> int:
    """Return where the name ends: 大走访|活动 is one name."""
    more = head.group() not in _LOOSE_HEADS and _ACTIVITY.match(text, head.end()) is not None
    return head.end() + 2 * more


@cache
def _plain() -> re.Pattern[str]:
    """Match names made of plain words alone: 重点工程项目, 惠民行动."""
    before = "|".join(map(re.escape, words("plain_activities", "plain")))
    return re.compile(rf"^(?:{before})*(?:行动|计划|工程|项目|活动|创建|综合治理|普查)$")


def _is_name(name: str, head: str, *, driven: bool) -> bool:
    bare = _MARKS.sub("", name)
    core = _AREA.sub(
        "", bare.removesuffix("活动").removesuffix(head) if head != "创建活动" else bare.removesuffix(head)
    )
    if _COUNTED.match(bare):
        return True
    if name.endswith("”项目") or len(core) < 2 or _COUNT.search(core) or not balanced(name, _PAIRS):
        return False
    if _plain().match(core + head) or _plain().match(bare) or bare in words("plain_activities", "umbrella"):
        return False
    if (head == "计划" and _REPORTED.search(core)) or (_CLEANUP.fullmatch(head) and not driven):
        return False
    if head not in _BARE_HEADS or "“" in name or "‘" in name:
        return True
    return head in {"行动", "创建工作", "创建活动"} and len(core) >= 4 and (driven or _DRIVING.search(core) is not None)
