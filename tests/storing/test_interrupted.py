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
        interrupted = sum(_killed(editions[n % 2], server.base, chance, whole, tell) for n in range(KILLS))
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


def _killed(source: Path, url: str, chance: random.Random, whole: float, tell: Tell) -> bool:
    """Start a load and kill it at a random moment; tell whether it was still at work."""
    process = _load(source, url)
    # A third of the articles differs between editions, so that each load takes half as long as the first.
    moment = chance.uniform(0.3, max(0.6, whole * 0.4))
    time.sleep(moment)
    process.kill()
    cut = process.wait() != 0
    tell(f"{source.name} killed after {moment:.1f} s{'' if cut else ', when it was done'}")
    return cut
