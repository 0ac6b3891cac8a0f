"""The day on which a scene plays: what an article tells after it named its day, until another time takes over.

`scene_day` dates what has no time of its own (会上，…签订了协议) by the day of the report.
"""

from bisect import bisect_left

from kg import expressions as re
from kg.annotating.view import View
from kg.model.facts import When
from kg.model.source import Span

_MOVES = re.compile(
    r"此前|之前|早在|曾|去年|前年|近年|多年|以来|将|拟|计划|明年|今后|届时|往年|历年|首届|上届|每年|当年|那时|后来|期间"
)
"""Words that take a sentence out of the scene."""


_ON_SCENE = re.compile(
    r"[“‘]?(?:在?(?:随后|接着)?(?:举行|召开)?的?[^，。；！？\n]{0,10}(?:会|仪式|典礼|活动|比赛|演出|开幕式|现场)(?:上|中|现场)|会议|大会|随后|接着|当[天日晚]|会[前后](?=[，、]|当[天日晚])"
    r"|(?!之)[^，。；！？\n]{0,8}(?:之后|结束后)(?=，)"
    r"|[^，。；！？\n\d]{0,5}[^，。；！？\n\d此之日年月天以今最然先周近节季雨期灾汛疫冬春夏秋会目](?:前|后|途中|间隙)(?=，))"
)
"""How a sentence begins that goes on with the scene: 会上, 仪式上, 大会通过了, 庭后, 调研途中."""


_PARAGRAPH_REACH = 100
"""Characters between a day and a sentence of its paragraph that goes on with it at most."""


def scene_day(view: View, span: Span, whens: tuple[When, ...], *, part: bool = False) -> When | None:
    """Return the one day that the article named before the sentence; None where another time took over.

    `whens` are the article's times in order. Only a day that has been is taken. `part`: the span tells what is done at
    an event (签订…, 授牌), so that it goes on with the scene wherever it stands.
    """
    sentence = view.sentence(span.start)
    if _MOVES.search(view.text, sentence.start, span.start):
        return None
    before = whens[: bisect_left([when.span.start for when in whens], sentence.start)]
    days = [when for when in before if _is_day(when)]
    last = next(reversed(days), None)
    published = view.article.published
    if last is None or last.earliest is None or (published is not None and last.earliest > published):
        return None
    goes_on = _ON_SCENE.match(view.text, sentence.start, sentence.end) is not None
    if len({(when.earliest, when.latest) for when in days}) == 1 and (goes_on or part):
        return last
    if not goes_on:  # told in the paragraph that named the day
        near = sentence.start - last.span.end <= _PARAGRAPH_REACH
        within = near and last is before[-1] and view.line(sentence.start).covers(last.span)
        return last if within and last.earliest == last.latest else None
    return last if _is_just_told(view, sentence, last) else None


def plays_on(view: View, sentence: Span, *, told: bool) -> bool:
    """Tell whether a sentence goes on with a scene that its paragraph told of or that its words point at."""
    opening = view.line(sentence.start).start
    on = told or any(_ON_SCENE.match(view.text, at, sentence.end) for at in {opening, sentence.start})
    return on and _MOVES.search(view.text, opening, sentence.end) is None


def _is_just_told(view: View, sentence: Span, last: When) -> bool:
    """Tell a day that this paragraph or the one before named as that of what it reports."""
    line = view.line(sentence.start)
    near = line.start <= last.span.start or view.line(max(line.start - 2, 0)).covers(last.span)
    told = view.sentence(last.span.start)
    return near and _MOVES.search(view.text, told.start, told.end) is None


def _is_day(when: When) -> bool:
    return when.precision == "day" and when.earliest is not None
