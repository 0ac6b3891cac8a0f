"""Persons of one name in several articles: one by post, place and time, else apart."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.annotating import annotate
from kg.model.article import Article
from kg.resolving import resolve, summarize
from tests.resolving.several import CITY, OTHER, decisions, report, signed, together


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
    reports = [signed("王伟", text) for text in ("天气转晴。", "花开了。")]
    official = report("副区长王伟到场指导。")
    assert len(identities("王伟", *reports)) == 1
    assert len(identities("王伟", *reports, official)) == 2


def test_reporters_of_two_papers_are_two() -> None:
    """Who signs is set apart by his paper."""
    pair = (signed("王伟", "天气转晴。"), signed("王伟", "花开了。", newspaper="岚屏日报"))
    assert len(identities("王伟", *pair)) == 2


def test_a_reporter_is_called_what_he_is_from_the_start() -> None:
    """An article knows its paper, so that nothing has to be decided of who signs it."""
    resolved = resolve(annotate(signed("王伟", "天气转晴。")))
    assert decisions(summarize(resolved, "a00000")) == ()


_HEAD = (report("副区长王伟讲话。"), report("副区长王伟到场。", published=date(2031, 6, 1)))
_SIGNED = (signed("王伟", "天气转晴。"), signed("王伟", "花开了。", published=date(2031, 6, 1)))


@pytest.mark.parametrize("day", [date(2030, 1, 3), date(2032, 1, 3)])
@pytest.mark.parametrize(
    ("known", "other"),
    [
        (_HEAD, lambda day: signed("王伟", "天气转晴。", published=day)),
        (_HEAD, lambda day: report("柳林镇村民王伟说，很好。", published=day)),
        (_SIGNED, lambda day: report("副区长王伟讲话。", published=day)),
        (_SIGNED, lambda day: report("柳林镇村民王伟说，很好。", published=day)),
        (_SIGNED, lambda day: signed("王伟", "天气转晴。", newspaper="岚屏日报", published=day)),
    ],
)
def test_a_namesake_renames_nobody(known: tuple[Article, ...], other: Callable[[date], Article], day: date) -> None:
    """Whether a namesake is reported before or after: officials and reporters are called what they were."""
    assert together(*known, other(day))[:2] == together(*known)
    assert len(identities("王伟", *known, other(day))) == 2


def test_of_officials_the_first_keeps_the_plain_name() -> None:
    """Of two officials of one name and county, the later takes his first article."""
    pair = [report(f"{post}王伟讲话。", published=date(2031, 1, 3)) for post in ("青禾镇党委书记", "柳林镇镇长")]
    assert {scope for _, scope in identities("王伟", *pair)} == {None, "a00001"}


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
