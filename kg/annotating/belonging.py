"""To which event, campaign or organization a quantity belongs, and the place where it was counted.

The nearest event or campaign of its sentence before it, or right behind it in its clause; else the one that the
sentence before told of, where this one goes on with it (目前，已…); else the organization that opens the sentence and
acts. Where nothing stands near, nothing is said.
"""

from bisect import bisect_left
from collections.abc import Iterable

from kg import expressions as re
from kg.annotating.view import View
from kg.model.source import Span

Named = tuple[Span, str]
"""Where a thing is named, and its key."""
_ACTS = re.compile(
    r"[^，。；！？\n]{0,12}(?:[组开举召启完实建新投发抽派动出累共已查破抓接收捐引带培评选检清拆改整治办推种植生产销售帮救转])"
)
_GOES_ON = re.compile(
    r"(?:该|此次|本次|此项|这项|专项)?(?:行动|活动|整治|工程|项目|工作|攻坚|会战)(?:开展|启动|实施|期间|中|共|已|累计|至今)"
    r"|截至|截止|目前|至今|累计|已|共|[其期]间|据统计|据了解|(?:开展|启动|实施)以来|一[周个]|[两三四五六七八九十]个月|\d+天|半[年个月]"
)
"""How a sentence begins that goes on with what the one before told of."""
_OPENS = 12
"""Characters at most between the beginning of a clause and the organization that acts in it."""


class Belonging:
    """The named things of an article, to ask what a quantity is about."""

    def __init__(
        self, view: View, activities: Iterable[Named], organizations: Iterable[Named], places: Iterable[Named]
    ) -> None:
        self.view = view
        self._activities, self._organizations, self._places = _Index(activities), _Index(organizations), _Index(places)

    def about(self, at: int) -> tuple[str, ...]:
        """Return the key of the event, campaign or organization that a quantity there belongs to, at most one."""
        sentence, clause = self.view.sentence(at), self.view.clause(at)
        held = self._activities.last(sentence.start, at) or self._activities.first(at, clause.end)
        held = held or self._gone_on(sentence)
        if held is not None:
            return (held[1],)
        acting = self._organizations.last(sentence.start, at)
        return (acting[1],) if acting is not None and self._acts(acting[0]) else ()

    def _gone_on(self, sentence: Span) -> Named | None:
        """Return the activity of the sentence before, where this one goes on with it: …行动。目前，已检查…."""
        if sentence.start == self.view.line(sentence.start).start or not _GOES_ON.match(self.view.text, sentence.start):
            return None
        before = self.view.sentence(sentence.start - 1)
        return self._activities.last(before.start, before.end)

    def place(self, at: int) -> str | None:
        """Return the key of the place named before a quantity there in its clause, None where there is none."""
        found = self._places.last(self.view.clause(at).start, at)
        return None if found is None else found[1]

    def _acts(self, span: Span) -> bool:
        """Tell whether an organization opens a clause and a verb follows it there."""
        clause = self.view.clause(span.start)
        return span.start - clause.start <= _OPENS and _ACTS.match(self.view.text, span.end, clause.end) is not None


class _Index:
    """Named things by where they stand."""

    def __init__(self, named: Iterable[Named]) -> None:
        self._named = sorted(named)
        self._starts = [span.start for span, _ in self._named]

    def last(self, start: int, end: int) -> Named | None:
        """Return the last one that begins from `start` on and before `end`."""
        index = bisect_left(self._starts, end)
        return self._named[index - 1] if index and self._starts[index - 1] >= start else None

    def first(self, start: int, end: int) -> Named | None:
        """Return the first one that begins from `start` on and before `end`."""
        index = bisect_left(self._starts, start)
        return self._named[index] if index < len(self._starts) and self._starts[index] < end else None
