"""Drawings show what the answer says, in well-formed files that run nothing and fetch nothing."""

import struct
import sys
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import resvg_py

from kg.errors import QueryError, UsageError
from kg.model.table import Table, Value
from kg.querying import read_catalogue
from kg.querying.views import draw_html, draw_png, draw_svg
from kg.resources import resource
from tests.querying.fonts import write_font

HOSTILE = "<script>alert(1)</script>&\"'\x1b\u202e"
SVG = "{http://www.w3.org/2000/svg}"


def _table(*rows: tuple[str, ...]) -> Table:
    columns = ("a", "b", "c")
    return Table(columns=columns, rows=tuple(tuple(Value("literal", cell) for cell in row) for row in rows))


BARS = {"kind": "bar", "label": "a", "value": "b"}
TIMELINE = {"kind": "timeline", "time": "b", "label": "a", "group": "c"}
NETWORK = {"kind": "network", "from": "a", "to": "c", "weight": "b"}
every_kind = pytest.mark.parametrize("view", [BARS, TIMELINE, NETWORK], ids=lambda view: view["kind"])


def _words(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]


def test_bars_are_as_long_as_their_values() -> None:
    """A bar of twice the value is twice as long; a row without a number has none."""
    svg = draw_svg(_table(("会议", "4", ""), ("签约", "2", ""), ("其他", "几", "")), BARS, "数量")
    lengths = [
        float(each.attrib["width"]) for each in ET.fromstring(svg).iter(f"{SVG}rect") if each.attrib["width"] != "100%"
    ]
    assert lengths[0] == 2 * lengths[1]
    assert len(lengths) == 2
    assert _words(svg) == ["数量", "会议", "4", "签约", "2"]


def test_large_numbers_are_written_out() -> None:
    """Numbers stand as people write them, not with an exponent."""
    svg = draw_svg(_table(("投资", "680000000", ""), ("税收", "1234.5", ""), ("增幅", "-0.1", "")), BARS, "数量")
    assert _words(svg) == ["数量", "投资", "680,000,000", "税收", "1,234.5", "增幅", "-0.1"]


def test_a_timeline_is_in_the_order_of_days() -> None:
    """Days rise, a day is written once, and what has no day comes last."""
    rows = [("乙", "2023-05-02", "x"), ("丙", "", "x"), ("甲", "2023-05-01", ""), ("丁", "2023-05-02", "y")]
    assert _words(draw_svg(_table(*rows), TIMELINE, "t"))[1:] == [
        *("2023-05-01", "甲"),
        *("2023-05-02", "丁 · y", "乙 · x"),
        *("?", "丙 · x"),
    ]


def test_a_network_has_a_node_for_each_name_and_a_line_for_each_pair() -> None:
    """A pair that is met twice, either way round, is one line."""
    svg = draw_svg(_table(("甲", "1", "乙"), ("乙", "2", "甲"), ("甲", "1", "丙"), ("丁", "1", "丁")), NETWORK, "t")
    root = ET.fromstring(svg)
    assert len(list(root.iter(f"{SVG}line"))) == 2
    assert sorted(_words(svg)[1:]) == sorted(["甲", "乙", "丙"])


@every_kind
def test_what_a_page_says_stays_text(view: dict[str, str]) -> None:
    """Markup in a cell is escaped, control characters are gone, the file is well-formed."""
    svg = draw_svg(_table((HOSTILE, "2", HOSTILE + "2")), view, HOSTILE)
    root = ET.fromstring(svg)
    assert not list(root.iter(f"{SVG}script"))
    page = draw_html(_table((HOSTILE, "2", HOSTILE)), view, HOSTILE)
    assert "<script" not in page
    assert "default-src 'none'" in page


@every_kind
def test_an_empty_answer_is_drawn(view: dict[str, str]) -> None:
    """No rows give a drawing with a title."""
    assert _words(draw_svg(_table(), view, "空")) == ["空"]


@every_kind
def test_is_the_same_each_time(view: dict[str, str]) -> None:
    """The same answer gives the same file."""
    rows = [(f"甲{number % 7}", str(number), f"乙{number % 5}") for number in range(40)]
    assert draw_svg(_table(*rows), view, "t") == draw_svg(_table(*rows), view, "t")


@pytest.mark.parametrize(
    "view",
    [{"kind": "pie"}, {"kind": "table"}, {"kind": "bar", "label": "a"}, {"kind": "bar", "label": "a", "value": "z"}],
)
def test_a_view_that_does_not_fit_is_an_error(view: dict[str, str]) -> None:
    """An unknown kind, a missing field or column is named, not drawn as something else."""
    with pytest.raises(QueryError):
        draw_svg(_table(), view, "t")


def test_views_of_the_shipped_queries_name_columns_they_have() -> None:
    """Each `x-view` draws an empty answer of its own query."""
    for query in read_catalogue([resource("queries")]).values():
        if not query.view:
            continue
        words = [token.text for token in query.checked.tokens]
        head = words[words.index("SELECT") : words.index("WHERE")]
        columns = tuple(word[1:] for word in head if word.startswith("?"))
        assert draw_html(Table(columns=columns, rows=()), query.view, query.name)


def _fonts(monkeypatch: pytest.MonkeyPatch, *fonts: Path) -> None:
    """Let the renderer see these fonts and none of the machine's."""
    limited = partial(resvg_py.svg_to_bytes, skip_system_fonts=True, font_files=[str(font) for font in fonts])
    monkeypatch.setattr(resvg_py, "svg_to_bytes", limited)


@every_kind
def test_a_picture_shows_the_words(view: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A PNG of twice the drawing's size, alike each time, in which another name looks otherwise."""
    _fonts(monkeypatch, write_font(tmp_path / "box.ttf"))
    table, longer = _table(("甲", "1", "乙")), _table(("甲甲", "1", "乙"))
    picture = draw_png(table, view, "题")
    assert picture.startswith(b"\x89PNG")
    size = [float(ET.fromstring(draw_svg(table, view, "题")).attrib[name]) for name in ("width", "height")]
    assert list(struct.unpack(">LL", picture[16:24])) == [2 * each for each in size]
    assert picture == draw_png(table, view, "题")
    assert picture != draw_png(longer, view, "题")


def test_a_picture_without_its_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no font has Chinese characters, and where the renderer is not there, the error says what to do."""
    _fonts(monkeypatch)
    with pytest.raises(UsageError, match="font"):
        draw_png(_table(("甲", "1", "乙")), BARS, "题")
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(UsageError, match=r"pressgraph\[png\]"):
        draw_png(_table(("甲", "1", "乙")), BARS, "题")


@every_kind
def test_a_long_title_is_not_cut_by_the_edge(view: dict[str, str]) -> None:
    """The drawing is as wide as its title."""
    title = "某区某年各类活动的数量与时间" * 3
    root = ET.fromstring(draw_svg(_table(), view, title))
    assert _words(draw_svg(_table(), view, title)) == [title]
    assert float(root.attrib["width"]) > 14 * len(title)
