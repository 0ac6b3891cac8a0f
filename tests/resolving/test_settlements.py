"""Villages and communities of articles: codes where the page's place, the town or its neighbours settle them."""

import pytest

from kg.model.facts import Thing
from kg.model.source import Locality
from kg.resolving.lookup import find_division
from tests.resolving.resolved import labels, resolved, thing

DEQING = find_division("德清县")


def code(place: Thing) -> str | None:
    """Return the code of a place, or of the place whose body an organization is."""
    own = place.locality if place.kind == "place" else place.jurisdiction
    return own.code if own else None


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("乾元镇金火村", "330521101201"),
        ("德清县乾元镇金火村", "330521101201"),
        ("金火村", "330521101201"),
        ("新市镇城西村", "330521102208"),
        ("武康街道城西村", "330521001201"),
    ],
)
def test_the_town_and_the_page_settle_a_village(form: str, expected: str) -> None:
    """With its town, or alone where the county has one of the name."""
    told = resolved(f"8月20日，记者来到{form}，稻田一片金黄。", place=DEQING)
    village = thing(told, form)
    assert code(village) == expected
    assert village.label == form[-3:]


def test_a_village_alone_that_a_county_has_twice_is_nobodys() -> None:
    """Nothing is invented where the page leaves a choice."""
    told = resolved("8月20日，记者来到城西村，稻田一片金黄。", place=DEQING)
    assert thing(told, "城西村").locality is None


def test_towns_of_the_article_settle_namesakes() -> None:
    """The village lies in the town that the article names."""
    told = resolved("新市镇迎来丰收。", "8月20日，记者来到城西村，稻田一片金黄。", place=DEQING)
    assert code(thing(told, "城西村")) == "330521102208"


def test_a_village_that_lies_in_no_town_of_the_article_stays_open() -> None:
    """金火村 of the table lies in another town; hamlets often bear such names."""
    told = resolved("新市镇迎来丰收。", "8月20日，记者来到金火村，稻田一片金黄。", place=DEQING)
    assert thing(told, "金火村").locality is None


def test_a_village_that_its_town_lacks_stays_open() -> None:
    """The town is printed, and the table has none such in it."""
    told = resolved("8月20日，记者来到新市镇金火村，稻田一片金黄。", place=DEQING)
    assert thing(told, "新市镇金火村").locality is None


def test_a_community_moves_between_the_streets_of_its_county() -> None:
    """Streets are divided: the one community of the name in the county is meant, its street is the table's."""
    told = resolved("8月20日，记者来到武康街道溪街社区采访。", place=DEQING)
    assert code(thing(told, "武康街道溪街社区")) == "330521101018"


def test_without_a_page_the_printed_county_settles_a_village() -> None:
    """The path of names leads to it."""
    told = resolved("8月20日，记者来到德清县乾元镇金火村，稻田一片金黄。")
    assert code(thing(told, "德清县乾元镇金火村")) == "330521101201"


def test_a_page_of_a_township_settles_its_villages() -> None:
    """城西村 is twice in the county, once in the town of the page."""
    told = resolved("8月20日，记者来到城西村，稻田一片金黄。", place=Locality(name="新市镇", code="330521102"))
    assert code(thing(told, "城西村")) == "330521102208"


def test_a_village_lies_in_its_town() -> None:
    """The rows of the table lead from it to the province."""
    told = resolved("8月20日，记者来到金火村，稻田一片金黄。", place=DEQING)
    inside = {inner.name: outer.name if outer else None for inner, outer in told.divisions}
    assert inside["金火村"] == "乾元镇"
    assert inside["浙江省"] is None


def test_a_community_that_acts_has_the_code_of_its_place() -> None:
    """With its office and alone it is one body of that office, whose code is the street's."""
    told = resolved("8月20日，乾元镇溪街社区开展义诊活动。", "溪街社区组织志愿者参加。", place=DEQING)
    assert labels(told) == ["湖州市德清县溪街社区"]
    assert code(thing(told, "溪街社区")) == "330521101018"


@pytest.mark.parametrize("form", ["乾元镇溪街社区居委会", "乾元镇溪街社区居民委员会"])
def test_a_committee_is_named_in_full(form: str) -> None:
    """Papers shorten it; it is a body of the community, not the community."""
    told = resolved(f"8月20日，{form}召开会议。", place=DEQING)
    assert labels(told) == ["湖州市德清县溪街社区居民委员会"]
    assert code(thing(told, form)) == "330521101018"


def test_what_the_table_lacks_lies_where_its_name_or_the_page_says() -> None:
    """An invented village in its town, the town in its district, whatever namesakes the table has."""
    told = resolved(
        "8月20日，记者来到白鹭镇采访，白鹭镇柳岸村的水稻熟了。",
        "云溪区白鹭镇位于临江市东部。",
        place=Locality(name="临江市云溪区"),
    )
    inside = {t.label: t.container.name if t.container else None for t in told.facts.of_kind("place")}
    assert inside == {"白鹭镇": "临江市云溪区", "白鹭镇柳岸村": "临江市云溪区白鹭镇", "临江市": None}


def test_an_unlisted_village_lies_in_its_listed_town() -> None:
    """The town has a code, and the name says that the village lies in it."""
    told = resolved("8月20日，记者来到乾元镇柳岸村采访。", place=DEQING)
    assert thing(told, "乾元镇柳岸村").container == Locality(name="乾元镇", code="330521101")


def test_a_region_is_no_county_in_which_a_village_could_lie() -> None:
    """Where an article speaks of an autonomous region alone, a village named without its town stays open."""
    told = resolved("8月20日，新疆维吾尔自治区水利厅干部来到柳溪村，看望了村民。")
    assert thing(told, "柳溪村").locality is None
