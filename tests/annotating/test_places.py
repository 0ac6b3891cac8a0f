"""Places: divisions of the table and of the article, sites, and what only sounds like one."""

import pytest

from tests.annotating.told import tell


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("8月20日，浙江省湖州市德清县普降大雨。", ["浙江省湖州市德清县"]),
        ("货物从海南儋州市运抵福建厦门市。", ["海南儋州市", "福建厦门市"]),
        ("演出在五一广场举行，观众来自白鹭公园一带。", ["五一广场", "白鹭公园"]),
        ("望岱县地处山区。望岱县盛产茶叶。", ["望岱县"]),
        ("演员来自洛阳市老城区。", ["洛阳市老城区"]),
        ("车队驶过明月路，停在青禾水库。", ["明月路", "青禾水库"]),
        (
            "他来自云溪县的阿依巴格乡玉斯屯克阿依库勒村，路过满都宝力格镇。",
            ["云溪县", "阿依巴格乡玉斯屯克阿依库勒村", "满都宝力格镇"],
        ),
        ("加开青禾东至云溪机场方向列车。", ["云溪机场"]),
        ("民警来到云禾淖尔苏木阿尔河图嘎查。", ["云禾淖尔苏木阿尔河图嘎查"]),
    ],
)
def test_a_place_is_found_with_what_contains_it(sentence: str, names: list[str]) -> None:
    """Divisions take their containers in; sites end in 广场, 公园, 路, 水库."""
    assert tell(sentence, headline="新闻").labels("place") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "推进乡风文明建设。",
        "全市上下依法治市。",
        "农贸市场里人来人往。",
        "这是一条致富的思路，也是出路。",
        "要明晰工作思路，抢占市场，走向国外市场。",
        "医疗队兵分两路，队员走向各村。",
        "部分市、县人大代表列席会议。",
        "运动会以“喜迎盛会·奋进共富路”为主题。",
        "全盟共856个嘎查村，2021年全苏木增收。",
        "活动宣布“项目立区、创新引领”竞赛结果，交接红黄旗。",
        "全市412座小型水库完成排查。",
        "作为老城区，这里点多线长面广。",
        "各乡镇、各县区要落实责任。",
        "全县坚持旅游兴县。",
        "老人回忆第一届县委成立的情形。",
        "“最美云州人”评选结束。",
        "青禾法院进社区审理案件。",
        "省运会田径漳州收获4金。",
        "盟里召开旗县苏木嘎查三级干部会。",
        "这里成了全县甘蔗生产第一村。",
        "他们到部分集贸市场检查。",
        "深入东部苏木镇，听取各苏木镇汇报。",
    ],
)
def test_what_only_ends_like_a_place_is_none(sentence: str) -> None:
    """Ordinary words, kinds and counts are no places."""
    assert tell(sentence, headline="新闻").labels("place") == []


def test_a_slogan_before_a_county_is_no_part_of_its_name() -> None:
    """“健康蒲县” is an aim of 蒲县, no county of four characters."""
    told = tell("县里推进“健康蒲县”建设，蒲县公安局派人到场。")
    assert told.labels("place") == ["青禾区", "蒲县"]
    assert told.labels("organization") == ["蒲县公安局"]


@pytest.mark.parametrize(
    "sentence",
    [
        "创建“平安柳州”，节后检查春节市场、商品交易市场和山塘水库。",
        "县政协主席余平等县领导缓步绕行，漆宾等县领导到场。",
    ],
)
def test_slogans_kinds_and_rows_of_people_are_no_places(sentence: str) -> None:
    """Neither an aim before a city, nor markets of a kind, nor 某某等|县领导."""
    assert tell(sentence, headline="新闻").labels("place") == []
