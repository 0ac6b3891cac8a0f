"""Drives named in quotation marks: with a head behind (“净湖”行动), by their last word, or by what is said of them."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.activities import Activity
from kg.annotating.campaign_edges import is_body, topic_start
from kg.annotating.campaign_lists import campaign_at
from kg.annotating.gates import Gated
from kg.annotating.view import View
from kg.model.source import Span

_NAME_AND_HEAD = Gated(
    r"[“‘](?P<name>[^“”‘’，。；！？\n]{2,20}(?:、[^“”‘’，。；！？\n]{1,10})?)[”’]"
    # the general heads first, the longest of those that begin together
    r"(?P<head>(?![等一二两三四五六七八九十是]|[作列纳定成评]|确定|打造)(?:[一-龥]{0,6}?(?:(?:专项|集中|综合|攻坚|整治|提升|执法|系列|关爱|清查|统一)*行动"
    r"|专项(?:整治|治理|执法|监督)|百日整治|百日攻坚|会战|有奖举报|主题教育|集中清查"
    r"|大(?:扫除|清扫|体检|排查|走访|整治|清理|清查|练兵|比武|宣讲|巡查|巡逻|调研))"
    r"|[一-龥]{1,4}[月周季]活动|[一-龥]{0,4}整治(?:[一二三五]年(?:行动|攻坚)|攻坚战?|行动)?)"
    r"|志愿服务项目|公益项目|战役|攻坚战|工程|计划(?![到于在从将年明今下\d])|项目|志愿服务月|主题月|活动月|宣传月|宣传周|公益放映活动|劳动竞赛"
    r"|支部创建工作|支部创建|创建工作|创建|建设年|主题年)?"
)
_PLAN_NAME = re.compile(r"(?:工程|计划)$")
CARRIES_OUT = re.compile(
    r"(?:实施|推进|启动|开展|深化|打造|落实|抓好|作为|推行|发起|公益|志愿|部署|打响|下设|包括|即)[^，。；]{0,8}$",
)
_FOR_OTHERS = re.compile("志愿|公益|服务|助[学老残困医]|圆梦|救助|慈善")
_DRIVE = re.compile(
    r"(?:(?<!在)行动|专项整治|攻坚战|攻坚|大练兵|大走访|大排查|大整治|大比武|大落实|会战|工程|计划|建设年|提升年|攻坚年|百日会战|百日整治"
    r"|(?:[百千万][村企户校镇里]|基层|乡村|社区|校园)行|星期[一二三四五六日天]|(?:清洁|志愿|卫生|劳动)日"
    r"|(?:生产|安全|质量|宣传|活动|服务|普法|读书|阅读|卫生|教育|科技|诚信|敬老|禁毒|文明|整治|提升|攻坚|主题|法治|消费|节能)[月周季]"
    r"|(?:直通|健康快|大篷)车)$"
)
ABBREVIATIONS = r"创文巩卫|[三四五六七八九多]城(?:联|同)创|创国卫|创国文|创食安|创文(?!旅)|创卫|创城|双创|创森|创园"
ABBREVIATION = re.compile(rf"^(?:{ABBREVIATIONS}|五创|三创|六创|扫黑除恶|双减)$")
COUNTED = re.compile(r"[一二三四五六七八九十]{1,2}大(?:[一-龥]{0,6})(?:行动|工程|战役|攻坚战)$")
_NO_NAME = re.compile(
    r"^[一二三四]号|战略$|^(?:集中|联合|专项|全面|重点)(?:攻坚|整治|行动|清理|排查)$|[巡服突志先]\S{1,4}队$"
)
"""Quoted words that name no drive, whatever stands around them: “一号工程”, “创卫巡逻队”."""
_POLICY = re.compile(r"[^“”，。；：！？、\n]{0,3}(?:政策|战略|规划|理念|方针|精神)")
"""Behind a quoted name that is no drive: “双减”政策."""
_LONGEST_DEED = 10
_DEED_WORD = re.compile(r"[扫清护暖净扶亮剑断除送访问助敲]|攻坚|百日|排查|帮扶|关爱")
_NO_DRIVE = re.compile(
    r"战略$|第[一二三四五六七八九十]|一公里|一把手|回头看|机制|模式|制$|法$|会$|课$|赛$|站$|队$|品牌|服务$|精神"
)
_GOVERNS = re.compile(r"(?:开展|启动|实施|打响|发起|掀起|推行)(?:了)?[^，。；“”、]{0,4}$")
_ENDS_THERE = re.compile(r"[，。；、—]|和[“‘]|等")
_NUMERALS = r"(?:[一二两三四五六七八九十百千万][一-龥]{1,4}){2,4}"
_SLOGAN = re.compile(rf"^{_NUMERALS}$|^[三四五六七八九多]城(?:联|同)创$|^[一-龥]{{1,6}}(?:、[一-龥]{{1,6}}){{1,4}}$")
"""Names made of numerals (四比一树), or of equal parts (逐村观摩、整镇推进)."""
_SLOGAN_HEAD = re.compile(
    r"(?:劳动|技能)?竞赛(?!活动|启动|仪式)|(?:主题|创建|实践|帮扶)?活动(?!启动|仪式|现场|[室中上月周])"
)
_ALL_NUMERALS = re.compile(rf"^{_NUMERALS}$")
_SINCE = re.compile(
    r"(?:(?:建设|创建)?(?:实施|开展|启动|推行|推进))?以来|第[一二三四]阶段|(?:实施|推行)(?=[一二两三四五六七八九十半\d近])"
)
"""Behind a quoted name: it has gone on for some time."""
_ACTIVITY = re.compile(r"(?:活动|行动)(?=为(?:抓手|载体|牵引|契机|主线)|（(?:以下)?简称)")
_PUT_OUT = re.compile(r"(?:推出|推行|发起|铺开|深入开展|持续开展|深化|部署开展)(?:了)?$")
_PUT_OUT_ACTIVITY = re.compile(r"活动(?![室中上月周现启仪])")
_PERIOD = re.compile(r"[㐀-鿿]{3}(?<![一二三四五六七八九十两几个本上下当每蜜今明去])[月周季]$")
"""A quoted name of the time that a drive takes: 服务农村青年月."""
_PERIOD_HEAD = re.compile(r"(?:系列|主题|宣传)?活动(?![室中上现仪]|启动仪式)")
_LASTING = re.compile(
    r"(?:[一-龥]{0,8}(?:主题|实践|创建|帮扶|志愿服务|教育|关爱|惠民|评选|助学|走访|支教|阅读|宣教|普法|助农|助残|助企"
    r"|结对|劝导|巡诊|下乡|练兵|寻访|选树))?活动(?![室中上月周现启仪])"
)
_SOUGHT = re.compile(r"(?:寻找|争创|争当|争做)$")
_CARRIED_ON = re.compile(r"(?:开展|实施|推进|启动|组织|参与)[了好]?(?:\d{4}年度?)?$")
_LAUNCHED = re.compile(r"启动了?(?:\d{4}年度?)?$")
"""Before what goes on from the day that is told: 5月9日|启动|“…”支教活动."""
_TOLD = re.compile(
    r"是[^，。；“”]{0,16}(?:启动|推出|发起|打造|实施|开展)的[^，。；“”]{0,10}(?:项目|活动|行动|工程|品牌|计划)(?=[，。；])"
)
"""What a quoted name is told to be: “…”|是某区去年推出的为老服务项目."""
_DAY = re.compile(
    r"\d{1,2}[日号]|[当昨今前翌次]天|昨日|今日|次日|连日|日前|近日|上午|下午|[早今昨当]晚|现场|仪式|之际|前夕|走进|来到|在[^，。；]{2,20}$"
)
"""What an event is told with: its day, its occasion, where it was."""
_AND = re.compile(r"(?:、|和|以及|及|与)?")
"""Between the names of a row: “甲”“乙”和“丙”."""


def quoted(view: View, line: Span) -> Iterator[Activity]:
    """Find the drives of a line that are named in quotation marks; in a row with one, all are."""
    for row in _rows(view, line):
        told = [_drive(view, line, match, alone=len(row) == 1) for match in row]
        joined = len(row) > 1 and any(told)
        for match, activity in zip(row, told, strict=True):
            if activity is not None:
                yield activity
            elif joined and not _NO_DRIVE.search(match["name"].removesuffix("竞赛")):
                yield campaign_at(view, Span(*match.span()), "campaign.quoted-row")


def _rows(view: View, line: Span) -> Iterator[list[re.Match[str]]]:
    """Give the quotations with their heads, those of one row together."""
    row: list[re.Match[str]] = []
    for match in _NAME_AND_HEAD.finditer(view, line):
        if row and not _AND.fullmatch(view.text, row[-1].end(), match.start()):
            yield row
            row = []
        row.append(match)
    if row:
        yield row


def _drive(view: View, line: Span, match: re.Match[str], *, alone: bool) -> Activity | None:
    """Return the drive that the quotation names; one of a row only by its last word or head."""
    text, name = view.text, match["name"]
    if not _may_be_drive(text, line, match):
        return None
    start = topic_start(view, Span(*match.span()), name, line.start)
    if match["head"]:
        return campaign_at(view, Span(start, match.end()), "campaign.quoted-and-head")
    period = _PERIOD_HEAD.match(text, match.end()) if _PERIOD.search(name) else None
    if period is not None or is_drive(name):
        end = period.end() if period else match.end() + 2 * text.startswith("活动", match.end())
        return campaign_at(view, Span(start, end), "campaign.quoted")
    return _by_context(view, line, match) if alone else None


def _by_context(view: View, line: Span, match: re.Match[str]) -> Activity | None:
    """Return the drive that a quotation without a head is by what stands around it."""
    text, end = view.text, match.end()
    if _is_carried_out(text, line, match) or _SINCE.match(text, end) or _TOLD.match(text, end):
        return campaign_at(view, Span(*match.span()), "campaign.quoted-deed")
    slogan = _SLOGAN_HEAD.match(text, end)
    if slogan is not None and _SLOGAN.search(match["name"]):
        return campaign_at(view, Span(match.start(), slogan.end()), "campaign.quoted-slogan")
    sought = _SOUGHT.search(text, max(line.start, match.start() - 3), match.start())
    if sought is not None and _PUT_OUT_ACTIVITY.match(text, end) and _is_undated(view, sought.start(), governed=True):
        return campaign_at(view, Span(sought.start(), end + 2), "campaign.undated-activity")
    if _ACTIVITY.match(text, end) or (
        _PUT_OUT_ACTIVITY.match(text, end) and _PUT_OUT.search(text, max(line.start, match.start() - 6), match.start())
    ):
        return campaign_at(view, Span(match.start(), end + 2), "campaign.quoted-activity")
    lasting = _LASTING.match(text, end)
    if lasting is not None and _is_undated(view, match.start(), governed=False):
        return campaign_at(view, Span(match.start(), lasting.end()), "campaign.undated-activity")
    return None


def _is_undated(view: View, offset: int, *, governed: bool) -> bool:
    """Tell whether a verb of carrying out governs what begins here, and its sentence says no day before: no event."""
    sentence = view.sentence(offset)
    governed = governed or _CARRIED_ON.search(view.text, max(sentence.start, offset - 12), offset) is not None
    if view.role(offset) != "paragraph" or not governed:
        return False
    if _LAUNCHED.search(view.text, max(sentence.start, offset - 12), offset) is not None:
        return True
    return _DAY.search(view.text, sentence.start, offset) is None


def _may_be_drive(text: str, line: Span, match: re.Match[str]) -> bool:
    """Tell whether a quoted 工程 or 计划 is being carried out, and a quoted name with 项目 is a service to others."""
    head, start = match["head"], match.start()
    if _NO_NAME.search(match["name"]) or _POLICY.match(text, match.end()) or is_body(text, line, Span(*match.span())):
        return False
    if head:
        return not head.startswith("项目") or _FOR_OTHERS.search(text, match.end() - 10, match.end()) is not None
    carried_out = CARRIES_OUT.search(text, max(line.start, start - 12), start)
    return _PLAN_NAME.search(match["name"]) is None or carried_out is not None


def _is_carried_out(text: str, line: Span, match: re.Match[str]) -> bool:
    """Tell a quoted name without head that a verb of carrying out governs: 开展“敲门问暖”."""
    name = match["name"]
    if not 4 <= len(name) <= _LONGEST_DEED or _NO_DRIVE.search(name):
        return False
    if not _DEED_WORD.search(name) and not _ALL_NUMERALS.match(name):
        return False
    governed = _GOVERNS.search(text, max(line.start, match.start() - 10), match.start())
    return governed is not None and _ENDS_THERE.match(text, match.end()) is not None


def is_drive(name: str) -> bool:
    """Tell whether a quoted name that no head follows is that of a drive."""
    return (
        ABBREVIATION.match(name) is not None
        or COUNTED.match(name) is not None
        or (len(name) >= 3 and _DRIVE.search(name) is not None)
    )
