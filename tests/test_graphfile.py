"""Graph files of any syntax are read as quads of canonical terms; nothing is fetched, nothing strange is let in."""

from pathlib import Path

import pytest

from kg.errors import GraphError, UsageError
from kg.graphfile import DEFAULT_GRAPH, read_graph


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("g.ttl", '<urn:x:s> <urn:x:p> "甲"@zh .'),
        ("g.trig", '{ <urn:x:s> <urn:x:p> "甲"@zh }'),
        ("g.nt", '<urn:x:s> <urn:x:p> "甲"@zh .'),
        ("g.NQ", '<urn:x:s> <urn:x:p> "甲"@zh .'),
        ("g.jsonld", '{"@id": "urn:x:s", "urn:x:p": {"@value": "甲", "@language": "zh"}}'),
    ],
)
def test_every_syntax_gives_the_same_quad(name: str, words: str, tmp_path: Path) -> None:
    """The syntax is told by the suffix, and does not show in the terms."""
    (tmp_path / name).write_text(words, encoding="utf-8")
    assert [tuple(quad) for quad in read_graph(tmp_path / name)] == [
        ("<urn:x:s>", "<urn:x:p>", '"甲"@zh', DEFAULT_GRAPH)
    ]


def test_relative_iris_are_those_of_the_file(tmp_path: Path) -> None:
    """A foreign file that speaks of itself is read."""
    (tmp_path / "g.ttl").write_text("<> <urn:x:p> <#a> .", encoding="utf-8")
    ((subject, _, value, _),) = read_graph(tmp_path / "g.ttl")
    assert value == f"{subject[:-1]}#a>"


@pytest.mark.parametrize(
    ("name", "words", "error"),
    [
        ("g.ttl", "<urn:x:s> <urn:x:p>", GraphError),
        ("g.jsonld", '{"@context": "https://e.example/context", "p": 1}', GraphError),
        ("g.nq", "<urn:x:s> <urn:x:p> <javascript:\\u0000> .", GraphError),
        ("g.rdf", "<rdf/>", UsageError),
        ("missing.ttl", None, UsageError),
    ],
)
def test_what_does_not_parse_is_named(name: str, words: str | None, error: type[Exception], tmp_path: Path) -> None:
    """The message has the file; a remote context is not fetched, XML not read."""
    if words is not None:
        (tmp_path / name).write_text(words, encoding="utf-8")
    with pytest.raises(error, match=name):
        list(read_graph(tmp_path / name))


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ('<urn:x:s> <urn:x:p> "a"^^<http://www.w3.org/2001/XMLSchema#string> .', '"a"'),
        ('<urn:x:s>   <urn:x:p>\t"\\u0041\\n" . # remark', '"A\\n"'),
        ('<urn:x:s> <urn:x:p> "\\"\\\\"@zh-hant .', '"\\"\\\\"@zh-hant'),
        ('_:b <urn:x:p> "1"^^<urn:x:t> .', '"1"^^<urn:x:t>'),
    ],
)
def test_lines_give_canonical_terms_however_written(line: str, value: str, tmp_path: Path) -> None:
    """Canonical lines and others lead to the same terms."""
    (tmp_path / "g.nq").write_text(f"# remark\n\n{line}\n", encoding="utf-8")
    assert [quad.object for quad in read_graph(tmp_path / "g.nq")] == [value]


def test_the_line_of_an_error_is_named(tmp_path: Path) -> None:
    """Whoever mends the file knows where to look."""
    (tmp_path / "g.nq").write_text("<urn:x:s> <urn:x:p> <urn:x:o> .\n<urn:x:s> <urn:x:p> .\n", encoding="utf-8")
    with pytest.raises(GraphError, match="line 2"):
        list(read_graph(tmp_path / "g.nq"))
