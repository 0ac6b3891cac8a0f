"""Events: by trigger and name, by name and predicate, in lists, and deeds without a name."""

from datetime import date

import pytest

from tests.annotating.told import tell


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("8月20日，青禾区召开湖岸整治工作推进会。", "湖岸整治工作推进会"),
        ("8月20日，青禾区第三届“稻香杯”职工篮球赛在文化中心开幕。", "青禾区第三届“稻香杯”职工篮球赛"),
        ("8月20日，“绿满青禾”春季植树行动启动仪式在白鹭镇举行。", "“绿满青禾”春季植树行动启动仪式"),
        ("8月20日，青禾区公安局召开案情通气会。", "案情通气会"),
        ("区总工会日前举办了一场“匠心青禾”技能竞赛。", "“匠心青禾”技能竞赛"),
        ("8月20日，青禾区第八届运动会暨首届全民健身大赛开幕。", "青禾区第八届运动会暨首届全民健身大赛"),
        ("8月20日，青禾区第五届人民代表大会第三次会议在区礼堂隆重开幕。", "青禾区第五届人民代表大会第三次会议"),
    ],
)
def test_a_named_event_is_found_with_its_whole_name(sentence: str, label: str) -> None:
    """The label is the name as printed, without the verb that announces it."""
    assert label in tell(sentence).labels("event")


def test_events_in_a_list_share_their_verb() -> None:
    """举办 holds for every event of the list."""
    told = tell("今年以来，区文化馆举办了青禾区读书分享会、“荷风”书画展和青禾区首届戏曲晚会。")
    assert told.labels("event") == ["青禾区读书分享会", "“荷风”书画展", "青禾区首届戏曲晚会"]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("8月20日，区委书记陈望舒到白鹭镇调研防汛工作。", "inspection", "调研防汛工作"),
        ("8月20日，丰禾农业有限公司向白鹭镇中心小学捐赠课桌椅。", "donation", "捐赠课桌椅"),
        ("8月20日，青禾区政府与丰禾集团签订战略合作协议。", "signing", "签订战略合作协议"),
        ("8月20日，青禾区公安局成功破获一起跨省电信诈骗案。", "enforcement", "破获一起跨省电信诈骗案"),
        ("8月20日，青禾区普降大暴雨，多条道路积水。", "other", "普降大暴雨"),
        ("8月20日，白鹭村被评为“全省美丽乡村”。", "award", "被评为“全省美丽乡村”"),
    ],
)
def test_a_deed_without_a_name_is_an_event_of_its_kind(sentence: str, kind: str, words: str) -> None:
    """Verb and object are the label; the verb says the type."""
    events = [t for t in tell(sentence).facts.of_kind("event") if words in t.label]
    assert [t.event_types for t in events] == [(kind,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "会议要求，要开展好各项活动。",
        "他经常参加社会公益活动。",
        "如果发生火灾，要第一时间报警。",
        "区政府印发《青禾区湖岸整治推进会方案》。",
        "本次活动共有12支代表队参加。",
    ],
)
def test_generic_words_hypotheses_and_documents_are_no_events(sentence: str) -> None:
    """Nothing took place that has a name or could be told from others."""
    assert tell(sentence).labels("event") == []


def test_an_event_is_dated_by_the_day_named_before_it() -> None:
    """8月20日 of the year of publication."""
    (event,) = tell("8月20日上午，青禾区召开湖岸整治推进会。").facts.of_kind("event")
    assert (event.whens[0].earliest, event.whens[0].anchor) == (date(2031, 8, 20), date(2031, 8, 24))


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("青禾区荷花文化节将于9月18日开幕。", "planned"),
        ("青禾区荷花文化节定于9月18日举行。", "planned"),
        ("原定8月20日的青禾区荷花文化节推迟至明年举行。", "denied"),
        ("8月20日，青禾区荷花文化节开幕。", "happened"),
    ],
)
def test_what_is_planned_or_put_off_has_not_happened(sentence: str, modality: str) -> None:
    """A wish exported as a fact would be the worst of errors."""
    (event,) = tell(sentence).facts.of_kind("event")
    assert event.modalities == (modality,)


def test_later_mentions_belong_to_the_event_that_was_named() -> None:
    """推进会 after 湖岸整治推进会 is the same event."""
    told = tell("8月20日，青禾区召开湖岸整治推进会。", "推进会召开之后，各镇迅速行动。")
    assert len(told.labels("event")) == 1
    assert len(told.things("event")["湖岸整治推进会"].mentions) == 2
