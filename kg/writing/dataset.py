"""What is known of a data set: its files, its counts, what it was made from and by which code."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

import kg
from kg.errors import UsageError
from kg.graphfile import read_graph
from kg.resources import resource
from kg.vocabulary import DEFAULT_BASE, mint
from kg.writing.census import Census, count

UNDETERMINED = "https://rightsstatements.org/vocab/UND/1.0/"
"""Licence where none is given: whoever publishes a graph with its texts must find out whose they are."""
_MEDIA_TYPES = {
    ".ttl": "text/turtle",
    ".nq": "application/n-quads",
    ".nt": "application/n-triples",
    ".trig": "application/trig",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".graphml": "application/graphml+xml",
}
_OWN = ("dataset.ttl", "ro-crate-metadata.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePart:
    """A file of the data set."""

    name: str
    size: int
    digest: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """All that a description says."""

    iri: str
    title_zh: str
    title_en: str
    license_iri: str
    census: Census
    files: tuple[FilePart, ...]
    inputs: tuple[tuple[str, str], ...]
    """Names and SHA-256 of the sources."""
    version: str
    code: tuple[tuple[str, str], ...]
    """Names and SHA-256 of the program as a whole, of each lexicon, of the ontology and the shapes."""


def look_at(directory: Path, *, license_iri: str, title_zh: str, title_en: str) -> Dataset:
    """Gather what is known of the build in a directory. Raises `UsageError` where there is no `graph.nq`."""
    graph = directory / "graph.nq"
    if not graph.is_file():
        raise UsageError(f"{directory}: 没有 graph.nq / no graph.nq here; build one first")
    files = tuple(_part(path) for path in sorted(directory.iterdir()) if _is_part(path))
    base = _manifest(directory).get("options", {}).get("base_iri") or DEFAULT_BASE
    with tempfile.TemporaryDirectory() as scratch:
        census = count(read_graph(graph), Path(scratch))
    return Dataset(
        iri=mint(base, "dataset", *(part.digest for part in files if part.name == "graph.nq")),
        title_zh=title_zh,
        title_en=title_en,
        license_iri=license_iri,
        census=census,
        files=files,
        inputs=tuple(_inputs(_manifest(directory))),
        version=kg.__version__,
        code=tuple(_code()),
    )


def _is_part(path: Path) -> bool:
    """Tell whether a file belongs to the data set: not the descriptions, nor what differs from run to run."""
    return path.is_file() and path.suffix in _MEDIA_TYPES and path.name not in (*_OWN, "manifest.json")


def _part(path: Path) -> FilePart:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return FilePart(name=path.name, size=path.stat().st_size, digest=digest, media_type=_MEDIA_TYPES[path.suffix])


def _manifest(directory: Path) -> dict[str, Any]:
    path = directory / "manifest.json"
    found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return found if isinstance(found, dict) else {}


def _inputs(manifest: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for entry in manifest.get("inputs", ()):
        for name in entry.get("files", ()):
            yield str(name), str(entry.get("sha256", ""))


def _code() -> Iterator[tuple[str, str]]:
    package = resource("lexicons").parent
    sources = sorted(package.rglob("*.py"), key=lambda path: path.relative_to(package).as_posix())
    hashes = (f"{path.relative_to(package).as_posix()} {_digest(path)}\n" for path in sources)
    yield "kg", sha256("".join(hashes).encode()).hexdigest()
    for path in sorted((package / "lexicons").glob("*.tsv")):
        yield f"lexicons/{path.name}", _digest(path)
    for name in ("ontology/press.ttl", "shapes/press.shacl.ttl"):
        yield name, _digest(resource(name))


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
