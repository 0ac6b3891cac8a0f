"""Former divisions are told by codes, names and years, and by the list of changes."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "build_former_divisions.py"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load the script."""
    told = importlib.util.spec_from_file_location("build_former_divisions", SCRIPT)
    assert told is not None
    assert told.loader is not None
    module = importlib.util.module_from_spec(told)
    monkeypatch.setitem(sys.modules, "build_former_divisions", module)
    told.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("code", "name", "last", "now"),
    [
        ("970221", "青禾县", 2010, "970203"),
        ("970222", "望岱县", 2012, "970222"),
        ("970223", "云溪县", 2011, "-"),
        ("970224", "石桥县", 2010, "970205"),
        ("979921", "青禾县", 2004, "970203"),
    ],
)
def test_a_division_goes_on_by_name_by_code_or_as_told(
    script: ModuleType, code: str, name: str, last: int, now: str
) -> None:
    """In steps where it changed twice; merged where nothing follows."""
    rows = [
        ("979921", "青禾县", 1990, 2004),
        ("970221", "青禾县", 2005, 2010),
        ("970203", "青禾区", 2011, script.TODAY),
        ("970222", "望岱县", 1990, 2012),
        ("970222", "岱山县", 2013, script.TODAY),
        ("970223", "云溪县", 1990, 2011),
        ("970224", "石桥县", 1990, 2010),
        ("970205", "桥北区", 2011, script.TODAY),
    ]
    known = [script.State(*row) for row in rows]
    (state,) = (s for s in known if (s.code, s.name, s.last) == (code, name, last))
    assert script.present(state, known, {("970224", "石桥县"): "970205"}) == now
