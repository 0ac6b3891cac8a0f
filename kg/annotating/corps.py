"""Bodies of the production corps, whose levels are 师, 团 and 连: 师|统计局, 青湖团|医院, 七连."""

from collections.abc import Iterator
from functools import lru_cache

from kg import expressions as re
from kg.annotating.naming import Naming
from kg.annotating.view import View
from kg.annotating.words import outside, parts_of
from kg.model.source import Span

_SPEAKS = re.compile(r"兵团|团场|连队|师市")
_DIGITS = "一二三四五六七八九十〇零百\\d"
_NUMBER = f"[{_DIGITS}]{{1,4}}"
_UNIT = (
    rf"(?:(?:新疆生产建设)?兵团(?:第?{_NUMBER}师)?(?:{_NUMBER}团)?|第?{_NUMBER}师(?:{_NUMBER}团)?|{_NUMBER}团"
    r"|(?<![㐀-鿿])[㐀-鿿]{2}团|(?<![㐀-鿿])[师团])"
)
_ORGAN = re.compile(
    rf"{_UNIT}(?P<own>[㐀-鿿]{{0,6}}?)(?:(?:党委|纪委)(?![书常委])|总工会|工会|妇联|医院|卫生院|[一二三四五六]中|中学|小学|学校|幼儿园"
    r"|法院|检察院|[^\W\d]局|司法所|派出所|[^\W\d]站|[^\W\d]服务中心)(?!长)"
)
_COMPANY = re.compile(
    rf"(?:{_UNIT}(?:{_NUMBER}|(?<=团)[㐀-鿿]{{2}})|(?<![㐀-鿿\d])[㐀-鿿]{{2}}|{_NUMBER})连"
    r"(?=[^续接连忙日年月夜带锁同云])"
)
"""Companies (连) stand for the villages there: places, and bodies where they act."""
_WHOLE = re.compile(
    rf"(?:(?:(?:新疆生产建设)?兵团)?第?{_NUMBER}师(?:[㐀-鿿]{{2,3}}市)?(?:{_NUMBER}团)?"
    rf"|(?:(?:新疆生产建设)?兵团)?(?<!第){_NUMBER}团|(?:新疆生产建设)?兵团(?=党委))"
    rf"(?![{_DIGITS}连结圆体聚伙购圈队徽旗歌支组拜年建生范资友兄市傅])"
)
"""Divisions and regiments themselves: 第八师青禾市, 三师五十三团, 兵团|党委书记."""


def find_corps(view: View, line: Span) -> Iterator[Naming]:
    """Give the bodies of divisions and regiments of a line, and the companies, which are places until they act."""
    if not _speaks(view):
        return
    for m in _ORGAN.finditer(view.text, line.start, line.end):
        if not _told(view, m.start("own"), m.end("own")):
            yield Naming(span=Span(*m.span()), kind="organization", head="bureau", rule="organization.place-and-head")
    for m in (*_COMPANY.finditer(view.text, line.start, line.end), *_WHOLE.finditer(view.text, line.start, line.end)):
        if not _told(view, m.start(), m.end() - 1):
            yield Naming(span=Span(*m.span()), kind="place", head="community", rule="place.community")


@lru_cache(maxsize=4)
def _speaks(view: View) -> bool:
    """Tell whether the text speaks of the corps."""
    return _SPEAKS.search(view.text) is not None


def _told(view: View, start: int, end: int) -> bool:
    """Tell whether a word of a sentence stands here."""
    return end > start and any(len(word) > 1 and word in outside() for word in parts_of(view, start, end))
