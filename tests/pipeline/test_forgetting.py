"""A person is forgotten: in every byte of the build, in builds to come, and nobody else with him."""

import shutil
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.pipeline.building import build, forget
from kg.pipeline.workspace import GRAVES
from kg.storing import EmbeddedStore
from kg.writing import export
from tests.pipeline.stages import PAGE
from tests.pipeline.test_building import OPTIONS, articles_of, result_of, write_pages
from tests.pipeline.test_joining import FIRST, THIRD
from tests.pipeline.test_updates import assert_judged, holding

NAME = "陆闻笛"
OTHER = """桂花社区举行开放日活动

本报讯 （记者 林小满） 5月8日，云溪区区长陆闻笛到桂花社区调研。一幅题为“陆闻笛与清河”的画挂在墙上，120余人参加。
联系电话13800138000。
"""


def iri_of(out: Path, name: str) -> str:
    """Return the IRI of a person by his name."""
    query = f"SELECT DISTINCT ?p {{ ?p a <https://schema.org/Person> ; ?label ?name FILTER(STR(?name) = '{name}') }}"
    with EmbeddedStore.open(out / "store") as store:
        ((found,),) = store.select(query).texts()
    return found


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Give pages that speak of a person, one of them in an article that goes on on another."""
    return write_pages(tmp_path / "in", a=PAGE, b=OTHER, first=FIRST, third=THIRD)


def test_a_forgotten_name_stands_in_no_byte(pages: Path, tmp_path: Path) -> None:
    """Every file is read; masks are of equal length, and others keep their names."""
    out = tmp_path / "out"
    build([pages], out, OPTIONS)
    before, iri = articles_of(out), iri_of(out, NAME)
    for form in ("graphml", "csvw"):
        export(out / "graph.nq", form, out / f"graph.{form}")
    assert {"articles.jsonl", "graph.nq", "graph.ttl", "graph.graphml"} <= set(holding(out, NAME))
    result = forget(out, iri)
    assert result.conforms
    assert [warning.split(":")[0] for warning in result.warnings] == [
        str(out / "graph.csvw"),
        str(out / "graph.graphml"),
    ]
    assert_judged(out)
    for gone in (NAME, iri, iri.rpartition("/")[2]):
        assert holding(out, gone) == []
    after = articles_of(out)
    assert [len(str(each["text"])) for each in after] == [len(str(each["text"])) for each in before]
    assert holding(out, "陈望舒")


def test_later_builds_respect_it(pages: Path, tmp_path: Path) -> None:
    """A fresh build with the same grave gives the same bytes; changed, added and joined pages are masked too."""
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    build([pages], out, OPTIONS)
    forget(out, iri_of(out, NAME))
    fresh.mkdir()
    shutil.copy(out / GRAVES, fresh / GRAVES)
    build([pages], fresh, OPTIONS)
    assert result_of(fresh) == result_of(out)
    write_pages(pages, c=OTHER.replace("桂花", "柳荫"), third=THIRD.replace("312", "318"))
    build([pages / "c.txt", pages / "third.txt"], out, OPTIONS)
    build([pages], fresh, OPTIONS)
    assert result_of(fresh) == result_of(out)
    assert "318" in (out / "articles.jsonl").read_text("utf-8")
    assert holding(out, NAME) == []


def test_a_stranger_changes_nothing(pages: Path, tmp_path: Path) -> None:
    """An IRI of nobody, or of something else, is refused with the way to find the right one."""
    build([pages], tmp_path / "out", OPTIONS)
    before = result_of(tmp_path / "out")
    for unknown in ("https://w3id.org/pressgraph/id/person/0", "no iri", "x> . <y"):
        with pytest.raises(UsageError, match="no person of this IRI"):
            forget(tmp_path / "out", unknown)
    assert result_of(tmp_path / "out") == before


def test_damaged_graves_stop_a_build(pages: Path, tmp_path: Path) -> None:
    """Without knowing who is to be forgotten nothing is built."""
    out = tmp_path / "out"
    build([pages], out, OPTIONS)
    forget(out, iri_of(out, NAME))
    graves, graph = ((out / name).read_bytes() for name in (GRAVES, "graph.nq"))
    (out / GRAVES).write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="damaged"):
        build([pages], out, OPTIONS)
    (out / GRAVES).write_bytes(graves)
    build([pages], out, OPTIONS)
    assert (out / "graph.nq").read_bytes() == graph
