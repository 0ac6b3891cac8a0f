"""A review: a sample of facts and merges by rule, a sheet for a person to fill in, and what the filled sheet says.

A line of the sheet holds what the graph says, the words it rests on, and the correction that takes it back; the person
writes whether it is right, and what instead. Read back, wrong lines become corrections, and rules get their precision.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from math import sqrt
from pathlib import Path

from kg.errors import UsageError
from kg.ports import Store
from kg.querying.running import run
from kg.querying.saved import SavedQuery, parse_query
from kg.vocabulary import NAMESPACES, is_valid_iri

COLUMNS = ("rule", "says", "quote", "headline", "right", "instead", "action", "thing", "value")
YES = ("y", "yes", "right", "true", "1", "对", "是", "√")
NO = ("n", "no", "wrong", "false", "0", "错", "否", "×")
_LEVEL = 1.96
"""Quantile of the normal distribution for intervals of 95%."""
_FORMULA = ("=", "+", "-", "@")
_PREFIXES = "".join(
    f"PREFIX {prefix}: <{NAMESPACES[prefix]}>\n" for prefix in ("press", "rdfs", "org", "prov", "oa", "schema", "skos")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person wrote in a line of the sheet."""

    rule: str
    is_right: bool
    correction: tuple[str, str, str, str]
    """Action, thing, value and note of the line that takes it back or mends it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """Right ones among those judged of a rule, with Wilson's interval of 95%."""

    rule: str
    right: int
    judged: int
    low: float
    high: float


def _own(name: str, text: str) -> SavedQuery:
    return parse_query(_PREFIXES + text, name=name, path=Path(f"<{name}>"))


_RULED = _own(
    "ruled",
    """
SELECT DISTINCT ?node ?rule WHERE {
  { ?node a press:Claim } UNION { ?node a press:Merge }
  ?node press:rule ?rule .
} ORDER BY STR(?rule) STR(?node)
""",
)

_SHOWN = _own(
    "shown",
    """
SELECT DISTINCT ?kind ?subject ?words ?object ?evidence ?quote ?headline ?kept WHERE {
  ?_node_iri prov:wasDerivedFrom ?evidence .
  ?evidence oa:exact ?quote ; oa:hasSource ?article .
  OPTIONAL { ?article schema:headline ?printed }
  {
    ?_node_iri a press:Tenure ; org:member ?member ; press:title ?said . ?member rdfs:label ?name .
    OPTIONAL { ?_node_iri org:organization ?body . ?body rdfs:label ?above }
    BIND("tenure" AS ?kind) BIND("" AS ?kept)
  } UNION {
    ?_node_iri a press:Participation ; press:agent ?agent ; press:activity ?activity ; press:role ?role .
    ?agent rdfs:label ?name . ?activity rdfs:label ?above . ?role skos:notation ?said .
    BIND("participation" AS ?kind) BIND("" AS ?kept)
  } UNION {
    ?_node_iri a press:Figure ; press:asWritten ?said .
    OPTIONAL { ?_node_iri press:counted ?name }
    BIND("figure" AS ?kind) BIND("" AS ?kept)
  } UNION {
    ?_node_iri a press:Merge ; press:kept ?thing ; press:mergedForm ?said . ?thing rdfs:label ?name .
    BIND("merge" AS ?kind) BIND(STR(?thing) AS ?kept)
  }
  BIND(COALESCE(STR(?name), "") AS ?subject)
  BIND(STR(?said) AS ?words)
  BIND(COALESCE(STR(?above), "") AS ?object)
  BIND(COALESCE(STR(?printed), "") AS ?headline)
} ORDER BY STR(?evidence) ?subject ?object ?headline
""",
)


def draw_sheet(store: Store, *, per_rule: int, seed: int = 1) -> str:
    """Draw so many facts and merges of each rule, the same for the same graph and seed; return the sheet as CSV."""
    by_rule: dict[str, list[str]] = defaultdict(list)
    for node, rule in run(store, _RULED, {}).texts():
        by_rule[rule].append(node)
    sheet = io.StringIO()
    rows = csv.writer(sheet, lineterminator="\n")
    rows.writerow(COLUMNS)
    for rule, nodes in sorted(by_rule.items()):
        for node in sorted(nodes, key=lambda each: sha256(f"{seed} {each}".encode()).digest())[:per_rule]:
            if shown := run(store, _SHOWN, {"node": node}).texts():
                rows.writerow(map(_harmless, _row(rule, shown[0])))
    return sheet.getvalue()


def _row(rule: str, shown: tuple[str, ...]) -> tuple[str, ...]:
    kind, subject, words, above, evidence, quote, headline, kept = shown
    if kind == "merge":
        return (rule, f"{words} = {subject}", quote, headline, "", "", "different", evidence, kept)
    fact = f"{kind} {words} {subject}" if kind == "participation" else f"{kind} {words}"
    says = " · ".join(filter(None, (subject, words, above)))
    return (rule, says, quote, headline, "", "", "reject", evidence, fact)


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


def read_sheet(text: str, name: str) -> tuple[Judgement, ...]:
    """Read a filled sheet; lines left open are passed over. Raises `UsageError` with the line of a mistake."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if missing := [column for column in COLUMNS if column not in (rows.fieldnames or ())]:
        raise UsageError(f"{name}: 缺列 (columns are missing): {', '.join(missing)}; 请用 kg review --out 所出的表")
    return tuple(_judgements(rows, name))


def _judgements(rows: "csv.DictReader[str]", name: str) -> Iterator[Judgement]:
    for row in rows:
        cells = {column: (row[column] or "").strip() for column in COLUMNS}
        said = cells["right"].lower()
        if not said:
            continue
        if said not in (*YES, *NO):
            where = f"{name}:{rows.line_num}"
            raise UsageError(f"{where}: right 一栏请写 对 或 错 (write y or n in the column right): {said!r}")
        yield Judgement(rule=cells["rule"], is_right=said in YES, correction=_correction(cells))


def _correction(cells: dict[str, str]) -> tuple[str, str, str, str]:
    """Return the line that mends a wrong one: the thing whose IRI is given instead, else the fact is taken back."""
    instead = cells["instead"]
    if cells["action"] == "different" and is_valid_iri(instead):
        return ("same", cells["thing"], instead, cells["rule"])
    note = " ".join(f"{cells['says']}: {instead}".split()) if instead else cells["says"]
    return (cells["action"], cells["thing"], cells["value"], note)


def corrections_of(judgements: Iterable[Judgement], former: str) -> str:
    """Return the lines to add to a corrections file that holds `former`, those that it lacks."""
    known = {tuple(line.split("\t")[:3]) for line in former.splitlines()}
    lines = dict.fromkeys(each.correction for each in judgements if not each.is_right)
    added = "".join("\t".join(line) + "\n" for line in lines if line[:3] not in known)
    return added if not former or former.endswith("\n") or not added else "\n" + added


def precisions(judgements: Iterable[Judgement]) -> tuple[Precision, ...]:
    """Return the share of right ones by rule, those first that are least to be trusted."""
    found: dict[str, list[bool]] = defaultdict(list)
    for each in judgements:
        found[each.rule].append(each.is_right)
    told = (_precision(rule, sum(answers), len(answers)) for rule, answers in found.items())
    return tuple(sorted(told, key=lambda each: (each.right / each.judged, each.rule)))


def _precision(rule: str, right: int, judged: int) -> Precision:
    share, square = right / judged, _LEVEL**2
    middle = share + square / (2 * judged)
    spread = _LEVEL * sqrt(share * (1 - share) / judged + square / (4 * judged**2))
    whole = 1 + square / judged
    return Precision(
        rule=rule,
        right=right,
        judged=judged,
        low=max(0.0, (middle - spread) / whole),
        high=min(1.0, (middle + spread) / whole),
    )
