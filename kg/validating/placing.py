"""The way from a finding back to the article: file, headline, the sentence and the words in it."""

from kg import expressions as re
from kg.model.report import Quoted
from kg.model.source import Span
from kg.ports import Term
from kg.validating.finding import Finding
from kg.validating.nodes import Nodes, Said
from kg.vocabulary import name
from kg.vocabulary.syntax import parse_term

_STOP = re.compile(r"[。！？!?\n]+[”’」』）]*")


def place(finding: Finding, nodes: Nodes) -> Quoted | None:
    """Return where a finding shows; None where nothing leads from its node to an article."""
    evidence = _evidence(finding, nodes)
    article = evidence.get(name("oa:hasSource"), [finding.focus])[0] if evidence else finding.focus
    about = nodes.said(article)
    if name("press:Article") not in about.get(name("rdf:type"), ()):
        return None
    span, source = _span(evidence, "oa:start", "oa:end"), _span(evidence, "press:sourceStart", "press:sourceEnd")
    sentence, marked = _sentence(_text(about, "schema:articleBody"), span, _text(evidence, "oa:exact"))
    return Quoted(
        article=parse_term(article).value,
        file=_text(about, "press:sourceFile"),
        headline=_text(about, "schema:headline"),
        sentence=sentence,
        marked=marked,
        span=span,
        source=source,
    )


def _evidence(finding: Finding, nodes: Nodes) -> Said:
    """Return the evidence of the node in question: itself, what it rests on, or where it is mentioned."""
    for node in (finding.focus, finding.value):
        said = nodes.said(node) if node is not None else {}
        if name("oa:hasSource") in said:
            return said
        for link in ("prov:wasDerivedFrom", "press:mentionedIn"):
            found = [nodes.said(each) for each in said.get(name(link), ())]
            if found := [each for each in found if name("oa:hasSource") in each]:
                return min(found, key=lambda each: _span(each, "oa:start", "oa:end") or Span(0, 0))
    return {}


def _sentence(body: str | None, span: Span | None, quote: str | None) -> tuple[str | None, Span | None]:
    if body is None or span is None or body[span.start : span.end] != quote:
        return quote, None if quote is None else Span(0, len(quote))
    start = max((stop.end() for stop in _STOP.finditer(body, 0, span.start)), default=0)
    after = _STOP.search(body, max(span.end - 1, span.start))
    end = max(after.end() if after else len(body), span.end)
    sentence = body[start:end].rstrip("\n")
    return sentence, Span(span.start - start, span.end - start)


def _span(said: Said, first: str, last: str) -> Span | None:
    start, end = _text(said, first), _text(said, last)
    return Span(int(start), int(end)) if start and end and (start + end).isdigit() else None


def _text(said: Said, predicate: str) -> str | None:
    terms: list[Term] = said.get(name(predicate), [])
    return parse_term(terms[0]).value if terms else None
