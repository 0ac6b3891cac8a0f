"""Reviews: the sheet that is drawn, and what a filled one says."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.graphfile import read_graph
from kg.mapping import map_article, map_tables
from kg.ports import Store
from kg.querying.reviewing import corrections_of, draw_sheet, precisions, read_sheet
from kg.resolving import parse_corrections
from kg.storing import EmbeddedStore
from tests.stories import meeting


def graph_of_meeting() -> str:
    """Return the N-Quads of an article that holds every kind of claim, and a merge."""
    told, base = meeting(), "https://example.org/id/"
    quads = (*map_article(told, base_iri=base), *map_tables(told, base_iri=base))
    return "".join(f"{' '.join(quad)} .\n" for quad in quads)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store that holds that article."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "graph.nq").write_text(graph_of_meeting(), encoding="utf-8")
    with EmbeddedStore.create(folder / "store") as opened:
        opened.load(read_graph(folder / "graph.nq"))
        yield opened


def filled(sheet: str, right: str, instead: str = "") -> str:
    """Write the same answers into all lines of a sheet."""
    rows = list(csv.DictReader(io.StringIO(sheet)))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows({**row, "right": right, "instead": instead} for row in rows)
    return out.getvalue()


def test_a_sheet_shows_facts_and_merges_of_each_rule(store: Store) -> None:
    """Each line has its words and the correction that takes it back; the same seed draws the same lines."""
    sheet = draw_sheet(store, per_rule=2)
    assert sheet == draw_sheet(store, per_rule=2)
    rows = list(csv.DictReader(io.StringIO(sheet)))
    assert {row["action"] for row in rows} == {"different", "reject"}
    assert {row["value"].split(" ")[0] for row in rows if row["action"] == "reject"} == {
        "tenure",
        "participation",
        "figure",
    }
    assert all(row["quote"] and row["rule"] for row in rows)


def test_wrong_lines_become_corrections_and_are_added_once(store: Store) -> None:
    """What is read back is a corrections file; a second reading adds nothing."""
    judged = read_sheet(filled(draw_sheet(store, per_rule=1), "错", "应为\t别的"), "sheet.csv")
    lines = corrections_of(judged, "# 更正")
    assert len(parse_corrections("# 更正" + lines, "c.tsv").entries) == len(judged)
    assert corrections_of(judged, "# 更正" + lines) == ""
    assert corrections_of(read_sheet(filled(draw_sheet(store, per_rule=1), "y"), "sheet.csv"), "") == ""


def test_a_wrong_merge_with_another_thing_is_said_to_be_that(store: Store) -> None:
    """An IRI in the column instead makes the line `same`."""
    judged = read_sheet(filled(draw_sheet(store, per_rule=1), "n", "https://example.org/other"), "sheet.csv")
    assert [each.correction[2] for each in judged if each.correction[0] == "same"] == ["https://example.org/other"]


def test_each_rule_gets_its_precision() -> None:
    """Counts and Wilson's interval, the least trusted first; open lines don't count."""
    head = "rule,says,quote,headline,right,instead,action,thing,value\n"
    lines = [
        f"{rule},,,,{answer},,reject,urn:x,figure\n"
        for rule, answer in zip("aaabb", ("y", "n", "", "对", "1"), strict=True)
    ]
    first, second = precisions(read_sheet(head + "".join(lines), "sheet.csv"))
    assert (first.rule, first.right, first.judged) == ("a", 1, 2)
    assert (round(first.low, 3), round(first.high, 3)) == (0.095, 0.905)
    assert (second.rule, second.right, second.judged, second.high) == ("b", 2, 2, 1.0)


@pytest.mark.parametrize(("text", "says"), [("rule,says\na,b\n", "missing"), ("", "missing"), ("maybe", "sheet.csv:2")])
def test_a_sheet_that_cannot_be_read_is_refused(store: Store, text: str, says: str) -> None:
    """The message names the sheet, and the line of an answer that is none."""
    sheet = filled(draw_sheet(store, per_rule=1), text) if text == "maybe" else text
    with pytest.raises(UsageError, match=says):
        read_sheet(sheet, "sheet.csv")


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """Texts that a spreadsheet would reckon with are quoted."""
    graph = graph_of_meeting().replace("青禾区召开湖岸整治推进会", "=HYPERLINK(1)")
    (tmp_path / "graph.nq").write_text(graph, encoding="utf-8")
    with EmbeddedStore.create(tmp_path / "store") as opened:
        opened.load(read_graph(tmp_path / "graph.nq"))
        rows = list(csv.DictReader(io.StringIO(draw_sheet(opened, per_rule=1))))
    assert not any(cell.startswith("=") for row in rows for cell in row.values())
