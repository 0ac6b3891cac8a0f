"""The order in which a reader meets an article: itself, events with those who take part, posts, figures, quotes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from kg.ports import Quad, Term
from kg.vocabulary import name
from kg.vocabulary.syntax import parse_term

_RANKS = {
    name("press:Article"): 0,
    name("press:Page"): 1,
    name("press:Event"): 2,
    name("press:Campaign"): 2,
    name("press:Participation"): 2,
    name("press:Tenure"): 3,
    name("press:Figure"): 4,
    name("press:When"): 5,
    name("press:Evidence"): 9,
}
_TYPE, _EVIDENCE = name("rdf:type"), name("press:Evidence")
_ACTIVITY = 2
_BESIDE = {2: "2", 5: "1"}
"""With an activity come its times, then those who take part."""
_GISTS = tuple(name(each) for each in ("oa:exact", "press:asWritten", "press:title"))
_DAYS = tuple(name(each) for each in ("press:earliest", "press:latest"))
_LINKS = tuple(name(each) for each in ("prov:wasDerivedFrom", "press:mentionedIn"))
BREAK = "\x1f"
"""Between the parts of a key: sorts before whatever terms are made of."""


class ArticleLayout:
    """The nodes of one article's graph: a sort key for each that has its place there, and what each says in short."""

    def __init__(self, article: Term, quads: Iterable[Quad]) -> None:
        self._about: dict[Term, dict[Term, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            self._about[quad.subject][quad.predicate].append(quad.object)
        self._starts = dict(self._offsets())
        self._starts |= dict(self._first_evidence())
        self._activity = dict(self._leads())
        home = self._home(article)
        self.keys = {node: BREAK.join((home, *place)) for node, place in self._places()}

    @cached_property
    def gists(self) -> dict[Term, str]:
        """What nodes say in short."""
        return dict(self._short())

    @cached_property
    def evidence(self) -> frozenset[Term]:
        """The nodes that are pieces of evidence."""
        return frozenset(node for node, said in self._about.items() if _EVIDENCE in said.get(_TYPE, ()))

    def _one(self, node: Term, predicate: str) -> Term | None:
        return next(iter(self._about[node].get(name(predicate), ())), None) if node in self._about else None

    def _offsets(self) -> Iterator[tuple[Term, int]]:
        for node in self._about:
            if (start := self._one(node, "oa:start")) is not None:
                yield node, _number(start)

    def _first_evidence(self) -> Iterator[tuple[Term, int]]:
        for node, said in self._about.items():
            found = [self._starts[each] for link in _LINKS for each in said.get(link, ()) if each in self._starts]
            if found:
                yield node, min(found)

    def _leads(self) -> Iterator[tuple[Term, Term]]:
        """Give the activity beside which a node is shown: that of a participation, that which a time belongs to."""
        for node, said in self._about.items():
            if (activity := self._one(node, "press:activity")) is not None:
                yield node, activity
            if self._rank(said) == _ACTIVITY:
                yield from ((when, node) for when in said.get(name("press:when"), ()))

    def _short(self) -> Iterator[tuple[Term, str]]:
        """Give the quote, the words of a time with its days, the title of a post."""
        for node, said in self._about.items():
            if (found := next((said[each][0] for each in _GISTS if each in said), None)) is not None:
                days = dict.fromkeys(parse_term(said[each][0]).value for each in _DAYS if each in said)
                yield node, " ".join([f"“{parse_term(found).value}”", *(["/".join(days)] if days else [])])

    def _home(self, article: Term) -> str:
        """Return what orders articles: their file, then where they begin in it."""
        files = self._about[article].get(name("press:sourceFile"), [Term('""')])
        begins = (_number(start) for node in self._about if (start := self._one(node, "press:sourceStart")))
        return BREAK.join((min(files), f"{min(begins, default=0):012d}", article))

    def _places(self) -> Iterator[tuple[Term, tuple[str, ...]]]:
        for node, said in self._about.items():
            if (rank := self._rank(said)) is None:
                continue
            lead = self._activity.get(node, node)
            group = str(_ACTIVITY if lead in self._about and lead != node else rank)
            start, own = self._starts.get(lead, 0), self._starts.get(node, 0)
            yield node, (group, f"{start:09d}", lead, "0" if lead == node else _BESIDE[rank], f"{own:09d}", node)

    def _rank(self, said: dict[Term, list[Term]]) -> int | None:
        return min((_RANKS[each] for each in said.get(_TYPE, ()) if each in _RANKS), default=None)


def _number(term: Term) -> int:
    value = parse_term(term).value
    return int(value) if value.isascii() and value.isdigit() else 0
