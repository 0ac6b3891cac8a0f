"""A build that is added to, changed and cut: whatever was done, its files are those of one build of what is there."""

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kg.errors import InputError, OutputError, UsageError
from kg.model.source import Issue, Page
from kg.pipeline.building import build, export_all, remove
from kg.pipeline.index import NAME
from kg.pipeline.options import BuildOptions, issue_of
from kg.reading import Source
from kg.storing import EmbeddedStore
from kg.validating import validate
from kg.validating.reporting import report_json
from kg.vocabulary import PRESS
from tests.pipeline.stages import PAGE
from tests.pipeline.test_building import OPTIONS, result_of, write_pages
from tests.pipeline.test_joining import FIRST, THIRD

LATER = replace(OPTIONS, exports=False)
PEOPLE = ("沈维舟", "陆闻笛", "陈望舒", "苗雅琴", "祝南屏", "骆星野")
POSTS = ("区委书记", "区长", "副区长", "区教育局局长", "柳荫街道办事处主任", "桂花社区党支部书记")
DEEDS = ("防汛工作推进会", "春季植树活动", "夜市开街仪式", "消防培训", "邻里食堂开放日活动")


def invented(choice: random.Random) -> str:
    """Write a page on which persons, bodies and events of other pages return."""
    if choice.random() < 0.15:
        return choice.choice((FIRST, THIRD)).replace("312", str(choice.randrange(100, 999)))
    if choice.random() < 0.1:
        return "\x00\x01" * choice.randrange(1, 9)
    stories = []
    for _ in range(choice.randrange(1, 4)):
        person, other = choice.sample(PEOPLE, 2)
        post, deed, day = choice.choice(POSTS), choice.choice(DEEDS), choice.randrange(1, 9)
        stories.append(
            f"{deed}举行\n\n本报讯 （记者 林小满） 5月{day}日上午，云溪区举行{deed}。{post}{person}出席活动，"
            f"{choice.choice(POSTS)}{other}主持。{choice.randrange(20, 900)}余人参加。\n"
        )
    return "\n".join(stories)


@dataclass
class World:
    """Pages in a folder, a build that follows them, and how it came about."""

    folder: Path
    choice: random.Random
    done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines.touch()

    @property
    def lines(self) -> Path:
        """Return the file of corrections."""
        return self.folder / "corrections.tsv"

    @property
    def out(self) -> Path:
        """Return the folder of the build."""
        return self.folder / "out"

    def names(self) -> list[str]:
        """Return the names of the pages."""
        return sorted(path.name for path in (self.folder / "pages").iterdir())

    def step(self) -> None:
        """Add a page, change one, copy one, take one out, correct something, or give all once more."""
        names = self.names()
        deed = self.choice.choice(("add", "add", "change", "copy", "remove", "again", "correct") if names else ("add",))
        name = self.choice.choice(names) if names else ""
        path = (
            self.folder / "pages" / (name if deed in ("change", "remove") else f"{self.choice.randrange(40):02d}.txt")
        )
        self.done.append(f"{deed} {path.name}")
        if deed == "remove":
            path.unlink()
            remove(self.out, [name], exports=False)
        elif deed == "correct":
            self.lines.write_text(self.correction(), "utf-8")
            build([self.folder / "pages"], self.out, replace(LATER, corrections=self.lines))
        elif deed == "again":
            build([self.folder / "pages"], self.out, LATER)
        else:
            path.write_text(
                (self.folder / "pages" / name).read_text("utf-8") if deed == "copy" else invented(self.choice), "utf-8"
            )
            build([path], self.out, LATER)

    def correction(self) -> str:
        """Write a corrections file of one or two lines about things that are there."""
        with EmbeddedStore.open(self.out / "store") as store:
            persons = [iri for (iri,) in store.select(f"SELECT DISTINCT ?p {{ ?p a <{PRESS}Person> }}").texts()]
        if len(persons) < 2:
            return ""
        one, two, three = (self.choice.choice(sorted(persons)) for _ in range(3))
        same = f"same\t{one}\t{two}\n" if one != two else ""
        return same + self.choice.choice(
            (f"rename\t{three}\t新名\n", f"reject\t{three}\n", f"is-a\t{three}\tprivate\n", "")
        )

    def agrees(self, number: int) -> None:
        """See that the build is that of its pages, and its report that of its graph judged as a whole."""
        export_all(self.out)
        fresh = self.folder / f"fresh{number}"
        if self.names():
            build([self.folder / "pages"], fresh, replace(OPTIONS, corrections=self.lines))
            assert result_of(self.out) == result_of(fresh), self.done
            assert_judged(self.out)


def assert_judged(out: Path) -> None:
    """Compare the report of a build with the judgement on its graph as a whole."""
    told = json.loads((out / "validation.json").read_text("utf-8"))
    assert told == json.loads(json.dumps(report_json(validate(out / "graph.nq"))))


def world(folder: Path, seed: int) -> World:
    """Give an empty world."""
    (folder / "pages").mkdir()
    return World(folder, random.Random(seed))


@pytest.mark.parametrize("seed", range(2))
def test_a_few_changes_give_what_one_build_gives(tmp_path: Path, seed: int) -> None:
    """After some additions, changes and removals every file is that of a fresh build."""
    changing = world(tmp_path, seed)
    for _ in range(12):
        changing.step()
    changing.agrees(0)


@pytest.mark.slow
def test_two_hundred_changes_give_what_one_build_gives(tmp_path: Path) -> None:
    """After 200 additions, changes and removals, and at each twentieth, every file is that of a fresh build."""
    changing = world(tmp_path, 7)
    for number in range(1, 201):
        changing.step()
        if number % 20 == 0:
            changing.agrees(number)


def test_unchanged_pages_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of the same bytes and issue is skipped; one of another issue is read."""
    folder = write_pages(tmp_path / "in", a=PAGE, b=f"{PAGE}\n第2期。\n")
    build([folder], tmp_path / "out", OPTIONS)
    write_pages(folder, b=f"{PAGE}\n第3期。\n")
    read: list[str] = []

    def reading(source: Source, _: Issue) -> Iterator[Page]:
        read.append(source.names[0])
        return iter(())

    monkeypatch.setattr("kg.pipeline.chain.read", reading)
    assert build([folder], tmp_path / "out", OPTIONS).unchanged == 1
    assert read == ["b.txt"]
    build([folder], tmp_path / "out", replace(OPTIONS, issue=issue_of(day="2023-05-11", place="临江市云溪区")))
    assert read == ["b.txt", "a.txt", "b.txt"]


def test_a_later_page_leaves_the_graphs_of_earlier_ones_alone(tmp_path: Path) -> None:
    """A page whose reporter has an official's name states no graph but its own."""
    deeds = ("讲话", "到场指导", "主持会议", "走访群众", "听取汇报")
    told = {f"p{n}": f"本报讯 区教育局局长沈维舟{deed}。\n" for n, deed in enumerate(deeds, start=1)}
    for name, text in told.items():
        build([write_pages(tmp_path / name, **{name: text})], tmp_path / "out", _on(f"2023-05-0{name[1]}"))
        before = _rows(tmp_path / "out")
    page = "本报讯 （记者 沈维舟） 天气转晴，花开了。\n"
    build([write_pages(tmp_path / "later", later=page)], tmp_path / "out", _on("2023-06-11"))
    assert len(_rows(tmp_path / "out") - before) == 1
    assert before < _rows(tmp_path / "out")


def _on(day: str) -> BuildOptions:
    return replace(LATER, issue=issue_of(day=day, place="临江市云溪区", newspaper="云溪日报"))


def _rows(out: Path) -> set[tuple[int, str]]:
    """Return the rows of graphs in an index; a graph that is stated anew gets another."""
    with closing(sqlite3.connect(out / NAME)) as base:
        return set(base.execute("SELECT rowid, iri FROM graph"))


def test_a_file_given_twice_is_one(tmp_path: Path) -> None:
    """A folder and a file in it name the same page once."""
    folder = write_pages(tmp_path / "in", a=PAGE, b=f"{PAGE}\n第2期。\n")
    once = build([folder], tmp_path / "once", OPTIONS)
    twice = build([folder, folder / "a.txt"], tmp_path / "twice", OPTIONS)
    assert (once.pages, once.articles) == (twice.pages, twice.articles)
    assert (tmp_path / "once" / "graph.nq").read_bytes() == (tmp_path / "twice" / "graph.nq").read_bytes()


def test_other_options_build_all_again_and_say_so(tmp_path: Path) -> None:
    """What was built otherwise is built anew from the files where they lie, those not given among them."""
    folder = write_pages(tmp_path / "in", a=PAGE, b=f"{PAGE}\n第2期。\n")
    build([folder], tmp_path / "out", OPTIONS)
    changed = replace(OPTIONS, text=False)
    result = build([folder / "a.txt"], tmp_path / "out", changed)
    assert any("built again" in warning for warning in result.warnings)
    build([folder], tmp_path / "fresh", changed)
    assert result_of(tmp_path / "out") == result_of(tmp_path / "fresh")
    (folder / "b.txt").unlink()
    before = result_of(tmp_path / "out")
    with pytest.raises(InputError, match=r"b\.txt: must be read again.*kg remove"):
        build([folder / "a.txt"], tmp_path / "out", OPTIONS)
    assert result_of(tmp_path / "out") == before


def test_put_off_exports_are_gone_until_they_are_written(tmp_path: Path) -> None:
    """A stale export is none: the files are away, the manifest says so, and the next export or build writes them."""
    folder = write_pages(tmp_path / "in", a=PAGE)
    build([folder], tmp_path / "out", OPTIONS)
    write_pages(folder, b=f"{PAGE}\n第2期。\n")
    assert not build([folder], tmp_path / "out", LATER).exported
    assert not (tmp_path / "out" / "graph.nq").exists()
    assert json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["exported"] is False
    shutil.copytree(tmp_path / "out", tmp_path / "other")
    assert export_all(tmp_path / "out").exported
    assert build([folder], tmp_path / "other", OPTIONS).exported
    build([folder], tmp_path / "fresh", OPTIONS)
    assert result_of(tmp_path / "out") == result_of(tmp_path / "other") == result_of(tmp_path / "fresh")


def test_an_unknown_name_removes_nothing(tmp_path: Path) -> None:
    """A file that is no input is named with the place to look, and the build stays."""
    build([write_pages(tmp_path / "in", a=PAGE)], tmp_path / "out", OPTIONS)
    before = result_of(tmp_path / "out")
    with pytest.raises(UsageError, match=r"none\.txt: no file of this name.*manifest"):
        remove(tmp_path / "out", ["a.txt", "none.txt"])
    assert result_of(tmp_path / "out") == before


def test_nothing_of_a_removed_page_stays(tmp_path: Path) -> None:
    """No file of the build holds a name that only the removed page printed."""
    folder = write_pages(tmp_path / "in", a=PAGE, b="本报讯 云溪区委书记郁青岚主持召开护河工作推进会。\n")
    build([folder], tmp_path / "out", OPTIONS)
    assert holding(tmp_path / "out", "郁青岚")
    remove(tmp_path / "out", ["b.txt"])
    assert holding(tmp_path / "out", "郁青岚") == []


def holding(out: Path, words: str) -> list[str]:
    """Return the files of a build that hold these words as UTF-8 bytes."""
    files = (path for path in out.rglob("*") if path.is_file())
    return sorted(path.name for path in files if words.encode() in path.read_bytes())


def test_an_older_build_is_refused(tmp_path: Path) -> None:
    """A build without an index, or with one of another format, is left as it is; `--force` builds anew."""
    folder = write_pages(tmp_path / "in", a=PAGE)
    build([folder], tmp_path / "out", OPTIONS)
    before = result_of(tmp_path / "out")
    (tmp_path / "out" / NAME).unlink()
    with pytest.raises(OutputError, match=r"older version.*--force"):
        build([folder], tmp_path / "out", OPTIONS)
    build([folder], tmp_path / "out", replace(OPTIONS, force=True))
    assert result_of(tmp_path / "out") == before


@pytest.mark.parametrize("damage", [b"no database at all" * 500, b""])
def test_a_damaged_index_is_named(tmp_path: Path, damage: bytes) -> None:
    """An index that cannot be read is named with the remedy, and all else stays."""
    folder = write_pages(tmp_path / "in", a=PAGE)
    build([folder], tmp_path / "out", OPTIONS)
    graph = (tmp_path / "out" / "graph.nq").read_bytes()
    (tmp_path / "out" / NAME).write_bytes(damage)
    with pytest.raises(OutputError, match=r"index.*damaged.*--force"):
        build([folder], tmp_path / "out", OPTIONS)
    with pytest.raises(OutputError, match=r"index.*damaged.*--force"):
        remove(tmp_path / "out", ["a.txt"])
    assert (tmp_path / "out" / "graph.nq").read_bytes() == graph


def test_force_builds_from_what_is_given_alone(tmp_path: Path) -> None:
    """With `--force` nothing of the former build stays."""
    folder = write_pages(tmp_path / "in", a=PAGE, b=f"{PAGE}\n第2期。\n")
    build([folder], tmp_path / "out", OPTIONS)
    build([folder / "a.txt"], tmp_path / "out", replace(OPTIONS, force=True))
    build([folder / "a.txt"], tmp_path / "fresh", OPTIONS)
    assert result_of(tmp_path / "out") == result_of(tmp_path / "fresh")
