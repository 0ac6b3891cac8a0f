"""Who organizes: over what stands between a body and its verb."""

import pytest

from tests.annotating.told import tell


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("柳林小学全体师生齐聚广场，举行了开学典礼。", {("柳林小学", "organizer")}),
        ("柳林小学的全体师生欢聚在教学楼前，隆重举行了开学典礼。", {("柳林小学", "organizer")}),
        ("由区教育局独家主办，柳林小学、白鹭小学具体承办的开学典礼举行。",
         {("区教育局", "organizer"), ("柳林小学", "co-organizer"), ("白鹭小学", "co-organizer")}),
    ],
)  # fmt: skip
def test_hosts_over_those_who_gather_and_how_they_host(words: str, who: set[tuple[str, str]]) -> None:
    """全体师生齐聚广场，举行…: the school; 具体承办 hosts as 承办 does."""
    assert tell(f"8月20日，{words}").roles("开学典礼") >= who


def test_words_of_the_name_of_an_event_give_nobody_a_role() -> None:
    """宣讲 in the name of a meeting is no speech of him who comes to it."""
    told = tell("8月20日，区政协副主席高澜到柳林镇开展党的创新理论宣讲暨民情座谈会。")
    assert ("高澜", "speaker") not in {pair for name in told.labels("event") for pair in told.roles(name)}


@pytest.mark.parametrize(
    "words",
    [
        "区红十字会进入柳林消防大队，开展了开学典礼。",
        "区红十字会积极发挥示范带领作用，举行开学典礼。",
        "区红十字会与教育工会组织骨干教师深入白鹭中学举行开学典礼。",
        "区红十字会组织各单位负责人在荷塘机械有限公司举行开学典礼。",
    ],
)
def test_a_body_holds_something_where_it_goes_or_with_others(words: str) -> None:
    """Bodies gone to, worked at or joined without a name known take no part of their own."""
    assert tell(f"8月20日，{words}").roles("开学典礼") == {("区红十字会", "organizer")}


def test_who_gives_the_order_to_begin_and_guests_who_come_together() -> None:
    """下达开工令 opens it as 宣布开工 does; 嘉宾齐聚 attend."""
    told = tell("8月20日，青禾区重点项目开工仪式举行。区委书记陈望舒下达开工令。区作协主席林静等嘉宾齐聚青禾。")
    assert told.roles("青禾区重点项目开工仪式") >= {("陈望舒", "host"), ("林静", "attendee")}
