"""Names right behind the body that people belong to: 某中学的陈云溪, 某小学林静、某中学何澄荣获一等奖."""

from itertools import takewhile

from kg import expressions as re
from kg.annotating.gates import Gated
from kg.annotating.gathering import Gather
from kg.annotating.name_followers import is_hanzi
from kg.annotating.name_words import is_word
from kg.annotating.names import is_name, name_end
from kg.annotating.naming import Naming
from kg.annotating.words import unknown
from kg.model.source import Span

_HONOURED = Gated(
    "(?:获评|荣获|(?:成功)?(?:获得?|摘取|问鼎|夺得|勇夺)(?=[^，。；悉知]{0,28}(?:称号|[一二三]等奖|奖章|荣誉|[冠亚季]军|[金银铜][牌奖]))"
    "|(?:成功)?问鼎|被评为|被授予|被表彰为|“(?=[^“”\n]{2,16}”(?:荣誉)?称号))"
)
"""What is said behind a name of who is honoured."""
_AS_PUPILS = re.compile(
    r"(?:等?[\d两二三四五六七八九十]{0,3}[名位人]?)?(?:同学|老师|教师|学生|选手|队员|医生|护士|同志)?"
)
"""Between a row of names and what they are honoured with: 林静、何澄4位同学|荣获."""
_LAST = re.compile(r"[ 　]{1,4}(?P<name>[㐀-鿿]{2,4})(?=[ 　]*(?:\n|\Z))")
"""The last word of a line."""
_ROW_SIGNS = frozenset("、，")
_BODIES = frozenset({"school", "hospital", "police", "firm", "mass", "brand", "team"})


def find_members(gather: Gather, organizations: tuple[Naming, ...]) -> None:
    """Find those whom their body alone stands before."""
    _of_bodies(gather, organizations)
    _honoured(gather, organizations)
    _in_rolls(gather, organizations)


def _in_rolls(gather: Gather, organizations: tuple[Naming, ...]) -> None:
    """Find the names that end the lines of a roll, each behind its body: 一等奖　柳溪小学　何澄."""
    spans = []
    for naming in organizations:
        m = _LAST.match(gather.text, naming.span.end)
        if m is not None and naming.head in _BODIES:
            spans.append(Span(*m.span("name")))
    for span in spans if len(spans) > 1 else ():
        if _may_be(gather, span):
            gather.add(span, "person.in-roll")


def _of_bodies(gather: Gather, organizations: tuple[Naming, ...]) -> None:
    """Find a name of three characters, no word of the dictionary, behind a body and 的: …学校的陈云溪."""
    for naming in organizations:
        start = naming.span.end + 1
        if naming.head not in _BODIES or gather.text[start - 1 : start] != "的":
            continue
        end = name_end(gather.view, start, min(start + 4, gather.view.line(naming.span.start).end))
        if end is None or end - start != 3 or end not in gather.view.boundaries:
            continue
        if not unknown(gather.text[start:end]) or not gather.plausible(Span(start, end)):
            continue
        for span in gather.names_from(start, gather.view.line(start).end):
            if not _may_be(gather, span):
                break
            gather.add(span, "person.of-body")


def _honoured(gather: Gather, organizations: tuple[Naming, ...]) -> None:
    """Find those who are honoured by their body alone: 某小学|陈云溪、某中学|何澄|获评优秀教师."""
    view, text = gather.view, gather.text
    if not _HONOURED.offsets(view):
        return
    bodies, rows = {naming.span.start for naming in organizations}, set[int]()
    for naming in reversed(organizations):
        start = naming.span.end
        if naming.head not in _BODIES or not is_hanzi(text[start : start + 1]):
            continue
        listed = gather.names_from(start, view.line(start).end)
        names = list(takewhile(lambda span: span.start not in bodies, listed))
        sure = any(map(gather.plausible, names)) and all(_may_be(gather, span) for span in names)
        if sure and _is_honoured(text, names[-1].end, rows):
            for span in names:
                gather.add(span, "person.honoured")
            rows.add(naming.span.start)


def _is_honoured(text: str, end: int, rows: set[int]) -> bool:
    """Tell whether the names that end here are honoured, or stand in a row (`rows`) with others who are."""
    titled = _AS_PUPILS.match(text, end)
    after = titled.end() if titled is not None else end
    return _HONOURED.pattern.match(text, after) is not None or (text[end : end + 1] in _ROW_SIGNS and end + 1 in rows)


def _may_be(gather: Gather, span: Span) -> bool:
    name = span.of(gather.text)
    return is_name(name) and not is_word(name) and unknown(name) and not gather.inside(span)
