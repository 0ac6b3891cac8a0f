"""Lexicons that a user adds to ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import lexicon
from kg.errors import UsageError
from kg.resources import resource

PAGE = """青禾区防汛演练举行
　　本报讯（记者 林小满）8月20日，青禾区防汛演练在湖岸举行，青禾区水利局护堤长陈望舒主持演练。
"""


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `kg`, without a lexicon from the environment."""
    environment = {name: value for name, value in os.environ.items() if name != lexicon.VARIABLE}
    environment["PYTHONPATH"] = str(Path(__file__).parents[1])
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments],
        cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.parametrize("path", sorted(resource("lexicons").glob("*.tsv")), ids=lambda path: path.stem)
def test_shipped_lexicons_need_no_second_look(path: Path) -> None:
    """What ships is read without a look at blanks, empty columns and odd line ends: there are none."""
    assert lexicon.table(path.stem) == tuple(lexicon.rows(path))


def test_a_post_of_the_users_own_is_found(tmp_path: Path) -> None:
    """With a file of posts in `--lexicon` a title that ours lack makes an official, in all processes."""
    (tmp_path / "pages").mkdir()
    for name in ("a", "b"):
        (tmp_path / "pages" / f"{name}.txt").write_text(PAGE + name, encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "posts.tsv").write_text("# 我的职务\n护堤长\tpublic\n", encoding="utf-8")
    without = run("build", "pages", "--out", "without", "--date", "2031-08-24", cwd=tmp_path)
    with_own = run("build", "pages", "--out", "own-graph", "--date", "2031-08-24", "--lexicon", "own", "--jobs", "2",
                   cwd=tmp_path)  # fmt: skip
    assert (without.returncode, with_own.returncode) == (0, 0), with_own.stderr
    assert '护堤长"@zh' not in (tmp_path / "without" / "graph.ttl").read_text("utf-8")
    assert '护堤长"@zh' in (tmp_path / "own-graph" / "graph.ttl").read_text("utf-8")
    assert '"lexicon": null' in (tmp_path / "without" / "manifest.json").read_text("utf-8")
    assert '"lexicon": null' not in (tmp_path / "own-graph" / "manifest.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("titles.tsv", b"x\ty\n", "no lexicon of this name"),
        ("posts.tsv", "护堤长\n".encode(), "has 1 columns, 2 are needed"),
        ("posts.tsv", "护堤长\tpublic\n".encode("gbk"), "must be UTF-8"),
    ],
)
def test_bad_lexicons_are_named(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    """A file that is none of ours, a row with too few columns, another encoding: file and remedy, and code 2."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / name).write_bytes(content)
    told = run("build", "page.txt", "--out", "graph", "--lexicon", "own", cwd=tmp_path)
    assert told.returncode == 2, told.stderr
    assert words in told.stderr
    assert name in told.stderr
    assert not (tmp_path / "graph" / "manifest.json").exists()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A wrong path is an error of use."""
    told = run("evaluate", ".", "--lexicon", "nowhere", cwd=tmp_path)
    assert told.returncode == 2
    assert "no such folder of lexicons" in told.stderr


def test_lexicons_cannot_change_under_way(tmp_path: Path) -> None:
    """Once lexicons have been read, others are refused."""
    lexicon.table("surnames")
    with pytest.raises(UsageError, match="in use already"):
        lexicon.use(tmp_path)
