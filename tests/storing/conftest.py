"""Fixtures: a build of the example pages; the real servers, each started once a session where a test wants it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.app import cli
from kg.resources import resource
from tests.storing.servers import SERVERS, Server

_SLOW = [pytest.param(name, marks=[] if name == "oxigraph" else [pytest.mark.slow]) for name in SERVERS]


@pytest.fixture(scope="session", params=_SLOW)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give each server in turn; Oxigraph always, the others to the slow tests."""
    name: str = request.param
    with SERVERS[name](tmp_path_factory.mktemp(name)) as running, pytest.MonkeyPatch.context() as patch:
        for variable in ("PRESSGRAPH_USER", "PRESSGRAPH_PASSWORD", "PRESSGRAPH_TOKEN"):
            patch.delenv(variable, raising=False)
        for variable, value in running.environment.items():
            patch.setenv(variable, value)
        yield running


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a build of the example pages."""
    out = tmp_path_factory.mktemp("examples") / "out"
    arguments = ["build", resource("examples/pages"), "--metadata", resource("examples/metadata.csv"), "--out", out]
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return out
