"""When an event was: the times of an article, asked for those that stand near a name."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from kg import expressions as re
from kg.annotating.activities import Activity
from kg.annotating.durations import extended
from kg.annotating.scenes import scene_day
from kg.annotating.view import View
from kg.model.facts import When
from kg.model.source import Span

_BEHIND = 12
"""Characters between a name and a time behind it at most."""
_NEAREST = 4
"""Times before a name that are looked at, at most."""
_PUT_OFF_TO = re.compile(r"(?:推迟|延期|改|调整|顺延)[到至在为]")
_PUT_OFF = re.compile(r"推迟|延期|改期|顺延|延后|另行|改[到至在为]")
_WAS_TO_BE = re.compile(r"原(?:定|本|计划|拟)?(?:于)?(?=\d)[^，。；]{2,20}的?\Z")
"""Before the name of what was called off: 原定8月5日开幕的."""
_AT_EVENT = frozenset({"ceremony", "award", "signing", "donation"})
"""Kinds of deeds that are done at an event."""
_PUT_OFF_REACH = 40
"""Characters behind a name within which it is said to when it is put off."""
_SET = re.compile(r"(?:将|拟|暂|初)?定?[于在]|将|拟|预计|计划")
_TELLS_TIME = ("event.deed-plan", "event.deed-launch", "event.deed-review")
"""Deeds whose words hold their time: 预计6月开工, 大修工程日前通过验收."""
_LEARNED = re.compile(
    r"[晚上下午间]{0,2}，?(?:本报)?(?:记者)?(?:从|自)?(?:(?!召开|举行|会上)[^，。；：]){0,30}?(?:获悉|得知|了解到)"
)
"""Behind the day on which a reporter learned of things, which dates none of them: 记者8日|从市体育局获悉."""
_AROUND = (10, 16)
"""Characters before a name and behind it in which a duration is looked for."""


class Dates:
    """The times of an article, in order, found by where they stand."""

    def __init__(self, view: View, whens: tuple[When, ...]) -> None:
        self.view = view
        whens = tuple(when for when in whens if not _LEARNED.match(view.text, when.span.end))
        self.whens = whens
        self._starts = [when.span.start for when in whens]
        self._ends = [when.span.end for when in whens]
        self._days = [at for at, when in enumerate(whens) if _is_day(when)]
        self._lead = next(iter(view.article.of_role("paragraph")), None)

    def of(self, activity: Activity) -> tuple[When, ...]:
        """Return the time of an event, none or one.

        It is told in its sentence, else by its paragraph, else it is the day of the scene.
        """
        sentence = self.view.sentence(activity.span.start)
        own = self._within(activity)
        if own is not None:
            return (own,)
        if activity.modality != "happened":
            moved = self._put_off(activity.span, sentence)
            if moved or activity.modality == "denied":
                return moved or self._called_off(activity.span, sentence)
        near = self._near(activity.span, sentence, has_been=activity.modality == "happened")
        if near is not None:
            return (extended(near, self._around(activity.span, sentence)),)
        if activity.trigger is None:
            return ()
        told = self._of_lead(sentence) if activity.main else None
        if told is None and activity.modality == "happened":
            part = activity.rule.startswith("event.deed") and bool(_AT_EVENT.intersection(activity.types))
            told = scene_day(self.view, activity.span, self.whens, part=part)
        return () if told is None else (told,)

    def _within(self, activity: Activity) -> When | None:
        """Return the time that the words of a deed hold themselves: 预计6月开工."""
        if not activity.rule.startswith(_TELLS_TIME):
            return None
        first = bisect_left(self._starts, activity.span.start)
        return next((when for when in self.whens[first : first + 1] if activity.span.covers(when.span)), None)

    def _called_off(self, span: Span, sentence: Span) -> tuple[When, ...]:
        """Return the day on which what was called off was to be: 原定8月5日开幕的…取消; put off, it is void."""
        if _PUT_OFF.search(self.view.text, span.end, min(sentence.end, span.end + _PUT_OFF_REACH)):
            return ()
        was = _WAS_TO_BE.search(self.view.text, max(sentence.start, span.start - _PUT_OFF_REACH), span.start)
        first = bisect_left(self._starts, was.start()) if was is not None else len(self.whens)
        return tuple(when for when in self.whens[first : first + 1] if when.span.end <= span.start and _is_day(when))

    def _put_off(self, span: Span, sentence: Span) -> tuple[When, ...]:
        """Return the time that what was put off is put off to, if one is said; called off it has none."""
        to = _PUT_OFF_TO.search(self.view.text, span.end, min(sentence.end, span.end + _PUT_OFF_REACH))
        first = bisect_left(self._starts, to.end()) if to is not None else len(self.whens)
        return tuple(w for w in self.whens[first : first + 1] if to is not None and w.span.start - to.end() <= 1)

    def _near(self, span: Span, sentence: Span, *, has_been: bool) -> When | None:
        """Return the last day named before the event in its sentence, one right behind it, else any time there.

        A day to come dates nothing that has been: 20日，召开30日晚会的筹备会.
        """
        before = self._last(range(len(self.whens)), span.start, sentence, has_been=has_been)
        day = self._last(self._days, span.start, sentence, has_been=has_been)
        after = [w for w in self._after(span.end, sentence) if not (has_been and lies_ahead(self.view, w))]
        days = [when for when in after if when.earliest is not None]
        if day is not None and days and (self._opens_article(day) or (not has_been and self._is_set(span, days[-1]))):
            day = None  # 本报5月6日讯 …大会5日上午举行, 10月18日获悉，…定于10月26日举行
        return day or (days[-1] if days else None) or before or next(iter(after), None)

    def _is_set(self, span: Span, when: When) -> bool:
        """Tell whether the words between say that this is when it is to be."""
        return _SET.fullmatch(self.view.text, span.end, when.span.start) is not None

    def _opens_article(self, when: When) -> bool:
        """Tell whether a time is that of the dateline."""
        dateline = self.view.article.dateline
        return dateline is not None and dateline.span.covers(when.span)

    def _last(self, numbers: Sequence[int], offset: int, sentence: Span, *, has_been: bool) -> When | None:
        """Return the last of the times of these numbers that ends before the offset in the sentence."""
        behind = bisect_left(numbers, bisect_right(self._ends, offset))
        for number in reversed(numbers[max(0, behind - _NEAREST) : behind]):
            if self._starts[number] < sentence.start:
                return None
            if not (has_been and lies_ahead(self.view, self.whens[number])):
                return self.whens[number]
        return None

    def _after(self, offset: int, sentence: Span) -> tuple[When, ...]:
        """Return the times of the sentence that begin right behind the offset."""
        first, last = bisect_left(self._starts, offset), bisect_right(self._starts, offset + _BEHIND)
        headed = self.view.text.find("】", offset, offset + _BEHIND)  # a heading before the item
        end = sentence.end if headed < 0 else headed
        return tuple(when for when in self.whens[first:last] if when.span.end <= end)

    def _around(self, span: Span, sentence: Span) -> str:
        before, behind = _AROUND
        return self.view.text[max(sentence.start, span.start - before) : min(sentence.end, span.end + behind)]

    def _of_lead(self, sentence: Span) -> When | None:
        """Return the only day that the first paragraph named before the sentence, where it holds the sentence."""
        if self._lead is None or not self._lead.covers(sentence):
            return None
        first, other = self._lead_days
        if first is None or first.span.start >= sentence.start:
            return None
        return first if other is None or other.span.start >= sentence.start else None

    @cached_property
    def _lead_days(self) -> tuple[When | None, When | None]:
        """The first day named in or behind the first paragraph, and the first one that is another day."""
        start = self._lead.start if self._lead is not None else 0
        days = [self.whens[at] for at in self._days if self._starts[at] >= start]
        return next(iter(days), None), next((when for when in days if _differ(when, days[0])), None)


def lies_ahead(view: View, when: When) -> bool:
    """Tell a time after the paper's date: it dates nothing that has happened."""
    published = view.article.published
    return published is not None and when.earliest is not None and when.earliest > published


def _is_day(when: When) -> bool:
    return when.precision == "day" and when.earliest is not None


def _differ(a: When, b: When) -> bool:
    return (a.earliest, a.latest) != (b.earliest, b.latest)
