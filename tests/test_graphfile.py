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
