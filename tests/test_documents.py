"""The documentation says what is so: its commands run, its code runs, its languages agree, its links lead somewhere."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kg.resources import resource

ROOT = Path(__file__).resolve().parent.parent
READMES = (ROOT / "README.md", ROOT / "README.zh.md")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def blocks(path: Path, language: str) -> list[str]:
    """Give the code blocks of this language."""
    return [code for name, code in BLOCK.findall(path.read_text("utf-8")) if name == language]


def python(folder: Path, *arguments: str) -> str:
    """Run Python in a folder, with this package on its path; it must succeed. Return what it printed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, f"{arguments}\n{done.stdout.decode()}\n{done.stderr.decode()}"
    return done.stdout.decode()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder as a reader's: a page, a folder of pages, a metadata file."""
    (tmp_path / "pages").mkdir()
    pages = sorted(resource("examples/pages").iterdir())
    for page in pages:
        (tmp_path / "pages" / page.name).write_bytes(page.read_bytes())
    (tmp_path / "page.txt").write_bytes(pages[0].read_bytes())
    (tmp_path / "metadata.csv").write_bytes(resource("examples/metadata.csv").read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_documented_commands_run(document: Path, desk: Path) -> None:
    """Each command line of a `sh` block runs, one after the other, and exits with 0."""
    for line in "".join(blocks(document, "sh")).splitlines():
        program, *arguments = shlex.split(line)
        assert program == "kg", f"{document.name}: {line!r} is run by no test; mark its block as `fresh` or `wheels`"
        python(desk, "-m", "kg", *arguments)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_documented_python_runs(document: Path, desk: Path) -> None:
    """Each `python` block runs as it stands."""
    for code in blocks(document, "python"):
        python(desk, "-c", code)


def test_both_readmes_have_one_structure() -> None:
    """Headings' levels, commands, pictures, links, numbered steps and tables are the same in both languages."""
    english, chinese = (outline(path) for path in READMES)
    assert english == chinese


def outline(path: Path) -> list[str]:
    """Give what must not depend on the language: code without comments, marks of headings, lists and tables, links."""
    code, text = [], path.read_text("utf-8")
    for language, block in BLOCK.findall(text):
        code += [language, *(line.split("#")[0].rstrip() for line in block.splitlines())]
    marks = re.findall(r"^(?:#+|-|\d\.|!|\|.*\|)(?= |$)|(?<=\]\()[^)]+", BLOCK.sub("", text), re.MULTILINE)
    return [*code, *(mark for mark in marks if mark not in {"README.md", "README.zh.md"})]


@pytest.mark.slow
@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_scores_claim_no_more_than_is_measured(readme: Path) -> None:
    """No F1 in the README is better, by more than one fact or two, than what the chain reaches now."""
    code = (
        "import sys, json; sys.path.insert(0, 'tools'); import write_scores; print(json.dumps(write_scores.measure()))"
    )
    measured: dict[str, list[float]] = json.loads(python(ROOT, "-c", code))
    claimed = re.findall(r"^\| (\w+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", readme.read_text("utf-8"), re.MULTILINE)
    assert {kind for kind, *_ in claimed} == set(measured)
    assert [kind for kind, _, _, f1 in claimed if float(f1) > measured[kind][2] + 0.02] == [], "run `make scores`"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    """Each link to a file leads to a file."""
    links = [link for link in LINK.findall(document.read_text("utf-8")) if not link.startswith("http")]
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_each_document_is_reached_from_the_index() -> None:
    """No document lies where no reader finds it."""
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    files = [
        path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.*") if path.suffix != ".svg"
    ]
    lost = [name for name in files if f"({name})" not in index and not name.startswith("decisions/0")]
    assert lost == ["index.md"]


def test_each_decision_is_listed() -> None:
    """The list of decisions has them all."""
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")
    files = [path.name for path in (ROOT / "docs" / "decisions").glob("0*.md")]
    assert [name for name in files if f"({name})" not in listed] == []


@pytest.mark.parametrize("name", ["sentence.svg", "ontology.svg"])
def test_pictures_are_those_of_the_script(name: str) -> None:
    """The pictures are what `tools/draw.py` draws."""
    code = "import sys; sys.path.insert(0, 'tools'); import draw; sys.stdout.reconfigure(encoding='utf-8'); "
    code += f"print(draw.PICTURES[{name!r}](), end='')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode().replace("\r\n", "\n") == (ROOT / "docs" / name).read_text("utf-8")
