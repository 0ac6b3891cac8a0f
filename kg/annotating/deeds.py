"""Events that have no name, told by a verb and its object: 到某镇调研…, 向某校捐赠…, 签订《…》, 侦破…案, 普降暴雨."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kg import expressions as re
from kg.annotating.activities import Activity, Placed, Taken, balanced
from kg.annotating.deed_patterns import DEEDS, DeedPattern
from kg.annotating.event_names import CONSOLES
from kg.annotating.goers import Goers
from kg.annotating.modality import modality_of
from kg.annotating.view import TITLES, View
from kg.model.facts import EventType
from kg.model.source import Span

_HYPOTHETICAL = re.compile(
    r"(?:模拟|假设|一旦|防止|避免|预防|防范|谨防|如遇|关于|如果|若|杜绝|减少|未|没有|容易|可能|严防|(?<![消国])防(?![指疫办]|控[中办指]|汛(?:抗旱)?(?:指挥部|办))|多次)[^，。；]{0,4}$"
    r"|曾(?:经|于|在|先后)?$|连续[一二三四五六七八九十两\d]{1,3}[届年次]$"
)
_ALONG = re.compile(r"(?:陪同|随同|参加|一同|一道)了?\Z")
"""Before a tour that somebody goes along on, told of elsewhere: 陪同|调研."""
_HABIT = re.compile(r"经常|定期|每次|每当|每年|每月|每周|每逢|每天|平时|往年|层层|逐级|人人|户户|逐[户人]")
"""What is done again and again is no event."""
_HABIT_REACH = 40
_RUMOUR = re.compile(r"不实|传[言的]|[网谣]言|网传|否认|流传|误传|说法|帖文")
"""What is rumoured is worth denying: 网传…，系谣言."""
_BARE_PAPER = re.compile(r"签[订署约下](?:协议书?|合同|责任[书状]|承诺书|意向书)")
_WITH = re.compile(r"[与和同]|双方|三方|现场|当场|分别|代表")
"""Before what is signed, not said on what: with a counterpart once, else everywhere."""
_APPOINTING = "任命书"
_GIVEN_ON = re.compile(r"捐献?赠?给|转?赠[予给]")
"""What those who were given something give to others: 把奖金捐给了…."""
_PLAIN_OBJECT = re.compile(r"[一-龥\d.．,，]*")
"""What is given, told in plain words and numbers: alone, without one to whom it is given, no event of its own."""
_COUNTED = re.compile(r"\d[\d.,，]*[余多万千百亿]*(?:(?<=[万亿])元|份|床|件|套|台|箱|吨|袋|册|本|瓶|只|个)")
_NOUN = re.compile(r"(?:(?<!目)的|[此这本该]次[一-龥]{0,4})\Z")
"""Before the words for a tour that is only spoken of: 政协的|调研沉到了底, 对此次代表|视察活动表示欢迎."""
_SERVES = re.compile(r"慰问|看望|志愿|关爱|爱心|温暖|清凉|敬老|助残|走访|帮扶|服务")
_COMES = re.compile(r"出席|参加|观看|列席|观摩")
_LOOKS = re.compile(r"(?:来到[^，。；]{2,16}，)?(?:实地)?(?:查看|察看)")
_ROUND = re.compile(r"巡[河林查护湖]|慰问|走访|检查|督[导查]|视察|调研")
_TALK = re.compile(r"报告会|讲座|宣讲|党课|培训|课堂")
_PRESENTS = re.compile(r"[为给向](?:他们|她们|其|老人|慰问对象|困难家庭)")
"""At the head of a gift to those whom somebody visits."""
_DESCRIBES = re.compile(r"(?:[、和及与]?“[^“”\n]{2,24}”){0,5}(?:荣誉)?(?:称号|奖项)?的")
"""Behind an honour: it only says of whom something else is told (获评“…”的|10位教师)."""
_OVER_YEARS = re.compile(r"近年来|近[几两三]年|多年来|历年来|(?<=\d{4}年)以来")
"""Before a deed: what was done over years is no event."""
_NUMBER = re.compile(r"\d[\d.]*[余多万千百]*[名位个人次户]|[百千万]余?[人名]")
_SINCE_REACH = 80
_SIGNED = re.compile(r"签约(?:项目)?(?:\d.*)?\Z")
"""What was signed, told by its number: no event beside the signing that was named."""
_PAPERS = re.compile(r"颁发了?[^，。；]{0,6}(?:证书|奖牌|奖状|奖杯)\Z")
"""What is handed over with an honour that was told."""
_CASES = re.compile(r"\d+[余多]?(?:起|件|次|场|例)\Z")
_SUMMED = re.compile(r"累计|共计?|其中|先后|每年|年年|多次|曾|已|还|捐物|折合")
_SUMMED_REACH = 8
_SERVICES = frozenset(
    f"event.deed-{deed}"
    for deed in (
        *("goods", "served", "lesson", "guidance", "caught", "carried-out"),
        *("outing", "surgery", "destroyed", "enforced"),
    )
)
_HANDING_OVER: frozenset[EventType] = frozenset({"award", "ceremony", "donation", "launch"})
_OUTING = "event.deed-outing"
"""What is most often the event that is named behind it: 到柳林村演出。“…”巡演."""
_HANDING = "event.deed-handing"
_UNVEILING = "event.deed-unveiling"
_LAUNCH, _BANNER = "event.deed-launch", "event.deed-banner"
_HONOURING = re.compile(r"表彰|颁奖|命名")
_GIVING = re.compile(r"捐|慈善|善款|助学|爱心|公益|扶|资助|援|志愿|雷锋")
_TO_WHOM = re.compile(r"[向给]")
_OTHER_TIME = re.compile(r"\d{4}年(?!度)|此前|曾|今年|去年|近年|当年")
_HANDED_OVER: frozenset[EventType] = frozenset({"award", "donation"})


def find_deeds(
    view: View, named: tuple[Activity, ...], campaigns: tuple[Activity, ...], officials: Iterable[Span] = ()
) -> tuple[Activity, ...]:
    """Find the events without a name, in order, none inside a named event or campaign.

    `officials` are the names of those that hold a post: they inspect, whether or not the post is said again.
    """
    taken = Taken(view, named)
    drives = Placed(campaigns)
    toured = {view.sentence(a.span.start) for a in named if "inspection" in a.types}
    tours = {a.label.removesuffix("工作") for a in named if "inspection" in a.types and a.main}
    goers = Goers(view, officials)
    deeds = [deed for deed in DEEDS if deed.pattern.offsets(view)]
    found: list[Activity] = []
    for line in view.article.lines:
        if line.role in {"byline", "crosshead"}:
            continue
        for activity in _in_line(view, line.span, goers, deeds):
            again = activity.main and (
                view.sentence(activity.span.start) in toured
                or (line.role in TITLES and any(name in activity.label for name in tours))
            )
            again = again or (activity.rule in _SERVICES and bool(drives.within(activity.span)))
            if not again and not taken.touches(activity.span) and not _cuts(activity.span, drives):
                taken.add(activity.span)
                found.append(activity)
    honours = [view.item(a.span.start) for a in found if a.rule == "event.deed-award"]
    found = [a for a in found if not (_PAPERS.search(a.label) and view.item(a.span.start) in honours)]
    mains = [a for a in named if a.main]
    starts = [a.span.start for a in mains]
    kept = (a for a in found if not _is_part(view, a, mains, starts) and not _on_it(view, a, mains))
    kept = (a for a in kept if not _is_served(view, a, mains))
    found = [a for a in kept if not _done_there(view, a, found)]
    return tuple(sorted(_first_told(view, found, mains), key=lambda a: a.span))


def _done_there(view: View, deed: Activity, deeds: list[Activity]) -> bool:
    """Tell what is done on a tour, told before it in its sentence: 走访某社区，|慰问普查员; |为他们送去慰问金."""
    consoles = deed.main and CONSOLES.search(deed.label) is not None
    if not consoles and _PRESENTS.match(deed.label) is None:
        return False
    before = Span(view.sentence(deed.span.start).start, deed.span.start)
    told = [a for a in deeds if before.covers(a.span)]
    return any(a.main and consoles != bool(CONSOLES.search(a.label)) for a in told) or (
        consoles and any("donation" in a.types for a in told)
    )


def _is_served(view: View, deed: Activity, mains: list[Activity]) -> bool:
    """Tell a visit that its sentence names (开展|爱心活动，|慰问老人) or that is done there (出席…，并看望…)."""
    if not deed.main or CONSOLES.search(deed.label) is None:
        return False
    named = [a for a in mains if view.sentence(deed.span.start).covers(a.span)]
    return any(_SERVES.search(a.label) or (a.trigger and _COMES.match(a.trigger.of(view.text))) for a in named)


def _on_it(view: View, deed: Activity, mains: list[Activity]) -> bool:
    """Tell a look on a round or a talk at a lecture that its item named before: 巡河活动, …|查看了水面."""
    words = _ROUND if deed.main and _LOOKS.match(deed.label) else _TALK
    if words is _TALK and deed.rule != "event.deed-lecture":
        return False
    item = view.item(deed.span.start)
    return any(words.search(a.label) for a in mains if a.span < deed.span and view.item(a.span.start) == item)


def _first_told(view: View, found: list[Activity], mains: list[Activity]) -> Iterator[Activity]:
    """Give the deeds; of those of service only such as are the first event of their item, else they are part of it."""
    told: set[int] = set()
    named = {view.item(activity.span.start) for activity in mains}
    for activity in sorted((*found, *mains), key=lambda a: a.span):
        item = view.item(activity.span.start)
        if activity.rule not in _SERVICES:
            told.add(item)
        elif item in told or (activity.rule == _OUTING and item in named):
            continue
        told.add(item)
        if activity.rule.startswith("event.deed"):
            yield activity


def _is_part(view: View, deed: Activity, mains: list[Activity], starts: list[int]) -> bool:
    """Tell a deed that is part of an event that was named; papers of appointment are handed over as an event."""
    if deed.label.endswith(_APPOINTING) or _GIVEN_ON.match(deed.label):
        return False
    if deed.rule == _BANNER and mains:
        last = mains[max(bisect_left(starts, deed.span.start) - 1, 0)]
        return "ceremony" in last.types or bool(_HANDED_OVER.intersection(last.types))
    if deed.rule == _LAUNCH:
        return any({"ceremony", "launch", "signing"}.intersection(main.types) for main in mains)
    if deed.rule == _UNVEILING:
        return any({"ceremony", "launch"}.intersection(main.types) or "揭" in main.label for main in mains)
    if deed.types == ("signing",) and (view.role(deed.span.start) in TITLES or _SIGNED.search(deed.label)):
        return any("signing" in main.types for main in mains)
    return _is_handed_over(view, deed, mains, starts)


def _is_handed_over(view: View, deed: Activity, mains: list[Activity], starts: list[int]) -> bool:
    """Tell what is handed over at the event that was named last before the deed, else at the first.

    A gift is part of what is held to give; what is handed over is part of whatever was named, but for prizes at a
    meeting on other business.
    """
    if not mains or not (deed.rule == _HANDING or _HANDED_OVER.intersection(deed.types)):
        return False
    last = mains[max(bisect_left(starts, deed.span.start) - 1, 0)]
    titled = view.role(deed.span.start) in TITLES and "award" in last.types
    if not titled and view.item(last.span.start) not in {0, view.item(deed.span.start)}:
        return False
    if deed.rule == _HANDING:
        return last.types != ("meeting",) or deed.types != ("award",) or _honours(view, last, deed)
    if deed.types == ("award",) and _honours(view, last, deed):
        return True
    if deed.types == ("donation",) and last.types[0] in {"ceremony", "launch"}:
        return _GIVING.search(last.label) is not None or _TO_WHOM.match(deed.label) is None
    return bool(_HANDING_OVER.intersection(last.types))


def _honours(view: View, last: Activity, deed: Activity) -> bool:
    """Tell whether an honour is won at a contest, or at a meeting of which it is said before that it honours some."""
    between = Span(last.span.start, deed.span.start).of(view.text) if last.span.start < deed.span.start else ""
    told = "contest" in last.types or _HONOURING.search(between) is not None
    return bool(between) and told and _OTHER_TIME.search(between, len(last.label)) is None


def _cuts(span: Span, drives: Placed) -> bool:
    """Tell whether the words lie within the name of a campaign, or end or begin inside one."""
    edges = (Span(span.start, span.start + 1), Span(span.end - 1, span.end))
    return any(drive is not None and not span.covers(drive.span) for drive in (drives.covering(edge) for edge in edges))


def _in_line(view: View, line: Span, goers: "Goers", deeds: list[DeedPattern]) -> Iterator[Activity]:
    for deed in deeds:
        for match in deed.pattern.finditer(view, line):
            span = _words(view, deed, match, line, goers)
            if span is not None:
                yield _activity(view, deed, match, span)


def _words(view: View, deed: DeedPattern, match: re.Match[str], line: Span, goers: "Goers") -> Span | None:
    """Return the words that tell of the deed; None where they only seem to, or speak of it."""
    start = match.start()
    if view.in_title(match.start("verb"), line.start):
        return None
    if _HYPOTHETICAL.search(view.text, max(line.start, start - 8), start) or _only_tells(view, deed, match):
        return None
    verb = match.start("verb")
    if _ALONG.search(view.text, max(line.start, verb - 4), verb) or _HABIT.search(
        view.text, max(view.clause(start).start, start - _HABIT_REACH), verb
    ):
        return None
    if "told" not in match.groupdict():
        return _span(view, deed, match, goers)
    if deed.name == "denied" and _RUMOUR.search(view.text, line.start, view.sentence(match.end() - 1).end) is None:
        return None
    return None if view.in_speech(match.start("told")) else Span(*match.span("told"))


def _only_tells(view: View, deed: DeedPattern, match: re.Match[str]) -> bool:
    """Tell what is counted over years (近年来…慰问儿童千余人次), and an honour that only describes (获评…的|教师)."""
    if deed.name == "award" and _DESCRIBES.match(view.text, match.end()):
        return True
    clause, start = view.clause(match.start()), match.start()
    since = _OVER_YEARS.search(view.text, max(view.sentence(start).start, start - _SINCE_REACH), start)
    return since is not None and _NUMBER.search(view.text, clause.start, match.end()) is not None


def _span(view: View, deed: DeedPattern, match: re.Match[str], goers: "Goers") -> Span | None:
    """Return the words of a deed of which the pattern does not say which ones name it."""
    text, start = view.text, match.start()
    if deed.name == "donation" and "to" not in match.groupdict() and not _is_gift(text, match):
        return None
    if deed.name == "inspection" and _NOUN.search(text, max(start - 8, 0), match.start("verb")):
        return None
    span = goers.inspection(match) if deed.name == "inspection" else Span(start, match.end())
    if deed.name == "service" or (deed.name == "clinic" and match["object"].startswith("为")):
        span = Span(match.start("verb"), match.end())
    if deed.name == "lecture" and match["verb"][0] in "讲上":
        span = Span(*match.span("object"))
    if deed.name in {"goods", "served"}:
        span = _said_shortly(match)
    if deed.name == "signing" and _BARE_PAPER.fullmatch(text, start, match.end()):
        counterpart = _WITH.search(text, view.clause(start).start, start)
        span = span if counterpart else None
    if match["verb"].startswith("当选") and "“" not in match["object"]:  # an election
        return None
    if span is None:
        return None
    label = span.of(text).rstrip("、")
    return None if not balanced(label) or view.in_speech(span.start) else Span(span.start, span.start + len(label))


def _said_shortly(match: re.Match[str]) -> Span:
    """Return what was done, with those for whom unless they are told at greater length; no count of cases behind."""
    verb, end = match.start("verb"), match.end()
    count = _CASES.search(match.string, verb, end)
    end = count.start() if count else end
    return Span(match.start() if verb - match.start() <= end - verb else verb, end)


def _is_gift(text: str, match: re.Match[str]) -> bool:
    """Tell a gift of something named or counted (捐款50万元), not one of a sum over years (累计捐款50万元)."""
    if not _PLAIN_OBJECT.fullmatch(match["object"]):
        return True
    summed = _SUMMED.search(text, max(match.start() - _SUMMED_REACH, 0), match.end())
    return summed is None and _COUNTED.search(match["object"]) is not None


def _activity(view: View, deed: DeedPattern, match: re.Match[str], span: Span) -> Activity:
    verb = Span(*match.span("verb")) if match["verb"] else span
    return Activity(
        span=span,
        label=span.of(view.text),
        types=(deed.type,),
        rule=f"event.deed-{deed.name}",
        trigger=verb,
        modality="denied" if deed.name == "denied" else modality_of(view, verb),
        main=deed.name == "inspection",
    )
