"""Campaigns: named drives (专项行动, 攻坚战, 创建, 工程, 活动年), their abbreviations, parents and children."""

import re
from collections.abc import Iterator

from kg.annotating.activities import Activity, phrase_start, skip_leading
from kg.annotating.grouping import campaign_key
from kg.annotating.modality import modality_of
from kg.annotating.view import View
from kg.model.source import Span

_HEAD = re.compile(
    r"专项整治行动|专项提升行动|集中整治行动|专项行动|攻坚行动|提升行动|百日行动|集中行动|歼灭战|攻坚战|大会战|保卫战|专项整治|综合整治|集中整治|专项治理|综合治理|专项斗争|扫黑除恶|大排查|大整治|大走访|大比武|创建工作|创建活动|创建|工程|计划|行动|(?:活动年|建设年|攻坚年|提升年|服务年|落实年|突破年)(?![产均度初底末])|活动月|活动周|宣传月|宣传周|安全月|人口普查|经济普查|农业普查|普查|创文巩卫|创文巩固|创文|创卫|创城|双创|创森|创园|项目"
)
_ABBREVIATION = re.compile(r"^(?:创文巩卫|创文|创卫|创城|双创|创森|创园|五创|三创|六创|扫黑除恶|双减)$")
_QUOTED_HEAD = re.compile(
    r"[”’](?P<head>专项行动|系列活动|主题活动|专项整治行动|专项整治|行动|工程|计划|活动|项目|创建工作|创建|工作)?"
)
_CREATE = re.compile(
    r"(?:创建|争创|创)(?P<title>(?:国家级?|全国|全省|省级|市级|国家)?[一-龥]{0,6}?(?:文明城市提名城市|文明城市|卫生城市|卫生县城|卫生城|卫生乡镇|园林城市|森林城市|模范城市|食品安全示范城市|双拥模范城|示范城市|文明县城|文明城|示范县|示范区|示范市|示范城|强省|强市|强县|百强县|环保模范城市|生态县|生态市))"
)
_REVERSED = re.compile(
    r"(?:国家级?|全国|全省|省级)?(?:文明城市提名城市|文明城市|卫生城市|卫生县城|园林城市|森林城市|双拥模范城|文明县城|文明村镇|文明单位|文明校园|文明家庭|平安[一-龥]{1,3}|“五星”支部|‘五星’支部)(?:创建工作|创建活动|创建)"
)
_UMBRELLA = frozenset("疫情防控 乡村振兴 河长制 安全生产 招商引资 脱贫攻坚 精准扶贫 防汛抗旱 应对强降雨".split())
_NOT = re.compile(
    r"^(?:民生|重点|在建|续建|新建|签约|产业|投资|建设|工业|农业|水利|配套|基础设施|扶贫|服务|民心|实事|惠民|重大|该|本|此|各|这|大|系统|主体|一期|二期|三期|土石方|装修|绿化|亮化|公益|技改|合作|招商|比赛|竞赛|教学|工作|生产|作战|实施|采取|立即|迅速|统一|联合|主动|自觉|实际|集体|军事|救援|抓捕|投送|具体|联动|共同|一致|发展|学习|训练|教学|投资|五年|年度|三年|长远|整体|养老|保险|危险|旅游|科研|文旅|安居|供水|灌溉|供热|污水处理|防洪|除险加固|道路|改造|隐蔽|改扩建|扩建|工程|项目|物业|地产|光伏|饮水|通村|养殖|种植|研究|体育|健身|表演|游乐|补贴|救助|保障|农村|城建|市政|交通|电力|通信|环保|生态|科技|文化|教育|卫生|医疗|社会|经济)*(?:行动|计划|工程|项目|活动|创建|综合治理|普查)$"
)
_ITEM = re.compile(
    r"(?P<name>(?:[“‘][^”’\n]{1,10}[”’])?[一-龥]{2,14}?(?:专项提升行动|专项行动|行动|工程|专项整治|计划))(?:。|：)"
)
_COUNTED = re.compile(r"[一二三四五六七八九十两]大(?:专项)?(?:[一-龥]{0,6}?)(?:行动|工程|战役|攻坚战|计划)")


def find_campaigns(view: View) -> tuple[Activity, ...]:
    """Find the campaigns that an article names, in order of the text, longest where they overlap."""
    found: list[Activity] = []
    for line in view.article.lines:
        if line.role == "byline":
            continue
        found.extend(_created(view, line.span))
        found.extend(_quoted(view, line.span))
        found.extend(_headed(view, line.span))
        found.extend(item for item, _ in _listed(view, line.span))
    kept: list[Activity] = []
    for activity in sorted(found, key=lambda a: (-len(a.span), a.span.start)):
        if all(activity.span.end <= k.span.start or k.span.end <= activity.span.start for k in kept):
            kept.append(activity)
    return tuple(sorted(kept, key=lambda a: a.span))


def _campaign(view: View, span: Span, rule: str) -> Activity:
    return Activity(
        span=span, label=span.of(view.text), types=(), rule=rule, trigger=None, modality=modality_of(view, span)
    )


def _created(view: View, line: Span) -> Iterator[Activity]:
    for regex in (_CREATE, _REVERSED):
        for m in regex.finditer(view.text, line.start, line.end):
            if not _in_document(view.text, m.start(), line):
                yield _campaign(view, Span(m.start(), m.end()), "campaign.creation")


_QUOTED_DRIVE = re.compile(
    r"(?:[一-龥]{0,4}行动|创[一-龥]{1,3}|[一-龥]{2,12}(?:建设年|攻坚年|提升年|年|月|工程|计划|专项整治|整治))$"
)


def _quoted(view: View, line: Span) -> Iterator[Activity]:
    text = view.text
    for m in re.compile(
        r"[“‘](?P<name>[^“”‘’，。；！？\n]{2,20}(?:、[^“”‘’，。；！？\n]{1,10})?)[”’](?P<head>专项整治行动|专项执法行动|专项行动|集中行动|志愿服务项目|公益项目|关爱行动|行动|战役|攻坚战|工程|计划|项目|专项整治|综合整治|行业整治|整治|志愿服务月|主题月|活动月|宣传月|宣传周|公益放映活动|劳动竞赛|创建|支部创建工作|支部创建|建设年|创建工作|主题年|系列行动)?"
    ).finditer(text, line.start, line.end):
        name, head = m["name"], m["head"]
        if text[m.start() - 1 : m.start()] in {"”", "’"} or text[m.end() : m.end() + 1] in {"“", "‘"} and not head:
            continue  # one of several in a row
        if (
            re.search(r"(?:工程|计划)$", head or name)
            and not re.search(
                r"(?:实施|推进|启动|开展|深化|打造|落实|抓好|作为|推行|发起|公益|志愿)[^，。；]{0,8}$",
                text[max(line.start, m.start() - 12) : m.start()],
            )
            and not head
        ):
            continue
        if head and head.startswith("项目") and not re.search("志愿|公益|服务", text[m.end() - 8 : m.end()]):
            continue
        if head:
            yield _campaign(view, Span(m.start(), m.end()), "campaign.quoted-and-head")
        elif (
            _ABBREVIATION.match(name)
            or re.search(r"(?:行动|专项整治|攻坚战|工程|建设年|提升年|攻坚年|百日会战)$", name)
            and len(name) >= 4
        ):
            end = m.end() + 2 if text[m.end() : m.end() + 2] == "活动" else m.end()
            yield _campaign(view, Span(m.start(), end), "campaign.quoted")


_LIST = re.compile(
    r"(?P<items>(?:[^，。；：！？、\n]{3,14}、){2,12}[^，。；：！？、\n“”]{3,14}?|(?:[“‘][^”’\n]{2,14}[”’]、?){2,12})等?[“‘]?(?P<head>(?:[一二三四五六七八九十两]{1,2}|\d{1,2})(?:大|项|个)(?:[一-龥]{0,4})(?:行动|工程|战役|攻坚战|计划|整治))"
)
_ITEM_WORD = re.compile(
    r"(?:整治|治理|提升|改造|提质|净化|清洁|防制|防治|普及|创建|攻坚|清零|整顿|规范|打击|保护|修复|管控|行动|工程|绿化|美化|亮化|排查)$"
)


def _listed(view: View, line: Span) -> Iterator[tuple[Activity, Span]]:
    """The items of 甲整治、乙改造、丙提升等十大行动, each with the span of the words that count them."""
    for m in _LIST.finditer(view.text, line.start, line.end):
        quoted = re.fullmatch(r"(?:[“‘][^”’]+[”’]、?)+", m["items"]) is not None
        spans = [
            Span(m.start() + i.start(), m.start() + i.end())
            for i in re.finditer(r"[“‘][^”’]+[”’]" if quoted else r"[^、]+", m["items"])
        ]
        if not quoted:
            first = re.search(
                r"(?:开展|实施|推进|包括|涵盖|聚焦|打响|启动|抓好|部署|分为|即|为|了)(?=[^、]{3,})",
                spans[0].of(view.text),
            )
            spans[0] = Span(spans[0].start + (first.end() if first else 0), spans[0].end)
            if sum(bool(_ITEM_WORD.search(s.of(view.text))) for s in spans) * 2 < len(spans):
                continue
        for span in spans:
            yield _campaign(view, span, "campaign.listed"), Span(m.start("head"), m.end("head"))


def _headed(view: View, line: Span) -> Iterator[Activity]:
    text = view.text
    for m in _HEAD.finditer(text, line.start, line.end):
        if _in_document(text, m.start(), line):
            continue
        head = m.group()
        if _ABBREVIATION.match(head):
            if re.match(r"[一-龥]{0,2}(?:办|委|指挥部)", text[m.end() : m.end() + 4]):
                continue
            yield _campaign(view, Span(m.start(), m.end()), "campaign.abbreviation")
            continue
        if head in {"计划", "项目", "创建", "工程", "行动"} and re.match(
            r"[到在于用从总总年通对把将投建新组书员区方者性]|资|力|起来|迅速", text[m.end() : m.end() + 1]
        ):
            continue
        start = _behind_verb(text, phrase_start(view, m.end(), line.start, 26), m.start())
        name = text[start : m.end()]
        if not _is_name(name, head):
            continue
        yield _campaign(view, Span(start, m.end()), "campaign.name-and-head")


_PREDICATE = re.compile(
    r"(?:获评|获得|荣获|部署|坚决打好|坚决打赢|打好|打赢|做好|抓好|推动|推进|组织(?!生活|部|化)|开展|实施|启动|投资|参与|投身|建成|承担|列入|纳入|聚焦|围绕|打响|深化)(?:了)?"
)


def _behind_verb(text: str, start: int, end: int) -> int:
    """Move the beginning behind the last verb that the walk took in, quotations aside."""
    for m in _PREDICATE.finditer(text, start, end):
        if text.count("“", start, m.start()) == text.count("”", start, m.start()):
            start = m.end()
    return skip_leading(text, start, end)


def _is_name(name: str, head: str) -> bool:
    bare = re.sub(r"[“”‘’]", "", name)
    core = bare[: -len(head)] if bare.endswith(head) else bare
    if re.search(r"[一二三四五六七八九十\d]+(?:场|项|个)|(?<![”’])等", core):
        return False
    if len(core) < 2 or _NOT.match(bare) or bare in _UMBRELLA:
        return False
    if not all(name.count(a) == name.count(b) for a, b in ("“”", "‘’", "（）")):
        return False
    if head in {"工程", "计划", "行动", "项目", "创建", "创建工作", "创建活动", "综合治理", "普查"}:
        return (
            bool(re.search(r"[“‘]", name))
            or head in {"行动", "创建工作", "创建活动"}
            and len(core) >= 4
            and bool(re.search(r"专项|整治|提升|攻坚|百日|护|清|净|打击|扫|三年|创建|村镇", core))
            or head in {"普查"}
        )
    return True


def _in_document(text: str, offset: int, line: Span) -> bool:
    opening = text.rfind("《", line.start, offset)
    return opening >= 0 and text.rfind("》", opening, offset) < 0


def children(view: View, campaigns: tuple[Activity, ...]) -> Iterator[tuple[Activity, Activity]]:
    """Pair campaigns with those they are part of, child first: items under a counted head, 甲是乙的一项内容, 《乙…甲…方案》."""
    yield from _items(view, campaigns)
    for a, b in zip(campaigns, campaigns[1:], strict=False):
        between = view.text[a.span.end : b.span.start]
        after = view.text[b.span.end : b.span.end + 16]
        if re.fullmatch(r"(?:工作)?是[“‘]?", between) and re.match(
            r"[”’]?(?:工作)?(?:中)?的(?:一项|重要|一个|组成)?[一-龥]{0,4}(?:内容|部分|举措|抓手|任务|载体)", after
        ):
            yield a, b
    yield from _in_plans(view, campaigns)
    yield from _in_lists(view, campaigns)


def _items(view: View, campaigns: tuple[Activity, ...]) -> Iterator[tuple[Activity, Activity]]:
    """背街小巷专项提升行动。主要任务是…: an item under the counted campaign named before (十大专项提升行动)."""
    parent: Activity | None = None
    for activity in campaigns:
        if _COUNTED.fullmatch(activity.label):
            parent = activity
        elif (
            parent is not None
            and activity.span.start == view.line(activity.span.start).start
            and view.text[activity.span.end : activity.span.end + 1] in "。："
        ):
            if activity.label.endswith(parent.label[-2:]):
                yield activity, parent


def _in_lists(view: View, campaigns: tuple[Activity, ...]) -> Iterator[tuple[Activity, Activity]]:
    by_span = {c.span: c for c in campaigns}
    for line in view.article.lines:
        for item, head in _listed(view, line.span):
            parent = next((c for c in campaigns if c.span.covers(head)), None) or _before(campaigns, item)
            if item.span in by_span and parent is not None:
                yield by_span[item.span], parent


def _before(campaigns: tuple[Activity, ...], item: Activity) -> Activity | None:
    """The campaign of which a list tells the parts: 部署“某”行动，下设“甲”“乙”两个战役."""
    earlier = [
        c
        for c in campaigns
        if c.span.end <= item.span.start and item.span.start - c.span.end <= 40 and c.rule != "campaign.listed"
    ]
    return earlier[-1] if earlier else None


_PLAN = re.compile(r"《(?P<name>[^《》\n]{6,60})(?:方案|意见|计划|通知|规划|办法)》")


def _in_plans(view: View, campaigns: tuple[Activity, ...]) -> Iterator[tuple[Activity, Activity]]:
    """A plan that names both: 《某区创建全国文明城市十大专项提升行动实施方案》."""
    for m in _PLAN.finditer(view.text):
        created = next((c for r in (_CREATE, _REVERSED) if (c := r.search(m["name"]))), None)
        if created is None:
            continue
        family = campaign_key(created.group())
        parent = next((c for c in campaigns if campaign_key(c.label) == family), None)
        tail = m["name"][created.end() :]
        child = next((c for c in campaigns if len(c.label) >= 4 and c.label in tail), None)
        if parent is not None and child is not None:
            yield child, parent
