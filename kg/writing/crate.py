"""The data set as an RO-Crate 1.1: what archives of research data take in."""

from typing import Any

from kg.writing.dataset import Dataset

_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_SOFTWARE = "#pressgraph"

Json = dict[str, Any]


def crate(dataset: Dataset) -> Json:
    """Return the metadata file of the crate."""
    return {"@context": _CONTEXT, "@graph": [_descriptor(), _root(dataset), *_files(dataset), *_making(dataset)]}


def _descriptor() -> Json:
    return {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": _PROFILE},
        "about": {"@id": "./"},
    }


def _root(dataset: Dataset) -> Json:
    census = dataset.census
    first, last = census.days or ("", "")
    description = f"{census.triples} triples, {census.subjects} nodes; each claim names the words it rests on."
    root: Json = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": dataset.iri,
        "name": f"{dataset.title_zh} / {dataset.title_en}",
        "description": description,
        "license": {"@id": dataset.license_iri},
        "inLanguage": "zh",
        "hasPart": [{"@id": part.name} for part in dataset.files],
        "mentions": {"@id": "#build"},
    }
    return root | ({"datePublished": last, "temporalCoverage": f"{first}/{last}"} if last else {})


def _files(dataset: Dataset) -> list[Json]:
    return [
        {
            "@id": part.name,
            "@type": "File",
            "name": part.name,
            "encodingFormat": part.media_type,
            "contentSize": str(part.size),
            "sha256": part.digest,
        }
        for part in dataset.files
    ]


def _making(dataset: Dataset) -> list[Json]:
    inputs = [_source(f"#source-{number}", *each) for number, each in enumerate(dataset.inputs, 1)]
    code = [_source(f"#code-{number}", *each) for number, each in enumerate(dataset.code, 1)]
    action: Json = {
        "@id": "#build",
        "@type": "CreateAction",
        "name": "kg build",
        "instrument": {"@id": _SOFTWARE},
        "object": [{"@id": each["@id"]} for each in inputs],
        "result": {"@id": "./"},
    }
    software: Json = {
        "@id": _SOFTWARE,
        "@type": "SoftwareApplication",
        "name": "pressgraph",
        "version": dataset.version,
        "softwareRequirements": [{"@id": each["@id"]} for each in code],
    }
    rights: Json = {"@id": dataset.license_iri, "@type": "CreativeWork", "name": dataset.license_iri}
    return [action, software, rights, *inputs, *code]


def _source(identifier: str, title: str, digest: str) -> Json:
    return {"@id": identifier, "@type": "CreativeWork", "name": title, "sha256": digest}
