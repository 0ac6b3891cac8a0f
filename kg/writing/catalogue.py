"""The data set for catalogues of linked data: VoID, DCAT and PROV, as quads of no graph."""

from collections.abc import Iterator
from urllib.parse import quote

from kg.graphfile import DEFAULT_GRAPH
from kg.ports import Quad, Term
from kg.vocabulary import NAMESPACES, compact, integer, iri, name, text, typed
from kg.writing.dataset import Dataset, FilePart

_VOCABULARIES = ("press", "org", "sem", "prov", "oa", "schema", "dcterms", "skos")
_SAFE = "._-"
_MEDIA = "https://www.iana.org/assignments/media-types/"


def catalogue(dataset: Dataset) -> Iterator[Quad]:
    """Give the description of a data set."""
    for subject, predicate, value in (*_dataset(dataset), *_partitions(dataset), *_files(dataset), *_making(dataset)):
        yield Quad(subject, name(predicate), value, DEFAULT_GRAPH)


Triples = Iterator[tuple[Term, str, Term]]


def _node(dataset: Dataset, kind: str, *parts: str) -> Term:
    """Return a node that only this description speaks of, named after what it is."""
    return iri("-".join((f"{dataset.iri}#{kind}", *(quote(part, safe=_SAFE) for part in parts))))


def _short(term: Term) -> str:
    return compact(term[1:-1]).replace(":", "-")


def _dataset(dataset: Dataset) -> Triples:
    node, census = iri(dataset.iri), dataset.census
    yield node, "rdf:type", name("void:Dataset")
    yield node, "rdf:type", name("dcat:Dataset")
    yield node, "dcterms:title", text(dataset.title_zh, "zh")
    yield node, "dcterms:title", text(dataset.title_en, "en")
    yield node, "dcterms:license", iri(dataset.license_iri)
    yield node, "dcterms:conformsTo", iri(NAMESPACES["press"].removesuffix("#"))
    yield node, "dcterms:language", text("zh")
    yield node, "void:triples", integer(census.triples)
    yield node, "void:distinctSubjects", integer(census.subjects)
    yield node, "void:classes", integer(len(census.classes))
    yield node, "void:properties", integer(len(census.properties))
    for prefix in _VOCABULARIES:
        yield node, "void:vocabulary", iri(NAMESPACES[prefix])
    if census.days is not None:
        period = _node(dataset, "period", *census.days)
        yield node, "dcterms:temporal", period
        yield period, "rdf:type", name("dcterms:PeriodOfTime")
        for predicate, each in zip(("dcat:startDate", "dcat:endDate"), census.days, strict=True):
            yield period, predicate, typed(each, NAMESPACES["xsd"] + "date")


def _partitions(dataset: Dataset) -> Triples:
    node = iri(dataset.iri)
    for kind, number in sorted(dataset.census.classes.items()):
        part = _node(dataset, "class", _short(kind))
        yield node, "void:classPartition", part
        yield part, "void:class", kind
        yield part, "void:entities", integer(number)
    for predicate, number in sorted(dataset.census.properties.items()):
        part = _node(dataset, "property", _short(predicate))
        yield node, "void:propertyPartition", part
        yield part, "void:property", predicate
        yield part, "void:triples", integer(number)


def _files(dataset: Dataset) -> Triples:
    for each in dataset.files:
        yield from _file(dataset, each)


def _file(dataset: Dataset, part: FilePart) -> Triples:
    node = _node(dataset, "file", part.name)
    yield iri(dataset.iri), "dcat:distribution", node
    yield node, "rdf:type", name("dcat:Distribution")
    yield node, "dcterms:title", text(part.name)
    yield node, "dcat:mediaType", iri(_MEDIA + part.media_type)
    yield node, "dcat:byteSize", integer(part.size)
    yield from _checksum(dataset, node, part.digest)


def _checksum(dataset: Dataset, node: Term, digest: str) -> Triples:
    checksum = _node(dataset, "checksum", node[1:-1].partition("#")[2])
    yield node, "spdx:checksum", checksum
    yield checksum, "rdf:type", name("spdx:Checksum")
    yield checksum, "spdx:algorithm", name("spdx:checksumAlgorithm_sha256")
    yield checksum, "spdx:checksumValue", text(digest)


def _making(dataset: Dataset) -> Triples:
    """Give the activity that made the graph, what it used and which program did it, each with its hash."""
    activity = _node(dataset, "build")
    yield iri(dataset.iri), "prov:wasGeneratedBy", activity
    yield activity, "rdf:type", name("prov:Activity")
    program = _node(dataset, "software", dataset.version)
    yield activity, "prov:wasAssociatedWith", program
    yield program, "rdf:type", name("prov:SoftwareAgent")
    yield program, "rdfs:label", text(f"pressgraph {dataset.version}")
    for kind, entries in (("source", dataset.inputs), ("code", dataset.code)):
        for title, digest in entries:
            node = _node(dataset, kind, title)
            yield activity, "prov:used", node
            yield node, "rdf:type", name("prov:Entity")
            yield node, "dcterms:title", text(title)
            yield from _checksum(dataset, node, digest)
