"""articles.jsonl: what is written comes back as it was; what other tools write is taken or named."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kg.errors import InputError
from kg.model.article import Article
from kg.model.source import Page
from kg.reading import read, source_of_bytes
from kg.reading.article_records import KNOWN
from kg.reading.articles_json import article_to_line
from kg.repairing import repair
from kg.resources import resource
from kg.segmenting import segment
from tests.damage.layout import draw_page
from tests.damage.stories import read_stories

STORIES = list(read_stories(Path(__file__).parents[1] / "quality" / "open" / "texts"))


def read_lines(*records: object) -> list[Page | Article | InputError]:
    """Read records as a JSON Lines file."""
    return list(read(source_of_bytes("\n".join(json.dumps(r) for r in records).encode(), "a.jsonl")))


def test_what_is_written_comes_back() -> None:
    """Articles of damaged pages, written and read, are the same, and so are their lines written again."""
    articles: list[Article] = []
    for seed in range(6):
        text, _ = draw_page(STORIES, Random(seed))
        for page in read(source_of_bytes(text.encode(), f"{seed}.txt")):
            assert isinstance(page, Page)
            articles += segment(repair(page))
    lines = [article_to_line(a, f"https://example.org/{i}") for i, a in enumerate(articles)]
    back = list(read(source_of_bytes("".join(lines).encode(), "articles.jsonl")))
    assert [replace(a, iri=None) for a in back if isinstance(a, Article)] == articles
    assert [article_to_line(a, a.iri or "") for a in back if isinstance(a, Article)] == lines


def test_articles_of_other_tools_are_laid_out() -> None:
    """Parts without a text are laid out as one; names are found in it; unknown fields are reported, not lost."""
    record: dict[str, Any] = {
        "id": "https://example.org/1",
        "headline": "荷风送信",
        "paragraphs": ["本报讯（记者 罗听雨）开幕。", {"text": "结束\n了。"}],
        "section_headings": [{"text": "下月赏莲", "before": 1}],
        "bylines": [{"name": "罗听雨"}, {"name": "无此人"}],
        "published": "2023-05-15",
        "score": 0.5,
    }
    (article,) = read_lines(record)
    assert isinstance(article, Article)
    assert article.text == "荷风送信\n本报讯（记者 罗听雨）开幕。\n下月赏莲\n结束了。"
    assert [line.role for line in article.lines] == ["headline", "paragraph", "crosshead", "paragraph"]
    assert [b.span.of(article.text) for b in article.bylines] == ["罗听雨"]
    assert article.warnings == ("unknown field: score = 0.5",)
    assert article.iri == "https://example.org/1"


@pytest.mark.parametrize("identifier", ["not an iri", "x", "http://a b", None])
def test_an_id_that_is_no_iri_is_replaced(identifier: str | None) -> None:
    """An id that is no absolute IRI is dropped; one is minted later."""
    (article,) = read_lines({"id": identifier, "text": "开幕。"})
    assert isinstance(article, Article)
    assert article.iri is None


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ([1], "not an object"),
        ({"kind": "poem", "text": "甲"}, "kind"),
        ({"text": 1.5}, "text"),
        ({"headline": "甲"}, None),
        ({"id": "urn:x"}, "neither text nor paragraphs"),
        ({"text": "甲", "published": "2023年"}, "date"),
        ({"text": "甲", "paragraphs": {"a": 1}}, "paragraphs"),
        ({"text": "甲乙", "source_map": [[0, 2, 0, 2], [1, 1, 5, 1]]}, "source_map"),
        ({"text": "甲", "place": {"name": 3.5}}, "name"),
    ],
)
def test_a_wrong_record_is_named_and_the_next_read(record: object, words: str | None) -> None:
    """An error names file, line and field, and the record after it is read."""
    first, second = read_lines(record, {"text": "乙说。"})
    assert isinstance(second, Article)
    if words is None:
        assert isinstance(first, Article)
    else:
        assert isinstance(first, InputError)
        assert "a.jsonl, line 1" in str(first)
        assert words in str(first)


def test_broken_lines_and_lone_surrogates() -> None:
    """A cut line is an error; a lone surrogate or a control character is dropped with a warning."""
    data = b'{"text": "\\ud800\\u0000\xe7\x94\xb2\xe3\x80\x82"}\n{"text": "\n{"text": "' + b"[" * 5000 + b'"}\n'
    first, second, third = read(source_of_bytes(data, "a.jsonl"))
    assert isinstance(first, Article)
    assert first.text == "甲。"
    assert isinstance(second, InputError)
    assert isinstance(third, Article)


def test_a_list_of_articles_is_read() -> None:
    """A JSON file with one list gives its articles."""
    data = json.dumps([{"text": "甲。"}, {"text": "乙。"}], indent=1).encode()
    assert [a.text for a in read(source_of_bytes(data, "a.json")) if isinstance(a, Article)] == ["甲。", "乙。"]


def test_the_schema_names_what_is_written() -> None:
    """The published JSON Schema names the fields that a build writes, and reading knows them all."""
    schema = json.loads((resource("kg") / "reading" / "articles.schema.json").read_text(encoding="utf-8"))
    (article,) = read_lines({"text": "甲。"})
    assert isinstance(article, Article)
    written = json.loads(article_to_line(article, "urn:x"))
    assert set(written) == set(schema["properties"])
    assert set(written) <= KNOWN
