"""Persons of one name in several articles: one by post, place and time, else apart."""

from datetime import date

import pytest

from kg.model.article import Article
from tests.resolving.several import CITY, OTHER, report, together


def identities(name: str, *articles: Article) -> set[tuple[object, ...]]:
    """Return the identities that the bearers of a name have in these articles."""
    found = [thing for each in together(*articles) for thing in each.facts.of_kind("person") if thing.label == name]
    assert len(found) == len(articles)
    return {(thing.jurisdiction, thing.scope) for thing in found}


def test_a_city_paper_and_a_county_paper_meet_on_the_same_secretary() -> None:
    """The body of the post says where he belongs, not the paper."""
    city = report("5月9日，澜口区委书记沈维舟在会上发言。", "澜口区各镇参加。", place=CITY, newspaper="岚屏日报")
    assert len(identities("沈维舟", city, report("5月9日，区委书记沈维舟讲话。"))) == 1


def test_namesakes_of_two_counties_are_two() -> None:
    """Two counties, two persons."""
    assert len(identities("李强", report("区委书记李强讲话。"), report("县委书记李强讲话。", place=OTHER))) == 2


def test_reporters_are_not_officials() -> None:
    """Who signs is one by his paper, and apart from the official of his name."""
    signed = [report(f"本报讯（记者 王伟）{text}") for text in ("天气转晴。", "花开了。")]
    official = report("副区长王伟到场指导。")
    assert len(identities("王伟", *signed)) == 1
    assert len(identities("王伟", *signed, official)) == 2


def test_whom_a_later_page_names_changes_nothing_of_an_earlier_namesake() -> None:
    """Of two namesakes of one county the first reported is told by name and county alone: he stays who he is."""
    district = [
        report(f"副区长王伟{text}", published=date(2031, 1, n)) for n, text in enumerate(("讲话。", "到场。"), 3)
    ]
    before = together(*district)
    later = [report("本报讯（记者 王伟）天气转晴。", published=date(2031, 1, n)) for n in (5, 6)]
    told = together(*district, *later)
    assert told[:2] == before
    scopes = {thing.scope for each in told[2:] for thing in each.facts.of_kind("person")}
    assert scopes == {"a00002"}


@pytest.mark.parametrize(
    ("first", "second", "days", "persons"),
    [
        ("区教育局局长周涛讲话。", "区水利局局长周涛讲话。", (1, 1), 2),
        ("区教育局局长周涛讲话。", "区水利局局长周涛讲话。", (1, 300), 1),
        ("副区长周涛讲话。", "副区长、区公安局局长周涛讲话。", (1, 1), 1),
        ("区委副书记、区长周涛讲话。", "区长周涛讲话。", (1, 1), 1),
        ("青禾镇党委书记周涛讲话。", "柳林镇镇长周涛讲话。", (1, 1), 2),
        ("区教育局局长周涛（女）讲话。", "区教育局局长周涛（男）讲话。", (1, 2), 2),
        ("村民周涛说，很好。", "副区长周涛讲话。", (1, 2), 2),
        ("区委副书记周涛讲话。", "原区委副书记周涛到场。", (1, 90), 1),
        ("区教育局局长周涛讲话。", "免去周涛的区教育局局长职务。", (1, 90), 1),
    ],
)
def test_posts_tell_who_is_one(first: str, second: str, days: tuple[int, int], persons: int) -> None:
    """Posts that clash on a day make two of one name; a change of post over time does not."""
    day = date(2031, 1, 1).toordinal()
    pair = [report(text, published=date.fromordinal(day + n)) for text, n in zip((first, second), days, strict=True)]
    assert len(identities("周涛", *pair)) == persons


def test_one_report_between_tells_two_careers_apart() -> None:
    """Who is reported at one body before and after another is not one who moved there."""
    texts = ("区教育局局长周涛讲话。", "区水利局局长周涛讲话。", "区教育局局长周涛讲话。")
    reports = [report(text, published=date(2031, month, 1)) for month, text in enumerate(texts, 1)]
    assert len(identities("周涛", *reports)) == 2


def test_a_merge_is_recorded_with_its_rule_and_its_words() -> None:
    """Who was given another identity has a record that quotes the name."""
    city = report("5月9日，澜口区委书记沈维舟在会上发言。", "澜口区各镇参加。", place=CITY, newspaper="岚屏日报")
    told, _ = together(city, report("5月9日，区委书记沈维舟讲话。"))
    (merge,) = [m for m in told.facts.merges if m.rule == "resolution.person-of-compatible-posts"]
    assert merge.merged_form == "沈维舟"
    assert [span.of(told.article.text) for span in merge.evidence] == ["沈维舟"]
