"""Articles that go on on another page, end to end: one article, whatever the processes and the order of the inputs."""

import json
from pathlib import Path

from kg.pipeline.building import build
from kg.pipeline.options import BuildOptions
from kg.storing import EmbeddedStore
from kg.vocabulary import PRESS

FIRST = """云溪日报 2023年5月10日 星期三 第01版 要闻

护河工作推进会召开

本报讯（记者 林小满）5月9日上午，云溪区委书记陈望舒在区行政中心主持召开护河工作推进会。
会议强调，要赶在主汛期到来之前把排口底数再摸一遍，把责任落实到人，全区
（下转第3版）
"""
THIRD = """云溪日报 2023年5月10日 星期三 第03版 综合

（上接第1版）
上下要拧成一股绳。

云溪区区长陆闻笛出席会议。截至4月底，全区累计整治入河排口312个，打通断头河7条。（编辑 白一川）

社区食堂开到家门口

本报讯（通讯员 白一川）5月8日，柳荫街道桂花社区举行邻里食堂开放日活动，120余人参加。
"""
OTHERS = {
    f"page{number}": f"邻里新事第{number}桩\n\n本报讯 5月8日，云溪区举行开放日活动，{number}0人参加。\n"
    for number in range(4, 9)
}


def pages(folder: Path) -> list[Path]:
    """Write the two pages of the article, and some others."""
    texts = {"page1": FIRST, "page3": THIRD, **OTHERS}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in texts]


def test_pages_are_joined_whatever_the_order(tmp_path: Path) -> None:
    """Processes and the order of the inputs change no byte, and the parts make one article."""
    given = pages(tmp_path)
    written = set()
    for number, (inputs, jobs) in enumerate([(given, 1), (given[::-1], 1), (given, 2), (given[::-1], 2)]):
        result = build(inputs, tmp_path / str(number), BuildOptions(jobs=jobs))
        assert (result.problems, result.pages, result.articles) == ((), 7, 9)  # two are mastheads
        written.add(tuple((tmp_path / str(number) / name).read_bytes() for name in ("articles.jsonl", "graph.nq")))
    ((articles, _),) = written
    (joined,) = (a for a in map(json.loads, articles.splitlines()) if a["headline"] == "护河工作推进会召开")
    assert "把责任落实到人，全区上下要拧成一股绳。" in joined["text"]
    assert [byline["name"] for byline in joined["bylines"]] == ["林小满", "白一川"]


def test_every_word_leads_back_to_its_own_file(tmp_path: Path) -> None:
    """The map names the other file, where the words stand; quotes of the graph are found in one of the files."""
    build(pages(tmp_path), tmp_path / "out")
    texts = {None: FIRST, "page3.txt": THIRD}
    records = map(json.loads, (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines())
    (joined,) = (a for a in records if a["continued"])
    for start, length, source_start, source_length, unit in joined["source_map"]:
        assert joined["text"][start : start + length] == texts[unit][source_start : source_start + source_length]
    with EmbeddedStore.open(tmp_path / "out" / "store") as store:
        rows = store.select(
            f"""PREFIX press: <{PRESS}> PREFIX oa: <http://www.w3.org/ns/oa#>
            SELECT DISTINCT ?quote ?start ?end {{ ?e oa:hasSource <{joined["id"]}> ; oa:exact ?quote ;
            press:sourceStart ?start ; press:sourceEnd ?end }}"""
        )
        files = {name for (name,) in store.select(f"SELECT ?f {{ <{joined['id']}> <{PRESS}sourceFile> ?f }}").texts()}
    quotes = [(quote, int(start), int(end)) for quote, start, end in rows.texts() if "全区上下" not in quote]
    assert len(quotes) > 5
    assert any("陆闻笛" in quote for quote, _, _ in quotes)
    assert all(any(quote == text[start:end] for text in texts.values()) for quote, start, end in quotes)
    assert files == {"page1.txt", "page3.txt"}


def test_parts_of_one_file_are_joined_and_read_back(tmp_path: Path) -> None:
    """Two pages in one file are joined too; articles read back give the same graph."""
    (tmp_path / "pages.txt").write_text(FIRST + "\n" + THIRD.partition("\n")[2], encoding="utf-8")
    build([tmp_path / "pages.txt"], tmp_path / "out")
    build([tmp_path / "out" / "articles.jsonl"], tmp_path / "again")
    build(pages(tmp_path), tmp_path / "two")
    build([tmp_path / "two" / "articles.jsonl"], tmp_path / "back")
    for first, second in (("out", "again"), ("two", "back")):
        graph = (tmp_path / first / "graph.nq").read_bytes()
        assert "陆闻笛".encode() in graph
        assert graph == (tmp_path / second / "graph.nq").read_bytes()
        lines = [sorted((tmp_path / name / "articles.jsonl").read_bytes().splitlines()) for name in (first, second)]
        assert lines[0] == lines[1]
    assert "全区上下要拧成一股绳" in (tmp_path / "out" / "articles.jsonl").read_text("utf-8")
