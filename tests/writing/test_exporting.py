"""Every writer gives back what it was given, and the same bytes whatever the order."""

import random
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.errors import OutputError, UsageError
from kg.mapping import map_article, map_tables
from kg.ports import Quad, Term
from kg.vocabulary import DEFAULT_BASE
from kg.writing import FORMATS, export, write_nquads
from tests.stories import meeting

RDF = ("turtle", "trig", "nquads", "ntriples", "jsonld")
pytestmark = [
    pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
"""rdflib says so of itself while it parses named graphs."""


@pytest.fixture
def quads() -> list[Quad]:
    """Return the graph of the meeting, tables included, repeats left in."""
    story = meeting()
    return [*map_article(story, base_iri=DEFAULT_BASE), *map_tables(story, base_iri=DEFAULT_BASE)]


def _triples(path: Path) -> set[str]:
    return {str(quad.triple) for quad in pyoxigraph.parse(path=str(path))}


@pytest.mark.parametrize("name", RDF)
def test_what_is_written_is_read_back(name: str, quads: list[Quad], tmp_path: Path) -> None:
    """Each format holds the same triples, for pyoxigraph and for rdflib."""
    out = export(quads, name, tmp_path / f"graph{FORMATS[name]}")
    expected = {f"{' '.join(quad[:3])}" for quad in quads}
    assert _triples(out) == expected
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(out)
    assert len(set(dataset.triples((None, None, None)))) == len(expected)


@pytest.mark.parametrize("name", RDF)
def test_order_and_repeats_do_not_show(name: str, quads: list[Quad], tmp_path: Path) -> None:
    """The same quads in another order, some twice, give the same bytes."""
    first = export(quads, name, tmp_path / "first").read_bytes()
    mixed = quads + quads[:20]
    random.Random(7).shuffle(mixed)
    assert export(mixed, name, tmp_path / "second").read_bytes() == first


@pytest.mark.parametrize("name", ["nquads", "trig", "jsonld"])
def test_named_graphs_are_kept(name: str, quads: list[Quad], tmp_path: Path) -> None:
    """Formats with named graphs give the quads back, and Turtle from them is Turtle from the quads."""
    out = export(quads, name, tmp_path / f"graph{FORMATS[name]}")
    assert {str(quad) for quad in pyoxigraph.parse(path=str(out))} == {" ".join(quad) for quad in quads}
    direct = export(quads, "turtle", tmp_path / "direct.ttl").read_bytes()
    assert export(out, "turtle", tmp_path / "again.ttl").read_bytes() == direct


def test_nquads_counts_lines(quads: list[Quad], tmp_path: Path) -> None:
    """`write_nquads` says how many quads the file holds."""
    out = tmp_path / "graph.nq"
    assert write_nquads(quads, out) == len(out.read_text(encoding="utf-8").splitlines()) == len(set(quads))


def test_turtle_shows_what_links_lead_to(quads: list[Quad], tmp_path: Path) -> None:
    """A reader of Turtle finds who chaired, and the sentence, in one block."""
    blocks = export(quads, "turtle", tmp_path / "g.ttl").read_text(encoding="utf-8").split("\n\n")
    chair = next(block for block in blocks if "role:chair" in block and "a press:Participation" in block)
    assert "# 湖岸整治推进会" in chair
    assert "# 陈望舒" in chair
    assert "区委书记陈望舒主持会议" in chair


def test_each_subject_has_one_block(quads: list[Quad], tmp_path: Path) -> None:
    """No subject begins two blocks, though its triples stand in several graphs."""
    lines = export(quads, "turtle", tmp_path / "g.ttl").read_text(encoding="utf-8").splitlines()
    heads = [line.split(" ")[0] for line in lines if " a " in line[:80] and not line.startswith((" ", "#"))]
    assert len(heads) == len(set(heads)) > 20


def test_nothing_half_written_takes_the_name(tmp_path: Path) -> None:
    """A file that cannot be finished leaves nothing behind."""
    first = Quad(Term("<urn:x:s>"), Term("<urn:x:p>"), Term("<urn:x:o>"), Term("<urn:x:g>"))

    def broken() -> Iterator[Quad]:
        yield first
        raise OSError("disk full")

    with pytest.raises(OutputError, match="disk full"):
        export(broken(), "turtle", tmp_path / "g.ttl")
    assert list(tmp_path.iterdir()) == []


def test_unknown_formats_and_folders_are_refused(quads: list[Quad], tmp_path: Path) -> None:
    """A format that is none and a folder that is not there are the user's to mend."""
    with pytest.raises(UsageError, match="turtle"):
        export(quads, "docx", tmp_path / "g.docx")
    with pytest.raises(OutputError):
        export(quads, "turtle", tmp_path / "none" / "g.ttl")
