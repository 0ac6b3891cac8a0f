"""Former divisions: the division of today where it goes on, its own where it was merged; by the article's date."""

from datetime import date

import pytest

from kg.annotating import annotate
from kg.model.article import LineRole
from kg.model.facts import ResolvedArticle
from kg.model.source import Locality
from kg.resolving import resolve
from kg.resolving.divisions import divisions
from kg.resolving.former import formers
from kg.resolving.hierarchy import ancestors, container_then, name_of
from kg.resolving.lookup import find_division
from tests.resolving.resolved import thing
from tests.stories import article


def reported(text: str, year: int | None, place: str | None = None) -> ResolvedArticle:
    """Resolve a paragraph of a paper of this year, of a page of this place."""
    published = date(year, 8, 21) if year else None
    lines: tuple[tuple[LineRole, str], ...] = (("headline", "新闻"), ("paragraph", text))
    return resolve(annotate(article(lines, place=find_division(place) if place else None, published=published)))


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("许昌县", "411003"),
        ("411023", "411003"),
        ("许昌市许昌县", "411003"),
        ("六安市寿县", "340422"),
        ("达县", "511703"),
        ("襄樊市", "4206"),
        ("巢湖市", "340181"),
        ("上海市卢湾区", "310103"),
        ("莱芜市", "3712"),
    ],
)
def test_a_former_name_or_code_is_a_place(place: str, code: str) -> None:
    """What goes on is found as it is today; what was merged has its own code."""
    assert find_division(place).code == code


@pytest.mark.parametrize(
    ("place", "year", "form", "label"),
    [
        ("建安区", 2012, "县委", "中共许昌市建安区委员会"),
        ("建安区", 2018, "区委", "中共许昌市建安区委员会"),
        ("建安区", 2012, "许昌县委", "中共许昌市建安区委员会"),
        ("寿县", 2012, "市委", "中共六安市委员会"),
        ("寿县", 2019, "市委", "中共淮南市委员会"),
        ("寿县", None, "市委", "中共淮南市委员会"),
        ("宁乡市", 2010, "县政府", "长沙市宁乡市人民政府"),
        ("宁乡市", 2010, "市政府", "长沙市人民政府"),
        ("宁乡市", 2020, "市政府", "长沙市宁乡市人民政府"),
        ("巢湖市", 2008, "区委", "中共合肥市巢湖市委员会"),
        ("巢湖市", 2008, "市委", "中共巢湖市委员会"),
        ("碧江区", 2009, "市委", "中共铜仁市碧江区委员会"),
        ("卢湾区", 2008, "区委", "中共上海市卢湾区委员会"),
    ],
)
def test_level_words_mean_what_they_meant_in_the_year(place: str, year: int | None, form: str, label: str) -> None:
    """Names are those of today, the levels and what contained the division those of the year."""
    assert thing(reported(f"8月20日，{form}召开防汛工作会议。", year, place), form).label == label


def test_a_name_means_what_bore_it_in_the_year() -> None:
    """巢湖市 was a prefecture until 2010, and is a county of 合肥市 since."""
    before, after = (reported("8月20日，记者来到巢湖市采访。", year) for year in (2009, 2015))
    assert thing(before, "巢湖市").locality == Locality(name="巢湖市", code="3414")
    assert thing(after, "巢湖市").locality == Locality(name="巢湖市", code="340181")


def test_a_merged_district_keeps_apart_from_what_it_was_merged_into() -> None:
    """Its bodies were never those of the district of today."""
    told = reported("8月20日，记者来到卢湾区采访，卢湾区委召开会议。", 2008)
    assert thing(told, "卢湾区").locality == Locality(name="卢湾区", code="310103")
    assert (Locality(name="卢湾区", code="310103"), Locality(name="上海市", code="31")) in told.divisions


def test_every_former_division_lies_somewhere_and_goes_on_in_one_of_today() -> None:
    """The table leads nowhere that the other one lacks, and no code of today is given to another."""
    for code, states in formers().coded.items():
        for state in states:
            assert (state.now or code) in divisions().names or state.now is None
            assert state.now is not None or code not in divisions().names
            assert name_of(state.meant)
            assert len(list(ancestors(state.meant))) > 1
            assert container_then(state.meant, state.last) is not None
