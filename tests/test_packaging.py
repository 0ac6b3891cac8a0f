"""What is installed is what is locked and what is shipped."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted(ROOT.glob("requirements*.lock"))
LARGEST_LEXICON = 8_000_000
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def locked(path: Path) -> set[str]:
    """Give the names that a lock pins."""
    return set(re.findall(r"^([a-z0-9_.-]+)==", path.read_text("utf-8"), re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    """Give the names of requirements."""
    return {re.split(r"[<>=\[; ]", each, maxsplit=1)[0].lower() for each in requirements}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_pin_has_hashes_and_no_lock_names_a_registry(lock: Path) -> None:
    """Each entry of a lock is an exact version with hashes; no address stands in it."""
    text = lock.read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all(re.match(r"[a-z0-9_.-]+==\S+( ; [^\\]+)? \\\n    --hash=sha256:", entry) for entry in entries)
    assert not re.search(r"https?://|--index|--find-links|file:", text)


def test_locks_cover_what_the_project_asks_for() -> None:
    """Every dependency that is declared is locked."""
    project = PROJECT["project"]
    extras = project["optional-dependencies"]
    assert names(project["dependencies"] + extras["pandas"] + extras["png"]) <= locked(ROOT / "requirements.lock")
    assert names(extras["dev"]) | locked(ROOT / "requirements.lock") <= locked(ROOT / "requirements-dev.lock")
    assert names(PROJECT["dependency-groups"]["setup"]) <= locked(ROOT / "requirements-setup.lock")


@pytest.mark.slow
def test_the_wheel_works_without_checkout_and_registry(tmp_path: Path) -> None:
    """From a folder of wheels, in a fresh environment, without a registry, the demo runs as from a checkout."""
    wheels = tmp_path / "wheels"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    locked_wheels = ["--require-hashes", "-r", str(ROOT / "requirements.lock")]
    run([*pip, "wheel", "--no-build-isolation", "--wheel-dir", str(wheels), *locked_wheels], ROOT)
    run([*pip, "wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", str(wheels), "."], ROOT)
    (wheel,) = wheels.glob("pressgraph-*.whl")
    shipped = zipfile.ZipFile(wheel).namelist()
    assert zipfile.ZipFile(wheel).getinfo("kg/lexicons/villages.tsv").compress_size < LARGEST_LEXICON
    for folder in ("ontology", "shapes", "queries", "examples"):
        assert any(name.startswith(f"kg/_data/{folder}/") for name in shipped), f"{folder} is not in the wheel"
    run([sys.executable, "-m", "venv", str(tmp_path / "venv")], tmp_path)
    python = next(path for path in (tmp_path / "venv").glob("*/python*") if path.stem == "python")
    run([str(python), "-m", "pip", "install", "--no-index", "--find-links", "wheels", "pressgraph"], tmp_path)
    shown = run([str(python), "-m", "kg", "demo"], tmp_path)
    assert "3 pages" in shown
    assert (tmp_path / "demo-out" / "graph.ttl").exists()
    assert "FAIL" not in run([str(python), "-m", "kg", "doctor"], tmp_path)


@pytest.mark.slow
def test_a_fresh_clone_needs_only_make(tmp_path: Path) -> None:
    """In a fresh clone `make demo` does everything by itself."""
    run(["git", "clone", "--quiet", str(ROOT), "clone"], tmp_path)
    assert "3 pages" in run(["make", "demo"], tmp_path / "clone")


def run(command: list[str], folder: Path) -> str:
    """Run a command that must succeed; return what it printed."""
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8")
