"""Facts as a person reads them: who, what, whom, and the words that say so, with their place in the source."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from kg.errors import QueryError
from kg.model.table import Table
from kg.ports import Store
from kg.vocabulary import NAMESPACES

FactKind = Literal["tenure", "participation", "figure"]
KINDS: tuple[FactKind, ...] = get_args(FactKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of an article that a fact rests on."""

    text: str
    start: int
    """Offsets into the article's text."""
    end: int
    source_start: int
    """Offsets into the source file as decoded."""
    source_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A claim of an article.

    Of a tenure, `subject` is the person, `relation` the post, `object` the organization; of a participation the one
    who takes part, the role, the event or campaign; of a figure what it is about, what is counted, the number as
    written.
    """

    kind: FactKind
    subject: str
    relation: str
    object: str
    quotes: tuple[Quote, ...]
    headline: str
    file: str
    rule: str
    iri: str
    article: str
    """IRI of the article."""

    @property
    def quote(self) -> str:
        """Return the first of the words it rests on."""
        return self.quotes[0].text

    def __str__(self) -> str:
        said = " · ".join(filter(None, (self.subject, self.relation, self.object)))
        where = f"{self.file} {self.quotes[0].source_start}–{self.quotes[0].source_end}"
        return f"{said} ← “{self.quote}” ({where})"


def select_facts(store: Store, kind: FactKind | None, about: str | None) -> list[Fact]:
    """Give the facts of a store in the order of its files and their text, of one kind or all; `about` a name or IRI."""
    if kind is not None and kind not in KINDS:
        raise QueryError(f"{kind!r} is no kind of fact 没有这一类事实; there are {', '.join(KINDS)}")
    facts = [fact for each in KINDS if kind in (None, each) for fact in _facts(store, each)]
    if about is not None:
        facts = [fact for fact in facts if about in (fact.subject, fact.object, fact.relation, fact.iri)]
    return sorted(facts, key=lambda fact: (fact.file, fact.quotes[0].source_start, fact.kind, fact.iri))


def _facts(store: Store, kind: FactKind) -> Iterator[Fact]:
    table = store.select(_PREFIXES + _SELECT + _PATTERNS[kind] + _EVIDENCE)
    for claim, rows in groupby(sorted(_records(table), key=_order), key=lambda row: row["claim"]):
        group = list(rows)
        first = group[0]
        yield Fact(
            kind=kind,
            subject="、".join(dict.fromkeys(row["subject"] for row in group if row["subject"])),
            relation=first["relation"],
            object=first["object"],
            quotes=tuple(dict.fromkeys(map(_quote, group))),
            headline=first["headline"],
            file=min(row["file"] for row in group),
            rule=first["rule"],
            iri=claim,
            article=first["article"],
        )


def _records(table: Table) -> Iterator[dict[str, str]]:
    return (dict(zip(table.columns, row, strict=True)) for row in table.texts())


def _order(row: dict[str, str]) -> tuple[str, int, int, str, str]:
    return row["claim"], int(row["start"]), int(row["end"]), row["subject"], row["file"]


def _quote(row: dict[str, str]) -> Quote:
    return Quote(
        text=row["exact"],
        start=int(row["start"]),
        end=int(row["end"]),
        source_start=int(row["from"]),
        source_end=int(row["to"]),
    )


_PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in NAMESPACES.items())

_SELECT = """
SELECT DISTINCT ?claim ?subject ?relation ?object ?rule ?article ?headline ?file ?exact ?start ?end ?from ?to
WHERE {
"""

_PATTERNS: dict[FactKind, str] = {
    "tenure": """
  ?claim a press:Tenure ; press:title ?relation ; org:member/rdfs:label ?subject .
  OPTIONAL { ?claim org:organization/rdfs:label ?object }
""",
    "participation": """
  ?claim a press:Participation ; press:agent/rdfs:label ?subject ; press:role/skos:notation ?relation ;
         press:activity/rdfs:label ?object .
""",
    "figure": """
  ?claim a press:Figure ; press:asWritten ?object .
  OPTIONAL { ?claim press:about/rdfs:label ?subject }
  OPTIONAL { ?claim press:counted ?relation }
""",
}

_EVIDENCE = """
  ?claim press:rule ?rule ; prov:wasDerivedFrom ?evidence .
  ?evidence oa:hasSource ?article ; oa:exact ?exact ; oa:start ?start ; oa:end ?end ;
            press:sourceStart ?from ; press:sourceEnd ?to .
  ?article press:sourceFile ?file .
  OPTIONAL { ?article schema:headline ?headline }
}
"""
