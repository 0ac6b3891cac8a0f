"""Words around a fact that say whether it is planned, asked for, denied or done, found once for an article.

The lexicon `modality` says under which condition a word is such a cue; longer words win over the cues
inside them (未来, 按计划).
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from kg import expressions as re
from kg.annotating.gates import Gated
from kg.annotating.segmentation import is_word
from kg.annotating.standing import watch
from kg.annotating.times_to_come import times_to_come
from kg.annotating.view import View
from kg.lexicon import entries, table
from kg.model.source import Span

CueKind = Literal["planned", "later", "condition", "required", "denied", "happened", "past", "void"]
_LOOKAHEAD = 6
_LOOKBACK = 16
_AHEAD_OF = frozenset({"planned", "later", "condition"})
_QUOTES = frozenset({"“", "‘", "（"})
_WAITING = re.compile(
    r"[^，。；！？\n]{2,14}(?:(?:了[^，。]{0,3}|[后齐好定]|下来|完毕|一[停到完过开交建修通批落])，|再|才)"
)
_PROPOSED = Gated(r"提出(?!的)[^，。；：！？\n]{0,14}(?:计划|目标|设想|规划|建议|方案|倡议|构想)(?=[，：])")
_LISTED = Gated(
    r"(?<![取实成了])(?:目标|寻人|招募|蓝图|规划|计划|方案|措施|任务|要点|标准|思路|路径|实事|重点|条件|奖项|路线图|步骤|内容|流程|须知|想法|心愿|期待|期盼|号令|底牌|硬杠杠|军令状|承诺书|议程|日程|赛程|节目单|倡议|承诺(?!的)|看点|预告|提示|目的|愿望|打算|告示|公约|规矩|公告|通知|启事|布告)(?:，?是|为|有|包括|如下|[^，。；：！？\n]{0,6}：)(?=.)"
    r"|目标定[为在到]|(?<!”)(?:念头|点子|主意|算盘|使命|命令|托付)(?:是|，|：)"
)
"""What opens a list of what is to be done: 十件实事：…, 措施包括…."""
_BY_PLAN = Gated(
    r"(?:按照?|根据|依据|依照)[^，。；！？\n]{0,12}(?:要点|方案|预案|协议|合同|规划|规程|议程|日程|赛程|设计|测算|预算|章程|约定|办法|条例|标准|进度|预测)，"
    r"|(?<![一-龥])到[^，。；！？\n\d]{0,6}(?:期末|年底|年末|月底|月末|季度末|届满|那时)(?=，)"
    r"|分(?:[一二两三四五六七八九十]|\d{1,2})(?:年|个?年度)(?=[^，。；！？\n]{0,6}(?:到位|拨付|投入|实施|建设|建成|完成|推进|落实|偿还|兑现))"
    r"|(?:距离?|(?<![远脱距隔分偏逃])离)[^，。；！？\n]{1,14}(?:还有|仅剩|只剩|不足|倒计时)|待[^，。；！？\n]{1,8}(?:审议|批准|审批|审定|验收)"
    r"|(?:通知|公告|海报|告示|启事|日程表|计划表|请柬|邀请函)[上里中]?[^，。；！？\n]{0,4}(?:写|说|称|显示|标|注|定)[^，。；！？\n]{0,5}，"
)
_HONOURED = Gated(r"决定，?(?:对|给)[^。！？\n]{2,240}?(?:予以|给予|进行)(?:通报)?(?:表彰|表扬|嘉奖|记功)")
"""A decision that is itself the deed: 市政府决定，对某某等10人予以|表彰."""
_FORBIDS = frozenset({"禁止", "严禁"})
_HANDS_OUT = re.compile(r"(?:发放|张贴|悬挂|设置|设立|竖立|制作|印制|喷[绘涂])了?[^，。；]{0,8}$")
_ON_PAPER = re.compile(
    r"[^，。；、\d]{1,12}(?:资料|传单|标语|标识|标志|标牌|告示|通告|公告|横幅|[示告]牌|倡议书|宣传[单品页画])"
)
"""Behind a prohibition that only stands on what is handed out or put up: 发放|禁止酒驾宣传资料."""
_THEN = frozenset({"随后", "当天", "当日", "当晚", "会上", "会后", "活动中", "活动现场", "仪式上", "当场"})
"""Words for a time that is told of, which lies ahead where a plan is told: 按照日程，…，随后签约."""
_AS_OF = frozenset({"截至", "截止"})
"""What tells of the past but before a day to come: 投标截止8月30日."""
_LOOSE = frozenset("拟将")
"""What segmentation joins to the end of a name before it."""
_PARTED = re.compile(r"分(?:[\d一二两三四五六七八九十几]{1,3})[批期组次步路片个]")
"""What is done in parts: 将分3批举办."""
_CONTENTLESS = frozenset("，。；、！？的了过着”")
"""Behind a promise that says nothing of what was promised: 他爽快答应，…."""
_TIME_OR_NUMBER = re.compile(
    r"[\d今明后本下上当近春夏秋冬节“每一二两三四五六七八九十百千万年月日到于在由从以对向为与同和被把会是有不再各全分首新重更最亲率适就免约近超突争]|[修种栽养挖铺架盖拆建造买招引](?![子类族料材筑型老牌分]).$"
)
_OBJECT_AFTER = re.compile(
    r"(?:一[面封块幅束枚册]|有关|相关|现有|原有|所有|所|全部|其|他|她|它|这|那|该|本|各|每|自己|我|你|您|大家|人|某|什么|谁|更多|许多|众多|不少|部分|多|首批|与会|参加|参与|获[救奖]|受[灾伤困]|被告|在场|在校|在职|原|有限|有人|有毒|不良|新型|新鲜|全体|全镇|全村|全县|全市|全区|全所|全厂|全校|全院|全站|全队|全矿|全店|全馆|全社|全国|全省|全乡)"
)
"""What follows 将 where it only moves an object forward: 将有关情况上报."""
_DISPOSED = re.compile(
    r"(?![于在从以由对向按陆继进全组统同有])[^，。；！？\n]{1,20}?(?:[定列设]为|作为|确定为|视为|命名为|评为|纳入|分[成为]|[送运派带接搬]到|[送运派]往|[打搬]进|打入|扑灭|响应(?:等级)?(?:提升|升级|提级|调整|降低|下调)|救[出起]|转移|移交|抓获|带回|发放到|了(?!解)|捐[给献赠]|送给|交给)"
)
"""Behind 将 where it only moves an object forward: 将11月定为安全月."""
_HAS_BEEN = re.compile(r"(?:昨[日天晚]|前[日天]|日前|上[周月]|去年|前年)[^，。；：！？\n]{0,10}将$")
"""Before 将 and what it moves: 法院上月将此案公开宣判."""
_UNTIL = re.compile(
    r"[^，。；！？\n]{1,20}(?:后|(?:[了齐好定妥毕全]|到位|[完竣]工|[建落]成|[投达]产|结束|成熟|通车)，)"
)
_AFTERWARDS = re.compile(r"了?[^，。；]{0,8}[之以]后")
"""Behind 筹备: what was prepared for has come."""
_DEMAND_NOUN = re.compile(
    r"(?:的|”|》|高|严|总体|新|标准|有关|相关|各项|工作|具体|技术|质量|基本|合理化|[条份件]|提出|发出|响应|宝贵|意见|对照|应[^，。；]{0,14}|按照[^，。；]{0,14}|根据[^，。；]{0,14}|按[^，。；]{0,14}|依据[^，。；]{0,14}|符合[^，。；]{0,10}|落实[^，。；]{0,14}|达到[^，。；]{0,10}|响应[^，。；]{0,10})$"
)

_BEHIND_NOUNS = frozenset("书的下和卡函牌单村")

_NAMED_SO = re.compile(
    r"(?<=[员长记席任委])应(?P<given>[一-龥]{2})"
    r"(?=出席|参加|主持|致|讲话|宣布|介绍|表示|强调|指出|陪同|分别|一行|等|说|率|带|在|[、，])"
)
_QUOTATION = 16
"""Characters of a name in quotation marks before or behind a cue in it at most."""
_NAMED = re.compile(
    r"(?:[一-龥]{0,8}?)(?:活动|行动|工程|计划|仪式|会|赛|节|项目|主题|课堂|专场|基金|品牌|展|服务|婚礼)"
)
"""Behind a quotation that is a name."""
_AT_REQUEST = re.compile(r"[^，。；！？\n]{0,14}(?:邀请?|约请?|要求|请求?|需求|呼声)，")
"""Behind 应 where it says at whose request: 应县政协邀请，…."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue where it stands."""

    start: int
    end: int
    kind: CueKind
    word: str


class Cues:
    """The cues of an article in order."""

    def __init__(self, found: tuple[Cue, ...]) -> None:
        self.found = found
        self._starts = [cue.start for cue in found]

    def between(self, start: int, end: int) -> tuple[Cue, ...]:
        """Return the cues that begin from `start` on and before `end`, in order."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _ahead(self, start: int, end: int) -> bool:
        return any(cue.kind in _AHEAD_OF for cue in self.between(start, end))

    def past(self, sentence: int, start: int, end: int) -> bool:
        """Tell whether a cue from `start` to `end` is of a time that has been, in a sentence that begins there."""
        return any(
            cue.kind == "past"
            and not (cue.word in _THEN and self._ahead(sentence, cue.start))
            and not (cue.word.startswith("据") and self._ahead(cue.end, end))
            for cue in self.between(start, end)
        )


@lru_cache(maxsize=1)
def cues(view: View) -> Cues:
    """Find the cues of an article; kept until another article is asked for."""
    text, position, whole = view.text, 0, Span(0, len(view.text))
    found = [Cue(span.start, span.end, "later", span.of(text)) for span in times_to_come(view)]
    found.extend(Cue(m.start(), m.end(), "planned", m.group()) for m in _PROPOSED.finditer(view, whole))
    found.extend(Cue(m.end() - 1, m.end(), "planned", m.group()) for m in _LISTED.finditer(view, whole))
    found.extend(Cue(m.start(), m.end(), "happened", m.group()) for m in _HONOURED.finditer(view, whole))
    found.extend(Cue(m.start(), m.end(), "later", m.group()) for m in _BY_PLAN.finditer(view, whole))
    lexicon = _lexicon()
    for start in view.standing[_lexicon]:
        if start < position:
            continue
        for word, kind, condition in lexicon.get(text[start : start + 2]) or lexicon[text[start]]:
            if text.startswith(word, start) and _stands(view, start, word, condition):
                position = start + len(word)
                if kind != "void" and not _is_in_name(text, start, position):
                    found.append(Cue(start, position, kind, word))
                break
    ahead = {cue.start for cue in found if cue.kind == "later"}
    stands = (cue for cue in found if not (cue.word in _AS_OF and cue.end in ahead))
    return Cues(tuple(sorted(stands, key=lambda cue: cue.start)))


def _is_in_name(text: str, start: int, end: int) -> bool:
    """Tell a cue inside a name in quotation marks: “要读书”主题活动, “未来杯”大赛."""
    opening = text.rfind("“", max(0, start - _QUOTATION), start)
    if opening < 0 or "”" in text[opening:start]:
        return False
    closing = text.find("”", end, end + _QUOTATION)
    return closing >= 0 and (text[closing - 1] == "杯" or _NAMED.match(text, closing + 1) is not None)


@cache
def _lexicon() -> dict[str, tuple[tuple[str, CueKind, str], ...]]:
    """Return the cues by their first two characters, those of one character by that; the longest first."""
    by_first: dict[str, list[tuple[str, CueKind, str]]] = {}
    for row in table("modality"):
        if row[1] in {"imperative", "continued", "telling", "taking place", "measured"}:
            continue  # what sentences open with, and report with: see `moods`, `narration`
        kind: CueKind = row[1]  # type: ignore[assignment]
        by_first.setdefault(row[0][:2], []).append((row[0], kind, row[2] if len(row) > 2 else ""))
    for first, found in by_first.items():
        if len(first) == 2:
            found.extend(by_first.get(first[0], ()))
    watch(_lexicon, (word for found in by_first.values() for word, _, _ in found))
    return {first: tuple(sorted(found, key=lambda entry: (-len(entry[0]), entry))) for first, found in by_first.items()}


@cache
def _verbs() -> frozenset[str]:
    return entries("outside_words") | entries("verbal_nouns")


def is_deed(word: str) -> bool:
    """Tell whether the word can be a predicate: a verb, or a noun of action."""
    return word in _verbs()


def _stands(view: View, start: int, word: str, condition: str) -> bool:
    """Tell whether a cue stands there; a decision is a deed itself (决定|授予) or a plan, by what it decides."""
    if word.startswith("决定"):
        if len(word) > len("决定"):
            return view.text[start - 1 : start] not in {"将", "拟", "可", "权"}
        if _HONOURED.pattern.match(view.text, start) is not None:
            return False
    if word in _FORBIDS and _ON_PAPER.match(view.text, start + len(word)):
        return _HANDS_OUT.search(view.text, max(0, start - _LOOKBACK), start) is None
    return not condition or _holds(view, start, word, condition)


def _holds(view: View, start: int, word: str, condition: str) -> bool:
    """Tell whether the lexicon's condition is met where the word stands."""
    text, end = view.text, start + len(word)
    if condition in {"unnumbered", "content"}:
        return not (
            text[start - 1 : start].isdigit() if condition == "unnumbered" else text[end : end + 1] in _CONTENTLESS
        )
    if condition in {"speech", "demand"}:
        said = text[end : end + 1] in {"，", "：", ","}
        return said if condition == "speech" else text.startswith("：", end) or not _is_noun(text, start, end)
    if condition in {"opening", "waiting"}:
        first = start - 1 if text[start - 1 : start] in _QUOTES else start
        return view.clause(first).start == first and (condition == "opening" or _WAITING.match(text, end) is not None)
    if len(word) == 1 and (
        text[start - 1 : start] == "、"
        or not _is_token(view, start, end, loose=word in _LOOSE)
        or (word == "应" and (_is_surname(text, start) or _AT_REQUEST.match(text, end)))
    ):
        return False
    if condition == "until":
        return _UNTIL.match(text, end) is not None
    return condition == "token" or _is_followed(view, word, end, condition)


def _is_surname(text: str, start: int) -> bool:
    """Tell 应 as a surname behind a title: 党组成员|应专平|出席, no 委员|应按时|出席."""
    name = _NAMED_SO.match(text, start)
    return name is not None and not is_word(name["given"])


def _is_noun(text: str, start: int, end: int) -> bool:
    """Tell whether a word of demanding is a noun here: 按照…要求, 倡议书."""
    behind = text[end : end + 1]
    return (
        behind in _BEHIND_NOUNS or behind.isdigit() or _DEMAND_NOUN.search(text[max(0, start - 18) : start]) is not None
    )


def _is_followed(view: View, word: str, end: int, condition: str) -> bool:
    """Tell whether a predicate follows, as 计划, 将 and 不 need."""
    if condition == "unfinished":
        return _AFTERWARDS.match(view.text, end) is None
    following = next_word(view, end)
    if word == "不":
        return is_deed(following)
    moved = condition == "future" and (
        _OBJECT_AFTER.match(following)
        or _DISPOSED.match(view.text, end)
        or _HAS_BEEN.search(view.text, max(0, end - _LOOKBACK), end)
    )
    return (_opens_predicate(following) or _PARTED.match(view.text, end) is not None) and not moved


def _opens_predicate(word: str) -> bool:
    return bool(word) and (is_deed(word) or _TIME_OR_NUMBER.match(word) is not None)


def _is_token(view: View, start: int, end: int, *, loose: bool = False) -> bool:
    """Tell whether these characters are a word as segmented, or were joined to one that the dictionary lacks.

    With `loose` they may stand anywhere in it (剧院拟|派出), else only at its beginning.
    """
    first, stop = start, end
    while loose and first > max(0, start - _LOOKAHEAD) and first not in view.boundaries:
        first -= 1
    if first not in view.boundaries:
        return False
    while stop < min(len(view.text), start + _LOOKAHEAD) and stop not in view.boundaries:
        stop += 1
    return (first, stop) == (start, end) or not is_word(view.text[first:stop])


def next_word(view: View, start: int) -> str:
    """Return the word that begins at `start`, as segmented."""
    end = start + 1
    while end < min(len(view.text), start + _LOOKAHEAD) and end not in view.boundaries:
        end += 1
    return view.text[start:end]
