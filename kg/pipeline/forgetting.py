"""A person taken out of a build: his names masked wherever they stand, and a grave for builds to come."""

from collections.abc import Iterator
from dataclasses import replace

from kg.errors import UsageError
from kg.model.facts import Facts, ResolvedArticle, Thing
from kg.pipeline.linking import decisions_in
from kg.pipeline.naming import names_in
from kg.pipeline.packing import unpack_record
from kg.pipeline.publishing import STORE
from kg.pipeline.site import Site, made_by
from kg.pipeline.workspace import GRAVES
from kg.ports import Term
from kg.redacting import Grave, Graves, Place, Redaction, bury, redact, tag_of, unclaimed, write_graves
from kg.resolving import correct, decide
from kg.storing import EmbeddedStore
from kg.vocabulary import is_valid_iri


def purge(site: Site, person: str) -> None:
    """Mask a person in all articles of an open build, and write his grave. Raises `UsageError` where there is none."""
    names = sorted({(thing.label, tag_of(thing) or "") for thing in _persons(site, person)})
    if not names:
        raise UsageError(
            f"{person[:200]}: no person of this IRI in {site.out} 构建中没有此人; kg explain NAME shows the IRI"
        )
    told = {number: (iri, record) for name, _ in names for number, iri, record in site.articles.holding(name)}
    records = [record for _, record in told.values()]
    graves = tuple(bury(name, tag or None, tuple(_places(records, name))) for name, tag in names)
    masking = Redaction(private="keep", numbers=False, graves=Graves(graves))
    for number, (iri, record) in told.items():
        site.articles.replace(number, iri, redact(record, masking))
    for name, _ in names:
        site.articles.forget_parts(name)
    site.amendments.without((person, *(name for name, _ in names)))
    _keep(site, graves)


def _persons(site: Site, person: str) -> Iterator[Thing]:
    """Give the things of articles that are this person."""
    if not is_valid_iri(person):
        return
    node = Term(f"<{person}>")
    last_word, _ = site.amendments.last_word()
    with EmbeddedStore.open(site.out / STORE) as store:
        graphs = sorted({quad.graph for quad in store.quads_of(node)})
    for graph in graphs:
        for packed in site.articles.records(graph):
            record: ResolvedArticle = unpack_record(packed)
            decisions = decisions_in(site.links.of(graph))
            names = names_in(graph, site.recipe.base_iri)
            for thing in record.facts.of_kind("person"):
                alone = decide(replace(record, facts=Facts(things=(thing,))), decisions)
                corrected, _ = correct(alone, last_word.corrections, last_word.known, names)
                if person in map(names.thing, corrected.facts.things):
                    yield thing


def _places(records: list[ResolvedArticle], name: str) -> Iterator[Place]:
    """Give the places where a name stands that no fact tells as a person's."""
    for record in records:
        if spans := unclaimed(record.article, record.facts, name):
            article = record.article
            found = tuple((span.start, span.end) for span in spans)
            yield Place(source=article.source_sha256, start=article.source_start, spans=found)


def _keep(site: Site, graves: tuple[Grave, ...]) -> None:
    """Write the graves, with those that were there, and note that the index knows them."""
    redaction = site.recipe.redaction
    everyone = Graves((*redaction.graves.all, *graves))
    write_graves(site.staging / GRAVES, everyone.all)
    read = replace(site.recipe, redaction=replace(redaction, graves=everyone))
    site.index.note("fingerprint", made_by(read))
