"""The table of villages: names as places have them, looked up inside a division, by halving, without loading it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import VARIABLE
from kg.resolving.hierarchy import ancestors, container_of, name_of
from kg.resolving.villages import Villages, village_name, villages_named
from kg.resources import resource

INVENTED = """\
# villages
970201001\t001渡口社区\t002柳岸社区
970201101\t200柳岸村\t201上柳岸村
970202101\t200柳岸村
""".encode()


@pytest.mark.parametrize(
    ("committee", "place"),
    [
        ("柳岸社区居民委员会", "柳岸社区"),
        ("柳岸社区居委会", "柳岸社区"),
        ("柳岸居委会", "柳岸社区"),
        ("柳岸社区村委会", "柳岸社区"),
        ("柳岸村民委员会", "柳岸村"),
        ("柳岸村村民委员会", "柳岸村"),
        ("柳岸村委会", "柳岸村"),
        ("塔林嘎查村民委员会", "塔林嘎查"),
        ("柳岸社区", "柳岸社区"),
        ("村委会", "村委会"),
    ],
)
def test_a_committee_stands_for_a_place(committee: str, place: str) -> None:
    """However the table or the paper writes the committee, the place has one name."""
    assert village_name(committee) == place


@pytest.mark.parametrize(
    ("name", "within", "codes"),
    [
        ("柳岸村", "970201", ("970201101200",)),
        ("柳岸村", "9702", ("970201101200", "970202101200")),
        ("柳岸村", "970201001", ()),
        ("柳岸社区", "970201001", ("970201001002",)),
        ("岸村", "9702", ()),
        ("柳岸", "9702", ()),
        ("渡口社区", "96", ()),
        ("渡口社区", "98", ()),
        ("", "9702", ()),
    ],
)
def test_a_whole_name_is_found_inside_its_division_only(name: str, within: str, codes: tuple[str, ...]) -> None:
    """Neither parts of names nor namesakes elsewhere are found."""
    assert Villages(INVENTED).named(name, within) == codes


def test_a_code_leads_to_its_name() -> None:
    """A code that the table lacks leads nowhere."""
    table = Villages(INVENTED)
    assert table.name("970202101200") == "柳岸村"
    assert table.name("970202101201") is None
    assert table.name("990202101200") is None


TABLES = st.dictionaries(
    st.integers(100_000_000, 100_000_030).map(str),
    st.dictionaries(st.integers(1, 9).map("{:03}".format), st.sampled_from(["甲村", "乙村", "甲乙村"]), max_size=4),
    max_size=12,
)


@given(table=TABLES, name=st.sampled_from(["甲村", "乙村"]), within=st.integers(100_000_000, 100_000_030).map(str))
def test_halving_finds_what_reading_all_finds(table: dict[str, dict[str, str]], name: str, within: str) -> None:
    """Whatever lines the table has, the stretch of a division is found."""
    lines = ["\t".join([code, *(k + v for k, v in sorted(inside.items()))]) for code, inside in sorted(table.items())]
    halved = Villages("".join(f"{line}\n" for line in ["# head", *lines]).encode())
    assert set(halved.named(name, within)) == {within + k for k, v in table.get(within, {}).items() if v == name}
    assert all(halved.name(code + k) == v for code, inside in table.items() for k, v in inside.items())


def test_the_shipped_table_is_sorted_and_whole() -> None:
    """Halving needs the order of the codes; every line is a township with its villages."""
    with resource("lexicons/villages.tsv").open(encoding="utf-8") as file:
        townships = [line.partition("\t")[0] for line in file if not line.startswith("#")]
    assert townships == sorted(set(townships))
    assert len(townships) > 41_000
    assert all(len(code) == 9 for code in townships)


def test_the_hierarchy_reaches_from_a_village_to_its_province() -> None:
    """Each level is contained in the next that the table has."""
    (code,) = villages_named("幸福村", "330521101")
    assert [name_of(each) for each in ancestors(code)] == ["幸福村", "乾元镇", "德清县", "湖州市", "浙江省"]
    assert container_of("441900003") == "441900"
    assert name_of("330521101999") is None


def test_a_user_may_add_villages(tmp_path: Path) -> None:
    """A file of the same name and columns is searched like the shipped one."""
    (tmp_path / "villages.tsv").write_text("330521101\t299柳岸村\n330521001\t298柳岸村\n", encoding="utf-8")
    script = (
        "from kg.resolving.villages import villages_named, village_of\n"
        "print(villages_named('柳岸村', '330521'), village_of('330521101299') == '柳岸村')"
    )
    environment = {**os.environ, VARIABLE: str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "('330521001298', '330521101299') True"


def test_all_tables_are_ready_at_once() -> None:
    """Importing, loading and a first look into each table take less than 0.3 s; twice as much is let pass here."""
    script = (
        "from kg.resolving.lookup import find_division\n"
        "from kg.resolving.villages import villages_named\n"
        "import time\n"
        "assert find_division('330521101').name and find_division('德清').code and villages_named('幸福村', '330521')\n"
        "print(time.process_time())"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout
    assert float(shown) < 0.6
