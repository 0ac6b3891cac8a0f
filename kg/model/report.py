"""What validation found: each violation with its place in the article and in the source."""

from dataclasses import dataclass

from kg.model.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Where a violation shows: the article, its file, and the sentence with the words in question."""

    article: str
    """IRI of the article."""
    file: str | None
    headline: str | None
    sentence: str | None
    """The sentence around the words; None where the graph has no body and no quote."""
    marked: Span | None
    """The words in question, within the sentence."""
    span: Span | None
    """The words in question, within the article's text."""
    source: Span | None
    """The words in question, within the source as decoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One result of validation. Terms are in N-Triples syntax."""

    focus: str
    path: str | None
    value: str | None
    constraint: str
    """IRI of the constraint component (`sh:MinCountConstraintComponent`), or of a check of ours."""
    shape: str | None
    """IRI of the shape; None where it is a blank node or where no shape is behind the check."""
    severity: str
    """IRI: `sh:Violation`, `sh:Warning` or `sh:Info`."""
    message_zh: str
    message_en: str
    remedy_zh: str
    remedy_en: str
    place: Quoted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport:
    """Whether a graph conforms, and where it does not."""

    conforms: bool
    """No result at all, as SHACL has it."""
    violations: tuple[Violation, ...]
    engine: str
    """`compiled` or `pyshacl`."""
    note: str | None = None
    """Why the other engine was not used, or what was not checked."""
    triples: int = 0
