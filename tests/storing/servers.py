"""Real triple stores on loopback, each started for the tests and stopped by its own process id.

Oxigraph comes as a wheel from PyPI. Fuseki is a jar that `PRESSGRAPH_FUSEKI_JAR` names (`mvn dependency:copy` fetches
it), Virtuoso the `virtuoso-t` of Debian's virtuoso-opensource, RDF4J's server a war that `PRESSGRAPH_RDF4J_WAR` names,
with jetty-runner's jar beside it. What is not there is skipped, unless `PRESSGRAPH_ALL_STORES` says that it must be.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest

START_SECONDS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server: its base URL as `kg load --to` wants it, its profile, and the environment to reach it."""

    base: str
    profile: str
    query: str
    environment: dict[str, str] = field(default_factory=dict)


def free_port() -> int:
    """Return a port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """Run Oxigraph's server over a store in this folder."""
    command = Path(sys.executable).with_name("oxigraph" + (".exe" if os.name == "nt" else ""))
    need(command.is_file(), "the oxigraph wheel is not installed")
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with _running(
        [str(command), "serve", "--location", str(folder / "store"), "--bind", f"127.0.0.1:{port}"], folder, base
    ):
        yield Server(base=base, profile="oxigraph", query=f"{base}/query")


@contextmanager
def fuseki(folder: Path) -> Iterator[Server]:
    """Run Fuseki over a TDB2 dataset in this folder."""
    jar = Path(os.environ.get("PRESSGRAPH_FUSEKI_JAR", "jena-fuseki-server.jar"))
    need(jar.is_file() and shutil.which("java") is not None, "no Fuseki jar, or no Java; set PRESSGRAPH_FUSEKI_JAR")
    port = free_port()
    data = folder / "tdb2"
    data.mkdir()
    command = ["java", "-Xmx1g", "-jar", str(jar.resolve()), "--localhost", f"--port={port}", "--update", "--tdb2"]
    base = f"http://127.0.0.1:{port}/press"
    with _running([*command, f"--loc={data}", "/press"], folder, f"http://127.0.0.1:{port}/$/ping"):
        yield Server(base=base, profile="fuseki", query=f"{base}/query")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """Run Virtuoso over a new database in this folder, its password set."""
    command = shutil.which("virtuoso-t")
    need(command is not None, "no virtuoso-t; install virtuoso-opensource")
    assert command is not None
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(folder=folder, sql=sql, http=http), encoding="utf-8")
    arguments = [command, "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    # This sets the password of dba and ends.
    subprocess.run([*arguments, "+pwdold", "dba", "+pwddba", "loopback"], cwd=folder, check=True, capture_output=True)
    base = f"http://127.0.0.1:{http}"
    with _running(arguments, folder, f"{base}/sparql?query=ASK%7B%7D"):
        environment = {"PRESSGRAPH_USER": "dba", "PRESSGRAPH_PASSWORD": "loopback"}
        yield Server(base=base, profile="virtuoso", query=f"{base}/sparql", environment=environment)


@contextmanager
def rdf4j(folder: Path) -> Iterator[Server]:
    """Run RDF4J's server in Jetty, with a native store in this folder."""
    war = Path(os.environ.get("PRESSGRAPH_RDF4J_WAR", "rdf4j-http-server.war")).resolve()
    runner = next(war.parent.glob("jetty-runner-*.jar"), None)
    there = war.is_file() and runner is not None and shutil.which("java") is not None
    need(there, "no RDF4J war with jetty-runner beside it, or no Java; set PRESSGRAPH_RDF4J_WAR")
    port = free_port()
    server = f"http://127.0.0.1:{port}/rdf4j-server"
    settings = ["-Xmx1g", f"-Dorg.eclipse.rdf4j.appdata.basedir={folder / 'data'}"]
    where = ["--host", "127.0.0.1", "--port", str(port), "--path", "/rdf4j-server"]
    with _running(["java", *settings, "-jar", str(runner), *where, str(war)], folder, f"{server}/protocol"):
        base = f"{server}/repositories/press"
        headers = {"Content-Type": "text/turtle"}
        made = urllib.request.Request(base, _REPOSITORY.encode(), headers, method="PUT")
        urllib.request.urlopen(made, timeout=60).close()
        yield Server(base=base, profile="rdf4j", query=base)


SERVERS: dict[str, Callable[[Path], AbstractContextManager[Server]]] = {
    "oxigraph": oxigraph,
    "fuseki": fuseki,
    "virtuoso": virtuoso,
    "rdf4j": rdf4j,
}


@contextmanager
def _running(command: list[str], folder: Path, url: str) -> Iterator[None]:
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait_for(url, process, folder / "server.log")
            yield
        finally:
            process.terminate()
            try:
                process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except HTTPError:
            return
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"{process.args!r} did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def need(there: bool, reason: str) -> None:  # noqa: FBT001 - a condition and what it means
    """Skip the test where a store is not there, or fail it where all must be."""
    if there:
        return
    if os.environ.get("PRESSGRAPH_ALL_STORES"):
        pytest.fail(reason)
    pytest.skip(reason)


_VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
ErrorLogLevel = 7
FileExtend = 200
MaxCheckpointRemap = 2000
Striping = 0
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
MaxCheckpointRemap = 2000
Striping = 0
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
MaxClientConnections = 10
CheckpointInterval = 60
CaseMode = 2
DirsAllowed = {folder}
NumberOfBuffers = 20000
MaxDirtyBuffers = 12000
MaxQueryMem = 500M
ThreadsPerQuery = 2
AsyncQueueMaxThreads = 2
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
MaxClientConnections = 10
ServerThreads = 10
MaxKeepAlives = 10
KeepAliveTimeout = 10
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 100000
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = 60
"""

_REPOSITORY = """\
@prefix rep: <http://www.openrdf.org/config/repository#> .
@prefix sr: <http://www.openrdf.org/config/repository/sail#> .
@prefix sail: <http://www.openrdf.org/config/sail#> .
[] a rep:Repository ; rep:repositoryID "press" ; <http://www.w3.org/2000/01/rdf-schema#label> "press" ;
  rep:repositoryImpl [
    rep:repositoryType "openrdf:SailRepository" ; sr:sailImpl [ sail:sailType "openrdf:NativeStore" ]
  ] .
"""
