"""Articles that go on on another page are one; what has no other half says so."""

from kg.errors import PageError
from kg.model.article import Article
from kg.model.source import Issue, Page
from kg.reading import read, source_of_bytes
from kg.repairing import repair
from kg.segmenting import join_continued, segment

BODY = "区委书记沈维舟主持召开全区防汛工作推进会，要求各镇、街道把责任落实到人，把预案细化到户，把物资储备到位"


def articles_of(text: str, page: str) -> tuple[Article, ...]:
    """Read a page of an issue by its number."""
    (found,) = read(source_of_bytes(text.encode(), f"{page}.txt"), Issue(newspaper="云溪日报", page=page))
    assert isinstance(found, Page)
    return segment(repair(found))


def test_a_cut_sentence_goes_on() -> None:
    """A sentence cut between two pages is whole, and its second half leads to the other file."""
    first = articles_of(f"防汛会议召开\n本报讯（记者 俞知远）{BODY}。{BODY}，全区\n（下转第三版）\n", "01")
    second_text = f"（上接第一版）\n上下齐动员。{BODY}。（编辑 简宁）\n\n荷花节开幕\n本报讯 {BODY}。\n"
    second = articles_of(second_text, "03")
    assert len(second) == 2
    error = PageError("02.txt: empty")
    other, passed, joined = join_continued([*first, *second, error])
    assert passed is error
    assert isinstance(other, Article)
    assert isinstance(joined, Article)
    assert other.line_text("headline") == "荷花节开幕"
    assert "全区上下齐动员。" in joined.text
    assert "下转" not in joined.text
    assert "上接" not in joined.text
    start = joined.text.index("上下齐动员")
    (row,) = (r for r in joined.offsets.rows if r.start <= start < r.start + r.length)
    assert row.unit == "03.txt"
    place = row.source_start + start - row.start
    assert second_text[place : place + 5] == "上下齐动员"
    assert [b.name for b in joined.bylines] == ["俞知远", "简宁"]
    assert all(b.span.of(joined.text) == b.name for b in joined.bylines)
    assert "".join(line.span.of(joined.text) for line in joined.lines) == joined.text.replace("\n", "")


def test_a_part_without_its_other_half_says_so() -> None:
    """A part whose other half is missing comes as it is, with a warning."""
    (lonely,) = join_continued(articles_of(f"防汛会议召开\n{BODY}。（下转第二版）\n", "1"))
    assert "goes on on page 2" in lonely.warnings[0]


def test_parts_of_other_issues_stay_apart() -> None:
    """Pages that do not name each other are not joined."""
    first = articles_of(f"防汛会议召开\n{BODY}。（下转第二版）\n", "1")
    second = articles_of(f"（上接第四版）{BODY}。\n", "2")
    assert len(list(join_continued([*first, *second]))) == 2
