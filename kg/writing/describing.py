"""What a data set is, for catalogues and archives: `dataset.ttl` (VoID, DCAT, PROV) and an RO-Crate beside it.

Nothing here comes from a clock: the same build gives the same description.
"""

import json
from pathlib import Path

from kg.writing.catalogue import catalogue
from kg.writing.crate import crate
from kg.writing.dataset import UNDETERMINED, look_at
from kg.writing.exporting import export
from kg.writing.files import whole_file


def describe(
    directory: Path,
    *,
    license_iri: str = UNDETERMINED,
    title_zh: str = "报章知识图谱",
    title_en: str = "A knowledge graph of newspaper articles",
) -> tuple[Path, Path]:
    """Write `dataset.ttl` and `ro-crate-metadata.json` into the directory of a build; return their paths.

    Inputs and their hashes are those of `manifest.json`, where there is one. Raises `UsageError` for a directory
    without `graph.nq`, `OutputError` where nothing can be written.
    """
    dataset = look_at(directory, license_iri=license_iri, title_zh=title_zh, title_en=title_en)
    turtle = export(catalogue(dataset), "turtle", directory / "dataset.ttl")
    metadata = directory / "ro-crate-metadata.json"
    with whole_file(metadata) as file:
        file.write(json.dumps(crate(dataset), ensure_ascii=False, indent=1) + "\n")
    return turtle, metadata
