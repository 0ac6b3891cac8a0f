"""What an article contributes to the question which things of different articles are one, and the answer."""

from dataclasses import dataclass
from datetime import date

from kg.model.facts import Status, ThingKind
from kg.model.source import Locality


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post that an article says a person holds: its title, and its organization by canonical label."""

    title: str
    organization: str | None
    jurisdiction: Locality | None
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One thing of one article, as far as it is needed to compare it with those of other articles."""

    article: str
    """IRI of the article."""
    key: str
    kind: ThingKind
    label: str
    jurisdiction: Locality | None
    scope: str | None
    home: Locality | None = None
    """The division from which the article speaks."""
    published: date | None = None
    newspaper: str | None = None
    forms: tuple[str, ...] = ()
    """As printed, each once, sorted."""
    posts: tuple[Post, ...] = ()
    official: bool = False
    reporter: bool = False
    """Of a person: signs the article."""
    marks: tuple[str, ...] = ()
    """Of a person: what the paper puts behind the name to tell it apart: 女, 回族, the year of birth."""
    roles: tuple[str, ...] = ()
    """Of a person: roles in events."""
    days: tuple[date, ...] = ()
    """Of an event or campaign: first days of its times, in their order."""
    types: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    """Of an event or campaign: labels of those who take part."""
    places: tuple[str, ...] = ()
    """Of an event: labels of where it was held. Of a person: labels of what the article names below a county."""

    @property
    def report(self) -> tuple[date, str, str]:
        """What sorts candidates by their reports: later pages rarely come first, so little changes with them."""
        return self.published or date.max, self.article, self.key

    @property
    def held(self) -> tuple[Post, ...]:
        """Posts that a person holds; those that he has held where the article tells no other."""
        now = tuple(p for p in self.posts if p.status not in {"former", "removed"})
        return now or self.posts


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A new identity for one thing of one article, and the rule that gives it."""

    article: str
    key: str
    label: str
    jurisdiction: Locality | None
    scope: str | None
    rule: str
    is_merged: bool = False
    """It became one with others; else it was told apart from them, or placed."""
