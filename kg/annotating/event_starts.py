"""Where the name of an event begins: behind its verb, at its number (第七届|…), at the whole object of 参加."""

from kg import expressions as re
from kg.annotating.activities import PAIRS, balanced, phrase_start, skip_leading
from kg.annotating.event_triggers import THEMED
from kg.annotating.event_verbs import HOLDING
from kg.annotating.view import View
from kg.model.source import Span

_MOST_NAME = 34
"""Characters of a name at most."""
_TAKES_NAMES = re.compile(
    r"(?:组织|主持|隆重|联合|共同|成功)*(?:召开|举行|举办|开展(?!好)|参加|出席|列席|承办|主办|协办)"
)
_OBJECT = re.compile(
    r"(?![一-龥]{0,6}(?:组织|开展|举办))(?:(?![的了着过在于由对从把被将给向让到赴并])[一-龥“”‘’（）A-Za-z\d·]){2,20}"
)
"""A verb that a name is the whole object of, and what of the name stands before its last noun phrase."""
_PLAINLY_HELD = re.compile(r"不[办开]|(?<![委府道])[办开](?:一[场次届期]|首届|第[一二三四五六七八九十\d]|“)")
"""Around 办 and 开 where they are no part of a name: 不|开|追悼会, 再|办|一场专场, 县里|办|首届龙舟赛."""
_JOINS = re.compile(
    r"(?:参加|出席|观看)了?(?=.{4})|(?:(?<=[^协工员社商学机理联事金委]会)|(?<=[^决预]赛)|(?<=[^春环细季情]节)|(?<=仪式)|(?<=典礼)|(?<=演出))[及和与](?=.{3})"
)
"""Behind it a name begins, joined to others by segmentation or in a row: 组队参加|…赛, 庆祝大会及|龙舟赛."""
_JOINED = 3
"""Characters behind what joins two names that are looked at."""
_NTH_OF = re.compile(r"(?:第[一二三四五六七八九十\d]{1,3}|首)届(?:(?![的了在于由对把被将给是])[一-龥“”·]){1,12}\Z")
"""Before the start of a name: 第七届家居用品|展; whatever words stand between belong to the name."""
_NTH_REACH = 18
_MOTTO = re.compile(
    r"(?<![以为])“[^“”\n]{4,30}(?<![。！？；])”(?:(?![的了着过于由对从把被将给是及和与]|期间|以来|中|上|，|举|开|启|组|参|主)[一-龥]){1,6}\Z"
)
"""Before the start of a name: “逐梦湖岸”百名在|沪学子青禾行活动; the name begins with the quotation."""
_MOTTO_REACH = 40
_LEAST_DONE = 5
"""Characters of a name at least to which 开展 adds those before it: 贫困留守|儿童关爱活动, not 各项|活动."""
_HOLDS_ONE = re.compile(r"(?:举行|举办|组织|开展|办)了?(?:(?:[一两三四五六]|\d)[场次期堂][一-龥]{0,8})?\Z")
_HOLDS_REACH = 14
ON_A_DAY = re.compile(r"\d日|前夕|之际|[近昨今当][日天晚]|日前|[上下]午|周[一二三四五六日末]")
_DAY_REACH = 60
_MOST_QUOTED = 24
_QUOTE_PAIRS = PAIRS[:2]


def name_start(view: View, line: Span, end: int, head: int) -> int:
    """Return where the name begins, behind the last verb of holding that the walk took in."""
    start = phrase_start(view, end, line.start, _MOST_NAME)
    if head < start < end:  # segmentation does not see the first head: 托|管班开|班仪式
        start = phrase_start(view, head, line.start, _MOST_NAME - (end - head))
    if (nth := _NTH_OF.search(view.text, max(line.start, start - _NTH_REACH), start)) is not None:
        start = phrase_start(view, nth.start(), line.start, _MOST_NAME - (end - nth.start()))
    if (motto := _MOTTO.search(view.text, max(line.start, start - _MOTTO_REACH), start)) is not None:
        start = motto.start()
    verbs = [
        verb
        for verb in HOLDING.finditer(view.text, start, end)
        if len(verb.group()) > 1 or _PLAINLY_HELD.search(view.text, verb.start() - 1, verb.end() + 2)
    ]
    verbs = verbs or list(_JOINS.finditer(view.text, start, end))
    if verbs and balanced(view.text[start : verbs[-1].start()], _QUOTE_PAIRS):
        return skip_leading(view.text, verbs[-1].end(), end)
    return start


def is_held_alone(text: str, quoted: Span) -> bool:
    """Tell a quotation that names what is held: behind it stands its verb, or before it, on a day (办了一场|“听电影”).

    `quoted` is the line up to the end of the quotation.
    """
    if text[quoted.end : quoted.end + 1] not in set("，。；"):
        return True
    opening = text.rfind("“", max(quoted.start, quoted.end - _MOST_QUOTED), quoted.end)
    if opening < 0 or _HOLDS_ONE.search(text, max(quoted.start, opening - _HOLDS_REACH), opening) is None:
        return False
    told = max(quoted.start, opening - _DAY_REACH, text.rfind("。", quoted.start, opening))
    return ON_A_DAY.search(text, told, opening) is not None


def whole_start(text: str, span: Span, trigger: Span | None) -> int:
    """Return where the name begins that is the whole object of its verb, verbs in it too: 参加|眼病早期识别培训班."""
    takes = None if trigger is None else _TAKES_NAMES.match(text, trigger.start)
    if trigger is None or takes is None or (len(span) < _LEAST_DONE and takes.group().endswith("开展")):
        return span.start
    themed = THEMED.search(text, trigger.end, span.start)
    begin = trigger.end if themed is None else themed.end()
    joined = _JOINS.search(text, begin, min(span.start + _JOINED, span.end))
    if (
        (joined is not None and joined.end() <= span.start)
        or not _OBJECT.fullmatch(text, begin, span.start)
        or not balanced(text[begin : span.start])
    ):
        return span.start
    return min(skip_leading(text, begin, span.end), span.start)
