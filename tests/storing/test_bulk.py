"""The commands for bulk loaders are those that the loaders take."""

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

SMALL = Path(__file__).parents[1] / "data" / "small.nq"


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
    jar = Path(os.environ.get("PRESSGRAPH_FUSEKI_JAR", "jena-fuseki-server.jar"))
    if not jar.is_file() or shutil.which("java") is None:
        pytest.skip("no Fuseki jar, or no Java; set PRESSGRAPH_FUSEKI_JAR")
    first = bulk_commands("fuseki", SMALL).splitlines()[0].replace("jena-fuseki-server.jar", str(jar.resolve()))
    subprocess.run(shlex.split(first), cwd=tmp_path, check=True, capture_output=True)
    dump = ["java", "-cp", str(jar.resolve()), "tdb2.tdbdump", "--loc", "fuseki-data"]
    lines = subprocess.run(dump, cwd=tmp_path, check=True, capture_output=True).stdout.decode().splitlines()
    assert len(lines) == len(list(read_graph(SMALL)))


@pytest.mark.parametrize("name", ["a b.nq", "graph.ttl", "none.nq", "$(x).nq"])
def test_a_path_that_would_break_a_command_is_refused(name: str, tmp_path: Path) -> None:
    """Nothing that a shell would read otherwise goes into a command."""
    if name != "none.nq":
        (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(UsageError):
        bulk_commands("oxigraph", tmp_path / name)
