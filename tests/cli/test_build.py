"""`kg build`, `kg validate`, `kg demo` and `kg doctor`, as typed."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.app import cli
from tests.pipeline.stages import PAGE
from tests.pipeline.test_building import BAD, write_pages


def run(*arguments: object) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, list(map(str, arguments)))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Give the file of a good page."""
    return write_pages(tmp_path / "in", page=PAGE) / "page.txt"


def test_a_build_says_what_it_made(page: Path, tmp_path: Path) -> None:
    """A good build exits with 0 and tells counts and places."""
    result = run("build", page, "--out", tmp_path / "out", "--date", "2023-05-10", "--place", "临江市云溪区")
    assert result.exit_code == 0, result.output
    assert "1 pages, 2 articles" in result.output
    assert "conforms" in result.output


def test_json_output_is_one_object(page: Path, tmp_path: Path) -> None:
    """With `--json` stdout holds one JSON object and nothing else."""
    result = run("build", page, "--out", tmp_path / "out", "--json")
    report = json.loads(result.stdout)
    assert (report["ok"], report["articles"], report["problems"]) == (True, 2, [])


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_exits_with_one(page: Path, tmp_path: Path, name: str) -> None:
    """A file that cannot be used is named on stderr; the good one is built."""
    write_pages(page.parent, **{name: BAD[name][0]})
    result = run("build", page.parent, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert f"{name}.txt" in result.stderr
    assert "1 pages, 2 articles" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--date", "2023-02-30"], 2, "2023-02-30"),
        (["--date", "昨天"], 2, "昨天"),
        (["--place", "无此区"], 2, "无此区"),
        (["--base-iri", "nonsense"], 2, "nonsense"),
        (["--metadata", "none.csv"], 2, "none.csv"),
        (["--jobs", "0"], 2, "--jobs"),
    ],
)
def test_options_that_cannot_be_exit_with_two(
    page: Path, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    """An option that cannot be is named, and nothing is written."""
    result = run("build", page, "--out", tmp_path / "out", *arguments)
    assert (result.exit_code, said in result.stderr) == (code, True), result.output
    assert not (tmp_path / "out").exists()


def test_nothing_to_read_exits_with_one(tmp_path: Path) -> None:
    """A name that is not there is an input error."""
    result = run("build", tmp_path / "none.txt", "--out", tmp_path / "out")
    assert (result.exit_code, "none.txt" in result.stderr) == (1, True)


def test_a_strange_directory_exits_with_two(page: Path, tmp_path: Path) -> None:
    """A directory that is not ours is refused with the way out, and taken on force."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine", encoding="utf-8")
    refused = run("build", page, "--out", tmp_path / "out")
    assert (refused.exit_code, "--force" in refused.stderr) == (2, True)
    assert run("build", page, "--out", tmp_path / "out", "--force").exit_code == 0
    assert (tmp_path / "out" / "thesis.txt").read_text("utf-8") == "mine"


def test_validate_judges_builds_and_files(page: Path, tmp_path: Path) -> None:
    """A good build conforms, as a directory and as a file; one without rules of its claims does not."""
    run("build", page, "--out", tmp_path / "out")
    assert run("validate", tmp_path / "out").exit_code == 0
    assert run("validate", tmp_path / "out" / "graph.ttl", "--engine", "pyshacl").exit_code == 0
    graph = (tmp_path / "out" / "graph.nq").read_text("utf-8").splitlines(keepends=True)
    broken = tmp_path / "broken.nq"
    broken.write_text("".join(line for line in graph if "ontology#rule>" not in line), encoding="utf-8")
    result = run("validate", broken)
    assert (result.exit_code, "不合规" in result.output) == (1, True)
    assert json.loads(run("validate", broken, "--json").stdout)["conforms"] is False


def test_validate_names_a_file_that_does_not_parse(tmp_path: Path) -> None:
    """A graph that is none gives a message with file and place."""
    (tmp_path / "broken.ttl").write_text("<a> <b", encoding="utf-8")
    result = run("validate", tmp_path / "broken.ttl")
    assert (result.exit_code, "broken.ttl" in result.stderr) == (1, True)


def test_the_demo_shows_what_a_person_enjoys(tmp_path: Path) -> None:
    """Counts, three facts with the name marked in its sentence, a table, the files, what to try next."""
    result = run("demo", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    facts = result.output.split("Three facts", 1)[1].split("The saved query", 1)[0]
    assert (facts.count("【"), facts.count("characters")) == (3, 3)
    for said in ("3 pages", "conforms", "person", "graph.ttl", "kg explain"):
        assert said in result.output


def test_the_doctor_finds_this_installation_well() -> None:
    """Every check passes here, and says what it found."""
    result = run("doctor", "--json")
    findings = json.loads(result.stdout)
    bad = [finding for finding in findings if not finding["ok"] and "encoding" not in finding["check"]]
    assert bad == []


def test_the_doctor_names_what_is_amiss(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that fails is named, and the others are still tried."""

    def fail() -> str:
        raise RuntimeError("worn out; replace it")

    monkeypatch.setitem(__import__("kg.cli.doctor", fromlist=["CHECKS"]).CHECKS, "disk 磁盘", fail)
    result = run("doctor")
    assert result.exit_code == 1
    assert "FAIL  disk 磁盘: RuntimeError: worn out; replace it" in result.output
    assert "ok    store" in result.output


def test_pages_are_taken_out_and_exports_put_off(page: Path, tmp_path: Path) -> None:
    """`remove` and `--no-exports` leave no stale file, `export` without a format writes what was put off."""
    out = tmp_path / "out"
    write_pages(page.parent, other=f"{PAGE}\n第2期。\n")
    assert "4 articles" in run("build", page.parent, "--out", out).output
    removed = run("remove", out, "other.txt", "--no-exports")
    assert (removed.exit_code, "2 articles" in removed.output) == (0, True), removed.output
    assert f"kg export {out}" in removed.output
    for asked in (run("export", out, "--format", "trig"), run("validate", out)):
        assert (asked.exit_code, f"kg export {out}" in asked.output) == (2, True), asked.output
    assert run("export", out).exit_code == 0
    again = run("build", page, "--out", out)
    assert "1 pages unchanged" in again.output
    assert (out / "graph.ttl").exists()


def test_a_person_is_forgotten_by_iri(page: Path, tmp_path: Path) -> None:
    """`forget` takes the IRI that `explain` shows; the name is then unknown."""
    out = tmp_path / "out"
    run("build", page, "--out", out, "--place", "临江市云溪区")
    shown = run("explain", "陆闻笛", "--on", out).output
    (iri, *_) = re.findall(r"https://\S+/person/[0-9a-f]{32}", shown)
    assert run("forget", out, "https://x.org/nobody").exit_code == 2
    assert run("forget", out, iri).exit_code == 0
    assert "陆闻笛" not in (out / "graph.ttl").read_text("utf-8")
