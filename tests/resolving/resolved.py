"""What resolving makes of a few sentences."""

from kg.annotating import annotate
from kg.model.article import LineRole
from kg.model.facts import ResolvedArticle, Thing
from kg.model.source import Locality
from kg.resolving import resolve
from tests.stories import article


def resolved(
    *paragraphs: str, headline: str = "新闻", place: Locality | None = None, newspaper: str | None = None
) -> ResolvedArticle:
    """Annotate and resolve an article of these paragraphs."""
    lines: tuple[tuple[LineRole, str], ...] = (("headline", headline), *(("paragraph", p) for p in paragraphs))
    return resolve(annotate(article(lines, place=place, newspaper=newspaper)))


def thing(of: ResolvedArticle, form: str) -> Thing:
    """Return the thing that has a mention printed so."""
    return next(t for t in of.facts.things if any(s.of(of.article.text) == form for s in t.mentions))


def labels(of: ResolvedArticle) -> list[str]:
    """Return the labels of the organizations, in order."""
    return [t.label for t in of.facts.of_kind("organization")]
