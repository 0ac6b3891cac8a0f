"""The bodies that an article names, by where their names end: which one a post goes with."""

from bisect import bisect_right

from kg import expressions as re
from kg.annotating.known_places import LEVELS
from kg.annotating.localities import place_start
from kg.annotating.naming import Naming
from kg.annotating.view import View
from kg.model.source import Span

_APPOINTED = re.compile(r"[一-龥]{2,4}(?:(?<!勇)为|任|系)(?=[一-龥]{2})")
_HELD_AT = re.compile(r"任(?P<place>(?:(?![的了为和])[㐀-鿿]){2,3})$")
_LEAVING = re.compile(
    r"(?:连同|会同|带领|历任|曾任|出任|调任|改任|转任|升任|接任|担任|当选为?|拟任|聘为|原|前|时任|现任|新任|受|经(?!开区|济|信|贸|发|侦)|被|由|从|在|向(?!阳)|对|给|同(?=[省市县区州镇乡]|[一-龥]{2,3}[省市县区州镇乡])|与|和(?![平谐顺田林静政布硕龙])|及|是|为|任|系|至|据)(?=[一-龥]{2})"
)
_TERM = re.compile(rf"(?<=[{LEVELS}])第[一二三四五六七八九十]{{1,3}}届(?:纪律检查)?(?:委员会|人民代表大会|人大)")
"""A committee or congress behind the level of its place."""
_FARTHEST = 240
"""Characters of a sentence at most."""
_SECOND = 16
"""Characters of a second name in brackets at most."""
_JOINING = frozenset("、和与及")
_BESIDE = re.compile(r"(?:会同|联合|协同|移送|移交|携手|[与同向给])$")


class Organs:
    """The names of organizations in an article, by where they end."""

    def __init__(self, view: View, namings: tuple[Naming, ...]) -> None:
        self.view, self.text = view, view.text
        self._namings = sorted(namings, key=lambda n: n.span.end)
        self._ends = [n.span.end for n in self._namings]
        self._by_end = {n.span.end: n for n in self._namings}
        self._elects = _TERM.search(self.text) is not None

    def elected_in(self, offset: int, level: str) -> str:
        """Return the place whose committee or congress is told of before in the sentence: 云溪市|第六届委员会…选举."""
        if not self._elects:
            return ""
        stop = max(self.text.rfind(sign, 0, offset) for sign in "。！？\n") + 1
        found = None
        for m in _TERM.finditer(self.text, max(stop, offset - _FARTHEST), offset):
            found = m if self.text[m.start() - 1] == level else found
        start = place_start(self.view, found.start(), stop) if found is not None else None
        return self.text[start : found.start()] if start is not None and found is not None else ""

    def covers(self, start: int, end: int) -> bool:
        """Tell whether the name of an organization that begins before `start` goes on behind `end`."""
        number = bisect_right(self._ends, end)
        return number < len(self._namings) and self._namings[number].span.start < start

    def ends_within(self, start: int, end: int) -> bool:
        """Tell whether a name ends between the offsets."""
        number = bisect_right(self._ends, start)
        return number < len(self._ends) and self._ends[number] < end

    def ending(self, end: int, edge: int) -> Span | None:
        """Return the name that ends here, without what only leads to it (原|西山县委, 张明为|区水利局)."""
        end = self._unbracketed(end, edge)
        naming = self._by_end.get(end)
        if naming is None or max(naming.span.start, edge) >= end - 1:
            return None
        start = bare_start(self.text, Span(max(naming.span.start, edge), end))
        return Span(self._league(self._placed(start, edge), end, edge), end)

    def _unbracketed(self, end: int, edge: int) -> int:
        """Return the end of the name before a second name in brackets: 县农业农村局|（县乡村振兴局）."""
        if self.text[end - 1] != "）":
            return end
        opening = self.text.rfind("（", max(edge, end - _SECOND), end)
        return opening if opening > edge else end

    def _placed(self, start: int, edge: int) -> int:
        """Take in a place that no table knows, between 任 and its level: 历任|青禾|县财政局."""
        m = _HELD_AT.search(self.text, max(edge, start - 4), start) if self.text[start] in LEVELS else None
        return m.start("place") if m is not None else start

    def _league(self, start: int, end: int, edge: int) -> int:
        """Take in 团 or 共青团 before a committee: 团|县委."""
        if self.text[end - 1] != "委" or end - start != 2:
            return start
        words = ((start - n, self.text[start - n : start]) for n in (3, 1) if start - n >= edge)
        return next((begin for begin, word in words if word in {"共青团", "团"}), start)

    def only(self, offset: int, ending: re.Pattern[str]) -> Span | None:
        """Return the first of the last names before `offset` that end so, if all end in the same two characters."""
        last = bisect_right(self._ends, offset)
        found = [n.span for n in self._namings[max(0, last - 40) : last] if ending.search(n.span.of(self.text))]
        return found[0] if found and len({span.of(self.text)[-2:] for span in found}) == 1 else None

    def latest(self, offset: int, ending: re.Pattern[str]) -> Span | None:
        """Return the name before `offset` that ends so: the paragraph's nearest, else the article's if all agree."""
        paragraph = self.view.line(offset).start
        last = bisect_right(self._ends, offset)
        fits: dict[str, Span] = {}
        beside: Span | None = None
        for naming in reversed(self._namings[max(0, last - 40) : last]):
            name = naming.span.of(self.text)
            if len(name) > 2 and ending.search(name):
                if naming.span.start >= paragraph:
                    if not self._is_beside(naming.span.start):
                        return None if self._is_second(naming.span.start, ending) else naming.span
                    beside = beside or naming.span
                fits.setdefault(name, naming.span)
        if beside is not None:
            return beside
        alike = len({name[:2] for name in fits}) == 1 or len({name[-4:] for name in fits}) == 1
        return next(iter(fits.values())) if alike else None

    def _is_second(self, start: int, ending: re.Pattern[str]) -> bool:
        """Tell whether a body that ends so stands before it in a row, so that a post is of neither: 一中、|二中."""
        first = self._by_end.get(start - 1) if self.text[start - 1] in _JOINING else None
        return first is not None and ending.search(first.span.of(self.text)) is not None

    def _is_beside(self, start: int) -> bool:
        """Tell whether the sentence only says that a body helped or got something: 会同|公安分局."""
        return _BESIDE.search(self.text, max(0, start - 3), start) is not None


def bare_start(text: str, span: Span) -> int:
    """Return where a name begins behind what only leads to it: 原|西山县委, 张明为|区水利局."""
    start = span.start
    appointed = _APPOINTED.match(text, start, span.end)
    start = appointed.end() if appointed is not None else start
    leaving = _LEAVING.match(text, start, span.end)
    return leaving.end() if leaving is not None else start
