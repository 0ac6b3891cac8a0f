"""The named graph of one article while it is being filled: quads without repeats, evidence shared by span."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from kg.errors import InputError
from kg.model.article import Article
from kg.model.facts import When
from kg.model.source import Span
from kg.ports import Quad, Term, new_quad
from kg.vocabulary import article_iri, check_base, concept_iri, day, integer, iri, mint, name, text

LANGUAGE = "zh"
_TYPE, _EVIDENCE = name("rdf:type"), name("press:Evidence")
_SOURCE, _EXACT, _START, _END = (name(f"oa:{each}") for each in ("hasSource", "exact", "start", "end"))
_SOURCE_START, _SOURCE_END = name("press:sourceStart"), name("press:sourceEnd")


class ArticleGraph:
    """Quads of one article, each once, in the order in which they were first stated."""

    def __init__(self, article: Article, base_iri: str) -> None:
        if not unicodedata.is_normalized("NFC", article.text):
            raise InputError(
                f"{article.source_files[0]}: 正文不是 NFC 规范形式 / text is not in NFC; normalize it first"
            )
        text(article.text)  # refuses what no graph may hold before anything is stated
        self.article = article
        self.base_iri = check_base(base_iri)
        self.iri = article_iri(article, base_iri)
        self.node = iri(self.iri)
        self._quads: dict[Quad, None] = {}
        self._evidence: dict[Span, Term] = {}
        self._claims: set[Term] = set()

    def quads(self) -> Iterator[Quad]:
        """Give what was stated."""
        return iter(self._quads)

    def mint(self, kind: str, *parts: str | int | None) -> Term:
        """Return the IRI of a node that lives in this article alone: evidence, a claim, a time."""
        return Term(f"<{mint(self.base_iri, kind, self.iri, *parts)}>")

    def say(self, subject: Term, predicate: str, *objects: Term) -> None:
        """State triples of one subject and predicate (a prefixed name)."""
        said, graph = name(predicate), self.node
        for value in objects:
            self._quads[new_quad(Quad, (subject, said, value, graph))] = None

    def _say_at_once(self, subject: Term, *said: tuple[Term, Term]) -> None:
        graph = self.node
        for predicate, value in said:
            self._quads[new_quad(Quad, (subject, predicate, value, graph))] = None

    def type(self, subject: Term, *classes: str) -> None:
        """State the classes of a node, superclasses included (no query should need a reasoner)."""
        self.say(subject, "rdf:type", *(name(each) for each in classes))

    def words(self, subject: Term, predicate: str, value: str | None) -> None:
        """State a Chinese text, unless there is none."""
        if value:
            self.say(subject, predicate, text(value, LANGUAGE))

    def evidence(self, span: Span) -> Term:
        """Return the node of a span of the article's text, stating it when it is first asked for."""
        if (known := self._evidence.get(span)) is not None:
            return known
        node = self._evidence[span] = self.mint("evidence", span.start, span.end)
        hull = self._hull(span)
        self._say_at_once(
            node,
            (_TYPE, _EVIDENCE),
            (_SOURCE, self.node),
            (_EXACT, text(span.of(self.article.text))),
            (_START, integer(span.start)),
            (_END, integer(span.end)),
            (_SOURCE_START, integer(hull.start)),
            (_SOURCE_END, integer(hull.end)),
        )
        return node

    def rests_on(self, subject: Term, spans: Iterable[Span]) -> None:
        """State the evidence of a claim. Raises `InputError` where there is none."""
        nodes = [self.evidence(span) for span in spans]
        if not nodes:
            raise InputError(f"{self.article.source_files[0]}: 有陈述没有出处 / a claim without evidence: {subject}")
        self.say(subject, "prov:wasDerivedFrom", *nodes)

    def claim(self, subject: Term, spans: Iterable[Span], rule: str) -> None:
        """State the evidence of a claim and the rule that found it first: a claim found twice is one."""
        self.rests_on(subject, spans)
        if subject not in self._claims:
            self._claims.add(subject)
            self.say(subject, "press:rule", text(rule))

    def when(self, when: When) -> Term:
        """Return the node of a time as reported."""
        days = [each.isoformat() if each else None for each in (when.earliest, when.latest)]
        node = self.mint("when", when.span.start, when.span.end, *days, when.precision)
        self.type(node, "press:When")
        for predicate, value in (("earliest", when.earliest), ("latest", when.latest), ("anchor", when.anchor)):
            if value is not None:
                self.say(node, f"press:{predicate}", day(value))
        self.say(node, "press:precision", concept("precision", when.precision))
        self.say(node, "press:asWritten", text(when.as_written))
        self.rests_on(node, (when.span,))
        return node

    def _hull(self, span: Span) -> Span:
        if not 0 <= span.start < span.end <= len(self.article.text):
            raise InputError(f"{self.article.source_files[0]}: 引文越界 / no such stretch of the text: {span}")
        try:
            return self.article.offsets.hull(span)
        except ValueError as error:
            raise InputError(f"{self.article.source_files[0]}: 引文无源文对应 / {error}") from error


@cache
def concept(scheme: str, notation: str) -> Term:
    """Return a concept as a term."""
    return iri(concept_iri(scheme, notation))
