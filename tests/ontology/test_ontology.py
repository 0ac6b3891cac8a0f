"""The ontology is complete, consistent, used and documented."""

import re
import subprocess
import sys
from pathlib import Path

import owlrl
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.mapping import map_article, map_tables
from kg.resources import resource
from kg.vocabulary import CONCEPTS, DEFAULT_BASE, PRESS
from tests.stories import meeting

ROOT = resource("ontology/press.ttl").parent.parent
ONTOLOGY = rdflib.Graph().parse(ROOT / "ontology" / "press.ttl")
TERMS = sorted((term for term in set(ONTOLOGY.subjects()) if str(term).startswith(PRESS)), key=str)
ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
GENERATED = ("docs/ontology-classes.svg", "docs/ontology-reference.html", "ontology/concepts.ttl")


def _local(term: rdflib.term.Node) -> str:
    return str(term).removeprefix(PRESS)


def _instance_graph() -> rdflib.Graph:
    story = meeting()
    graph = rdflib.Graph()
    for quad in (*map_article(story, base_iri=DEFAULT_BASE), *map_tables(story, base_iri=DEFAULT_BASE)):
        graph.parse(data=f"{' '.join(quad[:3])} .", format="nt")
    return graph


def _used() -> set[str]:
    """Return the terms that the mapping, a shape or a saved query uses."""
    story = meeting()
    quads = [*map_article(story, base_iri=DEFAULT_BASE), *map_tables(story, base_iri=DEFAULT_BASE)]
    mapped = {term[len(PRESS) + 1 : -1] for quad in quads for term in quad if term.startswith(f"<{PRESS}")}
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "queries").glob("*.rq")]
    texts.append((ROOT / "shapes" / "press.shacl.ttl").read_text(encoding="utf-8").partition("# ----")[2])
    written = {name for text in texts for name in re.findall(r"\bpress:([A-Za-z]+)", _without_strings(text))}
    return mapped | written


def _without_strings(text: str) -> str:
    return re.sub(r'"[^"\n]*"', '""', text)


@pytest.mark.parametrize("term", TERMS, ids=_local)
def test_each_term_is_described_in_both_languages(term: rdflib.term.Node) -> None:
    """Label, comment and example, in Chinese and in English, and where the term is defined."""
    for predicate in (RDFS.label, RDFS.comment, SKOS.example):
        literals = [each for each in ONTOLOGY.objects(term, predicate) if isinstance(each, rdflib.Literal)]
        assert {each.language for each in literals} == {"zh", "en"}
    assert (term, RDFS.isDefinedBy, rdflib.URIRef(PRESS.removesuffix("#"))) in ONTOLOGY


@pytest.mark.parametrize("term", TERMS, ids=_local)
def test_each_term_is_aligned(term: rdflib.term.Node) -> None:
    """Some link leads to a term of another vocabulary, of itself or of a class above."""
    predicates = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso)
    near = {term, *ONTOLOGY.transitive_objects(term, RDFS.subClassOf)}
    found = {each for node in near for predicate in predicates for each in ONTOLOGY.objects(node, predicate)}
    assert any(not str(each).startswith(PRESS) for each in found)


def test_every_term_is_used_and_every_term_used_is_declared() -> None:
    """Nothing is declared for show, and nothing is used that is not declared."""
    assert _used() == {_local(term) for term in TERMS}


def test_what_other_vocabularies_lend_is_declared() -> None:
    """Each class and property of the graph that is not ours has a scope note in the ontology."""
    graph = _instance_graph()
    used = {*graph.predicates(), *graph.objects(None, RDF.type)} - {RDF.type}
    lent = {term for term in used if not str(term).startswith(PRESS)}
    assert lent <= set(ONTOLOGY.subjects(SKOS.scopeNote))


def test_versions_have_iris() -> None:
    """The ontology names its version, in an IRI and in words."""
    node = ONTOLOGY.value(predicate=RDF.type, object=OWL.Ontology)
    assert str(ONTOLOGY.value(node, OWL.versionIRI)).endswith(str(ONTOLOGY.value(node, OWL.versionInfo)))


def _errors(graph: rdflib.Graph) -> set[str]:
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return {str(message) for message in graph.objects(None, ERROR)}


def test_the_ontology_is_consistent_with_what_mapping_makes() -> None:
    """An OWL 2 RL reasoner finds no contradiction in the ontology and a graph that uses all of it."""
    assert _errors(ONTOLOGY + _instance_graph()) == set()


def test_the_reasoner_would_find_a_contradiction() -> None:
    """A person who is an organization is one."""
    nonsense = f"<urn:x:a> a <{PRESS}Person>, <{PRESS}Organization> ."
    assert _errors(ONTOLOGY + rdflib.Graph().parse(data=nonsense, format="turtle"))


def test_generated_files_are_those_of_the_ontology(tmp_path: Path) -> None:
    """The page, the diagram and the concepts are what the tool writes now."""
    script = (
        "import sys; sys.path.insert(0, 'tools'); import document_ontology as d\n"
        "stale = [str(p) for p, text in d.outputs().items() if p.read_text(encoding='utf-8') != text]\n"
        "sys.exit(', '.join(stale) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run python tools/document_ontology.py: {done.stderr}"


def test_concepts_are_published() -> None:
    """The file of concepts has every concept that the project names."""
    published = rdflib.Graph().parse(ROOT / "ontology" / "concepts.ttl")
    assert {str(each) for each in published.subjects(RDF.type, SKOS.Concept)} == {
        each.iri for each in CONCEPTS.values()
    }
