"""Events: a trigger (召开, 举行, 开展 …) and the name of what took place, or the name alone with its predicate behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.annotating.activities import phrase_start, skip_leading, within_quotes
from kg.annotating.view import View
from kg.lexicon import table
from kg.model.facts import EventType, Modality, When
from kg.model.source import Span
from kg.annotating.modality import modality_of

TRIGGER = re.compile(
    r"(?:主持召开|组织召开|隆重召开|胜利召开|召开|隆重举行|联合举行|举行|联合举办|共同举办|成功举办|举办|组织开展|联合开展|集中开展|先后开展|开展|启动|组织|参加|出席|参与|承办|主办|协办|迎来|观摩|观看|办过|办|开)(?:了|过|的)?"
)
_BEHIND = re.compile(
    r"^(?:[”’]?)(?:(?:于|在|将|将于|今日|昨日|\d{1,2}月\d{1,2}日|[一-龥]{2,14}?[，]?){0,3}?)(?:隆重|胜利|圆满|正式|顺利|成功|如期)?(?:召开|举行|举办|开幕|闭幕|启动|落幕|收官|开赛|开班|开讲|拉开帷幕|拉开序幕|鸣枪|上演|进行|开始|结束|揭幕|落下帷幕|宣布)"
)
_LATER = re.compile(r"(?:此次|本次|这次|该|上述|整个|当天的?)$")
_GENERIC = frozenset(
    "会议 大会 活动 仪式 比赛 决赛 培训 讲座 检查 调研 考察 督导 督查 验收 抽查 视察 暗访 巡察 展览 展示 演出 晚会 论坛 座谈会 例会 主题活动 志愿服务活动 文艺演出 竞赛 大赛 评比 评选 专项行动 集中行动 统一行动 整治行动 宣讲 演练 开幕式 闭幕式 启动仪式 展 集市 年会 义诊 颁奖仪式 宣讲活动 系列活动 各类活动 有关会议 相关会议 民主生活会 现场会 实践活动 研学 全会 联赛 集体活动 庭审 预赛 初赛 复赛 海选 半决赛 党课 公开课 执法行动 专题会议 工作会议 慰问活动 宣传活动 发布会 新闻发布会".split()
)
_FRAMED = frozenset(
    "座谈会 表彰会 表彰大会 启动仪式 签约仪式 捐赠仪式 颁奖仪式 揭牌仪式 开工仪式 推进会 动员会 现场会 新闻发布会 发布会 听证会 义诊 运动会 追悼会 演练 文艺演出 调解会 开幕式 闭幕式 启动会 招聘会 遗体告别仪式 奠基仪式 动员大会 誓师大会 推介会 培训班 升旗仪式 开学典礼 联欢会 公开审理 通报会 汇报会 交流会 报告会 晚会 讲座".split()
)
_NOT_EVENT = re.compile(
    r"(?:代表大会常务委员会|人民代表大会代表|委员会|协会|指挥部|领导小组|工作组|组委会|精神|决定|方案|制度|机制|办法|意见|水平|能力|中心|基地|场所|现场|平台|阵地|职能|职责|经费|资金|项目|力度|工作$|室|厅|馆|作用|效果|成效|质量|次数|人员|员|团|队|点|站|局|法|厂|组|处|台|堂|角|区)"
)
_FOLLOWS = re.compile(
    r"^(?:室|厅|堂|中心|组|队|团|员|者|者们|馆|站|点|所|法|场|场地|场所|现场|精神|制度|机制|办法|方案|基地|费|器材|资料|能力|人员|人次|成果|纪要|纪录|记录|要求|指出|强调|认为|决定|听取|通报|审议|传达|宣读|由|期间|中心|品牌|平台|资金|经费|主席团|开始前|代表|委员|秘书)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An event or campaign as found in one place. `trigger` is the verb that says it took place."""

    span: Span
    label: str
    types: tuple[EventType, ...]
    rule: str
    trigger: Span | None
    modality: Modality


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {row[0]: row[1] for row in table("activities")}
    return re.compile("|".join(map(re.escape, sorted(kinds, key=lambda h: (-len(h), h))))), kinds


def find_events(view: View, closed: tuple[Span, ...]) -> tuple[Activity, ...]:
    """Find the events that an article names, in order. `closed` are spans (campaigns, documents) that hold none."""
    found: list[Activity] = []
    for line in view.article.lines:
        if line.role == "byline":
            continue
        for activity in _in_line(view, line.span):
            if not any(s.start < activity.span.end and activity.span.start < s.end for s in closed):
                found.append(activity)
    return tuple(found)


def _in_line(view: View, line: Span) -> Iterator[Activity]:
    regex, kinds = _heads()
    text = view.text
    position = line.start
    while (m := regex.search(text, position, line.end)) is not None:
        position = m.end()
        activity = _from_head(view, line, m, kinds[m.group()])
        if activity is not None:
            position = max(position, activity.span.end)
            yield activity


def _from_head(view: View, line: Span, m: re.Match[str], kind: str) -> Activity | None:
    text = view.text
    end = m.end()
    if _in_document(text, m.start(), line) or _FOLLOWS.match(text[end : end + 4]):
        return None
    if end < line.end and text[end] in "”’":
        quoted = within_quotes(text, m.start(), line)
        if quoted is None or len(quoted) > 30:
            return None
        end = quoted.end
    if m := re.compile(r"[（(][一-龥]{2,6}(?:站|赛区|专场|组)[)）]").match(text, end):
        end = m.end()
        return _build(view, line, end, kind)
    return _build(view, line, end, kind)


def _build(view: View, line: Span, end: int, kind: str) -> Activity | None:
    text = view.text
    start = phrase_start(view, end, line.start, 34)
    trigger = _trigger_before(text, start, line)
    inner = [
        t
        for t in TRIGGER.finditer(text, start, end)
        if t.group()
        in {"召开", "举行", "举办", "开展", "组织开展", "启动", "主持召开", "召开了", "举行了", "举办了", "开展了"}
    ]
    if inner:
        trigger = Span(inner[-1].start(), inner[-1].end())
        start = skip_leading(text, inner[-1].end(), end)
    name = text[start:end]
    head = re.sub(r"[“”‘’]", "", name)
    behind = _BEHIND.match(text[end : end + 24].split("。")[0].split("；")[0])
    if len(head) < 2 or _LATER.search(text[max(line.start, start - 3) : start]):
        return None
    if head in _GENERIC and not (head in _FRAMED and trigger is not None):
        return None
    if trigger is None and behind is None:
        if not _nominal(head, kind):
            return None
    if not _balanced(name):
        return None
    span = Span(start, end)
    modality = modality_of(view, trigger or span)
    rule = "event.trigger-and-name" if trigger is not None else "event.name-and-predicate" if behind else "event.named"
    return Activity(span=span, label=name, types=(_type(name, kind),), rule=rule, trigger=trigger, modality=modality)


def _nominal(head: str, kind: str) -> bool:
    """A name that needs no verb: long enough, and of a kind that is held once."""
    return (
        len(head) >= 8
        and kind in {"meeting", "contest", "ceremony", "award", "signing", "launch", "donation"}
        and re.search(r"第.+届|20\d\d|^全|大会|仪式|会议|赛|推进会|表彰", head) is not None
    )


def _type(name: str, kind: str) -> EventType:
    if kind in {"activity", "ceremony", "meeting"}:
        for pattern, finer in _FINER:
            if pattern.search(name):
                return finer
    return kind  # type: ignore[return-value]


_FINER: tuple[tuple[re.Pattern[str], EventType], ...] = (
    (re.compile(r"签约"), "signing"),
    (re.compile(r"捐赠|捐款|捐资|善款|募捐|爱心物资发放"), "donation"),
    (re.compile(r"颁奖|表彰|评选"), "award"),
    (re.compile(r"启动"), "launch"),
)


def _trigger_before(text: str, start: int, line: Span) -> Span | None:
    window = text[max(line.start, start - 24) : start]
    found = [m for m in TRIGGER.finditer(window)]
    if not found:
        return None
    last = found[-1]
    between = window[last.end() :]
    if re.search(r"[，。；：！？]", between) or len(between) > 16:
        return None
    offset = max(line.start, start - 24)
    return Span(offset + last.start(), offset + last.end())


def _in_document(text: str, offset: int, line: Span) -> bool:
    opening = text.rfind("《", line.start, offset)
    return opening >= 0 and text.rfind("》", opening, offset) < 0


def _balanced(name: str) -> bool:
    return all(name.count(a) == name.count(b) for a, b in ("“”", "‘’", "（）", "《》"))


def dated(view: View, activity: Activity, whens: tuple[When, ...]) -> tuple[When, ...]:
    """Return the time of an event: the nearest before it in its sentence, else right behind it, else that of the line's sentence before."""
    sentence = view.sentence(activity.span.start)
    inside = [w for w in whens if sentence.covers(w.span) and not activity.span.covers(w.span)]
    before = [w for w in inside if w.span.end <= activity.span.start]
    after = [w for w in inside if w.span.start >= activity.span.end and w.span.start - activity.span.end <= 12]
    exact = [w for w in before if w.earliest is not None and w.precision == "day"] or [
        w for w in after if w.earliest is not None
    ]
    chosen = exact[-1:] or before[-1:] or after[:1]
    return tuple(chosen)
