"""The order in which a reader meets an article: itself, events with those who take part, posts, figures, quotes."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from operator import itemgetter

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
_START, _SOURCE_START, _FILE = name("oa:start"), name("press:sourceStart"), name("press:sourceFile")
_OF, _WHEN = name("press:activity"), name("press:when")
_SUBJECT = itemgetter(0)
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
        self._about: dict[Term, dict[Term, list[Term]]] = {}
        for subject, members in groupby(quads, key=_SUBJECT):
            said = self._about.setdefault(subject, {})
            for _, predicate, value, _ in members:
                said.setdefault(predicate, []).append(value)
        self._starts = dict(self._offsets())
        self._starts |= dict(self._first_evidence())
        self._home = self._home_of(article)

    def key(self, node: Term) -> str | None:
        """Return the sort key of a node; none where its place is elsewhere."""
        said = self._about.get(node, {})
        if (rank := self._rank(said)) is None:
            return None
        lead = self._leads.get(node, node)
        group = _ACTIVITY if lead != node and lead in self._about else rank
        start, own = self._starts.get(lead, 0), self._starts.get(node, 0)
        beside = "0" if lead == node else _BESIDE[rank]
        return BREAK.join((self._home, str(group), f"{start:09d}", lead, beside, f"{own:09d}", node))

    @cached_property
    def keys(self) -> dict[Term, str]:
        """The keys of all nodes that have their place here."""
        return {node: key for node in self._about if (key := self.key(node)) is not None}

    @cached_property
    def gists(self) -> dict[Term, str]:
        """What nodes say in short."""
        return dict(self._short())

    @cached_property
    def evidence(self) -> frozenset[Term]:
        """The nodes that are pieces of evidence."""
        return frozenset(node for node, said in self._about.items() if _EVIDENCE in said.get(_TYPE, ()))

    def _offsets(self) -> Iterator[tuple[Term, int]]:
        for node, said in self._about.items():
            if _START in said:
                yield node, _number(said[_START][0])

    def _first_evidence(self) -> Iterator[tuple[Term, int]]:
        for node, said in self._about.items():
            found = [self._starts[each] for link in _LINKS for each in said.get(link, ()) if each in self._starts]
            if found:
                yield node, min(found)

    @cached_property
    def _leads(self) -> dict[Term, Term]:
        """The activities beside which nodes are shown: that of a participation, that which a time belongs to."""
        leads: dict[Term, Term] = {}
        for node, said in self._about.items():
            if _OF in said:
                leads[node] = said[_OF][0]
            if _WHEN in said and self._rank(said) == _ACTIVITY:
                leads |= dict.fromkeys(said[_WHEN], node)
        return leads

    def _short(self) -> Iterator[tuple[Term, str]]:
        """Give the quote, the words of a time with its days, the title of a post."""
        for node, said in self._about.items():
            if (found := next((said[each][0] for each in _GISTS if each in said), None)) is not None:
                days = dict.fromkeys(parse_term(said[each][0]).value for each in _DAYS if each in said)
                yield node, " ".join([f"“{parse_term(found).value}”", *(["/".join(days)] if days else [])])

    def _home_of(self, article: Term) -> str:
        """Return what orders articles: their file, then where they begin in it."""
        files = self._about.get(article, {}).get(_FILE, [Term('""')])
        begins = (_number(said[_SOURCE_START][0]) for said in self._about.values() if _SOURCE_START in said)
        return BREAK.join((min(files), f"{min(begins, default=0):012d}", article))

    def _rank(self, said: dict[Term, list[Term]]) -> int | None:
        return min((_RANKS[each] for each in said.get(_TYPE, ()) if each in _RANKS), default=None)


def _number(term: Term) -> int:
    value = parse_term(term).value
    return int(value) if value.isascii() and value.isdigit() else 0
