"""The lexicons of divisions are built from the published table, as far as here from a small invented one."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "build_divisions.py"
PUBLISHED = {
    "provinces": "code,name\n97,云溪省\n",
    "cities": "code,name,provinceCode\n9702,临江市,97\n9701,市辖区,97\n",
    "areas": "code,name,cityCode,provinceCode\n970202,青禾县,9702,97\n970201,市辖区,9702,97\n",
    "streets": "code,name,areaCode,provinceCode,cityCode\n970202101,白鹭镇,970202,97,9702\n",
    "villages": "code,name,streetCode,provinceCode,cityCode,areaCode\n"
    '970202101200,"柳岸村民委员会",970202101,97,9702,970202\n'
    '970202101001,"望江居委会",970202101,97,9702,970202\n'
    '970202001003,"渡口社区居民委员会",970202001,97,9702,970202\n',
}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Build the lexicons of the invented table; return their folder."""
    for level, text in PUBLISHED.items():
        (tmp_path / f"{level}.csv").write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, str(SCRIPT), str(tmp_path), str(tmp_path)], check=True)
    return tmp_path


def entries(path: Path) -> list[str]:
    """Give the lines of a lexicon without its head."""
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]


def test_divisions_are_sorted_and_placeholders_left_out(built: Path) -> None:
    """市辖区 is a line of the table, but no place."""
    assert entries(built / "divisions.tsv")[-3:] == ["97\t云溪省", "9702\t临江市", "970202\t青禾县"]
    assert entries(built / "townships.tsv") == ["970202101\t白鹭镇"]


def test_villages_stand_in_one_line_a_township_by_code(built: Path) -> None:
    """Each has the digits of its own, and the name of the place instead of its committee's."""
    assert entries(built / "villages.tsv") == ["970202001\t003渡口社区", "970202101\t001望江社区\t200柳岸村"]


def test_every_lexicon_says_source_date_and_licence(built: Path) -> None:
    """They stand in its first lines."""
    for name in ("divisions", "townships", "villages"):
        head = (built / f"{name}.tsv").read_text("utf-8").partition("\n9")[0]
        assert "国家统计局" in head
        assert "# date: 2023-09-11" in head
        assert "WTFPL" in head
