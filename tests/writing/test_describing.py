"""A build describes itself to catalogues and archives, with counts and hashes that are right."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCAT, PROV, RDF, VOID

from kg.errors import UsageError
from kg.mapping import map_article, map_tables
from kg.vocabulary import DEFAULT_BASE, PRESS
from kg.writing import describe, write_nquads
from tests.stories import meeting

DAY = "2031-08-24"


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """Return the directory of a build of one article."""
    story = meeting()
    write_nquads(
        [*map_article(story, base_iri=DEFAULT_BASE), *map_tables(story, base_iri=DEFAULT_BASE)], tmp_path / "graph.nq"
    )
    manifest = {"inputs": [{"files": ["qinghe/a2.txt"], "sha256": "ab" * 32}], "timings": {}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return tmp_path


def test_the_catalogue_counts_the_graph(build: Path) -> None:
    """VoID's counts are those of the union of all graphs; each file has its size and hash."""
    described = rdflib.Graph().parse(describe(build)[0])
    lines = {line.rpartition(" <")[0] for line in (build / "graph.nq").read_text(encoding="utf-8").split("\n") if line}
    dataset = described.value(predicate=RDF.type, object=VOID.Dataset)
    assert int(str(described.value(dataset, VOID.triples))) == len(lines)
    partitions = {
        described.value(part, VOID["class"]): part for part in described.objects(dataset, VOID.classPartition)
    }
    events = described.value(partitions[rdflib.URIRef(PRESS + "Event")], VOID.entities)
    assert int(str(events)) == 1
    (distribution,) = described.objects(dataset, DCAT.distribution)
    assert int(str(described.value(distribution, DCAT.byteSize))) == (build / "graph.nq").stat().st_size


def test_the_making_names_sources_and_code(build: Path) -> None:
    """The activity used the sources, the lexicons, the ontology and the shapes, each with its hash."""
    described = rdflib.Graph().parse(describe(build)[0])
    activity = described.value(predicate=RDF.type, object=PROV.Activity)
    titles = {str(described.value(used, rdflib.DCTERMS.title)) for used in described.objects(activity, PROV.used)}
    assert {"qinghe/a2.txt", "kg", "ontology/press.ttl", "shapes/press.shacl.ttl", "lexicons/surnames.tsv"} <= titles


def test_the_crate_lists_what_is_there(build: Path) -> None:
    """The RO-Crate names files with their hashes and the day that the texts are of; the same bytes each time."""
    _, metadata = describe(build, license_iri="https://creativecommons.org/licenses/by/4.0/")
    first = metadata.read_bytes()
    graph = {entity["@id"]: entity for entity in json.loads(first)["@graph"]}
    assert graph["./"]["datePublished"] == DAY
    assert graph["graph.nq"]["sha256"] == sha256((build / "graph.nq").read_bytes()).hexdigest()
    references = [part["@id"] for part in graph["./"]["hasPart"]] + [graph["./"]["license"]["@id"]]
    assert set(references) <= graph.keys()
    describe(build, license_iri="https://creativecommons.org/licenses/by/4.0/")
    assert metadata.read_bytes() == first


def test_a_folder_without_a_graph_is_refused(tmp_path: Path) -> None:
    """There is nothing to describe."""
    with pytest.raises(UsageError, match=r"graph\.nq"):
        describe(tmp_path)
