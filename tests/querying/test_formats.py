"""Tables are written so that programs read them exactly and people at ease."""

import csv
import io
import json

import pytest

from kg.model.table import Table, Value
from kg.querying import FORMATS
from kg.querying.formats import to_csv, to_json, to_markdown, to_spreadsheet, to_text, to_tsv

TABLE = Table(
    columns=("名", "n"),
    rows=(
        (Value("literal", '林"致远', "zh"), Value("literal", "5", None, "http://www.w3.org/2001/XMLSchema#integer")),
        (Value("iri", "http://x/a"), None),
        (Value("bnode", "b0"), Value("literal", "a,b\nc\t|")),
    ),
)


def test_csv_is_that_of_the_w3c() -> None:
    """Bare values, quoted where they must be, lines ended by CR LF."""
    assert to_csv(TABLE) == '名,n\r\n"林""致远",5\r\nhttp://x/a,\r\nb0,"a,b\nc\t|"\r\n'


def test_tsv_keeps_what_each_term_is() -> None:
    """Language, datatype and kind survive, line feeds are escaped."""
    assert to_tsv(TABLE).splitlines() == [
        "?名\t?n",
        '"林\\"致远"@zh\t"5"^^<http://www.w3.org/2001/XMLSchema#integer>',
        "<http://x/a>\t",
        '_:b0\t"a,b\\nc\\t|"',
    ]


def test_json_is_that_of_the_w3c() -> None:
    """Unbound cells are left out, languages and datatypes kept."""
    answer = json.loads(to_json(TABLE))
    assert answer["head"] == {"vars": ["名", "n"]}
    assert answer["results"]["bindings"][:2] == [
        {
            "名": {"type": "literal", "value": '林"致远', "xml:lang": "zh"},
            "n": {"type": "literal", "value": "5", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
        },
        {"名": {"type": "uri", "value": "http://x/a"}},
    ]


def test_terminal_columns_line_up_for_chinese() -> None:
    """A Chinese character takes two columns; a long cell is cut."""
    rows = ((Value("literal", "区委"), Value("literal", "x")), (Value("literal", "a"), Value("literal", "长" * 40)))
    lines = to_text(Table(columns=("a", "b"), rows=rows)).splitlines()
    assert lines[2] == "区委  x"
    assert lines[3] == "a     " + "长" * 23 + "…"


def test_terminal_is_not_steered_by_what_a_page_says() -> None:
    """Escape sequences and direction marks come out as spaces."""
    rows = ((Value("literal", "\x1b[31mred\u202e\nnext"),),)
    assert to_text(Table(columns=("a",), rows=rows)).splitlines()[2] == " [31mred  next"


def test_markdown_escapes_its_own_marks() -> None:
    """Bars, brackets and HTML stay text."""
    rows = ((Value("literal", "a|b <script> [x](y)"),),)
    assert to_markdown(Table(columns=("a",), rows=rows)).splitlines()[2] == r"| a\|b \<script\> \[x\](y) |"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        (" =1", "' =1"),
        ("+86", "+86"),
        ("-3.5", "-3.5"),
        ("-3+cmd", "'-3+cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("人", "人"),
    ],
)
def test_spreadsheets_get_no_formula(cell: str, written: str) -> None:
    """What a spreadsheet would compute is marked as text; numbers stay numbers."""
    table = Table(columns=("a",), rows=((Value("literal", cell),),))
    text = to_spreadsheet(table)
    assert text.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(text[1:], newline="")))[1] == [written]


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_table_is_written(name: str) -> None:
    """No rows is an answer too."""
    assert "a" in FORMATS[name](Table(columns=("a",), rows=()))
