"""The asking commands: what they print, and how they say what is wrong."""

import csv
import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rdflib import Graph

from kg.cli.app import cli
from kg.graphfile import read_graph
from kg.storing import EmbeddedStore
from kg.vocabulary import PRESS

SMALL = Path(__file__).parents[1] / "data" / "small.nq"


def kg(*arguments: str | int | Path, input_: str | None = None) -> Result:
    """Run a command of kg."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=input_)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a directory that holds a store and a graph, as a build leaves them."""
    folder = tmp_path_factory.mktemp("build")
    with EmbeddedStore.create(folder / "store") as store:
        store.load(read_graph(SMALL))
    (folder / "graph.nq").write_bytes(SMALL.read_bytes())
    return folder


def test_a_saved_query_on_a_build_and_on_a_file(build: Path, tmp_path: Path) -> None:
    """A build, its N-Quads and its Turtle give the same table, for people in labels."""
    turtle = tmp_path / "graph.ttl"
    assert kg("export", build, "--format", "ttl", "--out", turtle).exit_code == 0
    answers = [kg("query", "posts", "--on", target, "-p", "person=苏映雪") for target in (build, SMALL, turtle)]
    assert {answer.exit_code for answer in answers} == {0}
    assert len({answer.stdout for answer in answers}) == 1
    assert "副区长" in answers[0].stdout
    assert "https://" not in answers[0].stdout


def test_csv_has_the_iris_too(build: Path) -> None:
    """Programs get every column."""
    rows = list(csv.DictReader(io.StringIO(kg("query", "posts", "--on", build, "--format", "csv").stdout)))
    assert {row["person"] for row in rows} == {"林致远", "苏映雪"}
    assert all(row["person_iri"].startswith("https://") for row in rows)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["figures", "-p", "unit=千亩"], "unit in the graph"),
        (["is-official", "-p", "person=林致元"], "林致远"),
        (["person-graph", "-p", "person=林致元"], "林致远"),
    ],
)
def test_an_empty_answer_lists_values_that_there_are(build: Path, arguments: list[str], hint: str) -> None:
    """No rows, a no and a graph without triples are followed by what could be asked, on standard error."""
    answer = kg("query", *arguments, "--on", build)
    assert answer.exit_code == 0
    assert hint in answer.stderr
    assert hint not in answer.stdout
    assert "graph" not in kg("query", "figures", "-p", "unit=亩", "--on", build).stderr


def test_pages_of_an_answer_follow_each_other(build: Path) -> None:
    """`--limit` and `--page` cut the answer without gap or overlap, and say that there is more."""
    whole = kg("query", "posts", "--on", build, "--format", "tsv").stdout.splitlines()[1:]
    first, second = (
        kg("query", "posts", "--on", build, "--format", "tsv", "--limit", 3, "--page", page) for page in (1, 2)
    )
    assert first.stdout.splitlines()[1:] + second.stdout.splitlines()[1:] == whole
    assert "--page" in first.stderr
    assert "--page" not in second.stderr


def test_a_query_from_standard_input(build: Path) -> None:
    """SPARQL can be piped in."""
    answer = kg("query", "-", "--on", build, "--format", "json", input_="SELECT (COUNT(*) AS ?n) { ?s a ?c }")
    assert int(json.loads(answer.stdout)["results"]["bindings"][0]["n"]["value"]) > 20


def test_triples_come_as_turtle(build: Path) -> None:
    """A CONSTRUCT prints Turtle that parses; a table of it is refused."""
    answer = kg("query", "person-graph", "--on", build, "-p", "person=林致远")
    assert len(Graph().parse(data=answer.stdout, format="turtle")) > 20
    assert kg("query", "person-graph", "--on", build, "-p", "person=林致远", "--format", "csv").exit_code == 2


def test_explain_shows_the_bound_sparql() -> None:
    """`--explain` needs no store, and shows the value as a literal."""
    answer = kg("query", "timeline", "--explain", "-p", 'person=" } #')
    assert answer.exit_code == 0
    assert '"\\" } #"' in answer.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["query", "posts"], 2, "--on"),
        (["query", "posts", "--on", "nowhere"], 2, "nowhere"),
        (["query", "pots", "--on", "BUILD"], 2, "posts"),
        (["query", "timeline", "--on", "BUILD"], 2, "person"),
        (["query", "timeline", "--on", "BUILD", "-p", "person"], 2, "NAME=VALUE"),
        (["query", "timeline", "--on", "BUILD", "-p", "person=a", "-p", "person=b"], 2, "twice"),
        (["query", "events", "--on", "BUILD", "-p", "from=yesterday"], 2, "from"),
        (["query", "posts", "--on", "BUILD", "--view", "x.pdf"], 2, ".svg"),
        (["query", "posts", "--on", "http://u:secret@127.0.0.1/"], 2, "PRESSGRAPH_PASSWORD"),
        (["explain", "谁也不是", "--on", "BUILD"], 2, "谁也不是"),
        (["explain", "https://w3id.org/pressgraph/id/none", "--on", "BUILD"], 2, "none"),
        (["export", "BUILD/nothing.nq", "--format", "ttl"], 2, "nothing.nq"),
        (["queries", "nonsense"], 2, "nonsense"),
        (["queries", "--tag", "nonsense"], 2, "people"),
        (["load", "BUILD", "--to", "ftp://x/"], 1, "http"),
    ],
)
def test_what_is_wrong_is_said(arguments: list[str], code: int, said: str, build: Path) -> None:
    """A clear message, the right exit code, no secret, no trace."""
    answer = kg(*(argument.replace("BUILD", str(build)) for argument in arguments))
    assert answer.exit_code == code
    assert said in answer.stderr
    assert "secret" not in answer.stderr
    assert "Traceback" not in answer.output


def test_queries_are_listed_by_group_and_shown(tmp_path: Path) -> None:
    """Each shipped query stands in the list once; one is shown with its parameters and SPARQL."""
    listed = kg("queries").stdout
    assert listed.count("\n  timeline person=…") == 1
    shown = kg("queries", "timeline").stdout
    assert "姓名" in shown
    assert "SELECT DISTINCT" in shown
    (tmp_path / "mine.rq").write_text("#+ tags: [own]\nASK { ?s ?p ?o }", encoding="utf-8")
    assert [
        each["name"] for each in json.loads(kg("queries", "--json", "--tag", "own", "--folder", tmp_path).stdout)
    ] == ["mine"]


def test_a_drawing_is_written(build: Path, tmp_path: Path) -> None:
    """`--view` writes a file that names the people."""
    assert kg("query", "together", "--on", build, "--view", tmp_path / "net.svg").exit_code == 0
    assert "林致远" in (tmp_path / "net.svg").read_text(encoding="utf-8")


def test_explain_marks_the_words_and_names_rule_and_place(build: Path) -> None:
    """Every fact of a person: its words in their paragraph, its rule, its file and offsets."""
    answer = kg("explain", "苏映雪", "--on", build).stdout
    assert "区委书记林致远主持会议，【副区长苏映雪参加会议】。" in answer
    assert "post-before-name" in answer
    assert "a.txt, characters 字符 68–78" in answer
    assert "云溪晚报" in answer


@pytest.mark.parametrize("name", ["“清水绕城”行动", "清水绕城行动", '"清水绕城"行动', "“清水绕城行动”"])
def test_quotation_marks_of_a_name_may_be_left_out(name: str, tmp_path: Path) -> None:
    """A campaign is found by its name with its marks, with others, or without."""
    about = "<https://w3id.org/pressgraph/id/campaign/a>"
    label, mentioned = "<http://www.w3.org/2000/01/rdf-schema#label>", f"<{PRESS}mentionedIn>"
    graph = tmp_path / "campaign.nq"
    graph.write_text(f'{about} {label} "“清水绕城”行动"@zh .\n{about} {mentioned} <urn:words> .\n', encoding="utf-8")
    answer = kg("explain", name, "--on", graph)
    assert (answer.exit_code, "“清水绕城”行动" in answer.stdout) == (0, True), answer.stderr


def test_explain_by_iri_and_of_a_claim(build: Path) -> None:
    """An IRI names one thing; a claim explains itself."""
    claim = "https://w3id.org/pressgraph/id/tenure/a2-su"
    facts = json.loads(kg("explain", claim, "--on", build, "--json").stdout)[0]["facts"]
    assert [fact["claim"] for fact in facts] == [claim]
    assert facts[0]["quotes"][0]["words"] == "区长苏映雪"


def test_explain_shows_merges_and_the_line_that_undoes_them(tmp_path: Path) -> None:
    """A name that was taken for a thing is shown with its rule and words."""
    graph = SMALL.read_text(encoding="utf-8")
    person = next(line.split(" ")[0] for line in graph.splitlines() if '"苏映雪"@zh' in line)
    words = next(line.split(" ")[0] for line in graph.splitlines() if "#exact> " in line and "苏映雪" in line)
    press = "https://w3id.org/pressgraph/ontology#"
    rows = (f"<{press}kept> {person}", f'<{press}mergedForm> "苏书记"@zh', f'<{press}rule> "by-post"',
            f"<http://www.w3.org/ns/prov#wasDerivedFrom> {words}")  # fmt: skip
    (tmp_path / "graph.nq").write_text(graph + "".join(f"<urn:merge> {row} <urn:merges> .\n" for row in rows), "utf-8")
    answer = kg("explain", "苏映雪", "--on", tmp_path / "graph.nq").stdout
    assert "taken for it 归入: 苏书记" in answer
    assert f"different\t{words[1:-1]}\t{person[1:-1]}" in answer


def test_a_review_is_drawn_and_read_back(build: Path, tmp_path: Path) -> None:
    """The sheet opens in a spreadsheet; what is judged wrong comes into the corrections file."""
    sheet, corrections = tmp_path / "sheet.csv", tmp_path / "corrections.tsv"
    assert kg("review", build, "--out", sheet, "--per-rule", 1).exit_code == 0
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows({**row, "right": "错"} for row in rows)
    answer = kg("review", build, "--read", sheet, "--corrections", corrections)
    assert answer.exit_code == 0
    assert "0/1" in answer.stdout
    assert len(corrections.read_text(encoding="utf-8").splitlines()) == len(rows)
    assert kg("review", build).exit_code == 2


def test_explain_shows_the_source_where_it_is_at_hand(tmp_path: Path) -> None:
    """Line and column are those of the source file, if it is still the one that was read."""
    body = "云溪区召开春耕工作会议\r\n本报记者"
    source = tmp_path / "pages" / "a.txt"
    source.parent.mkdir()
    source.write_bytes(("〇" * 8 + "\r\n" + body).encode("gb18030"))
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    graph = SMALL.read_text(encoding="utf-8").replace("hash-page-a1", sha256)
    (tmp_path / "graph.nq").write_text(graph, encoding="utf-8")
    place = f"{source}:2:1–2:12, characters 字符 10–21: “云溪区召开春耕工作会议”"
    assert place in kg("explain", "云溪区", "--on", tmp_path, "--source", source.parent).stdout
    source.write_bytes(b"changed")
    assert place not in kg("explain", "云溪区", "--on", tmp_path, "--source", source.parent).stdout


@pytest.mark.parametrize("format_", ["ttl", "trig", "nq", "nt", "jsonld"])
def test_export_writes_each_format_whole(format_: str, build: Path, tmp_path: Path) -> None:
    """Whatever the format, the triples are those of the graph; a file is not overwritten by chance."""
    out = tmp_path / f"graph.{format_}"
    assert kg("export", build, "--format", format_, "--out", out).exit_code == 0
    assert {quad[:3] for quad in read_graph(out)} == {quad[:3] for quad in read_graph(SMALL)}
    assert kg("export", build, "--format", format_, "--out", out).exit_code == 2
    assert kg("export", build, "--format", format_, "--out", out, "--force").exit_code == 0


def test_output_is_utf8_whatever_the_console() -> None:
    """A console of another encoding gets UTF-8 bytes."""
    command = [sys.executable, "-m", "kg", "query", "posts", "--on", str(SMALL)]
    done = subprocess.run(command, capture_output=True, check=True, env={"PYTHONIOENCODING": "latin-1", "LC_ALL": "C"})
    assert "林致远" in done.stdout.decode("utf-8")
