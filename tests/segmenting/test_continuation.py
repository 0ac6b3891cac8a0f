"""Articles that go on on another page are one; what has no other half says so."""

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
    joined, other = (each.article for each in join_continued([*first, *second]))
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
    (again,) = join_continued([lonely.article])
    assert "goes on on page 2" in lonely.article.warnings[0]
    assert again.article == lonely.article


def test_parts_of_other_issues_stay_apart() -> None:
    """Pages that do not name each other are not joined."""
    first = articles_of(f"防汛会议召开\n{BODY}。（下转第二版）\n", "1")
    second = articles_of(f"（上接第四版）{BODY}。\n", "2")
    assert len(list(join_continued([*first, *second]))) == 2


def test_a_third_part_follows_the_second() -> None:
    """An article over three pages is one, whatever the order in which its parts come."""
    first = articles_of(f"防汛会议召开\n{BODY}。（下转第二版）\n", "A01")
    second = articles_of(f"（上接第A1版）{BODY}，第二段。（下转A03版）\n", "2")
    third = articles_of(f"（上接第二版）{BODY}，第三段。\n", "A3")
    for parts in ([*first, *second, *third], [*third, *second, *first]):
        (joined,) = join_continued(parts)
        assert [line.span.of(joined.article.text)[-4:] for line in joined.article.lines] == [
            "会议召开",
            "物资储备到位。"[-4:],
            "第二段。",
            "第三段。",
        ]
        assert [each.source_files for each in joined.article.continued] == [("2.txt",), ("A3.txt",)]
        assert {row.unit for row in joined.article.offsets.rows} == {None, "2.txt", "A3.txt"}


def test_circles_and_doubtful_parts_stay_apart() -> None:
    """Parts that lead to themselves, and those of which two fit, are not joined."""
    circle = [
        *articles_of(f"（上接第二版）{BODY}。（下转第二版）\n", "1"),
        *articles_of(f"（上接第一版）{BODY}。（下转第一版）\n", "2"),
    ]
    assert [each.parts for each in join_continued(circle)] == [(0,), (1,)]
    head = articles_of(f"防汛会议召开\n{BODY}。（下转第二版）\n", "1")
    tail = articles_of(f"（上接第一版）{BODY}。\n", "2")
    assert len(list(join_continued([*head, *tail, *tail]))) == 3


def test_a_title_in_the_mark_decides() -> None:
    """Where two parts fit by their pages, the headline that the mark names tells which."""
    heads = [
        *articles_of(f"防汛会议召开\n{BODY}。（下转第二版）\n", "1"),
        *articles_of(f"荷花节开幕\n{BODY}，赏荷。（下转第二版）\n", "1"),
    ]
    tails = [
        *articles_of(f"（上接第一版《荷花节开幕》）{BODY}，其一。\n", "2"),
        *articles_of(f"（上接第一版《防汛会议召开》）{BODY}，其二。\n", "2"),
    ]
    assert [each.parts for each in join_continued([*heads, *tails])] == [(0, 3), (1, 2)]
