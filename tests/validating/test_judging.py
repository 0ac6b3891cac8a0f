"""A graph is judged, and what is wrong with it leads back to the sentence."""

import json
from pathlib import Path

import pytest
import rdflib

from kg.errors import GraphError, UsageError
from kg.mapping import map_article, map_tables
from kg.model.report import ValidationReport
from kg.validating import judging, validate, write_report
from kg.vocabulary import DEFAULT_BASE
from kg.writing import write_nquads
from tests.stories import meeting


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """Return the file of a graph that conforms."""
    story = meeting()
    out = tmp_path / "graph.nq"
    write_nquads([*map_article(story, base_iri=DEFAULT_BASE), *map_tables(story, base_iri=DEFAULT_BASE)], out)
    return out


def _changed(graph: Path, old: str, new: str, count: int = -1) -> ValidationReport:
    text = graph.read_text(encoding="utf-8")
    assert old in text
    graph.write_text(text.replace(old, new, count), encoding="utf-8")
    return validate(graph)


def _checks(report: ValidationReport) -> set[str]:
    return {violation.constraint.rpartition("#")[2] for violation in report.violations}


@pytest.mark.parametrize("engine", ["auto", "compiled", "pyshacl"])
def test_what_mapping_makes_conforms(graph: Path, engine: judging.Engine) -> None:
    """The story breaks no rule, whichever engine looks."""
    report = validate(graph, engine=engine)
    assert report.conforms
    assert report.engine == ("pyshacl" if engine == "pyshacl" else "compiled")


def test_a_large_graph_is_judged_from_disk(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On disk or in memory, the report is the same."""
    text = graph.read_text(encoding="utf-8").replace('"三公里" ', '"五公里" ')
    graph.write_text(text, encoding="utf-8")
    in_memory = validate(graph)
    monkeypatch.setattr(judging, "MEMORY_BYTES", 0)
    assert validate(graph) == in_memory
    assert not in_memory.conforms


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ('exact> "陈望舒"', 'exact> "陈望书"', "QuoteCheck"),
        ('textHash> "', 'textHash> "00', "HashCheck"),
        ("ontology#counted>", "ontology#counts>", "TermCheck"),
        ('altLabel> "区委"@zh', 'altLabel> "区党委"@zh', "PrintedCheck"),
        ('asWritten> "三公里"', 'asWritten> "五公里"', "ShownCheck"),
        ('title> "区委书记"@zh', 'title> "区长"@zh', "ShownCheck"),
        ('asOf> "2031-08-24"', 'asOf> "2031-08-23"', "AsOfCheck"),
        ('earliest> "2031-08-20"', 'earliest> "2031-08-28"', "FutureCheck"),
        ("concept/role/chair> <http://www.w3.org", "concept/role/char> <http://www.w3.org", "DanglingCheck"),
        ("<https://schema.org/Place>", "<javascript:Place>", "IriCheck"),
    ],
)
def test_each_check_beyond_shacl(graph: Path, old: str, new: str, check: str) -> None:
    """What shapes cannot say is said by a check of that name."""
    assert check in _checks(_changed(graph, old, new))


def test_what_is_planned_may_lie_ahead(graph: Path) -> None:
    """A date after publication is no fault where the article says that it is planned."""
    planned = _changed(graph, "modality/happened>", "modality/planned>")
    later = _changed(graph, '"2031-08-20"', '"2031-08-28"')
    assert "FutureCheck" not in _checks(planned) | _checks(later)


def test_a_violation_leads_to_the_sentence(graph: Path) -> None:
    """File, headline, the sentence with the words marked, what is wrong and what to do."""
    report = _changed(graph, 'title> "区委书记"@zh', 'title> "区长"@zh')
    (violation,) = report.violations
    place = violation.place
    assert place is not None
    assert (place.file, place.headline) == ("qinghe/a2.txt", "青禾区召开湖岸整治推进会")
    assert place.sentence is not None
    assert place.marked is not None
    assert place.marked.of(place.sentence).startswith("8月20日，青禾区委召开")
    assert violation.remedy_zh
    assert violation.remedy_en


def test_the_report_is_standard_and_the_same_each_time(graph: Path, tmp_path: Path) -> None:
    """`validation.ttl` is a SHACL report that rdflib reads, `validation.json` holds the spans; bytes do not change."""
    report = _changed(graph, 'title> "区委书记"@zh', 'title> "区长"@zh')
    turtle, data = write_report(report, tmp_path)
    first = turtle.read_bytes() + data.read_bytes()
    parsed = rdflib.Graph().parse(turtle)
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    assert len(set(parsed.subjects(rdflib.RDF.type, sh.ValidationResult))) == 1
    found = json.loads(data.read_text(encoding="utf-8"))
    assert found["conforms"] is False
    assert found["violations"][0]["place"]["span"] == list(_span(report))
    write_report(report, tmp_path)
    assert turtle.read_bytes() + data.read_bytes() == first


def _span(report: ValidationReport) -> tuple[int, int]:
    place = report.violations[0].place
    assert place is not None
    assert place.span is not None
    return (place.span.start, place.span.end)


def test_any_shapes_do(graph: Path, tmp_path: Path) -> None:
    """Foreign shapes are run alone; those that cannot be compiled go to pyshacl, and the note says so."""
    shapes = tmp_path / "own.ttl"
    words = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix press: <https://w3id.org/pressgraph/ontology#> ."
    shapes.write_text(
        words + "<urn:x:S> a sh:NodeShape ; sh:targetClass press:Person ; sh:property <urn:x:P> ."
        "<urn:x:P> sh:path press:nickname ; sh:minCount 1 .",
        encoding="utf-8",
    )
    report = validate(graph, shapes)
    assert {violation.shape for violation in report.violations} == {"urn:x:P"}
    assert all("MinCount" in violation.message_en for violation in report.violations)
    shapes.write_text(
        shapes.read_text(encoding="utf-8")
        + '<urn:x:S> sh:sparql [ sh:select "SELECT $this WHERE { FILTER(false) }" ] .',
        encoding="utf-8",
    )
    fallen_back = validate(graph, shapes)
    assert fallen_back.engine == "pyshacl"
    assert "sh:sparql" in (fallen_back.note or "")
    with pytest.raises(UsageError, match="sh:sparql"):
        validate(graph, shapes, engine="compiled")


@pytest.mark.parametrize(
    ("name", "words", "error"),
    [("g.nq", "<urn:x:a> <b> .", GraphError), ("g.docx", "", UsageError), ("none.ttl", None, UsageError)],
)
def test_files_that_are_no_graphs(name: str, words: str | None, error: type[Exception], tmp_path: Path) -> None:
    """A file that does not parse, of no known syntax, or not there."""
    if words is not None:
        (tmp_path / name).write_text(words, encoding="utf-8")
    with pytest.raises(error, match=name):
        validate(tmp_path / name)


def test_reports_of_foreign_shapes_are_written(graph: Path, tmp_path: Path) -> None:
    """Shapes and nodes whose names a graph of ours would not hold are reported as they are; paths stay whole."""
    shapes = tmp_path / "own.ttl"
    words = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix press: <https://w3id.org/pressgraph/ontology#> ."
    shapes.write_text(
        words + "<file:///形状> a sh:PropertyShape ; sh:targetClass press:Evidence ;"
        "sh:path ( [ sh:inversePath press:mentionedIn ] press:nickname ) ; sh:minCount 1 .",
        encoding="utf-8",
    )
    report = validate(graph, shapes)
    parsed = rdflib.Graph().parse(write_report(report, tmp_path)[0])
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    results = set(parsed.subjects(rdflib.RDF.type, sh.ValidationResult))
    assert len(results) == len(report.violations) > 1
    assert set(parsed.objects(None, sh.sourceShape)) == {rdflib.URIRef("file:///形状")}
    assert all(len(list(parsed.items(path))) == 2 for path in parsed.objects(None, sh.resultPath))
