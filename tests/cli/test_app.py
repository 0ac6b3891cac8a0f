"""The command line as a whole: help, exit codes, encodings, speed."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kg import __version__
from kg.cli.app import COMMANDS, cli
from kg.errors import GraphError, InputError, KgError, OutputError, UsageError


def run(*arguments: str) -> "click.testing.Result":
    """Run the command line in this process."""
    return CliRunner().invoke(cli, arguments)


def kg(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.run(command, env={**os.environ, **variables}, capture_output=True, check=False)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_examples_in_both_languages(name: str) -> None:
    """Help says what the command does in Chinese and English; all but the two without arguments show examples."""
    result = run(name, "--help")
    assert result.exit_code == 0, result.output
    assert any("\u4e00" <= sign <= "\u9fff" for sign in result.output)
    assert name in {"demo", "doctor"} or f"kg {name}" in result.output.split("Examples 示例", 1)[1]


def make_whatever(folder: Path, name: str) -> None:
    """Make a file or folder of the name that an example gives, so that options which ask for one are content."""
    if not name.startswith("-") and "/" not in name:
        path = folder / name
        path.touch() if path.suffix else path.mkdir(exist_ok=True)


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_in_help_are_what_the_command_takes(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each example names arguments and options that there are."""
    monkeypatch.chdir(tmp_path)
    for line in re.findall(rf"^ +(?:.*\| )?kg {name}(?= |$)(.*)$", run(name, "--help").output, re.MULTILINE):
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        arguments = shlex.split(line)
        for argument in arguments:
            make_whatever(tmp_path, argument)
        with command.make_context(name, arguments) as context:
            assert context.params


def test_help_imports_no_command() -> None:
    """`kg --help` loads none of the libraries that only commands need."""
    code = """
import sys
from click.testing import CliRunner
from kg.cli.app import cli
assert CliRunner().invoke(cli, ["--help"]).exit_code == 0
print({"jieba", "rdflib", "pyoxigraph", "pandas"} & {*sys.modules})
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "set()"


def test_a_build_of_text_loads_nothing_that_it_does_without(tmp_path: Path) -> None:
    """Neither PDFium nor rdflib: each takes as long to load as a page to build."""
    code = """
import sys
from contextlib import suppress
from kg.cli import main
with suppress(SystemExit):
    main(["build", sys.argv[1], "--out", sys.argv[2]])
print({"jieba", "rdflib", "pypdfium2", "wcwidth", "urllib.request"} & {*sys.modules})
"""
    page = next(iter(sorted((Path(__file__).parents[2] / "examples" / "pages").glob("*.txt"))))
    run = [sys.executable, "-c", code, str(page), str(tmp_path / "graph")]
    told = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert told.splitlines()[-1] == "set()"


def test_importing_kg_is_cheap() -> None:
    """`import kg` loads nothing until something is used."""
    code = "import sys, kg; print(sorted(name for name in sys.modules if name.startswith('kg')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "['kg']"


def test_the_version_is_that_of_the_package() -> None:
    """`kg --version` says which version runs."""
    assert __version__ in run("--version").output


@pytest.mark.parametrize("arguments", [("nonsense",), ("build",), ("build", "x", "--nonsense"), ("query",)])
def test_wrong_usage_exits_with_two(arguments: tuple[str, ...]) -> None:
    """An unknown command or option, or a missing argument, is wrong usage."""
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [(UsageError, 2), (OutputError, 2), (InputError, 1), (GraphError, 1), (ZeroDivisionError, 3)],
)
def test_errors_become_exit_codes(error: type[Exception], code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kind of error has its exit code and a message without trace; `--debug` raises it."""

    @click.command()
    def command() -> None:
        raise error("what, where, remedy")

    monkeypatch.setattr("kg.cli.doctor.command", command)
    result = run("doctor")
    assert result.exit_code == code
    assert "what, where, remedy" in result.output
    assert "Traceback" not in result.output
    assert isinstance(run("--debug", "doctor").exception, error)


def test_every_error_of_the_tree_has_an_exit_code() -> None:
    """Whatever is raised on purpose exits with one or two."""
    found, waiting = [], [KgError]
    while waiting:
        found.append(waiting.pop())
        waiting += found[-1].__subclasses__()
    assert {error.exit_code for error in found} == {1, 2}


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk"])
def test_output_is_utf8_whatever_the_console(encoding: str) -> None:
    """The console's encoding does not decide what is written."""
    done = kg("--help", PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0
    assert "知识图谱" in done.stdout.decode("utf-8")


def test_errors_are_utf8_too(tmp_path: Path) -> None:
    """Messages on stderr are UTF-8 as well."""
    done = kg("build", str(tmp_path / "无此文件"), "--out", str(tmp_path / "out"), PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 1
    assert "无此文件" in done.stderr.decode("utf-8")
