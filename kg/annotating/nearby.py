"""Names that an ordinary noun for a person stands before (业务员许清溪, 演员“小辣椒”许清溪), or 等12名 behind."""

from kg import expressions as re
from kg.annotating.gates import Gated
from kg.annotating.gathering import Gather
from kg.annotating.name_followers import ends_name
from kg.annotating.name_words import surnames
from kg.annotating.names import is_name
from kg.annotating.names_before import names_back
from kg.annotating.words import unknown
from kg.model.source import Span

_NOUN = re.compile(
    r"[㐀-鿿](?<![携联动着入分人握下上出开完竣施复加手招协经电落账本个每等使令引\d一二三四五六七八九十余多名位])"
    r"(?:[员匠手商农工女人锋卫侄徒]|兵(?!连)|搭档|同伴|伙伴|队友|工友|战友|室友|门将|代表|能手|状元|达人)(?=[㐀-鿿]{2})"
)
"""Words that end like a noun for a person."""
_NICKNAMED = Gated(r"[员师工兵匠手人家长者民户女农生]“[^“”\n]{1,8}”(?=[㐀-鿿]{2})")
_AMONG = Gated(
    r"等(?:同志|同学|老师|选手|(?:[\d一二三四五六七八九十]{1,4}余?|数十)(?:名|位|人(?![大民])))(?![㐀-鿿]{0,4}(?:局|镇|县|村))"
    r"|[两三四五\d][名位](?=教师|老师|同志|同学|选手|学生|医生|代表|委员)"
)
_OPENED = re.compile(r"[，。；：、！？”\s对将予给彰由的]$")
"""Before the first of them: 对|窦兴文等2名“全市功勋校长”."""
_SITES = frozenset("湾村镇乡县市区沟坪坝庄屯寨岭路街")
"""Last characters of places that may stand before 等: 王家湾等."""
_MOST_NAMED = 24


def find_nearby(gather: Gather, line: Span) -> None:
    """Find the names of a line behind nouns for persons, and in short lists that end in 等12名."""
    nouns = _NOUN.finditer(gather.text, line.start, line.end)
    for m in (*nouns, *_NICKNAMED.finditer(gather.view, line)):
        if gather.text[m.end()] in surnames() and m.end() in gather.view.boundaries:
            _behind(gather, m.end(), line.end)
    for m in _AMONG.finditer(gather.view, line):
        _before(gather, m.start(), line.start)


def _behind(gather: Gather, start: int, limit: int) -> None:
    span = next(gather.names_from(start, limit), None)
    if span is None or not gather.plausible(span) or gather.text[span.end - 1] in _SITES:
        return
    if span.end in gather.view.boundaries or (len(span) > 2 and ends_name(gather.text, span.end)):
        gather.add(span, "person.after-noun")


def _before(gather: Gather, end: int, floor: int) -> None:
    text = gather.text
    for span in reversed(names_back(gather, end, max(floor, end - _MOST_NAMED))):
        opened = _OPENED.search(text, max(floor, span.start - 1), span.start) is not None
        name = span.of(text)
        enclosed = (
            opened
            and text[span.end] == "等"
            and len(span) == 3
            and is_name(name)
            and unknown(name)
            and unknown(name[:2])
        )
        if text[span.end - 1] in _SITES or not (gather.plausible(span) or enclosed) or (len(span) < 3 and not opened):
            return
        gather.add(span, "person.among")
