"""What each stage is there for, as checks on a page; `test_stages` holds them against stages that do nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import kg
from kg.mapping import map_article
from kg.model.facts import ResolvedArticle
from kg.pipeline.building import build
from kg.pipeline.options import BuildOptions, issue_of
from kg.pipeline.result import BuildResult
from kg.ports import Quad
from kg.vocabulary import name

PAGE = """
清河护岸 全民出力
云溪区召开护河工作推进会

������本报讯 （记者 林小满） ５ 月 9
日上午，区委书记陈望舒在区行政中心
主持召开护河工作推进会。区委副书记、
区长陆闻笛出席会议。截至 4 月底，全
区累计整治入河排口 312 个，打通断头
河 7 条。

陈望舒指出，要赶在主汛期到来之前
把排口底数再摸一遍。

社区食堂开到家门口

������本报讯 （通讯员 白一川） 5 月 8
日，柳荫街道桂花社区举行邻里食堂开
放日活动，柳荫街道办事处主任苗雅琴
出席活动，120 余人参加。
"""


def read_page() -> kg.Reading:
    """Take the page through the chain, in memory."""
    return kg.read_text(PAGE, date="2023-05-10", place="临江市云溪区")


def pages_are_read(_: Path) -> None:
    """Check reading: the words of the file arrive."""
    reading = read_page()
    assert "区行政中心" in "".join(article["text"] for article in reading.articles), (
        "reading: the page's words are missing"
    )


def lines_are_joined(_: Path) -> None:
    """Check repairing: a sentence broken over lines is whole again."""
    texts = "".join(article["text"] for article in read_page().articles)
    assert "区委书记陈望舒在区行政中心主持召开护河工作推进会。" in texts, "repairing: a broken sentence was not joined"


def articles_are_told_apart(_: Path) -> None:
    """Check segmenting: each article has its own text and headline."""
    headlines = [article["headline"] for article in read_page().articles]
    assert "社区食堂开到家门口" in headlines, "segmenting: the second article has no headline of its own"


def facts_are_found(_: Path) -> None:
    """Check annotating: posts, participations and figures are found."""
    facts = read_page().facts()
    assert "312个" in {fact.object for fact in facts if fact.kind == "figure"}, "annotating: the figures are missing"
    assert "区长" in {fact.relation for fact in facts if fact.kind == "tenure"}, "annotating: the posts are missing"
    assert "chair" in {fact.relation for fact in facts if fact.kind == "participation"}, "annotating: nobody chairs"


def abbreviations_are_resolved(_: Path) -> None:
    """Check resolving: 区委 is the committee of the page's own district."""
    posts = {(fact.subject, fact.relation): fact.object for fact in read_page().facts("tenure")}
    committee = posts.get(("陈望舒", "书记"), posts.get(("陈望舒", "区委书记"), ""))
    assert committee.endswith("云溪区委员会"), f"resolving: 区委 is {committee!r}, not the committee of the district"


def facts_are_mapped(_: Path) -> None:
    """Check mapping: each fact found is a claim in the graph, with its words."""
    reading = read_page()
    found = sum(len(product.article.facts.tenures) for product in reading.products)
    assert 0 < found == len(reading.facts("tenure")), "mapping: claims are missing from the graph"


def concepts_are_labelled(_: Path) -> None:
    """Check mapping of tables: each concept used has its labels."""
    store = read_page().query("SELECT ?l { ?c a <http://www.w3.org/2004/02/skos/core#Concept> ; ?p ?l }")
    assert {"主持", "主持人"} & {row["l"] for row in store}, "mapping: the concepts have no labels"


def graphs_are_written(folder: Path) -> None:
    """Check writing: both graph files say who chairs."""
    _build(folder)
    for file in ("graph.nq", "graph.ttl"):
        path = folder / "out" / file
        assert path.exists(), f"writing: {file} is missing"
        assert '"陈望舒"@zh' in path.read_text("utf-8"), f"writing: {file} does not say what the article says"


def graphs_are_judged(folder: Path) -> None:
    """Check validating: a graph that breaks a rule is said to break it, and there is a report."""
    assert _build(folder).articles, "validating: nothing to judge"
    assert (folder / "out" / "validation.json").exists(), "validating: there is no report"
    with patch("kg.pipeline.chain.map_article", _without_rules):
        result = _build(folder, force=True)
    assert not result.conforms, "validating: a claim without its rule passes"


def stores_are_filled(folder: Path) -> None:
    """Check storing: queries on the build find what the graph says."""
    _build(folder)
    rows = kg.open_build(folder / "out").query("posts", person="陈望舒")
    assert len(rows), "storing: the store of the build is empty"


def _without_rules(resolved: ResolvedArticle, **named: Any) -> Iterator[Quad]:  # noqa: ANN401 as they come
    return (quad for quad in map_article(resolved, **named) if quad.predicate != name("press:rule"))


def _build(folder: Path, *, force: bool = False) -> BuildResult:
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    issue = issue_of(day="2023-05-10", place="临江市云溪区")
    return build([folder / "page.txt"], folder / "out", BuildOptions(issue=issue, force=force))


CHECKS: dict[str, Callable[[Path], None]] = {
    check.__name__: check
    for check in (
        pages_are_read,
        lines_are_joined,
        articles_are_told_apart,
        facts_are_found,
        abbreviations_are_resolved,
        facts_are_mapped,
        concepts_are_labelled,
        graphs_are_written,
        graphs_are_judged,
        stores_are_filled,
    )
}
