"""Who goes on a tour of inspection: whether the words for a tour have one who goes, and which of them name it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from kg import expressions as re
from kg.annotating.gates import Gated
from kg.annotating.view import View
from kg.model.source import Span

_WEAK_OBJECT = re.compile(
    r"^(?:的|不[少低]于|人员|工作(?!在[^，。；]{0,6}一线)|组|团|队|站|出|发现|时|中|后|以|和|及|、|并|等|了解|结果|报告|情况|点|表|单|对象|员|者|者们|物资)"
)
_SUM = re.compile(r"^了?\d{3,}余?[家户]|(?:\d{3,}|\d[\d.]*万)[余多]?(?:[家户处个辆台人份]|人次|家次|户次)\Z")
"""The end of what was inspected over a time: 检查食品经营主体|2480家."""
_SAID = re.compile(r"精神|表示")
"""In what seems to be inspected: what was said on a tour or of one, 传达某某调研|讲话精神, 对客商来考察|表示欢迎."""
_GOES_ON = re.compile(r"[㐀-鿿A-Za-z\d（]")
_MOVES_MOST = 12
"""Characters of where one goes at most, that stand in the name of a tour of little other name."""
_ROUNDS = frozenset({"巡河", "巡林", "暗访"})
"""What an official does without a word of where: 县长某某|巡河."""
_MOVES = re.compile(r"^(?:先后|分别|一行|实地|专程|随机)?(?:到|赴|深入|来|走进|前往|莅|抵|就(?!餐|地|业))")
_PARTY = (
    r"一行(?:\d{1,3}人)?|考察团|观摩团|访问团|考察组|调研组|检查组|督导组|督查组|督察组|巡察组|视察组|工作组|代表团"
)
"""What those who travel together are called."""
_SUBJECT = re.compile(
    rf"(?:书记|长|主任|主席|常委|委员|领导|{_PARTY}|人员|[一-龥]{{2,4}})(?:率[^，。；]{{2,30}})?(?:，)?$"
)
_AFTER_NAME = re.compile(
    r"(?:一行(?:\d{1,3}人)?|等(?:领导|[一-龥\d]{1,4}人)?)?[还又也]?(?:先后|分别|专程|一同)?(?:带队|率[^，。；]{2,30})?，?\Z"
)
"""Between the name of an official and where he goes."""
_SUBJECT_REACH = 40
"""Characters of the longest subject that `_SUBJECT` tells, and some more."""
_VISITOR = re.compile(
    r"(?:[局委院社办厅处站]|(?<![场厕住])所|联|工会|公司|集团|[支分]行|协会|商会|学校|中学|小学|政府|办事处|支部|[支大中]队|中心)"
    r"(?:组织|带领)?(?:全体|的?青年|的)?(?:\d{1,4}余?[名位])?(?:民警|干部|党员|志愿者|工作人员|干警|医护人员|师生)?(?:代表|们)?(?:\d{1,2}月\d{1,2}日)?(?:组织)?，?$"
)
_GOER = Gated(
    rf"书记|[省市县区州旗镇乡局院校部会]长|人大|政协|委员|主任|主席|常委|领导|参谋长|司令员|政委|负责人|负责同志|干部|执法人员|{_PARTY}|指导组|与会|参会|代表们|带队|率"
)


_DID = re.compile(r"[^，。；：“”]{4,80}，(?:并|还|随后|先后|又)+")
"""Behind the official with whom a sentence begins, up to what he did besides: 召开座谈会，并|看望慰问困难党员."""
_OPENED = re.compile(
    rf"(?:[^，。；]{{2,14}}[日天晚午前]，)?(?P<who>[^，。；：“”]{{2,30}}?)(?:(?=[到赴在向与为举召开走来]){_DID.pattern}|(?:带着?|携带?|联合|组织)了?[^，。；：“”]{{2,50}})"
)
"""A sentence up to a second deed of the body that it begins with, or to where it goes with presents or others."""


class Goers:
    """The words of an article for those who inspect: officers and bodies sent out."""

    def __init__(self, view: View, officials: Iterable[Span]) -> None:
        self.view = view
        self._spans = [Span(*match.span()) for match in _GOER.finditer(view, Span(0, len(view.text)))]
        self._starts = [span.start for span in self._spans]
        self._named = sorted(span.end for span in officials)

    def inspection(self, match: re.Match[str]) -> Span | None:
        """Return the words of an inspection: it needs where or what, and one who goes before it in its sentence."""
        target = match["object"]
        if match.start("object") < match.start("verb"):  # 就…进行调研
            whole = Span(match.start(), match.end())
            acts = self._is_body(match.start()) or self._has_subject(match.start(), match.start())
            return whole if acts else None
        if _SUM.search(target) or _SAID.search(target):
            return None
        weak = _WEAK_OBJECT.match(target) is not None
        moves = _MOVES.match(match.group()) is not None
        alone = match["verb"] in _ROUNDS and self._follows_official(
            self.view.sentence(match.start()).start, match.start()
        )
        if not moves and not alone and (weak or len(target) < 4):
            return None
        first = match.start() + 2 * match.string.startswith("一行", match.start())
        farther = match.start("verb") - first
        end = match.end()
        if _GOES_ON.match(match.string, end) and "、" in target:  # broken off within a row
            end = match.start("object") + target.rindex("、")
        span = Span(
            first if weak or not target or (len(target) < 4 and farther <= _MOVES_MOST) else match.start("verb"),
            match.end("verb") if weak else end,
        )
        goes = "慰问" in match["verb"] or _MOVES.match(match.group()) is not None
        visits = goes and self._is_body(match.start())
        consoles = "慰问" in match["verb"]
        visits = visits or ((consoles or moves) and self._goes_on(match.start(), moves=moves))
        return span if visits or self._has_subject(match.start(), span.start) else None

    def _is_body(self, end: int) -> bool:
        """Tell whether a body, or its people, stands right before: bodies visit too, with presents."""
        return (
            _VISITOR.search(self.view.text, max(self.view.sentence(end).start, end - _SUBJECT_REACH), end) is not None
        )

    def _goes_on(self, offset: int, *, moves: bool) -> bool:
        """Tell whether the clause goes on with what an official, or a body, did that the sentence begins with."""
        text, start = self.view.text, self.view.sentence(offset).start
        at = bisect_right(self._named, start)
        if moves and at < len(self._named) and _DID.fullmatch(text, self._named[at], offset):
            return True
        opened = _OPENED.fullmatch(text, start, offset)
        if opened is None:
            return False
        return _VISITOR.search(opened["who"]) is not None or self._follows_official(start, opened.end("who"))

    def _has_subject(self, offset: int, end: int) -> bool:
        """Tell whether a subject ends here, and the sentence of `offset` names one who goes before."""
        text, start = self.view.text, self.view.sentence(offset).start
        if self._follows_official(start, offset) or self._follows_official(start, end):
            return True
        if end - start < 2 or not _SUBJECT.search(text, max(start, end - _SUBJECT_REACH), end):
            return False
        at = bisect_left(self._starts, start)
        return at < len(self._spans) and self._spans[at].end <= end

    def _follows_official(self, start: int, end: int) -> bool:
        """Tell whether an official is named right before, in the stretch from `start`."""
        at = bisect_right(self._named, end) - 1
        return (
            at >= 0 and self._named[at] > start and _AFTER_NAME.match(self.view.text, self._named[at], end) is not None
        )
