"""What happened, what is planned, what is asked for, what is denied: told from the cues around a fact.

The nearest cue before the fact in its clause decides; else a denial or an announcement right behind it; else what the
earlier clauses of its sentence say, unless its own clause reports (已, 昨日, 了).
"""

from kg import expressions as re
from kg.annotating.cues import Cue, Cues, cues, is_deed, next_word
from kg.annotating.gates import Gated
from kg.annotating.moods import aims, asks, bids
from kg.annotating.narration import PERFECTIVE, is_occasion, narration
from kg.annotating.rumours import is_rumour
from kg.annotating.view import View
from kg.model.facts import Modality
from kg.model.source import Span

_REACH = 160
"""Characters of a sentence before the fact that are looked at; more only happens where punctuation was lost."""
_STRONG: dict[str, Modality] = {
    "planned": "planned",
    "condition": "planned",
    "required": "required",
    "denied": "denied",
    "happened": "happened",
}
_WEAK: dict[str, Modality] = {"later": "planned"}
_FALSE = frozenset({"否认", "辟谣", "谣传", "误传"})
_QUOTE = re.compile(r"[“”‘’《》]")
_DID = re.compile(r"(?:进行|参加|出席|开展|接受|签订)了")
"""Behind what is counted: 对12家|拟开业的商场进行了检查."""
_TURN = re.compile(r"而是|反而|却|但|就(?=[举召开组启])|仍(?!未)|还是")
_CANCELLED = re.compile(
    r"取消|未能|没能|未按|未如期|停摆|撤档|停演|停播|停赛|缓办|推后|延后|搁置|推迟|延期|改期|暂停|暂缓|中止|终止|流产|搁浅|泡汤|告吹|顺延|停办|叫停|改为线上"
)
_DENIED = re.compile(
    r"(?:停摆|撤档|停演|停播|停赛|缓办|缓建|胎死腹中|无从谈起|推后|延后|搁置|作废|破裂|流拍|流标|无果|未果"
    r"|取消|推迟|延期|改期|改为线上|暂停|暂缓|中止|终止|流产|搁浅|落空|泡汤|告吹|作罢|夭折|顺延|停办|叫停|否决|未能|未如期|未按|尚未|不予|无效|不成立|并未|从未|未(?=[举召开办成获予发参通])"
    r"|没有(?!忘|停|放|辜)|没(?=[办开成搞能举有批])|黄了|不实|不再|无法|不了了之)"
)
_UNTRUE = Gated(
    r"[^。！？；\n]{0,40}?(?:为不实|系不实|为虚假|是假消息|为谣言|系谣言|是谣言|纯属谣言|属谣言|不(?:属)?实[，。]|子虚乌有|纯属虚构|系误传|[^，。]{0,3}讹传)"
    r"|(?:因[^，。；！？\n]{1,24})?，(?:事实上|其实|实际上|最终|但|后来|却){0,2}(?:并未|没有|从未|并没有|未曾)(?:出现|发生|举行|召开|开展|成真|兑现|[办开搞打踢谈签]成)"
    r"|[^。！？；\n]{0,30}?，(?:其实|事实上|实际上)[^，。；\n]{0,12}?(?:没|并未|从未|未曾)"
)
_FAR = 80
"""Characters behind a fact at most over which such words are looked for."""
_UNCOUNTED = Gated(
    r"(?<=[年月天日周])(?:，[^，。；\n]{2,10}?[都也])?[都也来间里]?(?:没有|没|未|没能|从未|不曾)|[都也](?:没有|没|不到)|(?<=一[一-龥])[^，。；！？\n]{1,8}[都也](?:没|未)|[^，。；！？\n]{0,10}，?一[一-龥][都也](?:没|未)|[^，。；！？\n]{0,8}，?一[一-龥](?:没|未)[到来见有收兑]|(?<=元)的?[^，。；！？\n\d]{0,8}(?:[仍尚还]|至今)(?:未|没|无着)"
    r"|[^，。；！？\n]{0,10}(?:”?，[^，。；！？\n]{0,6})?(?:编造|捏造|杜撰|虚列|弄虚作假|虚构|查无|误读|误传|未获批准|未获通过|被驳回|[悉全]数取消|全部取消|泡汤|搁浅|告吹|落空|作罢|流产|子虚乌有|谣言|不属实|不实|破裂|夭折|无中生有|讹传|纯属|也?飞了|黄了|[没未]批|不会发生|打了水漂|化为泡影|成了泡影)"
    r"|[^，。；！？\n]{0,10}，?[^，。；！？\n]{0,6}连[一-龥]{1,6}[都也](?:没|未)|，(?:后来?|结果|最终|最后|到头来)[^，。；\n]{0,4}(?:空头支票|泡影|没了|飞了|黄了|落空|不了了之)"
)
_REASON = re.compile(r"[^，。；：！？\n]{0,4}(?:因|由于)")
_BRIDGE = re.compile(
    r"[”’》）]{0,2}(?:[组会赛团队]|项目|工程|活动|工作|环节|的?(?:一?事|提议|方案|计划|议案|申请))?(?:也|都|还|均|又|则|确定|决定|宣布|自然|原|现|随之|因此|只得|只好|不得不|被迫|被[^，。；]{1,8}(?=叫停|取消|否决|驳回)|被|已|在|于|就|目前|至今|最终|[^，。；]{0,8}?[年月日旬周午晚天季]|期间|前后|前|初|底|末){0,5}"
)
_PLANNED = re.compile(
    r"[^，。；]{0,3}?(?:(?<![就便])将(?![他她它其该镇乡村军乐])|能否|是否|会否|可否|何时|即将|拟|预定|有望|预计|定于|初定|择期|下周|下月|明年|(?:火热|正在|开启|启动|开放)?报名(?:中|火热|正在|启动|截止|通道|入口|方式|开始)|招募中|(?:开启)?预售|(?:进入)?倒计时|蓄势待发|计划(?=\d|于|在|今|明|年|下|安排)|明[晚天日]|力争|正在筹备|待定)"
)
_MATTER = Gated(
    r"(?:(?!研究|讨论|部署|商|审议|安排|通报|就|听取|对|传达|学习|解决|明确|了)[^，。；：！？\n]){0,10}?"
    r"(?:的?(?:有关|相关|筹备|准备|筹办|组织)事[宜项]|事宜|的?(?:筹备|筹办)(?:工作|情况|进展))(?!会|推|领导|小组|专题|座谈|协调|动员|调度|部署|汇报|现场|视频|电视|第)"
)
"""Behind an event that is only a matter to be seen to: 研究了…会|有关事宜."""
_SOON = re.compile(r"(?:下[周月]|明[晚天日])")
"""Behind a verb: the time of what it governs, no word of that (参加|下月茶商大会, but 召开|明年工作务虚会)."""
_REQUIRED = re.compile(r"(?:应当|必须|务必|须|应(?![邀对急届有征约用])|不得|严禁|要(?=[在于每有按从以坚]))")
_LOCAL = frozenset({"责令", "责成", "督促", "敦促", "勒令", "限期", "一律", "杜绝", "提请"})
_NEARLY = frozenset({"差一点", "差点", "差点儿", "险些"})
_DONE_TO = _LOCAL | {"停止"}
"""Of what is counted they say what was done to it."""
_BUDGET = re.compile(r"计划总?(?:投资|投入|资金)")
_ATTAINED = re.compile(r"(?:目前|现|已|累计|共)*(?:完成|占|高于|低于|超出|开工|到位)")
_INVITES = Gated(
    r"届时|敬请(?:关注|期待|留意|垂注)|拭目以待|不见不散|不容错过|(?:报|额)满(?:即|为)止|先到先得"
    r"|，这[就便]?是[^，。；！？\n]{0,12}(?:目标|打算|设想|心愿|愿望)。|欢迎(?:广大|各[界位]|市民|前来|踊跃|大家|[你您])"
)
"""Further on in a sentence that tells of what is to come: …举行，敬请关注."""
_PURPOSE = re.compile(r"[“‘]?(?:为|为了|旨在|经过|围绕|按照|根据|随着|通过|在)(?!期)")
_FOR = re.compile(r"[“‘]?(?:为了?|旨在)(?:进一步|更好地?|切实|全力|扎实|有效|全面|深入)?(?!庆祝|纪念|悼念|缅怀|表彰)")
_TOPIC = re.compile(r"(?:对|就|围绕|关于|部署|安排|研究|讨论|谋划|明确|了)$")
"""Before a time to come that is only spoken of: 对下一阶段工作作出安排."""
_DONE = re.compile(r"[了过]")
_ENDED = re.compile(r"[成完毕束到]了")
"""What a clause says of its deed that has been, whatever time it names: 5月底前完成了摸排."""
_STOPS = frozenset("。！，；”")
"""Behind a 了 that may speak of a change to come: 再过两个月，就能搬进新房了。"""
_NOUN_RELATIVE = frozenset({"planned", "denied", "later"})
_MODIFYING = frozenset({"需", "需要", "应", "须"})
_MODIFYING_BEHIND = frozenset("，。；：、对把将向给\n")
"""Before such a word where it modifies (对|须整改的企业), no verb of its own (被告|须赔偿倒塌的围墙)."""
_LIGHT = re.compile(
    r"开展|进行|举行|召开|举办|组织|实施|启动|开工|完成|给予|予以|作出|获得?|受到|参加|出席|[对向为被由在于与将把]"
)
"""Words that open a predicate of their own behind a relative clause."""


def modality_of(view: View, span: Span, *, counted: bool = False, governs: bool = False) -> Modality:
    """Return the modality of what the span says: a verb or the name of an event; with `counted`, a quantity.

    Of what is counted, a denial behind says nothing (尚有5处没有整改 are five) but that of a time or of the whole.
    With `governs` the span is a verb whose object follows, to which words of planning belong (召开|明年工作务虚会).
    """
    known = cues(view)
    clause = view.clause(span.start)
    found = known.between(max(clause.start, span.start - _REACH), span.start)
    end = view.sentence(span.start).end
    taken_back = _UNCOUNTED.match(view, span.end, end) if counted else _denied_behind(view, span, clause)
    if taken_back or is_rumour(view, span, end) or _denies(view, known, found, span):
        return "denied"
    if not counted and _MATTER.match(view, span.end, clause.end):
        return "planned"
    inside = tuple(cue for cue in found if not (_closed(view, cue, span) or (counted and _is_carried(cue, clause))))
    own = _nearest(inside, _STRONG)
    if own is not None:
        return own
    if governs:
        behind: Modality | None = "planned" if _SOON.match(view.text, span.end) else None
    else:
        behind = _announced(view, span, clause, counted=counted)
    if behind is not None:
        return behind
    if counted and _is_budget(view, known, max(view.sentence(span.start).start, span.start - _REACH), clause):
        return "happened"
    return _without_cue(view, known, span, inside)


def _invites(view: View, known: Cues, behind: Span) -> bool:
    """Tell whether readers are invited behind what is told: …举行，敬请关注; not to a plan told of between."""
    if not _INVITES.offsets(view):
        return False
    found = _INVITES.pattern.search(view.text, behind.start, behind.end)
    return found is not None and all(cue.kind != "planned" for cue in known.between(behind.start, found.start()))


def _without_cue(view: View, known: Cues, span: Span, inside: tuple[Cue, ...]) -> Modality:
    """Tell what the form of the sentence and its earlier clauses say of a span that no cue decides."""
    clause, sentence = view.clause(span.start), view.sentence(span.start)
    if aims(view, span, clause):
        return "planned"
    if _reports(view, known, clause, span):
        return "happened"
    if (
        _invites(view, known, Span(span.end, min(sentence.end, span.end + _REACH)))
        or asks(view, sentence, clause)
        or _is_purpose(view, clause)
        or _names_plan(view, known, span)
    ):
        return "planned"
    floor = max(sentence.start, span.start - _REACH)
    told = _inherited(view, known, floor, clause.start)
    if told in {None, "happened"}:
        told = _nearest(inside, _WEAK) or told  # 据介绍，|明年起…
    if told is not None:
        return told
    if bids(view, sentence):
        return "required"
    return "happened" if narration(view).holds(span) else "planned"


def _names_plan(view: View, known: Cues, span: Span) -> bool:
    """Tell whether the span itself holds a word of planning outside quotation marks."""
    planned = any(cue.kind == "planned" for cue in known.between(span.start, span.end))
    return planned and _QUOTE.search(span.of(view.text)) is None


def _is_purpose(view: View, clause: Span) -> bool:
    """Tell whether the clause only says what something is done for: 为办好运动会，…."""
    m = _FOR.match(view.text, clause.start, clause.end)
    return m is not None and view.text[clause.end - 1] == "，" and is_deed(next_word(view, m.end()))


def _is_carried(cue: Cue, clause: Span) -> bool:
    """Tell whether a cue says which ones are counted (未开工项目17个) or what was done to them (责令停产1家)."""
    return cue.word in _DONE_TO or (cue.word.startswith("未") and cue.start == clause.start)


def _is_budget(view: View, known: Cues, floor: int, clause: Span) -> bool:
    """Tell whether a clause reports what was reached of a sum that was planned: 计划投资9亿元，|完成投资4亿元."""
    ahead = [cue for cue in known.between(floor, clause.start) if cue.kind in _STRONG and cue.kind != "happened"]
    return (
        bool(ahead)
        and all(_BUDGET.match(view.text, cue.start) is not None for cue in ahead)
        and _ATTAINED.match(view.text, clause.start, clause.end) is not None
    )


def _denies(view: View, known: Cues, found: tuple[Cue, ...], span: Span) -> bool:
    """Tell whether a report is called false, or the span itself holds a denial (调解没有成功)."""
    if any(cue.word in _FALSE for cue in found):
        return True
    words = span.of(view.text)
    return not _QUOTE.search(words) and any(cue.kind == "denied" for cue in known.between(span.start, span.end))


def _nearest(found: tuple[Cue, ...], kinds: dict[str, Modality]) -> Modality | None:
    """Let the last of the cues decide that is of one of the kinds."""
    return next((kinds[cue.kind] for cue in reversed(found) if cue.kind in kinds), None)


def _closed(view: View, cue: Cue, span: Span) -> bool:
    """Tell whether the cue speaks of something else: 未整改的企业|停业, 不…而是…."""
    between = view.text[cue.end : span.start]
    if cue.kind == "denied" and (_TURN.search(between) or "）" in between.partition("（")[0]):
        return True  # 投资（不含农户）|增长11%
    if cue.kind == "later" and _TOPIC.search(view.text[max(0, cue.start - 3) : cue.start]):
        return True
    if cue.kind not in _NOUN_RELATIVE and cue.word not in _MODIFYING:
        return False
    at = between.rfind("的")
    if at < 0 or (cue.word in _MODIFYING and cue.start and view.text[cue.start - 1] not in _MODIFYING_BEHIND):
        return False
    tail = between[at + 1 :]
    return _LIGHT.search(tail) is not None or (bool(tail) and is_deed(next_word(view, span.start)))


def _denied_behind(view: View, span: Span, clause: Span) -> bool:
    """Tell whether what follows takes the fact back: …会|推迟举行, …|因台风取消, …|系谣言."""
    text = view.text
    if _UNTRUE.match(view, span.end, span.end + _FAR):
        return True
    if any(_DENIED.match(text, at, clause.end) for at in _predicates(text, span, clause)):
        return True
    reason = _REASON.match(text, span.end, clause.end)
    return reason is not None and _CANCELLED.search(text, reason.end(), min(clause.end, reason.end() + 16)) is not None


def _announced(view: View, span: Span, clause: Span, *, counted: bool) -> Modality | None:
    """Read what is said right behind a name: …会|将于4月召开, …大会|应当每年召开; of what is counted, what it did."""
    if counted and _DID.search(view.text, span.end, clause.end) is not None:
        return "happened"
    for at in _predicates(view.text, span, clause):
        if _PLANNED.match(view.text, at, clause.end):
            return "planned"
        if _REQUIRED.match(view.text, at, clause.end):
            return "required"
    return None


def _predicates(text: str, span: Span, clause: Span) -> tuple[int, ...]:
    """Return where the predicate behind a name may begin: at once, or after its time and a few small words."""
    bridge = _BRIDGE.match(text, span.end, clause.end)
    return (span.end,) if bridge is None or bridge.end() == span.end else (span.end, bridge.end())


def _reports(view: View, known: Cues, clause: Span, span: Span) -> bool:
    """Tell whether the clause itself reports: 昨日…, …了."""
    start = max(clause.start, span.start - _REACH)
    if known.past(view.sentence(span.start).start, start, span.start):
        return True
    if PERFECTIVE.search(view.text, start, span.start) is not None:
        return True
    done = _DONE.match(view.text, span.end, clause.end)
    if done is None or view.text[done.end() : done.end() + 1] not in _STOPS:
        return done is not None
    earlier = known.between(max(view.sentence(span.start).start, clause.start - _REACH), clause.start)
    return all(cue.kind != "later" for cue in earlier)


def _inherited(view: View, known: Cues, floor: int, end: int) -> Modality | None:
    """Take over what the nearest earlier clause of the sentence says that says anything: 会议要求，…; 一旦…，…."""
    while end > floor:
        start = max(view.clause(end - 1).start, floor)
        found = tuple(cue for cue in known.between(start, end) if _reaches_on(view, cue, start, end))
        modality = _nearest(found, _STRONG)
        if modality is None and any(cue.kind == "later" for cue in found):
            modality = "happened" if _ENDED.search(view.text, start, end) else "planned"
        if modality is not None:
            return modality
        if known.past(floor, start, end):
            return "happened"
        end = start
    return None


def _reaches_on(view: View, cue: Cue, start: int, end: int) -> bool:
    """Tell whether the cue also holds for later clauses; a denial, an order and a purpose (为确保…) do not."""
    if cue.word in _NEARLY and view.text.startswith("，", cue.end):
        return True  # 差一点，3个孩子就…
    if cue.kind == "denied" or (cue.word in _LOCAL and not view.text.startswith(("，", "：", "，"), cue.end)):
        return False
    if is_occasion(view, Span(start, end)):
        return False
    if cue.kind == "later" and cue.word.endswith("，"):
        return True  # 按照日程，
    return _PURPOSE.match(view.text, start) is None and not _closed(view, cue, Span(end, end))
