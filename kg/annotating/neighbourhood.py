"""What a number measures: the noun behind a measure word, else the one in front, else the deed."""

from kg import expressions as re
from kg.annotating import measures
from kg.annotating.changes import CHANGE, CHANGED, COMPARISON
from kg.annotating.counting_words import outside_phrases, verbs_in_front
from kg.annotating.name_words import has_surname, is_word
from kg.annotating.names import is_name
from kg.annotating.noun_phrases import BREAK, PHRASE_END, NounPhrases, is_where
from kg.annotating.words import titles
from kg.lexicon import words

_AGES = frozenset({"岁", "周岁"})
_PERSONS = frozenset({"人", "人次"})
_CASES = frozenset({"起", "例", "宗"})
_PEOPLE = frozenset({"名", "位", "户"})
_REACHED = re.compile(r"(?:累计|共|已|共计|合计)*(?:完成|实现|达成|为期)$")
"""Verbs that only say that it is so much: 固定资产投资|完成|74亿元."""
_MANNER = re.compile("按照?|以|根据|依照|遵照|围绕|沿着?|在|是")
"""Behind a number, how or where something is done: 民警与干部共20余人|按照分工开始行动."""
_AFTER_ALL = re.compile("经(?:过|历)?了?(?:长达|整整)?$")
"""Before the time that something took: 经过|4小时的|奋力扑救."""
_RELATIVE = re.compile("受(?![害灾伤助访贿])|荣|来自|参加|参与|从事|入选|通过")
"""Verbs that tell who is counted, behind the measure word of people: 25名|受表彰的|劳模."""
_ONE_WORD = frozenset("村镇乡县市区街校班厂")
"""Nouns of one character, whatever they have: 7个|村|的农业用水."""
_HIT = re.compile("被[骗困盗害救捕埋拐]|受[害灾困伤训捐助]")
"""What befell those who are counted, before the noun for them: 28名|受害|群众|返还…."""
_NO_NOUN = re.compile("[和与及]|零?[一二两三四五六七八九十]{1,3}(?:个月|[天日分秒])")
"""Behind a unit where no noun of its own stands: 有期徒刑九年|六个月."""
_RANKED = re.compile("中(?:排|位|居|列|名)[㐀-鿿]*$|第$")
"""Behind those among whom somebody has a rank: 31个省份|中排第8位."""
_MARKS = re.compile("大关|关口")
"""Behind a sum that is passed: 突破900亿元|大关."""
_LEADING_ON = frozenset("以在与对向把将被由为")
"""Behind a deed, what only leads on from it: 80分钟|鏖战|以2比1取胜."""
_SHORTEST = 2
_NEAR = 8
"""Characters in front of a number that are looked at for such words."""
_NAME_BEHIND = re.compile(r"“([^“”‘’，。；：！？\n]{2,16})”")
_MODIFIED = re.compile(
    r"[^，。；：！？、…（）()\s]{1,14}?的(?:“(?P<name>[^“”，。；：！？\n]{2,16})”|([^，。；：！？、…（）()“”‘’《》\s\d的]{1,12}))"
)


class Neighbourhood(NounPhrases):
    """What a quantity counts, by the words around it."""

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
            if front is not None and unit.word in _CASES and self.text.startswith("的", unit.end):
                return front  # 违法行为120起|的路口
            if unit.word == "次" and front is not None and measures.LED_BY.search(front):
                front = None  # 县长何澄两次|作出批示
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
            if _AFTER_ALL.search(
                self.text, max(self.floor, self.quantity.span.start - _NEAR), self.quantity.span.start
            ):
                return self.deed_behind(self.quantity.span.end + 1) or of
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
        if text.startswith("等", start - 1):
            return self._of_named()
        first, second = (self.deed_behind, self.noun_in_front) if summed else (self.noun_in_front, self.deed_behind)
        return first() or second() or self.deed_in_front()

    def _of_named(self) -> str | None:
        """Return what they are of whom one or more are named: 李明等60人|“优秀教师”称号, 高级|教师|李明等8人."""
        quoted = _NAME_BEHIND.match(self.text, self.quantity.span.end, self.limit)
        noun = self.noun_in_front() or ""
        name = next((n for n in (3, 2) if has_surname(noun[-n:]) and is_name(noun[-n:]) and not is_word(noun[-n:])), 0)
        if quoted is not None:
            return quoted[1]
        if (done := self.deed_behind()) is not None or not name:
            return done or noun or self.deed_in_front()
        title = noun[:-name]
        return next((title[at:] for at in range(len(title) - 1) if title[at:] in titles()), None)

    def noun_behind(self) -> str | None:
        """Return the noun behind the unit, up to the first word that no noun phrase holds."""
        of = self.text.startswith("的", self.quantity.span.end)
        if _NO_NOUN.match(self.text, self.quantity.span.end) or _MARKS.match(self.text, self.quantity.span.end):
            return None
        start = measures.behind_row(self.text, self.quantity, self.limit) + of
        if (other := measures.OTHER_UNIT.match(self.text, start, self.limit)) is not None:
            start = other.end()
        measured = not of and self.quantity.unit.kind == "measure"
        if measured and (quoted := _NAME_BEHIND.match(self.text, start, self.limit)) is not None:
            end, _ = self._phrase(quoted.end())
            return self.text[start:end] if end - quoted.end() >= _SHORTEST else quoted[1]
        end, stop = self._afflicted(start)
        whole = end - start == 1 and self.text[start] in _ONE_WORD
        modified = not (of or whole) and (end - start <= 1 or self.text[end : end + 1].isdigit())
        if modified and (m := _MODIFIED.match(self.text, start, self.limit)) is not None:
            if m["name"]:
                return m["name"]
            start = m.start(2)
            end, stop = self._phrase(start)
        elif end == start and stop - start > 2 and self.quantity.unit.kind != "unit":
            end = self._led_by_verb(start, stop)
        elif self._tells_which(start, end):
            behind, _ = self._phrase(end + 1)
            start, end = (end + 1, behind) if behind - end > _SHORTEST else (start, end)
        if self.text[end : end + 1].isdigit() and (cut := self._verb_inside(start, end)) is not None:
            end = cut  # 15个|连队|种植棉花|17万亩
        if (
            self.text[end : end + 1].isdigit()
            and (own := measures.ATTRIBUTE.search(self.text, start + _SHORTEST, end)) is not None
        ):
            end = self._word_start(own.end(), start)  # of the next number: 两个项目|总投资|2亿元
        return _RANKED.sub("", self.text[start:end]).removesuffix("总") or None

    def _afflicted(self, start: int) -> tuple[int, int]:
        """Return where the nouns from `start` on end, over what befell those whom they name: 28名|受害|群众."""
        hit = _HIT.match(self.text, start)
        end, stop = self._phrase(start if hit is None else hit.end())
        return (start if hit is not None and end == hit.end() else end), stop

    def _tells_which(self, start: int, end: int) -> bool:
        """Tell whether the words before 的 only say which ones are counted: 优秀|的, 名|受表彰|的."""
        people = self.quantity.unit.word in _PEOPLE and _RELATIVE.match(self.text, start)
        return self.text.startswith("的", end) and bool(
            people or self.text[end - 2 : end] in words("counting_words", "quality")
        )

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

    def deed_behind(self, start: int | None = None) -> str | None:
        """Return the verb phrase behind the quantity, or from `start` on: 60多人|旁听, 有2款|检出防腐剂."""
        end, found = start or self.quantity.span.end, ""
        if _MANNER.match(self.text, end):
            return None
        for _ in range(4):
            if end >= self.limit or PHRASE_END.match(self.text, end):
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
        while start > self.floor and end - start < 2 and not BREAK.match(self.text[start - 1]):
            start = self._word_start(start, self.floor)
        found = self.text[start:end].strip("、，和")
        dated = any(c.isdecimal() for c in found)  # 2023年|达到913亿元
        return None if not found or dated or found in measures.HOLDING or is_where(found) else found

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
        return end if compared or before in outside_phrases() or BREAK.search(before) else match.start()

    def _skip_copulas(self) -> int:
        end = self.quantity.span.start
        while end > self.floor and (m := measures.COPULAS.search(self.text, max(self.floor, end - 9), end)) is not None:
            end = m.start()
        return end
