"""What the annotator finds in a few sentences about places that do not exist."""

from dataclasses import dataclass
from datetime import date

from kg.annotating import annotate
from kg.model.facts import Facts, Thing, ThingKind
from tests.stories import article


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of a text, by the words that tests speak in."""

    text: str
    facts: Facts

    def things(self, kind: ThingKind) -> dict[str, Thing]:
        """Return the things of a kind by label."""
        return {thing.label: thing for thing in self.facts.of_kind(kind)}

    def labels(self, kind: ThingKind) -> list[str]:
        """Return the labels of the things of a kind, in order."""
        return [thing.label for thing in self.facts.of_kind(kind)]

    def roles(self, activity: str) -> set[tuple[str, str]]:
        """Return who takes part in an activity, and in which role."""
        label = {thing.key: thing.label for thing in self.facts.things}
        return {(label[p.agent], p.role) for p in self.facts.participations if label[p.activity] == activity}


def tell(*paragraphs: str, headline: str = "青禾区新闻", published: date | None = date(2031, 8, 24)) -> Told:
    """Annotate an article of these paragraphs."""
    lines = (("headline", headline), *(("paragraph", words) for words in paragraphs))
    annotated = annotate(article(lines, published=published))  # type: ignore[arg-type]
    return Told(annotated.article.text, annotated.facts)
