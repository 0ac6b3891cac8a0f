"""Those who sign articles: one by name and paper, whoever else of their county bears the name."""

from kg.model.article import Article
from kg.model.facts import Thing

UNNAMED = "记者"
"""What sets reporters apart from their namesakes where the paper is not known."""


def signs(person: Thing, article: Article) -> bool:
    """Tell whether a person signs an article."""
    return any(byline.span in person.mentions or byline.name == person.label for byline in article.bylines)
