"""Events that have no name, told by a verb and its object: 到某镇调研…, 向某校捐赠…, 签订《…》, 侦破…案, 普降暴雨."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotating.activities import Activity, balanced, in_document
from kg.annotating.modality import modality_of
from kg.annotating.view import View
from kg.model.facts import EventType
from kg.model.source import Span

_OBJECT = r"[^，。；：！？、\n《》]"


@dataclass(frozen=True, slots=True)
class _Deed:
    name: str
    type: EventType
    pattern: re.Pattern[str]


_DEEDS: tuple[_Deed, ...] = (
    _Deed(
        "inspection",
        "inspection",
        re.compile(
            rf"(?:(?:先后|分别|一行|实地|专程|随机)?(?:到|赴|深入|来到?|走进|前往|在|就|围绕|对)(?:[^，。；：！？\n《》]{{2,24}}?))?(?:，)?(?:开展|进行|实地|专题|现场|督导|集中|突击|专项|带队|检查|走访|视察|调研)?(?P<verb>调研督导|调研指导|督导检查|检查指导|走访慰问|走访调研|考察调研|调研|考察|视察|督导|督查|走访|看望慰问|慰问|检查|暗访|巡河|巡林|看望|察看)(?!团|组|队|站|点|员|者|表|单|报告|结果)(?:了)?(?P<object>{_OBJECT}{{0,16}}(?:、{_OBJECT}{{1,10}}){{0,2}})"
        ),
    ),
    _Deed(
        "donation",
        "donation",
        re.compile(
            rf"(?:向|为|给)(?P<to>{_OBJECT}{{2,18}}?)(?:无偿|现场|一次性|又|共|各|免费)?(?P<verb>捐赠|捐助|捐献|捐款|捐出|捐建|赠送|捐)(?:了)?(?P<object>{_OBJECT}{{0,18}})"
        ),
    ),
    _Deed("donation", "donation", re.compile(rf"(?P<verb>捐赠|捐款|捐出|捐献)(?:了|给)?(?P<object>{_OBJECT}{{2,18}})")),
    _Deed(
        "donation",
        "donation",
        re.compile(rf"由(?P<by>[^，。；：！？\n]{{2,40}}?)(?P<verb>捐赠|捐助|捐献)(?P<object>)(?=[，。；])"),
    ),
    _Deed(
        "signing",
        "signing",
        re.compile(
            r"(?P<verb>签订|签署|签下|签约)(?:了)?(?P<object>《[^》\n]{2,40}》|[^，。；：！？、\n《》的]{0,16}?(?:协议书|协议|合同|责任书|责任状|备忘录|意向书|承诺书))"
        ),
    ),
    _Deed(
        "signing", "signing", re.compile(r"\d+个(?:[一-龥]{0,6})?项目(?P<verb>集中签约|现场签约|成功签约)(?P<object>)")
    ),
    _Deed(
        "enforcement",
        "enforcement",
        re.compile(
            r"(?:成功|联合|一举|依法|公开|集中|快速|开庭)?(?P<verb>侦破|破获|打掉|捣毁|查处|查获|审结|公开审理|开庭审理|审理|宣判|公开宣判|端掉|审判)(?:了)?(?P<object>[^，。；：！？、\n]{2,26}?(?:系列案|诈骗案|公益诉讼案|案|团伙))(?![件值情发例底犯卷])"
        ),
    ),
    _Deed(
        "enforcement",
        "enforcement",
        re.compile(r"(?P<object>[“][^”\n]{2,12}[”][^，。；\n]{0,16}案)(?:宣告|成功|顺利|告)?(?P<verb>侦破|告破|宣判)"),
    ),
    _Deed(
        "award",
        "award",
        re.compile(
            r"(?P<verb>被[^，。；]{0,10}?(?:评为|授予|命名为|评定为|认定为)|获评|获颁|当选为?|入选|荣膺)(?P<object>[^，。；“”\n、]{0,14}[“][^”\n]{2,24}[”][^，。；“”\n、的]{0,8}|[^，。；“”\n、的]{4,22})"
        ),
    ),
    _Deed(
        "award",
        "award",
        re.compile(
            r"(?P<verb>荣获|获得|获|授予)(?P<object>[^，。；“”\n]{0,14}[“][^”\n]{2,24}[”](?:荣誉称号|称号|奖项|奖章|奖|先进集体|先进个人)|[^，。；“”\n、]{2,20}(?:荣誉称号|称号))"
        ),
    ),
    _Deed(
        "award",
        "award",
        re.compile(r"为(?P<object>[^，。；：！？\n]{2,30}?)(?P<verb>授牌|授旗|授奖|颁奖|颁证)(?=[，。；])"),
    ),
    _Deed(
        "award",
        "award",
        re.compile(
            r"(?P<verb>表彰了?)(?P<object>[^，。；：！？、\n的会大活仪决]{2,4}[^，。；：！？、\n的]{0,12}(?:先进|优秀|模范|标兵|提案|单位|个人|集体|者|员|户|家庭))(?!代表)"
        ),
    ),
    _Deed(
        "award",
        "ceremony",
        re.compile(
            r"(?P<verb>颁发)(?:了)?(?P<object>[^，。；、\n]{0,6}(?:任命书|聘书|荣誉证书|证书|奖牌|奖杯|锦旗|奖状))"
        ),
    ),
    _Deed(
        "relief",
        "donation",
        re.compile(
            r"(?:向|为|给)(?P<to>[^，。；：！？\n]{2,16}?)(?P<verb>发放|分发|送去|送上|送来)(?:了)?(?P<object>[^，。；：！？、\n]{0,12}(?:慰问金|慰问品|物资|大米|棉被|助学金|资助金|救助金|补助金|善款|爱心包|生活用品|学习用品|食品|方便面|红包|奖学金))"
        ),
    ),
    _Deed("enforcement", "enforcement", re.compile(r"(?P<object>同时|统一|集中|联合)(?P<verb>收网|查获|抓捕)")),
    _Deed(
        "disaster",
        "other",
        re.compile(
            r"(?P<verb>)(?P<object>[“]\d{1,2}·\d{1,2}[”][^，。；：！？、\n“”]{0,12}?(?:特大暴雨洪涝灾害|洪涝灾害|灾害|事故|火灾|地震|洪灾|暴雨|台风))"
        ),
    ),
    _Deed(
        "disaster",
        "other",
        re.compile(r"(?P<verb>)(?P<object>(?:特大|罕见|百年不遇的?)[^，。；：！？、\n“”]{2,10}灾害)"),
    ),
    _Deed(
        "review",
        "inspection",
        re.compile(
            r"(?P<object>(?<![一-龥])[一-龥]{2,6}(?:组|办|委|部|厅|局))(?P<verb>验收|暗访|复审|复检|考核验收)(?=[时中，。后合通])"
        ),
    ),
    _Deed(
        "disaster",
        "other",
        re.compile(
            r"(?P<verb>普降|遭受|遭遇|突降|突遭|发生|出现|迎来)(?:了)?(?P<object>[^，。；：！？、\n]{0,16}?(?:特大暴雨|大暴雨|暴雨到大暴雨|暴雨|洪涝灾害|洪灾|强降雨|强降水|冰雹|地震|火灾|山体滑坡|滑坡|泥石流|旱灾|旱情|雪灾|暴雪|台风|龙卷风|交通事故|安全事故|事故|雨雪冰冻灾害|冰冻灾害))"
        ),
    ),
    _Deed(
        "death",
        "other",
        re.compile(
            r"(?P<object>(?<![一-龥])[一-龥·]{2,6}(?:同志|先生|女士|老人))(?:因病|不幸)?(?P<verb>逝世|去世|辞世|牺牲|殉职)"
        ),
    ),
)
_HYPOTHETICAL = re.compile(
    r"(?:模拟|假设|一旦|防止|避免|预防|防范|谨防|如遇|如果|若|杜绝|减少|未|没有|容易|可能|严防|防|曾|多次)[^，。；]{0,4}$"
)
_WEAK_OBJECT = re.compile(
    r"^(?:的|人员|工作|组|团|队|站|出|发现|时|中|后|以|和|及|、|并|等|了解|结果|报告|情况|点|表|单|对象|员|者|者们|物资)"
)
_NEEDS_PLACE = re.compile(r"^(?:先后|分别|一行|实地|专程|随机)?(?:到|赴|深入|来|走进|前往)")


def find_deeds(view: View, named: tuple[Activity, ...], campaigns: tuple[Activity, ...]) -> tuple[Activity, ...]:
    """Find the events without a name, in order, none inside a named event or campaign."""
    taken = [a.span for a in (*named, *campaigns)]
    found: list[Activity] = []
    for line in view.article.lines:
        if line.role in {"byline", "crosshead"}:
            continue
        for activity in _in_line(view, line.span):
            if any(s.start < activity.span.end and activity.span.start < s.end for s in taken):
                continue
            taken.append(activity.span)
            found.append(activity)
    if any({"award", "ceremony", "donation", "launch"} & set(a.types) for a in named):  # what is handed over there
        found = [a for a in found if not {"award", "donation"} & set(a.types)]
    return tuple(sorted(found, key=lambda a: a.span))


def _in_line(view: View, line: Span) -> Iterator[Activity]:
    for deed in _DEEDS:
        for m in deed.pattern.finditer(view.text, line.start, line.end):
            activity = _deed(view, deed, m, line)
            if activity is not None:
                yield activity


def _deed(view: View, deed: _Deed, m: re.Match[str], line: Span) -> Activity | None:
    text = view.text
    if in_document(text, m.start("verb"), line.start) or _HYPOTHETICAL.search(
        text, max(line.start, m.start() - 8), m.start()
    ):
        return None
    span = Span(m.start(), m.end())
    label = text[span.start : span.end]
    if (
        deed.name == "donation"
        and not m.groupdict().get("to")
        and re.fullmatch(
            r"(?:人民币|现金|善款|折合|捐物|共计|各|\d|[.．,，]|[余多]|[万亿]?元|[一-龥]{0,3})*", m["object"]
        )
    ):
        return None
    if deed.name == "inspection":
        checked = _inspection(view, m)
        if checked is None:
            return None
        span = checked
        label = span.of(text)
    label = label.rstrip("、")
    span = Span(span.start, span.start + len(label))
    if not balanced(label) or _speech(view, span, line):
        return None
    verb = Span(m.start("verb"), m.end("verb")) if m["verb"] else span
    return Activity(
        span=span,
        label=label,
        types=(deed.type,),
        rule=f"event.deed-{deed.name}",
        trigger=verb,
        modality=modality_of(view, verb),
        main=deed.name == "inspection",
    )


def _speech(view: View, span: Span, line: Span) -> bool:
    """Inside a quotation somebody only speaks of such deeds."""
    before = view.text[line.start : span.start]
    return before.count("“") > before.count("”")


def _inspection(view: View, m: re.Match[str]) -> Span | None:
    """An inspection needs where or what, and one who goes: a person or a body before it in its sentence."""
    text = view.text
    moved = _NEEDS_PLACE.match(m.group()) is not None
    obj = m["object"]
    if _WEAK_OBJECT.match(obj) and not moved:
        return None
    end = m.end() if not _WEAK_OBJECT.match(obj) else m.end("verb")
    if not moved and len(obj) < 4:
        return None
    start = m.start("verb") if len(obj) >= 4 and end == m.end() else m.start()
    sentence = view.sentence(m.start())
    lead = text[sentence.start : start]
    if (
        not re.search(
            r"(?:书记|长|主任|主席|常委|委员|领导|一行|考察团|调研组|检查组|督导组|代表团|[一-龥]{2,3})(?:率[^，。；]{2,30})?(?:，)?$",
            lead,
        )
        or len(lead) < 2
    ):
        return None
    if not re.search(
        r"书记|[省市县区州旗镇乡局院校部会]长|主任|主席|常委|领导|一行|考察团|调研组|检查组|督导组|代表团|指导组|带队|率",
        lead,
    ):
        return None
    return Span(start, end)
