"""The graph of one article: the article, its page, the things it speaks of, its claims, its evidence."""

from collections.abc import Iterator

from kg.model.facts import ResolvedArticle
from kg.ports import Quad


def map_article(resolved: ResolvedArticle, *, base_iri: str, text: bool = True) -> Iterator[Quad]:
    """Give the quads of an article's named graph (its name is `vocabulary.article_iri`), each once, in a fixed order.

    Without `text` the body is left out; quotes stay. Raises `InputError` where the text is not NFC or holds what no
    graph may hold: then the article goes to quarantine, and no quad of it should be used.
    """
    raise NotImplementedError
