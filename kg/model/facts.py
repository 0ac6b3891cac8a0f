"""What an article says: the things it names and the claims it makes of them, each with the spans it rests on.

Annotating fills these with names as printed; resolving gives the things their canonical labels and jurisdictions and
joins those that are one. Claims refer to things by `key`, which holds within one article.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from kg.model.article import Article
from kg.model.source import Locality, Span

ThingKind = Literal["person", "organization", "place", "event", "campaign"]
Modality = Literal["happened", "planned", "required", "denied"]
Bound = Literal["exact", "more-than", "at-least", "nearly", "about", "less-than", "at-most"]
Status = Literal["incumbent", "acting", "former", "appointed", "removed"]
Precision = Literal["day", "month", "quarter", "season", "half-year", "year", "vague"]
FigureKind = Literal["level", "change", "target"]
Role = Literal[
    "organizer",
    "co-organizer",
    "chair",
    "speaker",
    "attendee",
    "leader",
    "host",
    "presenter",
    "honoree",
    "winner",
    "donor",
    "recipient",
    "participant",
    "target",
]
EventType = Literal[
    "meeting",
    "inspection",
    "ceremony",
    "launch",
    "training",
    "donation",
    "contest",
    "activity",
    "enforcement",
    "award",
    "signing",
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as reported. Days are inclusive; both None where the words fix no day (近日)."""

    as_written: str
    span: Span
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = "vague"
    anchor: date | None = None
    """The date from which year, month or day was resolved, None where the words say all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something an article names. `mentions` are the spans of its names alone, in order; at least one, or `implied`."""

    key: str
    kind: ThingKind
    label: str
    mentions: tuple[Span, ...]
    rule: str
    """Name of the rule that found it."""
    implied: tuple[Span, ...] = ()
    """Of an organization that is not printed, so without `mentions`: the words that imply it (区长 the government)."""
    jurisdiction: Locality | None = None
    """The division whose organ it is or to which the article ties it; part of its identity."""
    scope: str | None = None
    """What else tells it apart in its IRI: an article's, where nothing better is known; an event's first day."""
    locality: Locality | None = None
    """Of a place: its entry in the table of divisions."""
    container: Locality | None = None
    """Of a place that the table lacks: the division that its name or the article says it lies in."""
    official: bool = False
    """Of a person: this article states a public post."""
    event_types: tuple[EventType, ...] = ()
    whens: tuple[When, ...] = ()
    places: tuple[str, ...] = ()
    """Of an event: keys of places or organizations where it was held."""
    campaigns: tuple[str, ...] = ()
    """Of an event: keys of campaigns it belongs to. Of a campaign: keys of its parents."""
    modalities: tuple[Modality, ...] = ()
    """Of an event or campaign: at least one."""
    parents: tuple[str, ...] = ()
    """Of an organization: keys of those it is part of, where its name says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A claim that a person holds a post: `person` and `organization` are keys, `title` is as printed."""

    person: str
    title: str
    organization: str | None
    status: Status
    evidence: tuple[Span, ...]
    rule: str
    post: str | None = None
    """Notation of the post concept (party-secretary, county-head …), where the lexicon has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """A claim that a person, organization or place (`agent`) takes part in an event or campaign (`activity`): keys."""

    activity: str
    agent: str
    role: Role
    modality: Modality
    evidence: tuple[Span, ...]
    rule: str
    in_capacity: int | None = None
    """Index of the tenure, in the article's tuple, in which the person takes part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A reported quantity. `value` is in the unit as printed, 万 and 亿 multiplied out; None where vague (数十)."""

    unit: str
    as_written: str
    bound: Bound
    kind: FigureKind
    modality: Modality
    evidence: tuple[Span, ...]
    rule: str
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    counted: str | None = None
    about: tuple[str, ...] = ()
    when: When | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two names that were taken for one thing, and the rule that says so."""

    kept: str
    merged_form: str
    evidence: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All things and claims of one article, in the order of the text."""

    things: tuple[Thing, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    participations: tuple[Participation, ...] = ()
    figures: tuple[Figure, ...] = ()
    merges: tuple[Merge, ...] = field(default=())

    def of_kind(self, kind: ThingKind) -> Iterator[Thing]:
        """Give the things of one kind, in order."""
        return (thing for thing in self.things if thing.kind == kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedArticle:
    """An article with what it says, names as printed."""

    article: Article
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedArticle:
    """An article with what it says, things canonical, and the divisions that its places and organizations lie in."""

    article: Article
    facts: Facts
    divisions: tuple[tuple[Locality, Locality | None], ...] = ()
    """Rows of the table of divisions that the things refer to: a division and the one that contains it."""
