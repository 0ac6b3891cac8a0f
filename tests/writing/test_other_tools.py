"""Exports for spreadsheets, network tools and annotation tools hold what the graph says."""

import csv
import dataclasses
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kg.mapping import map_article, map_tables
from kg.ports import Quad, Term
from kg.vocabulary import DEFAULT_BASE, name, text
from kg.writing import export
from kg.writing.tables import METADATA, TABLES, file_name
from tests.stories import meeting

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def quads() -> list[Quad]:
    """Return the graph of the meeting twice: two articles that share their things."""
    stories = (meeting(), meeting(source_start=900))
    return [
        quad
        for story in stories
        for quad in (*map_article(story, base_iri=DEFAULT_BASE), *map_tables(story, base_iri=DEFAULT_BASE))
    ]


def _rows(folder: Path, curie: str) -> list[dict[str, str]]:
    with (folder / file_name(curie)).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_class_has_a_table(quads: list[Quad], tmp_path: Path) -> None:
    """Shared things are one row, claims a row each; several values stand on lines of their own."""
    folder = export(quads, "csvw", tmp_path / "tables")
    for curie in TABLES:
        nodes = {quad.subject for quad in quads if quad.predicate == name("rdf:type") and quad.object == name(curie)}
        assert {f"<{row['id']}>" for row in _rows(folder, curie)} == nodes
    assert {row["label"]: row["class"].rpartition("#")[2] for row in _rows(folder, "press:Person")} == {
        "陈望舒": "Official",
        "林小满": "Person",
    }
    committee = next(row for row in _rows(folder, "press:Organization") if row["label"] == "中共云溪市青禾区委员会")
    assert committee["altLabel"].split("\n") == ["区委", "青禾区委"]


def test_the_description_fits_the_tables(quads: list[Quad], tmp_path: Path) -> None:
    """The CSVW file names each table and its columns in their order."""
    folder = export(quads, "csvw", tmp_path / "tables")
    described = json.loads((folder / METADATA).read_text(encoding="utf-8"))["tables"]
    for table in described:
        with (folder / table["url"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [column["titles"] for column in table["tableSchema"]["columns"]]
    assert {path.name for path in folder.iterdir()} == {METADATA, *(table["url"] for table in described)}


def test_cells_run_no_formulas(quads: list[Quad], tmp_path: Path) -> None:
    """A headline that a spreadsheet would take for a formula is text."""
    bad = [
        quad._replace(object=text("=1+1", "zh")) if quad.predicate == name("schema:headline") else quad
        for quad in quads
    ]
    folder = export(bad, "csvw", tmp_path / "tables")
    assert {row["headline"] for row in _rows(folder, "press:Article")} == {"'=1+1"}


def test_graphml_joins_nodes_that_are_there(quads: list[Quad], tmp_path: Path) -> None:
    """Every edge leads from node to node; the chair's edge has the role and the quote; links are stated once."""
    tree = ET.parse(export(quads, "graphml", tmp_path / "g.graphml"))
    nodes = [node.get("id") for node in tree.iter(f"{GRAPHML}node")]
    edges = list(tree.iter(f"{GRAPHML}edge"))
    assert len(nodes) == len(set(nodes))
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= set(nodes)
    said = [{data.get("key"): data.text for data in edge} for edge in edges]
    chairs = [each for each in said if each["edge-label"] == "chair"]
    assert len(chairs) == 2
    assert "主持会议" in (chairs[0]["edge-quote"] or "")
    assert sum(each["edge-label"] == "subOrganizationOf" for each in said) == 1


def test_graphml_holds_no_character_that_xml_cannot(quads: list[Quad], tmp_path: Path) -> None:
    """Controls and markup in labels do no harm."""
    label = text('甲\x01<b>&"\uffff乙', "zh")
    bad = [quad._replace(object=label) if quad.predicate == name("rdfs:label") else quad for quad in quads]
    tree = ET.parse(export(bad, "graphml", tmp_path / "g.graphml"))
    assert {data.text for data in tree.iter(f"{GRAPHML}data") if data.get("key") == "node-label"} == {'甲<b>&"乙'}


def test_annotations_find_their_quotes(quads: list[Quad], tmp_path: Path) -> None:
    """Each quote stands in the article's text between its prefix and suffix, at its offsets."""
    page = json.loads(export(quads, "annotations", tmp_path / "a.jsonld").read_text(encoding="utf-8"))
    body = meeting().article.text
    assert len(page["items"]) == len({quad.subject for quad in quads if quad.object == name("press:Evidence")})
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        assert body[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in body
        assert item["body"]


def test_text_left_out_leaves_the_quotes(tmp_path: Path) -> None:
    """Without the body an annotation has its quote and offsets, no surroundings."""
    quads = list(map_article(dataclasses.replace(meeting()), base_iri=DEFAULT_BASE, text=False))
    page = json.loads(export(quads, "annotations", tmp_path / "a.jsonld").read_text(encoding="utf-8"))
    assert all("prefix" not in item["target"]["selector"][0] for item in page["items"])
    assert Term("") not in {quad.graph for quad in quads}
