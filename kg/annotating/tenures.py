"""Who holds which post: the posts that persons are said to hold, each once, with all the words that say so."""

from collections.abc import Iterable
from dataclasses import replace

from kg.annotating.gathering import Found
from kg.annotating.posts import Post, PostChain
from kg.annotating.things import Names, person_key
from kg.annotating.view import View
from kg.model.facts import Status, Tenure
from kg.model.source import Span

Key = tuple[str, str, str | None]
"""Key of the person, title, key of the organization."""


def hold(found: Found, chain: PostChain, span: Span, status: Status | None, rule: str) -> None:
    """Say that a person holds the posts of a row, but for words that are no office (村民)."""
    for post in chain.posts:
        if post.grade != "lay":
            found.tenures.append((post, post.span, span, status or post.status, rule))


def find_tenures(view: View, persons: Iterable[Found], names: Names) -> tuple[Tenure, ...]:
    """Return the posts of all persons, in order; their organizations are added to the names."""
    found: dict[Key, Tenure] = {}
    quotes: dict[Key, dict[Span, None]] = {}
    for person in persons:
        own = {post.title: post.organ for post, *_ in reversed(person.tenures) if _says_where(post)}
        bodies = {organ.label for organ in own.values() if organ is not None}
        for post, words, name, status, rule in person.tenures:
            sure = post.organ is None or _says_where(post) or post.organ.label in bodies
            organ = post.organ if sure else own.get(post.title, post.organ)
            organization = names.add_organ(organ) if organ else None
            key = (person_key(person), post.title, organization)
            quotes.setdefault(key, {}).update(dict.fromkeys(view.quote(words, name)))
            if key not in found:
                found[key] = Tenure(
                    person=key[0], title=post.title, organization=organization, status=status, evidence=(), rule=rule
                )
    told = [replace(tenure, evidence=tuple(quotes[key])) for key, tenure in found.items()]
    fuller = _covered_by(found)
    return tuple(tenure for tenure in told if (tenure.person, tenure.title, tenure.organization) not in fuller)


def _says_where(post: Post) -> bool:
    """Tell whether the body stands in the words of the post: 县医院副院长某某; 某某副院长 is then of it."""
    return post.organ is not None and post.span.start <= post.organ.span.start < post.span.end


def _covered_by(keys: Iterable[Key]) -> set[Key]:
    """Return the posts that these say more fully: 主任 beside 街道办事处主任, and one without its organization."""
    covered: set[Key] = set()
    for person, title, organization in keys:
        endings = [title[at:] for at in range(1, len(title))]
        covered.update((person, ending, organization) for ending in endings)
        covered.update((person, ending, None) for ending in endings)
        if organization is not None:
            covered.add((person, title, None))
    return covered
