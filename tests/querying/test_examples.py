"""What the saved queries must find in the example pages, read off the pages by eye.

Each file of `expected/examples` has the columns that matter and the rows that the answer to the query's own sample
must hold. It may hold more: the pages say more than is written down there.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.app import cli
from kg.querying import read_catalogue, run
from kg.resources import resource
from kg.storing import EmbeddedStore
from kg.storing.opening import locate, open_path

EXPECTED = sorted((Path(__file__).parent / "expected" / "examples").glob("*.tsv"))
QUERIES = read_catalogue([resource("queries")])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """Build the example pages, as `kg demo` does."""
    out = tmp_path_factory.mktemp("examples") / "out"
    arguments = ["build", resource("examples/pages"), "--metadata", resource("examples/metadata.csv"), "--out", out]
    built = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    assert built.exit_code == 0, built.output
    return open_path(locate(out))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_finds_what_the_pages_say(path: Path, store: EmbeddedStore) -> None:
    """Every row that a reader expects is among the answers."""
    header, *rows = (tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines())
    query = QUERIES[path.stem]
    table = run(store, query, query.test)
    columns = [table.columns.index(name) for name in header]
    found = {tuple(row[column] for column in columns) for row in table.texts()}
    assert set(rows) <= found


def test_enough_queries_are_held_to_the_pages() -> None:
    """At least twelve queries have rows that must be found."""
    assert len(EXPECTED) >= 12


@pytest.mark.parametrize("name", QUERIES)
def test_every_sample_is_accepted(name: str, store: EmbeddedStore) -> None:
    """The sample of each query runs as it stands."""
    query = QUERIES[name]
    if query.checked.form != "CONSTRUCT":
        assert run(store, query, query.test).columns
