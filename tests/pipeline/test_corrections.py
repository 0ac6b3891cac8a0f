"""Corrections are the last word of every build: applied, remembered, and reported where they fit nothing."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.pipeline.building import build
from tests.pipeline.stages import PAGE
from tests.pipeline.test_building import OPTIONS, result_of, write_pages
from tests.pipeline.test_forgetting import iri_of


def test_one_line_mends_it_for_good(tmp_path: Path) -> None:
    """A new label stands in every article, also in those that come later, with no option given again."""
    folder, out, lines = write_pages(tmp_path / "in", a=PAGE), tmp_path / "out", tmp_path / "mended.tsv"
    build([folder], out, OPTIONS)
    lines.write_text(f"rename\t{iri_of(out, '陆闻笛')}\t陆闻迪\n", encoding="utf-8")
    assert build([folder], out, replace(OPTIONS, corrections=lines)).warnings == ()
    assert iri_of(out, "陆闻迪")
    write_pages(folder, b=f"{PAGE}\n第2期。\n")
    build([folder], out, OPTIONS)
    build([folder], tmp_path / "fresh", replace(OPTIONS, corrections=lines))
    assert result_of(out) == result_of(tmp_path / "fresh")
    (tmp_path / "none.tsv").touch()
    build([folder], out, replace(OPTIONS, corrections=tmp_path / "none.tsv"))
    assert "陆闻迪" not in (out / "graph.nq").read_text("utf-8")


def test_what_fits_nothing_is_reported(tmp_path: Path) -> None:
    """A line about an unknown IRI is named with file, line and remedy, and stands in the manifest."""
    folder, lines = write_pages(tmp_path / "in", a=PAGE), tmp_path / "mended.tsv"
    lines.write_text("# mine\nreject\thttps://w3id.org/pressgraph/id/person/0\n", encoding="utf-8")
    result = build([folder], tmp_path / "out", replace(OPTIONS, corrections=lines))
    (warning,) = result.warnings
    assert warning.startswith("mended.tsv:2: ")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["options"]["corrections"] == {"lines": 1, "unfit": [warning]}


@pytest.mark.parametrize("line", ["renam\thttps://x.org/a\tb", "same\thttps://x.org/a\thttps://x.org/a", "reject\tx"])
def test_a_line_that_cannot_be_stops_before_anything_is_changed(tmp_path: Path, line: str) -> None:
    """A typo, a cycle and what is no IRI are named with file and line, and the former result stays."""
    folder, lines = write_pages(tmp_path / "in", a=PAGE), tmp_path / "mended.tsv"
    build([folder], tmp_path / "out", OPTIONS)
    before = result_of(tmp_path / "out")
    lines.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"mended\.tsv:2"):
        build([folder], tmp_path / "out", replace(OPTIONS, corrections=lines))
    assert result_of(tmp_path / "out") == before
