"""Whether a text tells that something happened, where no cue decides: nothing happened that no words report.

A sentence reports by a time that has been, by 了 or 过, by a word of result (共, 同比), or by a verb of reporting that
has a subject (区总工会走访…). One that does none of this goes on as the sentences before it in its paragraph do; at the
head of a paragraph it goes on from any report before it in the article. Titles tell what their articles tell.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from kg import expressions as re
from kg.annotating.cues import Cues, cues
from kg.annotating.prospects import PROSPECTIVE, assigns, goes_on, planned_parts
from kg.annotating.trees import any_of
from kg.annotating.view import View
from kg.lexicon import words
from kg.model.source import Span

_SEEN = 240
"""Characters of a sentence that are looked at; more only stand in text that lost its punctuation."""
_BACK = 12
"""Sentences that a paragraph is followed back for one that shows what it tells of."""
_TITLES = frozenset({"kicker", "headline", "subheadline", "caption"})
_AHEAD = frozenset({"planned", "required", "condition", "later"})
_PAST = frozenset({"happened", "past"})
PERFECTIVE = re.compile(
    r"(?<![为除不受罢])(?<![^取获赢夺博]得)了(?!解|结|然|如|望|问题|事故|差错|[年节春冬夏秋！》]|，?(?:就|便|再|才|咱))|(?<=[加办做走看听来去当干用吃说教写])过(?![程去度后场])"
)
ACCOMPLISHED = re.compile(
    r"(?<![标划务要可能会应须拟将来去以])(?:审结|办结|执结|结案|吸引|收到(?!\d{1,2}月)|接诊|看诊|受灾|倒塌|劝导|转移安置|查处|查获|抓获|破获|侦破|打掉|追回|追缴|挽回|缴获|收缴|判处|受理|出动)[^，。；！？\d]{0,16}\d"
)
"""Verbs whose result is counted: 查处违法行为|33起."""
_RESULT = re.compile(
    r"今年\d{1,3}岁(?=，)|(?<!今年)以来|过去的?[一二三四五六七八九十两几\d]|连夜|任命(?=[^，。]{2,4}为)|同比|环比|先后|(?<![公总一])共(?![同享建创赢产青富识鸣治\d])|实到|本报讯|本报记者|据[^，。]{0,5}(?:统计|核算)|(?:^|[。\n])(?:[上下]午(?:\d{1,2}[时点][\d时点分半许整左右]{0,6})?|入夜|清晨|傍晚|中午|凌晨)，|[一二三四五六七八九十几数多两半\d](?:年[来间]|个月[来间])|(?<![为能将可要保求争])成功(?=[举处破救抓化调实完创入签引注获将打研培开])"
    r"|享年|[加席][^，。；]{0,10}的(?:领导|嘉宾|来宾)有|(?:时间|镜头)(?:回溯|拨回|倒回|回到)|上个?[月周年]|去年|前年|昨[日天晚]|(?<![一-龥”])当[天日晚]|于当[日天晚]|随后|随即|与会|责令[一二三四五六七八九十\d]|高达|(?<![可将预能应])达(?=\d)(?![^，。]{1,10}的，)|(?<!可)获(?![悉批准]|得?前|得者|奖[作者选名单证的人感])|达到了|(?<=[，有村社厂校院])(?:社员|人口|职工|在校学?生|党员)\d|[男女]，(?:汉族，)?\d{2}岁|(?:^|“)(?:我们?|咱们?|俺们?|全)[一-龥]{0,2}[村家厂校社](?:共?有|土地|人口|耕地|面积){0,2}\d|一[斤亩棵头只天]地?[^，。：！？\d]{0,4}[卖收挣赚][入上]?\d|占[^，。；！？\d]{0,4}计划[^，。；！？\d]{0,4}\d|[仅只]用[^，。；能可]{1,8}[就便](?![能可会])|正(?:在|给|为|忙)|被[评授判罚抓查困淹毁埋冲]"
    r"|于20\d\d年\d{1,2}月\d{1,2}日[^，。]{0,3}(?:通过|批准|印发|公布)|(?:^|[，。：●▲△■□◆○】）讯电\s—])\d{1,2}月\d{1,2}(?:[～—－-]\d{1,2})?日(?!前|起)[\d月日时至到—－～-]*[^，。\d]{0,3}(?:\d{1,2}[时点][\d时点分半许左右至到—－-]{0,8})?，(?![^，。]{0,6}(?:多云|晴|阴|有?[小中大暴阵][到至]?[小中大暴阵]?[雨雪]，))|(?:^|[。\n])\d{1,2}月[上中下]{1,2}旬，|[尚仍现还建拥]有(?=\d)|[\d一两三四五六七八九十几多](?:年|个月)前(?![夕底])|介绍，|告诉记者|^\d{1,2}日(?:[上下]午|晚|清晨|凌晨)?，(?![^，。]{0,6}(?:多云|晴|阴|有?[小中大暴阵][到至]?[小中大暴阵]?[雨雪]，))"
)
_WHOSE = re.compile(r"[^，。；！？\n]{1,6}的(?:请|应|须|要|可|，)")
"""Behind 已 where it only says for whom: 已报名的请….."""
_NORM = re.compile(
    r"每(?:[一两三半]?(?:年|学期|季|月|周|旬|日|晚)|餐|名|户|个|人|班|村|组|生|位|支)|至少|不少于|不低于|不超过|不高于|不多于|以上[，。]|随时|任何|凡是|逐[一人户村]|予以|前[一二两三四五六八十\d]+名由"
)
_ORDERS = frozenset({"要求", "督促", "责令", "责成", "敦促", "号召", "呼吁", "倡议"})
"""Verbs whose whole object is still to be done, relative clauses and all."""
_OCCASIONS = frozenset({"在即，", "将至，", "来临，", "到来，", "临近，"})
_SEASONS = frozenset("节考耕汛期季夏冬秋春庆旦收运学")
"""Before 在即 where it is no undertaking that is near: 开学|在即, but not 签约|在即."""
_NO_REPORT = frozenset("不未没、抓促保争抢迎盼待谋距推标")
"""Before a verb that reports nothing so: 未|完成, 促|增长, 抢|收割."""
_PUNCTUATED = re.compile(r"[，。！？]")
_SAYS = "，："
"""What the verb of somebody who speaks ends with: he did speak, whatever he asks for."""
_SUPPOSED = re.compile(r"(?:的|的话|[^当同届有临及按不一准小]时)，")
_ALL = re.compile(r"(?:^|[，：“])(?:让|随着|各(?!地)|每|广大|全体|所有|任何|大家|我们|咱|人人|户户|村村|家家)")
_ROW = re.compile(r"(?:\d[余多]?[人名]|等)$")
"""What a row of those present ends with: 各乡镇党委书记等260余人|参加会议."""
_TIME = re.compile(
    r"(?:[今明后本当][年月日天晚]|[上下]午|晚上|本届?|[一二三四\d]季度|[上下]半年|[\d一二三四五六七八九十两半数至、—-]+个?(?:[年月周日天时号点]|小时|季度)|[一二三四五六七八九十]是|[一二三四五六七八九十\d]{1,2}[、.．]|全年|期间|内|前|后|[^，。]{1,8}后|春季?|夏季?|秋季?|冬季?|并|也|还|再|又|同时|共同|联合|集中|组织|统一|继续|深入|广泛|积极|全面|扎实|常态化|定期|按时|按期|[，：“‘、\s])*$"
)
_AGENT = re.compile(
    r"(?:[导局委会院校镇乡县市区州村部队厂司社心团站所办处人员者民长记警师生组党府道庭方家表某们她他手友士友兵户联科股馆店行盟集班军妇童工团等”》、）)]|^“?(?![把给对向让年日月])[^，。“]{1,4}|^来到[^，。]*|(?<![各关])部门|(?:书记|主席|主任|[长员师生人者]|教授|委员|代表|干事|经理|总裁|、)[一-龥]{2,3}|[一-龥]·[一-龥·]{2,8}|^为(?:庆祝|纪念|悼念|缅怀|表彰)[^，。]*)"
    r"(?:(?:[在为向从对到于给与同和由以把就深上下来去冒不也均都一再当全相携专仅只便]|联合|共同|牵头|分别|率先|主动|精心|组队|组团|应邀|受邀|赴|代表)[^，。；：]*|[^，。；：]{0,2}地|\d[^，。；：]*)?$"
)
"""What can be the subject of a deed: a body or people, then perhaps an adverbial."""
_SINCE = re.compile(r"[\d一二三四五六七八九十全]个?(?:月|季度|年|周|日)|期间|时段")
_DAY = re.compile(
    r"[年月]底|[年月]末|元旦|春节|国庆|季度|[春夏秋冬]季|(?<!^)(?<!于)(?<![\d至到、—－月-])(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:月|日)|周[一二三四五六日]"
)
_DATED = re.compile(r"(?<!^)(?:\d月|[日号]|[上中下]旬|周[一二三四五六日]|[一二三四]季度|\d年)(?:上午|下午|晚)?$")


class Narration:
    """What the sentences of an article tell, each judged once."""

    def __init__(self, view: View) -> None:
        self.view, self.known = view, cues(view)
        self._judged: dict[int, bool | None] = {}
        self._planned = planned_parts(view)
        self._first: int | None = None
        """Where the first sentence begins that reports, as far as it was looked for."""
        self._looked = 0

    def holds(self, span: Span) -> bool:
        """Tell whether the span stands where something is reported."""
        view = self.view
        if view.role(span.start) in _TITLES:
            return True
        own = view.sentence(span.start)
        told, says = self._told(own), view.text[span.end - 1] in _SAYS
        if told or (told is False and not says):
            return told
        spoken = self._is_spoken(own) or self._is_said(span.start)
        for sentence in islice(self._sentences(Span(view.line(own.start).start, own.start)), _BACK):
            if spoken == self._is_spoken(sentence) and (told := self._of(sentence)) is not None:
                return told and not self._leaves_off(sentence)
        head = view.line(own.start).start
        if spoken or (not says and "，" in own.of(view.text) and self._looks_ahead(head)):
            return False
        if self._reported_before(head):
            return says or goes_on(view, own)
        return self._reported_next(own)

    def _told(self, own: Span) -> bool | None:
        """Return what the sentence of a span tells; behind a preview, 共 alone reports nothing."""
        told = self._of(own)
        if told and "共" in (words := own.of(self.view.text)) and self._announced_before(own):
            return not _is_sum(self.known, own, words)
        return told

    def _announced_before(self, own: Span) -> bool:
        """Tell whether what is told of before in the paragraph, or all of the one before it, is still to be."""
        head = self.view.line(own.start).start
        for sentence in islice(self._sentences(Span(head, own.start)), _BACK):
            if (told := self._of(sentence)) is not None:
                return not told or self._leaves_off(sentence)
        return self._looks_ahead(head)

    def tells(self, sentence: Span) -> bool:
        """Tell whether the sentence that begins there reports by its own words."""
        return len(sentence) > 0 and self._of(self.view.sentence(sentence.start)) is True

    def _reported_next(self, sentence: Span) -> bool:
        """Tell whether the first sentence behind that shows anything reports: what leads up to it does so too."""
        for _ in range(_BACK):
            if sentence.end >= len(self.view.text) - 1:
                return False
            sentence = self.view.sentence(sentence.end + (self.view.text[sentence.end] == "\n"))
            if (told := self._of(sentence)) is not None:
                return told
        return False

    def _looks_ahead(self, start: int) -> bool:
        """Tell whether all of the paragraph before speaks of what is to be."""
        if start == 0 or self.view.role(start - 1) in _TITLES:
            return False
        told = [each for each in self._sentences(self.view.line(start - 1)) if self._of(each) is not None]
        return bool(told) and not any(self._of(each) and not self._leaves_off(each) for each in told)

    def _sentences(self, part: Span) -> Iterator[Span]:
        """Give the sentences of a part of a line from the last to the first."""
        at = part.end
        while at > part.start:
            sentence = self.view.sentence(at - 1)
            yield sentence
            at = sentence.start

    def _is_spoken(self, sentence: Span) -> bool:
        """Tell whether the whole of a sentence is in quotation marks, no name of a drive at its head alone."""
        text = self.view.text
        if text[sentence.start] != "“":
            return self.view.in_speech(sentence.start)
        return text.find("”", sentence.start, sentence.end) in {-1, sentence.end - 1}

    def _is_said(self, offset: int) -> bool:
        """Tell whether the character stands in speech, not only in a name in quotation marks."""
        text, view = self.view.text, self.view
        if not view.in_speech(offset):
            return False
        opening = text.rfind("“", view.line(offset).start, offset)
        return _PUNCTUATED.search(text[opening : text.find("”", offset)]) is not None

    def _leaves_off(self, sentence: Span) -> bool:
        """Tell whether a sentence that reports ends with what is to be: 9日，记者获悉，…节将于…."""
        view, known = self.view, self.known
        ahead = [cue for cue in known.between(sentence.start, sentence.end) if cue.kind in _AHEAD]
        if not ahead or _is_purpose(view, ahead[-1].start):
            return assigns(view, sentence)
        start = ahead[-1].end
        if any(cue.kind in _PAST for cue in known.between(start, sentence.end)):
            return False
        return not any(p.search(view.text, start, sentence.end) for p in (PERFECTIVE, ACCOMPLISHED, _RESULT))

    def _reported_before(self, offset: int) -> bool:
        """Tell whether any sentence before the offset reports, titles aside."""
        sentences = self.view.sentences
        while self._first is None and self._looked < len(sentences) and sentences[self._looked].start < offset:
            sentence = sentences[self._looked]
            if self.view.role(sentence.start) not in _TITLES and self._of(sentence):
                self._first = sentence.start
            self._looked += 1
        return self._first is not None and self._first < offset

    def _of(self, sentence: Span) -> bool | None:
        """Return whether a sentence reports, or speaks of what is to be; None where it shows neither."""
        if sentence.start not in self._judged:
            planned = any(part.covers(sentence) for part in self._planned)
            self._judged[sentence.start] = _judge(self.view, self.known, sentence, planned=planned)
        return self._judged[sentence.start]


@lru_cache(maxsize=1)
def narration(view: View) -> Narration:
    """Return what an article's sentences tell; kept until another article is asked for."""
    return Narration(view)


def _judge(view: View, known: Cues, sentence: Span, *, planned: bool) -> bool | None:
    end = min(sentence.end, sentence.start + _SEEN)
    found = [cue for cue in known.between(sentence.start, end) if not _is_purpose(view, cue.start)]
    if (
        known.past(sentence.start, sentence.start, end)
        or any(cue.kind == "happened" and _WHOSE.match(view.text, cue.end) is None for cue in found)
        or _RESULT.search(view.text[sentence.start : end]) is not None
    ):
        return True
    ahead = next((cue.start for cue in found if cue.kind in _AHEAD), end)
    if any(pattern.search(view.text, sentence.start, ahead) for pattern in (PERFECTIVE, ACCOMPLISHED)):
        return True
    if planned:
        return False
    if _is_told(view, known, sentence.start, end):
        return True
    return None if ahead == end and PROSPECTIVE.search(view.text[sentence.start : end]) is None else False


def _is_sum(known: Cues, sentence: Span, words: str) -> bool:
    """Tell whether a sentence reports by 共 alone, which what is to be has too: 比赛共设三个组别."""
    return (
        all(match.group() == "共" for match in _RESULT.finditer(words))
        and not any(cue.kind in _PAST for cue in known.between(sentence.start, sentence.end))
        and PERFECTIVE.search(words) is None
        and ACCOMPLISHED.search(words) is None
    )


def _is_purpose(view: View, offset: int) -> bool:
    """Tell whether the character stands in a clause that only says what for, or on what occasion: 为迎接国庆，."""
    clause = view.clause(offset)
    if not view.text.startswith("，", clause.end - 1):
        return False
    return view.text.startswith(("为", "“为"), clause.start) or is_occasion(view, clause)


def is_occasion(view: View, clause: Span) -> bool:
    """Tell whether a clause only says what is near, so that what follows has been: 开学在即，."""
    ending = view.text[max(clause.start, clause.end - 3) : clause.end]
    return ending in _OCCASIONS and (ending != "在即，" or view.text[clause.end - 4] in _SEASONS)


def _is_told(view: View, known: Cues, start: int, end: int) -> bool:
    """Tell whether a verb of reporting with a subject stands there, and nothing before it that takes it back."""
    supposed = _SUPPOSED.search(view.text, start, end)
    for match in _telling().finditer(view.text, start, end if supposed is None else supposed.end()):
        clause = view.clause(match.start())
        before = view.text[clause.start : match.start()]
        if _TIME.match(before) or (_ALL.search(before) and not _ROW.search(before)) or _DATED.search(before):
            continue
        if not (match["measured"] or match["scene"] or _AGENT.search(before)):
            continue
        if match["measured"] and _SINCE.search(view.text, start, match.start()) is None:
            continue
        if match["scene"] and _DAY.search(before) is not None:
            continue
        if _NORM.search(view.text, clause.start, clause.end) or clause.end == (supposed and supposed.end()):
            continue
        if view.text[match.start() - 1] in _NO_REPORT:
            continue
        if not _is_governed(view, known, _row(view, start), match.start()):
            return True
    return False


def _row(view: View, start: int) -> int:
    """Return where the row of parts parted by ； begins that the sentence belongs to."""
    while view.text[start - 1 : start] == "；" and view.line(start - 1).start < start - 1:
        start = view.sentence(start - 1).start
    return start


def _is_governed(view: View, known: Cues, start: int, end: int) -> bool:
    """Tell whether a plan, a demand or a condition stands before, not only in a relative clause (计划开工的…)."""
    return any(
        cue.kind in _AHEAD
        and (cue.word in _ORDERS or "的" not in view.text[cue.end : min(end, view.clause(cue.start).end)])
        and not _is_purpose(view, cue.start)
        for cue in known.between(start, end)
    )


@cache
def _telling() -> re.Pattern[str]:
    verbs = any_of(words("modality", "telling"))
    measured = any_of(words("modality", "measured"))
    scenes = any_of(words("modality", "taking place"))
    return re.compile(
        rf"(?:{verbs}|(?:[采清捡写画挖种绣剪留拍卖打救搜缴查抓找筹凑攒捕摘割收织栽砍拉搬运拾筛募请招引修建架铺装拆捐追领换][下出回起掉完到来好通得进齐]|新[铺修开打种栽装购添])(?=[^，。；！？\n\d]{{0,6}}\d)|作[^，。；！？\n]{{2,12}}(?:报告|推介|发言|讲话|汇报|说明|点评|部署|动员|交流)|(?P<measured>{measured})|(?P<scene>{scenes})(?![^，。；！]))(?!仪?式|典礼|会(?!议|员)|前|率|额|的|所|人[为是：])"
    )
