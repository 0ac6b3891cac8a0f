"""A load that is killed again and again, at any moment, ends as one that was not.

500 articles and 20 kills in CI; 10,000 by `make soak`.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.storing import EmbeddedStore
from kg.storing.loading import graph_digest
from kg.storing.servers import connect
from tests.storing.many import many_articles
from tests.storing.servers import SERVERS

ARTICLES = int(os.environ.get("PRESSGRAPH_SOAK", "500"))
KILLS = 20


@pytest.mark.slow
@pytest.mark.parametrize("name", SERVERS)
def test_killed_at_twenty_points(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts and digests of every graph are those of the source, whichever edition was being loaded."""
    editions = [_edition(tmp_path / f"edition{number}", number) for number in (1, 2)]
    (tmp_path / "server").mkdir()
    with SERVERS[name](tmp_path / "server") as server:
        for variable, value in server.environment.items():
            monkeypatch.setenv(variable, value)
        chance = random.Random(8)
        started = time.monotonic()
        assert _load(editions[0], server.base).wait() == 0
        whole = time.monotonic() - started
        interrupted = sum(_killed(editions[number % 2], server.base, chance, whole) for number in range(KILLS))
        assert _load(editions[0], server.base).wait() == 0
        store = connect(server.base).store
        with EmbeddedStore.open(editions[0]) as source:
            different = [g for g in source.graphs() if graph_digest(store, g) != graph_digest(source, g)]
    assert different == []
    assert interrupted >= KILLS // 2, "most of the kills must come before the end, or they prove nothing"


def _edition(folder: Path, number: int) -> Path:
    with EmbeddedStore.create(folder) as store:
        store.load(many_articles(ARTICLES, edition=number))
    return folder


def _load(source: Path, url: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "kg", "load", str(source), "--to", url]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _killed(source: Path, url: str, chance: random.Random, whole: float) -> bool:
    """Start a load and kill it at a random moment; tell whether it was still at work."""
    process = _load(source, url)
    time.sleep(chance.uniform(0.3, max(0.6, whole * 0.6)))
    process.kill()
    return process.wait() != 0
