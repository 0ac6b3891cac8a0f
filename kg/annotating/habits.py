"""What is no single event: held again and again, by rule, as one of several ways, or only summed up."""

from kg import expressions as re
from kg.annotating.view import View
from kg.model.source import Span

_BEHIND = 20
"""Characters behind a name that are looked at for what only rules say."""
_AGAIN = re.compile(r"以来|多次|经常|定期|不定期|常态|每[年季月周]|年年|历年|长期|[一二两三四五六七八九十]个一")
_TIMES = re.compile(
    r"(?:[、和][一-龥]{2,8})?[”’]?(?:\d{1,5}|[二两三四五六七八九十百]{1,4}|数十)(?P<more>[余多]?)[场次期轮堂](?![会赛])"
)
"""Behind what was held more than once: 举办讲座|60余场."""
_ANY = re.compile(
    r"(?:各种|各类|各式|各项|多种|多项|一系列|种种|(?:丰富多彩|形式多样|形式新颖|内容丰富|精彩纷呈|各具特色|多种多样|形形色色)的?"
    r"|(?:各种|各类)[^，。；、]{1,8}的)\Z"
)
"""Before what is told as any of its kind: 各种|民俗表演."""
_RULE = re.compile(r"应当|适用|所称|是指|第[一二三四五六七八九十百\d]{1,4}条")
"""What only rules say; what they speak of is held whenever it is."""
_MEANS = re.compile(r"(?:通过|采取|采用|利用|以)[^，。；]{0,4}\Z")
_BY_MEANS = re.compile(r"[^。；！？\n]{0,60}?等[^，。；]{0,4}(?:方式|形式|途径|手段|载体|举措|措施)")
"""Around one of several ways: 通过|组织集中培训、印发资料等方式."""
_ANY_REACH = 16
_OF_ITS_OWN = re.compile(r"[“《]|[届首第]|\d{4}|[杯]|大会$|仪式$|赛$")
"""What tells one event of a kind from others."""

_EVERY = re.compile(r"每[年月周季逢][^，。；]{0,8}，?[^，。；]{0,16}都[会要能]?\Z")
_NUMBERED = re.compile(r"[届“《]|\d{4}")


def is_habit(view: View, span: Span, trigger: Span | None) -> bool:
    """Tell what is held again and again, by rule, or as any of its kind: 今年以来，…多次|开展安全培训, 讲座|60余场."""
    text = view.text
    yearly = trigger is not None and _is_yearly(view, span, trigger.start)
    if _OF_ITS_OWN.search(text, span.start, span.end):
        return yearly
    if yearly or _is_summed(view, span) or _ANY.search(text, max(0, span.start - _ANY_REACH), span.start):
        return True
    if trigger is None:
        return False
    sentence = view.sentence(trigger.start)
    if _RULE.search(text, sentence.start, min(sentence.end, span.end + _BEHIND)):
        return True
    if _MEANS.search(text, sentence.start, trigger.start) and _BY_MEANS.match(text, span.end):
        return True
    again = text.startswith(("开展", "组织"), trigger.start)
    return again and _AGAIN.search(text, sentence.start, trigger.start) is not None


def _is_yearly(view: View, span: Span, verb: int) -> bool:
    """Tell what is held time and again, and is said by no number: 每年夏季，…都会举办|篮球赛."""
    every = _EVERY.search(view.text, view.sentence(verb).start, verb)
    return every is not None and not _NUMBERED.search(view.text, span.start, span.end)


def _is_summed(view: View, span: Span) -> bool:
    """Tell what is only counted: 各类讲座|8场, 反诈讲座|60余场; not what is told by itself (举办线上培训12期)."""
    times = _TIMES.match(view.text, span.end)
    if times is None:
        return False
    return bool(times["more"]) or "各类" in view.text[view.clause(span.start).start : span.start]
