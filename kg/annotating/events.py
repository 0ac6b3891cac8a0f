"""Events by their names: a trigger and a name (召开…推进会), or a name and its predicate (…仪式举行), or a name that needs no verb."""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotating.activities import Activity, balanced, in_document, opening_of, phrase_start, skip_leading
from kg.annotating.durations import extended
from kg.annotating.modality import modality_of
from kg.annotating.scenes import scene_day
from kg.annotating.view import View
from kg.lexicon import table
from kg.model.facts import EventType, Modality, When
from kg.model.source import Span

TRIGGER = re.compile(
    r"(?:主持召开|组织召开|隆重召开|召开|隆重举行|联合举行|举行|联合举办|共同举办|成功举办|举办|组织开展|联合开展|开展|启动|组织|参加|出席|列席|参与|承办|主办|协办|迎来|观摩|观看|办过|[办开](?:了|过|出)?(?=[“第一首本]))(?:了|过|的)?"
)
HOLDING = re.compile(
    r"(?:召开|举行|举办|组织开展|开展|启动|办过|开|办|组织(?!生活|部|工作|建设|力|委员|法|化|者|观摩))(?:了|过)?"
)
_BEHIND = re.compile(
    r"[”’]?(?:也|还|都|均|将|在|又|已|日前|近日|昨日|今日|今天|昨天|当日|当天|\d{1,2}月\d{1,2}日|[上下中]午|因故|(?:定|拟|将|预计|计划)?[在于][^，。；]{2,14}?|推迟[至到][^，。；]{1,10}?|延期[至到][^，。；]{1,10}?){0,4}"
    r"(?:隆重|胜利|圆满|正式|顺利|成功|如期|同时|现场|联合)?(?:召开|举行|举办|开幕|闭幕|启动|落幕|收官|开赛|开班|开讲|拉开|鸣枪|上演|进行|开始|结束|揭幕|落下帷幕|宣布|推迟|取消|延期|之后|以来|上，|上[一-龥]|期间)"
)
_GENERIC = frozenset(
    "会议 大会 活动 仪式 仪式活动 比赛 决赛 培训 讲座 检查 调研 考察 督导 督查 验收 抽查 视察 暗访 巡察 展览 展示 演出 晚会 论坛 座谈会 例会 主题活动 志愿服务活动 志愿服务 文艺演出 竞赛 大赛 评比 评选 专项行动 集中行动 统一行动 整治行动 宣讲 演练 开幕式 闭幕式 启动仪式 展 集市 年会 义诊 颁奖仪式 宣讲活动 系列活动 现场会 实践活动 研学 全会 联赛 集体活动 预赛 初赛 复赛 海选 半决赛 党课 公开课 执法行动 专题会议 工作会议 慰问活动 宣传活动 发布会 新闻发布会 表彰会 表彰大会 签约仪式 捐赠仪式 揭牌仪式 推进会 动员会 听证会 运动会 通报会 交流会 报告会 升旗仪式 签约活动 捐款 家长会 班会 理事会 检查活动 社会活动 公益活动 社会公益活动 户外活动 文体活动 文化活动 创建活动 庆祝活动 纪念活动 教育活动 学习活动 生产活动 经济活动 经营活动 违法活动 犯罪活动 商业活动 群众性活动 体育活动 党员活动 评选活动 表彰活动 课外活动 课堂活动 亲子活动 志愿活动 主题党日 研讨会 民主生活会 组织生活会 常委会会议 常务会议 专题培训 党员大会 村民大会 开学典礼 毕业典礼 大赛决赛 总决赛 各项活动 市场活动 相关活动 系列行动 统计调研 抢险行动 救援行动 执法检查 日常检查 安全检查 专项检查 质量检查 大检查 突击检查 现场检查 健康检查 身体检查 全面检查".split()
)
_FRAMED = frozenset(
    "座谈会 表彰会 表彰大会 启动仪式 签约仪式 捐赠仪式 颁奖仪式 揭牌仪式 开工仪式 推进会 动员会 现场会 新闻发布会 发布会 听证会 义诊 运动会 追悼会 文艺演出 调解会 开幕式 闭幕式 启动会 招聘会 遗体告别仪式 奠基仪式 动员大会 誓师大会 推介会 升旗仪式 开学典礼 联欢会 通报会 汇报会 交流会 报告会 总结会 研讨会 分享会 追思会 见面会 案情通报会".split()
)
_NOT_EVENT = re.compile(
    r"\d+(?:余|多)?(?:项|个|人|类|家|支)|(?<![”’])等|主持|出席|列席|领导|书记|局长|主任|县长|市长|区长|工作队|代表团|委员会$|组委会|协会$|不断|经常|日常|无法|坚持|能够|[^一-龥“”‘’（）《》·•、A-Za-z0-9\-—\s]"
)
_FOLLOWS = re.compile(
    r"(?:室|厅|堂|组|队|团|员|者|馆|站|点|所|法|场[地所]|现场|精神|制度|机制|办法|方案|费|器材|资料|能力|人员|人次|纪要|纪录|记录|部署|品牌|平台|资金|经费|主席团|代表|委员|秘书|上要|中心|基地|主任|常务|内容|成果|发言|选手|冠军|奖|工作(?!会|推进|部署))"
)
_LATER_RULE = "event.later-mention"
_LATER = re.compile(r"(?:此次|本次|这次|该|上述|整个|当天的?|每次|历次)$")


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {row[0]: row[1] for row in table("activities")}
    return re.compile("|".join(map(re.escape, sorted(kinds, key=lambda h: (-len(h), h))))), kinds


def find_events(view: View, campaigns: tuple[Activity, ...]) -> tuple[Activity, ...]:
    """Find the events that an article names, in order of the text, outside the names of campaigns.

    A bare 推进会 is kept where an event of that kind was named before.
    """
    found: list[Activity] = []
    for line in view.article.lines:
        if line.role == "byline":
            continue
        for activity in _in_line(view, line.span):
            if any(c.span.covers(activity.span) for c in campaigns):
                continue
            if activity.rule != _LATER_RULE or any(a.label.endswith(activity.label) for a in found):
                found.append(activity)
    return tuple(found)


def _in_line(view: View, line: Span) -> Iterator[Activity]:
    regex, kinds = _heads()
    floor = position = line.start
    last: Activity | None = None
    while (m := regex.search(view.text, position, line.end)) is not None:
        position = m.end()
        activity = _from_head(view, Span(floor, line.end), m, kinds[m.group()], last)
        if activity is not None:
            last = activity
            floor = position = max(position, activity.span.end)
            yield activity


_SESSION = re.compile(r"(?:常务委员会)?第[一二三四五六七八九十百\d]+次(?:全体|扩大|（扩大）)?(?:会议|全会)")
_AND = re.compile(r"暨[一-龥“]")
_STATION = re.compile(r"[（(][一-龥]{2,6}(?:站|赛区|专场|组|赛)[)）]")


def _from_head(view: View, line: Span, m: re.Match[str], kind: str, last: Activity | None) -> Activity | None:
    text, end = view.text, m.end()
    regex, kinds = _heads()
    session = _SESSION.match(text, end)
    if session is not None and m.group().endswith(("大会", "全会", "全委会")):
        end = session.end()
    elif m.group() == "代表大会" and not re.search(
        r"第[一二三四五六七八九十\d]+[届次]", text[max(line.start, m.start() - 16) : m.start()]
    ):
        return None
    joined = _AND.match(text, end, line.end)
    if (
        joined is not None
        and (second := regex.search(text, joined.end() - 1, joined.end() + 26)) is not None
        and not re.search(r"[，。；：！？]", text[end : second.end()])
    ):
        end = second.end()  # 第十七届运动会暨首届全民健身运动会
    while (further := regex.match(text, end)) is not None:  # 成立仪式|活动
        end, kind = further.end(), kind if kinds[further.group()] == "activity" else kinds[further.group()]
    if in_document(text, m.start(), line.start) or _FOLLOWS.match(text, end):
        return None
    if text[end : end + 1] in {"”", "’"}:
        opening = opening_of(text, end, line.start)
        if opening is None or end - opening > 30:
            return None
        end += 1
    station = _STATION.match(text, end)
    return _named(view, line, station.end() if station else end, kind, last)


def _named(view: View, line: Span, end: int, kind: str, last: Activity | None) -> Activity | None:
    text = view.text
    start = phrase_start(view, end, line.start, 34)
    inner = [t for t in HOLDING.finditer(text, start, end) if len(t.group()) > 1]
    if inner and _outside_quotes(text, start, inner[-1].start()):
        start = skip_leading(text, inner[-1].end(), end)
    trigger = _trigger_before(text, start, line)
    if (
        trigger is None
        and last is not None
        and re.fullmatch(r"(?:、|和|及|与|以及|，|等)+", text[last.span.end : start])
    ):
        trigger = last.trigger  # one verb for a list of events
    name = text[start:end]
    head = re.sub(r"[“”‘’]", "", name)
    behind = _BEHIND.match(text, end, min(line.end, end + 30)) if trigger is None else None

    if (
        len(head) < 2
        or _LATER.search(text, max(line.start, start - 3), start)
        or not balanced(name)
        or _NOT_EVENT.search(re.sub(r"《[^》]*》|\s", "", name))
    ):
        return None
    if re.search(r"[决预复初]赛$", head) and trigger is None and not re.search(r"[届杯省市县区州全赛“]", name[:-2]):
        return None
    holds = (
        trigger is not None and HOLDING.match(trigger.of(text).removeprefix("主持").removeprefix("隆重")) is not None
    )
    generic = head in _GENERIC and not (head in _FRAMED and holds)
    if generic and len(head) < 3:
        return None
    if trigger is None and behind is None and not generic and not _stands_alone(head, kind):
        return None
    span = Span(start, end)
    held = trigger or (Span(end, end + len(behind.group())) if behind else None)
    modality = _modality(view, span, trigger, behind.group() if behind else "")
    rule = "event.trigger-and-name" if trigger else "event.name-and-predicate" if behind else "event.named"
    rule = _LATER_RULE if generic else rule
    return Activity(
        span=span, label=name, types=(_type(name, kind),), rule=rule, trigger=held, modality=modality, main=not generic
    )


def _modality(view: View, span: Span, trigger: Span | None, behind: str) -> Modality:
    if re.search(r"推迟|取消|延期", behind):
        return "denied"
    if re.search(r"(?:将|拟|定于|预计|计划)(?!军|领)", behind):
        return "planned"
    return modality_of(view, trigger or span)


def _outside_quotes(text: str, start: int, offset: int) -> bool:
    piece = text[start:offset]
    return piece.count("“") == piece.count("”") and piece.count("‘") == piece.count("’")


def _stands_alone(head: str, kind: str) -> bool:
    """A name that needs no verb: long, of a kind that is held once, and with what sets it apart."""
    return (
        len(head) >= 8
        and kind in {"meeting", "contest", "ceremony", "award", "signing", "launch", "donation"}
        and bool(re.search(r"第.{1,3}届|20\d\d|^全[省市县区国]|大会$|仪式$|推进会|表彰|赛$", head))
    )


_FINER: tuple[tuple[re.Pattern[str], EventType], ...] = (
    (re.compile(r"签约"), "signing"),
    (re.compile(r"捐赠|捐款|捐资|善款|募捐|爱心物资发放"), "donation"),
    (re.compile(r"颁奖|表彰|评选|揭晓"), "award"),
    (re.compile(r"启动"), "launch"),
    (re.compile(r"培训|宣讲|讲座"), "training"),
    (re.compile(r"整治行动|执法行动|清查"), "enforcement"),
)


def _type(name: str, kind: str) -> EventType:
    if kind in {"activity", "meeting"} or (kind == "ceremony" and re.search(r"签约|捐|颁奖|表彰", name)):
        for pattern, finer in _FINER:
            if pattern.search(name):
                return finer
    return kind  # type: ignore[return-value]


def _trigger_before(text: str, start: int, line: Span) -> Span | None:
    floor = max(line.start, start - 30)
    last = None
    for m in TRIGGER.finditer(text, floor, start):
        last = m
    if last is None or re.search(r"[，。；：！？]", text[last.end() : start]):
        return None
    if len(last.group()) <= 2 and last.group()[0] in "办开" and start - last.end() > 4:
        return None
    return Span(last.start(), last.end())


def dated(view: View, activity: Activity, whens: tuple[When, ...]) -> tuple[When, ...]:
    """Return the time of an event: the last day named before it in its sentence, one right behind it, else its paragraph's."""
    sentence = view.sentence(activity.span.start)
    inside = [w for w in whens if sentence.covers(w.span) and not activity.span.covers(w.span)]
    before = [w for w in inside if w.span.end <= activity.span.start]
    after = [w for w in inside if w.span.start >= activity.span.end and w.span.start - activity.span.end <= 12]
    days = [w for w in before if w.earliest is not None and w.precision == "day"] or [
        w for w in after if w.earliest is not None
    ]
    chosen = days[-1:] or before[-1:] or after[:1]
    if chosen or activity.trigger is None:
        around = view.text[max(sentence.start, activity.span.start - 10) : min(sentence.end, activity.span.end + 16)]
        return tuple(extended(when, around) for when in chosen)
    told = _of_lead(view, sentence, whens) if activity.main else ()
    if told or activity.modality != "happened":
        return told
    scene = scene_day(view, activity.span, whens)
    return () if scene is None else (scene,)


def _of_lead(view: View, sentence: Span, whens: tuple[When, ...]) -> tuple[When, ...]:
    """In the first paragraph, the only day that it named before the sentence."""
    lead = next(iter(view.article.of_role("paragraph")), None)
    if lead is None or not lead.covers(sentence):
        return ()
    days = [
        w
        for w in whens
        if lead.start <= w.span.start < sentence.start and w.precision == "day" and w.earliest is not None
    ]
    return (days[0],) if days and len({(w.earliest, w.latest) for w in days}) == 1 else ()
