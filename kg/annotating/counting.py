"""What a quantity counts: the noun behind a measure word, else the noun in front, else the deed that it measures.

A noun phrase ends where a word stands that no name holds (verbs, adverbs, prepositions; two lexicons tell).
"""

from functools import cache

from kg import expressions as re
from kg.annotating.quantity import Quantity
from kg.annotating.view import View
from kg.lexicon import words

_LONGEST = 16
_AGES = frozenset({"岁", "周岁"})
_PERSONS = frozenset({"人", "人次"})
_COPULAS = re.compile(
    r"(?:达到?了?|(?<![行作])为|是|有|共|共有|共计|总计|累计|合计|总共|一共|已|已有|将|近|超过|突破|了|着|过|就|却|仅|只|均|计|高达|多达|可|分别|各|[升增降减升]至|至|到|[从由](?:去年|上年|前年|原来|原先|过去|此前|年初|最初)的|从|由|自|的|拟|总|不|折合|人民币|按|按照|以|每|其中"
    r"|每[年人户天月]|平均|[年月日户]均|又|也|还|并|再|都|即|能|会|应|等|较|(?<!占)比|在|尚|[在于]?(?:\d{4}年)?(?:年底|年末|月底|年内|届时|节前)前?|年产|日产|月产|不得|一行|整整|一律|每(?:立方米|平方米|公顷|亩|吨|升|公里|千瓦时))$"
)
_CHANGE_LINK = re.compile(
    r"[^，。；、]{0,4}?(?:增加|提高|提升|上升|增长|增|升|扩大|扩|发展|降低|下降|降|减少|减|缩短|压缩|压减|涨|变|变成|跃升|攀升|扩展|上涨|下调|上调|调整)(?:到了?|至|为|成)(?:[了约近超逾]|如今的|现在的|目前的)?"
)
_CHANGE = re.compile(r"(?:增长|增加|提高|提升|上升|扩大|扩展|发展|下降|降低|减少|缩短|压缩|稳定|控制|保持|维持)$")
_SINCE = r"(?:同比|环比|[比较同](?:上年|去年|上月|前年|往年|上季度?|年初)(?:同期|同月|底|末)?)"
_GREW = "增长|增加|上升|提高|提升|下降|降低|减少"
_CHANGING = (
    rf"{_SINCE}?(?:[一二两三四五六七八九十]年)?(?:年均|平均|实际|名义|净|累计|再|增速|增幅)*"
    rf"(?:{_GREW}|上涨|扩大|攀升|回落|下滑|下跌|收窄|缩减|增|降|跌|涨)"
    r"|[高低快慢多少]于[^，。；\d]{2,12}|[增涨降]幅|增速"
)
_CHANGED = re.compile(rf"(?:[按以扣剔][^，。；\d]{{1,10}}?)?(?P<change>{_CHANGING})(?:[了达近约超为至到]|超过|达到)*")
"""A clause up to its number, that says only how something has changed."""
_CHANGE_OF = re.compile(rf"(?:{_CHANGING})$")
_COMPARISON = re.compile(rf"{_SINCE}(?:实际|名义|净|累计|再)*$")
_MEANWHILE = re.compile(r"[）)]?[，、](?:(?:[按以扣剔][^，。；\d]{1,12}|其中)，)?")
_DURING = re.compile(rf"[间内来](?:每[年月亩户人])?(?:平均|累计|共)?(?:{_GREW})(?:了|近|约|超)?")
_WHERE = re.compile(r"[全本我各](?:自治)?[国省市县区州旗镇乡村街社辖盟][内区道]?")
"""Words for a whole place, which say where something is counted: 全区46家."""
_REACHED = re.compile(r"(?:累计|共|已|共计|合计)*(?:完成|实现|达成|为期)$")
"""Verbs that only say that it is so much: 固定资产投资|完成|74亿元."""
_SHORTEST = 2
_BREAK = re.compile(r"[，。；：！？…（）()“”‘’《》〈〉\s—]")
_PHRASE_END = re.compile(r"[/，。；：！？、…（）()“”‘’《》〈〉\s\d]")
_NAME_BEFORE = re.compile(r"[“《‘〈]([^“”《》‘’〈〉\n]{1,30})[”》’〉]$")
_NAME_BEHIND = re.compile(r"“([^“”‘’，。；：！？\n]{2,16})”")
_MODIFIED = re.compile(r"[^，。；：！？、…（）()\s]{1,14}的([^，。；：！？、…（）()“”‘’《》\s\d的]{1,12})")
_ATTRIBUTE = re.compile(
    r"(?:面积|海拔|[果净毛体总]重|[量率额值价数长高宽深厚容距径速温龄程]|重量|距离|规模|投资|资金|收入|奖金|[款费金]|里程|雨量|成本|利润|税收|补贴|补助|支出|预算|贷款|损失|净增|增幅)$"
)


@cache
def _outside() -> frozenset[str]:
    return (frozenset(words("outside_words")) - frozenset(words("counting_words", "noun"))) | frozenset(
        words("counting_words", "stop")
    )


def counted(view: View, quantity: Quantity, before: tuple[Quantity, str | None] | None) -> str | None:
    """Return what is counted, as printed; None where nothing near says it.

    `before` is the quantity before it with what that counts.
    """
    if quantity.unit.kind == "medal":
        return quantity.unit.word + "牌"
    clause = view.clause(quantity.span.start)
    near = before if before is not None and before[0].span.start >= clause.start else None
    if near is None and before is not None and before[1] and (change := _change_alone(view, before[0], quantity)):
        return before[1] if change.endswith("幅") else _CHANGE_OF.sub("", before[1]) + change
    if near is not None and (linked := _linked(view, quantity, near)) is not None:
        return linked
    if near is None:
        return _Neighbourhood(view, quantity, clause.start, clause.end).counted()
    floor = near[0].span.end
    if near[0].unit.kind == "measure" and near[1] is not None and view.text.startswith(near[1], floor):
        floor += len(near[1])  # that noun is counted by the quantity before: 210个|乡镇|135.6万人
    return _Neighbourhood(view, quantity, floor, clause.end).counted()


def _change_alone(view: View, before: Quantity, quantity: Quantity) -> str | None:
    """Return the words of a clause that says no more than how what is counted changed: 产值6亿元，|同比增长|3%."""
    start = view.clause(quantity.span.start).start
    if not _MEANWHILE.fullmatch(view.text, before.span.end, start):
        return None
    changed = _CHANGED.fullmatch(view.text, start, quantity.span.start)
    return changed["change"] if changed is not None else None


def _linked(view: View, quantity: Quantity, before: tuple[Quantity, str | None]) -> str | None:
    """Carry over what the quantity before counts: 由31%升至97%, 213户586间."""
    between = view.text[before[0].span.end : quantity.span.start]
    if between:
        meanwhile = before[0].unit.kind == "time" and _DURING.fullmatch(between)
        return before[1] if meanwhile or _CHANGE_LINK.fullmatch(between) else None
    clause = view.clause(quantity.span.start)
    follows = _Neighbourhood(view, quantity, quantity.span.start, clause.end).noun_behind()
    return before[1] if follows is None or quantity.unit.word in _PERSONS else None


class _Neighbourhood:
    """A quantity with the stretch of its clause in which its noun may stand: from `floor` to `limit`."""

    def __init__(self, view: View, quantity: Quantity, floor: int, limit: int) -> None:
        self.view, self.text, self.quantity = view, view.text, quantity
        self.floor, self.limit = floor, limit

    def counted(self) -> str | None:
        """Decide by the kind of the unit where to look first."""
        unit = self.quantity.unit
        if unit.kind == "people":
            return self.text[unit.start : unit.end]
        if unit.word in _AGES:
            return (self.noun_behind() if self.quantity.span.end > unit.end else None) or "年龄"
        if unit.word in _PERSONS:
            return self._persons()
        front = self.noun_in_front()
        if unit.kind == "measure":
            return self.noun_behind() or front or self.deed_behind() or self.deed_in_front()
        if unit.kind in {"unit", "money"} and not (front is not None and _ATTRIBUTE.search(front)):
            return self.noun_behind() or front or self.deed_in_front()
        return front or self.noun_behind() or self.deed_in_front()

    def _persons(self) -> str | None:
        """志愿者6.5万人 counts the noun in front; of a sum over several (…等9人, …共27人) the deed tells more.

        Of 22人的球队 the noun behind is counted, of 参战的160余人 what is said of them.
        """
        text, start = self.text, self.quantity.span.start
        if text.startswith("的", self.quantity.span.end) and (of := self.noun_behind()) is not None:
            return of
        if text[start - 1 : start] == "的" and (said := self._word_before(start - 1)) is not None:
            return said
        summed = text[start - 1 : start] in {"共", "等", "计"} or "、" in text[max(self.floor, start - 30) : start]
        first, second = (self.deed_behind, self.noun_in_front) if summed else (self.noun_in_front, self.deed_behind)
        return first() or second() or self.deed_in_front()

    def noun_behind(self) -> str | None:
        """Return the noun behind the unit, up to the first word that no noun phrase holds."""
        of = self.text.startswith("的", self.quantity.span.end)
        if self.text[self.quantity.span.end : self.quantity.span.end + 1] in {"和", "与", "及"}:
            return None
        start = self.quantity.span.end + of
        measured = not of and self.quantity.unit.kind == "measure"
        if measured and (quoted := _NAME_BEHIND.match(self.text, start, self.limit)) is not None:
            return quoted[1]
        end, stop = self._phrase(start)
        if end - start <= 1 and not of and (m := _MODIFIED.match(self.text, start, self.limit)) is not None:
            start = m.start(1)
            end, stop = self._phrase(start)
        elif end == start and stop - start > 2:
            end = self._led_by_verb(start, stop)
        return self.text[start:end] or None

    def _led_by_verb(self, start: int, stop: int) -> int:
        """Return the end of a noun phrase that a verb opens: 200多名|搬迁|群众代表; `start` where it is none."""
        first = self._word_end(start, stop)
        if self.text[start:first] in words("counting_words", "stop"):
            return start
        end, _ = self._phrase(first)
        whole = end == stop and stop - start <= 5
        return end if end > first and (whole or first - start == 2) and self.text[first - 1] not in "了过着" else start

    def _phrase(self, start: int) -> tuple[int, int]:
        """Return where the nouns from `start` on end, and where the stretch without punctuation does."""
        limit = min(self.limit, start + _LONGEST)
        stop = _PHRASE_END.search(self.text, start, limit)
        limit = stop.start() if stop else limit
        end = start
        while end < limit:
            after = self._word_end(end, limit)
            if self.text[end:after] in _outside():
                break
            end = after
        return end, limit

    def noun_in_front(self) -> str | None:
        """Return the noun in front of the number, copulas skipped; a name in quotation marks whole."""
        copulas = self._skip_copulas()
        end = self._skip_change(copulas)
        reached = None if end < copulas else _REACHED.search(self.text, max(self.floor, end - 6), end)
        if reached is not None and (found := self._noun_before(reached.start())) is not None:
            return found
        found = self._noun_before(end)
        skipped = self.text[end:copulas]
        is_level = any(c in "到至" for c in self.text[copulas : self.quantity.span.start])
        return found if found is None or is_level or not _CHANGED.fullmatch(skipped) else found + skipped

    def _noun_before(self, end: int) -> str | None:
        floor = max(self.floor, end - _LONGEST)
        if (quoted := _NAME_BEFORE.search(self.text, max(self.floor, end - 32), end)) is not None:
            return quoted[1]
        floor = max((m.end() for m in _BREAK.finditer(self.text, floor, end)), default=floor)
        start = end
        while start > floor:
            before = self._word_start(start, floor)
            word = self.text[before:start]
            if word in _outside() or word == "、" or any(c.isdecimal() for c in word):
                break
            start = before
        if start < end and (quoted := _NAME_BEFORE.search(self.text, max(self.floor, start - 20), start)) is not None:
            start = quoted.start()
        found = self.text[start:end].strip("、的和").removeprefix("共")
        return None if not found or _WHERE.fullmatch(found) else found

    def _word_before(self, end: int) -> str | None:
        """Return the word of two characters or more that ends at the offset."""
        start = self._word_start(end, self.floor) if end > self.floor else end
        word = self.text[start:end]
        return word if len(word) > 1 and not _BREAK.search(word) and word not in _outside() else None

    def deed_behind(self) -> str | None:
        """Return the verb phrase behind: 60多人|旁听, 有2款|检出防腐剂."""
        end, found = self.quantity.span.end, ""
        for _ in range(4):
            if end >= self.limit or _PHRASE_END.match(self.text, end):
                break
            after = self._word_end(end, self.limit)
            word = self.text[end:after]
            if found or (len(word) > 1 and word not in words("counting_words", "stop")):
                found += word
            end = after
        return found if len(found) >= 2 else None

    def deed_in_front(self) -> str | None:
        """Return the verb in front: 被骗28888元, 缝了6针."""
        end = self._skip_copulas()
        start = end
        while start > self.floor and end - start < 2 and not _BREAK.match(self.text[start - 1]):
            start = self._word_start(start, self.floor)
        found = self.text[start:end].strip("、，和")
        return None if not found or _WHERE.fullmatch(found) else found

    def _skip_change(self, end: int) -> int:
        """Skip the verb of a change: 城镇化率|提高到45% counts the rate; where it stands alone (同比|增长) it stays."""
        match = _CHANGE.search(self.text, max(self.floor, end - 4), end)
        if (
            match is None
            or match.start() - self.floor < _SHORTEST
            or self._word_start(match.start(), self.floor) < self.floor
        ):
            return end
        since = _COMPARISON.search(self.text, max(self.floor, match.start() - 12), match.start())
        if since is not None:
            return since.start() if since.start() > self.floor else end
        start = self._word_start(match.start(), self.floor)
        before = self.text[start : match.start()]
        compared = self.text[max(self.floor, start - 1) : start] in {"比", "较", "同", "与"}
        return end if compared or before in _outside() or _BREAK.search(before) else match.start()

    def _skip_copulas(self) -> int:
        end = self.quantity.span.start
        while end > self.floor and (m := _COPULAS.search(self.text, max(self.floor, end - 9), end)) is not None:
            end = m.start()
        return end

    def _word_end(self, offset: int, limit: int) -> int:
        end = offset + 1
        while end < limit and end not in self.view.boundaries:
            end += 1
        return end

    def _word_start(self, offset: int, floor: int) -> int:
        start = offset - 1
        while start > floor and start not in self.view.boundaries:
            start -= 1
        return start
