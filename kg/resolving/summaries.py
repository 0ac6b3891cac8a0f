"""The summary of an article: what other articles may make one with things of theirs."""

from collections.abc import Iterator

from kg import expressions as re
from kg.model.article import Article
from kg.model.candidate import Candidate, Post
from kg.model.facts import Facts, ResolvedArticle, Thing
from kg.model.source import Locality
from kg.resolving.bodies import is_shortened
from kg.resolving.reporters import signs

_MARK = re.compile(r"[（(，](?P<mark>[男女]|[一-龥]{1,4}族)(?=[）)，、])")
_AGE = re.compile(r"[（(，、]?(?:[男女][，、])?(?:今年|现年)?(?P<age>\d{1,3})岁")


def summarize(resolved: ResolvedArticle, article_iri: str) -> tuple[Candidate, ...]:
    """Return the candidates of an article: its persons, events, campaigns, and the bodies whose names are not whole."""
    return tuple(_candidate(thing, resolved, article_iri) for thing in resolved.facts.things if _is_open(thing))


def _is_open(thing: Thing) -> bool:
    return thing.kind in {"person", "event", "campaign"} or (thing.kind == "organization" and is_shortened(thing))


def _candidate(thing: Thing, resolved: ResolvedArticle, iri: str) -> Candidate:
    article, facts = resolved.article, resolved.facts
    labels = {each.key: each.label for each in facts.things}
    is_person = thing.kind == "person"
    return Candidate(
        article=iri,
        key=thing.key,
        kind=thing.kind,
        label=thing.label,
        jurisdiction=thing.jurisdiction,
        scope=thing.scope,
        home=_home(resolved),
        published=article.published,
        newspaper=article.newspaper,
        forms=tuple(sorted({span.of(article.text) for span in thing.mentions})),
        posts=tuple(_posts(thing, facts)) if is_person else (),
        official=thing.official,
        reporter=is_person and signs(thing, article),
        marks=tuple(_marks(thing, article)) if is_person else (),
        roles=tuple(sorted({p.role for p in facts.participations if p.agent == thing.key})) if is_person else (),
        days=tuple(dict.fromkeys(when.earliest for when in thing.whens if when.earliest)),
        types=tuple(sorted(thing.event_types)),
        agents=tuple(sorted({labels[p.agent] for p in facts.participations if p.activity == thing.key})),
        places=tuple(sorted(_near(facts) if is_person else {labels[key] for key in thing.places})),
    )


def _home(resolved: ResolvedArticle) -> Locality | None:
    """Return the division from which the article speaks: the page's, else the one that its things were given."""
    if resolved.article.place is not None:
        return resolved.article.place
    return next((t.jurisdiction for t in resolved.facts.things if t.kind in {"person", "event", "campaign"}), None)


def _posts(person: Thing, facts: Facts) -> Iterator[Post]:
    bodies = {thing.key: thing for thing in facts.of_kind("organization")}
    for tenure in facts.tenures:
        if tenure.person == person.key:
            body = bodies.get(tenure.organization or "")
            yield Post(
                title=tenure.title,
                organization=body.label if body else None,
                jurisdiction=body.jurisdiction if body else None,
                status=tenure.status,
            )


def _marks(person: Thing, article: Article) -> Iterator[str]:
    """Give what the paper prints behind a name to tell its bearer from others."""
    found: set[str] = set()
    for span in person.mentions:
        if m := _MARK.match(article.text, span.end):
            found.add(m["mark"])
        if (m := _AGE.match(article.text, span.end)) and article.published:
            found.add(str(article.published.year - int(m["age"])))
    yield from sorted(found)


def _near(facts: Facts) -> set[str]:
    """Return the labels of villages, towns and bodies without a rank of their own that an article names."""
    return {
        thing.label
        for thing in facts.things
        if (thing.kind == "place" and (thing.locality is None or len(thing.locality.code or "") > 6))
        or (thing.kind == "organization" and is_shortened(thing))
    }
