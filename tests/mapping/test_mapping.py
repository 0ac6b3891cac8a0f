"""What an article says becomes exactly the graph that the vocabulary promises."""

import dataclasses
from collections.abc import Iterable

import pytest

from kg.errors import InputError
from kg.mapping import map_article, map_tables, table_graphs
from kg.model.facts import ResolvedArticle
from kg.model.source import Locality, MapRow, OffsetMap, Span
from kg.ports import Quad, Term
from kg.vocabulary import DEFAULT_BASE, article_iri, concept_iri, iri, name, text
from tests.stories import article, meeting


def _quads(story: ResolvedArticle | None = None, *, with_text: bool = True) -> list[Quad]:
    return list(map_article(story or meeting(), base_iri=DEFAULT_BASE, text=with_text))


def _objects(quads: Iterable[Quad], subject: Term, predicate: str) -> list[Term]:
    return [quad.object for quad in quads if quad.subject == subject and quad.predicate == name(predicate)]


def _labelled(quads: Iterable[Quad], label: str) -> Term:
    return next(quad.subject for quad in quads if quad[1:3] == (name("rdfs:label"), text(label, "zh")))


def _of_class(quads: Iterable[Quad], curie: str) -> list[Term]:
    return [quad.subject for quad in quads if quad[1:3] == (name("rdf:type"), name(curie))]


def test_all_quads_stand_in_the_graph_of_the_article() -> None:
    """One article is one named graph, and no quad is stated twice."""
    quads = _quads()
    assert {quad.graph for quad in quads} == {iri(article_iri(meeting().article, DEFAULT_BASE))}
    assert len(set(quads)) == len(quads)


def test_every_node_carries_its_superclasses() -> None:
    """An official is a person too, an event an activity, a tenure a claim."""
    quads = _quads()
    for special, general in (
        ("Official", "Person"),
        ("Event", "Activity"),
        ("Campaign", "Activity"),
        ("Tenure", "Claim"),
    ):
        special_nodes = _of_class(quads, f"press:{special}")
        assert special_nodes
        assert set(special_nodes) <= set(_of_class(quads, f"press:{general}"))


def test_printed_forms_are_labels_and_nothing_else_is() -> None:
    """Each printed form but the label is an alternative label."""
    quads = _quads()
    committee = _labelled(quads, "中共云溪市青禾区委员会")
    assert set(_objects(quads, committee, "skos:altLabel")) == {text("青禾区委", "zh"), text("区委", "zh")}
    assert _objects(quads, _labelled(quads, "陈望舒"), "skos:altLabel") == []


def test_evidence_is_shared_by_span_and_leads_to_the_source() -> None:
    """Two claims on one clause rest on one node, which has the offsets in the text and in the source."""
    text_length = len(meeting().article.text)
    moved = OffsetMap((MapRow(0, text_length, 1000, text_length),))
    quads = _quads(meeting(offsets=moved))
    chair, organizer = _of_class(quads, "press:Participation")
    shared = _objects(quads, chair, "prov:wasDerivedFrom")
    assert shared == _objects(quads, organizer, "prov:wasDerivedFrom")
    start, source = (
        int(_objects(quads, shared[0], each)[0].split('"')[1]) for each in ("oa:start", "press:sourceStart")
    )
    assert source == start + 1000


def test_without_text_the_body_is_left_out_and_quotes_stay() -> None:
    """For copyright the body may go; the quotes are what the graph rests on."""
    bare = _quads(with_text=False)
    assert {quad.predicate for quad in _quads()} - {quad.predicate for quad in bare} == {name("schema:articleBody")}


def test_figures_keep_number_bound_and_words() -> None:
    """6.5万余人 is 65000, more than, as written."""
    quads = _quads()
    people = next(
        each for each in _of_class(quads, "press:Figure") if text("人") in _objects(quads, each, "press:unit")
    )
    assert _objects(quads, people, "press:value") == [Term('"65000"^^<http://www.w3.org/2001/XMLSchema#decimal>')]
    assert _objects(quads, people, "press:bound") == [iri(concept_iri("bound", "more-than"))]
    assert _objects(quads, people, "press:asWritten") == [text("6.5万余人")]


def test_who_signs_is_the_author() -> None:
    """The person in the byline is the author of the article."""
    quads = _quads()
    assert [quad.object for quad in quads if quad.predicate == name("schema:author")] == [_labelled(quads, "林小满")]


def test_a_yearly_meeting_is_another_event() -> None:
    """Events of one name on other days, or without a day in other articles, have other IRIs."""
    story = meeting()

    def event(start: int, *, dated: bool) -> Term:
        things = tuple(dataclasses.replace(thing, whens=thing.whens if dated else ()) for thing in story.facts.things)
        changed = dataclasses.replace(
            story,
            article=dataclasses.replace(story.article, source_start=start),
            facts=dataclasses.replace(story.facts, things=things, figures=()),
        )
        return _labelled(_quads(changed), "湖岸整治推进会")

    assert event(0, dated=True) == event(5000, dated=True)
    assert event(0, dated=False) != event(5000, dated=False)


def test_a_claim_found_twice_is_one() -> None:
    """Two rules that find the same claim give one claim, with the rule that came first."""
    story = meeting()
    tenure = story.facts.tenures[0]
    twice = (tenure, dataclasses.replace(tenure, rule="another"))
    quads = _quads(dataclasses.replace(story, facts=dataclasses.replace(story.facts, tenures=twice)))
    (node,) = _of_class(quads, "press:Tenure")
    assert _objects(quads, node, "press:rule") == [text("post-name")]


@pytest.mark.parametrize(
    "changes",
    [{"text": "e\u0301" * 90}, {"text": "\ud800" * 90}, {"offsets": OffsetMap(())}],
    ids=["not in NFC", "lone surrogates", "no way back to the source"],
)
def test_articles_that_no_graph_can_hold_are_refused(changes: dict[str, object]) -> None:
    """What would break quotes or bytes is an input error, before any quad is given."""
    story = meeting()
    broken = dataclasses.replace(story, article=dataclasses.replace(story.article, **changes))  # type: ignore[arg-type]
    with pytest.raises(InputError):
        map_article(broken, base_iri=DEFAULT_BASE)


def test_a_claim_without_evidence_is_refused() -> None:
    """No claim is made that no words support."""
    story = meeting()
    bare = tuple(dataclasses.replace(each, evidence=()) for each in story.facts.tenures)
    with pytest.raises(InputError, match="without evidence"):
        _quads(dataclasses.replace(story, facts=dataclasses.replace(story.facts, tenures=bare)))


def test_tables_stand_beside_the_articles() -> None:
    """Divisions, merges and concepts have graphs of their own; codes are filled up to six digits."""
    quads = list(map_tables(meeting(), base_iri=DEFAULT_BASE))
    assert {quad.graph for quad in quads} == {iri(each) for each in table_graphs(DEFAULT_BASE)}
    district = _labelled(quads, "青禾区")
    assert _objects(quads, district, "schema:containedInPlace") == [_labelled(quads, "云溪市")]
    assert _objects(quads, district, "press:divisionCode") == [text("990102")]
    province = Locality(name="山海省", code="99")
    wider = dataclasses.replace(meeting(), divisions=((province, None),))
    rows = list(map_tables(wider, base_iri=DEFAULT_BASE))
    assert _objects(rows, _labelled(rows, "山海省"), "press:divisionCode") == [text("990000")]


def test_a_division_is_one_node_in_text_and_table() -> None:
    """The place that an article names and the division of the table have one IRI."""
    tables = list(map_tables(meeting(), base_iri=DEFAULT_BASE))
    assert _labelled(_quads(), "青禾区") == _labelled(tables, "青禾区")


def test_divisions_that_the_table_lacks_are_told_by_the_article() -> None:
    """A place lies where its name says, and a body is that of a place that the article names."""
    story = meeting()
    outer = Locality(name="山海省", code="99")
    told = tuple(
        dataclasses.replace(each, jurisdiction=Locality(name="云溪市青禾区"))
        if each.key == "committee"
        else dataclasses.replace(each, locality=None, jurisdiction=Locality(name="云溪市"), container=outer)
        if each.kind == "place"
        else each
        for each in story.facts.things
    )
    changed = dataclasses.replace(story, facts=dataclasses.replace(story.facts, things=told), divisions=())
    texts, tables = _quads(changed), list(map_tables(changed, base_iri=DEFAULT_BASE))
    district = _labelled(texts, "青禾区")
    assert _objects(tables, district, "schema:containedInPlace") == [_labelled(tables, "山海省")]
    assert _objects(tables, _labelled(texts, "中共云溪市青禾区委员会"), "press:jurisdiction") == [district]


def test_a_jurisdiction_without_code_or_mention_is_not_stated() -> None:
    """A division that neither an article nor the table knows is no node of the graph."""
    story = meeting()
    vague = tuple(
        dataclasses.replace(each, jurisdiction=Locality(name="某区")) if each.kind == "organization" else each
        for each in story.facts.things
    )
    changed = dataclasses.replace(story, facts=dataclasses.replace(story.facts, things=vague))
    quads = list(map_tables(changed, base_iri=DEFAULT_BASE))
    assert name("press:jurisdiction") not in {quad.predicate for quad in quads}


def test_each_concept_used_is_described() -> None:
    """Every concept that an article's graph links to has type, notation and labels in both languages."""
    concepts = {quad.object for quad in _quads() if "/pressgraph/concept/" in quad.object}
    tables = list(map_tables(meeting(), base_iri=DEFAULT_BASE))
    for concept in concepts:
        assert _objects(tables, concept, "rdf:type") == [name("skos:Concept")]
        assert len(_objects(tables, concept, "skos:notation")) == 1
        assert len(set(_objects(tables, concept, "skos:prefLabel"))) == 2


def test_given_iris_are_kept_where_a_graph_may_hold_them() -> None:
    """An article's own IRI names its graph, unless it is none."""
    assert article_iri(article(iri="https://archive.example/a/1"), DEFAULT_BASE) == "https://archive.example/a/1"
    for bad in ("a/1", "javascript:x", "https://archive.example/文", "https://e.example/\u202e"):
        assert article_iri(article(iri=bad), DEFAULT_BASE).startswith(DEFAULT_BASE)


def test_terms_of_numbers_are_spans_of_text() -> None:
    """Evidence outside the text is refused."""
    story = meeting()
    beyond = tuple(dataclasses.replace(each, evidence=(Span(0, 10_000),)) for each in story.facts.tenures)
    with pytest.raises(InputError, match="no such stretch"):
        _quads(dataclasses.replace(story, facts=dataclasses.replace(story.facts, tenures=beyond)))
