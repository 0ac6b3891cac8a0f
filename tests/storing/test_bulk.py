"""The commands for bulk loaders are those that the loaders take."""

import configparser
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.graphfile import read_graph
from kg.storing import EmbeddedStore
from kg.storing.bulk import COMMANDS, bulk_commands
from tests.storing.servers import need

SMALL = Path(__file__).parents[1] / "data" / "small.nq"


def _fuseki_jar() -> Path:
    jar = Path(os.environ.get("PRESSGRAPH_FUSEKI_JAR", "jena-fuseki-server.jar"))
    need(jar.is_file() and shutil.which("java") is not None, "no Fuseki jar, or no Java; set PRESSGRAPH_FUSEKI_JAR")
    return jar.resolve()


@pytest.mark.parametrize("store", COMMANDS)
def test_every_store_is_told_where_the_graph_is(store: str) -> None:
    """The file is named, and nothing is left to fill in."""
    text = bulk_commands(store, SMALL)
    assert SMALL.name in text
    assert "{" not in text.replace("${INPUT_FILES}", "")


def test_oxigraph_takes_it(tmp_path: Path) -> None:
    """The first command makes a store that holds the graph."""
    command = shlex.split(bulk_commands("oxigraph", SMALL).splitlines()[0])
    program = Path(sys.executable).with_name("oxigraph")
    subprocess.run([program, *command[1:]], cwd=tmp_path, check=True, capture_output=True)
    with EmbeddedStore.open(tmp_path / "oxigraph-data") as store:
        assert list(store.sorted_dump()) == sorted(read_graph(SMALL))


@pytest.mark.slow
def test_fuseki_takes_it(tmp_path: Path) -> None:
    """The first command makes a TDB2 dataset that holds the graph."""
    jar = _fuseki_jar()
    first = bulk_commands("fuseki", SMALL).splitlines()[0].replace("jena-fuseki-server.jar", str(jar))
    subprocess.run(shlex.split(first), cwd=tmp_path, check=True, capture_output=True)
    dump = ["java", "-cp", str(jar), "tdb2.tdbdump", "--loc", "fuseki-data"]
    lines = subprocess.run(dump, cwd=tmp_path, check=True, capture_output=True).stdout.decode().splitlines()
    assert len(lines) == len(list(read_graph(SMALL)))


def test_qlever_takes_the_settings() -> None:
    """The Qleverfile parses as QLever parses it, and has what `qlever index` and `qlever start` ask for."""
    settings = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
    settings.read_string(bulk_commands("qlever", SMALL))
    assert settings["index"]["CAT_INPUT_FILES"] == f"cat {SMALL.name}"
    assert {"name", "description", "format"} <= set(settings["data"])
    assert {"port", "host_name"} <= set(settings["server"])


@pytest.mark.slow
def test_a_strict_parser_takes_the_file(built: Path, tmp_path: Path) -> None:
    """Jena's strict check of N-Quads, as a store without a server here would make it, finds nothing amiss."""
    check = ["java", "-cp", str(_fuseki_jar()), "riotcmd.riot", "--validate", "--strict"]
    broken = tmp_path / "broken.nq"
    broken.write_text("<http://x/a b> <http://x/p> <http://x/o> .\n", encoding="utf-8")
    assert subprocess.run([*check, broken], check=False, capture_output=True).returncode == 1
    strict = subprocess.run([*check, built / "graph.nq"], check=False, capture_output=True, text=True)
    assert (strict.returncode, strict.stderr) == (0, "")


@pytest.mark.parametrize("name", ["a b.nq", "graph.ttl", "none.nq", "$(x).nq"])
def test_a_path_that_would_break_a_command_is_refused(name: str, tmp_path: Path) -> None:
    """Nothing that a shell would read otherwise goes into a command."""
    if name != "none.nq":
        (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(UsageError):
        bulk_commands("oxigraph", tmp_path / name)
