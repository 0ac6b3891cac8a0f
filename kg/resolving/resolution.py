"""The things of one article made canonical: labels, jurisdictions, and the names that mean one thing joined."""

from collections.abc import Iterable

from kg.model.article import Article
from kg.model.changing import changed
from kg.model.facts import AnnotatedArticle, Facts, Merge, ResolvedArticle, Tenure, Thing
from kg.model.source import Locality
from kg.resolving.aliases import fuller_names, with_offices
from kg.resolving.belonging import with_parents
from kg.resolving.canonical import canonical
from kg.resolving.chains import chain_end
from kg.resolving.context import Context, context_of
from kg.resolving.hierarchy import ancestors, container_of, locality_of
from kg.resolving.reporters import UNNAMED, signs
from kg.resolving.settlements import find_settlement
from kg.resolving.switching import with_switched_levels


def resolve(annotated: AnnotatedArticle) -> ResolvedArticle:
    """Give the things of an article their canonical labels and jurisdictions; join those that are one."""
    article, facts = annotated.article, annotated.facts
    context = context_of(article, facts)
    facts = with_switched_levels(article, facts, context)
    printed = tuple(with_offices(facts.things, article.text))
    fuller = fuller_names(printed)
    own = f"{article.source_sha256}:{article.source_start}"
    labelled = [changed(t, label=_full(t, fuller)) for t in printed]
    resolved = [_of_paper(_resolved(t, context, own), article) for t in labelled]
    things, keys, merges = join(resolved, printed, article.text)
    things = with_parents(things)
    return ResolvedArticle(article=article, facts=rename(facts, things, keys, merges), divisions=divisions_of(things))


def _full(thing: Thing, fuller: dict[str, str]) -> str:
    return fuller.get(thing.label, thing.label) if thing.kind in {"organization", "place"} else thing.label


def _resolved(thing: Thing, context: Context, own: str) -> Thing:
    home = context.home.locality() if context.home else None
    if thing.kind == "organization":
        found = canonical(thing.label, context)
        return changed(thing, label=found.label, jurisdiction=found.jurisdiction, scope=own if found.local else None)
    if thing.kind == "place":
        return _place(thing, context, own, home)
    if thing.kind == "event":
        day = next((w.earliest.isoformat() for w in thing.whens if w.earliest), None)
        return changed(thing, jurisdiction=home, scope=day if day and home else own)
    return changed(thing, jurisdiction=home, scope=None if home else own)


def _of_paper(thing: Thing, article: Article) -> Thing:
    """Set a reporter apart from namesakes by the paper; without one, by being a reporter of a known place."""
    if thing.kind != "person" or not signs(thing, article):
        return thing
    return changed(thing, scope=article.newspaper or thing.scope or UNNAMED)


def _place(thing: Thing, context: Context, own: str, home: Locality | None) -> Thing:
    settlement = find_settlement(thing.label, context)
    division = settlement.division if settlement and not settlement.body else context.place(thing.label)
    if division is None:
        outer = context.place(thing.label[: chain_end(thing.label)])
        container = outer.locality() if outer else None
        around = container or home
        return changed(thing, jurisdiction=around, container=container, scope=None if around else own)
    if division.code is None:
        within = "".join(division.path[:-1])
        around = Locality(name=within) if within else None
        outers = tuple(division.upwards())[1:] if around else ()
        container = outers[0].locality() if outers else None
        scope = None if around or home else own
        return changed(thing, label=division.name, jurisdiction=around, container=container, scope=scope)
    locality = Locality(name=division.name, code=division.code)
    return changed(thing, label=division.name, locality=locality, jurisdiction=_container(division.code))


def _container(code: str) -> Locality | None:
    outer = container_of(code)
    return locality_of(outer) if outer else None


def join(
    resolved: list[Thing], printed: tuple[Thing, ...], text: str
) -> tuple[tuple[Thing, ...], dict[str, str], tuple[Merge, ...]]:
    """Join the things of one identity; return them, the keys under which old ones now stand, and records of it."""
    kept: dict[tuple[object, ...], Thing] = {}
    keys: dict[str, str] = {}
    merges: list[Merge] = []
    for thing, before in zip(resolved, printed, strict=True):
        identity = (thing.kind, thing.label, thing.jurisdiction, thing.scope)
        first = kept.get(identity)
        if first is None:
            kept[identity] = thing
            keys[before.key] = thing.key
            continue
        keys[before.key] = first.key
        kept[identity] = _merged(first, thing)
        if before.label != first.label and before.mentions:
            merges.append(
                Merge(
                    kept=first.key,
                    merged_form=before.mentions[0].of(text),
                    evidence=before.mentions[:1],
                    rule="resolution.same-canonical-name",
                )
            )
    return tuple(kept.values()), keys, tuple(merges)


def _merged(a: Thing, b: Thing) -> Thing:
    return changed(
        a,
        mentions=tuple(sorted({*a.mentions, *b.mentions})),
        implied=() if a.mentions or b.mentions else tuple(sorted({*a.implied, *b.implied})),
        official=a.official or b.official,
        whens=a.whens or b.whens,
        places=tuple(dict.fromkeys(a.places + b.places)),
        campaigns=tuple(dict.fromkeys(a.campaigns + b.campaigns)),
        parents=tuple(dict.fromkeys(a.parents + b.parents)),
        modalities=tuple(dict.fromkeys(a.modalities + b.modalities)),
    )


def rename(facts: Facts, things: tuple[Thing, ...], keys: dict[str, str], merges: tuple[Merge, ...]) -> Facts:
    """Put the keys of joined things in place of the old ones, and drop what became the same claim."""

    def key(old: str) -> str:
        return keys.get(old, old)

    def keyed(old: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key(k) for k in old))

    renamed = tuple(
        changed(
            t,
            places=keyed(t.places),
            campaigns=tuple(k for k in keyed(t.campaigns) if k != t.key),
            parents=keyed(t.parents),
        )
        for t in things
    )
    tenures, places = _tenures_once(facts, keys)
    participations = {(key(p.activity), key(p.agent), p.role): p for p in reversed(facts.participations)}
    return Facts(
        things=renamed,
        tenures=tenures,
        participations=tuple(
            changed(p, activity=key(p.activity), agent=key(p.agent), in_capacity=places.get(p.in_capacity))
            for p in facts.participations
            if participations[key(p.activity), key(p.agent), p.role] is p
        ),
        figures=tuple(changed(f, about=keyed(f.about), place=key(f.place) if f.place else None) for f in facts.figures),
        merges=(*(changed(m, kept=key(m.kept)) for m in facts.merges), *merges),
    )


def _tenures_once(facts: Facts, keys: dict[str, str]) -> tuple[tuple[Tenure, ...], dict[int | None, int]]:
    """Join the tenures that became one with their organizations; say where each old one now stands."""
    once: dict[tuple[str, str, str | None, str], Tenure] = {}
    identities: list[tuple[str, str, str | None, str]] = []
    for tenure in facts.tenures:
        person = keys.get(tenure.person, tenure.person)
        organization = keys.get(tenure.organization, tenure.organization) if tenure.organization else None
        identity = (person, tenure.title, organization, tenure.status)
        identities.append(identity)
        evidence = once[identity].evidence if identity in once else ()
        evidence = tuple(dict.fromkeys(evidence + tenure.evidence))
        once[identity] = changed(
            once.get(identity, tenure), person=person, organization=organization, evidence=evidence
        )
    order = {identity: number for number, identity in enumerate(once)}
    return tuple(once.values()), {number: order[identity] for number, identity in enumerate(identities)}


def divisions_of(things: tuple[Thing, ...]) -> tuple[tuple[Locality, Locality | None], ...]:
    """Return the rows of the table of divisions that things refer to."""
    codes: set[str] = set()
    for thing in things:
        for locality in (thing.locality, thing.jurisdiction):
            if locality is not None and locality.code:
                codes.update(ancestors(locality.code))
    return tuple((locality_of(code), _container(code)) for code in sorted(codes))
