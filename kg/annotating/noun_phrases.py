"""Noun phrases on either side of a number: where they begin and end.

One ends where a word stands that no name holds (verbs, adverbs, prepositions; two lexicons tell).
"""

from kg import expressions as re
from kg.annotating.counting_words import behind_recipient, outside_phrases, predicates, verbs_behind, verbs_in_front
from kg.annotating.division_names import division_short_names, listed_divisions
from kg.annotating.quantity import Quantity
from kg.annotating.view import View
from kg.annotating.words import unknown

_LONGEST = 16
_WHERE = re.compile(r"[全本我各该](?:自治)?[国省市县区州旗镇乡村街社辖盟][内区道]?")
"""Words for a whole place, which say where something is counted: 全区46家."""
_DOERS = frozenset("里区县市局镇乡村队院校委府方们司处站社部团连厂户共日")
"""What the word in front of a verb ends in where it says who does it."""
_OF_WORK = re.compile("项目|工程|试点|示范|专业|设[施备]|装备|基地|机构|[小分]?队(?!员)")
"""Behind a verb, what makes it an attribute: 林草治理|项目."""
_DENIALS = frozenset("不未非无")
"""What belongs to the word behind it: 30个|不和谐|问题."""
_PREPOSITIONS = "为向给将被"
"""What segmentation may have joined to a noun."""
_OF_DEED = re.compile(
    "总?(?:面积|[产数总]量|价格|成本|人数|户数|长度|规模|收入|金额|周期|能力|进度|速度|任务|资金|效率)"
)
"""What a verb in front is said of: 种植|面积."""
_PERIOD = re.compile(r"(?:前?[一二三四]季度|[一二三四五六七八九十]{1,2}月份?|[初底末](?=[全本我各]))(?=[㐀-鿿]{2})")
"""When, before what was counted: 前|三季度|出口."""
_COLLECTIVE = "集体"
"""Right behind a number it is counted (38个|集体), behind a noun it says how something is done."""
_ASIDE = re.compile("(?<=[㐀-鿿])（[㐀-鿿A-Za-z]{2,10}）$")
"""Between a noun and what is said of it: 固定资产投资|（不含农户）|增长11%."""
_SHORTEST = 2
BREAK = re.compile(r"[，。；：！？…（）()“”‘’《》〈〉\s—]")
PHRASE_END = re.compile(r"[/，。；：！？、…（）()“”‘’《》〈〉\s\d]")
_NAME_BEFORE = re.compile(r"[“《‘〈]([^“”《》‘’〈〉\n]{1,30})[”》’〉]$")


def is_where(words: str) -> bool:
    """Tell whether words in front of a number only say where it was counted: 全区46家, 湖南有5万人."""
    return _WHERE.fullmatch(words) is not None or words in division_short_names() or words in listed_divisions()


def _behind_place(text: str, start: int, end: int) -> int:
    """Return where a noun begins behind the division where it was counted: 云溪县|死亡."""
    longest = range(min(_LONGEST, end - start - _SHORTEST), _SHORTEST - 1, -1)
    return next((start + n for n in longest if text[start : start + n] in listed_divisions()), start)


class NounPhrases:
    """A quantity with the stretch of its clause in which its noun may stand: from `floor` to `limit`."""

    def __init__(self, view: View, quantity: Quantity, floor: int, limit: int) -> None:
        self.view, self.text, self.quantity = view, view.text, quantity
        self.floor, self.limit = floor, limit

    def _phrase(self, start: int) -> tuple[int, int]:
        """Return where the nouns from `start` on end, and where the stretch without punctuation does."""
        limit = min(self.limit, start + _LONGEST)
        stop = PHRASE_END.search(self.text, start, limit)
        limit = stop.start() if stop else limit
        end = start
        while end < limit:
            after = self._word_end(end, limit)
            if end == start and self.text[end:after] in _DENIALS and after < limit:
                after = self._word_end(after, limit)
            word = self.text[end:after]
            if len(word) > 1 and word[-1] in _PREPOSITIONS and unknown(word):
                return self._without_verbs(start, after - 1), limit  # 青贮|草为|牧民
            stops = word in outside_phrases() and not (end == start and word == _COLLECTIVE)
            if stops or (end - start >= _SHORTEST and predicates(word) and not _OF_WORK.match(self.text, after)):
                break
            end = after
        return self._without_verbs(start, end), limit

    def _without_verbs(self, start: int, end: int) -> int:
        """Return where the nouns end when the verbs behind them are left out: 150名|市民|听讲."""
        while end > start and self.text[(last := self._word_start(end, start)) : end] in verbs_behind():
            end = last
        return end

    def _noun_before(self, end: int) -> str | None:
        floor = max(self.floor, end - _LONGEST)
        if (aside := _ASIDE.search(self.text, floor, end)) is not None:
            end = aside.start()
        if (quoted := _NAME_BEFORE.search(self.text, max(self.floor, end - 32), end)) is not None:
            return quoted[1]
        floor = max((m.end() for m in BREAK.finditer(self.text, floor, end)), default=floor)
        start = end
        while start > floor:
            before = self._word_start(start, floor)
            word = self.text[before:start]
            if word == "不" and start < end:
                start = before  # 不|合格8批次
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
        start = place if (place := _behind_place(self.text, start, end)) < end else start
        found = self.text[start:end].strip("、的和").removeprefix("共").removeprefix("一批")
        found = re.sub("^(?:并|判)?处(?=罚金$)", "", found)
        return None if not found or is_where(found) else found

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
        return word if len(word) > 1 and not BREAK.search(word) and word not in outside_phrases() else None

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
