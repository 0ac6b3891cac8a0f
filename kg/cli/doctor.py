"""`kg doctor`: whether this installation can work, each part tried."""

import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from kg import __version__
from kg.api import read_text
from kg.cli.console import say, say_json
from kg.lexicon import rows
from kg.ports import Quad, Term
from kg.resources import resource
from kg.storing import EmbeddedStore

LIBRARIES = (
    "click",
    "filelock",
    "jieba",
    "pyoxigraph",
    "pyshacl",
    "pyyaml",
    "rdflib",
    "rjieba",
    "sparqlwrapper",
    "wcwidth",
)
SHIPPED = ("ontology/press.ttl", "shapes/press.shacl.ttl", "queries", "examples/pages", "examples/metadata.csv")
SENTENCE = "本报讯 5月9日，云溪区召开工作推进会，区委书记沈维舟主持会议。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What came of one check."""

    check: str
    ok: bool
    detail: str


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON. 以 JSON 输出")
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> None:
    """Check this installation: versions, shipped files, lexicons, encoding, disk, store, and one sentence.

    检查安装：版本、随附文件、词表、编码、磁盘、存储，并试读一句。Exit code 1 if anything is amiss.
    """
    findings = list(examine())
    if as_json:
        say_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            say(f"{'ok  ' if finding.ok else 'FAIL'}  {finding.check}: {finding.detail}")
    ctx.exit(0 if all(finding.ok for finding in findings) else 1)


def examine() -> Iterator[Finding]:
    """Try each part; a part that fails says why and does not keep the others from being tried."""
    for name, check in CHECKS.items():
        try:
            yield Finding(check=name, ok=True, detail=check())
        except Exception as error:  # noqa: BLE001 a doctor reports whatever it finds
            yield Finding(check=name, ok=False, detail=f"{type(error).__name__}: {error}")


def _python() -> str:
    if sys.version_info < (3, 11):  # noqa: UP036 an installation that was copied by hand may meet any Python
        raise RuntimeError(f"Python {platform.python_version()} is too old 版本过低; 3.11 or newer is needed")
    return f"{platform.python_version()} on {platform.platform()}, pressgraph {__version__}"


def _libraries() -> str:
    missing = [name for name in LIBRARIES if not _version(name)]
    if missing:
        raise RuntimeError(f"not installed 未安装: {', '.join(missing)}; run: pip install pressgraph")
    return ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _shipped() -> str:
    return ", ".join(f"{name}" for name in SHIPPED if resource(name))


def _lexicons() -> str:
    counts = {path.stem: sum(1 for _ in rows(path)) for path in sorted(resource("lexicons").glob("*.tsv"))}
    empty = [name for name, count in counts.items() if not count]
    if empty or not counts:
        raise RuntimeError(f"empty 为空: {', '.join(empty) or 'all'}; install pressgraph again")
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _encoding() -> str:
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding != "utf8":
        raise RuntimeError(f"output is {sys.stdout.encoding}, not UTF-8; set PYTHONUTF8=1 请设置 PYTHONUTF8=1")
    return "output is UTF-8, 中文可以显示"


def _disk() -> str:
    with tempfile.TemporaryDirectory(prefix=".kg-doctor-", dir=Path.cwd()) as folder:
        path = Path(folder) / "试.txt"
        path.write_text("试", encoding="utf-8")
        path.replace(path.with_name("成.txt"))
    return f"{Path.cwd()} can be written"


def _store() -> str:
    with tempfile.TemporaryDirectory(prefix="kg-doctor-", ignore_cleanup_errors=True) as folder:
        node = Term("<https://w3id.org/pressgraph/id/doctor>")
        with EmbeddedStore.create(Path(folder) / "store") as store:
            store.load([Quad(node, node, Term('"试"@zh'), node)])
        with EmbeddedStore.open(Path(folder) / "store") as store:
            found = store.select("SELECT ?o WHERE { ?s ?p ?o }").texts()
    if found != (("试",),):
        raise RuntimeError(f"the store gave back {found}; install pyoxigraph again")
    return "writes, reads and answers"


def _sentence() -> str:
    facts = read_text(SENTENCE, date="2023-05-10", place="云溪区").facts()
    if not any(fact.subject == "沈维舟" for fact in facts):
        raise RuntimeError(
            f"a plain sentence gave {len(facts)} facts, none of them of 沈维舟; install pressgraph again"
        )
    return f"{SENTENCE} gives {len(facts)} facts"


CHECKS: dict[str, Callable[[], str]] = {
    "python": _python,
    "libraries 依赖": _libraries,
    "files 随附文件": _shipped,
    "lexicons 词表": _lexicons,
    "encoding 编码": _encoding,
    "disk 磁盘": _disk,
    "store 存储": _store,
    "reading 试读": _sentence,
}
