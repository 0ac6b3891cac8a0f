"""Canonical names: levels by the page's place or by what the article names, offices, aliases, parts of bodies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.source import Locality
from kg.resolving.lookup import find_division
from tests.resolving.resolved import labels, resolved, thing

DEQING = find_division("德清县")


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("县委", "中共湖州市德清县委员会"),
        ("德清县委", "中共湖州市德清县委员会"),
        ("县政府", "湖州市德清县人民政府"),
        ("市委", "中共湖州市委员会"),
        ("省公安厅", "浙江省公安厅"),
        ("县政协", "中国人民政治协商会议湖州市德清县委员会"),
        ("县政协第十届委员会", "中国人民政治协商会议湖州市德清县委员会"),
        ("县第十届政协委员会", "中国人民政治协商会议湖州市德清县委员会"),
        ("县委组织部", "中共湖州市德清县委员会组织部"),
        ("中共德清县委组织部", "中共湖州市德清县委员会组织部"),
        ("县人民医院", "湖州市德清县人民医院"),
        ("团县委", "共青团湖州市德清县委员会"),
        ("湖州团市委", "共青团湖州市委员会"),
        ("县卫健局", "湖州市德清县卫生健康局"),
        ("县卫生健康局", "湖州市德清县卫生健康局"),
        ("县卫健局卫生监督所", "湖州市德清县卫生健康局卫生监督所"),
        ("县公安局", "湖州市德清县公安局"),
        ("县卫生健康委员会", "湖州市德清县卫生健康委员会"),
        ("市中院", "湖州市中级人民法院"),
        ("省法院", "浙江省高级人民法院"),
        ("湖州市市场监督管理局", "湖州市市场监督管理局"),
        ("湖州市市政管理处", "湖州市市政管理处"),
        ("湖州市市政府", "湖州市人民政府"),
        ("湖州市市委", "中共湖州市委员会"),
        ("省检察院", "浙江省人民检察院"),
        ("县供销社", "湖州市德清县供销合作社"),
        ("县广电局", "湖州市德清县广播电视局"),
        ("县市管局", "湖州市德清县市场监督管理局"),
        ("县老龄办", "湖州市德清县老龄工作委员会办公室"),
        ("县十七届人大常委会", "湖州市德清县人民代表大会常务委员会"),
    ],
)
def test_level_words_mean_the_divisions_of_the_page(form: str, label: str) -> None:
    """The page's place says which county, city and province 县, 市 and 省 are."""
    told = resolved(f"8月20日，{form}召开防汛工作会议。", place=DEQING)
    assert thing(told, form).label == label


def test_one_body_under_two_names_is_one_thing() -> None:
    """The merge is kept with its rule and its words."""
    told = resolved("8月20日，德清县委召开会议。", "县委要求抓好落实。", place=DEQING)
    assert labels(told) == ["中共湖州市德清县委员会"]
    assert [(m.merged_form, m.rule) for m in told.facts.merges] == [("县委", "resolution.same-canonical-name")]


def test_committee_and_government_stay_apart() -> None:
    """区委 and 区政府 are two bodies of one jurisdiction."""
    told = resolved("县委、县政府召开会议。", place=DEQING)
    assert len(labels(told)) == 2
    assert {t.jurisdiction for t in told.facts.of_kind("organization")} == {DEQING}


def test_without_a_page_the_article_says_what_levels_mean() -> None:
    """A county that the article names gives 县 and, by the table, 市 and 省."""
    told = resolved("8月20日，德清县普降暴雨。县委、县政府立即部署，市应急管理局派人支援。")
    assert labels(told) == ["中共湖州市德清县委员会", "湖州市德清县人民政府", "湖州市应急管理局"]


def test_towns_of_one_county_tell_the_county() -> None:
    """Two towns that the table has in one county alone say that 县 is that county."""
    told = resolved("记者在钟管镇看到，稻田一片金黄。", "新市镇和乾元镇也迎来丰收，我县粮食产量稳定。")
    place = thing(told, "钟管镇")
    assert place.locality is not None
    assert place.locality.code is not None
    assert place.locality.code.startswith(DEQING.code or "-")


def test_places_that_no_table_has_are_kept_by_their_path() -> None:
    """A county of no table still says what 县 means; its bodies have it as jurisdiction, without code."""
    told = resolved("望岱县召开会议。望岱县委书记出席，县政府有关负责人参加。")
    government = thing(told, "县政府")
    assert government.label == "望岱县人民政府"
    assert government.jurisdiction == Locality(name="望岱县")


def test_two_counties_leave_the_bare_level_open() -> None:
    """Where two counties are named alike often, 县委 is nobody's; only the article tells it apart."""
    told = resolved("德清县和安吉县签订协议。", "县委高度重视。")
    committee = thing(told, "县委")
    assert committee.label == "县委"
    assert committee.scope is not None


@pytest.mark.parametrize("form", ["新安镇党委", "县水利局", "湖州日报社"])
def test_unknown_codes_of_a_page_do_no_harm(form: str) -> None:
    """A page may come with a code that the table lacks: its name is taken as it stands."""
    told = resolved(f"8月20日，{form}召开会议。", place=Locality(name="青禾县", code="990102"))
    assert thing(told, form).label.endswith(form.removeprefix("县"))


def test_a_street_office_is_found_by_any_of_its_names() -> None:
    """With 街道, without, or alone: one office, with the code of its street."""
    told = resolved("武康街道办事处召开会议。", "办事处要求各社区抓好落实。", place=DEQING)
    [office] = list(told.facts.of_kind("organization"))
    assert office.label == "湖州市德清县武康街道办事处"
    assert office.jurisdiction is not None
    assert office.jurisdiction.code is not None
    assert len(office.jurisdiction.code) == 9


def test_a_name_with_and_without_its_place_is_one() -> None:
    """柳岸村 after 白鹭镇柳岸村 is the same village."""
    told = resolved("记者来到青禾县白鹭镇柳岸村。", "柳岸村的水稻熟了。")
    village = thing(told, "柳岸村")
    assert village is thing(told, "青禾县白鹭镇柳岸村")


@pytest.mark.parametrize(
    ("whole", "part"), [("公安局", "柳岸派出所"), ("法院", "柳岸人民法庭"), ("消防大队", "柳岸消防站")]
)
def test_a_part_with_and_without_its_body_is_one(whole: str, part: str) -> None:
    """柳岸派出所 after 县公安局柳岸派出所 is the same station."""
    told = resolved(f"县{whole}{part}来人了。", f"{part}负责人说，灯亮了。", place=DEQING)
    assert thing(told, part) is thing(told, f"县{whole}{part}")


def test_parts_know_the_body_that_they_are_part_of() -> None:
    """The name of the part begins with that of the whole; a hospital of the county is no part of its government."""
    told = resolved("县委、县政府和县委组织部、县人民医院参加活动。", place=DEQING)
    committee, hospital = thing(told, "县委"), thing(told, "县人民医院")
    assert thing(told, "县委组织部").parents == (committee.key,)
    assert hospital.parents == ()


def test_a_community_of_an_office_brings_the_office() -> None:
    """The office is printed inside the community's name, and is what it belongs to."""
    told = resolved("8月20日，武康街道办事处柳岸社区开展义诊活动。", place=DEQING)
    office = thing(told, "武康街道办事处")
    assert thing(told, "武康街道办事处柳岸社区").parents == (office.key,)


def test_the_divisions_that_things_lie_in_are_given_with_their_containers() -> None:
    """Rows of the table up to the province, the largest without container."""
    told = resolved("县委召开会议。", place=DEQING)
    rows = {inner.name: outer.name if outer else None for inner, outer in told.divisions}
    assert rows["德清县"] == "湖州市"
    assert rows["浙江省"] is None


def test_a_namesake_in_the_tables_is_not_the_city_of_an_invented_district() -> None:
    """临江市 of the tables is a county-level city, which holds no district."""
    told = resolved("8月20日，市委召开会议，临江市生态环境局派人参加。", place=Locality(name="临江市云溪区"))
    assert labels(told) == ["中共临江市委员会", "临江市生态环境局"]


def test_an_unlisted_county_lies_in_the_prefecture_of_the_paper() -> None:
    """A city's paper that names a county without its city speaks of one of its own."""
    told = resolved("望岱县教育局开展活动。", "望岱县教育局提醒市民。", place=Locality(name="岚屏市"))
    assert labels(told) == ["岚屏市望岱县教育局"]


POSTS = (
    "市长李明澄出席会议。",
    "云溪市副市长、市政府秘书长林静秋主持会议。",
    "市政府召开会议，该市政府负责人讲话。",
    "何子澄任德州市市长、市委书记。",
    "市委书记许静秋到县公安局调研，该局局长方清远汇报。",
    "县公安局柳岸派出所所长周子安和柳岸派出所民警到场。",
)


@settings(max_examples=60, deadline=None)
@given(told=st.lists(st.sampled_from(POSTS), min_size=1, max_size=5))
def test_whatever_is_said_of_a_body_is_said_of_one_that_is_there(told: list[str]) -> None:
    """No post, part or merge rests on a body that was taken for another, and each body has its words."""
    facts = resolved("".join(told)).facts
    keys = {each.key for each in facts.things}
    assert {t.organization for t in facts.tenures if t.organization} <= keys
    assert {p.agent for p in facts.participations} | {m.kept for m in facts.merges} <= keys
    assert all(each.mentions or each.implied for each in facts.of_kind("organization"))
