"""What sentences go on with that report nothing by themselves: headings of plans, rules, what speech is about."""

import pytest

from tests.annotating.told import tell

HELD = "8月20日，区教育局举行荷花节，区长林树声作报告。"


def modalities(*paragraphs: str) -> dict[str, str]:
    """Return the modality of each figure of an article, as written."""
    return {figure.as_written: figure.modality for figure in tell(*paragraphs).facts.figures}


def test_what_stands_under_the_heading_of_a_plan_is_planned() -> None:
    """Up to the next heading of its rank; what was done is told under 回顾."""
    told = modalities(
        HELD,
        "一、去年工作回顾",
        "区教育局新建幼儿园5所。",
        "二、今年工作安排",
        "（一）夯实基础",
        "区教育局新建幼儿园6所。",
        "三、会议情况",
        "会议收到建议12件。",
    )
    assert told == {"5所": "happened", "6所": "planned", "12件": "happened"}


def test_a_headline_that_names_a_plan_makes_none_of_its_article() -> None:
    """That a meeting set tasks is a report."""
    (figure,) = tell("区教育局新建幼儿园5所。", headline="青禾区部署今年重点任务").facts.figures
    assert figure.modality == "happened"


@pytest.mark.parametrize(
    "sentence",
    [
        "培训分三期进行，学员20名。",
        "如期完工的话，住户20名。",
        "招商手册上写着，每家用工20名。",
        "随着航线开通，机组20名。",
        "全区上下绷紧这根弦，备足人手20名。",
        "新园5月开园，教师20名。",
        "区里定下时间表。挖塘，民工20名。",
        "听会的人不超过20名。",
    ],
)
def test_rules_and_specifications_report_nothing(sentence: str) -> None:
    """Behind a report too."""
    assert set(modalities(HELD, sentence).values()) == {"planned"}


@pytest.mark.parametrize(
    ("paragraph", "modality"),
    [
        ("“我们打算这么干。”村支书掰着指头说，“先挖塘，来民工20名。”", "planned"),
        ("“收成好。”26岁的她领着民工20名说。", "happened"),
        ("区民政局拟修桥3座；由区总工会组织民工20名。", "planned"),
        ("会议决定，荷花节来民工20名。", "planned"),
        ("区教育局收到建议20名。", "happened"),
        ("公示所列“日日有工，来民工20名”，均系编造。", "denied"),
        ("增长目标定为20名。", "planned"),
        ("搞好花圃规划，园丁20名，花船全面开工。", "required"),
        ("花灯悉数登场，歌手20名，欢迎广大市民光临。", "planned"),
        ("有网友发帖称“塘边塌方，困住民工20名”。", "denied"),
        ("各村组队参赛，前三名由区总工会颁发奖杯，园丁20名。", "planned"),
        ("养牛户雇工达20名的，每户补助5元。", "planned"),
        ("等雪一停，队员就上山，带去民工20名。", "planned"),
    ],
)
def test_speech_rows_and_decisions(paragraph: str, modality: str) -> None:
    """Speech goes on from speech; what a plan opens reaches over ；; what is decided is to be done."""
    assert modalities(HELD, paragraph)["20名"] == modality


def test_what_a_notice_says_as_follows_is_planned() -> None:
    """现将有关事项通告如下： opens what is to be done."""
    told = tell("8月20日，区政府召开会议。现将有关事项通告如下：", "区水利局走访船户20家。")
    assert [f.modality for f in told.facts.figures] == ["planned"]
