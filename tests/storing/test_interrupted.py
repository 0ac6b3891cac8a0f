"""A load that is killed again and again, at any moment, ends as one that was not.

500 articles and 20 kills in CI; 10,000 by `make soak`, which tells how far it is.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

import pytest

from kg.storing import EmbeddedStore
from kg.storing.digests import GraphDigest, digest_values
from kg.storing.loading import graph_digest
from kg.storing.servers import connect
from tests.storing.many import many_articles
from tests.storing.servers import SERVERS

ARTICLES = int(os.environ.get("PRESSGRAPH_SOAK", "500"))
KILLS = 20

Tell = Callable[[str], None]

_CHANGED = 0.4
"""A third of the articles differs between editions, so that each load takes half as long as the first."""


@pytest.fixture
def tell(capfd: pytest.CaptureFixture[str]) -> Tell:
    """Give what says on the terminal how far the test is, with the seconds since it began."""
    started = time.monotonic()

    def told(what: str) -> None:
        with capfd.disabled():
            sys.stderr.write(f"\n{time.monotonic() - started:6.0f} s  {what}")
            sys.stderr.flush()

    return told


@pytest.mark.slow
@pytest.mark.parametrize("name", SERVERS)
def test_killed_at_twenty_points(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tell: Tell) -> None:
    """Counts and digests of every graph are those of the source, whichever edition was being loaded."""
    (tmp_path / "server").mkdir()
    with SERVERS[name](tmp_path / "server") as server:
        editions = [tmp_path / f"edition{number}" for number in (1, 2)]
        with ProcessPoolExecutor(2, get_context("spawn")) as pool:
            wanted, _ = pool.map(_make_edition, editions, (1, 2))
        tell(f"{name}: two editions of {ARTICLES} articles made")
        for variable, value in server.environment.items():
            monkeypatch.setenv(variable, value)
        chance = random.Random(8)
        started = time.monotonic()
        assert _load(editions[0], server.base).wait() == 0
        whole = time.monotonic() - started
        tell(f"first edition loaded in {whole:.1f} s")
        interrupted, longest = 0, max(0.6, whole * _CHANGED)
        for number in range(KILLS):
            took = _killed(editions[number % 2], server.base, chance.uniform(0.3, longest), tell)
            interrupted += took is None
            longest = max(0.6, min(longest, took)) if took is not None else longest
        assert _load(editions[0], server.base).wait() == 0
        tell("first edition loaded once more")
        store = connect(server.base).store
        different = [graph for graph, digest in wanted.items() if graph_digest(store, graph) != digest]
        tell(f"{len(wanted)} graphs compared, {len(different)} differ; {interrupted} of {KILLS} kills cut a load off\n")
    assert different == []
    assert len(wanted) == ARTICLES
    assert interrupted >= KILLS // 2, "most of the kills must come before the end, or they prove nothing"


def _make_edition(folder: Path, number: int) -> dict[str, GraphDigest]:
    """Write the store of an edition; return the digest of each graph, made without a store."""
    wanted: dict[str, GraphDigest] = {}
    with EmbeddedStore.create(folder) as store:
        store.load(many_articles(ARTICLES, edition=number))
    for graph, quads in groupby(many_articles(ARTICLES, edition=number), key=lambda quad: quad.graph):
        wanted[graph[1:-1]] = digest_values(quad[:3] for quad in quads)
    return wanted


def _load(source: Path, url: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "kg", "load", str(source), "--to", url]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _killed(source: Path, url: str, moment: float, tell: Tell) -> float | None:
    """Start a load and kill it after so many seconds; return how long it took where it was done before."""
    started = time.monotonic()
    process = _load(source, url)
    try:
        assert process.wait(timeout=moment) == 0
    except subprocess.TimeoutExpired:
        process.kill()
        if process.wait() != 0:
            tell(f"{source.name} killed after {moment:.1f} s")
            return None
    took = time.monotonic() - started
    tell(f"{source.name} was done after {took:.1f} s")
    return took
