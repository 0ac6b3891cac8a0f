"""From an article to what it names and claims, each with the rule that found it and the words it rests on."""

from kg.annotating.drafting import draft
from kg.model.article import Article
from kg.model.facts import AnnotatedArticle, Facts


def annotate(article: Article) -> AnnotatedArticle:
    """Find what an article says, names as printed. A notice (masthead, advert) says nothing."""
    if article.kind == "notice" or not article.text:
        return AnnotatedArticle(article=article, facts=Facts())
    return AnnotatedArticle(article=article, facts=draft(article))
