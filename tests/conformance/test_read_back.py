"""Every writer of RDF, with all of Unicode in labels, quotes, IRIs and language tags, read back by three readers."""

import os
import shutil
import subprocess
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.mapping import map_article, map_tables
from kg.ports import Quad, Term
from kg.vocabulary import DEFAULT_BASE, integer, iri, is_valid_iri, name, text, typed
from kg.vocabulary.syntax import Node, write_term
from kg.writing import FORMATS, export
from tests.stories import meeting

RDF = ("turtle", "trig", "nquads", "ntriples", "jsonld")
POM = Path(__file__).parent / "pom.xml"
pytestmark = [
    pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
hard_words = st.one_of(
    words,
    st.sampled_from(
        ['"""', '\\"', "\\u0041", "\\", 'a\n"""\n', "\r\n", "\u2028\u0085", "\x00", "\x7f", "\ufeff", "'''", "}", "# x"]
    ),
)
iris = st.one_of(
    st.sampled_from([f"{DEFAULT_BASE}person/{'0a' * 16}", "https://w3id.org/pressgraph/concept/role/chair"]),
    st.text(st.sampled_from("abz019-._~!$&'()*+,;=:@/%?#"), max_size=12)
    .map("https://e.example/{}".format)
    .filter(is_valid_iri),
    st.text(st.sampled_from("ab-._~:@/'"), min_size=1, max_size=9).map("urn:ab:{}".format).filter(is_valid_iri),
).map(iri)
tags = st.sampled_from(["zh", "zh-hant-tw", "en", "x-private", "und"])
literals = st.one_of(
    hard_words.map(text),
    st.tuples(hard_words, tags).map(lambda each: text(*each)),
    hard_words.map(lambda value: typed(value, "urn:ab:type")),
    st.integers().map(integer),
    st.sampled_from(["007", "+5", "-0"]).map(lambda value: typed(value, "http://www.w3.org/2001/XMLSchema#integer")),
    st.sampled_from(["0.50", "65000", "6.5"]).map(
        lambda value: typed(value, "http://www.w3.org/2001/XMLSchema#decimal")
    ),
)
predicates = st.one_of(
    iris, st.sampled_from(["rdfs:label", "oa:exact", "press:rule", "press:agent", "oa:start"]).map(name)
)
quads = st.lists(st.builds(Quad, iris, predicates, st.one_of(iris, literals), iris), min_size=1, max_size=12)


def _by_pyoxigraph(path: Path) -> set[str]:
    return {str(quad.triple) for quad in pyoxigraph.parse(path=str(path))}


def _by_rdflib(path: Path) -> set[str]:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(path)
    return {" ".join(map(_term, triple)) for triple in dataset.triples((None, None, None))}


def _term(node: rdflib.term.Node) -> Term:
    if isinstance(node, rdflib.Literal):
        datatype = str(node.datatype) if node.datatype else None
        return write_term(Node("literal", str(node), node.language, datatype))
    return write_term(Node("iri", str(node)))


@pytest.fixture
def as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep rdflib from rewriting literals as it reads them."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


@pytest.mark.parametrize("format_", RDF)
@given(written=quads)
@settings(max_examples=60, deadline=None, suppress_health_check=QUIET)
def test_all_of_unicode_comes_back(format_: str, written: list[Quad], tmp_path: Path, as_written: None) -> None:
    """Pyoxigraph and rdflib read the very triples that were written."""
    out = export(written, format_, tmp_path / f"graph{FORMATS[format_]}")
    expected = {" ".join(quad[:3]) for quad in written}
    assert _by_pyoxigraph(out) == expected
    assert _by_rdflib(out) == expected


@pytest.fixture(scope="session")
def jena(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the class path of Apache Jena, fetched by Maven; `PRESSGRAPH_JENA` names a folder that has it."""
    if not (shutil.which("java") and shutil.which("mvn")):
        pytest.skip("needs Java and Maven")
    folder = Path(os.environ.get("PRESSGRAPH_JENA", "") or tmp_path_factory.mktemp("jena"))
    if not any(folder.glob("jena-arq-*.jar")):
        command = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("Maven could not fetch Apache Jena")
    return str(folder / "*")


def _by_jena(path: Path, jena: str) -> set[str]:
    """Return the triples as Jena writes them, put into canonical form by pyoxigraph."""
    command = ["java", "-cp", jena, "riotcmd.riot", "--output=nquads", str(path)]
    done = subprocess.run(command, check=True, capture_output=True)
    errors = [line for line in done.stderr.decode().splitlines() if "ERROR" in line]
    assert errors == []
    return {str(quad.triple) for quad in pyoxigraph.parse(done.stdout, format=pyoxigraph.RdfFormat.N_QUADS)}


def _hard_graph() -> list[Quad]:
    """Return a graph with every code point that text may hold, plane by plane, and the story."""
    points = [chr(code) for code in (*range(0x3000), *range(0xFE00, 0x10400), 0x1F600, 0x10FFFF)]
    rows = ["".join(points[at : at + 64]) for at in range(0, len(points), 64)]
    subject, graph = iri("urn:ab:s"), iri("urn:ab:g")
    whole = [Quad(subject, name("rdfs:label"), text(row, "zh"), graph) for row in rows]
    story = meeting()
    return [*whole, *map_article(story, base_iri=DEFAULT_BASE), *map_tables(story, base_iri=DEFAULT_BASE)]


@pytest.mark.slow
@pytest.mark.parametrize("format_", RDF)
def test_jena_reads_what_we_write(format_: str, jena: str, tmp_path: Path) -> None:
    """Apache Jena reads every code point and the story as they were written, without an error."""
    written = _hard_graph()
    out = export(written, format_, tmp_path / f"graph{FORMATS[format_]}")
    assert _by_jena(out, jena) == {" ".join(quad[:3]) for quad in written}
