"""A build as a whole: what it writes, the same bytes each time, and a batch that goes on past bad input."""

import errno
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import InputError, MetadataError, OutputError
from kg.mapping import map_article
from kg.pipeline import chain
from kg.pipeline.building import build
from kg.pipeline.options import BuildOptions, issue_of
from kg.pipeline.result import BuildResult
from kg.pipeline.workspace import OUTPUTS
from kg.resources import resource
from kg.storing import EmbeddedStore, filling
from kg.validating import validate
from kg.vocabulary import PRESS
from tests.pipeline.stages import PAGE

PAGES = resource("examples/pages")
METADATA = resource("examples/metadata.csv")
ELSEWHERE = {"manifest.json", "index.sqlite", ".building.lock"}
"""Files that differ from run to run, or are compared by what they say."""
OPTIONS = BuildOptions(issue=issue_of(day="2023-05-10", place="临江市云溪区"))


def write_pages(folder: Path, **contents: str | bytes) -> Path:
    """Write pages, `name="text"` as `name.txt`."""
    folder.mkdir(exist_ok=True)
    for name, content in contents.items():
        (folder / f"{name}.txt").write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def articles_of(out: Path) -> list[dict[str, object]]:
    """Read the articles of a build."""
    return [json.loads(line) for line in (out / "articles.jsonl").read_text("utf-8").splitlines()]


def result_of(out: Path) -> dict[str, object]:
    """Read all that must be the same each time: the files, the manifest without timings, the store's dump."""
    found: dict[str, object] = {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and "store" not in path.parts and path.name not in ELSEWHERE
    }
    with EmbeddedStore.open(out / "store") as store:
        found["store"] = list(store.sorted_dump())
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    del manifest["timings"]
    return {**found, "manifest": manifest}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """Give a build of the example pages."""
    out = tmp_path_factory.mktemp("example") / "out"
    return build([PAGES], out, BuildOptions(metadata=METADATA))


def test_the_examples_build_and_conform(example: BuildResult) -> None:
    """The example pages give a graph without a violation and without a problem."""
    assert example.ok, json.loads((example.out / "validation.json").read_text("utf-8"))
    assert (example.pages, example.problems) == (3, ())


def test_a_build_writes_what_it_promises(example: BuildResult) -> None:
    """All promised files are there, and nothing else but the lock; `quarantine` only where it is needed."""
    assert {path.name for path in example.out.iterdir()} == {*OUTPUTS, ".building.lock"} - {"quarantine", "graves.json"}


def test_the_manifest_accounts_for_the_files(example: BuildResult) -> None:
    """Inputs and outputs stand in the manifest with their hashes, and counts agree with the result."""
    manifest = json.loads((example.out / "manifest.json").read_text("utf-8"))
    assert [each["files"] for each in manifest["inputs"]] == [[path.name] for path in sorted(PAGES.iterdir())]
    assert set(manifest["outputs"]) == {"articles.jsonl", "graph.nq", "graph.ttl", "validation.json", "validation.ttl"}
    assert manifest["counts"]["articles"] == example.articles == len(articles_of(example.out))
    assert manifest["counts"]["classes"] == example.counts
    assert (example.counts["Page"], example.counts["Article"]) == (example.pages, example.articles)


def test_an_articles_body_is_left_out_on_request(tmp_path: Path) -> None:
    """Without text the graph holds quotes but no bodies."""
    build([PAGES], tmp_path, BuildOptions(metadata=METADATA, text=False))
    graph = (tmp_path / "graph.nq").read_text("utf-8")
    assert "articleBody" not in graph
    assert "oa#exact" in graph


def test_nothing_but_the_pages_decides_the_bytes(example: BuildResult, tmp_path: Path) -> None:
    """Another hash seed, locale, number of processes, order of inputs and clock of files change no byte."""
    copies = [shutil.copy(page, tmp_path / page.name) for page in sorted(PAGES.iterdir(), reverse=True)]
    command = [sys.executable, "-m", "kg", "build", *copies, "--metadata", METADATA, "--out", "out", "--jobs", "2"]
    environment = {**os.environ, "PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONPATH": os.getcwd()}  # noqa: PTH109
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert result_of(tmp_path / "out") == result_of(example.out)


def test_files_of_equal_bytes_are_one_page_with_two_names(tmp_path: Path) -> None:
    """The same page under two names gives each article once, with both names."""
    folder = write_pages(tmp_path / "in", a=PAGE, b=PAGE)
    build([folder], tmp_path / "out", OPTIONS)
    assert [article["source_files"] for article in articles_of(tmp_path / "out")] == [["a.txt", "b.txt"]] * 2


BAD: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "empty"),
    "blank": (" \n\u3000\n", "empty"),
    "binary": (bytes(range(256)) * 40, "binary"),
    "undecodable": ("区委书记主持会议。".encode() + b"\xff\xfe\xff" + "会议".encode() + b"\x81", "UTF-8"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_is_set_aside_and_the_others_are_built(tmp_path: Path, name: str) -> None:
    """What cannot be used is named with reason and remedy, described in quarantine, and keeps nothing else out."""
    content, said = BAD[name]
    folder = write_pages(tmp_path / "in", good=PAGE, **{name: content})
    result = build([folder], tmp_path / "out", OPTIONS)
    assert (result.ok, result.pages, len(result.problems)) == (False, 1, 1)
    message = result.problems[0].message
    assert f"{name}.txt" in message
    assert said in message
    (reason,) = (tmp_path / "out" / "quarantine").iterdir()
    assert json.loads(reason.read_text("utf-8"))["message"] == message


def test_a_page_without_article_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page on which no article is found is a problem, not a silence."""
    monkeypatch.setattr("kg.pipeline.chain.segment", lambda _: ())
    result = build([write_pages(tmp_path / "in", page=PAGE)], tmp_path / "out", OPTIONS)
    assert [problem.error for problem in result.problems] == ["PageError"]
    assert "no article found" in result.problems[0].message


def test_a_fault_in_one_article_keeps_no_other_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unforeseen error in one article sets that article aside, with its place; its page goes on."""
    annotate = vars(chain)["annotate"]
    monkeypatch.setattr(chain, "annotate", lambda article: annotate(article) if article.source_start < 50 else 1 // 0)
    result = build([write_pages(tmp_path / "in", page=PAGE)], tmp_path / "out", OPTIONS)
    assert (result.articles, len(result.problems)) == (1, 1)
    assert "page.txt, character" in result.problems[0].message
    assert "ZeroDivisionError" in result.problems[0].message


@pytest.mark.parametrize("missing", ["none.txt", "empty"])
def test_a_missing_input_keeps_no_other_out(tmp_path: Path, missing: str) -> None:
    """A name that is not there, or a folder without pages, is a problem of its own."""
    (tmp_path / "empty").mkdir()
    folder = write_pages(tmp_path / "in", page=PAGE)
    result = build([folder, tmp_path / missing], tmp_path / "out", OPTIONS)
    assert (result.pages, len(result.problems)) == (1, 1)
    assert missing in result.problems[0].message


@pytest.mark.parametrize("missing", ["none.txt", "empty"])
def test_nothing_to_read_leaves_the_former_result(tmp_path: Path, missing: str) -> None:
    """Where no input is there at all nothing is built, and an earlier build stays."""
    (tmp_path / "empty").mkdir()
    build([write_pages(tmp_path / "in", page=PAGE)], tmp_path / "out", OPTIONS)
    before = result_of(tmp_path / "out")
    with pytest.raises(InputError, match=missing):
        build([tmp_path / missing], tmp_path / "out", OPTIONS)
    assert result_of(tmp_path / "out") == before


def test_a_build_does_not_read_its_own_output(tmp_path: Path) -> None:
    """A folder may hold its own output directory; the second build is that of the first."""
    folder = write_pages(tmp_path, page=PAGE)
    build([folder], tmp_path / "out", OPTIONS)
    before = result_of(tmp_path / "out")
    build([folder], tmp_path / "out", OPTIONS)
    assert result_of(tmp_path / "out") == before


def test_a_bad_row_of_metadata_stops_before_anything_is_written(tmp_path: Path) -> None:
    """A slip in the metadata would put wrong dates into the graph, so that nothing is built."""
    (tmp_path / "metadata.csv").write_text("file,date\npage.txt,2023-05-41\n", encoding="utf-8")
    with pytest.raises(MetadataError, match="line 2"):
        build(
            [write_pages(tmp_path / "in", page=PAGE)],
            tmp_path / "out",
            BuildOptions(metadata=tmp_path / "metadata.csv"),
        )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("step", ["publishing.write_graph", "exports.export", "publishing.write_report"])
def test_a_full_disk_leaves_the_former_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Whenever the disk runs full, the message says so and the former result stays as it was."""
    folder = write_pages(tmp_path / "in", page=PAGE)
    build([folder], tmp_path / "out", OPTIONS)
    before = result_of(tmp_path / "out")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write_pages(folder, other=f"{PAGE}\n第2期。\n")
    monkeypatch.setattr(f"kg.pipeline.{step}", full)
    for options in (OPTIONS, replace(OPTIONS, force=True)):
        with pytest.raises(OutputError, match="disk is full"):
            build([folder], tmp_path / "out", options)
        assert result_of(tmp_path / "out") == before
    monkeypatch.undo()
    (folder / "other.txt").unlink()
    assert build([folder], tmp_path / "out", OPTIONS).unchanged == 1
    assert result_of(tmp_path / "out") == before


def test_progress_is_told_while_pages_are_read(tmp_path: Path) -> None:
    """Whoever waits hears how many pages are done."""
    folder = write_pages(tmp_path / "in", **{f"page{number}": f"{PAGE}\n第{number}期。\n" for number in range(8)})
    seen: list[tuple[str, int, int]] = []
    build([folder], tmp_path / "out", OPTIONS, progress=lambda *done: seen.append(done))
    pages, files = [("pages", done, 8) for done in range(1, 9)], [("files", done, 2) for done in (1, 2)]
    assert seen == pages + files


def test_facts_that_break_the_rules_are_set_apart_and_the_rest_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Figures without a unit go into quarantine with their sentence; the graph without them conforms."""
    unit = f"<{PRESS}unit>"
    monkeypatch.setattr(
        chain, "map_article", lambda *given, **named: (q for q in map_article(*given, **named) if q.predicate != unit)
    )
    built = build([write_pages(tmp_path / "pages", page=PAGE)], tmp_path / "out", OPTIONS)
    assert not built.conforms
    told = [json.loads(line) for line in (built.out / "quarantine" / "facts.jsonl").read_text("utf-8").splitlines()]
    assert {violation["path"] for violation in told} == {unit}
    assert all(violation["place"]["sentence"] for violation in told)
    assert "Figure" not in built.counts
    assert built.counts["Person"]
    assert validate(built.out / "graph.nq").conforms


def test_what_is_set_apart_stays_apart_while_pages_come_and_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build with facts that break the rules is updated as others are, and its store is not made anew."""
    unit = f"<{PRESS}unit>"
    monkeypatch.setattr(
        chain, "map_article", lambda *given, **named: (q for q in map_article(*given, **named) if q.predicate != unit)
    )
    folder = write_pages(tmp_path / "pages", a=PAGE)
    build([folder], tmp_path / "out", OPTIONS)
    write_pages(folder, b=PAGE.replace("312", "415"), c="本报讯 云溪区委书记沈维舟讲话。\n")
    with monkeypatch.context() as patch:
        patch.setattr("kg.pipeline.publishing.fill_store", lambda *_: pytest.fail("the store is made anew"))
        changed = build([folder], tmp_path / "out", replace(OPTIONS, exports=False))
        again = build([folder], tmp_path / "out", OPTIONS)
    assert not changed.conforms
    fresh = build([folder], tmp_path / "fresh", OPTIONS)
    assert result_of(tmp_path / "out") == result_of(tmp_path / "fresh")
    assert changed.counts == again.counts == fresh.counts
    assert changed.quads == fresh.quads == (tmp_path / "fresh" / "graph.nq").read_bytes().count(b"\n")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_large_graph_fills_its_store_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    """Store and Turtle are the same as those of a small graph, which are written one after the other here."""
    folder = write_pages(tmp_path / "pages", a=PAGE)
    build([folder], tmp_path / "small", OPTIONS)
    monkeypatch.setattr("kg.pipeline.publishing.LARGE_GRAPH", 0)
    monkeypatch.setattr("kg.pipeline.publishing.fill_store", lambda *_: pytest.fail("the store is filled here"))
    build([folder], tmp_path / "large", replace(OPTIONS, jobs=jobs))
    assert result_of(tmp_path / "large") == result_of(tmp_path / "small")


def test_a_store_that_cannot_be_filled_is_told(tmp_path: Path) -> None:
    """What the process that fills a store dies of reaches whoever waits for it."""
    (tmp_path / "graph.nq").write_text("<broken> <line\n", "utf-8")
    with pytest.raises(OutputError, match="写入存储的进程中止"), filling(tmp_path / "graph.nq", tmp_path / "store"):
        pass
