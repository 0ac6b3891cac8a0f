"""`kg describe`: what a build is, for catalogues: VoID, DCAT and PROV in Turtle, and an RO-Crate."""

from pathlib import Path

import click

from kg.cli.console import note
from kg.errors import UsageError
from kg.vocabulary import is_valid_iri
from kg.writing import describe

EXAMPLES = """\b
Examples 示例:
  kg describe graph
  kg describe graph --license https://creativecommons.org/licenses/by/4.0/
"""


@click.command("describe", epilog=EXAMPLES)
@click.argument("build", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--license", "license_iri", metavar="IRI", help="Licence of the graph. 图的许可协议")
def command(*, build: Path, license_iri: str | None) -> None:
    """Write `dataset.ttl` (VoID, DCAT, PROV) and `ro-crate-metadata.json` into a build.

    为构建结果写出数据集描述与 RO-Crate 元数据。
    """
    if license_iri is not None and not is_valid_iri(license_iri):
        raise UsageError(f"{license_iri!r}: no IRI 不是有效的 IRI; write it as https://…")
    written = describe(build, license_iri=license_iri) if license_iri else describe(build)
    for path in written:
        note(f"written 已写出: {path}")
