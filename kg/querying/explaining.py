"""Explaining a thing: every fact about it, the words each rests on, the rule that found it.

Everything comes from the graph by a few queries, so that a build, a graph file and an endpoint explain alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kg.errors import QueryError
from kg.ports import Store
from kg.querying.running import run
from kg.querying.saved import SavedQuery, parse_query
from kg.vocabulary import NAMESPACES, is_valid_iri

_PREFIXES = "".join(
    f"PREFIX {prefix}: <{NAMESPACES[prefix]}>\n"
    for prefix in ("press", "rdfs", "skos", "org", "prov", "oa", "sem", "schema")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of an article: offsets into its text and into the source as decoded, in code points."""

    article: str
    words: str
    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedMerge:
    """A printed name that was taken for the thing: where, by which rule, and the evidence that corrections name."""

    form: str
    rule: str
    evidence: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedFact:
    """A claim put into words, with the quotes it rests on and the rule that found it."""

    claim: str
    says: str
    rule: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A thing: its name, its classes of the ontology, the forms printed, its facts, mentions and merges."""

    iri: str
    label: str
    kinds: tuple[str, ...]
    forms: tuple[str, ...]
    facts: tuple[ExplainedFact, ...]
    mentions: tuple[Quote, ...]
    merges: tuple[ExplainedMerge, ...] = ()


def _own(name: str, text: str) -> SavedQuery:
    return parse_query(_PREFIXES + text, name=name, path=Path(f"<{name}>"))


_NAMED = _own(
    "named",
    """
SELECT DISTINCT ?thing WHERE {
  { ?thing rdfs:label ?form } UNION { ?thing skos:altLabel ?form }
  FILTER(STR(?form) = ?_name)
  ?thing press:mentionedIn ?somewhere
} ORDER BY STR(?thing)
""",
)

_QUOTED = _own(
    "quoted",
    """
SELECT DISTINCT ?thing ?form WHERE {
  { ?thing rdfs:label ?form } UNION { ?thing skos:altLabel ?form }
  FILTER(CONTAINS(STR(?form), "“"))
  ?thing press:mentionedIn ?somewhere
} ORDER BY STR(?thing) STR(?form)
""",
)
_QUOTATION_MARKS = str.maketrans("", "", '“”"')

_DESCRIBED = _own(
    "described",
    """
SELECT DISTINCT ?property ?value WHERE {
  { ?_thing_iri a ?value BIND("kind" AS ?property) }
  UNION { ?_thing_iri rdfs:label ?value BIND("label" AS ?property) }
  UNION { ?_thing_iri skos:altLabel ?value BIND("form" AS ?property) }
} ORDER BY ?property STR(?value)
""",
)

_MENTIONS = _own(
    "mentions",
    """
SELECT DISTINCT ?article ?words ?start ?end ?source_start ?source_end WHERE {
  ?_thing_iri press:mentionedIn ?evidence .
  ?evidence oa:hasSource ?article ; oa:exact ?words ; oa:start ?start ; oa:end ?end ;
    press:sourceStart ?source_start ; press:sourceEnd ?source_end .
} ORDER BY STR(?article) ?start ?end
""",
)

_MERGES = _own(
    "merges",
    """
SELECT DISTINCT ?form ?rule ?evidence ?article ?words ?start ?end ?source_start ?source_end WHERE {
  ?merge press:kept ?_thing_iri ; press:mergedForm ?form ; press:rule ?rule ; prov:wasDerivedFrom ?evidence .
  ?evidence oa:hasSource ?article ; oa:exact ?words ; oa:start ?start ; oa:end ?end ;
    press:sourceStart ?source_start ; press:sourceEnd ?source_end .
} ORDER BY STR(?form) STR(?rule) STR(?article) ?start
""",
)

_FACTS = _own(
    "facts",
    """
SELECT DISTINCT ?claim ?subject ?says ?object ?status ?rule ?article ?words ?start ?end ?source_start ?source_end
WHERE {
  { SELECT DISTINCT ?claim WHERE {
      { ?claim org:member ?_thing_iri } UNION { ?claim org:organization ?_thing_iri }
      UNION { ?claim press:agent ?_thing_iri } UNION { ?claim press:activity ?_thing_iri }
      UNION { ?claim press:about ?_thing_iri } UNION { VALUES ?claim { ?_thing_iri } ?claim a press:Claim }
  } }
  ?claim press:rule ?rule ; prov:wasDerivedFrom ?evidence .
  ?evidence oa:hasSource ?article ; oa:exact ?words ; oa:start ?start ; oa:end ?end ;
    press:sourceStart ?source_start ; press:sourceEnd ?source_end .
  {
    ?claim a press:Tenure ; org:member ?person ; press:title ?title ; press:status ?state .
    ?person rdfs:label ?person_label .
    ?state rdfs:label ?state_label FILTER(LANG(?state_label) = "zh")
    OPTIONAL { ?claim org:organization ?body . ?body rdfs:label ?body_label }
    BIND(STR(?person_label) AS ?subject)
    BIND(CONCAT(COALESCE(STR(?body_label), ""), STR(?title)) AS ?says)
    BIND("" AS ?object)
    BIND(STR(?state_label) AS ?status)
  } UNION {
    ?claim a press:Participation ; press:agent ?agent ; press:role ?role ; press:activity ?activity ;
      press:modality ?mood .
    ?agent rdfs:label ?agent_label .
    ?role rdfs:label ?role_label FILTER(LANG(?role_label) = "zh")
    ?mood rdfs:label ?mood_label FILTER(LANG(?mood_label) = "zh")
    ?activity rdfs:label ?activity_label .
    BIND(STR(?agent_label) AS ?subject)
    BIND(STR(?role_label) AS ?says)
    BIND(STR(?activity_label) AS ?object)
    BIND(STR(?mood_label) AS ?status)
  } UNION {
    ?claim a press:Figure ; press:asWritten ?written ; press:modality ?mood .
    ?mood rdfs:label ?mood_label FILTER(LANG(?mood_label) = "zh")
    OPTIONAL { ?claim press:about ?thing . ?thing rdfs:label ?thing_label }
    OPTIONAL { ?claim press:counted ?counted }
    BIND(COALESCE(STR(?thing_label), "") AS ?subject)
    BIND(COALESCE(STR(?counted), "") AS ?says)
    BIND(STR(?written) AS ?object)
    BIND(STR(?mood_label) AS ?status)
  }
}
ORDER BY STR(?article) ?start STR(?claim) ?end ?subject
""",
)


def find_things(store: Store, name: str) -> tuple[str, ...]:
    """Find the things of this IRI, or of this name, in full or as printed. Raises `QueryError` where there is none."""
    if is_valid_iri(name):
        if not run(store, _DESCRIBED, {"thing": name}).rows:
            raise QueryError(f"<{name}>: the graph knows nothing of it 图中没有此节点")
        return (name,)
    found = tuple(thing for (thing,) in run(store, _NAMED, {"name": name}).texts()) or _but_for_marks(store, name)
    if not found:
        raise QueryError(
            f"nothing is called {name[:60]!r}; `kg query names --param name=…` finds parts of names 没有此名称的事物",
        )
    return found


def _but_for_marks(store: Store, name: str) -> tuple[str, ...]:
    """Find the things whose name, printed with quotation marks, is this one with or without them."""
    bare = name.translate(_QUOTATION_MARKS)
    rows = run(store, _QUOTED, {}).texts()
    return tuple(dict.fromkeys(thing for thing, form in rows if form.translate(_QUOTATION_MARKS) == bare))


def explain(store: Store, thing: str) -> Explanation:
    """Gather all facts of the thing of this IRI, in the order of the articles."""
    described = run(store, _DESCRIBED, {"thing": thing}).texts()
    labels = [value for property_, value in described if property_ == "label"]
    own = NAMESPACES["press"]
    return Explanation(
        iri=thing,
        label=labels[0] if labels else "",
        kinds=tuple(value.removeprefix(own) for name, value in described if name == "kind" and value.startswith(own)),
        forms=tuple(value for property_, value in described if property_ == "form"),
        facts=tuple(_facts(run(store, _FACTS, {"thing": thing}).texts())),
        mentions=tuple(_quote(row) for row in run(store, _MENTIONS, {"thing": thing}).texts()),
        merges=tuple(_merge(row) for row in run(store, _MERGES, {"thing": thing}).texts()),
    )


def _merge(row: tuple[str, ...]) -> ExplainedMerge:
    form, rule, evidence, *quote = row
    return ExplainedMerge(form=form, rule=rule, evidence=evidence, quote=_quote(tuple(quote)))


def _facts(rows: Iterable[tuple[str, ...]]) -> Iterable[ExplainedFact]:
    by_claim: dict[str, list[tuple[str, ...]]] = {}
    for claim, group in groupby(rows, key=lambda row: row[0]):
        by_claim.setdefault(claim, []).extend(group)
    for claim, group_rows in by_claim.items():
        _, _, says, object_, status, rule, *_ = group_rows[0]
        subjects = "、".join(dict.fromkeys(filter(None, (row[1] for row in group_rows))))
        words = " · ".join(filter(None, (subjects, says, object_)))
        quotes = dict.fromkeys(_quote(row[6:]) for row in group_rows)
        yield ExplainedFact(claim=claim, says=f"{words}（{status}）", rule=rule, quotes=tuple(quotes))


def _quote(row: tuple[str, ...]) -> Quote:
    article, words, *offsets = row
    start, end, source_start, source_end = map(int, offsets)
    return Quote(article=article, words=words, start=start, end=end, source_start=source_start, source_end=source_end)
