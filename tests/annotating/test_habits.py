"""What is no single event: habits, rules, ways and sums."""

import pytest

from tests.annotating.told import tell


@pytest.mark.parametrize(
    "sentence",
    [
        "今年以来，荷塘镇举办各类普法讲座8场次。",
        "区妇联累计开展家风宣讲40余场。",
        "区总工会开展岗位练兵、技术比武1700多场。",
        "庙会期间，各种民俗展演轮番上演。",
        "区文旅局将陆续推出丰富多彩的湖岸文艺演出。",
        "听证机构应当在举行规划听证会前发布公告。",
        "第三条 召开村民会议，由村民委员会召集。",
        "区农业农村局通过举办茶农培训班、发放资料等方式，普及技术。",
        "中队开展“四个一”活动，开好一次安全部署会、组织一次疏散演练。",
        "他想参加区里组织的茶艺培训的愿望很强烈。",
        "镇里还组织了特色文旅活动。",
        "社区持续开展关爱服务活动。",
    ],
)
def test_what_is_held_whenever_it_is_is_no_event(sentence: str) -> None:
    """What is summed up, ruled, one way of several, or any of its kind is told of no day."""
    assert tell(sentence).labels("event") == []


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("8月20日，区农业农村局举办线上茶艺培训3期。", "线上茶艺培训"),
        ("8月20日，荷塘镇共举办“荷风”茶艺培训3场。", "“荷风”茶艺培训"),
    ],
)
def test_what_is_told_by_itself_or_by_a_name_of_its_own_is_one(sentence: str, label: str) -> None:
    """A count alone makes no sum."""
    assert tell(sentence).labels("event") == [label]
