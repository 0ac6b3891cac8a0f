"""What a quantity counts: the noun behind a measure word, else the noun in front, else the deed that it measures.

A noun phrase ends where a word stands that no name holds (verbs, adverbs, prepositions; two lexicons tell).
"""

from kg import expressions as re
from kg.annotating import measures
from kg.annotating.changes import CHANGE, CHANGE_LINK, CHANGE_OF, CHANGED, COMPARISON, DURING, change_alone
from kg.annotating.counting_words import behind_recipient, outside_phrases, predicates, verbs_behind, verbs_in_front
from kg.annotating.division_names import division_short_names, listed_divisions
from kg.annotating.quantity import Quantity
from kg.annotating.view import View
from kg.annotating.words import unknown
from kg.lexicon import words

_LONGEST = 16
_AGES = frozenset({"岁", "周岁"})
_PERSONS = frozenset({"人", "人次"})
_WHERE = re.compile(r"[全本我各](?:自治)?[国省市县区州旗镇乡村街社辖盟][内区道]?")
"""Words for a whole place, which say where something is counted: 全区46家."""
_REACHED = re.compile(r"(?:累计|共|已|共计|合计)*(?:完成|实现|达成|为期)$")
"""Verbs that only say that it is so much: 固定资产投资|完成|74亿元."""
_DOERS = frozenset("里区县市局镇乡村队院校委府方们司处站社部团连厂户共日")
"""What the word in front of a verb ends in where it says who does it."""
_MANNER = re.compile("按照?|根据|依照|遵照|围绕|沿着?|在|是")
"""Behind a number, how or where something is done: 民警与干部共20余人|按照分工开始行动."""
_DENIALS = frozenset("不未非无")
"""What belongs to the word behind it: 30个|不和谐|问题."""
_PREPOSITIONS = "为向给将被"
"""What segmentation may have joined to a noun."""
_OF_DEED = re.compile("总?(?:面积|[产数总]量|价格|成本|人数|户数|长度|规模|收入|金额|周期|能力|进度|任务|资金|效率)")
"""What a verb in front is said of: 种植|面积."""
_PERIOD = re.compile(r"(?:前?[一二三四]季度|[一二三四五六七八九十]{1,2}月份?)(?=[㐀-鿿]{2})")
"""When, before what was counted: 前|三季度|出口."""
_NO_NOUN = re.compile("[和与及]|零?[一二两三四五六七八九十]{1,3}(?:个月|[天日分秒])")
"""Behind a unit where no noun of its own stands: 有期徒刑九年|六个月."""
_LEADING_ON = frozenset("以在与对向把将被由为")
"""Behind a deed, what only leads on from it: 80分钟|鏖战|以2比1取胜."""
_SHORTEST = 2
_NEAR = 8
"""Characters in front of a number that are looked at for such words."""
_BREAK = re.compile(r"[，。；：！？…（）()“”‘’《》〈〉\s—]")
_PHRASE_END = re.compile(r"[/，。；：！？、…（）()“”‘’《》〈〉\s\d]")
_NAME_BEFORE = re.compile(r"[“《‘〈]([^“”《》‘’〈〉\n]{1,30})[”》’〉]$")
_NAME_BEHIND = re.compile(r"“([^“”‘’，。；：！？\n]{2,16})”")
_MODIFIED = re.compile(
    r"[^，。；：！？、…（）()\s]{1,14}?的(?:“(?P<name>[^“”，。；：！？\n]{2,16})”|([^，。；：！？、…（）()“”‘’《》\s\d的]{1,12}))"
)


def counted(view: View, quantity: Quantity, before: tuple[Quantity, str | None] | None) -> str | None:
    """Return what is counted, as printed; None where nothing near says it.

    `before` is the quantity before it with what that counts.
    """
    if quantity.unit.kind == "medal":
        return quantity.unit.word + "牌"
    clause = view.clause(quantity.span.start)
    near = before if before is not None and before[0].span.start >= clause.start else None
    if near is not None and near[0].unit.word in _AGES:
        near = before = None  # 35岁以下|7名
    if near is None and before is not None and before[1] and (change := change_alone(view, before[0], quantity)):
        return before[1] if change.endswith("幅") else CHANGE_OF.sub("", before[1]) + change
    if near is not None and (linked := _linked(view, quantity, near)) is not None:
        return linked
    if (
        before is not None
        and before[0].unit.word == quantity.unit.word
        and measures.REST.search(view.text, max(clause.start, quantity.span.start - _NEAR), quantity.span.start)
    ):
        return _Neighbourhood(view, quantity, clause.start, clause.end).noun_behind() or before[1]
    if near is None:
        return _Neighbourhood(view, quantity, clause.start, clause.end).counted()
    floor = near[0].span.end
    if near[0].unit.kind == "measure" and near[1] is not None and view.text.startswith(near[1], floor):
        floor += len(near[1])  # that noun is counted by the quantity before: 210个|乡镇|135.6万人
    return _Neighbourhood(view, quantity, floor, clause.end).counted()


def _linked(view: View, quantity: Quantity, before: tuple[Quantity, str | None]) -> str | None:
    """Carry over what the quantity before counts: 由31%升至97%, 213户586间."""
    between = view.text[before[0].span.end : quantity.span.start]
    if between:
        changed = CHANGED.fullmatch(between[1:]) if between[0] == "、" else None
        if changed is not None and before[1]:
            return before[1] + changed["change"]
        meanwhile = before[0].unit.kind == "time" and DURING.fullmatch(between)
        return before[1] if meanwhile or CHANGE_LINK.fullmatch(between) else None
    clause = view.clause(quantity.span.start)
    if before[1] and before[0].unit.kind == quantity.unit.kind == "time":
        return before[1]  # 有期徒刑四年|六个月
    follows = _Neighbourhood(view, quantity, quantity.span.start, clause.end).noun_behind()
    return before[1] if follows is None or quantity.unit.word in _PERSONS else None


def _is_where(words: str) -> bool:
    """Tell whether words in front of a number only say where it was counted: 全区46家, 湖南有5万人."""
    return _WHERE.fullmatch(words) is not None or words in division_short_names() or words in listed_divisions()


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
        told = measures.told_by_words(self.text, self.quantity, self.floor, self.limit)
        if told is not None and (unit.kind != "money" or self.noun_behind() is None):
            return told
        return self._lasting() if unit.kind == "time" else self._thing()

    def _thing(self) -> str | None:
        unit, front = self.quantity.unit, self.noun_in_front()
        if unit.kind == "measure":
            return self.noun_behind() or front or self.deed_behind() or self.deed_in_front()
        if unit.kind in {"unit", "money"} and not (front is not None and measures.ATTRIBUTE.search(front)):
            return self.noun_behind() or front or self.deed_in_front()
        return front or self.noun_behind() or self.deed_in_front()

    def _lasting(self) -> str | None:
        """Return what lasts so long: a term in front (工期), the event or deed behind (3天的义诊, 两个月内|改造)."""
        front = self.noun_in_front()
        if front is not None and measures.TERM.search(front):
            return front
        lasts = measures.LASTS.search(
            self.text, max(self.floor, self.quantity.span.start - _NEAR), self.quantity.span.start
        )
        if self.text.startswith("的", self.quantity.span.end) and (of := self.noun_behind()) is not None:
            return of if lasts or self.text[self.quantity.span.start - 1] in "了过，" else self.deed_in_front() or of
        if lasts:
            return lasts["verb"]
        if _NO_NOUN.match(self.text, self.quantity.span.end):
            return front
        behind = measures.WITHIN.match(self.text, self.quantity.span.end, self.limit)
        start = behind.end() if behind else self.quantity.span.end
        return self.deed_behind(start) or (None if behind else front or self.deed_in_front())

    def _persons(self) -> str | None:
        """志愿者6.5万人 counts the noun in front; of a sum over several (…等9人, …共27人) the deed tells more.

        Of 22人的球队 the noun behind is counted, of 参战的160余人 what is said of them.
        """
        text, start = self.text, self.quantity.span.start
        if text.startswith("的", self.quantity.span.end) and (of := self.noun_behind()) is not None:
            return of
        if text[start - 1 : start] == "的" and (said := self._word_before(start - 1)) is not None:
            return said
        if text.startswith("为", start - 1) and (done := self.deed_behind()) is not None:
            return done  # 医疗队为|100余人|提供服务
        if text.startswith("一行", start - 2) and measures.LED_BY.search(self.noun_in_front() or ""):
            return "一行"
        listed = "、" in text[max(self.floor, start - 30) : start] and not text.startswith("一行", start - 2)
        summed = text[start - 1 : start] in {"共", "等", "计"} or listed
        first, second = (self.deed_behind, self.noun_in_front) if summed else (self.noun_in_front, self.deed_behind)
        return first() or second() or self.deed_in_front()

    def noun_behind(self) -> str | None:
        """Return the noun behind the unit, up to the first word that no noun phrase holds."""
        of = self.text.startswith("的", self.quantity.span.end)
        if _NO_NOUN.match(self.text, self.quantity.span.end):
            return None
        start = measures.behind_row(self.text, self.quantity, self.limit) + of
        if (other := measures.OTHER_UNIT.match(self.text, start, self.limit)) is not None:
            start = other.end()
        measured = not of and self.quantity.unit.kind == "measure"
        if measured and (quoted := _NAME_BEHIND.match(self.text, start, self.limit)) is not None:
            end, _ = self._phrase(quoted.end())
            return self.text[start:end] if end - quoted.end() >= _SHORTEST else quoted[1]
        end, stop = self._phrase(start)
        modified = not of and (end - start <= 1 or self.text[end : end + 1].isdigit())
        if modified and (m := _MODIFIED.match(self.text, start, self.limit)) is not None:
            if m["name"]:
                return m["name"]
            start = m.start(2)
            end, stop = self._phrase(start)
        elif end == start and stop - start > 2:
            end = self._led_by_verb(start, stop)
        elif self.text.startswith("的", end) and self.text[end - 2 : end] in words("counting_words", "quality"):
            behind, _ = self._phrase(end + 1)
            start, end = (end + 1, behind) if behind - end > _SHORTEST else (start, end)
        if self.text[end : end + 1].isdigit() and (cut := self._verb_inside(start, end)) is not None:
            end = cut  # 15个|连队|种植棉花|17万亩
        if (
            self.text[end : end + 1].isdigit()
            and (own := measures.ATTRIBUTE.search(self.text, start + _SHORTEST, end)) is not None
        ):
            end = self._word_start(own.end(), start)  # of the next number: 两个项目|总投资|2亿元
        return self.text[start:end].removesuffix("总") or None

    def _verb_inside(self, start: int, end: int) -> int | None:
        """Return where the verb begins that takes the next number for its object; None where there is none."""
        at = start
        while at < end:
            after = self._word_end(at, end)
            if at - start >= _SHORTEST and self.text[at:after] in verbs_in_front():
                return at
            at = after
        return None

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
            if end == start and self.text[end:after] in _DENIALS and after < limit:
                after = self._word_end(after, limit)
            word = self.text[end:after]
            if len(word) > 1 and word[-1] in _PREPOSITIONS and unknown(word):
                return self._without_verbs(start, after - 1), limit  # 青贮|草为|牧民
            if word in outside_phrases() or (end - start >= _SHORTEST and predicates(word)):
                break
            end = after
        return self._without_verbs(start, end), limit

    def _without_verbs(self, start: int, end: int) -> int:
        """Return where the nouns end when the verbs behind them are left out: 150名|市民|听讲."""
        while end > start and self.text[(last := self._word_start(end, start)) : end] in verbs_behind():
            end = last
        return end

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
        return found if found is None or is_level or not CHANGED.fullmatch(skipped) else found + skipped

    def _noun_before(self, end: int) -> str | None:
        floor = max(self.floor, end - _LONGEST)
        if (quoted := _NAME_BEFORE.search(self.text, max(self.floor, end - 32), end)) is not None:
            return quoted[1]
        floor = max((m.end() for m in _BREAK.finditer(self.text, floor, end)), default=floor)
        start = end
        while start > floor:
            before = self._word_start(start, floor)
            word = self.text[before:start]
            if (
                word in outside_phrases()
                or word.removeprefix("共") in outside_phrases()
                or word == "、"
                or any(c.isdecimal() for c in word)
            ):
                break
            start = before
        if self.text[start : start + 1] == "年" and self.text[start - 1 : start].isdecimal():
            start += 1
        start = self._behind_verbs(start, end)
        if start < end and (quoted := _NAME_BEFORE.search(self.text, max(self.floor, start - 20), start)) is not None:
            start = quoted.start()
        start = behind_recipient(self.text, start, end)
        start = period.end() if (period := _PERIOD.match(self.text, start, end)) else start
        found = self.text[start:end].strip("、的和").removeprefix("共").removeprefix("一批")
        return None if not found or _is_where(found) else found

    def _behind_verbs(self, start: int, end: int) -> int:
        """Return where the nouns begin when the verbs in front are left out: 区里|设置|检查点."""
        word = start
        while (after := self._word_end(word, end)) <= end - _SHORTEST:
            verb = self.text[word:after] in verbs_in_front() and not _OF_DEED.fullmatch(self.text, after, end)
            if verb and (word == start or self.text[word - 1] in _DOERS):
                start = after
            word = after
        return start

    def _word_before(self, end: int) -> str | None:
        """Return the word of two characters or more that ends at the offset."""
        start = self._word_start(end, self.floor) if end > self.floor else end
        word = self.text[start:end]
        return word if len(word) > 1 and not _BREAK.search(word) and word not in outside_phrases() else None

    def deed_behind(self, start: int | None = None) -> str | None:
        """Return the verb phrase behind the quantity, or from `start` on: 60多人|旁听, 有2款|检出防腐剂."""
        end, found = start or self.quantity.span.end, ""
        if _MANNER.match(self.text, end):
            return None
        for _ in range(4):
            if end >= self.limit or _PHRASE_END.match(self.text, end):
                break
            after = self._word_end(end, self.limit)
            word = self.text[end:after]
            if found and word in _LEADING_ON:
                break
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
        return None if not found or found in measures.HOLDING or _is_where(found) else found

    def _skip_change(self, end: int) -> int:
        """Skip the verb of a change: 城镇化率|提高到45% counts the rate; where it stands alone (同比|增长) it stays."""
        match = CHANGE.search(self.text, max(self.floor, end - 4), end)
        if (
            match is None
            or match.start() - self.floor < _SHORTEST
            or self._word_start(match.start(), self.floor) < self.floor
        ):
            return end
        since = COMPARISON.search(self.text, max(self.floor, match.start() - 12), match.start())
        if since is not None:
            return since.start() if since.start() > self.floor else end
        start = self._word_start(match.start(), self.floor)
        before = self.text[start : match.start()]
        compared = self.text[max(self.floor, start - 1) : start] in {"比", "较", "同", "与"}
        return end if compared or before in outside_phrases() or _BREAK.search(before) else match.start()

    def _skip_copulas(self) -> int:
        end = self.quantity.span.start
        while end > self.floor and (m := measures.COPULAS.search(self.text, max(self.floor, end - 9), end)) is not None:
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
