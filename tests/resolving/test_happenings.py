"""Events of several articles: the same meeting in two papers is one, recurring ones are not."""

from datetime import date

import pytest

from kg.model.article import Article
from kg.model.source import Locality
from tests.resolving.several import CITY, DISTRICT, OTHER, report, together


def events(*articles: Article) -> set[tuple[object, ...]]:
    """Return the identities of the first event of each article."""
    firsts = [next(each.facts.of_kind("event")) for each in together(*articles)]
    return {(thing.label, thing.jurisdiction, thing.scope) for thing in firsts}


@pytest.mark.parametrize(
    ("other", "place", "count"),
    [
        ("5月9日，澜口区召开优化营商环境工作推进会，澜口区委书记沈维舟出席。", CITY, 1),
        ("5月9日，全区优化营商环境推进会召开，区委书记沈维舟讲话。", DISTRICT, 1),
        ("5月10日，区委书记沈维舟主持召开优化营商环境工作推进会。", DISTRICT, 2),
        ("5月9日，区委书记沈维舟主持召开防汛工作会议。", DISTRICT, 2),
        ("5月9日，县委书记何平主持召开优化营商环境工作推进会。", OTHER, 2),
    ],
)
def test_one_meeting_in_two_papers_is_one_event(other: str, place: Locality, count: int) -> None:
    """Day, place, name and people make one; another day, matter or county another."""
    first = report("5月9日，区委书记沈维舟主持召开优化营商环境工作推进会。")
    assert len(events(first, report(other, place=place, newspaper="岚屏日报"))) == count


def test_towns_that_meet_on_one_day_meet_apart() -> None:
    """The same name on the same day, by two organizers: two events of two identities."""
    towns = [report(f"5月9日，{town}召开安全生产工作会议。") for town in ("青禾镇", "柳林镇")]
    assert len(events(*towns)) == 2


def test_an_event_without_a_day_joins_where_it_is_certain() -> None:
    """The only event of its name, with its people, in the days before the report."""
    dated = report("5月9日，区委书记沈维舟主持召开优化营商环境工作推进会。")
    later = report("近日，区委书记沈维舟主持召开优化营商环境工作推进会。", published=date(2031, 5, 13))
    assert len(events(dated, later)) == 1
    again = report("5月12日，区委书记沈维舟主持召开优化营商环境工作推进会。", published=date(2031, 5, 13))
    assert len(events(dated, again, later)) == 3
