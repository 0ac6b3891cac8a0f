"""Sentences that do not report though no cue says so: they bid (严格落实…), ask, or hope.

A sentence without a subject that opens with a verb of bidding asks for what it says, unless it reports itself (已, 共,
了) or goes on from a sentence that does; a mild opening (开展, 组织) does so only where the sentence before demands.
"""

from functools import cache

from kg import expressions as re
from kg.annotating.narration import ACCOMPLISHED, narration
from kg.annotating.view import View
from kg.lexicon import entries
from kg.model.source import Span

_SEEN = 160
"""Characters of a sentence that are looked at; more only stand in text that lost its punctuation."""
_REPORTS = re.compile(
    r"了(?!解|结|然)|已|累计|共(?![同享建创赢产青富识鸣治])|先后|截至|截止|今年以来|近年来|年来|去年|连日来|目前|日前|近日|昨|当[日天]|同比"
    r"|\d月\d|\d日|[上下]午|此前|分别|成功"
    rf"|(?<![前底内要须])全部(?:成立|办结|兑现|销号)|\d万?余[名人户家份次件亩处]|{ACCOMPLISHED.pattern}"
)
_DEMANDS = re.compile(r"要求|强调|指出|必须|务必|确保|[要须应](?=[一-龥])|号召|倡议")
_ASKING = re.compile(r"(?:？|吧[！。])[”’』」）]*$")
_DONE = re.compile(r"[了过]|已")
_HOPING = re.compile(r"[^，。；！？\n]{0,6}就好")
_AIM = re.compile(
    r"[”’》）]{0,2}[^，。；：！？\n的]{0,8}的(?:目标|任务|要求|愿景|设想|构想|蓝图|打算|计划|规划|建议|提议|心愿|梦想|期望|可能|念头|心思|想法|筹备|决定|议案|方案|倡议|通知|办法|传闻)"
    r"|[^，。；：！？\n]{0,6}[做作]准备|[^，。；：！？\n]{0,4}(?:举行|召开|进行|组织)[^，。；]{0,3}听证"
    r"|[^，。；：！？\n]{0,8}(?:列入|纳入)[^，。；：！？\n]{0,14}(?:实事|计划|规划|议程|日程)"
    r"|[^，。；：！？\n]{0,12}(?:的事，)?[^，。；：！？\n]{0,4}(?:[提排摆]上[^，。；]{0,3}日程|只是时间问题|不成问题|不在话下)"
)
_TELLS = re.compile(r"(?:宣读|传达|通报|介绍|汇报|解读|讲解|说明)了?")
"""The verb of somebody who tells of what was decided or is planned: he did tell it."""
_UNTIL = re.compile(r"(?:离|距离?)[^，。；：！？\n]{0,40}$")
_LEFT = re.compile(r"[^，。；！？\n]{0,8}，?(?:还有|还剩|尚有|不到|不足|仅剩|只剩|仅有|只有|进入倒计时|越来越近)")
"""What is said of the days till an event: 距运动会开幕|还有10天."""
_REACHED = re.compile(r"去年|上年|已|累计|此前|完成了|实现了|达成了|达到了|超额|提前|圆满|顺利完成")
_OPENING = re.compile(
    r"(?:不[一-龥]{2,5}[、，]){2,3}|[“‘（(]|[一二三四五六七八九十]是|[一二三四五六七八九十\d]{1,2}[、.．]"
)


@cache
def _openings(kind: str) -> tuple[frozenset[str], tuple[int, ...]]:
    found = entries("modality", kind)
    return found, tuple(sorted({len(word) for word in found}, reverse=True))


def bids(view: View, sentence: Span) -> bool:
    """Tell whether a sentence asks for what it says, by the verb that it opens with."""
    text = view.text
    start = sentence.start
    led = _OPENING.match(text, start, sentence.end)
    start = start if led is None else led.end()
    strong = _opens(text, start, "imperative")
    if not strong and not _opens(text, start, "continued"):
        return False
    if _REPORTS.search(text, start, min(sentence.end, start + _SEEN)) is not None:
        return False
    line = view.line(sentence.start)
    before = Span(max(line.start, sentence.start - _SEEN), sentence.start)
    if before.start < before.end:
        before = view.sentence(before.end - 1)
        before = Span(max(before.start, before.end - _SEEN), before.end)
    demanded = _DEMANDS.search(text, before.start, before.end) is not None
    reported = _REPORTS.search(text, before.start, before.end) is not None or narration(view).tells(before)
    return demanded or (strong and not reported)


def _opens(text: str, start: int, kind: str) -> bool:
    found, lengths = _openings(kind)
    return any(text[start : start + length] in found for length in lengths)


def asks(view: View, sentence: Span, clause: Span) -> bool:
    """Tell whether a clause belongs to a question or an invitation (…吧！), and does not itself report."""
    if clause.end < sentence.end and _DONE.search(view.text, clause.start, min(clause.end, clause.start + _SEEN)):
        return False
    return _ASKING.search(view.text, max(sentence.start, sentence.end - 4), sentence.end) is not None


def aims(view: View, span: Span, clause: Span) -> bool:
    """Tell whether what is said is only an aim: …的目标, 列入…计划, …就好."""
    text = view.text
    if _HOPING.match(text, span.end, clause.end) or _counted_down(view, span, clause):
        return True
    if _TELLS.fullmatch(text, span.start, span.end):  # 宣读了|表彰的决定
        return False
    return _AIM.match(text, span.end, clause.end) is not None and not _REACHED.search(
        text, max(view.sentence(span.start).start, span.start - _SEEN), span.start
    )


def _counted_down(view: View, span: Span, clause: Span) -> bool:
    """Tell whether the clause tells how many days are left till what is said: 距运动会开幕还有10天."""
    sentence = view.sentence(span.start)
    if _LEFT.match(view.text, span.end, sentence.end) is None:
        return False
    return _UNTIL.search(view.text, max(clause.start, span.start - _SEEN), span.start + 1) is not None
