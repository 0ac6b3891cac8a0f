"""Judged article by article, a graph gets the verdict that it gets as a whole."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.mapping import map_article
from kg.model.facts import ResolvedArticle
from kg.pipeline.building import build, remove
from kg.ports import Quad, Term
from kg.vocabulary import name, text
from tests.pipeline.stages import PAGE
from tests.pipeline.test_building import OPTIONS, result_of, write_pages
from tests.pipeline.test_updates import assert_judged

OTHER = "社区食堂再添新灶\n\n本报讯 5月9日，云溪区委书记陈望舒到柳荫街道桂花社区调研，50余人参加。\n"


def other_label(quad: Quad) -> Quad:
    """Give organizations a label that another article does not give them."""
    if quad.predicate == name("rdfs:label") and "/organization/" in quad.subject:
        return quad._replace(object=Term(f"{quad.object[:-4]}〇{quad.object[-4:]}"))
    return quad


def no_unit(quad: Quad) -> Quad:
    """Say something else of a figure in the place of its unit."""
    return quad._replace(predicate=name("press:asWritten")) if quad.predicate == name("press:unit") else quad


def other_hash(quad: Quad) -> Quad:
    """Give an article the hash of another text: it stays where it is, and so does the fault."""
    return quad._replace(object=text("0" * 64)) if quad.predicate == name("press:textHash") else quad


def other_title(quad: Quad) -> Quad:
    """Say of persons that they hold another post."""
    is_title = quad.predicate == name("press:title")
    return quad._replace(object=text("无此职", "zh")) if is_title else quad


BROKEN: dict[str, Callable[[Quad], Quad]] = {
    "articles that clash": other_label,
    "an article at fault": no_unit,
    "a title that no quote shows": other_title,
    "an article whose hash is wrong": other_hash,
}


@pytest.mark.parametrize("fault", BROKEN)
def test_the_verdict_is_that_on_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    """An update that brings in a fault reports what a fresh build reports, and so does one that takes it out."""

    def mapped(resolved: ResolvedArticle, **named: Any) -> Iterator[Quad]:  # noqa: ANN401 as they come
        quads = map_article(resolved, **named)
        return map(BROKEN[fault], quads) if resolved.article.source_files == ("b.txt",) else quads

    folder, out, fresh = write_pages(tmp_path / "in", a=PAGE), tmp_path / "out", tmp_path / "fresh"
    sound = build([folder], out, OPTIONS)
    before = result_of(out)
    monkeypatch.setattr("kg.pipeline.chain.map_article", mapped)
    write_pages(folder, b=OTHER)
    result = build([folder], out, OPTIONS)
    assert sound.conforms
    assert not result.conforms
    assert build([folder], fresh, OPTIONS).violations == result.violations
    assert result_of(out) == result_of(fresh)
    assert build([folder], out, OPTIONS).unchanged == 2
    assert result_of(out) == result_of(fresh)
    write_pages(folder, c=f"{PAGE}\n第3期。\n")
    build([folder], out, OPTIONS)
    build([folder], fresh, OPTIONS)
    assert result_of(out) == result_of(fresh)
    remove(out, ["c.txt"])
    assert remove(out, ["b.txt"]).conforms
    assert result_of(out) == before
    assert_judged(out)
